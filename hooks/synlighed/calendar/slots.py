"""One event, or one of a series: when and where it is after all that was changed."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from synlighed.calendar.repeating import planned_days
from synlighed.calendar.spans import Span, moved, on_day, span
from synlighed.model.events import CANCELLED, Change, Event, Material
from synlighed.model.fields import Link

_NAMESPACE = uuid.UUID("4f6f6a55-5a0c-5d0e-9a86-7d6b8a1b9c11")
"""Of the names that slots are numbered by (RFC 9562, 5.5); it stays, or every calendar doubles."""


@dataclass(frozen=True)
class Revision:
    """A change of a slot, with what it was before and what it was then."""

    change: Change
    was: Span
    span: Span
    place: str | None
    """Where it was before."""

    @property
    def is_move(self) -> bool:
        """Whether one has to be somewhere else, or at another time."""
        is_elsewhere = bool(self.change.place or self.change.online_only)
        return self.span != self.was or is_elsewhere


@dataclass(frozen=True)
class Slot:
    """A time when an event is, with a page and an entry in calendars of its own."""

    event: Event
    planned: date | None
    """Of a series the day this one was planned for, whatever day it is on now; else nothing."""
    was: Span
    """When it was planned."""
    span: Span
    """When it is."""
    place: str | None
    url: Link | None
    revisions: tuple[Revision, ...]
    """What was changed of it, the first change first."""

    @property
    def key(self) -> str:
        """Its name, which is also its place in addresses: `seminar`, `vidensgruppe/2027-02-02`."""
        return f"{self.event.id}/{self.planned}" if self.planned else self.event.id

    @property
    def uid(self) -> str:
        """What calendars know it by: the same under a new id, another title and another host.

        RFC 7986, 5.3: without a trace of a host or a person.
        """
        first_id = (*self.event.former_ids, self.event.id)[0]
        name = f"{first_id}/{self.planned}" if self.planned else first_id
        return str(uuid.uuid5(_NAMESPACE, name))

    @property
    def is_cancelled(self) -> bool:
        """Whether it will not be."""
        return any(revision.change.what == CANCELLED for revision in self.revisions)

    @property
    def mark(self) -> str:
        """What is said of it wherever it is named; nothing when all is as it was planned."""
        if self.is_cancelled:
            return "AFLYST"
        if any(revision.is_move for revision in self.revisions):
            return "FLYTTET"
        return "NYT LINK" if self.revisions else ""

    @property
    def revised(self) -> date:
        """The day it was last changed, or made; of an event that nobody knows of, its own."""
        if self.revisions:
            return self.revisions[-1].change.date
        created = self.event.created
        return created if isinstance(created, date) else self.was.first_day

    @property
    def materials(self) -> tuple[Material, ...]:
        """What is left of it; of a series also what is of no certain one."""
        return tuple(m for m in self.event.materials if m.occurrence in (None, self.planned))

    @property
    def order(self) -> tuple[object, ...]:
        """What slots are sorted by: the next first."""
        return self.span.begins, self.span.over, self.key


def slots_of(event: Event) -> tuple[Slot, ...]:
    """Every slot of an event, in the order they were planned; those cancelled are there too."""
    return tuple(_slots(event))


def is_of(change: Change, day: date | None) -> bool:
    """Whether it is a change of the time of a series that was planned for a day.

    Args:
        change: What was changed.
        day: The day; nothing for an event that is of no series.
    """
    if change.onwards and day and change.occurrence:
        return change.occurrence <= day
    return change.occurrence == day


def _slots(event: Event) -> Iterator[Slot]:
    planned = span(event.starts, event.ends)
    if event.repeats is None:
        yield _slot(event, None, planned)
    else:
        for day in planned_days(planned.first_day, event.repeats):
            yield _slot(event, day, on_day(planned, day))


def _slot(event: Event, day: date | None, planned: Span) -> Slot:
    now, place, url = planned, event.place, event.url
    revisions = []
    for change in event.changes:
        if is_of(change, day):
            before, where = now, place
            now = moved(now, change.starts, change.ends)
            place = None if change.online_only else change.place or place
            url = change.url or url
            revisions.append(Revision(change, before, now, where))
    return Slot(event, day, planned, now, place, url, tuple(revisions))
