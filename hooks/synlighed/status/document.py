"""What a monitoring platform said, read from the JSON of its contract (`map/openapi.yaml`).

Everything in it comes from outside: a component that cannot be read is unknown, a word that nobody
agreed on is unknown, and only a document that is another altogether is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from synlighed.status.words import Status, stage_of, staged, status_of

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
LONGEST_GOOD_FOR = timedelta(days=1)
"""No measurement holds longer, whatever it says."""

AHEAD = timedelta(seconds=60)
"""So far in the future a time may lie; clocks differ."""

_OVER = {"resolved", "postmortem"}
_DONE = {"completed", "cancelled"}


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

    @property
    def told(self) -> str:
        """What it says, after how far those who work on it have come."""
        return staged(stage_of(self.status), self.text)


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
    names_all: bool = True
    """Whether all that it hits could be read."""

    @property
    def is_over(self) -> bool:
        """Whether somebody has said so, be it without saying when."""
        return self.resolved is not None or self.status in _OVER

    @property
    def last_told(self) -> datetime:
        """When there was last something to tell of it."""
        newest = self.updates[0].at if self.updates else self.started
        return self.resolved or max(newest, self.started)


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
    is_done: bool = False
    """Whether it was cancelled, or was over before its time."""
    names_all: bool = True
    """Whether all that it hits could be read."""


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
    tells_all: bool
    """Whether it says of what exactly it is silent; if not, anything may be wrong."""
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
    due = moment(raw.get("next_update_due"))
    faults = [] if due else ["Svaret siger ikke, hvornår det næste kommer."]
    missing = _ids(raw.get("missing"))
    components = _components(raw["components"], head.made, faults)
    # Of what was not measured in this cycle, nothing is known from it.
    for id in components.keys() & missing:
        components[id] = replace(components[id], status=Status.UNKNOWN)
    is_partial = raw.get("partial") not in (None, False)
    names_missing = _names_all(raw.get("missing"))
    if not names_missing:
        faults.append("Listen over det, der ikke blev målt, kan ikke læses helt.")
    hits = _rows(raw, "incidents")
    incidents = tuple(_incidents(hits, head.made, faults))
    source = raw.get("source")
    return Document(
        made=head.made,
        cycle=head.cycle,
        due=due,
        source=_text(source.get("name")) if isinstance(source, dict) else "",
        is_example=raw.get("example") is True,
        is_partial=is_partial,
        missing=missing,
        components=components,
        incidents=incidents,
        maintenances=tuple(_maintenances(_rows(raw, "maintenances"), faults)),
        tells_all=len(incidents) == len(hits)
        and names_missing
        and (bool(missing) or not is_partial),
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


def _components(rows: list[Any], made: datetime, faults: list[str]) -> dict[str, Component]:
    found: dict[str, Component] = {}
    if len(rows) > MOST_COMPONENTS:
        faults.append(f"Der er flere end {MOST_COMPONENTS} komponenter; resten er ikke læst.")
    for place, row in enumerate(rows[:MOST_COMPONENTS], 1):
        id = _text(row.get("id")) if isinstance(row, dict) else ""
        if not id:
            faults.append(f"Komponent nr. {place} har intet id.")
        elif id in found:
            # Nobody knows which of them is true.
            found[id] = replace(found[id], status=Status.UNKNOWN, since=None, message="")
            faults.append(f"{id} står der mere end én gang, så den regnes for ukendt.")
        else:
            found[id] = _component(id, row, made, faults)
    return found


def _component(id: str, row: Mapping[str, Any], made: datetime, faults: list[str]) -> Component:
    status, observed = status_of(row.get("status")), moment(row.get("observed_at"))
    if status is Status.UNKNOWN and row.get("status") != Status.UNKNOWN:
        faults.append(f"{id} har en status, vi ikke kender: »{_text(row.get('status'))[:40]}«.")
    if observed is None and status is not Status.UNKNOWN:
        faults.append(f"{id} siger ikke, hvornår den er målt.")
        status = Status.UNKNOWN
    since, message = moment(row.get("status_since")), row.get("message")
    return Component(
        id=id,
        name=_text(row.get("name")) or id,
        status=status,
        since=None if since and since > made + AHEAD else since,
        observed=observed,
        good_for=_good_for(id, row.get("stale_after_s"), faults),
        message=_text(message.get("da")) if isinstance(message, dict) else "",
    )


def _good_for(id: str, value: object, faults: list[str]) -> timedelta:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if value > 0:
            return timedelta(seconds=min(value, LONGEST_GOOD_FOR.total_seconds()))
        if value <= 0:
            faults.append(f"{id} siger, at målingen ikke gælder.")
            return timedelta()
    minutes = USUALLY_GOOD_FOR // timedelta(minutes=1)
    faults.append(f"{id} siger ikke, hvor længe målingen gælder; vi regner med {minutes} minutter.")
    return USUALLY_GOOD_FOR


def _incidents(rows: list[Any], made: datetime, faults: list[str]) -> Iterator[Incident]:
    seen = set()
    for row in rows:
        started = moment(row.get("started_at")) if isinstance(row, dict) else None
        id = _text(row.get("id")) if isinstance(row, dict) else ""
        if started is None or not id or id in seen:
            faults.append("En hændelse kan ikke læses: den mangler start eller et id for sig selv.")
            continue
        if started > made + AHEAD:
            faults.append(f"Hændelsen {id} begynder senere end det øjeblik, svaret er fra.")
            continue
        seen.add(id)
        resolved = moment(row.get("resolved_at"))
        updates = (_update(update) for update in _list(row, "updates"))
        yield Incident(
            id=id,
            title=_text(row.get("title")) or "Hændelse",
            impact=_IMPACTS.get(_text(row.get("impact")), Status.UNKNOWN),
            status=_text(row.get("status")),
            started=started,
            resolved=None if resolved and resolved > made + AHEAD else resolved,
            components=_ids(row.get("components")),
            updates=tuple(sorted(filter(None, updates), key=lambda one: one.at, reverse=True)),
            names_all=_names_all(row.get("components")),
        )


def _update(row: Any) -> Update | None:
    at = moment(row.get("at")) if isinstance(row, dict) else None
    return Update(at, _text(row.get("status")), _text(row.get("body"))) if at else None


def _maintenances(rows: list[Any], faults: list[str]) -> Iterator[Maintenance]:
    seen = set()
    for row in rows:
        starts = moment(row.get("starts_at")) if isinstance(row, dict) else None
        ends = moment(row.get("ends_at")) if isinstance(row, dict) else None
        id = _text(row.get("id")) if isinstance(row, dict) else ""
        if starts is None or ends is None or ends < starts or not id or id in seen:
            faults.append(
                "Et vedligehold kan ikke læses: det mangler start, slut eller et id for sig selv."
            )
            continue
        seen.add(id)
        yield Maintenance(
            id=id,
            title=_text(row.get("title")) or "Planlagt vedligehold",
            starts=starts,
            ends=ends,
            components=_ids(row.get("components")),
            updated=moment(row.get("updated_at")),
            is_done=_text(row.get("status")) in _DONE,
            names_all=_names_all(row.get("components")),
        )


def _rows(raw: Mapping[str, Any], key: str) -> list[Any]:
    """The rows of a list that may be absent; what is no list is one row that nobody can read."""
    value = raw.get(key)
    return value if isinstance(value, list) else [] if value is None else [None]


def _list(row: Mapping[str, Any], key: str) -> list[Any]:
    value = row.get(key)
    return value if isinstance(value, list) else []


def _ids(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_text, value)))) if isinstance(value, list) else ()


def _names_all(value: object) -> bool:
    """Whether `_ids` leaves out nothing of what was meant."""
    return value is None or (isinstance(value, list) and all(map(_text, value)))


def _text(value: object) -> str:
    """A text on one line, of signs that can be seen, and no longer than a reader can use."""
    if not isinstance(value, str):
        return ""
    seen = value[: 4 * LONGEST_TEXT]
    if not seen.isprintable():
        seen = "".join(sign if sign.isprintable() else " " for sign in seen)
    return " ".join(seen.split())[:LONGEST_TEXT]
