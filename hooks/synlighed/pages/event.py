"""What the page of an event shows: when and where, how one gets a seat, what is left of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from synlighed.calendar.slots import Revision, Slot, slots_of
from synlighed.calendar.spans import Span, span
from synlighed.calendar.told import Piece, repeated, revised, revised_onwards
from synlighed.model.events import Event
from synlighed.model.fields import Link, Mail
from synlighed.pages.here import Here
from synlighed.pages.linked_data import linked_data
from synlighed.pages.slots import ShownSlot, as_moment, show_pieces, show_span, shown_slot
from synlighed.urls import item_url, series_url, slot_file_url

FIELDS = frozenset(
    {
        "type",
        "starts",
        "ends",
        "repeats",
        "changes",
        "place",
        "url",
        "registration",
        "seats",
        "materials",
        "contact",
    }
)
"""The fields that are told of here."""


@dataclass(frozen=True)
class ShownRegistration:
    """How one gets a seat, ready to be shown."""

    url: Link | None
    mailbox: Mail | None
    deadline: Markup
    closes: str
    """The moment from which it is too late, as browsers read it; empty when there is none."""
    is_closed: bool
    """Whether the day it closes is over."""
    note: str | None


@dataclass(frozen=True)
class ShownEvent:
    """An event that is at one time, ready to be shown."""

    slot: Slot
    when: Markup
    is_over: bool
    over: str
    changes: tuple[tuple[date, Markup], ...]
    """What was changed and when that was told, the newest first."""
    registration: ShownRegistration | None
    file: str
    """Where its own calendar file is; empty when it is not announced."""
    data: Markup
    """The same for search engines and mail programs."""
    series: str
    """Where all times of its series are; empty when it is of none."""


@dataclass(frozen=True)
class ShownSeries:
    """An event that comes again, ready to be shown."""

    event: Event
    place: str | None
    """Where the next of its times is."""
    url: Link | None
    """Where one can be there from afar."""
    repeated: str
    coming: tuple[ShownSlot, ...]
    past: tuple[ShownSlot, ...]
    changes: tuple[tuple[date, Markup], ...]
    registration: ShownRegistration | None
    file: str
    over: str
    """The moment from which all of it is over, as browsers read it."""


def shown_event(slot: Slot, here: Here) -> ShownEvent:
    """One slot, in full."""
    announced = slot.event.is_announced
    return ShownEvent(
        slot=slot,
        when=show_span(slot.span),
        is_over=_is_over(slot, here),
        over=as_moment(slot.span.over),
        changes=_changes(slot),
        registration=_registration(slot.event, here),
        file=here.link(slot_file_url(slot)) if announced else "",
        data=linked_data(slot, _organisers(slot.event, here)) if announced else Markup(),
        series=here.link(item_url(slot.event)) if slot.planned else "",
    )


def shown_series(event: Event, here: Here) -> ShownSeries:
    """All slots of an event that comes again."""
    slots = sorted(slots_of(event), key=lambda slot: slot.order)
    announced = slots if event.is_announced else []
    shown = [(_is_over(slot, here), shown_slot(slot, here)) for slot in announced]
    to_come = (s for s in slots if not s.is_cancelled and not _is_over(s, here))
    next_ = next(to_come, slots[-1])
    return ShownSeries(
        event=event,
        place=next_.place,
        url=next_.url,
        repeated=repeated(event.repeats, span(event.starts, event.ends)) if event.repeats else "",
        coming=tuple(one for is_over, one in shown if not is_over),
        past=tuple(one for is_over, one in reversed(shown) if is_over),
        registration=_registration(event, here),
        changes=_changes_of_all(slots_of(event)),
        file=here.link(series_url(event)) if announced else "",
        over=as_moment(max(slot.span.over for slot in slots)),
    )


def _organisers(event: Event, here: Here) -> tuple[str, ...]:
    """Who is behind an event: its groups, else its units, else the organisation."""
    for kind, ids in (("groups", event.groups), ("organisations", event.units)):
        if ids:
            return tuple(here.catalogue.get(kind, id).title for id in ids)
    return (here.catalogue.site.organisation,)


def _changes(slot: Slot) -> tuple[tuple[date, Markup], ...]:
    """What was changed of one time and when that was told, the newest first."""
    return _newest_first((one, revised(one)) for one in slot.revisions)


def _changes_of_all(slots: Iterable[Slot]) -> tuple[tuple[date, Markup], ...]:
    """The same of all times of a series, as they were planned; what is of several is said once."""
    first: dict[int, Revision] = {}
    for revision in (revision for slot in slots for revision in slot.revisions):
        first.setdefault(id(revision.change), revision)
    return _newest_first(
        (one, revised_onwards(one) if one.change.onwards else revised(one))
        for one in first.values()
    )


def _newest_first(
    told: Iterable[tuple[Revision, tuple[Piece, ...]]],
) -> tuple[tuple[date, Markup], ...]:
    shown = [(one.change.date, show_pieces(pieces)) for one, pieces in told]
    return tuple(reversed(sorted(shown, key=lambda entry: entry[0])))


def _is_over(slot: Slot, here: Here) -> bool:
    """Whether the day it ends is over; of the hours before that, browsers know better."""
    return here.catalogue.is_past(slot.span.last_day.isoformat())


def _registration(event: Event, here: Here) -> ShownRegistration | None:
    told = event.registration
    if told is None:
        return None
    # A day is there until its end, and a moment is its own end.
    until = Span(told.deadline, told.deadline) if told.deadline else None
    return ShownRegistration(
        url=told.url,
        mailbox=told.mailbox,
        deadline=show_span(until) if until else Markup(),
        closes=as_moment(until.over) if until else "",
        is_closed=until is not None and here.catalogue.is_past(until.last_day.isoformat()),
        note=told.note,
    )
