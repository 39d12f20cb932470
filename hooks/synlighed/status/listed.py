"""All that the page of the status lists, in parts that a phone can be sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from synlighed.digest import digest
from synlighed.status.board import Board
from synlighed.status.state import State
from synlighed.status.watched import Item

T = TypeVar("T")

ROWS = 50
"""So many states a page shows in full."""

NAMES = 100
"""So many of what it only names."""


@dataclass(frozen=True)
class Listing:
    """What one page lists, the worst first; nothing in it is of the moment it is asked at."""

    number: int
    of: int
    """Which of how many parts it is."""
    unmeasured_in_all: int
    measured: tuple[State, ...]
    """What is measured, or told of by editors."""
    unmeasured: tuple[State, ...]
    not_measured: tuple[Item, ...]
    """Items that the platform should measure, and does not."""
    not_in_catalogue: tuple[str, ...]

    @property
    def digest(self) -> bytes:
        """What tells it from every other."""
        states = (state.digest for state in (*self.measured, *self.unmeasured))
        counted = (self.number, self.of, self.unmeasured_in_all, len(self.measured))
        rest = (*counted, self.not_measured, self.not_in_catalogue)
        return digest(repr(rest), *states)


def listings_of(board: Board) -> tuple[Listing, ...]:
    """Each list in as many parts as the longest takes; at least one."""
    states = sorted(board.shown.values(), key=lambda state: -state.status.rank)
    measured = [state for state in states if _is_told_of(state)]
    unmeasured = [state for state in states if not _is_told_of(state)]
    names = (unmeasured, board.drift.not_measured, board.drift.not_in_catalogue)
    last = max(1, ceil(len(measured) / ROWS), *(ceil(len(one) / NAMES) for one in names))
    return tuple(
        Listing(
            number,
            last,
            len(unmeasured),
            _window(measured, ROWS, number),
            _window(unmeasured, NAMES, number),
            _window(board.drift.not_measured, NAMES, number),
            _window(board.drift.not_in_catalogue, NAMES, number),
        )
        for number in range(1, last + 1)
    )


def _window(all_: Sequence[T], size: int, number: int) -> tuple[T, ...]:
    return tuple(all_[(number - 1) * size : number * size])


def _is_told_of(state: State) -> bool:
    return bool(state.item.component or state.notices)
