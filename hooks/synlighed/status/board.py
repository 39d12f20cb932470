"""The board: how everything that a site watches works at a moment, from all who have told of it.

Where the platform and the editors do not agree, the worse of the two is shown, and both are named.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from synlighed.danish.times import ZONE
from synlighed.danish.words import join_words
from synlighed.status.bars import days_in_words
from synlighed.status.document import Incident, Maintenance
from synlighed.status.history import Day, Sum, Uptime, summed, uptime_of
from synlighed.status.measured import Answer, clock_problem, measured
from synlighed.status.state import State, status_of_item
from synlighed.status.summary import Trouble, summary_of, worst_first
from synlighed.status.watched import Item, Notice, Watched
from synlighed.status.words import Status, worst

Days = Mapping[str, tuple[Day, ...]]
"""By the platform's name of a component, its days, the oldest first."""

RECENT = timedelta(days=14)
"""How long what is over is still told of."""

_NEVER_MEASURED = Sum()


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
    shown_before: Mapping[str, State] = field(default_factory=dict, repr=False, compare=False)
    """What somebody shows already: a preview, whose pages need not all be new with each measuring;
    browsers ask for the time of it."""

    @cached_property
    def shown(self) -> Mapping[str, State]:
        """Every item's state as pages show it: as before, where nothing but time has passed."""
        before = self.shown_before
        return {
            key: before[key] if key in before and state.says_the_same_as(before[key]) else state
            for key, state in self.states.items()
        }

    def sum_of(self, component: str) -> Sum:
        """How a component has worked, in short."""
        return self._sums.get(component, _NEVER_MEASURED)

    @cached_property
    def _today(self) -> date:
        return self.now.astimezone(ZONE).date()

    @cached_property
    def _sums(self) -> Mapping[str, Sum]:
        if self.sums is not None:
            return self.sums
        return {
            component: summed(days, self._today) for component, days in self.days.items() if days
        }

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
        return State(
            item=item,
            status=status_of_item(item, found, on),
            # The platform writes it of all that is measured as one.
            measured=replace(found, message="") if item.is_shared else found,
            notices=on,
            planned=tuple(notice for notice in notices if notice.is_planned(self.now)),
            incidents=tuple(incidents),
            maintenances=tuple(maintenances),
            is_example=item.is_example
            or (bool(item.component) and self.answer.is_example)
            or any(notice.is_example for notice in on),
            uptime=self._uptime(item.component) if item.component else None,
            days=self._days(item.component),
            due=self.due if item.component else None,
            is_late=self.is_late and bool(item.component),
        )

    def _days(self, component: str) -> str:
        record = self.sum_of(component)
        return days_in_words(record, self._today) if record.first else ""

    def _uptime(self, component: str) -> Uptime:
        return uptime_of(self.sum_of(component), self.now, ZONE)

    def _by_component(self) -> tuple[dict[str, list[Incident]], dict[str, list[Maintenance]]]:
        incidents: defaultdict[str, list[Incident]] = defaultdict(list)
        maintenances: defaultdict[str, list[Maintenance]] = defaultdict(list)
        for incident in self.incidents:
            for component in () if incident.is_over else incident.components:
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

    def _is_told(self, event: Incident | Maintenance) -> bool:
        """Whether readers may know of it.

        The platform writes freely of all that is hit, and nobody can cut a text so that it says
        nothing of some: where readers may not know of all, they are told nothing.
        """
        if self.watched.shows_drift:
            return True
        hit = [self._components.get(name, ()) for name in event.components]
        is_known = all(items and not any(item.is_shared for item in items) for items in hit)
        return event.names_all and bool(hit) and is_known

    @cached_property
    def incidents(self) -> tuple[Incident, ...]:
        """Those that readers may know of and are open, or were until lately; the newest first."""
        document = self.answer.document
        found = [
            incident
            for incident in (document.incidents if document else ())
            if self._is_told(incident)
            and not (incident.is_over and incident.last_told <= self.now - RECENT)
        ]
        return tuple(sorted(found, key=lambda one: (one.started, one.id), reverse=True))

    @cached_property
    def maintenances(self) -> tuple[Maintenance, ...]:
        """Those that readers may know of, and are not over; the next first."""
        document = self.answer.document
        found = [
            maintenance
            for maintenance in (document.maintenances if document else ())
            if self._is_told(maintenance)
            and maintenance.ends > self.now
            and not maintenance.is_done
        ]
        return tuple(sorted(found, key=lambda one: (one.starts, one.id)))

    @property
    def disturbed(self) -> list[State]:
        """What does not work as it should, the worst first."""
        return worst_first([*self.states.values()])

    @property
    def status(self) -> Status:
        """The worst of all; unknown while anything that is watched is."""
        told = [state.status for state in self.states.values()]
        for one in self.troubles:
            if isinstance(one, Incident):
                # Of one that was last heard of long ago nobody knows how bad it is by now.
                told.append(Status.UNKNOWN if self.is_late else one.impact)
            else:
                told.append(one.status)
        return worst([*told, *([] if self.knows_all else [Status.UNKNOWN])])

    @cached_property
    def troubles(self) -> tuple[Trouble, ...]:
        """What is told to be wrong, or not said to be nothing, and no item shows by its status."""
        incidents = (one for one in self.incidents if self._may_be_wrong(one))
        notices = (
            one
            for one in self.watched.notices
            if one.is_on(self.now)
            and one.status is not Status.OPERATIONAL
            and not (one.items and self.states.keys() >= {*one.items})
        )
        return (*incidents, *notices)

    def _may_be_wrong(self, incident: Incident) -> bool:
        """Whether an incident may disturb more than what is shown not to work."""
        if incident.is_over or incident.impact is Status.OPERATIONAL:
            return False
        hit = [self._components.get(name, ()) for name in incident.components]
        is_shown = all(
            items and all(self.states[item.key].status.is_disturbed for item in items)
            for items in hit
        )
        return not (incident.names_all and hit and is_shown)

    @cached_property
    def knows_all(self) -> bool:
        """Whether nothing can be wrong with what is measured that readers are not told of."""
        document = self.answer.document
        if document is None:
            return True
        return document.tells_all and not any(
            self._may_be_wrong(one) and self._may_hit(one)
            for one in document.incidents
            if not self._is_told(one)
        )

    def _may_hit(self, incident: Incident) -> bool:
        """Whether anything that is shown may be hit."""
        names = {*incident.components}
        return not (incident.names_all and names and names.isdisjoint(self._components))

    @cached_property
    def due(self) -> datetime | None:
        """When newer measurements should be here, by our clock."""
        document = self.answer.document
        return document.due - self.answer.skew if document and document.due else None

    @cached_property
    def is_late(self) -> bool:
        """Whether the measurements are older than they should be."""
        return self.answer.document is not None and self.answer.is_late(self.now)

    @cached_property
    def expires(self) -> datetime | None:
        """From when some of what is shown is not known any more."""
        known = (one for one in self.states.values() if one.status is not Status.UNKNOWN)
        return min((state.expires for state in known if state.expires), default=None)

    @property
    def summary(self) -> str:
        """All of it in a sentence or two, which never say that all is well when that is unknown."""
        states = [*self.states.values()]
        return summary_of(states, self.troubles, knows_all=self.knows_all, is_late=self.is_late)

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
