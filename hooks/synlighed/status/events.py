"""What is told of at length on the page of the status, by the platform and by editors alike."""

from dataclasses import dataclass
from datetime import datetime

from synlighed.status.atom import anchor
from synlighed.status.board import Board
from synlighed.status.document import Incident, Maintenance
from synlighed.status.told import Told, span
from synlighed.status.watched import Item, Notice
from synlighed.status.words import Status


@dataclass(frozen=True)
class Event:
    """An incident, or planned work."""

    id: str
    anchor: str
    """Its id on the page of the status."""
    title: str
    url: str
    """Where it has a page of its own, from the root of the site; empty when it has none."""
    impact: Status
    """How what it hits works meanwhile; unknown when nobody says."""
    starts: datetime
    ends: datetime | None
    is_over: bool
    told: Told
    """When."""
    hits: tuple[Item, ...]
    summary: str
    """What it is about, when somebody has written that."""
    updates: tuple[tuple[datetime, str], ...]
    """The newest first."""
    is_example: bool


def incidents_of(board: Board) -> tuple[Event, ...]:
    """What is wrong now, and what was until lately, the newest first."""
    found = [_of_incident(one, board) for one in board.incidents]
    found += [_of_notice(one, board) for one in board.watched.notices if _is_incident(one, board)]
    return tuple(sorted(found, key=lambda event: event.starts, reverse=True))


def works_of(board: Board) -> tuple[Event, ...]:
    """The planned work that is not over, the next first."""
    found = [_of_maintenance(one, board) for one in board.maintenances]
    found += [_of_notice(one, board) for one in board.watched.notices if _is_work(one, board)]
    return tuple(sorted(found, key=lambda event: event.starts))


def _is_incident(notice: Notice, board: Board) -> bool:
    return notice.is_on(board.now) and not notice.is_maintenance


def _is_work(notice: Notice, board: Board) -> bool:
    is_told = notice.is_on(board.now) or notice.is_ahead(board.now)
    return is_told and notice.is_maintenance


def _of_incident(incident: Incident, board: Board) -> Event:
    ends: Told = (", løst ", incident.resolved) if incident.resolved else ()
    if incident.is_over and not ends:
        ends = (", og er løst",)
    return Event(
        id=incident.id,
        anchor=anchor("haendelse", incident.id),
        title=incident.title,
        url="",
        impact=incident.impact,
        starts=incident.started,
        ends=incident.resolved,
        is_over=incident.is_over,
        told=("Begyndte ", incident.started, *ends, "."),
        hits=board.items_of(incident.components),
        summary="",
        updates=tuple((update.at, update.told) for update in incident.updates),
        is_example=board.answer.is_example,
    )


def _of_maintenance(work: Maintenance, board: Board) -> Event:
    return Event(
        id=work.id,
        anchor=anchor("vedligehold", work.id),
        title=work.title,
        url="",
        impact=Status.UNKNOWN,
        starts=work.starts,
        ends=work.ends,
        is_over=False,
        told=span(work.starts, work.ends),
        hits=board.items_of(work.components),
        summary="",
        updates=(),
        is_example=board.answer.is_example,
    )


def _of_notice(notice: Notice, board: Board) -> Event:
    is_work = notice.is_maintenance
    return Event(
        id=notice.id,
        anchor=anchor("driftsmeddelelse", notice.id),
        title=notice.title,
        url=notice.url,
        impact=Status.UNKNOWN if is_work else notice.impact,
        starts=notice.starts,
        ends=notice.ends,
        is_over=False,
        told=span(notice.starts, notice.ends) if is_work else ("Begyndte ", notice.starts, "."),
        hits=tuple(board.states[key].item for key in notice.items if key in board.states),
        summary=notice.summary,
        updates=notice.updates,
        is_example=notice.is_example,
    )
