"""Boxes with text in them, before and after they have a place. All measures are whole pixels."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import NamedTuple

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


class Line(NamedTuple):
    """A line of text, and where it begins; of a note where it ends."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, eq=False)
class Block:
    """Text set in lines, which stand where they do from its upper left corner."""

    lines: tuple[Line, ...]
    width: int
    height: int
    """Even, so that it has a middle."""
    note: Line | None = None


class Box(NamedTuple):
    """A node in its place."""

    node: Node
    block: Block
    x: int
    y: int


# The same things and relations are drawn on many pages.
@lru_cache(maxsize=20_000)
def block_of(name: str, note: str, width: int, *, bold: bool = False) -> Block:
    """What is in a box that is so wide: a note stands on the last line if that has room."""
    size = NAME * BOLD if bold else NAME
    room = width - 2 * _PADDING_X
    texts = wrapped(name, size, room, _MOST_LINES)
    lines = _set(texts, _PADDING_X, _PADDING_Y)
    rows = len(texts)
    if note and width_of(texts[-1], size) + _BESIDE + width_of(note, SMALL) > room:
        rows += 1
    height = _LINE * rows + 2 * _PADDING_Y
    under = Line(width - _PADDING_X, lines[0].y + _LINE * (rows - 1), note) if note else None
    return Block(lines, width, height + height % 2, under)


@lru_cache(maxsize=1_000)
def label_in(text: str, room: int) -> Block:
    """The name of a bundle, in lines no wider than there is room."""
    size = SMALL * BOLD
    texts = wrapped(text, size, room, _MOST_LINES)
    height = _LINE * len(texts)
    width = ceil(max(width_of(line, size) for line in texts))
    return Block(_set(texts, 0, 0), width, height + height % 2)


def _set(texts: tuple[str, ...], x: int, y: int) -> tuple[Line, ...]:
    first = y + _LINE // 2 + _UP
    return tuple(Line(x, first + _LINE * row, text) for row, text in enumerate(texts))
