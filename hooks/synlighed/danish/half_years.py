"""Half years, the precision in which plans and roadmaps are usually given.

Neither ISO 8601 nor ``datetime`` has a half year, so it is a type of its own.
"""

import re
from dataclasses import dataclass
from datetime import date

from synlighed.danish.date_parts import DateError, DateReason, checked_date, tidy

_FORMS = (
    re.compile(r"(?P<half>[12])\. ?halvår (?P<year>\d{4})", re.ASCII),
    re.compile(r"h(?P<half>[12]) (?P<year>\d{4})", re.ASCII),
    re.compile(r"(?P<year>\d{4})[ -]h(?P<half>[12])", re.ASCII),
)


@dataclass(frozen=True, order=True, slots=True)
class HalfYear:
    """The first or second half of a year.

    Raises:
        DateError: when the half is neither 1 nor 2, or the year is out of range.
    """

    year: int
    half: int

    def __post_init__(self) -> None:
        """Refuse what is not in the calendar."""
        if self.half not in (1, 2):
            raise DateError(DateReason.FORM)
        checked_date(self.year, 1, 1)

    @property
    def first_day(self) -> date:
        """1 January or 1 July."""
        return date(self.year, 1 if self.half == 1 else 7, 1)

    @property
    def last_day(self) -> date:
        """30 June or 31 December."""
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)


def half_year_of(day: date) -> HalfYear:
    """Give the half year that a day is in."""
    return HalfYear(day.year, 1 if day.month <= 6 else 2)


def parse_half_year(text: str) -> HalfYear:
    """Read ``2. halvår 2027``, ``H2 2027``, ``2027 H2`` or ``2027-H2``.

    Raises:
        DateError: for every other text.
    """
    tidied = tidy(text)
    for form in _FORMS:
        if found := form.fullmatch(tidied):
            return HalfYear(int(found["year"]), int(found["half"]))
    raise DateError(DateReason.FORM)


def format_half_year(half_year: HalfYear) -> str:
    """Write ``2. halvår 2027``."""
    return f"{half_year.half}. halvår {half_year.year}"
