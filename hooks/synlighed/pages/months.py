"""A month of the calendar: its list, and the grid beside it that says the same in short."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from synlighed.addresses import PER_PAGE
from synlighed.calendar.schedule import Day
from synlighed.calendar.slots import Slot
from synlighed.danish.date_parts import MONTHS, WEEKDAYS
from synlighed.danish.numbers import count
from synlighed.model.item import Kind
from synlighed.pages.here import Here
from synlighed.pages.slots import Week, weeks_of

SHORT_WEEKDAYS = tuple((name[:2], name) for name in WEEKDAYS.values())
"""What stands over the columns of a grid, and what it stands for."""


@dataclass(frozen=True)
class Cell:
    """A day in a grid."""

    day: date
    is_within: bool
    """Whether it is in the month, and not beside it."""
    href: str = ""
    """Where what is on that day stands; empty when there is nothing."""
    told: str = ""


@dataclass(frozen=True)
class Row:
    """A week in a grid."""

    week: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Month:
    """A month of a list, ready to be shown."""

    id: str
    name: str
    prefix: str
    words: str
    """What is counted in its grid, one and several."""
    rows: tuple[Row, ...]
    weeks: tuple[Week, ...]


@dataclass(frozen=True)
class Listed:
    """A list of slots over several pages, seen from one of them."""

    kind: Kind
    name: str
    before: int
    """How many slots of another list stand before it."""
    page: int
    urls: Sequence[str]
    """The addresses of all the pages."""
    prefix: str = ""
    """What tells its ids from those of another list on the page."""

    def link_to(self, day: Day, here: Here) -> str:
        """The link to where a day stands."""
        on = (self.before + day.place) // PER_PAGE[self.kind.listing] + 1
        anchor = f"#{self.prefix}dag-{day.anchor}"
        return anchor if on == self.page else here.link(self.urls[on - 1] + anchor)


def months_of(slots: Sequence[Slot], listed: Listed, here: Here) -> tuple[Month, ...]:
    """Slots of a list that stand in the order of time, under their months."""
    by_month = groupby(slots, key=lambda slot: slot.span.first_day.replace(day=1))
    return tuple(_month(first, tuple(within), listed, here) for first, within in by_month)


def _month(first: date, slots: tuple[Slot, ...], listed: Listed, here: Here) -> Month:
    known = {day.day: day for day in here.catalogue.days(listed.name, f"{first:%Y-%m}")}

    def cell(day: date) -> Cell:
        found = known.get(day)
        if found is None or day.month != first.month:
            return Cell(day, day.month == first.month)
        told = count(found.number, listed.kind.one, listed.kind.several)
        return Cell(day, True, listed.link_to(found, here), told)

    return Month(
        id=f"{first:%Y-%m}",
        prefix=listed.prefix,
        words=f"{listed.kind.one}|{listed.kind.several}",
        name=f"{MONTHS[first.month]} {first.year}",
        rows=tuple(
            Row(week[0].isocalendar().week, tuple(map(cell, week))) for week in _weeks(first)
        ),
        weeks=weeks_of(slots, here),
    )


def _weeks(first: date) -> Iterator[list[date]]:
    yield from calendar.Calendar().monthdatescalendar(first.year, first.month)
