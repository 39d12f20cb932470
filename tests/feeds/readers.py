"""Libraries that read calendars, each with a parser and an idea of zones of its own.

`python -m tests.feeds.readers FILE` says as JSON what each finds, in whatever zone the machine is.
"""

import json
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import icalendar
import recurring_ical_events
import vobject
from ical.calendar_stream import IcsCalendarStream


class Found(NamedTuple):
    """What a program knows of an entry; of whole days, the end is the first that it is not."""

    uid: str
    starts: str
    ends: str
    """Empty when none is given."""
    title: str
    place: str


def by_icalendar(text: str) -> list[Found]:
    return [
        _found(str(event["uid"]), event["dtstart"].dt, end.dt if end else None, event)
        for event in icalendar.Calendar.from_ical(text).walk("VEVENT")
        for end in [event.get("dtend")]
    ]


def by_recurrence(text: str) -> list[Found]:
    """As `recurring_ical_events` shows what there is in twenty years."""
    calendar = icalendar.Calendar.from_ical(text)
    return [
        _found(str(event["uid"]), event["dtstart"].dt, event["dtend"].dt, event)
        for event in recurring_ical_events.of(calendar).between(date(2020, 1, 1), date(2040, 1, 1))
    ]


def by_vobject(text: str) -> list[Found]:
    found = []
    for calendar in vobject.readComponents(text):
        for event in calendar.contents.get("vevent", []):
            values = {name: lines[0].value for name, lines in event.contents.items()}
            ends = values.get("dtend")
            found.append(_found(values["uid"], values["dtstart"], ends, values))
    return found


def by_ical(text: str) -> list[Found]:
    calendar = IcsCalendarStream.calendar_from_ics(text)
    return [_found(event.uid, event.dtstart, event.dtend, vars(event)) for event in calendar.events]


READERS: dict[str, Callable[[str], list[Found]]] = {
    "icalendar": by_icalendar,
    "recurring-ical-events": by_recurrence,
    "vobject": by_vobject,
    "ical": by_ical,
}


def _found(uid: str, starts: Any, ends: Any, texts: Any) -> Found:
    told = (str(texts.get(name) or "") for name in ("summary", "location"))
    return Found(uid, when(starts), when(ends) if ends else "", *told)


def when(value: datetime | date) -> str:
    """A moment in UTC, or a day."""
    if isinstance(value, datetime):
        assert value.tzinfo, "a time in no zone"
        return value.astimezone(UTC).isoformat()
    return value.isoformat()


if __name__ == "__main__":
    content = Path(sys.argv[1]).read_bytes().decode()
    print(json.dumps({name: sorted(read(content)) for name, read in READERS.items()}))
