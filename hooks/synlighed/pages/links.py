"""All items behind one relation of one item, when they are too many for the item's own page."""

from collections.abc import Iterator

from synlighed.addresses import (
    LINKS_PER_PAGE,
    kind_url,
    links_pages,
    links_url,
    page_uri,
)
from synlighed.catalogue import Links
from synlighed.danish.numbers import count
from synlighed.model.item import Item
from synlighed.pages.here import Here, render
from synlighed.pages.paging import page_links, pages_of
from synlighed.sitepage import SitePage


def links_pages_of_all(here: Here) -> Iterator[SitePage]:
    """The pages of every relation that an item's page cannot hold."""
    for kind in here.catalogue.model:
        for item in here.catalogue.items(kind.kind.key):
            for links in here.catalogue.incoming(item):
                if links_pages(links):
                    yield from _pages(item, links, here)


def _pages(item: Item, links: Links, here: Here) -> Iterator[SitePage]:
    for page, shown in pages_of(links.items, LINKS_PER_PAGE):
        there = here.at(links_url(item, links.slug, page))
        numbers = page_links(
            there, page, links_pages(links), lambda number: links_url(item, links.slug, number)
        )
        body = render(
            "links.html",
            there,
            item=item,
            label=links.label,
            items=shown,
            page=page,
            pages=numbers,
            total=count(len(links.items), "punkt", "punkter"),
        )
        title = f"{item.title}: {links.label}"
        yield SitePage(
            uri=page_uri(there.url),
            title=title if page == 1 else f"{title}, side {page}",
            body=body,
            meta={"hide": ("navigation", "toc"), "search": False},
            section=page_uri(kind_url(item.kind)),
        )
