"""The front page: ways in by what people come to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from synlighed.calendar.schedule import coming_list
from synlighed.danish.numbers import count
from synlighed.entrances import (
    area_url,
    areas_of,
    role_url,
    roles_of,
    sector_url,
    sectors_of,
)
from synlighed.icons import icon
from synlighed.made import has_calendar
from synlighed.model.events import Event
from synlighed.model.item import Item
from synlighed.model.news import News
from synlighed.model.newsletters import Newsletter
from synlighed.model.site import Door
from synlighed.model.tools import Tool
from synlighed.model.trends import Trend
from synlighed.pages.here import Here, render
from synlighed.pages.recipe import Recipe
from synlighed.pages.slots import ShownSlot, in_short
from synlighed.pages.status import as_html, show_moment, shown_board
from synlighed.places import AREAS, CHALLENGES, HANDBOOK, OVERVIEW, ROADMAP
from synlighed.sitepage import SitePage
from synlighed.urls import kind_url

_MORE = (
    AREAS,
    CHALLENGES,
    ROADMAP,
    kind_url(Trend.kind),
    kind_url(Tool.kind),
    OVERVIEW,
    HANDBOOK,
)
"""What is for those with more time, as far as it is there."""

NEWEST_SHOWN = 6
COMING_SHOWN = 4
NEWS_SHOWN = 3


@dataclass(frozen=True)
class ShownDoor:
    """A door, ready to be shown."""

    title: str
    text: str
    href: str
    icon: Markup
    total: str


@dataclass(frozen=True)
class Way:
    """A link to one of several pages of a sort."""

    title: str
    href: str


def front_pages() -> Iterator[Recipe]:
    """The front page."""
    yield Recipe("", _front_page)


def _front_page(here: Here) -> SitePage:
    site, news = here.catalogue.site, _news(here)
    body = render(
        "front.html",
        here,
        site=site,
        doors=list(_doors(here)),
        roles=[Way(role.name, here.link(role_url(role))) for role in roles_of(here.catalogue)],
        sectors=[Way(one.name, here.link(sector_url(one))) for one in sectors_of(here.catalogue)],
        more=[Way(here.title_at(url), here.link(url)) for url in _MORE if here.has(url)],
        areas=[(area, here.link(area_url(area))) for area in areas_of(here.catalogue)],
        newest=_newest(here),
        news=news,
        urgent=[one for one in news if _is_urgent(one, here)],
        issue=_issue(here),
        shown=shown_board(here),
        coming=_coming(here),
        calendar=here.to_kind(Event.kind) if has_calendar(here.catalogue) else "",
        moment=show_moment,
        as_html=as_html,
        contact=here.catalogue.find("contacts", site.contact),
    )
    return SitePage(
        uri="index.md",
        title=site.name,
        body=body,
        meta={"description": site.purpose, "hide": ("navigation", "toc")},
        source=site.source,
    )


def _doors(here: Here) -> Iterator[ShownDoor]:
    """The doors, without those to what readers may not see."""
    for door in here.catalogue.site.doors:
        if door.to:
            kind = here.catalogue.model[door.to].kind
            total = count(here.catalogue.count(kind.key), kind.one, kind.several)
            yield _shown(door, here.to_kind(kind), kind.icon, total)
        elif door.page and here.has(door.page):
            yield _shown(door, here.link(door.page), _ANY_PAGE, "")


_ANY_PAGE = "material/arrow-right"


def _shown(door: Door, href: str, usual_icon: str, total: str) -> ShownDoor:
    return ShownDoor(door.title, door.text, href, icon(door.icon or usual_icon), total)


def _coming(here: Here) -> list[ShownSlot]:
    """What is next in the calendar."""
    return in_short(coming_list(), COMING_SHOWN, here)


def _news(here: Here) -> tuple[Item, ...]:
    """The news that came out last."""
    key = News.kind.key
    return here.catalogue.window(key, 0, NEWS_SHOWN) if key in here.catalogue.model else ()


def _is_urgent(item: Item, here: Here) -> bool:
    """Whether readers should do something today."""
    if not isinstance(item, News) or not item.urgent:
        return False
    return not here.catalogue.is_past(item.date.isoformat())


def _issue(here: Here) -> Item | None:
    """The newsletter that came out last."""
    key = Newsletter.kind.key
    if key not in here.catalogue.model:
        return None
    return next(iter(here.catalogue.window(key, 0, 1)), None)


def _newest(here: Here) -> list[Item]:
    """The items made last; of those from one day, real ones first, and every kind in turn."""
    dated = [
        (item.created, not item.example, -place, item)
        for kind in here.catalogue.model
        if kind.kind.told_when_new
        for place, item in enumerate(here.catalogue.items(kind.kind.key))
        if isinstance(item.created, date)
    ]
    dated.sort(key=lambda entry: entry[:3], reverse=True)
    return [item for *_, item in dated[:NEWEST_SHOWN]]
