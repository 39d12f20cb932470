"""What is told of a state: since when, by whom, how old it is, and what is known of the cause."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from synlighed.danish.times import format_moment
from synlighed.status.atom import PAGE, anchor
from synlighed.status.board import Board
from synlighed.status.document import Incident, Maintenance
from synlighed.status.state import State
from synlighed.status.watched import Notice
from synlighed.status.words import Status

Told = tuple[str | datetime, ...]
"""A text in pieces, of which the moments can be shown as such."""

USUAL_SOURCE = "målingerne"


@dataclass(frozen=True)
class News:
    """The newest of what is known about an incident, a notice or planned work."""

    title: str
    text: str
    at: datetime
    url: str
    """Where all of it is told, from the root of the site."""
    is_example: bool


def told_of(state: State, source: str) -> Told:
    """What stands beside the word of a state.

    Args:
        state: How something works.
        source: What readers know the platform as.
    """
    return tuple(_pieces(state, source or USUAL_SOURCE))


def _pieces(state: State, source: str) -> Iterator[str | datetime]:
    measured = state.measured
    for notice in state.telling:
        if notice.status is state.status and state.status is not measured.status:
            yield from (f"Redaktionen melder »{state.status.text}« siden ", notice.starts, ". ")
            break
    else:
        if state.since and state.status is not Status.UNKNOWN:
            yield from ("Siden ", state.since, ". ")
        if state.is_told_otherwise:
            milder = max(state.telling, key=lambda notice: notice.status.rank)
            yield from (f"Redaktionen melder »{milder.status.text}« siden ", milder.starts, ". ")
    if measured.reason:
        yield f"{measured.reason} "
    if measured.checked:
        name, known = source[:1].upper() + source[1:], measured.last or measured.status
        found = "kunne ikke måle den" if known is Status.UNKNOWN else f"målte »{known.text}«"
        yield from (f"{name} {found} ", measured.checked, ".")
    if measured.message:
        yield f" {measured.message}"


def as_text(told: Told) -> str:
    """The pieces as one text."""
    pieces = (format_moment(one) if isinstance(one, datetime) else one for one in told)
    return "".join(pieces).strip()


def heard_of(board: Board) -> Told:
    """Who measured, and when that was heard."""
    if board.answer.fetched is None:
        return ("Der er ingen forbindelse til målingerne.",)
    return (f"Målt af {board.watched.source or USUAL_SOURCE}, hentet ", board.answer.fetched, ".")


def span(starts: datetime, ends: datetime | None) -> Told:
    """From when until when."""
    return (starts, " til ", ends, ".") if ends else (starts, ".")


def fallback_of(state: State) -> str:
    """What to do meanwhile, when there is a meanwhile."""
    is_on = state.status not in (Status.OPERATIONAL, Status.UNKNOWN) or bool(state.telling)
    return f"Gør imens: {state.item.fallback}" if is_on and state.item.fallback else ""


def past_of(state: State) -> str:
    """How it has worked: what the picture of its days shows, in words."""
    if state.uptime is None:
        return ""
    return f"{state.uptime.text}. {state.days}".strip()


def news_of(state: State) -> tuple[News, ...]:
    """What is known of an item now, the newest first."""
    are_news = (one for one in state.notices if not one.is_maintenance)
    return _news(state.incidents, are_news, are_examples=state.is_example)


def all_news(board: Board) -> tuple[News, ...]:
    """What is known now of everything, the newest first."""
    are_open = (one for one in board.incidents if not one.is_over)
    notices = board.watched.notices
    are_on = (one for one in notices if one.is_on(board.now) and not one.is_maintenance)
    return _news(are_open, are_on, are_examples=board.answer.is_example)


def _news(
    incidents: Iterable[Incident], notices: Iterable[Notice], *, are_examples: bool
) -> tuple[News, ...]:
    found = [
        News(
            incident.title,
            incident.updates[0].told if incident.updates else "",
            incident.updates[0].at if incident.updates else incident.started,
            f"{PAGE}#{anchor('haendelse', incident.id)}",
            are_examples,
        )
        for incident in incidents
    ]
    for notice in notices:
        at, text = notice.updates[0] if notice.updates else (notice.starts, notice.summary)
        found.append(News(notice.title, text, at, notice.url, notice.is_example))
    return tuple(sorted(found, key=lambda news: news.at, reverse=True))


@dataclass(frozen=True)
class Plan:
    """Planned work on an item, whoever planned it."""

    title: str
    starts: datetime
    ends: datetime | None
    url: str
    is_example: bool

    @property
    def told(self) -> Told:
        """When."""
        return span(self.starts, self.ends)


def plans_of(state: State) -> tuple[Plan, ...]:
    """The planned work on an item that is not over, the next first."""
    return _plans(state.maintenances, state.planned, are_examples=state.is_example)


def all_plans(board: Board) -> tuple[Plan, ...]:
    """All planned work that is not over, the next first."""
    are_planned = (one for one in board.watched.notices if one.is_planned(board.now))
    return _plans(board.maintenances, are_planned, are_examples=board.answer.is_example)


def _plans(
    maintenances: Iterable[Maintenance], notices: Iterable[Notice], *, are_examples: bool
) -> tuple[Plan, ...]:
    found = [
        Plan(
            one.title, one.starts, one.ends, f"{PAGE}#{anchor('vedligehold', one.id)}", are_examples
        )
        for one in maintenances
    ]
    found += [Plan(one.title, one.starts, one.ends, one.url, one.is_example) for one in notices]
    return tuple(sorted(found, key=lambda plan: plan.starts))
