"""iCalendar (RFC 5545), with what RFC 7986 adds to it.

Each entry is written once, and calendars are put together of what was written: serialising is most
of the work. All that stands in an entry is given, so the same data gives the same bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from synlighed.danish.times import ZONE
from synlighed.feeds.texts import clean

RENEWED_EVERY = 12
"""Hours after which a calendar program should ask for a feed again, if it listens to that."""

# By hand, in the short form by rules: Outlook ignores zones that are listed year by year, which is
# what the library writes, and Google takes a long one for another encoding. The rules are those of
# Directive 2000/84/EC, as in force since 1996; what is before is of no use to anybody.
_ZONE = b"""\
BEGIN:VTIMEZONE\r
TZID:Europe/Copenhagen\r
BEGIN:STANDARD\r
DTSTART:19701025T030000\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
TZNAME:CET\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:19700329T020000\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r
TZNAME:CEST\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
END:DAYLIGHT\r
END:VTIMEZONE\r
"""


@dataclass(frozen=True)
class Entry:
    """What a calendar shows as one event."""

    uid: str
    """What it is known by in every calendar, for ever."""
    revised: datetime
    """When it was last changed."""
    sequence: int
    """How often it was moved or cancelled."""
    starts: datetime | date
    ends: datetime | date | None
    """A moment as `starts`, or the last of several whole days."""
    title: str
    text: str
    url: str
    """The page about it, absolute."""
    categories: tuple[str, ...] = ()
    place: str = ""
    video: str = ""
    """The address of the meeting, when one can be there from afar."""
    organiser: tuple[str, str] | None = None
    """The name and the mailbox of a function, never of a person."""
    is_cancelled: bool = False
    takes_time: bool = True
    """Whether whoever goes is busy."""


def entry(one: Entry) -> bytes:
    """An entry as a VEVENT, to be put in calendars."""
    # Imported late: it takes longer than to renew the status, which seldom has anything to write.
    from icalendar import Event, vCalAddress, vUri

    event = Event()
    event.add("uid", one.uid)
    # Without METHOD this is when it was last revised (RFC 5545, 3.8.7.2).
    revised = one.revised.astimezone(UTC)
    event.add("dtstamp", revised)
    event.add("last-modified", revised)
    event.add("sequence", one.sequence)
    starts, ends = _times(one)
    event.add("dtstart", starts)
    # An end must be later than the beginning (RFC 5545, 3.8.2.2); none says the same moment.
    if ends not in (None, starts):
        event.add("dtend", ends)
    event.add("summary", clean(one.title))
    event.add("description", clean(one.text))
    event.add("url", one.url)
    event.add("status", "CANCELLED" if one.is_cancelled else "CONFIRMED")
    is_free = one.is_cancelled or not one.takes_time
    event.add("transp", "TRANSPARENT" if is_free else "OPAQUE")
    if one.categories:
        event.add("categories", [clean(category) for category in one.categories])
    if one.place or one.video:
        event.add("location", clean(one.place or one.video))
    if one.video:
        conference = {"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": "Deltag online"}
        event.add("conference", vUri(one.video), parameters=conference)
    if one.organiser:
        name, mailbox = one.organiser
        event.add("organizer", vCalAddress(f"mailto:{mailbox}"), parameters={"CN": clean(name)})
    return bytes(event.to_ical())


def together(vevents: Iterable[bytes]) -> bytes:
    """A file with entries to take home; had it a name, Outlook would make a calendar of it."""
    return _file(vevents, b"")


def feed(vevents: Iterable[bytes], name: str) -> bytes:
    """A calendar to subscribe to."""
    from icalendar import Calendar, vText

    head = Calendar()
    # The library knows no type of these, and would write them without escapes.
    head.add("name", vText(clean(name)))
    head.add("x-wr-calname", vText(clean(name)))
    every = timedelta(hours=RENEWED_EVERY)
    head.add("refresh-interval", every, parameters={"VALUE": "DURATION"})
    head.add("x-published-ttl", f"PT{RENEWED_EVERY}H")
    lines = head.to_ical().removeprefix(b"BEGIN:VCALENDAR\r\n").removesuffix(b"END:VCALENDAR\r\n")
    return _file(vevents, lines)


def _file(vevents: Iterable[bytes], head: bytes) -> bytes:
    return b"".join(
        (
            b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Synlighed//DA\r\n",
            b"CALSCALE:GREGORIAN\r\n",
            head,
            _ZONE,
            *vevents,
            b"END:VCALENDAR\r\n",
        )
    )


def _times(one: Entry) -> tuple[datetime | date, datetime | date | None]:
    """When it begins and ends, in one zone: some programs count from the one to the other."""
    if not isinstance(one.starts, datetime):
        # Of whole days, the end is the first that it is not (RFC 5545, 3.6.1).
        return one.starts, one.ends + timedelta(days=1) if one.ends else None
    starts, ends = _here(one.starts), _here(one.ends) if isinstance(one.ends, datetime) else None
    zone = UTC if _is_twice(starts) or (ends and _is_twice(ends)) else ZONE
    return starts.astimezone(zone), ends.astimezone(zone) if ends else None


def _here(moment: datetime) -> datetime:
    """A moment in Denmark, by way of UTC: no file may name a time that the clocks skip."""
    return moment.astimezone(UTC).astimezone(ZONE)


def _is_twice(here: datetime) -> bool:
    """Whether clocks show a time twice: by the zone alone, Thunderbird takes it for the second."""
    return here.utcoffset() != here.replace(fold=1 - here.fold).utcoffset()
