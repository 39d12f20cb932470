"""The times in the headers of an answer.

Source: RFC 9110, 5.6.7 (dates), 6.6.1 (Date) and 10.2.3 (Retry-After); RFC 9111, 5.1 (Age).
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_SECONDS = re.compile(r"[0-9]+")
_MANY_DIGITS = 9
"""Thirty years; more would not fit in a date."""


def read_date(text: str) -> datetime | None:
    """An HTTP-date in any of its three forms, in UTC; nothing when it is none."""
    try:
        moment = parsedate_to_datetime(text.strip())
        # The form of asctime names no zone, and means UTC.
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def server_time(headers: Mapping[str, str]) -> datetime | None:
    """The time on the server's clock when it answered.

    A cache on the way repeats an old Date, and says in Age how old.
    """
    date = read_date(headers.get("Date", ""))
    try:
        return date + (_seconds(headers.get("Age", "")) or timedelta()) if date else None
    except OverflowError:
        return None


def pause_asked(headers: Mapping[str, str], now: datetime, longest: timedelta) -> timedelta | None:
    """How long the server asks us to wait; nothing if it does not, or not so that we can read it.

    Args:
        headers: Of the answer.
        now: By our clock.
        longest: What a longer pause is cut down to.
    """
    text = headers.get("Retry-After", "")
    pause = _seconds(text)
    if pause is None:
        until = read_date(text)
        if until is None:
            return None
        # Both by the server's clock, so that it does not matter how wrong that is.
        pause = until - (server_time(headers) or now)
    return min(max(pause, timedelta()), longest)


def _seconds(text: str) -> timedelta | None:
    digits = text.strip()
    if not _SECONDS.fullmatch(digits):
        return None
    return timedelta(seconds=int(digits) if len(digits) <= _MANY_DIGITS else 10**_MANY_DIGITS)
