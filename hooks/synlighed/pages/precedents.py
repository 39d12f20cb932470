"""What there is already, all kinds from A to Z: to be looked through before one begins."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from synlighed.addresses import PER_PAGE, precedents_pages
from synlighed.catalogue import Catalogue
from synlighed.danish.words import join_words
from synlighed.model.item import Item
from synlighed.pages.here import Here, render
from synlighed.pages.letters import Letter, under_letters
from synlighed.pages.paging import page_links
from synlighed.pages.recipe import Recipe
from synlighed.pages.search import search_facets, ways_on
from synlighed.places import PRECEDENTS, SUMMARIES, TITLES, precedents_url
from synlighed.sitepage import SitePage
from synlighed.states import State, state_of
from synlighed.urls import page_uri


@dataclass(frozen=True)
class Entry:
    """An item and how far it is."""

    item: Item
    state: State | None


def precedent_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """As many pages as it takes; none when there is nothing."""
    for page in range(1, precedents_pages(catalogue) + 1):
        yield Recipe(precedents_url(page), partial(_page, page))


def _page(page: int, here: Here) -> SitePage:
    title, size = TITLES[PRECEDENTS], PER_PAGE["cards"]
    kinds = [kind.kind for kind in here.catalogue.model if kind.kind.precedent]
    body = render(
        "precedents.html",
        here,
        title=title,
        kinds=" ".join(kind.key for kind in kinds),
        search=here.link(PRECEDENTS),
        facets=search_facets(here, [kind.key for kind in kinds]) if page == 1 else (),
        ways=ways_on(here) if page == 1 else (),
        what=join_words([kind.several for kind in kinds]),
        page=page,
        pages=page_links(here, page, precedents_pages(here.catalogue), precedents_url),
        total=here.catalogue.count_precedents(),
        letters=_letters(here.catalogue.precedents((page - 1) * size, page * size)),
        contact=here.catalogue.find("contacts", here.catalogue.site.contact),
    )
    return SitePage(
        uri=page_uri(here.url),
        title=title if page == 1 else f"{title} Side {page}",
        body=body,
        meta={
            "description": SUMMARIES[PRECEDENTS],
            "hide": ("navigation", "toc"),
            "search": page == 1,
        },
        section="" if page == 1 else page_uri(PRECEDENTS),
    )


def _letters(items: tuple[Item, ...]) -> tuple[Letter[Entry], ...]:
    entries = (Entry(item, state_of(item)) for item in items)
    return under_letters(entries, lambda entry: entry.item.title)
