"""Dates as Danes write them, read into dates and written back.

Editors type dates by hand in several customary ways. All of them are read here, and a
refusal carries its reason, so that the check can say what is wrong and not only that it is.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering

from synlighed.danish.date_parts import (
    MONTHS,
    WEEKDAYS,
    DateError,
    DateReason,
    checked_date,
    full_year,
    month_number,
    tidy,
)
from synlighed.danish.half_years import HalfYear, format_half_year, parse_half_year

__all__ = [
    "DateError",
    "DateReason",
    "HalfYear",
    "PartialDate",
    "add_months",
    "format_date",
    "format_half_year",
    "format_partial_date",
    "format_short_date",
    "format_weekday_date",
    "parse_date",
    "parse_half_year",
    "parse_partial_date",
]

_YEAR = r"(?P<year>\d{4}|\d\d)"
_MONTH = r"(?P<month>[a-zæøå]+)\.?"
_OPENING = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS.values())}),? )?(?:den |d\. ?)?"

_WRITTEN = re.compile(rf"{_OPENING}(?P<day>\d\d?)(?:\. ?| ){_MONTH} {_YEAR}", re.ASCII)
_NUMERIC = re.compile(
    rf"{_OPENING}(?P<day>\d\d?)(?P<a>[./-])(?P<month>\d\d?)(?P<b>[./-]){_YEAR}", re.ASCII
)
_SEPARATORS = {"..", "--", "//", "/-"}
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_MONTH_OF_YEAR = re.compile(rf"{_MONTH} {_YEAR}", re.ASCII)


def parse_date(text: str) -> date:
    """Read one whole date.

    Accepts ``6. marts 2019`` with or without ``d.``, ``den`` and a weekday, the numeric forms
    ``6.3.2019``, ``06-03-2019``, ``6/3/2019`` and ``6/3-2019``, and ISO 8601 (``2019-03-06``).
    Months may be abbreviated; case and the kind of white space do not matter.

    Raises:
        DateError: for every other text.
    """
    partial = parse_partial_date(text)
    if partial.day is None:
        raise DateError(DateReason.FORM)
    return partial.first_day()


def format_date(day: date) -> str:
    """Write ``6. marts 2019`` (EU style guide for Danish, 10.2)."""
    return f"{day.day}. {MONTHS[day.month]} {day.year}"


def format_weekday_date(day: date) -> str:
    """Write ``onsdag den 6. marts 2019``."""
    return f"{WEEKDAYS[day.weekday()]} den {format_date(day)}"


def format_short_date(day: date) -> str:
    """Write ``6.3.2019``, without leading zeros (EU style guide for Danish, 10.2)."""
    return f"{day.day}.{day.month}.{day.year}"


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day.

    Sorts by time; a year stands before its months, and a month before its days.

    Raises:
        DateError: when the numbers name no day, or a day comes without its month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is not in the calendar."""
        if self.month is None and self.day is not None:
            raise DateError(DateReason.FORM)
        self.first_day()

    def __lt__(self, other: "PartialDate") -> bool:
        """Compare by time, an unknown part first."""
        mine = (self.year, self.month or 0, self.day or 0)
        return mine < (other.year, other.month or 0, other.day or 0)

    def isoformat(self) -> str:
        """Write ``2019``, ``2019-03`` or ``2019-03-06`` (ISO 8601)."""
        known = (part for part in (self.month, self.day) if part is not None)
        return "-".join([str(self.year), *(f"{part:02}" for part in known)])

    def first_day(self) -> date:
        """Give the first day it can mean."""
        month = 1 if self.month is None else self.month
        return checked_date(self.year, month, 1 if self.day is None else self.day)

    def last_day(self) -> date:
        """Give the last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@lru_cache(maxsize=4096)
def parse_partial_date(text: str) -> PartialDate:
    """Read ``2019``, ``2019-03``, ``marts 2019`` or any form of a whole date.

    Raises:
        DateError: for every other text.
    """
    tidied = tidy(text)
    if iso := _ISO.fullmatch(tidied):
        return PartialDate(*(int(part) for part in iso.groups() if part))
    if found := _MONTH_OF_YEAR.fullmatch(tidied):
        return PartialDate(full_year(found["year"]), month_number(found["month"]))
    if found := _WRITTEN.fullmatch(tidied):
        month = month_number(found["month"])
    elif (found := _NUMERIC.fullmatch(tidied)) and found["a"] + found["b"] in _SEPARATORS:
        month = int(found["month"])
    else:
        raise DateError(DateReason.FORM)
    partial = PartialDate(full_year(found["year"]), month, int(found["day"]))
    if found["weekday"] not in (None, WEEKDAYS[partial.first_day().weekday()]):
        raise DateError(DateReason.WRONG_WEEKDAY)
    return partial


def format_partial_date(partial: PartialDate) -> str:
    """Write ``2019``, ``marts 2019`` or ``6. marts 2019``."""
    if partial.month is None:
        return str(partial.year)
    if partial.day is None:
        return f"{MONTHS[partial.month]} {partial.year}"
    return format_date(partial.first_day())


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month when it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
