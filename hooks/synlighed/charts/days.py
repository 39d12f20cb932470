"""The axis of time: from one day to another, to scale, with the years, months or days along it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from synlighed.danish.date_parts import MONTHS
from synlighed.danish.dates import PartialDate

_YEAR, _MONTH, _DAY = 365.25, 30.44, 1.0
_STEPS = (
    *((_DAY, step) for step in (1, 2, 7, 14)),
    *((_MONTH, step) for step in (1, 2, 3, 6)),
    *((_YEAR, step) for step in (1, 2, 5, 10, 20, 50, 100)),
)


@dataclass(frozen=True)
class TimeTick:
    """A mark: how far along it is, from 0 to 1, and what it says on its two lines."""

    share: float
    label: str
    year: str = ""
    """Under a month or a day, where the year is another than before."""


@dataclass(frozen=True)
class TimeAxis:
    """All days from the first to the last."""

    first: date
    last: date

    def share(self, day: PartialDate) -> float:
        """How far along the axis the middle of a day, a month or a year is."""
        return self._share(day.first_day(), day.last_day())

    def ticks(self, finest: PartialDate, most: int) -> tuple[TimeTick, ...]:
        """The marks: no finer than a date that is known so exactly, and no more than so many."""
        least = _DAY if finest.day else _MONTH if finest.month else _YEAR
        days = (self.last - self.first).days + 1
        for unit, step in _STEPS:
            if unit >= least and days / (unit * step) <= most:
                break
        return tuple(self._told(unit, tuple(self._starts(unit, step))))

    def _starts(self, unit: float, step: int) -> Iterator[tuple[date, date]]:
        """The first and last day of each year, month or day that has a mark."""
        day = self.first
        while day <= self.last:
            if unit == _DAY:
                if (day - self.first).days % step == 0:
                    yield day, day
                day += timedelta(days=1)
                continue
            whole = PartialDate(day.year, day.month if unit == _MONTH else None)
            number = day.month - 1 if unit == _MONTH else day.year
            if number % step == 0:
                yield max(whole.first_day(), self.first), min(whole.last_day(), self.last)
            if whole.last_day() == date.max:
                return
            day = whole.last_day() + timedelta(days=1)

    def _told(self, unit: float, marked: Sequence[tuple[date, date]]) -> Iterator[TimeTick]:
        year = 0
        for first, last in marked:
            share = self._share(first, last)
            if unit == _YEAR:
                yield TimeTick(share, str(first.year))
                continue
            month = short_month(first.month)
            label = month if unit == _MONTH else f"{first.day}. {month}"
            yield TimeTick(share, label, str(first.year) if first.year != year else "")
            year = first.year

    def _share(self, first: date, last: date) -> float:
        middle = (first - self.first).days + ((last - first).days + 1) / 2
        return middle / ((self.last - self.first).days + 1)


def time_axis(days: Sequence[PartialDate]) -> TimeAxis:
    """The axis of dates that come in order."""
    return TimeAxis(days[0].first_day(), days[-1].last_day())


def short_month(month: int) -> str:
    """Write `jan.` or `juli`, as Danes shorten months."""
    name = MONTHS[month]
    return name if len(name) <= 4 else f"{name[:3]}."
