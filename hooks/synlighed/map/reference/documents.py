"""The documents of the contract, as they are at the end of a round of measuring."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from synlighed.map.reference.timeline import ZONE, days_back, midnight, seconds, since, word_at
from synlighed.map.reference.world import CYCLES_VALID, World
from synlighed.map.scenario import CLOSED, Incident, Maintenance, Registered, Unmeasured

Document = dict[str, Any]

SCHEMA = "map-status/1"
VERSION = "1.0.0"
NAME = "Eksempel på en platform"

CYCLES_TO_SPARE = 3
"""After so many rounds without a new document, something is wrong."""

STILL_TOLD = timedelta(hours=24)
"""How long what is over stays in the status."""


@lru_cache(maxsize=2)
def status(world: World, number: int) -> Document:
    """All apps, and what goes on (`/v1/status`). Must not be changed by who gets it."""
    made = world.made(number)
    components = [_component(world, app, made) for app in world.apps]
    silent = {app.id for app in world.apps if _says_nothing(_silence(world, app.id, made))}
    recent = made - STILL_TOLD
    return {
        **_head(made),
        "cycle_id": f"{int(world.start.timestamp())}-{number}",
        "next_update_due": _time(made + timedelta(seconds=CYCLES_TO_SPARE * world.cycle)),
        "source": {"name": NAME, "version": VERSION, "url": world.url},
        "components": components,
        "incidents": [
            _incident(world, incident, made)
            for incident in _known_incidents(world, made)
            if (_resolved(world, incident, made) or made) > recent
        ],
        "maintenances": [
            _maintenance(world, planned, made)
            for planned in _known_maintenances(world, made)
            if world.at(planned.ends) > recent
        ],
        "partial": bool(silent),
        "missing": sorted(silent),
    }


def status_of(world: World, number: int, app_id: str) -> Document:
    """One app and what goes on with it (`/v1/status/{app_id}`).

    Raises:
        KeyError: it is not registered.
    """
    whole = status(world, number)
    components = [found for found in whole["components"] if found["id"] == app_id]
    if not components:
        raise KeyError(app_id)
    missing = [id for id in whole["missing"] if id == app_id]
    return whole | {
        "components": components,
        "incidents": [found for found in whole["incidents"] if app_id in found["components"]],
        "maintenances": [found for found in whole["maintenances"] if app_id in found["components"]],
        "partial": bool(missing),
        "missing": missing,
    }


def incidents(
    world: World, number: int, changed_since: datetime | None, skip: int, page: int = 50
) -> Document:
    """Incidents in the order they began (`/v1/incidents`).

    Args:
        world: What there is to tell of.
        number: The round.
        changed_since: Leaves out what was not changed at that time or later.
        skip: How many were told of on earlier pages.
        page: How many fit on one.
    """
    made = world.made(number)
    found = [
        _incident(world, incident, made)
        for incident in _known_incidents(world, made)
        if changed_since is None or _published(world, incident, made)[-1] >= changed_since
    ]
    more = skip + page < len(found)
    return {
        **_head(made),
        "incidents": found[skip : skip + page],
        "next_cursor": str(skip + page) if more else None,
    }


def maintenances(world: World, number: int) -> Document:
    """Maintenance in the order it begins (`/v1/maintenances`)."""
    made = world.made(number)
    found = [_maintenance(world, planned, made) for planned in _known_maintenances(world, made)]
    return {**_head(made), "maintenances": found}


def history(world: World, number: int, app_id: str, days: int) -> Document:
    """How long an app was what, day by day (`/v1/history/{app_id}`).

    Raises:
        KeyError: it is not registered.
    """
    made = world.made(number)
    spans = world.spans[app_id]
    return {
        **_head(made),
        "app_id": app_id,
        "timezone": ZONE.key,
        "days": [
            {
                "date": day.isoformat(),
                "seconds": seconds(
                    spans, midnight(day), min(made, midnight(day + timedelta(days=1)))
                ),
            }
            for day in days_back(made.astimezone(ZONE).date(), days)
        ],
    }


def health(world: World, number: int) -> Document:
    """The service itself (`/v1/health`), after draft-inadarei-api-health-check-06."""
    found = status(world, number)
    word = "warn" if found["partial"] else "pass"
    return {
        "status": word,
        "example": True,
        "version": VERSION,
        "serviceId": "eksempel",
        "description": NAME,
        "checks": {
            "probes:missing": [
                {
                    "componentType": "system",
                    "observedValue": len(found["missing"]),
                    "observedUnit": "apps",
                    "status": word,
                    "time": found["generated_at"],
                }
            ]
        },
    }


def _head(made: datetime) -> Document:
    return {"schema": SCHEMA, "example": True, "generated_at": _time(made)}


def _component(world: World, app: Registered, made: datetime) -> Document:
    spans = world.spans[app.id]
    silence = _silence(world, app.id, made)
    # A careless server goes on saying what it last knew.
    told = made if silence is None or _says_nothing(silence) else _last_seen(world, app.id, silence)
    assert told
    changed = since(spans, told)
    if silence and silence.since is None:
        changed = None
    observed = made - world.lag(app.id) if silence is None else _last_seen(world, app.id, silence)
    open_ = [
        incident
        for incident in _known_incidents(world, made)
        if app.id in world.incidents[incident.id] and not _resolved(world, incident, made)
    ]
    messages = [incident.message.model_dump() for incident in open_ if incident.message]
    return {
        "id": app.id,
        "name": app.name,
        "status": word_at(spans, told),
        "status_since": _time(changed) if changed else None,
        "observed_at": _time(observed) if observed else None,
        "stale_after_s": CYCLES_VALID * world.cycle,
        "message": messages[0] if messages else None,
        "incident_ids": [incident.id for incident in open_],
        "maintenance_ids": [
            planned.id
            for planned in _known_maintenances(world, made)
            if app.id in world.maintenances[planned.id] and world.at(planned.ends) > made
        ],
        "links": {},
    }


def _silence(world: World, app: str, made: datetime) -> Unmeasured | None:
    """Why an app is not measured in a round, if it is not."""
    for silence in world.unmeasured.get(app, ()):
        begun = silence.since is None or world.at(silence.since) <= made
        if begun and (silence.until is None or made < world.at(silence.until)):
            return silence
    return None


def _says_nothing(silence: Unmeasured | None) -> bool:
    """Whether the server says that an app was not measured; what was never known is not kept."""
    return silence is not None and (silence.since is None or not silence.keeps_word)


def _last_seen(world: World, app: str, silence: Unmeasured) -> datetime | None:
    if silence.since is None:
        return None
    return world.at(silence.since) - world.lag(app) - timedelta(seconds=1)


def _known_incidents(world: World, made: datetime) -> Iterator[Incident]:
    told_of = (incident for incident in world.scenario.incidents if incident.id in world.incidents)
    for incident in sorted(told_of, key=lambda incident: (incident.starts, incident.id)):
        if _published(world, incident, made):
            yield incident


def _known_maintenances(world: World, made: datetime) -> Iterator[Maintenance]:
    planned = (plan for plan in world.scenario.maintenances if plan.id in world.maintenances)
    for plan in sorted(planned, key=lambda plan: (plan.starts, plan.id)):
        if world.at(plan.updated) <= made:
            yield plan


def _published(world: World, incident: Incident, made: datetime) -> list[datetime]:
    """When each of the updates was made that are known by now."""
    times = sorted(world.at(update.at) for update in incident.updates)
    return [at for at in times if at <= made]


def _resolved(world: World, incident: Incident, made: datetime) -> datetime | None:
    closed = (world.at(update.at) for update in incident.updates if update.status in CLOSED)
    return min((at for at in closed if at <= made), default=None)


def _incident(world: World, incident: Incident, made: datetime) -> Document:
    in_order = sorted(incident.updates, key=lambda update: update.at)
    updates = [update for update in in_order if world.at(update.at) <= made]
    resolved = _resolved(world, incident, made)
    return {
        "id": incident.id,
        "title": incident.title,
        "impact": incident.impact,
        "status": updates[-1].status,
        "started_at": _time(world.at(incident.starts)),
        "resolved_at": _time(resolved) if resolved else None,
        "components": list(world.incidents[incident.id]),
        "updates": [
            {
                "id": f"{incident.id}-{place}",
                "at": _time(world.at(update.at)),
                "status": update.status,
                "body": update.body,
            }
            for place, update in enumerate(updates, start=1)
        ],
    }


def _maintenance(world: World, planned: Maintenance, made: datetime) -> Document:
    starts, ends = world.at(planned.starts), world.at(planned.ends)
    return {
        "id": planned.id,
        "title": planned.title,
        "status": "scheduled" if made < starts else "in_progress" if made < ends else "completed",
        "starts_at": _time(starts),
        "ends_at": _time(ends),
        "components": list(world.maintenances[planned.id]),
        "updated_at": _time(world.at(planned.updated)),
    }


def _time(at: datetime) -> str:
    """A time as RFC 3339 writes it, as Danish clocks show it."""
    return at.astimezone(ZONE).isoformat(timespec="seconds")
