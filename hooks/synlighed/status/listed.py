"""All that the page of the status lists, in parts that a phone can be sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

from synlighed.status.board import Board
from synlighed.status.state import State
from synlighed.status.watched import Item

T = TypeVar("T")

ROWS = 50
"""So many states a page shows in full."""

NAMES = 100
"""So many of what it only names."""


@dataclass(frozen=True)
class Part:
    """What one page lists, the worst first."""

    measured: tuple[State, ...]
    """What is measured, or told of by editors."""
    unmeasured: tuple[State, ...]
    not_measured: tuple[Item, ...]
    """Items that the platform should measure, and does not."""
    not_in_catalogue: tuple[str, ...]


def parts_of(board: Board) -> tuple[Part, ...]:
    """Each list in as many parts as the longest takes; at least one."""
    states = sorted(board.states.values(), key=lambda state: -state.status.rank)
    measured = _split([state for state in states if _is_told_of(state)], ROWS)
    unmeasured = _split([state for state in states if not _is_told_of(state)], NAMES)
    not_measured = _split(board.drift.not_measured, NAMES)
    not_in_catalogue = _split(board.drift.not_in_catalogue, NAMES)
    lists = zip_longest(measured, unmeasured, not_measured, not_in_catalogue, fillvalue=())
    return tuple(Part(*part) for part in lists)


def _split(all_: Sequence[T], size: int) -> list[tuple[T, ...]]:
    """The list in parts of a size; an empty one is one part."""
    return [tuple(all_[at : at + size]) for at in range(0, max(1, len(all_)), size)]


def _is_told_of(state: State) -> bool:
    return bool(state.item.component or state.notices)
