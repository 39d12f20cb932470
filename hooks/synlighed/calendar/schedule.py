"""All slots in the order of time, in the lists that pages show parts of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from synlighed.calendar.slots import Slot, slots_of
from synlighed.model.events import Event
from synlighed.model.facets import facets_of
from synlighed.model.item import Item
from synlighed.model.relation import relations_of

ALL = ""
"""The name of everything, among those of what slots are of."""


def year_list(year: int) -> str:
    """The list of a year: all that is in it, the first first."""
    return f"år {year}"


def coming_list(of: str = ALL) -> str:
    """The list of what is not over, the next first.

    Args:
        of: Of what: everything, or what `of_value` or `of_item` names.
    """
    return f"kommende {of}"


def past_list(of: str = ALL) -> str:
    """The list of what is over, the last first."""
    return f"tidligere {of}"


def of_value(facet: str, value: str) -> str:
    """The name of the slots whose event has a value of a facet, by their names in addresses."""
    return f"{facet}/{value}"


def of_item(kind: str, id: str) -> str:
    """The name of the slots whose event names an item."""
    return f"{kind}:{id}"


class Day(NamedTuple):
    """A day of a list on which there is something."""

    day: date
    number: int
    """How many slots of the list are on that day."""
    place: int
    """The place in the list of the first of them."""
    anchor: date
    """The day under which that one stands: another, when it goes on for several."""


class Schedule:
    """The slots of all events that are announced, at a moment."""

    def __init__(self, events: Iterable[Event], now: datetime) -> None:
        """Works out when everything is; what is a draft still is not told of.

        Args:
            events: All there are.
            now: What tells what is over from what is not.
        """
        announced = (event for event in events if event.is_announced)
        slots = (slot for event in announced for slot in slots_of(event))
        self.slots: tuple[Slot, ...] = tuple(sorted(slots, key=lambda slot: slot.order))
        self._now = now

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which there is anything, the first first."""
        return tuple(sorted({slot.span.first_day.year for slot in self.slots}))

    @cached_property
    def lists(self) -> Mapping[str, tuple[Slot, ...]]:
        """Every list that is not empty."""
        lists: defaultdict[str, list[Slot]] = defaultdict(list)
        for slot in self.slots:
            lists[year_list(slot.span.first_day.year)].append(slot)
            name = past_list if slot.span.over <= self._now else coming_list
            for of in _names(slot.event):
                lists[name(of)].append(slot)
        for name_of_list, slots_ in lists.items():
            if name_of_list.startswith(past_list()):
                slots_.reverse()
        return {name_of_list: tuple(slots_) for name_of_list, slots_ in lists.items()}

    def days(self, name: str, month: date) -> tuple[Day, ...]:
        """The days of a month on which a list has something.

        Args:
            name: What the list is called.
            month: The first day of the month.
        """
        return self._days.get(name, {}).get(month, ())

    @cached_property
    def _days(self) -> Mapping[str, Mapping[date, tuple[Day, ...]]]:
        return {name: _by_month(slots) for name, slots in self.lists.items()}


def days_of(slot: Slot) -> Iterator[date]:
    """The days that a slot is on; of one that goes on for years, those of the first."""
    first, last = slot.span.first_day, slot.span.last_day
    for number in range(min((last - first).days, 365) + 1):
        yield first + timedelta(days=number)


def _by_month(slots: tuple[Slot, ...]) -> Mapping[date, tuple[Day, ...]]:
    found: dict[date, Day] = {}
    for place, slot in enumerate(slots):
        for day in days_of(slot):
            first = found.get(day)
            if first is None:
                found[day] = Day(day, 1, place, slot.span.first_day)
            else:
                found[day] = first._replace(number=first.number + 1)
    months: defaultdict[date, list[Day]] = defaultdict(list)
    for day in sorted(found):
        months[day.replace(day=1)].append(found[day])
    return {month: tuple(days) for month, days in months.items()}


def _names(event: Event) -> Iterator[str]:
    """What an event is of: everything, each value of its facets, each item it is about; once each.

    Whoever keeps its description has nothing to do with when it is.
    """
    yield ALL
    for facet in facets_of(type(event)):
        yield from dict.fromkeys(of_value(facet.slug, value) for value in facet.values(event))
    named = (
        of_item(relation.to, id)
        for relation in relations_of(type(event))
        if relation.keys[0] not in Item.model_fields
        for id in relation.ids(event)
    )
    yield from dict.fromkeys(named)
