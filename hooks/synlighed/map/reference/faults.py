"""Everything a status service can do wrong, to be tried on those who read it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from synlighed.map.reference.documents import Document
from synlighed.map.reference.world import World


class Fault(StrEnum):
    """What the server does wrong."""

    FROZEN = "frozen"
    """It answers, but has stopped measuring: the same document for ever."""
    OLDER = "older"
    """It sends what it sent an hour ago, as a cache or a restored copy does."""
    SKEWED = "skewed"
    """Its clock is ten minutes fast."""
    PARTIAL = "partial"
    """Every other app was not measured, and it says so."""
    GARBAGE_WORDS = "garbage-words"
    """It uses words and fields that no contract has."""
    INVALID = "invalid"
    """The first app has no id, and the second was measured "yesterday"; the rest is in order."""
    HTML = "html"
    """A page to log in on, as from a proxy, with code 200."""
    TRUNCATED = "truncated"
    """The document ends in the middle."""
    SLOW = "slow"
    """A few bytes a second."""
    DENIED = "denied"
    """The token is not allowed to read."""
    BUSY = "busy"
    """Not now; in so many seconds."""
    LIMITED = "limited"
    """Asked too often; not before a time."""


BACK = timedelta(hours=1)
AHEAD = timedelta(minutes=10)


def clock(fault: Fault | None, now: datetime) -> datetime:
    """What the server takes the time to be."""
    return now + AHEAD if fault is Fault.SKEWED else now


def round_of(world: World, fault: Fault | None, now: datetime) -> int:
    """The round of measuring that the server takes to be the last."""
    if fault is Fault.FROZEN:
        return 0
    return world.number(now - BACK if fault is Fault.OLDER else now)


def spoilt(fault: Fault | None, status: Document) -> Document:
    """What becomes of a status document."""
    components = [dict(component) for component in status["components"]]
    if fault is Fault.PARTIAL:
        return _unmeasured(status, components, [found["id"] for found in components[::2]])
    if fault is Fault.GARBAGE_WORDS:
        for component in components:
            component |= {"status": "fortraeffelig", "mood": "🙂"}
        incidents = [
            incident | {"status": "pondering", "impact": "cosmic", "mood": "🙂"}
            for incident in status["incidents"]
        ]
        maintenances = [found | {"status": "perhaps"} for found in status["maintenances"]]
        more = {"components": components, "incidents": incidents, "maintenances": maintenances}
        return status | more | {"weather": {"sky": "grey"}}
    if fault is Fault.INVALID:
        for component in components[:1]:
            del component["id"]
        for component in components[1:2]:
            component["observed_at"] = "i går"
        return status | {"components": components}
    return status


def _unmeasured(status: Document, components: list[Document], ids: Iterable[str]) -> Document:
    missing = sorted({*status["missing"], *ids})
    for component in components:
        if component["id"] in missing and component["status"] != "unknown":
            component |= {"status": "unknown", "status_since": component["observed_at"]}
    return status | {"components": components, "partial": bool(missing), "missing": missing}
