"""The calendar: what is coming, each year, and what there is of one value."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from synlighed.addresses import PER_PAGE, catalogue_pages, facet_page_count, listed_pages
from synlighed.calendar.schedule import coming_list, of_value, past_list, year_list
from synlighed.catalogue import Catalogue
from synlighed.danish.numbers import count
from synlighed.model.events import Event
from synlighed.model.facets import Facet, facets_of
from synlighed.pages.facets import ShownFacet, ShownValue, shown_facets, title_of_value
from synlighed.pages.here import Here, render
from synlighed.pages.months import SHORT_WEEKDAYS, Listed, Month, months_of
from synlighed.pages.paging import page_links
from synlighed.pages.recipe import Recipe
from synlighed.places import SUBSCRIBE, TALKS
from synlighed.sitepage import SitePage
from synlighed.urls import (
    calendar_url,
    export_url,
    facet_url,
    feed_url,
    kind_url,
    page_uri,
    year_url,
)

KIND = Event.kind
PAST = "Tidligere"
_SIZE = PER_PAGE[KIND.listing]


@dataclass(frozen=True)
class Part:
    """What a page shows of one list, under a heading of its own if it has one."""

    title: str
    months: tuple[Month, ...]
    is_coming: bool
    """Whether it is to hold what is not over, and nothing else."""


def calendar_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """The pages of what is coming, of every year, and of every value of a facet."""
    if KIND.key not in catalogue.model:
        return
    for page in range(1, catalogue_pages(catalogue, KIND) + 1):
        yield Recipe(kind_url(KIND, page), partial(_coming, page))
    for year in catalogue.years():
        number = catalogue.count_slots(year_list(year))
        for page in range(1, listed_pages(KIND, number) + 1):
            yield Recipe(year_url(KIND, year, page), partial(_year, year, page))
    facets = {facet.slug: facet for facet in facets_of(Event)}
    for slug, value, _ in catalogue.facet_counts(KIND.key):
        for page in range(1, facet_page_count(catalogue, KIND, slug, value) + 1):
            url = facet_url(KIND, slug, value, page)
            yield Recipe(url, partial(_narrowed, facets[slug], value, page))


def _coming(page: int, here: Here) -> SitePage:
    last = catalogue_pages(here.catalogue, KIND)
    return _page(
        here,
        title=KIND.many,
        lists=((coming_list(), ""),),
        page=page,
        last=last,
        url=partial(kind_url, KIND),
        feed=calendar_url(KIND),
        facets=_facets(here) if page == 1 else [],
        is_coming=True,
    )


def _year(year: int, page: int, here: Here) -> SitePage:
    name = year_list(year)
    return _page(
        here,
        title=f"{KIND.many} {year}",
        lists=((name, ""),),
        page=page,
        last=listed_pages(KIND, here.catalogue.count_slots(name)),
        url=partial(year_url, KIND, year),
        year=year,
    )


def _narrowed(facet: Facet, value: str, page: int, here: Here) -> SitePage:
    of = of_value(facet.slug, value)
    return _page(
        here,
        title=title_of_value(Event, facet, value, here),
        lists=((coming_list(of), "Kommende"), (past_list(of), PAST)),
        page=page,
        last=facet_page_count(here.catalogue, KIND, facet.slug, value),
        url=partial(facet_url, KIND, facet.slug, value),
        feed=feed_url(KIND, facet.slug, value),
    )


def _page(
    here: Here,
    *,
    title: str,
    lists: tuple[tuple[str, str], ...],
    page: int,
    last: int,
    url: Callable[[int], str],
    feed: str = "",
    facets: list[ShownFacet] | None = None,
    year: int | None = None,
    is_coming: bool = False,
) -> SitePage:
    """A page of one list of slots after another."""
    numbers = [here.catalogue.count_slots(name) for name, _ in lists]
    body = render(
        "calendar.html",
        here,
        kind=KIND,
        title=title,
        page=page,
        pages=page_links(here, page, last, url),
        parts=_parts(lists, numbers, page, [url(number) for number in range(1, last + 1)], here),
        number=sum(numbers),
        total=count(sum(numbers), KIND.one, KIND.several),
        weekdays=SHORT_WEEKDAYS,
        facets=facets or [],
        feed=here.link(feed) if feed else "",
        subscribe=here.link(SUBSCRIBE),
        talks=here.link(TALKS) if here.has(TALKS) else "",
        years=_years(here),
        year=year,
        is_coming=is_coming,
        csv=here.link(export_url(KIND, "csv")),
        json=here.link(export_url(KIND, "json")),
    )
    is_first = here.url == kind_url(KIND)
    return SitePage(
        uri=page_uri(here.url),
        title=title if page == 1 else f"{title}, side {page}",
        body=body,
        meta={
            "description": KIND.intro,
            "hide": ("navigation", "toc"),
            "search": is_first,
        },
        section="" if is_first else page_uri(kind_url(KIND)),
    )


def _parts(
    lists: tuple[tuple[str, str], ...], numbers: list[int], page: int, urls: list[str], here: Here
) -> list[Part]:
    """What this page shows of each list, when they are shown one after another."""
    start, parts, before = (page - 1) * _SIZE, [], 0
    for (name, title), number in zip(lists, numbers, strict=True):
        first, last = max(start - before, 0), start + _SIZE - before
        if first < number and last > 0:
            slots = here.catalogue.slots(name, first, last)
            listed = Listed(
                KIND, name, before, page, urls, f"{PAST.lower()}-" if title == PAST else ""
            )
            is_coming = name.startswith(coming_list())
            parts.append(Part(title, months_of(slots, listed, here), is_coming))
        before += number
    return parts


def _facets(here: Here) -> list[ShownFacet]:
    """What the calendar can be narrowed by, counted by what is coming."""

    def coming(facet: ShownFacet, value: ShownValue) -> ShownValue:
        name = coming_list(of_value(facet.slug, value.slug))
        return replace(value, number=here.catalogue.count_slots(name))

    return [
        replace(facet, values=tuple(coming(facet, value) for value in facet.values))
        for facet in shown_facets(Event, here)
    ]


def _years(here: Here) -> list[tuple[int, str]]:
    """The years there are, the last first, and where each is."""
    return [(year, here.link(year_url(KIND, year))) for year in reversed(here.catalogue.years())]
