"""The six words for how something works, with what readers see for each.

They are those of Statuspage (https://developer.statuspage.io/), and `unknown`: whatever is not
known to be anything else. Unknown is never taken for working.
"""

from collections.abc import Iterable
from enum import StrEnum


class Status(StrEnum):
    """How something works, from the best to the worst: of two, the later is shown."""

    OPERATIONAL = "operational"
    UNDER_MAINTENANCE = "under_maintenance"
    UNKNOWN = "unknown"
    DEGRADED = "degraded_performance"
    PARTIAL = "partial_outage"
    MAJOR = "major_outage"

    @property
    def text(self) -> str:
        """The words readers see: `Nedsat drift`."""
        return _TEXTS[self]

    @property
    def rank(self) -> int:
        """How bad it is; working is 0."""
        return _RANKS[self]

    @property
    def is_disturbed(self) -> bool:
        """Whether those who use it are hit, as far as is known."""
        return self.rank > Status.UNKNOWN.rank


_TEXTS = {
    Status.OPERATIONAL: "I drift",
    Status.UNDER_MAINTENANCE: "Planlagt vedligehold",
    Status.UNKNOWN: "Ukendt",
    Status.DEGRADED: "Nedsat drift",
    Status.PARTIAL: "Delvist nede",
    Status.MAJOR: "Nede",
}

RANKED = tuple(Status)
"""All of them by their rank."""

_RANKS = {status: rank for rank, status in enumerate(RANKED)}


def status_of(word: object) -> Status:
    """The status a word stands for; a word that is none of the six says nothing we know."""
    try:
        return Status(str(word))
    except ValueError:
        return Status.UNKNOWN


def worst(statuses: Iterable[Status]) -> Status:
    """The worst of some; of none, nothing is known."""
    return max(statuses, key=lambda status: status.rank, default=Status.UNKNOWN)


_STAGES = {
    "investigating": "Undersøges",
    "identified": "Fundet",
    "monitoring": "Overvåges",
    "resolved": "Løst",
    "postmortem": "Opfølgning",
}
"""How far those who work on an incident have come, by the platform's words."""


def stage_of(word: str) -> str:
    """What readers see for a stage of an incident; nothing for a word nobody agreed on."""
    return _STAGES.get(word, "")


def staged(stage: str, text: str) -> str:
    """What was told of an incident, after how far it had come: `Fundet: Serveren er nede`."""
    if not text or not stage or text.casefold().startswith(stage.casefold()):
        return text or stage
    return f"{stage[:1].upper()}{stage[1:]}: {text}"
