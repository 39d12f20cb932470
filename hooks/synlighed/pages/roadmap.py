"""What is on its way and what ends, half year by half year.

What has passed, and what lies more than two years ahead, the reader's browser says: a page knows no
today. It shows or hides sentences that stand here (`docs/assets/calendar.js`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import accumulate, chain, groupby, pairwise

from synlighed.addresses import PER_PAGE, roadmap_pages
from synlighed.catalogue import Catalogue
from synlighed.danish.half_years import HalfYear, format_half_year
from synlighed.danish.times import ZONE
from synlighed.model.apps import App
from synlighed.model.declare import fields_of
from synlighed.model.item import Item
from synlighed.model.projects import Project
from synlighed.model.relation import relations_of
from synlighed.model.services import Service
from synlighed.pages.here import Here, render
from synlighed.pages.paging import page_links
from synlighed.pages.recipe import Recipe
from synlighed.pages.slots import as_moment
from synlighed.places import ROADMAP, SUMMARIES, TITLES, roadmap_url
from synlighed.roadmap import Half, Planned
from synlighed.sitepage import Heading, SitePage
from synlighed.states import State, state_of
from synlighed.urls import page_uri

NO_DATE = "Uden dato"
FAR = 2
"""Years; what begins further ahead than that is said to."""

MOST_NAMED = 3
"""So many of those behind something, or of what it needs, are named; its own page has all."""

_REPLACED = next(
    relation.inverse_slug for relation in relations_of(App) if relation.keys[0] == "replaces"
)


@dataclass(frozen=True)
class HalfLink:
    """A half year of the plan, how much is in it, and when a browser says more of it."""

    id: str
    title: str
    number: int
    href: str
    far_until: str
    """As long as it begins more than two years ahead; empty for what has no date."""


@dataclass(frozen=True)
class Beyond:
    """How much lies more than two years ahead, in the time from one moment until another."""

    number: int
    since: str
    until: str


@dataclass(frozen=True)
class Row:
    """Something that is to happen, and what a reader must know of it."""

    item: Item
    state: State | None
    ends: bool
    expects: str
    """What is expected, by the name of the field that says when."""
    day: object
    late_from: str
    """When it should have happened; empty without a date."""
    behind: tuple[Item, ...]
    needs: tuple[Item, ...]
    instead: tuple[Item, ...]
    """What to use after it."""


@dataclass(frozen=True)
class Section:
    """The rows of a half year that stand on one page."""

    half: HalfLink
    rows: tuple[Row, ...]


def roadmap_pages_of(catalogue: Catalogue) -> Iterator[Recipe]:
    """As many pages as it takes; none when nothing is planned."""
    for page in range(1, roadmap_pages(catalogue) + 1):
        yield Recipe(roadmap_url(page), partial(_page, page))


def _page(page: int, here: Here) -> SitePage:
    title, size = TITLES[ROADMAP], PER_PAGE["cards"]
    halves = here.catalogue.planned_halves()
    links = {half: link for (half, _), link in zip(halves, half_links(halves, here), strict=True)}
    rows = here.catalogue.planned((page - 1) * size, page * size)
    sections = [
        Section(links[half], tuple(_row(entry, here) for entry in entries))
        for half, entries in groupby(rows, lambda entry: entry.plan.half)
    ]
    dated = [half for half, _ in halves if half]
    body = render(
        "roadmap.html",
        here,
        title=title,
        page=page,
        pages=page_links(here, page, roadmap_pages(here.catalogue), roadmap_url),
        total=sum(number for _, number in halves),
        last=format_half_year(dated[-1]) if dated else "",
        halves=links.values(),
        undated=links.get(None),
        beyond=_beyond(halves),
        sections=sections,
    )
    return SitePage(
        uri=page_uri(here.url),
        title=title if page == 1 else f"{title}, side {page}",
        body=body,
        meta={
            "description": SUMMARIES[ROADMAP],
            "hide": ("navigation", "toc"),
            "search": page == 1,
        },
        headings=tuple(Heading(section.half.id, section.half.title) for section in sections),
        section="" if page == 1 else page_uri(ROADMAP),
    )


def half_links(halves: Iterable[Half], here: Here) -> Iterator[HalfLink]:
    """Each half year, with the way to the page it begins on."""
    before = 0
    for half, number in halves:
        id = f"halvaar-{half.year}-{half.half}" if half else "uden-dato"
        url = f"{roadmap_url(before // PER_PAGE['cards'] + 1)}#{id}"
        title = format_half_year(half) if half else NO_DATE
        href = here.link(url) if not url.startswith(f"{here.url}#") else f"#{id}"
        yield HalfLink(id, title, number, href, _far_until(half) if half else "")
        before += number


def _beyond(halves: Iterable[Half]) -> list[Beyond]:
    """What to say of what lies far ahead, from the beginning of time until the end of it."""
    dated = [(half, number) for half, number in halves if half]
    left = list(accumulate(number for _, number in reversed(dated)))[::-1]
    moments = ["", *(_far_until(half) for half, _ in dated), ""]
    return [
        Beyond(number, since, until)
        for number, (since, until) in zip(chain(left, [0]), pairwise(moments), strict=True)
    ]


def _far_until(half: HalfYear) -> str:
    return _midnight(half.first_day.replace(year=half.year - FAR))


def _midnight(day: date) -> str:
    return as_moment(datetime.combine(day, time(), ZONE))


def _row(entry: Planned, here: Here) -> Row:
    item, plan = entry.item, entry.plan
    last = plan.last_day
    return Row(
        item=item,
        state=state_of(item),
        ends=plan.ends,
        expects=next(field.label for field in fields_of(type(item)) if field.key == "planned"),
        day=plan.day,
        late_from=_midnight(last + timedelta(days=1)) if last else "",
        behind=_named(item, here, "organisations", _BEHIND[type(item)]),
        needs=() if plan.ends else _needed(item, here),
        instead=_instead(item, here) if plan.ends else (),
    )


_BEHIND = {App: "publisher", Service: "provider", Project: "units"}
"""The field that says who is behind an item of each kind."""


def _named(item: Item, here: Here, kind: str, key: str) -> tuple[Item, ...]:
    value = getattr(item, key)
    ids = value if isinstance(value, tuple) else (value,)
    found = (here.catalogue.find(kind, str(id)) for id in ids[:MOST_NAMED])
    return tuple(one for one in found if one)


def _needed(item: Item, here: Here) -> tuple[Item, ...]:
    return _named(item, here, "services", "needs_services") if isinstance(item, Project) else ()


def _instead(item: Item, here: Here) -> tuple[Item, ...]:
    """What takes the place of what ends."""
    if isinstance(item, Service):
        after = item.deprecation.replaced_by if item.deprecation else None
        found = here.catalogue.find("services", after) if after else None
        return (found,) if found else ()
    return here.catalogue.linked(*item.identity, _REPLACED, 0, MOST_NAMED)
