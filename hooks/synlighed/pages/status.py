"""How things work: the page of all of it, and what other pages show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup, escape

from synlighed.addresses import page_uri, tells_status
from synlighed.catalogue import Catalogue
from synlighed.danish.times import format_moment
from synlighed.model.item import Item
from synlighed.model.site import STATUS
from synlighed.pages.here import Here, render
from synlighed.pages.recipe import Recipe
from synlighed.sitepage import SitePage
from synlighed.status import published
from synlighed.status.atom import anchor
from synlighed.status.board import Board, State
from synlighed.status.document import Incident, Maintenance
from synlighed.status.told import News, Plan, Told, news_of, plans_of, told_of
from synlighed.status.words import Status


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

    @property
    def fallback(self) -> str:
        """What to do meanwhile, when there is a meanwhile."""
        is_on = self.state.status not in (Status.OPERATIONAL, Status.UNKNOWN)
        return self.state.item.fallback if is_on else ""


@dataclass(frozen=True)
class ShownIncident:
    """An incident, ready to be shown."""

    id: str
    incident: Incident
    items: tuple[tuple[str, str], ...]
    """Title and link of each item that it hits."""


@dataclass(frozen=True)
class ShownMaintenance:
    """Planned work, ready to be shown."""

    id: str
    maintenance: Maintenance
    items: tuple[tuple[str, str], ...]


def shown_state(item: Item, here: Here) -> ShownState | None:
    """How an item works; nothing when that is no question to ask of it."""
    state = here.catalogue.status(*item.identity) if item.is_watched else None
    return _shown(state, here) if state else None


def _shown(state: State, here: Here) -> ShownState:
    source = here.catalogue.site.monitoring
    return ShownState(
        state=state,
        told=_as_html(told_of(state, source.name if source else "")),
        news=news_of(state),
        plans=plans_of(state),
        href=here.link(state.item.url),
        bars=here.link(published.bars_url(state.item.key)) if state.item.component else "",
    )


def _as_html(told: Told) -> Markup:
    return Markup("").join(
        show_moment(piece) if isinstance(piece, datetime) else escape(piece) for piece in told
    )


def show_moment(moment: datetime) -> Markup:
    """A moment in words, that programs can read as well."""
    at = moment.isoformat(timespec="seconds")
    return Markup('<time datetime="{}">{}</time>').format(at, format_moment(moment))


def status_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """The page of how everything works."""
    if tells_status(catalogue):
        yield Recipe(STATUS, _page)


def _page(here: Here) -> SitePage:
    board = here.catalogue.board
    states = [_shown(state, here) for state in board.states.values()]
    measured = [one for one in states if one.state.item.component or one.state.notices]
    incidents = _incidents(board, here)
    body = render(
        "status.html",
        here,
        board=board,
        incidents=[one for one in incidents if one.incident.resolved is None],
        past=[one for one in incidents if one.incident.resolved],
        maintenances=_maintenances(board, here),
        notices=[
            (notice, here.link(notice.url))
            for notice in board.watched.notices
            if notice.is_maintenance and (notice.ends is None or notice.ends > board.now)
        ],
        measured=sorted(measured, key=lambda one: -one.state.status.rank),
        unmeasured=[one for one in states if one not in measured],
        files=published,
        moment=show_moment,
    )
    return SitePage(
        uri=page_uri(here.url),
        title="Driftsstatus",
        body=body,
        meta={
            "description": "Hvad der virker lige nu, hvad der er galt, og hvad der er planlagt.",
            "hide": ("navigation", "toc"),
        },
    )


def _incidents(board: Board, here: Here) -> list[ShownIncident]:
    return [
        ShownIncident(
            anchor("haendelse", incident.id), incident, _links(incident.components, board, here)
        )
        for incident in board.incidents
    ]


def _maintenances(board: Board, here: Here) -> list[ShownMaintenance]:
    return [
        ShownMaintenance(anchor("vedligehold", one.id), one, _links(one.components, board, here))
        for one in board.maintenances
    ]


def _links(components: tuple[str, ...], board: Board, here: Here) -> tuple[tuple[str, str], ...]:
    return tuple((item.title, here.link(item.url)) for item in board.items_of(components))
