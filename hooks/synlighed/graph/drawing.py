"""A star as it is drawn: boxes, words and lines with their places."""

from typing import NamedTuple

from synlighed.graph.boxes import Block, Box

_ROUND = 6
_HEAD = 5


class DrawnBundle(NamedTuple):
    """Edges with one name and the boxes they lead to, in the order of the nodes."""

    label: str
    block: Block
    """The same, set in lines."""
    x: int
    y: int
    """Where the block is: its upper left corner, or the upper end of its middle."""
    boxes: tuple[Box, ...]
    edges: str
    """An SVG path."""


class Drawing(NamedTuple):
    """A star in a picture so wide and so high."""

    shape: str
    width: int
    height: int
    middle: Box
    naming: tuple[DrawnBundle, ...]
    named: tuple[DrawnBundle, ...]

    @property
    def bundles(self) -> tuple[DrawnBundle, ...]:
        """All of them, in the order that they are read in."""
        return (*self.naming, *self.named)


def across(x: int, y: int, bend: int, to_x: int, to_y: int) -> str:
    """The SVG path that goes across, turns up or down at a bend, and goes on across."""
    if y == to_y:
        return f"M{x} {y}H{to_x}"
    far = min(_ROUND, abs(to_y - y) // 2, abs(bend - x), abs(to_x - bend))
    down = far if to_y > y else -far
    before, after = (far if bend > x else -far), (far if to_x > bend else -far)
    return (
        f"M{x} {y}H{bend - before}Q{bend} {y} {bend} {y + down}"
        f"V{to_y - down}Q{bend} {to_y} {bend + after} {to_y}H{to_x}"
    )


def arrow_right(x: int, y: int) -> str:
    """The head of an arrow whose point is there."""
    return f"M{x - _HEAD} {y - _HEAD + 1}L{x} {y}l{-_HEAD} {_HEAD - 1}"


def arrow_down(x: int, y: int) -> str:
    """The head of an arrow whose point is there."""
    return f"M{x - _HEAD + 1} {y - _HEAD}L{x} {y}l{_HEAD - 1} {-_HEAD}"
