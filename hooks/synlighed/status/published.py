"""The files of a published site that tell how everything works, as they are at a moment.

A build puts them in the site, and a refresh replaces them there. They say nothing of what the
edition does not show, since the board was never told.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from synlighed.danish.times import ZONE, format_moment
from synlighed.status.atom import feed
from synlighed.status.badge import badge, badge_of
from synlighed.status.bars import bars_of
from synlighed.status.board import Board
from synlighed.status.events import Event, incidents_of, works_of
from synlighed.status.history import DAYS, Sum
from synlighed.status.maintenance import maintenance_feed, maintenance_of
from synlighed.status.state import State
from synlighed.status.told import (
    News,
    Plan,
    all_news,
    all_plans,
    as_text,
    fallback_of,
    heard_of,
    news_of,
    past_of,
    plans_of,
    told_of,
)
from synlighed.status.watched import Item
from synlighed.status.words import Status

SCHEMA = "synlighed-status/1"

FOLDER = "status/"
STATUS = "status/status.json"
HISTORY = "status/historik.json"
WATCHED = "status/watched.json"
FEED = "status/atom.xml"
MAINTENANCE = "status/vedligehold.ics"


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
    says_when: bool = False
    """Whether it says its moment, so that one made of the same may be a little older."""


def status_files(board: Board) -> Iterator[tuple[str, bytes]]:
    """Every file that tells of the status, by its address from the root of the site.

    Args:
        board: How everything works, and has worked.
    """
    for file in needed_files(board):
        yield file.uri, file.make()


def needed_files(board: Board) -> Iterator[StatusFile]:
    """The same, to be made if need be."""
    yield StatusFile(WATCHED, "", lambda: _encode(board.watched.as_json()))
    yield from (file for file in renewed_files(board) if file.is_needed)


def renewed_files(board: Board) -> Iterator[StatusFile]:
    """Those of them that change with the status; most have not, from one minute to the next."""
    yield StatusFile(STATUS, "", lambda: _encode(as_json(board)))
    yield StatusFile(FEED, "", lambda: feed(board, FEED))
    works = maintenance_of(board)
    name = board.watched.name
    yield StatusFile(MAINTENANCE, f"{name} {works}", lambda: maintenance_feed(works, name))
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
                says_when=True,
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


MOST_IN_SHORT = 3
"""So much news, and so many plans, are told where all of it is told in short."""

MOST_DISTURBED = 5
"""So many disturbed items are named there."""


def as_json(board: Board) -> dict[str, Any]:
    """What a browser, or another program, reads to know how everything works.

    What a page says in words is in it in those words, so that nobody puts them together twice.
    """
    watched = board.watched
    disturbed = [state.item.key for state in board.disturbed]
    return {
        "schema": SCHEMA,
        "made": _time(board.now),
        "due": _time(board.due),
        "source": watched.source,
        "checked": _time(board.answer.fetched),
        "heard": as_text(heard_of(board)),
        "example": board.answer.is_example,
        "status": board.status.value,
        "summary": board.summary,
        "disturbed": disturbed[:MOST_DISTURBED],
        "more": more_of(disturbed),
        "news": [_news(news) for news in all_news(board)[:MOST_IN_SHORT]],
        "plans": [_plan(plan) for plan in all_plans(board)[:MOST_IN_SHORT]],
        "items": {key: _state(state, watched.source) for key, state in board.states.items()},
        "incidents": [_incident(event) for event in incidents_of(board)],
        "maintenances": [_work(event) for event in works_of(board)],
    }


def more_of(disturbed: Sequence[object]) -> str:
    """How many more are disturbed than are named."""
    more = len(disturbed) - MOST_DISTURBED
    return f"og {more} mere" if more > 0 else ""


def _state(state: State, source: str) -> dict[str, Any]:
    measured = state.measured
    told: dict[str, Any] = {
        "title": state.item.title,
        "url": state.item.url,
        "status": state.status.value,
        "text": state.status.text,
        "told": as_text(told_of(state, source)),
        "fallback": fallback_of(state),
        "news": [_news(news) for news in news_of(state)],
        "plans": [_plan(plan) for plan in plans_of(state)],
        "measured": measured.status.value,
        "since": _time(state.since),
        "checked": _time(measured.checked),
        "expires": _time(state.expires),
        "last": measured.last.value if measured.last else None,
        "example": state.is_example,
    }
    if found := state.uptime:
        told["uptime"] = {"up": found.up, "coverage": found.coverage, "text": past_of(state)}
    return _short(told)


def _news(news: News) -> dict[str, Any]:
    return {
        "title": news.title,
        "text": news.text,
        "at": _time(news.at),
        "when": format_moment(news.at),
        "url": news.url,
        "example": news.is_example,
    }


def _plan(plan: Plan) -> dict[str, Any]:
    return {
        "title": plan.title,
        "starts": _time(plan.starts),
        "ends": _time(plan.ends),
        "told": as_text(plan.told),
        "url": plan.url,
        "example": plan.is_example,
    }


def _incident(event: Event) -> dict[str, Any]:
    resolved = _time(event.ends) if event.is_over else None
    times = {"started": _time(event.starts), "resolved": resolved}
    # What is over need not say since when.
    return _event(event) | times | {"over": event.is_over}


def _work(event: Event) -> dict[str, Any]:
    return _event(event) | {"starts": _time(event.starts), "ends": _time(event.ends)}


def _event(event: Event) -> dict[str, Any]:
    is_known = event.impact is not Status.UNKNOWN
    told = {
        "id": event.id,
        "anchor": event.anchor,
        "title": event.title,
        "url": event.url,
        "impact": event.impact.value,
        "text": event.impact.text if is_known else None,
        "told": as_text(event.told),
        "summary": event.summary,
        "items": [item.key for item in event.hits],
        "hits": [
            {"before": before, "title": item.title, "url": item.url}
            for before, item in named(event.hits)
        ],
        "updates": [
            {"at": _time(at), "when": format_moment(at), "text": text} for at, text in event.updates
        ],
        "example": event.is_example,
    }
    return _short(told)


def named(items: Sequence[Item]) -> Iterator[tuple[str, Item]]:
    """The items of a sentence, each with the words before it."""
    for number, item in enumerate(items, 1):
        between = " og " if number == len(items) else ", "
        yield "Berører " if number == 1 else between, item


def _short(told: dict[str, Any]) -> dict[str, Any]:
    """Without what there is nothing to tell of: there may be 2,000 of them."""
    return {key: value for key, value in told.items() if value}


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
