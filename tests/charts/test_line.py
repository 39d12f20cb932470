"""A series as a line: nothing outside the picture, no text on another, no line where nothing is."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synlighed.charts.line import DOTS, Line, Text, Value, gaps, line, overlap, spark
from synlighed.danish.dates import PartialDate, parse_partial_date


def series(**values: str) -> list[Value]:
    """Measured values by date: `series(d2019="7", d2020="9")`."""
    return [
        Value(parse_partial_date(day[1:].replace("_", "-")), Decimal(value), f"{day}: {value}")
        for day, value in values.items()
    ]


def test_one_point_is_a_dot_with_its_number() -> None:
    drawn = line(series(d2019="9500"))
    [dot], [value] = drawn.dots, drawn.values
    assert value.text == "9.500"
    assert drawn.measured == f"M{dot.x} {dot.y}"
    assert drawn.expected == ""


def test_time_is_to_scale() -> None:
    """From January to February is a twelfth of what it is to January of the next year."""
    first, second, last = line(series(d2025_01="1", d2025_02="1", d2026_01="1")).dots
    assert round((last.x - first.x) / (second.x - first.x)) == 12


def test_the_line_is_broken_where_something_is_missing() -> None:
    drawn = line(series(d2026_01="5", d2026_02="6", d2026_03="6", d2026_06="7", d2026_07="8"))
    assert [part.count("L") for part in drawn.measured.split("M")[1:]] == [2, 1]


def test_what_comes_seldom_but_evenly_has_no_gap() -> None:
    assert gaps([PartialDate(year) for year in (2010, 2014, 2018, 2022)]) == ()
    assert gaps([PartialDate(2019), PartialDate(2026)]) == ()


def test_what_is_expected_goes_on_from_what_was_measured() -> None:
    measured = series(d2018="8000", d2019="9500")
    expected = Value(PartialDate(2020, 12, 31), Decimal(12000), "ventet", is_forecast=True)
    drawn = line([*measured, expected])
    last, dot = drawn.dots[1], drawn.dots[2]
    assert drawn.expected == f"M{last.x} {last.y}L{dot.x} {dot.y}"
    assert drawn.measured.endswith(f"L{last.x} {last.y}")
    assert [text.text for text in drawn.values] == ["9.500", "12.000"]


def test_what_is_only_expected_has_no_other_line() -> None:
    one, other = (
        Value(PartialDate(year), Decimal(year), "", is_forecast=True) for year in (2027, 2028)
    )
    drawn = line([one, other])
    assert drawn.measured == ""
    assert drawn.expected.count("L") == 1


def test_equal_values_are_a_level_line() -> None:
    assert len({dot.y for dot in line(series(d2018="7", d2019="7", d2020="7")).dots}) == 1


def test_with_many_points_the_line_stands_alone() -> None:
    """But for the last, and for one that no line leads to."""
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(500)]
    values = [
        Value(PartialDate(day.year, day.month, day.day), Decimal(number), "")
        for number, day in enumerate(days)
        if number not in (240, 242)
    ]
    assert len(values) > DOTS
    drawn = line(values)
    assert len(drawn.dots) == 2
    assert drawn.measured.count("M") == 3


def test_a_small_one_has_no_words() -> None:
    drawn = spark(series(d2018="7", d2019="8", d2020="7"))
    assert (drawn.grid, drawn.times, drawn.values) == ((), (), ())
    assert len(drawn.dots) == 1


VALUES = st.decimals(-(10**15), 10**15, allow_nan=False, places=3)
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 1, 1))


@st.composite
def any_series(draw: st.DrawFn) -> list[Value]:
    """Any days in order with any numbers, of which the last may be expected."""
    days = sorted(draw(st.lists(DAYS, min_size=1, max_size=60, unique=True)))
    known = draw(st.integers(0, len(days)))
    return [
        Value(
            PartialDate(day.year, day.month, day.day),
            draw(VALUES),
            "",
            is_forecast=number >= known,
            is_approximate=draw(st.booleans()),
        )
        for number, day in enumerate(days)
    ]


@settings(max_examples=60)
@given(any_series())
def test_nothing_is_outside_and_no_text_is_on_another(values: list[Value]) -> None:
    drawn = line(values)
    for dot in drawn.dots:
        assert drawn.left <= dot.x <= drawn.right
        assert 0 <= dot.y <= drawn.height
    for text in texts_of(drawn):
        left, top, right, bottom = text.box()
        assert left >= -1 and top >= 0
        assert right <= drawn.width + 1 and bottom <= drawn.height
    for one, other in combinations(texts_of(drawn), 2):
        assert not overlap(one, other), (one, other)
    assert line(values) == drawn


def texts_of(drawn: Line) -> list[Text]:
    return [*(text for _, text, _ in drawn.grid), *drawn.times, *drawn.values]


@pytest.mark.parametrize("number", [1, 12, 500])
def test_a_series_of_any_length_can_be_drawn(number: int) -> None:
    values = [Value(PartialDate(1900 + n // 12, n % 12 + 1), Decimal(n), "") for n in range(number)]
    assert line(values).measured.count("L") == number - 1
