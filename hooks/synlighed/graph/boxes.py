"""Boxes with text in them, before and after they have a place. All measures are whole pixels."""

from dataclasses import dataclass
from math import ceil

from synlighed.graph.lettering import BOLD, width_of, wrapped
from synlighed.graph.star import Node

NAME, SMALL = 13, 12
"""The sizes of names, and of all else: what no reader gets less than 11 of."""

_LINE = 17
_UP = 5
"""From the middle of a line down to what its letters stand on."""
_PADDING_X, _PADDING_Y = 10, 7
_BESIDE = 8
_MOST_LINES = 4

Point = tuple[int, int]


@dataclass(frozen=True)
class Line:
    """A line of text, and where it begins; a note ends there."""

    x: int
    y: int
    text: str


@dataclass(frozen=True)
class Box:
    """A node in its place."""

    node: Node
    x: int
    y: int
    width: int
    height: int
    lines: tuple[Line, ...]
    note: Line | None

    @property
    def centre(self) -> int:
        """How far down its middle is."""
        return self.y + self.height // 2


@dataclass(frozen=True)
class Set:
    """A node whose text is set in lines, and which waits for a place."""

    node: Node
    width: int
    lines: tuple[str, ...]
    note_below: bool

    @property
    def height(self) -> int:
        """How high its box is; even, so that it has a middle."""
        return (_LINE * (len(self.lines) + self.note_below) + 2 * _PADDING_Y + 1) // 2 * 2

    def at(self, x: int, y: int) -> Box:
        """Its box, with the upper left corner there."""
        first = y + _PADDING_Y + _LINE // 2 + _UP
        lines = tuple(
            Line(x + _PADDING_X, first + _LINE * row, text) for row, text in enumerate(self.lines)
        )
        last = first + _LINE * (len(self.lines) - (not self.note_below))
        note = Line(x + self.width - _PADDING_X, last, self.node.note) if self.node.note else None
        return Box(self.node, x, y, self.width, self.height, lines, note)


def set_in(node: Node, width: int, *, bold: bool = False) -> Set:
    """A node in a box so wide, with its note on the last line if that has room."""
    room = width - 2 * _PADDING_X
    size = NAME * BOLD if bold else NAME
    lines = wrapped(node.name, size, room, _MOST_LINES) or ("",)
    beside = width_of(lines[-1], size) + _BESIDE + width_of(node.note, SMALL) <= room
    return Set(node, width, lines, bool(node.note) and not beside)


@dataclass(frozen=True)
class Label:
    """The name of a bundle of edges, set in lines that share their middle or their beginning."""

    lines: tuple[str, ...]
    width: int

    @property
    def height(self) -> int:
        """How high it is; even, so that it has a middle."""
        return (_LINE * len(self.lines) + 1) // 2 * 2

    def at(self, x: int, y: int) -> tuple[Line, ...]:
        """Its lines, with the upper end there."""
        first = y + _LINE // 2 + _UP
        return tuple(Line(x, first + _LINE * row, text) for row, text in enumerate(self.lines))


def label_in(text: str, room: int) -> Label:
    """The name of a bundle in lines no wider than there is room."""
    size = SMALL * BOLD
    lines = wrapped(text, size, room, _MOST_LINES) or ("",)
    return Label(lines, ceil(max(width_of(line, size) for line in lines)))
