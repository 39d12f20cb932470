"""The board: how everything that a site watches works at a moment, from all who have told of it.

Where the platform and the editors do not agree, the worse of the two is shown, and both are named.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from synlighed.danish.numbers import in_words
from synlighed.danish.times import ZONE
from synlighed.danish.words import join_words
from synlighed.status.document import Incident, Maintenance
from synlighed.status.history import Day, Sum, Uptime, summed, uptime_of
from synlighed.status.measured import Answer, Measured, clock_problem, measured
from synlighed.status.watched import Item, Notice, Watched
from synlighed.status.words import Status, worst

Days = Mapping[str, tuple[Day, ...]]
"""By the platform's name of a component, its days, the oldest first."""

RECENT = timedelta(days=14)
"""How long what is over is still told of."""

MOST_NAMED = 3
"""So many names a sentence can hold."""

_KINDS = {"apps": ("app", "apps"), "services": ("service", "services")}
"""What items are called in a sentence, by how their keys begin: one, and several."""

_SEVERAL = ("app eller service", "apps og services")

_NEVER_MEASURED = Sum()


@dataclass(frozen=True)
class State:
    """How one item works."""

    item: Item
    status: Status
    measured: Measured
    notices: tuple[Notice, ...]
    """What editors have told, and holds now."""
    planned: tuple[Notice, ...]
    incidents: tuple[Incident, ...]
    """The open ones."""
    maintenances: tuple[Maintenance, ...]
    """Those going on or to come."""
    is_example: bool
    uptime: Uptime | None = None
    """How it has worked, when it is measured."""
    due: datetime | None = None
    """When a newer measurement should be here, when it is measured."""
    is_late: bool = False
    """Whether that is over."""

    @property
    def since(self) -> datetime | None:
        """Since when, by whoever said the worst."""
        if not self.notices:
            return self.measured.since
        told = [notice.starts for notice in self.notices if notice.status is self.status]
        if self.measured.status is self.status and self.measured.since:
            told.append(self.measured.since)
        return min(told, default=None)

    @property
    def expires(self) -> datetime | None:
        """From when it is not known any more; nothing while editors say it, which does not age."""
        if self.notices:
            is_told = any(notice.status is self.status for notice in self.notices)
            if is_told or self.measured.status is not self.status:
                return None
        return self.measured.expires

    @property
    def is_told_otherwise(self) -> bool:
        """Whether the platform and the editors do not agree."""
        told = {notice.status for notice in self.notices} - {Status.OPERATIONAL}
        return bool(told) and self.measured.status not in told | {Status.UNKNOWN}


@dataclass(frozen=True)
class Drift:
    """What the platform and the catalogue do not both know, by the platform's names."""

    not_measured: tuple[Item, ...] = ()
    """Items that are registered, but not measured."""
    not_in_catalogue: tuple[str, ...] = ()
    """What is measured, but is no item."""


@dataclass(frozen=True)
class Board:
    """How everything works."""

    now: datetime
    watched: Watched = field(default_factory=Watched)
    answer: Answer = field(default_factory=Answer)
    days: Days = field(default_factory=dict)
    """How things have worked."""
    sums: Mapping[str, Sum] | None = None
    """The same in short, if somebody has counted already."""
    past: str = ""
    """A name for the days that are over, which is another when those are; empty when unknown."""

    def sum_of(self, component: str) -> Sum:
        """How a component has worked, in short."""
        return self._sums.get(component, _NEVER_MEASURED)

    @cached_property
    def _sums(self) -> Mapping[str, Sum]:
        if self.sums is not None:
            return self.sums
        today = self.now.astimezone(ZONE).date()
        return {component: summed(days, today) for component, days in self.days.items() if days}

    @cached_property
    def states(self) -> Mapping[str, State]:
        """Every item's state, by its key."""
        incidents, maintenances = self._by_component()
        notices: defaultdict[str, list[Notice]] = defaultdict(list)
        for notice in self.watched.notices:
            for key in notice.items:
                notices[key].append(notice)
        return {
            item.key: self._state(
                item,
                notices[item.key],
                incidents.get(item.component, []),
                maintenances.get(item.component, []),
            )
            for item in self.watched.items
        }

    def _state(
        self,
        item: Item,
        notices: Iterable[Notice],
        incidents: Iterable[Incident],
        maintenances: Iterable[Maintenance],
    ) -> State:
        found = measured(self.answer, item.component, self.now)
        on = tuple(notice for notice in notices if notice.is_on(self.now))
        told = [notice.status for notice in on if notice.status is not Status.OPERATIONAL]
        return State(
            item=item,
            status=worst([found.status, *told]),
            measured=found,
            notices=on,
            planned=tuple(notice for notice in notices if notice.is_ahead(self.now)),
            incidents=tuple(incidents),
            maintenances=tuple(maintenances),
            is_example=item.is_example
            or (bool(item.component) and self.answer.is_example)
            or any(notice.is_example for notice in on),
            uptime=self._uptime(item.component) if item.component else None,
            due=self.due if item.component else None,
            is_late=self.is_late and bool(item.component),
        )

    def _uptime(self, component: str) -> Uptime:
        return uptime_of(self.sum_of(component), self.now, ZONE)

    def _by_component(self) -> tuple[dict[str, list[Incident]], dict[str, list[Maintenance]]]:
        incidents: defaultdict[str, list[Incident]] = defaultdict(list)
        maintenances: defaultdict[str, list[Maintenance]] = defaultdict(list)
        for incident in self.incidents:
            for component in incident.components if incident.resolved is None else ():
                incidents[component].append(incident)
        for maintenance in self.maintenances:
            for component in maintenance.components:
                maintenances[component].append(maintenance)
        return incidents, maintenances

    @cached_property
    def _components(self) -> Mapping[str, list[Item]]:
        """The items of each: an app and the service it is the face of may be measured as one."""
        known: defaultdict[str, list[Item]] = defaultdict(list)
        for item in self.watched.items:
            if item.component:
                known[item.component].append(item)
        return dict(known)

    def items_of(self, components: Iterable[str]) -> tuple[Item, ...]:
        """The items behind the platform's names; names of no item are left out."""
        known = self._components
        return tuple(item for component in components for item in known.get(component, ()))

    def _is_told(self, components: tuple[str, ...]) -> bool:
        """Whether readers may know of what hits these.

        The platform writes freely of all that is hit, and nobody can cut a text so that it says
        nothing of some: where readers may not know of all, they are told nothing.
        """
        is_known = bool(components) and self._components.keys() >= {*components}
        return self.watched.shows_drift or is_known

    @cached_property
    def incidents(self) -> tuple[Incident, ...]:
        """Those that hit an item and are open, or were until lately; the newest first."""
        document = self.answer.document
        found = [
            incident
            for incident in (document.incidents if document else ())
            if self._is_told(incident.components)
            and (incident.resolved is None or incident.resolved > self.now - RECENT)
        ]
        return tuple(sorted(found, key=lambda one: (one.started, one.id), reverse=True))

    @cached_property
    def maintenances(self) -> tuple[Maintenance, ...]:
        """Those that hit an item, and are not over; the next first."""
        document = self.answer.document
        found = [
            maintenance
            for maintenance in (document.maintenances if document else ())
            if self._is_told(maintenance.components)
            and maintenance.ends > self.now
            and not maintenance.is_cancelled
        ]
        return tuple(sorted(found, key=lambda one: (one.starts, one.id)))

    @property
    def disturbed(self) -> list[State]:
        """What does not work as it should, the worst first."""
        found = [state for state in self.states.values() if state.status.is_disturbed]
        return sorted(found, key=lambda state: -state.status.rank)

    @property
    def status(self) -> Status:
        """The worst of all; unknown while anything that is watched is."""
        general = [incident.impact for incident in self._general]
        return worst([*general, *(state.status for state in self.states.values())])

    @cached_property
    def due(self) -> datetime | None:
        """When newer measurements should be here, by our clock."""
        document = self.answer.document
        return document.due - self.answer.skew if document and document.due else None

    @cached_property
    def is_late(self) -> bool:
        """Whether the measurements are older than they should be."""
        return self.answer.document is not None and self.answer.is_late(self.now)

    @property
    def summary(self) -> str:
        """All of it in a sentence or two, which never say that all is well when that is unknown."""
        return " ".join(_sentences(list(self.states.values()), self.disturbed, self._general))

    @property
    def _general(self) -> list[Incident]:
        """Open incidents that disturb, and that the platform says of nothing in particular."""
        return [
            incident
            for incident in self.incidents
            if incident.resolved is None
            and not incident.components
            and incident.impact.is_disturbed
        ]

    @property
    def drift(self) -> Drift:
        """What only one side knows; nothing when readers may not know, or nothing is heard."""
        document = self.answer.document
        if document is None or not self.watched.shows_drift:
            return Drift()
        known = self._components
        return Drift(
            self.items_of(name for name in known if name not in document.components),
            tuple(sorted(document.components.keys() - known.keys())),
        )

    @property
    def problems(self) -> list[str]:
        """What whoever runs the site should know of the measuring."""
        document = self.answer.document
        told = [self.answer.problem, clock_problem(self.answer)]
        if document:
            told += document.faults
            if document.is_partial or document.missing:
                missing = join_words(document.missing, "og") or "noget"
                told.append(f"Målingen er ikke hel: {missing} blev ikke målt.")
        return [problem for problem in told if problem]


def _sentences(
    states: list[State], disturbed: list[State], general: list[Incident]
) -> Iterator[str]:
    if not states:
        yield "Ingen apps eller services bliver fulgt."
        return
    for incident in general:
        yield f"Der er en hændelse: {incident.title.rstrip('.')}."
    if disturbed:
        yield f"{_names(disturbed)} virker ikke, som {'de' if len(disturbed) > 1 else 'den'} skal."
    if works := [state for state in states if state.status is Status.UNDER_MAINTENANCE]:
        yield f"Planlagt vedligehold på {_names(works)}."
    unknown = [state for state in states if state.status is Status.UNKNOWN]
    good = len(states) - len(disturbed) - len(works) - len(unknown)
    others = " andet" if disturbed or works or general else ""
    if good and not unknown:
        yield f"Alt{others} er i drift."
    elif good:
        yield f"Alt{others}, der er målt, er i drift."
    if unknown:
        yield _unmeasured(unknown)


def _unmeasured(unknown: list[State]) -> str:
    never = [state for state in unknown if not state.item.component]
    lost = [state for state in unknown if state.item.component]
    told = [f"{_counted(lost)} ved vi ikke noget om"] if lost else []
    if never:
        is_named = lost and _kinds(lost) == _kinds(never)
        told.append(f"{in_words(len(never)) if is_named else _counted(never)} bliver ikke målt")
    sentence = ", og ".join(told)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _counted(states: list[State]) -> str:
    one, several = _kinds(states)
    return f"{in_words(len(states))} {one if len(states) == 1 else several}"


def _kinds(states: list[State]) -> tuple[str, str]:
    return _KINDS.get("".join({state.item.key.partition("/")[0] for state in states}), _SEVERAL)


def _names(states: list[State]) -> str:
    names = [
        f"{state.item.title} (eksempel)" if state.is_example else state.item.title
        for state in states[:MOST_NAMED]
    ]
    if more := len(states) - len(names):
        names.append(f"{more} {'anden' if more == 1 else 'andre'}")
    return join_words(names, "og")
