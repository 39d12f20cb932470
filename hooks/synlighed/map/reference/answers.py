"""What the reference server answers: a pure function from a request and the time to an answer."""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qs, unquote

from synlighed.map.reference import documents, faults, statuspage
from synlighed.map.reference.documents import Document
from synlighed.map.reference.faults import Fault
from synlighed.map.reference.world import DAYS_KEPT, World

JSON = "application/json"
HEALTH = "application/health+json"
PROBLEM = "application/problem+json"

CACHING = "max-age=30, stale-while-revalidate=60, stale-if-error=86400"

DAYS = 90
"""Of history, when nobody says how many."""

RETRY_AFTER = 120

_TIME = re.compile(
    r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)", re.ASCII
)
_DAYS = re.compile(r"[1-9][0-9]{0,2}", re.ASCII)
_CURSOR = re.compile(r"[0-9]{1,9}", re.ASCII)

_TITLES = {
    400: "Spørgsmålet kan ikke læses",
    401: "Nøglen mangler",
    403: "Adgang afvist",
    404: "Findes ikke",
    405: "Kan kun læses",
    406: "Findes kun som JSON",
    429: "For mange spørgsmål",
    503: "Optaget",
}

_LOGIN = """<!doctype html>
<html lang="da"><title>Log ind</title><h1>Log ind</h1>
<form><label>Bruger <input name="user"></label></form></html>
"""


@dataclass(frozen=True)
class Request:
    """A question, as HTTP asks it."""

    target: str
    """The path and what follows it."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """By their names in lower case."""
    method: str = "GET"


@dataclass(frozen=True)
class Answer:
    """What is sent back."""

    code: int
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Service:
    """What is served, to whom, and what is done wrong on purpose."""

    world: World
    token: str = ""
    """What everyone must show who asks for more than health; nothing when all may read."""
    fault: Fault | None = None


class _Refused(Exception):
    def __init__(self, code: int, detail: str, **headers: str) -> None:
        super().__init__(detail)
        self.answer = problem(code, detail, headers)


def answer(service: Service, request: Request, now: datetime) -> Answer:
    """The answer to a request, with what the service does wrong.

    Args:
        service: What is served.
        request: What is asked for.
        now: The time by the server's own clock: see `faults.clock`.
    """
    try:
        _refuse_on_purpose(service.fault, now)
        found = _found(service, request, now)
    except _Refused as refused:
        return refused.answer
    if service.fault is Fault.HTML:
        return Answer(200, {"Content-Type": "text/html; charset=utf-8"}, _LOGIN.encode())
    if service.fault is Fault.TRUNCATED:
        return replace(found, body=found.body[: len(found.body) // 2])
    return found


def problem(code: int, detail: str, headers: Mapping[str, str] | None = None) -> Answer:
    """An error, as RFC 9457 tells it.

    Args:
        code: The status code.
        detail: What is wrong here, in Danish.
        headers: Those that go with the code.
    """
    told = {"type": "about:blank", "title": _TITLES.get(code, "Fejl"), "status": code}
    named = {name.replace("_", "-"): value for name, value in (headers or {}).items()}
    return Answer(
        code,
        {"Content-Type": PROBLEM, "Cache-Control": "no-store", **named},
        _encoded(told | {"detail": detail}),
    )


def _refuse_on_purpose(fault: Fault | None, now: datetime) -> None:
    if fault is Fault.DENIED:
        raise _Refused(403, "Nøglen må ikke læse status.")
    if fault is Fault.BUSY:
        raise _Refused(503, "Prøv igen om lidt.", Retry_After=str(RETRY_AFTER))
    if fault is Fault.LIMITED:
        later = format_datetime((now + timedelta(seconds=RETRY_AFTER)).astimezone(UTC), True)
        raise _Refused(429, "Vent, før du spørger igen.", Retry_After=later)


def _found(service: Service, request: Request, now: datetime) -> Answer:
    path, _, query = request.target.partition("?")
    steps = [unquote(step) for step in path.split("/")[1:]]
    if request.method not in ("GET", "HEAD"):
        raise _Refused(405, "Brug GET.", Allow="GET, HEAD")
    asked = _parameters(query)
    number = faults.round_of(service.world, service.fault, now)
    match steps:
        case ["v1", "health"]:
            _check_accept(request, HEALTH, JSON)
            found = documents.health(service.world, number)
            return _conditional(request, found, HEALTH, service.world.made(number))
        case ["v1", "status" | "incidents" | "maintenances"] | ["api", "v2", "summary.json"]:
            pass
        case ["v1", "status" | "history", _]:
            pass
        case _:
            raise _Refused(404, "Adressen findes ikke.")
    _check_token(service.token, request)
    _check_accept(request, JSON)
    try:
        found = _document(service, number, steps, asked)
    except KeyError:
        raise _Refused(404, "Appen er ikke registreret.") from None
    return _conditional(request, found, JSON, service.world.made(number))


def _document(
    service: Service, number: int, steps: list[str], asked: Mapping[str, str]
) -> Document:
    world = service.world
    match steps:
        case ["v1", "status"]:
            return faults.spoilt(service.fault, documents.status(world, number))
        case ["v1", "status", app_id]:
            return faults.spoilt(service.fault, documents.status_of(world, number, app_id))
        case ["v1", "incidents"]:
            return documents.incidents(world, number, _since(asked), _cursor(asked))
        case ["v1", "maintenances"]:
            return documents.maintenances(world, number)
        case ["v1", "history", app_id]:
            return documents.history(world, number, app_id, _days(asked))
        case _:
            return statuspage.summary(documents.status(world, number))


def _parameters(query: str) -> dict[str, str]:
    try:
        found = parse_qs(query, keep_blank_values=True, max_num_fields=20, errors="strict")
    except ValueError:
        raise _Refused(400, "Det efter spørgsmålstegnet kan ikke læses.") from None
    for name, values in found.items():
        if len(values) > 1:
            raise _Refused(400, f"»{name}« står flere gange.")
    return {name: values[0] for name, values in found.items()}


def _since(asked: Mapping[str, str]) -> datetime | None:
    text = asked.get("since")
    if text is None:
        return None
    try:
        if not _TIME.fullmatch(text):
            raise ValueError
        return datetime.fromisoformat(text.upper())
    except ValueError:
        detail = "»since« skal være en tid som 2026-11-23T09:42:00Z. Plus skrives %2B."
        raise _Refused(400, detail) from None


def _cursor(asked: Mapping[str, str]) -> int:
    text = asked.get("cursor", "0")
    if not _CURSOR.fullmatch(text):
        raise _Refused(400, "»cursor« skal være mærket fra »next_cursor«.")
    return int(text)


def _days(asked: Mapping[str, str]) -> int:
    text = asked.get("days", str(DAYS))
    if not _DAYS.fullmatch(text) or int(text) > DAYS_KEPT:
        raise _Refused(400, f"»days« skal være et tal fra 1 til {DAYS_KEPT}.")
    return int(text)


def _check_token(token: str, request: Request) -> None:
    """Read-only bearer tokens (RFC 6750)."""
    if not token:
        return
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    if not shown or scheme.lower() != "bearer":
        raise _Refused(401, "Send nøglen i Authorization.", WWW_Authenticate="Bearer")
    if not hmac.compare_digest(shown.strip().encode(), token.encode()):
        challenge = 'Bearer error="invalid_token"'
        raise _Refused(401, "Nøglen gælder ikke.", WWW_Authenticate=challenge)


def _check_accept(request: Request, *types: str) -> None:
    """Whether who asks will have what there is (RFC 9110, section 12.5.1)."""
    accept = request.headers.get("accept", "").strip()
    wanted = {
        found.split(";")[0].strip().lower()
        for found in accept.split(",")
        if not re.search(r";\s*q=0(\.0*)?\s*(;|$)", found)
    }
    if accept and not wanted & {"*/*", "application/*", *types}:
        raise _Refused(406, f"Bed om {types[0]}.")


def _conditional(request: Request, found: Document, type: str, made: datetime) -> Answer:
    """The document, or that it is the one already had (RFC 9110, section 13.1.2)."""
    body = _encoded(found)
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {
        "ETag": tag,
        "Cache-Control": CACHING,
        "Last-Modified": format_datetime(made.astimezone(UTC), usegmt=True),
    }
    asked = request.headers.get("if-none-match", "")
    had = {part.strip().removeprefix("W/") for part in asked.split(",")}
    if had & {tag, "*"}:
        return Answer(304, headers)
    return Answer(200, {"Content-Type": type, **headers}, body)


def _encoded(document: Mapping[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
