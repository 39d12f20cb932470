"""Moments in Danish time, read as Danes write them and written back.

A moment is a date of any form that `dates` reads, and a time of day. It is what a clock on a wall
in Denmark shows, so one hour a year is not there, and another is there twice.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from synlighed.danish.date_parts import DateError, DateReason, checked_date, tidy
from synlighed.danish.dates import format_date, format_short_date, parse_date

ZONE = ZoneInfo("Europe/Copenhagen")
"""The time of Denmark, with its changes of the clock."""

_BEFORE = r"(?:,? kl\.? ?|, | |(?<=\d)t)"
_TIME = r"(?P<hour>\d\d?)(?:[.:](?P<minute>\d\d)(?::\d\d(?:[.,]\d{1,9})?)?)?"
_WHICH = r"(?: \(?(?P<which>sommertid|vintertid|normaltid)\)?| ?(?P<offset>z|[+-]\d\d:?\d\d))?"
_CLOCK = re.compile(rf"(?:kl\.? ?)?{_TIME}", re.ASCII)
_MOMENT = re.compile(rf"(?P<date>.+?){_BEFORE}{_TIME}{_WHICH}", re.ASCII)


def parse_moment(text: str) -> datetime:
    """Read a date with a time: ``23. november 2026 kl. 9.42``.

    Before the time may stand ``kl.``, a comma, a space or, as in ISO 8601, a ``T``. The time is
    ``13``, ``13.00`` or ``13:00``, and ``24`` is the midnight that ends the day. Seconds are read
    and dropped. An offset, ``+01:00`` or ``Z``, is followed.

    In the hour that comes twice when the clocks go back, the first time is meant, unless
    ``vintertid`` or an offset says otherwise.

    Raises:
        DateError: for every other text, and for a time that the clocks skip when they go forward.
    """
    tidied = tidy(text)
    found = _MOMENT.fullmatch(tidied)
    if not found:
        parse_date(tidied)
        raise DateError(DateReason.NO_TIME)
    wall = datetime.combine(_day(found["date"], tidied), time()) + _of_day(found)
    offset, which = found["offset"], found["which"]
    moment = _with_offset(wall, offset) if offset else _in_denmark(wall, which)
    checked_date(moment.year, moment.month, moment.day)
    return moment


def parse_clock(text: str) -> time:
    """Read a time of day: ``13.00``, ``13:00``, ``kl. 13`` or ``13``.

    Raises:
        DateError: for every other text; its reason is ``FORM`` when it is no time at all.
    """
    found = _CLOCK.fullmatch(tidy(text))
    if not found:
        raise DateError(DateReason.FORM)
    minutes = _of_day(found) // timedelta(minutes=1)
    if minutes == 24 * 60:
        raise DateError(DateReason.NO_SUCH_TIME)
    return time(*divmod(minutes, 60))


def format_moment(moment: datetime) -> str:
    """Write ``23. november 2026 kl. 09.42``; of the hour that comes twice, also which."""
    return _format_moment(moment.astimezone(UTC))


# What was measured in one round was measured at one moment.
@lru_cache(maxsize=1000)
def _format_moment(moment: datetime) -> str:
    here = moment.astimezone(ZONE)
    return f"{format_date(here.date())} {format_time(here)}{which_of_two(here)}"


def format_short_moment(moment: datetime) -> str:
    """Write ``23.11.2026 kl. 09.42``, for where there is little room."""
    here = moment.astimezone(ZONE)
    return f"{format_short_date(here.date())} {format_time(here)}{which_of_two(here)}"


def which_of_two(moment: datetime) -> str:
    """Write `` (sommertid)`` or `` (vintertid)`` of a time that clocks show twice."""
    here = moment.astimezone(ZONE)
    if not _is_twice(here.replace(tzinfo=None)):
        return ""
    return " (vintertid)" if here.fold else " (sommertid)"


def format_time(moment: datetime) -> str:
    """Write ``kl. 09.42``."""
    return f"kl. {format_clock(moment)}"


def format_clock(moment: datetime) -> str:
    """Write ``09.42``, for where the word before it is another than »kl.«."""
    return f"{moment.astimezone(ZONE):%H.%M}"


def _day(written: str, whole: str) -> date:
    try:
        return parse_date(written)
    except DateError as error:
        if error.reason is DateReason.FORM:
            # »6. marts 19« is no time of »6. marts«; the whole has a reason of its own.
            parse_date(whole)
        raise


def _of_day(found: re.Match[str]) -> timedelta:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if minute > 59 or hour * 60 + minute > 24 * 60:
        raise DateError(DateReason.NO_SUCH_TIME)
    return timedelta(hours=hour, minutes=minute)


def _with_offset(wall: datetime, offset: str) -> datetime:
    sign, digits = (1, "0000") if offset == "z" else (int(f"{offset[0]}1"), offset[1:])
    hours, minutes = int(digits[:2]), int(digits[-2:])
    if hours > 15 or minutes > 59:
        raise DateError(DateReason.NO_SUCH_TIME)
    ahead = timedelta(hours=hours, minutes=minutes) * sign
    return (wall - ahead).replace(tzinfo=UTC).astimezone(ZONE)


def _in_denmark(wall: datetime, which: str | None) -> datetime:
    first = wall.replace(tzinfo=ZONE)
    if first.astimezone(UTC).astimezone(ZONE).replace(tzinfo=None) != wall:
        raise DateError(DateReason.SKIPPED)
    if not which:
        return first
    is_summer = which == "sommertid"
    if _is_twice(wall):
        return first.replace(fold=int(not is_summer))
    if bool(first.dst()) is not is_summer:
        raise DateError(DateReason.WRONG_SEASON)
    return first


def _is_twice(wall: datetime) -> bool:
    """Whether the clocks show this time twice; of one that they skip, the first is the later."""
    first, second = (wall.replace(tzinfo=ZONE, fold=fold) for fold in (0, 1))
    return first.astimezone(UTC) < second.astimezone(UTC)
