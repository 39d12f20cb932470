"""The pages that are no item's: catalogues, what is made of many, and what is written by hand."""

from collections.abc import Iterator
from dataclasses import replace

from synlighed.addresses import MADE_OF, kind_url
from synlighed.catalogue import Catalogue
from synlighed.model.item import Item
from synlighed.places import KNOWN_AS, SUMMARIES, TITLES
from synlighed.search.document import Page

OTHERS = "sider"
"""What stands for a kind where a page is no item's."""

_WEIGHT = 140
"""Percent. One is there for each thing that many come for."""


def other_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The pages to be found beside those of items."""
    for url, title in TITLES.items():
        if made := MADE_OF[url](catalogue):
            yield _page(url, title, SUMMARIES[url], (*KNOWN_AS[url], *_names_in(made)))
    for kind in (kind.kind for kind in catalogue.model):
        yield _page(kind_url(kind), kind.many, kind.intro, (kind.several,))
    for url, prose in catalogue.prose.items():
        if prose.sought:
            page = _page(url, prose.title, prose.summary, prose.names, prose.text)
            yield replace(page, weight=page.weight * prose.sought // 100)


def _names_in(made: object) -> Iterator[str]:
    """What a page is called as the items that it is made of are, if it is made of some."""
    for item in made if isinstance(made, list) else (made,):
        if isinstance(item, Item):
            yield from (item.title, *item.aliases)


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
