"""Many things in few columns, each as a dot with a number: as a radar, but with room for all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal

WIDTH = 328
_PITCH = 27
"""From dot to dot; on the narrowest phone still as far as two fingers need (WCAG 2.2, 2.5.8)."""
_HEAD, _BAND, _AIR = 26, 24, 8

Turn = Literal["", "forward", "back"]


@dataclass(frozen=True)
class Entry:
    """A thing to be shown: in which column and band, and whether it came from another column."""

    column: int
    band: int
    turn: Turn = ""


@dataclass(frozen=True)
class Placed:
    """A dot: its number, and where its middle is."""

    number: int
    entry: int
    """The place of what it stands for among what was to be shown."""
    x: float
    y: float
    turn: Turn


@dataclass(frozen=True)
class Band:
    """A band across all columns: how far down its name stands and its room begins and ends."""

    name: str
    name_at: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Columns:
    """The picture."""

    width: int
    height: float
    heads: tuple[tuple[float, str], ...]
    """The middle of each column, and its name."""
    lines: tuple[float, ...]
    """Where one column ends and the next begins."""
    bands: tuple[Band, ...]
    dots: tuple[Placed, ...]


def columns(names: Sequence[str], bands: Sequence[str], entries: Sequence[Entry]) -> Columns:
    """Lays things out in rows within their column and band; no two touch, however many.

    They are numbered column by column from the last, which is the one that matters most.

    Args:
        names: The columns, from left to right.
        bands: The bands, from the top; one with nothing in it is left out.
        entries: The things, in the order they are numbered in within a column and band.
    """
    wide = WIDTH / len(names)
    in_row = max(1, int(wide // _PITCH))
    cells: dict[tuple[int, int], list[int]] = {}
    for place, entry in enumerate(entries):
        cells.setdefault((entry.column, entry.band), []).append(place)
    numbers = _numbers(len(names), len(bands), cells)
    made, dots, top = [], [], float(_HEAD)
    for band, name in enumerate(bands):
        most = max(len(cells.get((column, band), ())) for column in range(len(names)))
        if not most:
            continue
        below = top + _BAND + _AIR + -(-most // in_row) * _PITCH
        made.append(Band(name, top + 17, top + _BAND, below))
        for column in range(len(names)):
            cell = cells.get((column, band), [])
            for n, place in enumerate(cell):
                beside = min(in_row, len(cell) - n // in_row * in_row)
                x = (column + 0.5) * wide + (n % in_row - (beside - 1) / 2) * _PITCH
                y = top + _BAND + _AIR / 2 + (n // in_row + 0.5) * _PITCH
                dots.append(
                    Placed(numbers[place], place, round(x, 1), round(y, 1), entries[place].turn)
                )
        top = below
    return Columns(
        width=WIDTH,
        height=top + 2,
        heads=tuple((round((n + 0.5) * wide, 1), name) for n, name in enumerate(names)),
        lines=tuple(round(n * wide, 1) for n in range(1, len(names))),
        bands=tuple(made),
        dots=tuple(sorted(dots, key=lambda dot: dot.number)),
    )


def _numbers(columns: int, bands: int, cells: dict[tuple[int, int], list[int]]) -> dict[int, int]:
    numbers = count(1)
    return {place: next(numbers) for place in _in_order(columns, bands, cells)}


def _in_order(columns: int, bands: int, cells: dict[tuple[int, int], list[int]]) -> Iterator[int]:
    for column in reversed(range(columns)):
        for band in range(bands):
            yield from cells.get((column, band), ())
