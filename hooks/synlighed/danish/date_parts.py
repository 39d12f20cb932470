"""What every reader of Danish dates shares: the names, the checks and the error.

Names of months and weekdays are those of CLDR, as a test sees to by Babel, which takes longer to
read them than a refresh of the status has.
"""

import unicodedata
from calendar import monthrange
from datetime import date
from enum import StrEnum

MONTHS: dict[int, str] = {
    1: "januar",
    2: "februar",
    3: "marts",
    4: "april",
    5: "maj",
    6: "juni",
    7: "juli",
    8: "august",
    9: "september",
    10: "oktober",
    11: "november",
    12: "december",
}
WEEKDAYS: dict[int, str] = {
    0: "mandag",
    1: "tirsdag",
    2: "onsdag",
    3: "torsdag",
    4: "fredag",
    5: "lørdag",
    6: "søndag",
}

_MONTH_NUMBERS: dict[str, int] = {
    **{name: number for number, name in MONTHS.items()},
    **{name[:3]: number for number, name in MONTHS.items()},
    "sept": 9,
}
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LONGEST = 80


class DateReason(StrEnum):
    """Why a text is refused as a date, or as a date with a time."""

    FORM = "not a date as Danes write it"
    NO_DAY = "a time without a day"
    NO_SUCH_DAY = "the month has no such day"
    NO_SUCH_MONTH = "no such month"
    NO_SUCH_TIME = "the day has no such time"
    NO_TIME = "a date without a time"
    SHORT_YEAR = "the year has two digits"
    SKIPPED = "the clocks are put forward past that time"
    WRONG_SEASON = "the clocks do not stand so at that time of the year"
    WRONG_WEEKDAY = "the date falls on another weekday"
    YEAR = "the year is outside 1900-2199"


class DateError(ValueError):
    """A text, or a set of numbers, that is no date; ``reason`` says why."""

    def __init__(self, reason: DateReason) -> None:
        """Keep the reason, whose value is also the message."""
        super().__init__(reason)
        self.reason = reason


def tidy(text: str) -> str:
    """Lower the case and make every run of white space one space.

    Raises:
        DateError: when the text is longer than any date, so that nothing long is searched.
    """
    if len(text) > _LONGEST:
        raise DateError(DateReason.FORM)
    return unicodedata.normalize("NFC", " ".join(text.lower().split()))


def month_number(word: str) -> int:
    """Look up a tidied month name, whole or abbreviated, without its full stop.

    Raises:
        DateError: when no month is called that.
    """
    if word not in _MONTH_NUMBERS:
        raise DateError(DateReason.NO_SUCH_MONTH)
    return _MONTH_NUMBERS[word]


def full_year(digits: str) -> int:
    """Read a year of four digits.

    Raises:
        DateError: when the century is left out.
    """
    if len(digits) == 2:
        raise DateError(DateReason.SHORT_YEAR)
    return int(digits)


def checked_date(year: int, month: int, day: int) -> date:
    """Make a date of its numbers, naming the first one that is wrong.

    Raises:
        DateError: when the year is out of range or the calendar has no such month or day.
    """
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise DateError(DateReason.YEAR)
    if not 1 <= month <= 12:
        raise DateError(DateReason.NO_SUCH_MONTH)
    if not 1 <= day <= monthrange(year, month)[1]:
        raise DateError(DateReason.NO_SUCH_DAY)
    return date(year, month, day)
