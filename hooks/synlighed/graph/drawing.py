"""A star as it is drawn: boxes, words and lines with their places."""

from collections.abc import Sequence
from dataclasses import dataclass

from synlighed.graph.boxes import Box, Line, Point

_ROUND = 6
_HEAD = 5


@dataclass(frozen=True)
class DrawnBundle:
    """Edges with one name and the boxes they lead to, in the order of the nodes."""

    label: str
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
    edges: tuple[str, ...]
    """SVG paths."""


@dataclass(frozen=True)
class Drawing:
    """A star in a picture so wide and so high."""

    shape: str
    width: int
    height: int
    middle: Box
    naming: tuple[DrawnBundle, ...]
    named: tuple[DrawnBundle, ...]

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All of them, from the first to the last that a reader comes to."""
        around = [box for bundle in (*self.naming, *self.named) for box in bundle.boxes]
        return (self.middle, *around)


def path(points: Sequence[Point], *, head: bool = False) -> str:
    """The SVG path along points that lie straight above or beside each other, with round corners.

    Args:
        points: Where it goes, the first and the last included.
        head: Whether it ends with the head of an arrow.
    """
    corners = _corners(points)
    (x, y), *rest = corners
    steps = [f"M{x} {y}"]
    for before, at, after in zip(corners, rest, rest[1:], strict=False):
        half = min(_ROUND, _length(before, at) // 2, _length(at, after) // 2)
        (from_x, from_y), (to_x, to_y) = _toward(at, before, half), _toward(at, after, half)
        steps.append(f"L{from_x} {from_y}Q{at[0]} {at[1]} {to_x} {to_y}")
    end_x, end_y = corners[-1]
    steps.append(f"L{end_x} {end_y}")
    if head:
        back_x, back_y = _toward(corners[-1], corners[-2], _HEAD)
        side_x, side_y = (0, _HEAD - 1) if back_x != end_x else (_HEAD - 1, 0)
        steps.append(f"M{back_x - side_x} {back_y - side_y}L{end_x} {end_y}")
        steps.append(f"L{back_x + side_x} {back_y + side_y}")
    return "".join(steps)


def _corners(points: Sequence[Point]) -> list[Point]:
    """The points without those that the way goes straight through or stands still in."""
    found: list[Point] = []
    for point in points:
        if found and found[-1] == point:
            continue
        if len(found) > 1 and any(
            found[-2][axis] == found[-1][axis] == point[axis] for axis in (0, 1)
        ):
            found.pop()
        found.append(point)
    return found


def _length(one: Point, other: Point) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(point: Point, other: Point, far: int) -> Point:
    """The point so far on the way to another."""
    length = _length(point, other)
    x, y = (a + (b - a) * far // length if length else a for a, b in zip(point, other, strict=True))
    return x, y
