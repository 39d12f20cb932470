"""What the reference server lets happen: incidents, maintenance and silence, in minutes.

A scenario says when things happen relative to the start of the server, so that they change under
the reader while the clock moves. Apps are named by their number in the order of their ids, the
first being 1, since any data folder may be served; or by their id. What is said of an app that is
not there is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

Word = Literal[
    "major_outage",
    "partial_outage",
    "degraded_performance",
    "unknown",
    "under_maintenance",
    "operational",
]
"""How an app is."""

Trouble = Literal["major_outage", "partial_outage", "degraded_performance"]
"""What an incident makes of an app."""

IncidentStatus = Literal["investigating", "identified", "monitoring", "resolved", "postmortem"]

CLOSED: frozenset[IncidentStatus] = frozenset({"resolved", "postmortem"})
"""What an incident is when nothing is wrong any more."""

_Id = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=100)


class ScenarioError(Exception):
    """A scenario that cannot be used, told in Danish."""


@dataclass(frozen=True, order=True)
class Registered:
    """An app as the platform knows it."""

    id: str
    name: str


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Message(_Part):
    """What users notice, in Danish and perhaps in English."""

    da: str
    en: str | None = None


class Update(_Part):
    """What is told of an incident at a time."""

    at: int
    status: IncidentStatus
    body: str
    becomes: Trouble | None = None
    """How the apps are from then on, when that changes."""


class Incident(_Part):
    """Something that goes wrong with apps, known from its first update on."""

    id: str = _Id
    title: str
    apps: tuple[int | str, ...]
    impact: Literal["none", "minor", "major", "critical"]
    becomes: Trouble
    starts: int
    message: Message | None = None
    updates: tuple[Update, ...] = Field(min_length=1)


class Maintenance(_Part):
    """Work on apps that was told of before."""

    id: str = _Id
    title: str
    apps: tuple[int | str, ...]
    starts: int
    ends: int
    updated: int


class Unmeasured(_Part):
    """Apps that no probe reaches for a time; without one, always."""

    apps: tuple[int | str, ...]
    since: int | None = None
    until: int | None = None
    keeps_word: bool = False
    """Whether the last known state is sent on with its old time, as a careless server does."""


class AlsoRegistered(_Part):
    """An app that the platform knows and the catalogue does not."""

    id: str = Field(pattern=r"^[A-Za-z][\w-]*(\.[A-Za-z0-9][\w-]*)+$", max_length=200)
    name: str


class Scenario(_Part):
    """All that happens."""

    title: str
    about: str
    incidents: tuple[Incident, ...] = ()
    maintenances: tuple[Maintenance, ...] = ()
    unmeasured: tuple[Unmeasured, ...] = ()
    also_registered: tuple[AlsoRegistered, ...] = ()
    left_out: tuple[int | str, ...] = ()
    """Apps of the catalogue that the platform says nothing of."""


def parse_scenario(text: str, name: str) -> Scenario:
    """Reads a scenario.

    Args:
        text: The YAML of its file.
        name: What problems call the file.

    Raises:
        ScenarioError: it is no scenario.
    """
    try:
        scenario = Scenario.model_validate(yaml.safe_load(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" i linje {mark.line + 1}" if mark else ""
        raise ScenarioError(f"{name} er ikke YAML{where}.") from None
    except ValidationError as error:
        raise ScenarioError(f"{name} er ikke et scenarie: {_places(error)}.") from None
    ids = [incident.id for incident in scenario.incidents]
    ids += [planned.id for planned in scenario.maintenances]
    if len(ids) != len(set(ids)):
        raise ScenarioError(f"{name} bruger det samme id to gange.")
    return scenario


def apps_of(scenario: Scenario, catalogued: Sequence[Registered]) -> tuple[Registered, ...]:
    """The apps that the platform tells of, in the order of their ids."""
    silent = numbered(scenario.left_out, by_number(catalogued))
    also = [Registered(app.id, app.name) for app in scenario.also_registered]
    known = {app.id: app for app in (*also, *catalogued) if app.id not in silent}
    return tuple(sorted(known.values()))


def by_number(catalogued: Sequence[Registered]) -> dict[int | str, str]:
    """The id of each app, by the names a scenario may use for it."""
    ids = sorted(app.id for app in catalogued)
    return {**dict(enumerate(ids, start=1)), **{id: id for id in ids}}


def numbered(apps: Sequence[int | str], ids: Mapping[int | str, str]) -> tuple[str, ...]:
    """The ids of the apps that are there, each once."""
    return tuple(dict.fromkeys(ids[app] for app in apps if app in ids))


def _places(error: ValidationError) -> str:
    found: list[Any] = list(error.errors())
    places = (".".join(str(step) for step in problem["loc"]) for problem in found)
    return "se " + ", ".join(dict.fromkeys(place or "begyndelsen" for place in places))
