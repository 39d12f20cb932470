"""A scenario that has begun: the apps, and how each of them is at any time."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from itertools import pairwise

from synlighed.map.reference.timeline import ZONE, Span, days_back, invented
from synlighed.map.scenario import (
    CLOSED,
    Incident,
    Registered,
    Scenario,
    Trouble,
    Unmeasured,
    apps_of,
    by_number,
    numbered,
)

DAYS_KEPT = 366
"""How far back anything is remembered."""

CYCLES_VALID = 5
"""How many rounds a measurement is good for."""


@dataclass(frozen=True, eq=False)
class World:
    """What there is to tell of, and when it began."""

    scenario: Scenario
    catalogued: Sequence[Registered]
    start: datetime
    cycle: int = 60
    """Seconds from one round of measuring to the next."""
    url: str = "http://127.0.0.1:8010"

    @cached_property
    def apps(self) -> tuple[Registered, ...]:
        """Every app that is told of, in the order of their ids."""
        return apps_of(self.scenario, self.catalogued)

    @cached_property
    def incidents(self) -> Mapping[str, tuple[str, ...]]:
        """The apps of each incident that hits any, by the incident's id."""
        hit = {incident.id: self._ids(incident.apps) for incident in self.scenario.incidents}
        return {id: apps for id, apps in hit.items() if apps}

    @cached_property
    def maintenances(self) -> Mapping[str, tuple[str, ...]]:
        """The apps of each maintenance that is of any, by its id."""
        of = {planned.id: self._ids(planned.apps) for planned in self.scenario.maintenances}
        return {id: apps for id, apps in of.items() if apps}

    @cached_property
    def unmeasured(self) -> Mapping[str, tuple[Unmeasured, ...]]:
        """When each app is not measured."""
        found: defaultdict[str, tuple[Unmeasured, ...]] = defaultdict(tuple)
        for silence in self.scenario.unmeasured:
            for app in self._ids(silence.apps):
                found[app] += (silence,)
        return found

    @cached_property
    def spans(self) -> Mapping[str, tuple[Span, ...]]:
        """Everything that is the matter with each app, at any time."""
        found: dict[str, list[Span]] = {app.id: list(self._past(app.id)) for app in self.apps}
        for incident in self.scenario.incidents:
            for app in self.incidents.get(incident.id, ()):
                found[app].extend(self._spans_of(incident))
        for planned in self.scenario.maintenances:
            span = Span("under_maintenance", self.at(planned.starts), self.at(planned.ends))
            for app in self.maintenances.get(planned.id, ()):
                found[app].append(span)
        for app, silences in self.unmeasured.items():
            for silence in silences:
                begins = self.start - timedelta(days=DAYS_KEPT + 1)
                begins = begins if silence.since is None else self.at(silence.since)
                ends = None if silence.until is None else self.at(silence.until)
                found[app].append(Span("unknown", begins, ends))
        return {app: tuple(spans) for app, spans in found.items()}

    def at(self, minutes: int) -> datetime:
        """The time that is so many minutes after the start."""
        return self.start + timedelta(minutes=minutes)

    def made(self, number: int) -> datetime:
        """When the documents of a round are made."""
        return self.start + timedelta(seconds=number * self.cycle)

    def number(self, now: datetime) -> int:
        """The last round that is over at a time."""
        return int((now - self.start).total_seconds() // self.cycle)

    def lag(self, app: str) -> timedelta:
        """How long before the end of a round an app is measured."""
        digest = hashlib.sha256(app.encode()).digest()
        return timedelta(seconds=digest[0] % min(self.cycle, 40))

    def _ids(self, apps: Sequence[int | str]) -> tuple[str, ...]:
        told_of = {app.id for app in self.apps}
        named = by_number(self.catalogued)
        named.update((id, id) for id in told_of)
        return tuple(id for id in numbered(apps, named) if id in told_of)

    def _past(self, app: str) -> Iterator[Span]:
        yesterday = self.start.astimezone(ZONE).date() - timedelta(days=1)
        for day in days_back(yesterday, DAYS_KEPT):
            yield from invented(app, day)

    def _spans_of(self, incident: Incident) -> Iterator[Span]:
        changes: list[tuple[int, Trouble | None]] = [(incident.starts, incident.becomes)]
        for update in sorted(incident.updates, key=lambda update: update.at):
            if update.status in CLOSED:
                changes.append((update.at, None))
                break
            if update.becomes:
                changes.append((update.at, update.becomes))
        for (begins, word), (ends, _) in pairwise(changes):
            if word:
                yield Span(word, self.at(begins), self.at(ends))
        begins, word = changes[-1]
        if word:
            yield Span(word, self.at(begins))
