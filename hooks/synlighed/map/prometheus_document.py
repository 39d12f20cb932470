"""The document of the contract, made of what Prometheus and Alertmanager answered.

They know less than the contract asks: which apps there should be, and since when an app is as it
is. What they do not know is left open, never guessed: an app without a series is not mentioned, and
so unknown. Nothing of a series but the id of its app is passed on: the rest are names of machines.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from synlighed.digest import digest
from synlighed.map.prometheus_answers import Alert, Labels, Silence, Vector
from synlighed.status.document import SCHEMA
from synlighed.status.probes import Probes
from synlighed.status.words import Status, worst

GOOD_FOR = timedelta(minutes=5)
"""So far back Prometheus looks for a sample, unless told otherwise."""

MARKER = "Vedligehold:"
"""How the comment of a silence begins that is planned work; others only mean »not now«."""

_PLANNED = "Planlagt vedligehold"
_LONGEST_TITLE = 200
_PLAIN = re.compile(r"(?:[A-Za-z0-9_-]|\\?\.)+")
"""An id in a regular expression, as people write it: the point often stands for itself."""

_WORDS = {"1": Status.OPERATIONAL, "0": Status.MAJOR}


@dataclass(frozen=True)
class Heard:
    """All that was answered."""

    at: datetime
    """When, by the clock of Prometheus."""
    url: str
    values: Vector
    """Whether each series found its app working."""
    times: Vector
    """When each last looked, in seconds since 1970."""
    alerts: tuple[Alert, ...] = ()
    silences: tuple[Silence, ...] = ()


@dataclass(frozen=True)
class _Probe:
    """What one series found."""

    status: Status
    at: datetime | None


def document_of(heard: Heard, probes: Probes) -> dict[str, Any]:
    """The document, as JSON values."""
    series = _by_app(heard, probes)
    alerts: defaultdict[str, list[Alert]] = defaultdict(list)
    for alert in heard.alerts:
        alerts[alert.labels.get(probes.app_label, "")].append(alert)
    planned = [(silence, _apps_of(silence, probes)) for silence in _planned(heard.silences)]
    works: defaultdict[str, list[Silence]] = defaultdict(list)
    for silence, apps in planned:
        for app in apps:
            works[app].append(silence)
    components = [
        _component(app, series[app], alerts[app], works[app], probes) for app in sorted(series)
    ]
    missing = [one["id"] for one in components if one["status"] == Status.UNKNOWN]
    return {
        "schema": SCHEMA,
        "generated_at": _time(heard.at),
        # The same samples are the same round, however often they are asked for.
        "cycle_id": digest(*sorted(heard.times.values.values())).hex(),
        "next_update_due": _time(heard.at + GOOD_FOR),
        "source": {"name": "Prometheus", "version": "v1", "url": heard.url},
        "components": components,
        "incidents": [],
        "maintenances": [_maintenance(silence, apps) for silence, apps in planned if apps],
        "partial": bool(missing) or heard.values.is_warned or heard.times.is_warned,
        "missing": missing,
    }


def has_apps(values: Vector, app_label: str) -> bool:
    """Whether any series says of which app it is; of none at all, nothing can be wrong."""
    return not values.values or any(_app(labels, app_label) for labels in values.values)


def _by_app(heard: Heard, probes: Probes) -> Mapping[str, list[_Probe]]:
    found: defaultdict[str, list[_Probe]] = defaultdict(list)
    for labels, value in heard.values.values.items():
        app = _app(labels, probes.app_label)
        if app:
            at = _moment(heard.times.values.get(labels, ""))
            status = _WORDS.get(value, Status.UNKNOWN) if at else Status.UNKNOWN
            found[app].append(_Probe(status, at))
    return found


def _app(labels: Labels, app_label: str) -> str:
    return dict(labels).get(app_label, "")


def _component(
    app: str,
    found: list[_Probe],
    alerts: list[Alert],
    works: list[Silence],
    probes: Probes,
) -> dict[str, Any]:
    status, since = _judged(found, alerts, works, dict(probes.severities))
    # The oldest: what is said of an app holds no longer than each part of it.
    observed = min((one.at for one in found if one.at), default=None)
    return {
        "id": app,
        "name": app,
        "status": status.value,
        "status_since": _time(since) if since else None,
        "observed_at": _time(observed) if observed else None,
        "stale_after_s": round(GOOD_FOR.total_seconds()),
        "message": None,
        "incident_ids": [],
        "maintenance_ids": [silence.id for silence in works],
        "links": {},
    }


def _judged(
    found: list[_Probe],
    alerts: list[Alert],
    works: list[Silence],
    severities: Mapping[str, Status],
) -> tuple[Status, datetime | None]:
    """How an app works, and since when, if anybody has told."""
    probed = _probed({one.status for one in found})
    if probed is Status.UNKNOWN:
        # An alert may only say the same: that nothing is measured.
        return probed, None
    running = [silence.starts for silence in works if silence.is_running]
    if running:
        return Status.UNDER_MAINTENANCE, min(running)
    impacts = [(severities.get(one.labels.get("severity", "")), one.started) for one in alerts]
    status = worst([probed, *(impact for impact, _ in impacts if impact)])
    # An alert about a whole outage has no word of its own for it.
    least = min(status.rank, Status.PARTIAL.rank)
    told = [at for impact, at in impacts if at and impact and impact.rank >= least]
    return status, min(told, default=None) if status.is_disturbed else None


def _probed(found: set[Status]) -> Status:
    """What several who looked at one app say together."""
    known = found - {Status.UNKNOWN}
    if len(known) > 1:
        return Status.PARTIAL
    # Who saw nothing may have had something to say, so one who saw it work is not enough.
    return Status.MAJOR if Status.MAJOR in known else worst(found)


def _planned(silences: Iterable[Silence]) -> Iterator[Silence]:
    marked = (silence for silence in silences if silence.comment.lstrip().startswith(MARKER))
    yield from sorted(marked, key=lambda silence: (silence.starts, silence.id))


def _apps_of(silence: Silence, probes: Probes) -> list[str]:
    """The apps that a silence names: one, or several with `|` between them."""
    found = set()
    for matcher in silence.matchers:
        if matcher.name == probes.app_label:
            named = matcher.value.split("|") if matcher.is_regex else [matcher.value]
            found |= {one.replace("\\", "") for one in named if _PLAIN.fullmatch(one)}
    return sorted(found)


def _maintenance(silence: Silence, apps: list[str]) -> dict[str, Any]:
    title = " ".join(silence.comment.lstrip().removeprefix(MARKER).split())
    return {
        "id": silence.id,
        "title": title[:_LONGEST_TITLE] or _PLANNED,
        "status": "in_progress" if silence.is_running else "scheduled",
        "starts_at": _time(silence.starts),
        "ends_at": _time(silence.ends),
        "components": apps,
        "updated_at": _time(silence.updated or silence.starts),
    }


def _moment(seconds: str) -> datetime | None:
    try:
        number = float(seconds)
        return datetime.fromtimestamp(number, UTC) if math.isfinite(number) else None
    except (ValueError, OverflowError, OSError):
        return None


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
