"""All items behind one relation of one item, when they are too many for the item's own page."""

from collections.abc import Iterator
from functools import partial

from synlighed.addresses import LINKS_PER_PAGE, links_pages
from synlighed.catalogue import Catalogue
from synlighed.danish.numbers import count
from synlighed.inverse import Key
from synlighed.pages.here import Here, render
from synlighed.pages.paging import page_links
from synlighed.pages.recipe import Recipe
from synlighed.sitepage import SitePage
from synlighed.urls import kind_url, links_url, page_uri


def links_pages_of_all(catalogue: Catalogue) -> Iterator[Recipe]:
    """The pages of every relation that an item's page cannot hold."""
    for kind in catalogue.model:
        for item in catalogue.items(kind.kind.key):
            for links in catalogue.incoming(item):
                for page in range(1, links_pages(len(links.items)) + 1):
                    url = links_url(item, links.slug, page)
                    make = partial(_page, item.identity, links.slug, links.label, page)
                    yield Recipe(url, make)


def _page(identity: Key, slug: str, label: str, page: int, here: Here) -> SitePage:
    item = here.catalogue.get(*identity)
    start = (page - 1) * LINKS_PER_PAGE
    total = here.catalogue.count_linked(*identity, slug)
    body = render(
        "links.html",
        here,
        item=item,
        label=label,
        items=here.catalogue.linked(*identity, slug, start, start + LINKS_PER_PAGE),
        page=page,
        pages=page_links(
            here, page, links_pages(total), lambda number: links_url(item, slug, number)
        ),
        total=count(total, "punkt", "punkter"),
    )
    title = f"{item.title}: {label}"
    return SitePage(
        uri=page_uri(here.url),
        title=title if page == 1 else f"{title}, side {page}",
        body=body,
        meta={"hide": ("navigation", "toc"), "search": False},
        section=page_uri(kind_url(item.kind)),
    )
