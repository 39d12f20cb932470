"""What a monitoring platform said, read from the JSON of its contract (`map/openapi.yaml`).

Everything in it comes from outside: a component that cannot be read is unknown, a word that nobody
agreed on is unknown, and only a document that is another altogether is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from synlighed.status.words import Status, status_of

SCHEMA = "map-status/1"
_IMPACTS = {
    "none": Status.OPERATIONAL,
    "minor": Status.DEGRADED,
    "major": Status.PARTIAL,
    "critical": Status.MAJOR,
    "maintenance": Status.UNDER_MAINTENANCE,
}
"""What those who are hit notice, by the platform's words for how bad an incident is."""

MOST_COMPONENTS = 2000
LONGEST_TEXT = 600
USUALLY_GOOD_FOR = timedelta(minutes=5)
"""How long a measurement holds, when it does not say itself."""


class NotADocument(Exception):
    """The answer is not a status, told in Danish."""


@dataclass(frozen=True)
class Component:
    """One app or service, as it was measured."""

    id: str
    name: str
    status: Status
    since: datetime | None
    """When it last changed."""
    observed: datetime | None
    """When it was last looked at."""
    good_for: timedelta
    message: str = ""


@dataclass(frozen=True)
class Update:
    """What was told about an incident at a time."""

    at: datetime
    status: str
    text: str


@dataclass(frozen=True)
class Incident:
    """Something that went wrong."""

    id: str
    title: str
    impact: Status
    status: str
    started: datetime
    resolved: datetime | None
    components: tuple[str, ...]
    updates: tuple[Update, ...]
    """The newest first."""


@dataclass(frozen=True)
class Maintenance:
    """Work that is planned, and may disturb."""

    id: str
    title: str
    starts: datetime
    ends: datetime
    components: tuple[str, ...]
    updated: datetime | None = None
    """When it was last planned anew."""
    is_cancelled: bool = False


@dataclass(frozen=True)
class Document:
    """All of an answer that could be read."""

    made: datetime
    cycle: str
    due: datetime | None
    """When the next should be there."""
    source: str
    is_example: bool
    is_partial: bool
    missing: tuple[str, ...]
    components: Mapping[str, Component]
    incidents: tuple[Incident, ...]
    maintenances: tuple[Maintenance, ...]
    faults: tuple[str, ...]
    """What in it could not be read, in Danish sentences for whoever runs the site."""


@dataclass(frozen=True)
class Head:
    """What tells a document from others."""

    made: datetime
    cycle: str


def read_head(raw: Mapping[str, Any]) -> Head:
    """The head of the document in an answer.

    Raises:
        NotADocument: it is no status, or of a version that we do not know.
    """
    if raw.get("schema") != SCHEMA:
        raise NotADocument(f"Svaret er ikke af formen {SCHEMA}.")
    made = moment(raw.get("generated_at"))
    if made is None:
        raise NotADocument("Svaret siger ikke, hvornår det er lavet.")
    if not isinstance(raw.get("components"), list):
        raise NotADocument("Svaret nævner ingen komponenter.")
    return Head(made, _text(raw.get("cycle_id")))


def read_document(raw: Mapping[str, Any]) -> Document:
    """The document in an answer.

    Raises:
        NotADocument: as `read_head` does.
    """
    head = read_head(raw)
    faults: list[str] = []
    missing = _ids(raw.get("missing"))
    components = {one.id: one for one in _components(raw["components"], faults)}
    # Of what was not measured in this cycle, nothing is known from it.
    for id in components.keys() & missing:
        components[id] = replace(components[id], status=Status.UNKNOWN)
    source = raw.get("source")
    return Document(
        made=head.made,
        cycle=head.cycle,
        due=moment(raw.get("next_update_due")),
        source=_text(source.get("name")) if isinstance(source, dict) else "",
        is_example=raw.get("example") is True,
        is_partial=raw.get("partial") is True,
        missing=missing,
        components=components,
        incidents=tuple(_incidents(_list(raw, "incidents"), faults)),
        maintenances=tuple(_maintenances(_list(raw, "maintenances"), faults)),
        faults=tuple(faults),
    )


def moment(value: object) -> datetime | None:
    """A moment with its offset (RFC 3339), or nothing: a time without one says too little."""
    if not isinstance(value, str) or len(value) > 40:
        return None
    try:
        found = datetime.fromisoformat(value)
        found.timestamp()
    except (ValueError, OverflowError, OSError):
        return None
    # What lies outside means »never« to those who wrote it, and cannot be counted with.
    return found if found.tzinfo and 1970 < found.year < 3000 else None


def _components(rows: list[Any], faults: list[str]) -> Iterator[Component]:
    seen = set()
    if len(rows) > MOST_COMPONENTS:
        faults.append(f"Der er flere end {MOST_COMPONENTS} komponenter; resten er ikke læst.")
    for place, row in enumerate(rows[:MOST_COMPONENTS], 1):
        id = _text(row.get("id")) if isinstance(row, dict) else ""
        if not id or id in seen:
            faults.append(f"Komponent nr. {place} har intet id, eller et der er brugt før.")
            continue
        seen.add(id)
        yield _component(id, row, faults)


def _component(id: str, row: Mapping[str, Any], faults: list[str]) -> Component:
    status, observed = status_of(row.get("status")), moment(row.get("observed_at"))
    if status is Status.UNKNOWN and row.get("status") != Status.UNKNOWN:
        faults.append(f"{id} har en status, vi ikke kender: »{_text(row.get('status'))[:40]}«.")
    if observed is None and status is not Status.UNKNOWN:
        faults.append(f"{id} siger ikke, hvornår den er målt.")
        status = Status.UNKNOWN
    message = row.get("message")
    return Component(
        id=id,
        name=_text(row.get("name")) or id,
        status=status,
        since=moment(row.get("status_since")),
        observed=observed,
        good_for=_seconds(row.get("stale_after_s")),
        message=_text(message.get("da")) if isinstance(message, dict) else "",
    )


def _seconds(value: object) -> timedelta:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= 86_400:
        return timedelta(seconds=value)
    return USUALLY_GOOD_FOR


def _incidents(rows: list[Any], faults: list[str]) -> Iterator[Incident]:
    for row in rows:
        started = moment(row.get("started_at")) if isinstance(row, dict) else None
        if started is None or not _text(row.get("id")):
            faults.append("En hændelse kan ikke læses: den mangler id eller start.")
            continue
        updates = (_update(update) for update in _list(row, "updates"))
        yield Incident(
            id=_text(row["id"]),
            title=_text(row.get("title")) or "Hændelse",
            impact=_IMPACTS.get(_text(row.get("impact")), Status.UNKNOWN),
            status=_text(row.get("status")),
            started=started,
            resolved=moment(row.get("resolved_at")),
            components=_ids(row.get("components")),
            updates=tuple(sorted(filter(None, updates), key=lambda one: one.at, reverse=True)),
        )


def _update(row: Any) -> Update | None:
    at = moment(row.get("at")) if isinstance(row, dict) else None
    return Update(at, _text(row.get("status")), _text(row.get("body"))) if at else None


def _maintenances(rows: list[Any], faults: list[str]) -> Iterator[Maintenance]:
    for row in rows:
        starts = moment(row.get("starts_at")) if isinstance(row, dict) else None
        ends = moment(row.get("ends_at")) if isinstance(row, dict) else None
        if starts is None or ends is None or ends < starts or not _text(row.get("id")):
            faults.append("Et vedligehold kan ikke læses: det mangler id, start eller slut.")
            continue
        yield Maintenance(
            id=_text(row["id"]),
            title=_text(row.get("title")) or "Planlagt vedligehold",
            starts=starts,
            ends=ends,
            components=_ids(row.get("components")),
            updated=moment(row.get("updated_at")),
            is_cancelled=row.get("status") == "cancelled",
        )


def _list(row: Mapping[str, Any], key: str) -> list[Any]:
    value = row.get(key)
    return value if isinstance(value, list) else []


def _ids(value: object) -> tuple[str, ...]:
    return tuple(filter(None, map(_text, value))) if isinstance(value, list) else ()


def _text(value: object) -> str:
    """A text on one line, of signs that can be seen, and no longer than a reader can use."""
    if not isinstance(value, str):
        return ""
    seen = value[: 4 * LONGEST_TEXT]
    if not seen.isprintable():
        seen = "".join(sign if sign.isprintable() else " " for sign in seen)
    return " ".join(seen.split())[:LONGEST_TEXT]
