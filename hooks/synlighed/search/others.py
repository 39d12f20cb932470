"""The pages that are no item's: catalogues, what is made of many, and what is written by hand."""

from collections.abc import Iterator
from dataclasses import replace

from synlighed.addresses import MADE_OF
from synlighed.catalogue import Catalogue
from synlighed.entrances import (
    area_url,
    areas_of,
    role_url,
    roles_of,
    sector_url,
    sectors_of,
)
from synlighed.model.item import Item
from synlighed.places import KNOWN_AS, SUMMARIES, TITLES
from synlighed.search.document import Page
from synlighed.search.items import page_of
from synlighed.urls import kind_url

OTHERS = "sider"
"""What stands for a kind where a page is no item's."""

_WEIGHT = 140
"""Percent. One is there for each thing that many come for."""

_OF_ENTRANCES = 70
"""Percent. Whoever names a thing wants that, and not a page that leads to it among others."""


def other_titles(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The addresses and titles of the pages that are no item's."""
    yield from ((url, TITLES[url]) for url in SUMMARIES if MADE_OF[url](catalogue))
    yield from ((url, title) for url, title, _ in _entrances(catalogue))
    yield from ((kind_url(kind.kind), kind.kind.many) for kind in catalogue.model)
    yield from ((url, page.title) for url, page in catalogue.prose.items() if page.sought)


def other_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The pages to be found beside those of items."""
    for url, summary in SUMMARIES.items():
        if made := MADE_OF[url](catalogue):
            told = [page_of(item, catalogue) for item in _items_in(made)]
            names = (name for page in told for name in (page.title, *page.names))
            text = (text for page in told for text in (page.summary, *page.text))
            yield _page(url, TITLES[url], summary, (*KNOWN_AS[url], *names), *text)
    for url, title, summary in _entrances(catalogue):
        page = _page(url, title, summary, ())
        yield replace(page, weight=_OF_ENTRANCES)
    for kind in (kind.kind for kind in catalogue.model):
        yield _page(kind_url(kind), kind.many, kind.intro, (kind.several,))
    for url, prose in catalogue.prose.items():
        if prose.sought:
            page = _page(url, prose.title, prose.summary, prose.names, prose.text)
            yield replace(page, weight=page.weight * prose.sought // 100)


def _entrances(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """The address, title and summary of the pages to some readers, and of what is worked for."""
    for role in roles_of(catalogue):
        yield role_url(role), role.title, role.summary or ""
    for sector in sectors_of(catalogue):
        yield sector_url(sector), sector.title, sector.summary or ""
    for area in areas_of(catalogue):
        yield area_url(area), f"Indsatsområde: {area.name}", area.summary or ""


def _items_in(made: object) -> list[Item]:
    """The items that a page tells all of, if it does of any."""
    return [item for item in (made if isinstance(made, list) else [made]) if isinstance(item, Item)]


def _page(url: str, title: str, summary: str, names: tuple[str, ...], *text: str) -> Page:
    return Page(
        url=url,
        kind=OTHERS,
        title=title,
        state="",
        summary=summary,
        names=names,
        text=text,
        facets=(),
        weight=_WEIGHT,
        day=0,
    )
