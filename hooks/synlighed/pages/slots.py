"""Slots of the calendar as pages show them: in lists, in months, and beside what they are about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby

from markupsafe import Markup

from synlighed.calendar.schedule import coming_list, of_item, past_list
from synlighed.calendar.slots import Slot
from synlighed.calendar.spans import Span
from synlighed.calendar.told import Piece, pieces
from synlighed.danish.date_parts import MONTHS, WEEKDAYS
from synlighed.danish.words import join_words
from synlighed.model.events import Event
from synlighed.model.facets import facets_of
from synlighed.model.item import Item
from synlighed.pages.here import Here
from synlighed.urls import facet_url, slot_url

IN_SHORT = 5
"""A page that is about something else shows so many slots."""

_LOOKED_AT = 40
"""Slots among which those are looked for: one of each event, so that no series fills the list."""


@dataclass(frozen=True)
class ShownSlot:
    """A slot in a list, ready to be shown."""

    slot: Slot
    href: str
    when: Markup
    day: date
    weekday: str
    month: str
    left: str
    """What there is of it for those who were not there: `præsentation og optagelse`."""
    over: str
    """The moment from which it is over, as browsers read it."""
    days: str
    """The first and the last day that it is on, as browsers read them."""
    values: str
    """The values that it has of each facet, as a browser narrows by: `slags=oplaeg ...`."""


@dataclass(frozen=True)
class Week:
    """The slots of one week, numbered by ISO 8601."""

    number: int
    slots: tuple[ShownSlot, ...]


@dataclass(frozen=True)
class Around:
    """What is coming and what has been of something, in short, and where the rest is."""

    coming: tuple[ShownSlot, ...]
    past: tuple[ShownSlot, ...]
    all_at: str
    """Where there is more; empty when this is all."""


def shown_slot(slot: Slot, here: Here) -> ShownSlot:
    """A slot as lists show it."""
    day = slot.span.first_day
    facets = facets_of(type(slot.event))
    return ShownSlot(
        slot=slot,
        href=here.link(slot_url(slot)),
        when=show_span(slot.span),
        day=day,
        weekday=WEEKDAYS[day.weekday()],
        month=MONTHS[day.month],
        left=join_words(_left_of(slot), "og"),
        over=as_moment(slot.span.over),
        days=f"{day}/{slot.span.last_day}",
        values=" ".join(
            f"{facet.slug}={value}" for facet in facets for value in facet.values(slot.event)
        ),
    )


def _left_of(slot: Slot) -> list[str]:
    """The sorts of materials that are there already."""
    sorts = (one.type for one in slot.materials if one.url)
    return [sort if sort != "andet" else "materiale" for sort in dict.fromkeys(sorts)]


def as_moment(moment: datetime) -> str:
    """A moment as browsers read it, in UTC."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def show_span(span: Span) -> Markup:
    """When, in words that programs can read as well."""
    return show_pieces(pieces(span))


def show_pieces(told: Iterable[Piece]) -> Markup:
    """A sentence with its times, which programs can read as such."""
    return Markup("").join(
        Markup('<time datetime="{}">{}</time>').format(piece.machine, piece.text)
        if piece.machine
        else Markup("{}").format(piece.text)
        for piece in told
    )


def weeks_of(slots: Sequence[Slot], here: Here) -> tuple[Week, ...]:
    """Slots that stand in the order of time, under the weeks they begin in."""
    return tuple(
        Week(number, tuple(shown_slot(slot, here) for slot in within))
        for (_, number), within in groupby(
            slots, lambda slot: slot.span.first_day.isocalendar()[:2]
        )
    )


def slots_around(item: Item, here: Here) -> Around | None:
    """What the calendar has of an item; nothing when it has nothing."""
    of = of_item(*item.identity)
    lists = coming_list(of), past_list(of)
    coming, past = (tuple(in_short(name, IN_SHORT, here)) for name in lists)
    if not coming and not past:
        return None
    number = sum(here.catalogue.count_slots(name) for name in lists)
    is_all = number == len(coming) + len(past)
    return Around(coming, past, "" if is_all else _where_all_is(item, here))


def _where_all_is(item: Item, here: Here) -> str:
    """Where the calendar has all there is of an item: by what it can be narrowed by, or whole."""
    for facet in facets_of(Event):
        is_of = facet.field.declared.to == item.kind.key
        if is_of and here.catalogue.count_narrowed(Event.kind.key, facet.slug, item.id):
            return here.link(facet_url(Event.kind, facet.slug, item.id))
    return here.to_kind(Event.kind)


def in_short(name: str, most: int, here: Here) -> list[ShownSlot]:
    """The first slots of a list, one of every event, and before it those that were cancelled."""
    seen: set[str] = set()
    found = []
    for slot in here.catalogue.slots(name, 0, _LOOKED_AT):
        if slot.event.id not in seen:
            found.append(shown_slot(slot, here))
            if not slot.is_cancelled:
                seen.add(slot.event.id)
    return found[:most]
