"""Events as programs read them on a page: schema.org in JSON-LD 1.1."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from synlighed.calendar.slots import Slot
from synlighed.calendar.told import machine

_SCHEMA = "https://schema.org/"
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""No text can end the script element, or begin a comment in it (HTML, 4.12.1.3)."""


def linked_data(slot: Slot, organisers: Sequence[str]) -> Markup:
    """A time of an event as a script element, which no browser runs.

    Args:
        slot: When and where it is.
        organisers: Who is behind it; organisations and groups, never persons.
    """
    return Markup('<script type="application/ld+json">{}</script>').format(
        escaped(dict(_properties(slot, organisers)))
    )


def escaped(document: Any) -> Markup:
    """JSON that is the same to programs, and to HTML is a text without a sign of its own."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))


def _properties(slot: Slot, organisers: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """`Event` (https://schema.org/Event)."""
    yield "@context", _SCHEMA.rstrip("/")
    yield "@type", "Event"
    yield "name", f"{slot.event.title} (Eksempel)" if slot.event.example else slot.event.title
    yield "description", slot.event.summary
    yield "inLanguage", "da"
    yield "startDate", machine(slot.span.starts)
    if slot.span.ends:
        yield "endDate", machine(slot.span.ends)
    yield "eventStatus", _SCHEMA + _status(slot)
    if _is_rescheduled(slot):
        yield "previousStartDate", machine(slot.was.starts)
    if mode := _attendance(slot):
        yield "eventAttendanceMode", _SCHEMA + mode
    if places := list(_places(slot)):
        yield "location", places if len(places) > 1 else places[0]
    behind = [{"@type": "Organization", "name": name} for name in organisers]
    yield "organizer", behind if len(behind) > 1 else behind[0]
    if slot.event.seats:
        yield "maximumAttendeeCapacity", slot.event.seats


def _status(slot: Slot) -> str:
    if slot.is_cancelled:
        return "EventCancelled"
    return "EventRescheduled" if _is_rescheduled(slot) else "EventScheduled"


def _is_rescheduled(slot: Slot) -> bool:
    return slot.span.starts != slot.was.starts


def _attendance(slot: Slot) -> str:
    if slot.place and slot.url:
        return "MixedEventAttendanceMode"
    if slot.url:
        return "OnlineEventAttendanceMode"
    return "OfflineEventAttendanceMode" if slot.place else ""


def _places(slot: Slot) -> Iterator[dict[str, str]]:
    if slot.place:
        yield {"@type": "Place", "name": slot.place, "address": slot.place}
    if slot.url:
        yield {"@type": "VirtualLocation", "url": slot.url}
