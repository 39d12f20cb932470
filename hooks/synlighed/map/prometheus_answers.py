"""What Prometheus and Alertmanager answered, read from their JSON.

What cannot be read in a list is left out: an app nobody told of is unknown.

Source: https://prometheus.io/docs/prometheus/latest/querying/api/ and, of Alertmanager,
`api/v2/openapi.yaml`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from synlighed.status.document import moment

Labels = frozenset[tuple[str, str]]
"""What tells a series from all others, but for the name of the metric."""

_NAME = "__name__"


class Refused(Exception):
    """Prometheus could not answer, or answered another question."""


@dataclass(frozen=True)
class Vector:
    """One value of each series."""

    values: Mapping[Labels, str]
    """As they are written: `1`, `NaN`, `1795605223.65`."""
    is_warned: bool = False
    """Whether it says itself that something is absent."""


@dataclass(frozen=True)
class Alert:
    """Something that is firing, and that nobody has asked to be spared."""

    labels: Mapping[str, str]
    started: datetime | None


@dataclass(frozen=True)
class Matcher:
    """Which alerts a silence is for."""

    name: str
    value: str
    is_regex: bool


@dataclass(frozen=True)
class Silence:
    """Somebody has asked to be spared of alerts for a time, now or later."""

    id: str
    comment: str
    matchers: tuple[Matcher, ...]
    """Those that demand a value; those that forbid one say nothing we need."""
    starts: datetime
    ends: datetime
    updated: datetime | None
    is_running: bool


def read_vector(raw: Mapping[str, Any]) -> Vector:
    """The answer to an instant query.

    Raises:
        Refused: it is an error, or no vector.
    """
    data = raw.get("data")
    if raw.get("status") != "success" or not isinstance(data, dict):
        raise Refused
    result = data.get("result")
    if data.get("resultType") != "vector" or not isinstance(result, list):
        raise Refused
    return Vector(dict(_values(result)), bool(raw.get("warnings")))


def _values(rows: Iterable[Any]) -> Iterator[tuple[Labels, str]]:
    for row in rows:
        match row:
            case {"metric": dict(labels), "value": [_, str(value)]}:
                own = _texts(labels)
                own.pop(_NAME, None)
                yield frozenset(own.items()), value


def read_alerts(rows: Iterable[Any]) -> tuple[Alert, ...]:
    """Those of a list of alerts that are firing, and neither silenced nor inhibited."""
    return tuple(_alerts(rows))


def _alerts(rows: Iterable[Any]) -> Iterator[Alert]:
    for row in rows:
        match row:
            case {"status": {"state": "active"}, "labels": dict(labels)}:
                yield Alert(_texts(labels), moment(row.get("startsAt")))


def read_silences(rows: Iterable[Any]) -> tuple[Silence, ...]:
    """Those of a list of silences that hold now, or will."""
    return tuple(_silences(rows))


def _silences(rows: Iterable[Any]) -> Iterator[Silence]:
    for row in rows:
        match row:
            case {
                "id": str(id),
                "status": {"state": "active" | "pending" as state},
                "comment": str(comment),
                "matchers": list(matchers),
            }:
                starts, ends = moment(row.get("startsAt")), moment(row.get("endsAt"))
                if starts and ends:
                    yield Silence(
                        id=id,
                        comment=comment,
                        matchers=tuple(_matchers(matchers)),
                        starts=starts,
                        ends=ends,
                        updated=moment(row.get("updatedAt")),
                        is_running=state == "active",
                    )


def _matchers(rows: Iterable[Any]) -> Iterator[Matcher]:
    for row in rows:
        match row:
            # Servers from before 2021 know no other than equal.
            case {"name": str(name), "value": str(value)} if row.get("isEqual", True) is True:
                yield Matcher(name, value, row.get("isRegex") is True)


def _texts(labels: Mapping[str, Any]) -> dict[str, str]:
    return {name: value for name, value in labels.items() if isinstance(value, str)}
