"""The six words for how something works, with what readers see for each.

They are those of Statuspage (https://developer.statuspage.io/), and `unknown`: whatever is not
known to be anything else. Unknown is never taken for working.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Shown:
    """How a word is shown."""

    text: str
    rank: int
    """The higher of two is shown, when something has both."""
    tone: str
    """The colour, which only repeats the words."""
    icon: str


class Status(StrEnum):
    """How something works."""

    OPERATIONAL = "operational"
    UNDER_MAINTENANCE = "under_maintenance"
    UNKNOWN = "unknown"
    DEGRADED = "degraded_performance"
    PARTIAL = "partial_outage"
    MAJOR = "major_outage"

    @property
    def shown(self) -> Shown:
        """How readers see it."""
        return _SHOWN[self]

    @property
    def text(self) -> str:
        """The words readers see: `Nedsat drift`."""
        return _SHOWN[self].text

    @property
    def rank(self) -> int:
        """How bad it is; working is 0."""
        return _SHOWN[self].rank

    @property
    def is_disturbed(self) -> bool:
        """Whether those who use it are hit, as far as is known."""
        return self.rank > Status.UNKNOWN.rank


_SHOWN = {
    Status.OPERATIONAL: Shown("I drift", 0, "good", "material/check-circle"),
    Status.UNDER_MAINTENANCE: Shown("Planlagt vedligehold", 1, "going", "material/wrench-clock"),
    Status.UNKNOWN: Shown("Ukendt", 2, "unknown", "material/help-circle-outline"),
    Status.DEGRADED: Shown("Nedsat drift", 3, "ending", "material/alert"),
    Status.PARTIAL: Shown("Delvist nede", 4, "ended", "material/alert-octagon-outline"),
    Status.MAJOR: Shown("Nede", 5, "ended", "material/close-octagon"),
}


RANKED = tuple(sorted(Status, key=lambda status: status.rank))
"""All of them by their rank."""


def status_of(word: object) -> Status:
    """The status a word stands for; a word that is none of the six says nothing we know."""
    try:
        return Status(str(word))
    except ValueError:
        return Status.UNKNOWN


def worst(statuses: Iterable[Status]) -> Status:
    """The worst of some; of none, nothing is known."""
    return max(statuses, key=lambda status: status.rank, default=Status.UNKNOWN)
