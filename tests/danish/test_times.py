"""Moments in Danish time: what is read, what is refused and what is written."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.danish.dates import DateError, DateReason
from synlighed.danish.times import (
    ZONE,
    format_clock,
    format_moment,
    format_short_moment,
    format_time,
    parse_clock,
    parse_moment,
)

MINUTES = st.datetimes(
    datetime(1900, 1, 2), datetime(2199, 12, 30), timezones=st.just(UTC)
).map(lambda moment: moment.replace(second=0, microsecond=0).astimezone(ZONE))  # fmt: skip
NIGHTS = st.builds(
    lambda start, minutes: (start + timedelta(minutes=minutes)).astimezone(ZONE),
    # From midnight in Denmark on nights when the clocks change.
    st.sampled_from(
        [datetime(2026, 3, 28, 23, tzinfo=UTC), datetime(2026, 10, 24, 22, tzinfo=UTC)]
    ),
    st.integers(0, 6 * 60),
)
ODD_TEXTS = st.one_of(
    st.text(),
    st.text("0123456789.:-/ ,tTzkl+novembersommertid()", max_size=40),
    st.from_regex(r"\A\d{1,2}[./-]\d{1,2}[./-]\d{4}[ T]\d{1,2}[.:]\d\d[+-]\d\d:\d\d\Z"),
)


@pytest.mark.parametrize(
    "text",
    [
        "23. november 2026 kl. 13.00",
        "23. november 2026 kl. 13:00",
        "23. november 2026 kl. 13",
        "23. november 2026 kl 13",
        "23. november 2026 Kl.13.00",
        "23. november 2026, kl. 13.00",
        "23. november 2026, 13.00",
        "23. november 2026 13.00",
        " 23.\u00a0november 2026 \t kl.  13.00\n",
        "mandag den 23. november 2026 kl. 13.00",
        "23. nov. 2026 kl. 13",
        "23.11.2026 13:00",
        "23/11-2026 13.00",
        "d. 23/11/2026 kl. 13",
        "2026-11-23 13.00",
        "2026-11-23 13",
        "2026-11-23T13:00",
        "2026-11-23T13:00:00",
        "2026-11-23T13:00:59.999",
        "2026-11-23T13:00+01:00",
        "2026-11-23 13:00:00 +0100",
        "2026-11-23T12:00Z",
        "2026-11-23T07:30-04:30",
        "23. november 2026 kl. 13.00 (vintertid)",
        "23. november 2026 kl. 13.00 normaltid",
    ],
)
def test_every_customary_form_is_read(text: str) -> None:
    moment = parse_moment(text)
    assert moment == datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert moment.tzinfo is ZONE
    assert moment.isoformat() == "2026-11-23T13:00:00+01:00"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1. juli 2026 kl. 9.05", "2026-07-01T09:05:00+02:00"),
        ("1. juli 2026 kl. 09.05 (sommertid)", "2026-07-01T09:05:00+02:00"),
        ("1. juli 2026 kl. 0", "2026-07-01T00:00:00+02:00"),
        ("31. december 2026 kl. 24", "2027-01-01T00:00:00+01:00"),
        ("31. december 2026 kl. 24.00", "2027-01-01T00:00:00+01:00"),
    ],
)
def test_times_of_the_day_and_year(text: str, iso: str) -> None:
    assert parse_moment(text).isoformat() == iso


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", DateReason.FORM),
        ("i morgen kl. 9", DateReason.FORM),
        ("23. november kl. 9", DateReason.FORM),
        ("november 2026 kl. 9", DateReason.FORM),
        ("kl. 9", DateReason.FORM),
        ("23. november 2026 kl. 9-12", DateReason.FORM),
        ("23. november 2026 kl. 9.4", DateReason.FORM),
        ("23. november 2026 kl. ni", DateReason.FORM),
        ("23. november 2026 kl. ٩", DateReason.FORM),
        ("2026-11-23T1300", DateReason.FORM),
        ("23. november 2026 kl. 9 " * 1000, DateReason.FORM),
        ("23. november 2026", DateReason.NO_TIME),
        ("2026-11-23", DateReason.NO_TIME),
        ("23. november 2026 kl. 25", DateReason.NO_SUCH_TIME),
        ("23. november 2026 kl. 24.01", DateReason.NO_SUCH_TIME),
        ("23. november 2026 kl. 9.60", DateReason.NO_SUCH_TIME),
        ("2026-11-23T13:00+99:00", DateReason.NO_SUCH_TIME),
        ("31. november 2026 kl. 9", DateReason.NO_SUCH_DAY),
        ("23. movember 2026 kl. 9", DateReason.NO_SUCH_MONTH),
        ("23.11.26 kl. 9", DateReason.SHORT_YEAR),
        ("23. november 26", DateReason.SHORT_YEAR),
        ("tirsdag den 23. november 2026 kl. 9", DateReason.WRONG_WEEKDAY),
        ("23. november 1899 kl. 9", DateReason.YEAR),
        ("31. december 2199 kl. 24", DateReason.YEAR),
        ("1900-01-01T00:00+02:00", DateReason.YEAR),
        ("23. november 2026 kl. 9.42 (sommertid)", DateReason.WRONG_SEASON),
        ("1. juli 2026 kl. 9.42 vintertid", DateReason.WRONG_SEASON),
    ],
)
def test_a_refusal_says_why(text: str, reason: DateReason) -> None:
    """The reason is what a message to the editor is made from."""
    with pytest.raises(DateError) as refusal:
        parse_moment(text)
    assert refusal.value.reason is reason


def test_a_time_that_the_clocks_skip_does_not_exist() -> None:
    """On 29 March 2026 the minute after 01.59 is 03.00."""
    assert parse_moment("29. marts 2026 kl. 1.59").isoformat() == "2026-03-29T01:59:00+01:00"
    for clock in ("2.00", "2.30", "2.59", "2.30 sommertid", "2.30 vintertid"):
        with pytest.raises(DateError) as refusal:
            parse_moment(f"29. marts 2026 kl. {clock}")
        assert refusal.value.reason is DateReason.SKIPPED
    assert parse_moment("29. marts 2026 kl. 3.00").isoformat() == "2026-03-29T03:00:00+02:00"


@pytest.mark.parametrize(
    ("written", "iso", "shown"),
    [
        ("kl. 1.59", "01:59:00+02:00", "kl. 01.59"),
        ("kl. 2.00", "02:00:00+02:00", "kl. 02.00 (sommertid)"),
        ("kl. 2.30", "02:30:00+02:00", "kl. 02.30 (sommertid)"),
        ("kl. 2.30 sommertid", "02:30:00+02:00", "kl. 02.30 (sommertid)"),
        ("kl. 2.30 vintertid", "02:30:00+01:00", "kl. 02.30 (vintertid)"),
        ("kl. 2.30 (normaltid)", "02:30:00+01:00", "kl. 02.30 (vintertid)"),
        ("2:30+01:00", "02:30:00+01:00", "kl. 02.30 (vintertid)"),
        ("kl. 3.00", "03:00:00+01:00", "kl. 03.00"),
    ],
)
def test_a_time_that_comes_twice_is_the_first_unless_it_says_so(
    written: str, iso: str, shown: str
) -> None:
    """On 25 October 2026 the minute after 02.59 is 02.00."""
    moment = parse_moment(f"25. oktober 2026 {written}")
    assert moment.isoformat() == f"2026-10-25T{iso}"
    assert format_moment(moment) == f"25. oktober 2026 {shown}"
    assert format_short_moment(moment) == f"25.10.2026 {shown}"


@given(st.one_of(MINUTES, NIGHTS))
def test_what_is_written_can_be_read(moment: datetime) -> None:
    """Round trip to the minute, in summer and winter and on the nights between."""
    for text in (format_moment(moment), moment.isoformat(), moment.astimezone(UTC).isoformat()):
        assert parse_moment(text).astimezone(UTC) == moment.astimezone(UTC), text


@given(ODD_TEXTS)
def test_no_text_raises_anything_else(text: str) -> None:
    """Whatever is typed gives a moment or a DateError."""
    try:
        moment = parse_moment(text)
    except DateError as error:
        assert isinstance(error.reason, DateReason)
    else:
        assert parse_moment(format_moment(moment)).isoformat() == moment.isoformat()


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("13.00", time(13)),
        ("13:00", time(13)),
        ("13", time(13)),
        ("9", time(9)),
        ("09.05", time(9, 5)),
        ("kl. 9.05", time(9, 5)),
        ("kl 9.05", time(9, 5)),
        ("Kl.9.05", time(9, 5)),
        (" kl.\u00a09.05 \n", time(9, 5)),
        ("13:00:59", time(13)),
        ("0", time(0)),
        ("23.59", time(23, 59)),
    ],
)
def test_a_time_of_day_is_read(text: str, clock: time) -> None:
    assert parse_clock(text) == clock
    assert parse_clock(text).tzinfo is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", DateReason.FORM),
        ("kl.", DateReason.FORM),
        ("middag", DateReason.FORM),
        ("9.4", DateReason.FORM),
        ("9-12", DateReason.FORM),
        ("1300", DateReason.FORM),
        ("٩", DateReason.FORM),
        ("9.05 vintertid", DateReason.FORM),
        ("9.05+01:00", DateReason.FORM),
        ("2. februar 2027 kl. 9", DateReason.FORM),
        ("9.60", DateReason.NO_SUCH_TIME),
        ("25", DateReason.NO_SUCH_TIME),
        # The midnight that ends a day is of the next, and only a date can say so.
        ("24", DateReason.NO_SUCH_TIME),
        ("24.00", DateReason.NO_SUCH_TIME),
    ],
)
def test_what_is_no_time_of_day_is_refused(text: str, reason: DateReason) -> None:
    with pytest.raises(DateError) as refusal:
        parse_clock(text)
    assert refusal.value.reason is reason


@given(MINUTES)
def test_a_time_of_day_that_is_written_can_be_read(moment: datetime) -> None:
    for text in (format_clock(moment), format_time(moment), f"{moment:%H:%M}"):
        assert parse_clock(text) == moment.time().replace(fold=0)


@given(ODD_TEXTS)
def test_no_text_of_a_time_of_day_raises_anything_else(text: str) -> None:
    try:
        parse_clock(text)
    except DateError as error:
        assert error.reason in (DateReason.FORM, DateReason.NO_SUCH_TIME)


def test_formats() -> None:
    """Wherever the moment was noted, Danish time is shown."""
    moment = datetime(2026, 11, 23, 8, 42, 59, tzinfo=UTC)
    assert format_moment(moment) == "23. november 2026 kl. 09.42"
    assert format_short_moment(moment) == "23.11.2026 kl. 09.42"
    assert format_time(moment) == "kl. 09.42"
    assert format_clock(moment) == "09.42"
