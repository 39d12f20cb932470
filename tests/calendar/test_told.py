"""When something is, in the words of a page."""

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from synlighed.calendar.spans import Span, at, is_skipped, span
from synlighed.calendar.told import pieces, repeated, revised, told
from synlighed.danish.times import ZONE, parse_moment
from synlighed.model.events import Repeats
from tests.calendar.events import CANCELLED, event, moved, slot


@pytest.mark.parametrize(
    ("starts", "ends", "text"),
    [
        ("2. februar 2027 kl. 13", "kl. 15", "tirsdag den 2. februar 2027 kl. 13.00-15.00"),
        ("2. februar 2027 kl. 13", None, "tirsdag den 2. februar 2027 kl. 13.00"),
        ("2. februar 2027", None, "tirsdag den 2. februar 2027"),
        ("2. februar 2027", "2. februar 2027", "tirsdag den 2. februar 2027"),
        (
            "27. februar 2027",
            "1. marts 2027",
            "fra lørdag den 27. februar 2027 til mandag den 1. marts 2027",
        ),
        (
            "2. februar 2027 kl. 22",
            "3. februar 2027 kl. 6",
            "fra tirsdag den 2. februar 2027 kl. 22.00 til onsdag den 3. februar 2027 kl. 06.00",
        ),
        (
            "25. oktober 2026 kl. 2.30 vintertid",
            "kl. 4",
            "søndag den 25. oktober 2026 kl. 02.30 (vintertid)-04.00",
        ),
        (
            "25. oktober 2026 kl. 1",
            "kl. 2.30",
            "søndag den 25. oktober 2026 kl. 01.00-02.30 (sommertid)",
        ),
    ],
)
def test_when_it_is(starts: str, ends: str | None, text: str) -> None:
    assert told(slot(starts=starts, ends=ends).span) == text


MOMENTS = st.builds(
    at,
    st.one_of(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.just(date(2026, 10, 25))),
    st.times().map(lambda clock: clock.replace(second=0, microsecond=0)),
)


@given(MOMENTS, st.booleans())
def test_a_time_that_is_told_can_be_read_again(moment: datetime, is_second: bool) -> None:
    """By programs in their way, and by ourselves as it stands on the page."""
    assume(not is_skipped(moment))
    [piece] = pieces(Span(moment.replace(fold=is_second), None))
    machine = datetime.fromisoformat(piece.machine)
    assert machine.utcoffset() is not None
    assert parse_moment(piece.text).isoformat(timespec="minutes") == piece.machine
    assert machine.astimezone(ZONE).replace(tzinfo=None, fold=0) == moment.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        (
            [moved("9. februar 2027 kl. 14")],
            "Flyttet fra tirsdag den 2. februar 2027 kl. 13.00-15.00 til tirsdag den 9. februar "
            "2027 kl. 14.00-16.00.",
        ),
        (
            [moved("9. februar 2027", ends="10. februar 2027")],
            "Flyttet fra tirsdag den 2. februar 2027 kl. 13.00-15.00 til tirsdag den 9. februar "
            "2027.",
        ),
        (
            [{"date": "20. november 2026", "what": "flyttet", "place": "Sal 2"}],
            "Gælder tirsdag den 2. februar 2027 kl. 13.00-15.00. Nyt sted: Sal 2 i stedet for "
            "Sal 1.",
        ),
        (
            [{"date": "20. november 2026", "what": "flyttet", "url": "https://video.example/"}],
            "Gælder tirsdag den 2. februar 2027 kl. 13.00-15.00. Nyt link til at deltage.",
        ),
        (
            [{**CANCELLED, "reason": "For få var meldt til."}],
            "Aflyst: tirsdag den 2. februar 2027 kl. 13.00-15.00. For få var meldt til.",
        ),
    ],
)
def test_what_was_changed(changes: list[Any], text: str) -> None:
    [revision] = slot(place="Sal 1", changes=changes).revisions
    assert "".join(piece.text for piece in revised(revision)).strip() == text


@pytest.mark.parametrize(
    ("starts", "every", "text"),
    [
        ("2. februar 2027 kl. 13", "uge", "Hver tirsdag kl. 13.00-15.00"),
        ("2. februar 2027 kl. 13", "anden uge", "Hver anden tirsdag kl. 13.00-15.00"),
        ("2. februar 2027 kl. 13", "måned", "Den første tirsdag i hver måned kl. 13.00-15.00"),
        ("30. marts 2027 kl. 13", "måned", "Den sidste tirsdag i hver måned kl. 13.00-15.00"),
        (
            "23. februar 2027 kl. 13",
            "sidste i måneden",
            "Den sidste tirsdag i hver måned kl. 13.00-15.00",
        ),
        (
            "2. februar 2027 kl. 13",
            "anden måned",
            "Den første tirsdag i hver anden måned kl. 13.00-15.00",
        ),
        (
            "2. februar 2027 kl. 13",
            "kvartal",
            "Den første tirsdag i hver tredje måned kl. 13.00-15.00",
        ),
    ],
)
def test_how_a_series_comes_again(starts: str, every: str, text: str) -> None:
    repeats = Repeats.model_validate({"every": every, "until": "30. juni 2027"})
    assert repeated(repeats, span(event(starts=starts).starts, time(15))) == text


def test_a_series_of_whole_days_or_nights_says_when_it_begins() -> None:
    repeats = Repeats.model_validate({"every": "uge", "until": "30. juni 2027"})
    days = span(date(2027, 2, 2), date(2027, 2, 3))
    night = span(at(date(2027, 2, 2), time(22)), at(date(2027, 2, 3), time(6)))
    assert repeated(repeats, days) == "Hver tirsdag"
    assert repeated(repeats, night) == "Hver tirsdag kl. 22.00"
