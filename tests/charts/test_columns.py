"""Dots in columns: each where it belongs, numbered in order, none on another."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synlighed.charts.columns import Entry, columns

NAMES = ["Afvent", "Følg", "Afprøv", "Anvend"]
BANDS = ["Medicoteknisk", "Uden for"]
ENTRIES = st.lists(st.builds(Entry, st.integers(0, 3), st.integers(0, 1)), min_size=1, max_size=100)


def test_the_numbers_begin_with_what_is_used() -> None:
    drawn = columns(NAMES, BANDS, [Entry(0, 0), Entry(3, 1), Entry(3, 0), Entry(3, 1)])
    assert [(dot.number, dot.entry) for dot in drawn.dots] == [(1, 2), (2, 1), (3, 3), (4, 0)]


def test_a_band_with_nothing_in_it_is_left_out() -> None:
    assert [band.name for band in columns(NAMES, BANDS, [Entry(1, 1)]).bands] == ["Uden for"]


@pytest.mark.parametrize(("number", "height"), [(1, 87), (12, 168), (200, 1869)])
def test_it_grows_downwards(number: int, height: int) -> None:
    """All in one cell is the most that it can grow."""
    drawn = columns(NAMES, BANDS, [Entry(1, 0)] * number)
    assert (drawn.width, drawn.height) == (328, height)


@settings(max_examples=60)
@given(ENTRIES)
def test_none_is_on_another_or_in_another_column(entries: list[Entry]) -> None:
    drawn = columns(NAMES, BANDS, entries)
    assert [dot.number for dot in drawn.dots] == list(range(1, len(entries) + 1))
    for one, other in combinations(drawn.dots, 2):
        assert abs(one.x - other.x) >= 24 or abs(one.y - other.y) >= 24
    edges = [0.0, *drawn.lines, float(drawn.width)]
    for dot in drawn.dots:
        entry = entries[dot.entry]
        assert edges[entry.column] <= dot.x - 12 <= dot.x + 12 <= edges[entry.column + 1]
        band = next(band for band in drawn.bands if band.name == BANDS[entry.band])
        assert band.top <= dot.y - 12 <= dot.y + 12 <= band.bottom
