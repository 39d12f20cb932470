"""The days of a series, held against another program's idea of recurrence."""

from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from hypothesis import given
from hypothesis import strategies as st

from synlighed.calendar.repeating import LAST, MOST, every_day, is_last_of_month, planned_days
from synlighed.model.events import Repeats

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
WEEKS = {"uge": 1, "anden uge": 2}
MONTHS = {"måned": 1, "anden måned": 2, "kvartal": 3, LAST: 1}
EVERY = st.sampled_from([*WEEKS, *MONTHS])


def series(every: str, until: date, *exceptions: date) -> Repeats:
    given: dict[str, Any] = {"every": every, "until": until.isoformat()}
    return Repeats.model_validate({**given, "exceptions": [day.isoformat() for day in exceptions]})


def oracle(first: date, every: str) -> rrule:
    """The same series as dateutil counts it, without an end."""
    start = datetime.combine(first, time())
    if every in WEEKS:
        return rrule(WEEKLY, dtstart=start, interval=WEEKS[every])
    nth = (first.day - 1) // 7 + 1
    # Where a month has no fifth, its last: so the fifth is the last everywhere.
    which = -1 if every == LAST or nth == 5 else nth
    return rrule(
        MONTHLY,
        dtstart=start,
        interval=MONTHS[every],
        byweekday=weekday(first.weekday(), which),
    )


@given(DAYS, EVERY, st.integers(0, 1200))
def test_the_days_are_those_another_program_counts(first: date, every: str, length: int) -> None:
    until = first + timedelta(days=length)
    found = [*every_day(first, series(every, until))]
    expected = (found_.date() for found_ in oracle(first, every))
    assert found == [day for day in islice(expected, len(found) + 1) if day <= until]


@given(DAYS, EVERY, st.integers(0, 1200), st.data())
def test_every_day_is_of_its_weekday_and_none_is_an_exception(
    first: date, every: str, length: int, data: st.DataObject
) -> None:
    until = first + timedelta(days=length)
    whole = planned_days(first, series(every, until))
    exceptions = data.draw(st.lists(st.sampled_from(whole or [until]), max_size=5))
    found = planned_days(first, series(every, until, *exceptions))
    assert {day.weekday() for day in found} <= {first.weekday()}
    assert [*found] == [day for day in whole if day not in exceptions]
    assert [*found] == sorted({*found})
    assert all(first <= day <= until for day in found)


@given(DAYS)
def test_a_day_is_the_last_of_its_weekday_in_its_month(day: date) -> None:
    last = oracle(day, LAST)[0].date()
    assert is_last_of_month(day) is (day == last)


def test_a_month_without_a_fifth_has_its_last() -> None:
    """From the fifth Friday of January 2027."""
    found = planned_days(date(2027, 1, 29), series("måned", date(2027, 4, 30)))
    assert [day.day for day in found] == [29, 26, 26, 30]


def test_no_series_is_longer_than_the_longest() -> None:
    """Whatever year somebody writes; and the day too many is there for a rule to see."""
    endless = series("uge", date(2199, 1, 1))
    assert len(planned_days(date(2026, 1, 6), endless)) == MOST
    assert len([*every_day(date(2026, 1, 6), endless)]) == MOST + 1


def test_an_exception_makes_room_for_none() -> None:
    """It is a time that is not, and none is put in its place at the end."""
    found = planned_days(
        date(2027, 1, 5), series("uge", date(2027, 1, 26), date(2027, 1, 12), date(2030, 1, 1))
    )
    assert [day.day for day in found] == [5, 19, 26]
