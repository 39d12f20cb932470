"""The axis of time is to scale, and its marks are no finer than what is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.charts.days import short_month, time_axis
from synlighed.danish.dates import PartialDate, parse_partial_date

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2019", "2019", ["2019"]),
        ("2016", "2019", ["2016", "2017", "2018", "2019"]),
        ("1996", "2020", ["2000", "2005", "2010", "2015", "2020"]),
        ("januar 2026", "marts 2026", ["jan. 2026", "feb.", "mar."]),
        ("november 2025", "august 2026", ["nov. 2025", "jan. 2026", "mar.", "maj", "juli"]),
        ("30. december 2026", "1. januar 2027", ["30. dec. 2026", "31. dec.", "1. jan. 2027"]),
    ],
)  # fmt: skip
def test_marks(first: str, last: str, told: list[str]) -> None:
    days = parse_partial_date(first), parse_partial_date(last)
    ticks = time_axis(days).ticks(days[0], 6)
    assert [f"{tick.label} {tick.year}".strip() for tick in ticks] == told


def test_a_year_stands_in_its_middle() -> None:
    """So that what is known of a year only is said of no month in it."""
    axis = time_axis([PartialDate(2018), PartialDate(2019)])
    assert axis.share(PartialDate(2018)) == 0.25
    assert axis.share(PartialDate(2018)) == axis.ticks(PartialDate(2018), 6)[0].share


@given(DAYS, DAYS)
def test_there_are_a_few_marks_however_long_it_is(one: date, other: date) -> None:
    first, last = sorted((one, other))
    days = [PartialDate(day.year, day.month, day.day) for day in (first, last)]
    ticks = time_axis(days).ticks(days[0], 6)
    shares = [tick.share for tick in ticks]
    assert len(ticks) <= 8
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


def test_months_are_shortened_as_danes_do() -> None:
    assert [short_month(number) for number in (1, 3, 5, 6, 7, 9)] == [
        "jan.", "mar.", "maj", "juni", "juli", "sep.",
    ]  # fmt: skip
