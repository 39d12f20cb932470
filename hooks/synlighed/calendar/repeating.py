"""The days of a series."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from synlighed.model.events import Repeats

MOST = 300
"""The longest series; nobody plans for more, but a year that was written wrong does."""

LAST = "sidste i måneden"
"""How the last of its weekday in every month is asked for."""

_WEEKS = {"uge": 1, "anden uge": 2}
_MONTHS = {"måned": 1, "anden måned": 2, "kvartal": 3, LAST: 1}
_WEEK = timedelta(weeks=1)


def planned_days(first: date, repeats: Repeats) -> tuple[date, ...]:
    """The days a series was planned for, its exceptions left out; never more than `MOST`."""
    days = (day for day in every_day(first, repeats) if day not in repeats.exceptions)
    return tuple(islice(days, MOST))


def every_day(first: date, repeats: Repeats) -> Iterator[date]:
    """The days a series falls on, its exceptions among them; at most one more than `MOST`."""
    if weeks := _WEEKS.get(repeats.every):
        days = _by_weeks(first, weeks)
    else:
        days = _by_months(first, _MONTHS[repeats.every], repeats.every == LAST)
    for day in islice(days, MOST + 1):
        if day > repeats.until:
            break
        yield day


def is_last_of_month(day: date) -> bool:
    """Whether a day is the last of its weekday in its month."""
    return (day + _WEEK).month != day.month


def _by_weeks(first: date, weeks: int) -> Iterator[date]:
    day = first
    while True:
        yield day
        day += weeks * _WEEK


def _by_months(first: date, months: int, is_last: bool) -> Iterator[date]:
    """The same weekday of every so many months; where one has no fifth, its last."""
    nth = (first.day - 1) // 7
    year, month = first.year, first.month
    while True:
        found = [
            date(year, month, day)
            for day in range(1, calendar.monthrange(year, month)[1] + 1)
            if date(year, month, day).weekday() == first.weekday()
        ]
        yield found[-1] if is_last else found[min(nth, len(found) - 1)]
        later = month - 1 + months
        year, month = year + later // 12, later % 12 + 1
