"""A source that says what a test tells it to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from synlighed.map.answers import Kind, Unreachable
from synlighed.map.source import Reply
from synlighed.status.history import Seconds
from tests.status.boards import NOW, document

URL = "https://map.example"


@dataclass
class Told:
    """Gives its answers one by one, and notes what it was asked."""

    answers: Iterator[Reply | Unreachable]
    url: str = URL
    days: Mapping[date, Seconds] | Unreachable = field(default_factory=dict)
    """What it knows of the past of every component."""
    asked: list[tuple[str, datetime | None]] = field(default_factory=list)
    asked_of: list[str] = field(default_factory=list)
    """The components whose past it was asked for."""

    def ask(self, etag: str, not_before: datetime | None) -> Reply:
        self.asked.append((etag, not_before))
        answer = next(self.answers)
        if isinstance(answer, Unreachable):
            raise answer
        return answer

    def past(self, component: str) -> Mapping[date, Seconds]:
        self.asked_of.append(component)
        if isinstance(self.days, Unreachable):
            raise self.days
        return self.days


def told(*answers: Reply | Unreachable, **about: Any) -> Told:
    return Told(iter(answers), **about)


def reply(
    minutes: float = 0, cycle: str = "", skew: float = 0, extra: Any = None, **components: str
) -> Reply:
    """A document made and fetched so many minutes from now, by clocks that differ by some."""
    at = NOW + timedelta(minutes=minutes)
    raw = document(**(components or {"dagbog": "operational"}))
    made = at + timedelta(minutes=skew)
    for component in raw["components"]:
        component["observed_at"] = (made - timedelta(seconds=10)).isoformat()
    raw |= {"generated_at": made.isoformat(), "cycle_id": cycle or f"runde-{minutes}"}
    return Reply(raw | (extra or {}), f'"{minutes}"', at, timedelta(minutes=skew))


def unchanged(minutes: float) -> Reply:
    """A 304."""
    return Reply(None, '"0"', NOW + timedelta(minutes=minutes), timedelta())


def unreachable(**about: Any) -> Unreachable:
    return Unreachable(Kind.TIMEOUT, "map.example svarede ikke i tide.", **about)
