"""However much there is, a page lists no more than a phone can be sent."""

from itertools import chain

import pytest

from synlighed.status.board import Board
from synlighed.status.listed import NAMES, ROWS, listings_of
from synlighed.status.watched import Item
from tests.status.boards import board, document


def board_of(measured: int, unmeasured: int) -> Board:
    """A board of so many items, of which the platform measures none and does not know the last."""
    items = [Item(f"apps/m{n}", f"M {n}", f"apps/m{n}/", f"nord.m{n}") for n in range(measured)]
    items += [Item(f"apps/u{n}", f"U {n}", f"apps/u{n}/") for n in range(unmeasured)]
    return board(document(m0="major_outage", fremmed="operational"), items=tuple(items))


@pytest.mark.parametrize(
    ("measured", "unmeasured", "parts"),
    [
        (0, 0, 1),
        (1, 0, 1),
        (ROWS, NAMES, 1),
        (ROWS + 1, 1, 2),
        (1, NAMES + 1, 2),
        (5 * ROWS, NAMES, 5),
    ],
)
def test_everything_is_listed_once(measured: int, unmeasured: int, parts: int) -> None:
    found = listings_of(board_of(measured, unmeasured))
    assert len(found) == parts
    for lists, most, number in (
        ([part.measured for part in found], ROWS, measured),
        ([part.unmeasured for part in found], NAMES, unmeasured),
        ([part.not_measured for part in found], NAMES, max(0, measured - 1)),
        ([part.not_in_catalogue for part in found], NAMES, 1 if measured else 2),
    ):
        assert all(len(one) <= most for one in lists)
        listed = list(chain.from_iterable(lists))
        assert len(listed) == len(set(map(str, listed))) == number


def test_the_worst_stands_first() -> None:
    first = listings_of(board_of(3 * ROWS, 0))[0]
    assert first.measured[0].item.key == "apps/m0"
