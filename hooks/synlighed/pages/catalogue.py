"""The catalogue of a kind: every item as a card, or as a word and its meaning."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from synlighed.addresses import PER_PAGE, catalogue_pages
from synlighed.catalogue import Catalogue
from synlighed.danish.numbers import count
from synlighed.model.contacts import Contact
from synlighed.model.item import Item
from synlighed.model.news import News
from synlighed.model.newsletters import Newsletter
from synlighed.model.trends import Trend
from synlighed.pages.cards import cards_of, letters_of
from synlighed.pages.facets import shown_facets
from synlighed.pages.guide import shown_guide
from synlighed.pages.here import Here, render
from synlighed.pages.paging import page_links
from synlighed.pages.recipe import Recipe
from synlighed.pages.topics import subjects_of
from synlighed.pages.trends import shown_trends
from synlighed.places import LOST, ROADMAP
from synlighed.sitepage import SitePage
from synlighed.urls import export_url, kind_url, page_uri


def catalogue_pages_of_all(catalogue: Catalogue) -> Iterator[Recipe]:
    """The catalogue of every kind, on as many pages as it takes; some kinds have others."""
    for kind in catalogue.model:
        if kind.kind.listing in ("calendar", "issues"):
            continue
        for page in range(1, catalogue_pages(catalogue, kind.kind) + 1):
            yield Recipe(kind_url(kind.kind, page), partial(_page, kind, page))


def _page(of: type[Item], page: int, here: Here) -> SitePage:
    kind = of.kind
    last = catalogue_pages(here.catalogue, kind)
    size = PER_PAGE[kind.listing]
    items = here.catalogue.window(kind.key, (page - 1) * size, page * size)
    cards = cards_of(items, here)
    guide = shown_guide(here) if kind.listing == "guide" and page == 1 else Markup()
    body = render(
        "catalogue.html",
        here,
        kind=kind,
        guide=guide,
        page=page,
        pages=page_links(here, page, last, lambda number: kind_url(kind, number)),
        total=count(here.catalogue.count(kind.key), kind.one, kind.several),
        facets=shown_facets(of, here) if page == 1 else [],
        cards=cards,
        subjects=subjects_of(items, here.catalogue.site) if kind is Contact.kind else (),
        letters=letters_of(cards) if kind.listing == "definitions" else (),
        roadmap=here.link(ROADMAP) if kind.is_planned and here.has(ROADMAP) else "",
        lost=here.link(LOST) if here.has(LOST) else "",
        is_followed=kind is News.kind and page == 1,
        issues=here.to_kind(Newsletter.kind) if _has_issues(here) else "",
        radar=shown_trends(here) if kind is Trend.kind and page == 1 else Markup(),
        csv=here.link(export_url(kind, "csv")),
        json=here.link(export_url(kind, "json")),
    )
    return SitePage(
        uri=page_uri(here.url),
        title=kind.many if page == 1 else f"{kind.many}, side {page}",
        body=body,
        meta={"description": kind.intro, "hide": ("navigation", "toc"), "search": page == 1},
        section="" if page == 1 else page_uri(kind_url(kind)),
    )


def _has_issues(here: Here) -> bool:
    return Newsletter.kind.key in here.catalogue.model
