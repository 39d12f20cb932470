"""What is told of a state: since when, by whom, how old it is, and what is known of the cause."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from synlighed.danish.times import format_moment
from synlighed.status.board import State
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
    url: str = ""
    """Where more is told, from the root of the site."""


def told_of(state: State, source: str) -> Told:
    """What stands beside the word of a state.

    Args:
        state: How something works.
        source: What readers know the platform as.
    """
    return tuple(_pieces(state, source or USUAL_SOURCE))


def _pieces(state: State, source: str) -> Iterator[str | datetime]:
    measured = state.measured
    for notice in state.notices:
        if notice.status is state.status and state.status is not measured.status:
            yield from (f"Redaktionen melder »{state.status.text}« siden ", notice.starts, ". ")
            break
    else:
        if state.since and state.status is not Status.UNKNOWN:
            yield from ("Siden ", state.since, ". ")
        if state.is_told_otherwise:
            milder = max(state.notices, key=lambda notice: notice.status.rank)
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


def news_of(state: State) -> tuple[News, ...]:
    """What is known now, the newest first."""
    found = [
        News(
            incident.title,
            incident.updates[0].text if incident.updates else "",
            incident.updates[0].at if incident.updates else incident.started,
        )
        for incident in state.incidents
    ]
    for notice in state.notices:
        at, text = notice.updates[0] if notice.updates else (notice.starts, notice.summary)
        found.append(News(notice.title, text, at, notice.url))
    return tuple(sorted(found, key=lambda news: news.at, reverse=True))


@dataclass(frozen=True)
class Plan:
    """Planned work on an item, whoever planned it."""

    title: str
    starts: datetime
    ends: datetime | None
    url: str = ""


def plans_of(state: State) -> tuple[Plan, ...]:
    """The planned work on an item that is not over, the next first."""
    found = [Plan(one.title, one.starts, one.ends) for one in state.maintenances]
    found += [Plan(one.title, one.starts, one.ends, one.url) for one in state.planned]
    return tuple(sorted(found, key=lambda plan: plan.starts))
