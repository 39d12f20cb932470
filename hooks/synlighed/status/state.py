"""How one item works, by all who have told of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from synlighed.digest import digest
from synlighed.status.document import Incident, Maintenance
from synlighed.status.history import Uptime
from synlighed.status.measured import Measured
from synlighed.status.watched import Item, Notice
from synlighed.status.words import Status, worst


@dataclass(frozen=True)
class State:
    """How one item works."""

    item: Item
    status: Status
    measured: Measured
    notices: tuple[Notice, ...]
    """What editors have told, and holds now."""
    planned: tuple[Notice, ...]
    """The work that they have told of: going on, or to come."""
    incidents: tuple[Incident, ...]
    """The open ones."""
    maintenances: tuple[Maintenance, ...]
    """Those going on or to come."""
    is_example: bool
    uptime: Uptime | None = None
    """How it has worked, when it is measured."""
    days: str = ""
    """The same of its last days one by one, in words."""
    due: datetime | None = None
    """When a newer measurement should be here, when it is measured."""
    is_late: bool = False
    """Whether that is over, or nobody says when it is."""

    @cached_property
    def digest(self) -> bytes:
        """What tells it from every other; of a state that is shown on it is known."""
        return digest(repr(self))

    def says_the_same_as(self, before: "State") -> bool:
        """Whether it says what one before did, but for when it was measured."""
        return self == before or _but_for_time(self) == _but_for_time(before)

    @property
    def telling(self) -> tuple[Notice, ...]:
        """The notices that say something of how it works now."""
        return telling(self.notices) if self.notices else ()

    @property
    def is_worked_on(self) -> bool:
        """Whether editors or the platform say that planned work is going on."""
        return self.status is Status.UNDER_MAINTENANCE or (
            self.status is Status.UNKNOWN and any(one.is_maintenance for one in self.notices)
        )

    @property
    def is_told(self) -> bool:
        """Whether editors say what is shown."""
        return any(notice.status is self.status for notice in self.telling)

    @property
    def since(self) -> datetime | None:
        """Since when, by whoever said the worst."""
        if not self.notices:
            return self.measured.since
        told = [notice.starts for notice in self.telling if notice.status is self.status]
        if self.measured.status is self.status and self.measured.since:
            told.append(self.measured.since)
        return min(told, default=None)

    @property
    def expires(self) -> datetime | None:
        """From when it is not known any more; nothing while editors say it, which does not age."""
        if not self.notices:
            return self.measured.expires
        is_measured = self.measured.status is self.status
        return self.measured.expires if is_measured and not self.is_told else None

    @property
    def is_told_otherwise(self) -> bool:
        """Whether editors say something that is not shown, since what was measured is worse."""
        return bool(self.telling) and not self.is_told


def _but_for_time(state: State) -> State:
    measured = replace(state.measured, checked=None, expires=None)
    return replace(state, measured=measured, due=None)


def telling(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Those that say something of how what they are about works."""
    return tuple(one for one in notices if one.status is not Status.OPERATIONAL)


def status_of_item(item: Item, measured: Measured, notices: Iterable[Notice]) -> Status:
    """The worst that anybody says; of what is not measured, editors alone can say."""
    told = [notice.status for notice in telling(notices)]
    if not told:
        return measured.status
    return worst([measured.status, *told] if item.component else told)
