"""The pages that are no item's: catalogues, what is made of many items, and what is written by hand."""

from collections.abc import Iterator
from dataclasses import replace

from synlighed.addresses import MADE_OF, kind_url
from synlighed.catalogue import Catalogue
from synlighed.places import SUMMARIES, TITLES
from synlighed.search.document import Page

OTHERS = "sider"
"""What stands for a kind where a page is no item's."""

_WEIGHT = 120
"""Percent. One is there for each thing that many come for."""


def other_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The pages to be found beside those of items."""
    for url, title in TITLES.items():
        if MADE_OF[url](catalogue):
            yield _page(url, title, SUMMARIES[url])
    for kind in catalogue.model:
        yield _page(kind_url(kind.kind), kind.kind.many, kind.kind.intro)
    for url, prose in catalogue.prose.items():
        if prose.sought:
            page = _page(url, prose.title, prose.summary, prose.text)
            yield replace(page, weight=page.weight * prose.sought // 100)


def _page(url: str, title: str, summary: str, *text: str) -> Page:
    return Page(
        url=url,
        kind=OTHERS,
        title=title,
        state="",
        summary=summary,
        names=(),
        text=text,
        facets=(),
        weight=_WEIGHT,
        day=0,
    )
