"""The files of a published site that tell how everything works, as they are at a moment.

A build puts them in the site, and a refresh replaces them there. They say nothing of what the
edition does not show, since the board was never told.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from synlighed.danish.times import ZONE
from synlighed.status.atom import anchor, feed
from synlighed.status.badge import badge, badge_of
from synlighed.status.bars import bars_of
from synlighed.status.board import Board, State
from synlighed.status.document import Incident, Maintenance
from synlighed.status.history import DAYS, Sum
from synlighed.status.told import as_text, news_of, plans_of, told_of

SCHEMA = "synlighed-status/1"

FOLDER = "status/"
STATUS = "status/status.json"
HISTORY = "status/historik.json"
WATCHED = "status/watched.json"
FEED = "status/atom.xml"


def badge_url(key: str) -> str:
    """The address of an item's badge: `status/badges/apps/mit-sygehus.svg`."""
    return f"{FOLDER}badges/{key}.svg"


def bars_url(key: str) -> str:
    """The address of the picture of an item's last 90 days."""
    return f"{FOLDER}historik/{key}.svg"


@dataclass(frozen=True)
class StatusFile:
    """A file that tells of the status, to be made if need be."""

    uri: str
    """Its address from the root of the site."""
    of: str
    """What it is made of: as long as that is the same, the file need not be made again. Empty when
    it always must."""
    make: Callable[[], bytes]
    is_needed: bool = True
    """Whether it is to be there; one that is not only takes the place of what told more."""


def status_files(board: Board) -> Iterator[tuple[str, bytes]]:
    """Every file that tells of the status, by its address from the root of the site.

    Args:
        board: How everything works, and has worked.
    """
    yield WATCHED, _encode(board.watched.as_json())
    for file in renewed_files(board):
        if file.is_needed:
            yield file.uri, file.make()


def renewed_files(board: Board) -> Iterator[StatusFile]:
    """Those of them that change with the status; most have not, from one minute to the next."""
    yield StatusFile(STATUS, "", lambda: _encode(as_json(board)))
    yield StatusFile(FEED, "", lambda: feed(board, FEED))
    yield StatusFile(HISTORY, _past(board), lambda: _encode(_history(board)))
    today = board.now.astimezone(ZONE).date()
    named = {key for notice in board.watched.notices for key in notice.items}
    for key, state in board.states.items():
        # Of the others nobody will ever tell anything.
        if state.item.component or key in named:
            yield StatusFile(
                badge_url(key),
                badge_of(state, board.now),
                partial(_badge, state, board.now),
            )
        if state.item.component:
            record = board.sum_of(state.item.component)
            is_example = state.item.is_example or board.answer.is_example
            yield StatusFile(
                bars_url(key),
                f"{today} {record.worsts} {is_example} {state.item.title}",
                partial(_bars, record, today, state.item.title, is_example),
                # A page may show it from when there was a history: then it says that there is none.
                is_needed=record.first is not None,
            )


def _badge(state: State, now: datetime) -> bytes:
    return badge(state, now).encode()


def _bars(record: Sum, today: date, title: str, is_example: bool) -> bytes:
    return bars_of(record, today, title, is_example=is_example).encode()


def _past(board: Board) -> str:
    """What the history is made of; empty when nobody says."""
    if not board.past:
        return ""
    shown = [(key, state.item.component) for key, state in board.states.items()]
    return (
        f"{board.past} {board.answer.is_example} {hashlib.sha256(repr(shown).encode()).hexdigest()}"
    )


def as_json(board: Board) -> dict[str, Any]:
    """What a browser, or another program, reads to know how everything works."""
    watched = board.watched
    return {
        "schema": SCHEMA,
        "made": _time(board.now),
        "due": _time(board.due),
        "source": watched.source,
        "checked": _time(board.answer.fetched),
        "example": board.answer.is_example,
        "status": board.status.value,
        "summary": board.summary,
        "items": {key: _state(state, watched.source) for key, state in board.states.items()},
        "incidents": [_incident(incident, board) for incident in board.incidents],
        "maintenances": [_maintenance(one, board) for one in board.maintenances],
    }


def _state(state: State, source: str) -> dict[str, Any]:
    measured = state.measured
    told: dict[str, Any] = {
        "title": state.item.title,
        "url": state.item.url,
        "status": state.status.value,
        "text": state.status.text,
        "told": as_text(told_of(state, source)),
        "news": [
            {"title": news.title, "text": news.text, "at": _time(news.at), "url": news.url}
            for news in news_of(state)
        ],
        "plans": [
            {
                "title": plan.title,
                "starts": _time(plan.starts),
                "ends": _time(plan.ends),
                "url": plan.url,
            }
            for plan in plans_of(state)
        ],
        "measured": measured.status.value,
        "since": _time(state.since),
        "checked": _time(measured.checked),
        "expires": _time(measured.expires),
        "last": measured.last.value if measured.last else None,
        "example": state.is_example,
    }
    if found := state.uptime:
        told["uptime"] = {"up": found.up, "coverage": found.coverage, "text": found.text}
    # Most have little to tell, and there may be 2,000 of them.
    return {key: value for key, value in told.items() if value not in (None, "", [], False)}


def _incident(incident: Incident, board: Board) -> dict[str, Any]:
    return {
        "id": incident.id,
        "anchor": anchor("haendelse", incident.id),
        "title": incident.title,
        "impact": incident.impact.value,
        "started": _time(incident.started),
        "resolved": _time(incident.resolved),
        "items": [item.key for item in board.items_of(incident.components)],
        "updates": [
            {"at": _time(update.at), "status": update.status, "text": update.text}
            for update in incident.updates
        ],
    }


def _maintenance(maintenance: Maintenance, board: Board) -> dict[str, Any]:
    return {
        "id": maintenance.id,
        "anchor": anchor("vedligehold", maintenance.id),
        "title": maintenance.title,
        "starts": _time(maintenance.starts),
        "ends": _time(maintenance.ends),
        "items": [item.key for item in board.items_of(maintenance.components)],
    }


def _history(board: Board) -> dict[str, Any]:
    """Of each day that is over the seconds in each status; one it was not in is left out."""
    today = board.now.astimezone(ZONE).date()
    first = today - timedelta(days=DAYS)
    return {
        "schema": SCHEMA,
        "example": board.answer.is_example,
        "items": {
            key: {
                day.day.isoformat(): {
                    status.value: round(seconds) for status, seconds in day.seconds.items()
                }
                for day in board.days.get(state.item.component, ())
                if first < day.day < today
            }
            for key, state in board.states.items()
            if state.item.component
        },
    }


def _time(moment: datetime | None) -> str | None:
    """RFC 3339 to the second."""
    return moment.isoformat(timespec="seconds") if moment else None


def _encode(document: Any) -> bytes:
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
