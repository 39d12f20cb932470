"""Calendar files as bytes, line by line as RFC 5545 has it."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from io import StringIO
from typing import Any
from unicodedata import category

import pytest
from dateutil.tz import tzical
from hypothesis import given
from hypothesis import strategies as st

from synlighed.danish.times import ZONE
from synlighed.feeds.icalendar import Entry, entry, feed, together
from tests.feeds.lint import ONLY_FEEDS, Component, entries, plain, read

REVISED = datetime(2026, 11, 23, tzinfo=UTC)
TEXTS = st.one_of(
    st.text(max_size=300),
    # What there is to escape, and signs of every length a fold may split.
    st.text("\\;,:\"n\n\r\t æøå€😀\u0301\x00\x07\x85\u2028^'", max_size=300),
)
MOMENTS = st.datetimes(
    datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)
).map(lambda moment: moment.replace(microsecond=0).astimezone(ZONE))  # fmt: skip


def made(**fields: Any) -> Entry:
    """An entry of an hour, unless a field says otherwise."""
    given = {
        "uid": "8d1b9a52-5b0e-5c1c-9a57-6f6f0a3f7e51",
        "revised": REVISED,
        "sequence": 0,
        "starts": datetime(2027, 2, 2, 13, tzinfo=ZONE),
        "ends": datetime(2027, 2, 2, 14, tzinfo=ZONE),
        "title": "Apps",
        "text": "Om apps.",
        "url": "https://intra.example/kalender/apps/",
    }
    return Entry(**{**given, **fields})


def written(**fields: Any) -> Component:
    """An entry, alone in a file without a fault, and read again."""
    [found] = entries(together([entry(made(**fields))])).values()
    return found


def cleaned(text: str) -> str:
    """A text as a calendar can hold it: lines end in one way, and controls are left out."""
    lines = re.sub("\r\n|[\r\x85\u2028\u2029]", "\n", text)
    return "".join(
        sign
        for sign in lines
        if sign in "\t\n" or not (category(sign) in ("Cc", "Cs") or sign in "\ufffe\uffff")
    )


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_any_text_makes_a_file_without_a_fault(
    title: str, text: str, place: str, name: str
) -> None:
    vevent = entry(
        made(
            title=f"x{title}",
            text=text,
            place=place,
            categories=(title, place),
            organiser=(name, "apps@region.example"),
        )
    )
    [found] = entries(together([vevent])).values()
    assert plain(found.value("SUMMARY")) == cleaned(f"x{title}")
    assert plain(found.value("DESCRIPTION")) == cleaned(text)
    assert plain(found.value("LOCATION")) == cleaned(place)
    calendar = read(feed((vevent,), name))
    assert plain(calendar.value("NAME")) == plain(calendar.value("X-WR-CALNAME")) == cleaned(name)


@given(MOMENTS, st.one_of(st.none(), st.integers(0, 100_000)))
def test_any_time_is_the_same_moment(starts: datetime, minutes: int | None) -> None:
    ends = None if minutes is None else (starts.astimezone(UTC) + timedelta(minutes=minutes))
    found = written(starts=starts, ends=ends)
    assert moment(found, "DTSTART") == starts.astimezone(UTC)
    assert moment(found, "DTEND") == (ends if minutes else None)


def moment(found: Component, name: str) -> datetime | None:
    """A time of an entry; by its zone, of two alike the first."""
    text = found.value(name)
    if not text:
        return None
    zone = UTC if text.endswith("Z") else ZONE
    return datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S").replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("starts", "ends", "lines"),
    [
        (
            datetime(2027, 2, 2, 13, tzinfo=ZONE),
            datetime(2027, 2, 2, 14, tzinfo=ZONE),
            ["DTSTART;TZID=Europe/Copenhagen:20270202T130000",
             "DTEND;TZID=Europe/Copenhagen:20270202T140000"],
        ),
        # The end of whole days is the first that it is not.
        (date(2027, 2, 2), date(2027, 2, 2),
         ["DTSTART;VALUE=DATE:20270202", "DTEND;VALUE=DATE:20270203"]),
        (date(2027, 2, 27), date(2027, 2, 28),
         ["DTSTART;VALUE=DATE:20270227", "DTEND;VALUE=DATE:20270301"]),
        (date(2027, 2, 2), None, ["DTSTART;VALUE=DATE:20270202"]),
        # An end at the beginning is none.
        (datetime(2027, 2, 2, 13, tzinfo=ZONE), datetime(2027, 2, 2, 13, tzinfo=ZONE),
         ["DTSTART;TZID=Europe/Copenhagen:20270202T130000"]),
        # Programs do not agree on which of two times alike a zone means; both ends in one zone.
        (
            datetime(2026, 10, 25, 2, 30, tzinfo=ZONE),
            datetime(2026, 10, 25, 2, 45, tzinfo=ZONE),
            ["DTSTART:20261025T003000Z", "DTEND:20261025T004500Z"],
        ),
        (
            datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZONE),
            datetime(2026, 10, 25, 4, tzinfo=ZONE),
            ["DTSTART:20261025T013000Z", "DTEND:20261025T030000Z"],
        ),
        (
            datetime(2026, 10, 24, 23, tzinfo=ZONE),
            datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZONE),
            ["DTSTART:20261024T210000Z", "DTEND:20261025T013000Z"],
        ),
        # Which of two is told of other days is nothing to any program.
        (datetime(2026, 11, 1, 2, 30, fold=1, tzinfo=ZONE), None,
         ["DTSTART;TZID=Europe/Copenhagen:20261101T023000"]),
        # A time that the clocks skip has another name.
        (datetime(2026, 3, 29, 2, 30, tzinfo=ZONE), None,
         ["DTSTART;TZID=Europe/Copenhagen:20260329T033000"]),
    ],
)  # fmt: skip
def test_when_it_is(starts: Any, ends: Any, lines: list[str]) -> None:
    found = written(starts=starts, ends=ends)
    assert [found.line(line.split(":")[0].split(";")[0]) for line in lines] == lines
    assert bool(found.value("DTEND")) is (len(lines) == 2)


def test_all_that_an_entry_says() -> None:
    found = written(
        sequence=3,
        categories=("Seminar", "Eksempel"),
        place="Sal 1, Odense",
        video="https://video.example/a;b,c",
        organiser=("Mobile apps", "apps@region.example"),
    )
    assert found.line("SEQUENCE") == "SEQUENCE:3"
    assert found.line("DTSTAMP") == "DTSTAMP:20261123T000000Z"
    assert found.line("LAST-MODIFIED") == "LAST-MODIFIED:20261123T000000Z"
    assert found.line("CATEGORIES") == "CATEGORIES:Seminar,Eksempel"
    assert found.line("LOCATION") == r"LOCATION:Sal 1\, Odense"
    assert found.line("CONFERENCE") == (
        "CONFERENCE;FEATURE=VIDEO;LABEL=Deltag online;VALUE=URI:https://video.example/a;b,c"
    )
    assert found.line("ORGANIZER") == 'ORGANIZER;CN="Mobile apps":mailto:apps@region.example'
    assert found.line("URL") == "URL:https://intra.example/kalender/apps/"
    assert found.line("STATUS") == "STATUS:CONFIRMED"
    assert found.line("TRANSP") == "TRANSP:OPAQUE"


def test_what_is_only_a_video_meeting_is_there() -> None:
    """Programs that do not know CONFERENCE show where it is."""
    assert written(video="https://video.example/1").value("LOCATION") == "https://video.example/1"


@pytest.mark.parametrize(
    ("is_cancelled", "takes_time", "status", "transparency"),
    [
        (False, True, "CONFIRMED", "OPAQUE"),
        (False, False, "CONFIRMED", "TRANSPARENT"),
        (True, True, "CANCELLED", "TRANSPARENT"),
    ],
)
def test_nobody_is_busy_with_what_is_cancelled_or_a_deadline(
    is_cancelled: bool, takes_time: bool, status: str, transparency: str
) -> None:
    found = written(title="AFLYST: Apps", is_cancelled=is_cancelled, takes_time=takes_time)
    assert (found.value("STATUS"), found.value("TRANSP")) == (status, transparency)


def test_only_a_feed_has_a_name_and_is_renewed() -> None:
    """Outlook makes a calendar of a single entry whose file has a name."""
    vevent = entry(made())
    alone, several = read(together([vevent])), read(feed((vevent,), "Kalender, apps"))
    assert {name for name, _, _ in alone.lines} == {"VERSION", "PRODID", "CALSCALE"}
    assert {name for name, _, _ in several.lines} - {name for name, _, _ in alone.lines} == (
        ONLY_FEEDS
    )
    assert several.line("NAME") == r"NAME:Kalender\, apps"
    assert several.line("REFRESH-INTERVAL") == "REFRESH-INTERVAL;VALUE=DURATION:PT12H"
    assert several.line("X-PUBLISHED-TTL") == "X-PUBLISHED-TTL:PT12H"


def test_the_zone_is_told_by_rules_and_once() -> None:
    [zone] = [
        part
        for part in read(feed(map(entry, (made(uid="a"), made(uid="b"))), "x")).parts
        if part.name == "VTIMEZONE"
    ]
    assert {part.name: part.value("RRULE") for part in zone.parts} == {
        "STANDARD": "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "DAYLIGHT": "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    }


@given(st.datetimes(datetime(1997, 1, 1), datetime(2037, 12, 31)))
def test_the_zone_is_the_time_of_denmark(wall: datetime) -> None:
    """As another program reads the rules, at every moment that they hold for."""
    assert ours().utcoffset(wall) == wall.replace(tzinfo=ZONE).utcoffset() or is_odd(wall)


def is_odd(wall: datetime) -> bool:
    """Whether clocks show a time twice or never."""
    offsets = {wall.replace(tzinfo=ZONE, fold=fold).utcoffset() for fold in (0, 1)}
    return len(offsets) == 2


@cache
def ours() -> Any:
    """The zone of our files, as dateutil reads it."""
    content = feed((), "x").decode()
    zone = content[content.index("BEGIN:VTIMEZONE") : content.index("END:VCALENDAR")]
    return tzical(StringIO(zone.replace("\r\n", "\n"))).get("Europe/Copenhagen")


def test_an_empty_calendar_is_one() -> None:
    assert entries(feed((), "Tom")) == {}
