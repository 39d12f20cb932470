"""How one app is over time: spans in which something is the matter, laid over one another."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from synlighed.map.scenario import Word

ZONE = ZoneInfo("Europe/Copenhagen")
"""Where days begin and end."""

RANK: dict[Word, int] = {
    "operational": 0,
    "under_maintenance": 1,
    "degraded_performance": 2,
    "partial_outage": 3,
    "major_outage": 4,
    "unknown": 5,
}
"""Which word is true when several are: nothing is known of what is not measured."""

_SELDOM: tuple[Word, ...] = (
    "major_outage",
    *("partial_outage",) * 2,
    *("degraded_performance",) * 6,
    *("unknown",) * 5,
    *("under_maintenance",) * 3,
)
"""What may be the matter with an app on one of 256 days."""


@dataclass(frozen=True)
class Span:
    """A time in which an app is something else than in operation."""

    word: Word
    start: datetime
    end: datetime | None = None

    def holds(self, at: datetime) -> bool:
        """Whether it is going on."""
        return self.start <= at and (self.end is None or at < self.end)


def word_at(spans: Iterable[Span], at: datetime) -> Word:
    """How the app is at a time."""
    words = (span.word for span in spans if span.holds(at))
    return max(words, key=RANK.__getitem__, default="operational")


def since(spans: Sequence[Span], at: datetime) -> datetime | None:
    """When the app became what it is at a time; nothing when it always was."""
    now = word_at(spans, at)
    changed = None
    for edge in reversed(_edges(spans, at)):
        if word_at(spans, edge) != now:
            return changed
        changed = edge
    return changed if now != "operational" else None


def seconds(spans: Sequence[Span], start: datetime, end: datetime) -> dict[Word, int]:
    """How long an app was each word, from one time to another."""
    within = [span for span in spans if span.start < end and (span.end or end) > start]
    edges = sorted({start, end, *(edge for edge in _edges(within, end) if start < edge)})
    found: dict[Word, int] = dict.fromkeys(RANK, 0)
    for here, there in pairwise(edges):
        found[word_at(within, here)] += round((there - here).total_seconds())
    return found


def days_back(last: date, days: int) -> Iterator[date]:
    """A number of days up to one, the oldest first."""
    return (last - timedelta(days=back) for back in reversed(range(days)))


def midnight(day: date) -> datetime:
    """When a day begins."""
    # As UTC, since two times of one zone are subtracted as if its clocks were never changed.
    return datetime.combine(day, time(), ZONE).astimezone(UTC)


def invented(app_id: str, day: date) -> Iterator[Span]:
    """What was the matter with an app on a day long past: mostly nothing, and always the same."""
    roll = hashlib.sha256(f"{app_id} {day}".encode()).digest()
    if roll[0] < len(_SELDOM):
        begins = midnight(day) + timedelta(hours=6 + roll[1] % 12, minutes=roll[2] % 60)
        yield Span(_SELDOM[roll[0]], begins, begins + timedelta(minutes=5 + roll[3] % 90))


def _edges(spans: Iterable[Span], until: datetime) -> list[datetime]:
    """The times up to one at which something may have changed, in order."""
    edges = {span.start for span in spans}
    edges |= {span.end for span in spans if span.end}
    return sorted(edge for edge in edges if edge <= until)
