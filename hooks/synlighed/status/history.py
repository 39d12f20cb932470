"""How things have worked day by day, counted from what was measured and when.

A line stands for one cycle of measuring: it tells what changed since the line before, and how long
what was measured holds. What nobody measured counts as neither up nor down, but as not covered.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from synlighed.status.document import AHEAD, Component, Document, moment
from synlighed.status.words import Status, status_of, worst

DAYS = 90

Seconds = Mapping[Status, float]
"""How many seconds something was in each status that it was measured in."""


def seconds_of(raw: Mapping[str, Any]) -> dict[Status, float]:
    """The seconds in each status, from JSON; time in which it was not known does not count.

    Raises:
        ValueError: one of them is no number of seconds that a day can have.
    """
    found = {status_of(word): float(seconds) for word, seconds in raw.items()}
    if not all(0 <= seconds <= 25 * 3600 for seconds in found.values()):
        raise ValueError("more than a day")
    return {status: seconds for status, seconds in found.items() if status is not Status.UNKNOWN}


@dataclass(frozen=True)
class Line:
    """What one cycle of measuring found."""

    at: datetime
    good_for: timedelta
    changed: Mapping[str, Status]
    """Of every component, in the first line of a day; after that, of those that changed."""
    is_whole: bool


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a file that can be read; one that was torn when the power failed cannot."""
    for row in text.splitlines():
        try:
            raw = json.loads(row)
            at = moment(raw["at"])
            good_for = timedelta(seconds=float(raw["good_for"]))
            changed = {str(id): status_of(word) for id, word in raw["changed"].items()}
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            continue
        if at and not good_for < timedelta():
            yield Line(at, good_for, changed, raw.get("whole") is True)


def line_of(document: Document, before: Mapping[str, Status] | None) -> str:
    """The line that a new document adds.

    Args:
        document: What was measured.
        before: What the day's lines say until now; nothing when this is the first of the day.
    """
    now = {one.id: _known(one, document.made) for one in document.components.values()}
    known = before or {}
    changed = {id: status for id, status in now.items() if known.get(id) is not status}
    changed |= {id: Status.UNKNOWN for id in known.keys() - now.keys()}
    left = [
        _left(one, document.made)
        for one in document.components.values()
        if now[one.id] is not Status.UNKNOWN
    ]
    good_for = min(left, default=timedelta())
    raw: dict[str, Any] = {
        "at": document.made.isoformat(),
        "good_for": good_for.total_seconds(),
        "changed": {id: status.value for id, status in sorted(changed.items())},
    }
    if before is None:
        raw["whole"] = True
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":")) + "\n"


def _known(component: Component, made: datetime) -> Status:
    """What a component was known to be when a document was made, both by the platform's clock."""
    looked = component.observed
    if looked is None or looked > made + AHEAD or looked + component.good_for < made:
        return Status.UNKNOWN
    return component.status


def _left(component: Component, made: datetime) -> timedelta:
    """How much longer a measurement held when the document was made; a copy of it is no newer."""
    if component.observed is None:
        return timedelta()
    return min(component.good_for, component.observed + component.good_for - made)


def state_after(lines: Iterable[Line]) -> dict[str, Status]:
    """What the lines of a day say in the end."""
    state: dict[str, Status] = {}
    for line in lines:
        state = {} if line.is_whole else state
        state |= line.changed
    return state


def tally(lines: Iterable[Line], until: datetime) -> dict[str, dict[Status, float]]:
    """For each component the seconds in each status, from the lines of a day until a moment."""
    seconds: defaultdict[str, defaultdict[Status, float]] = defaultdict(lambda: defaultdict(float))
    state: dict[str, tuple[Status, float]] = {}
    known = 0.0
    """How much of the time until now is measured. Every status has lasted since it was so much."""

    def ends(id: str) -> None:
        status, since = state.pop(id)
        if status is not Status.UNKNOWN:
            seconds[id][status] += known - since

    before: Line | None = None
    for line in sorted(lines, key=lambda line: line.at):
        known += _held(before, line.at, until)
        for id in list(state) if line.is_whole else state.keys() & line.changed.keys():
            ends(id)
        state |= {id: (status, known) for id, status in line.changed.items()}
        before = line
    known += _held(before, until, until)
    for id in list(state):
        ends(id)
    return {id: dict(by_status) for id, by_status in seconds.items()}


def _held(line: Line | None, to: datetime, until: datetime) -> float:
    """How many seconds a line held, until the next or a moment."""
    if line is None:
        return 0.0
    return max(0.0, min(to - line.at, line.good_for, until - line.at).total_seconds())


@dataclass(frozen=True)
class Day:
    """How one thing worked on one day."""

    day: date
    seconds: Seconds

    @property
    def measured(self) -> float:
        """Seconds."""
        return sum(self.seconds.values())

    @property
    def worst(self) -> Status:
        """The worst it was; unknown when it was not measured."""
        return worst(status for status, seconds in self.seconds.items() if seconds > 0)


@dataclass(frozen=True)
class Sum:
    """How one thing has worked, in short."""

    first: date | None = None
    """The first day it was measured."""
    seconds: Seconds = field(default_factory=dict)
    worsts: str = ""
    """Of each of the last 90 days the rank of the worst, the oldest first."""

    def with_day(self, day: Day) -> "Sum":
        """The sum with the day that follows."""
        worsts = (self.worsts or NOT_MEASURED)[1:] + str(day.worst.rank)
        if not day.measured:
            return Sum(self.first, self.seconds, worsts)
        seconds = dict(self.seconds)
        for status, lasted in day.seconds.items():
            seconds[status] = seconds.get(status, 0) + lasted
        return Sum(self.first or day.day, seconds, worsts)


NOT_MEASURED = str(Status.UNKNOWN.rank) * DAYS


def summed(days: Iterable[Day], today: date) -> Sum:
    """Some days in short, until today."""
    known = sorted((day for day in days if day.measured > 0), key=lambda day: day.day)
    seconds: defaultdict[Status, float] = defaultdict(float)
    for day in known:
        for status, lasted in day.seconds.items():
            seconds[status] += lasted
    ranks = {day.day: str(day.worst.rank) for day in known}
    shown = (today - timedelta(days=ago) for ago in range(DAYS - 1, -1, -1))
    worsts = "".join(ranks.get(day, NOT_MEASURED[0]) for day in shown)
    return Sum(known[0].day if known else None, seconds, worsts)


@dataclass(frozen=True)
class Uptime:
    """How much of the time something worked, and how much of the time that is known of."""

    up: float | None
    """Of the time that was measured, planned work left out: 0 to 1; nothing if none was."""
    coverage: float
    """Of all the time since the first day that was measured: 0 to 1."""
    days: int
    """How many days that is."""

    @property
    def text(self) -> str:
        """Both in a sentence, rounded down: `Oppe 99,2 % af den tid, der er målt (96 % af 9 dage)`.

        The first day counts from midnight, whenever that was.
        """
        if self.up is None:
            return "Ikke målt endnu"
        since = "tiden siden midnat" if self.days <= 1 else f"{self.days} dage"
        return (
            f"Oppe {_percent(self.up, 1)} % af den tid, der er målt "
            f"({_percent(self.coverage, 0)} % af {since})"
        )


def uptime(days: Iterable[Day], now: datetime, zone: ZoneInfo) -> Uptime:
    """The uptime over some days, of which today's may not be over."""
    return uptime_of(summed(days, now.astimezone(zone).date()), now, zone)


def uptime_of(found: Sum, now: datetime, zone: ZoneInfo) -> Uptime:
    """The uptime in a sum that goes until now."""
    if found.first is None:
        return Uptime(None, 0, 0)
    start = datetime(found.first.year, found.first.month, found.first.day, tzinfo=zone)
    passed = max((now - start).total_seconds(), 1)
    measured = sum(found.seconds.values())
    counted = measured - found.seconds.get(Status.UNDER_MAINTENANCE, 0)
    down = found.seconds.get(Status.MAJOR, 0) + found.seconds.get(Status.PARTIAL, 0)
    up = (counted - down) / counted if counted else None
    number = (now.astimezone(zone).date() - found.first).days + 1
    return Uptime(up, min(measured / passed, 1), number)


def _percent(share: float, decimals: int) -> str:
    # Rounded down: 99,96 is not 100.
    factor = 100 * 10**decimals
    return f"{int(share * factor + 1e-9) / 10**decimals:.{decimals}f}".replace(".", ",")
