"""How things work: the page of all of it, and what other pages show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from markupsafe import Markup, escape

from synlighed.catalogue import Catalogue
from synlighed.danish.numbers import count
from synlighed.danish.times import format_moment
from synlighed.made import tells_status
from synlighed.model import item as model
from synlighed.model.notices import Notice
from synlighed.pages.here import Here, render
from synlighed.pages.paging import page_links
from synlighed.pages.recipe import Recipe
from synlighed.places import STATUS, TITLES, status_url
from synlighed.sitepage import SitePage
from synlighed.status import published
from synlighed.status.board import Board
from synlighed.status.events import Event, incidents_of, works_of
from synlighed.status.state import State
from synlighed.status.told import (
    News,
    Plan,
    Told,
    all_news,
    all_plans,
    fallback_of,
    heard_of,
    news_of,
    past_of,
    plans_of,
    told_of,
)
from synlighed.status.watched import Item
from synlighed.urls import page_uri


@dataclass(frozen=True)
class ShownState:
    """How an item works, ready to be shown."""

    state: State
    told: Markup
    news: tuple[News, ...]
    plans: tuple[Plan, ...]
    href: str
    bars: str
    """The address of the picture of its last days; empty when it is not measured."""
    fallback: str
    """What to do meanwhile, when there is a meanwhile."""
    past: str
    """How it has worked."""


@dataclass(frozen=True)
class ShownEvent:
    """An incident or planned work, ready to be shown."""

    event: Event
    told: Markup
    href: str
    hits: tuple[tuple[str, Item, str], ...]
    """What it hits: the words before it, the item, and the link to it."""
    updates: tuple[tuple[Markup, str], ...]


@dataclass(frozen=True)
class ShownBoard:
    """How everything works in short, ready to be shown."""

    board: Board
    heard: Markup
    disturbed: tuple[ShownState, ...]
    more: str
    news: tuple[News, ...]
    plans: tuple[Plan, ...]


def shown_board(here: Here) -> ShownBoard:
    """How everything works in short, with no more of it than a phone can show."""
    board = here.catalogue.board
    disturbed = board.disturbed
    return ShownBoard(
        board=board,
        heard=as_html(heard_of(board)),
        disturbed=tuple(_shown(state, here) for state in disturbed[: published.MOST_DISTURBED]),
        more=published.more_of(disturbed),
        news=all_news(board)[: published.MOST_IN_SHORT],
        plans=all_plans(board)[: published.MOST_IN_SHORT],
    )


def shown_state(item: model.Item, here: Here) -> ShownState | None:
    """How an item works; nothing when that is no question to ask of it."""
    state = here.catalogue.status(*item.identity) if item.is_watched else None
    return _shown(state, here) if state else None


def _shown(state: State, here: Here) -> ShownState:
    source = here.catalogue.site.monitoring
    return ShownState(
        state=state,
        told=as_html(told_of(state, source.name if source else "")),
        news=news_of(state),
        plans=plans_of(state),
        href=here.link(state.item.url),
        bars=here.link(published.bars_url(state.item.key)) if state.item.component else "",
        fallback=fallback_of(state),
        past=past_of(state),
    )


def as_html(told: Told) -> Markup:
    """A text with its moments, which programs can read as such."""
    return Markup("").join(
        show_moment(piece) if isinstance(piece, datetime) else escape(piece) for piece in told
    )


def show_moment(moment: datetime) -> Markup:
    """A moment in words, that programs can read as well."""
    at = moment.isoformat(timespec="seconds")
    return Markup('<time datetime="{}">{}</time>').format(at, format_moment(moment))


def status_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """How everything works, on as many pages as it takes."""
    if tells_status(catalogue):
        for page in range(1, catalogue.listed(1).of + 1):
            yield Recipe(status_url(page), partial(_page, page))


def _page(page: int, here: Here) -> SitePage:
    part = here.catalogue.listed(page)
    title = TITLES[STATUS] if page == 1 else f"{TITLES[STATUS]}, side {page}"
    body = render(
        "status.html",
        here,
        # What changes with the clock stands on the first page only, so that only that is made anew.
        **(_news(here) if page == 1 else {}),
        title=title,
        page=page,
        pages=page_links(here, page, part.of, status_url),
        measured=[_shown(state, here) for state in part.measured],
        unmeasured=[_shown(state, here) for state in part.unmeasured],
        part=part,
        not_measured=count(
            part.unmeasured_in_all,
            "app eller service bliver ikke målt",
            "apps og services bliver ikke målt",
        ),
        notices=here.to_kind(Notice.kind) if Notice.kind.key in here.catalogue.model else "",
        files=published,
        moment=show_moment,
    )
    return SitePage(
        uri=page_uri(here.url),
        title=title,
        body=body,
        meta={
            "description": "Hvad der virker lige nu, hvad der er galt, og hvad der er planlagt.",
            "hide": ("navigation", "toc"),
            "search": page == 1,
        },
        section="" if page == 1 else page_uri(STATUS),
    )


def _news(here: Here) -> dict[str, object]:
    """What is going on, and how everything works."""
    board = here.catalogue.board
    incidents = [_event(event, here) for event in incidents_of(board)]
    return {
        "shown": shown_board(here),
        "incidents": [one for one in incidents if not one.event.is_over],
        "past": [one for one in incidents if one.event.is_over],
        "works": [_event(event, here) for event in works_of(board)],
    }


def _event(event: Event, here: Here) -> ShownEvent:
    return ShownEvent(
        event=event,
        told=as_html(event.told),
        href=here.link(event.url) if event.url else "",
        hits=tuple(
            (before, item, here.link(item.url)) for before, item in published.named(event.hits)
        ),
        updates=tuple((show_moment(at), text) for at, text in event.updates),
    )
