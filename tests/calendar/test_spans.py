"""From when to when, also on the nights when the clocks change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from synlighed.calendar.spans import Span, at, is_skipped, moved, on_day, span
from synlighed.danish.times import ZONE, parse_moment
from synlighed.model.events import Start

FORWARD, BACK = date(2026, 3, 29), date(2026, 10, 25)
NEXT_FORWARD = date(2027, 3, 28)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
NIGHTS = st.sampled_from([FORWARD, BACK, NEXT_FORWARD])
CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
MOMENTS = st.builds(at, st.one_of(DAYS, NIGHTS), CLOCKS)


def moment(text: str) -> datetime:
    return parse_moment(text)


def wall(value: datetime | date | None) -> datetime:
    """What a clock shows."""
    assert isinstance(value, datetime)
    return value.replace(tzinfo=None, fold=0)


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        (date(2026, 3, 28), 12),
        (FORWARD, 11),
        (date(2026, 10, 24), 11),
        (BACK, 12),
        (date(2027, 3, 27), 12),
        (NEXT_FORWARD, 11),
    ],
)
def test_a_series_keeps_its_time_by_the_clock(day: date, utc: int) -> None:
    """Summer and winter: one o'clock is one o'clock, and two hours later it is three."""
    first = span(moment("6. januar 2026 kl. 13"), time(15))
    then = on_day(first, day)
    assert then.begins == datetime(day.year, day.month, day.day, utc, tzinfo=UTC)
    assert then.over - then.begins == timedelta(hours=2)


@given(MOMENTS, CLOCKS, st.one_of(DAYS, NIGHTS))
def test_it_lasts_as_long_by_the_clock_on_every_day(
    starts: datetime, ends: time, day: date
) -> None:
    planned = span(starts, ends)
    assume(wall(starts) <= wall(planned.ends))
    then = on_day(planned, day)
    assert then.first_day == day or is_skipped(then.starts)
    assert wall(then.starts).time() == wall(starts).time()
    assert wall(then.ends) - wall(then.starts) == wall(planned.ends) - wall(planned.starts)


@given(MOMENTS, CLOCKS, MOMENTS)
def test_what_is_moved_does_not_end_before_it_begins(
    starts: datetime, ends: time, to: datetime
) -> None:
    """Unless it did already, or is at a time that no clock shows."""
    planned = span(starts, ends)
    assume(planned.begins <= planned.over)
    then = moved(planned, to, None)
    assume(not is_skipped(to) and not is_skipped(then.ends))
    assert then.begins <= then.over


def test_several_days_stay_as_many() -> None:
    first = span(date(2026, 3, 27), date(2026, 3, 30))
    then = moved(first, date(2026, 10, 24), None)
    assert (then.first_day, then.last_day) == (date(2026, 10, 24), date(2026, 10, 27))
    # The first of them has no hour at its end, the second has one too many.
    assert first.over - first.begins == timedelta(hours=4 * 24 - 1)
    assert then.over - then.begins == timedelta(hours=4 * 24 + 1)


def test_of_a_time_that_comes_twice_the_first_is_meant_unless_it_is_too_early() -> None:
    second = moment("25. oktober 2026 kl. 2.30 vintertid")
    assert span(at(BACK, time(2, 30)), time(2, 45)).over == datetime(
        2026, 10, 25, 0, 45, tzinfo=UTC
    )
    assert span(second, time(2, 45)).over == datetime(2026, 10, 25, 1, 45, tzinfo=UTC)
    other_day = span(moment("20. oktober 2026 kl. 2.15"), time(2, 45))
    assert moved(other_day, second, None).over == datetime(2026, 10, 25, 2, tzinfo=UTC)
    quarter = span(moment("20. oktober 2026 kl. 2.15"), time(2, 30))
    assert moved(quarter, second, None).over == datetime(2026, 10, 25, 1, 45, tzinfo=UTC)


def test_a_series_that_begins_in_the_second_hour_lasts_as_long_the_next_week() -> None:
    """Also where the clock was set back before it ended."""
    first = Span(moment("25. oktober 2026 kl. 2.45"), moment("25. oktober 2026 kl. 2.15 vintertid"))
    then = on_day(first, date(2026, 11, 1))
    assert first.over - first.begins == then.over - then.begins == timedelta(minutes=30)


@given(st.one_of(DAYS, NIGHTS), MOMENTS)
def test_on_its_own_day_it_is_as_it_was_written(day: date, ends: datetime) -> None:
    """Down to which of two times alike is meant."""
    whole = Span(day, ends.date())
    hours = Span(ends - timedelta(minutes=45), ends.replace(fold=1))
    assert (on_day(whole, day), on_day(hours, hours.first_day)) == (whole, hours)
    assert on_day(hours, hours.first_day).over == hours.over


@pytest.mark.parametrize(
    ("before", "to", "is_all_day"),
    [
        (span(moment("6. januar 2026 kl. 13"), time(15)), date(2026, 1, 8), True),
        (span(date(2026, 1, 6), date(2026, 1, 7)), moment("8. januar 2026 kl. 13"), False),
    ],
)
def test_from_hours_to_days_and_back_nobody_knows_how_long(
    before: Span, to: Start, is_all_day: bool
) -> None:
    then = moved(before, to, None)
    assert (then.starts, then.ends, then.is_all_day) == (to, None, is_all_day)


def test_an_end_that_is_given_is_the_end() -> None:
    before = span(moment("6. januar 2026 kl. 13"), time(15))
    assert moved(before, None, time(16)).over == datetime(2026, 1, 6, 15, tzinfo=UTC)
    assert moved(before, moment("7. januar 2026 kl. 9"), time(9, 30)).over == datetime(
        2026, 1, 7, 8, 30, tzinfo=UTC
    )
    assert moved(before, None, None) == before


def test_what_has_no_end_is_over_with_its_day() -> None:
    assert Span(at(BACK, time(13)), None).over == datetime(2026, 10, 25, 23, tzinfo=UTC)
    assert Span(FORWARD, None).over == datetime(2026, 3, 29, 22, tzinfo=UTC)
    assert Span(FORWARD, None).begins == datetime(2026, 3, 28, 23, tzinfo=UTC)


@given(MOMENTS)
def test_only_the_hour_that_the_clocks_skip_is_skipped(when: datetime) -> None:
    in_gap = when.date() in (FORWARD, NEXT_FORWARD) and when.hour == 2
    assert is_skipped(when) is in_gap
    assert not is_skipped(when.date())
    assert not is_skipped(None)


def test_the_other_time_of_two_is_not_skipped() -> None:
    assert not is_skipped(moment("25. oktober 2026 kl. 2.30 vintertid"))
    assert at(BACK, time(2, 30)).tzinfo is ZONE
