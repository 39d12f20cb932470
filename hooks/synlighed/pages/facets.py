"""A catalogue narrowed: by plain links to one page for each value, and by what a browser needs."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from synlighed.addresses import PER_PAGE, Addresses, catalogue_pages, listed_pages
from synlighed.catalogue import Catalogue
from synlighed.danish.numbers import count
from synlighed.danish.ordering import sort_key
from synlighed.filed import filed
from synlighed.memo import Recall
from synlighed.model.facets import NOT_KNOWN, Facet, facets_of, value_slug
from synlighed.model.item import Item
from synlighed.newsfeeds import feed_of
from synlighed.pages.cards import cards_of, letters_of
from synlighed.pages.here import Here, fill, render
from synlighed.pages.paging import page_links
from synlighed.pages.recipe import Recipe
from synlighed.sitepage import SiteFile, SitePage
from synlighed.urls import facet_url, kind_url, narrowing_url, page_uri


@dataclass(frozen=True)
class ShownValue:
    """A value to narrow by, and how many items are left."""

    slug: str
    name: str
    number: int | None
    """None where only a browser can tell."""
    href: str


@dataclass(frozen=True)
class ShownFacet:
    """A facet whose values at least one item has."""

    key: str
    slug: str
    label: str
    values: tuple[ShownValue, ...]


def shown_facets(kind: type[Item], here: Here) -> list[ShownFacet]:
    """The facets of a kind, with the values that its items have."""
    numbers = {
        (facet, value): number
        for facet, value, number in here.catalogue.facet_counts(kind.kind.key)
    }
    facets = []
    for facet in facets_of(kind):
        values = tuple(
            ShownValue(slug, name, number, here.link(facet_url(kind.kind, facet.slug, slug)))
            for slug, name in names_of_values(facet, here).items()
            if (number := numbers.get((facet.slug, slug)))
        )
        if values:
            facets.append(ShownFacet(facet.field.key, facet.slug, facet.field.label, values))
    return facets


def names_of_values(facet: Facet, here: Here) -> dict[str, str]:
    """The values a facet can have, as readers see them, in the order that they see them in."""
    field = facet.field
    if field.declared.vocabulary:
        words = here.catalogue.site.vocabularies.words(field.declared.vocabulary)
        names = {word.id: word.name for word in sorted(words, key=lambda word: sort_key(word.name))}
    elif field.declared.to:
        # A kind of which readers may see nothing is none to them.
        there = field.declared.to in here.catalogue.model
        items = here.catalogue.items(field.declared.to) if there else ()
        names = {item.id: item.title for item in items}
    elif field.type is bool:
        names = {"ja": "Ja", "nej": "Nej"}
    else:
        names = {value_slug(value): value[:1].upper() + value[1:] for value in field.choices}
    return names | {NOT_KNOWN: "Ikke oplyst"}


def title_of_value(kind: type[Item], facet: Facet, value: str, here: Here) -> str:
    """What a catalogue is called that is narrowed by one value."""
    label = facet.field.label
    return f"{kind.kind.many}, {label[:1].lower()}{label[1:]}: {name_of_value(facet, value, here)}"


def name_of_value(facet: Facet, value: str, here: Here) -> str:
    """A value as readers see it, by its name in addresses."""
    to = facet.field.declared.to
    item = here.catalogue.find(to, value) if to in here.catalogue.model else None
    return item.title if item else names_of_values(facet, here)[value]


def former_values(facet: Facet, value: str, catalogue: Catalogue) -> tuple[str, ...]:
    """What a value was called in addresses before: who subscribed then does so still."""
    to = facet.field.declared.to
    item = catalogue.find(to, value) if to in catalogue.model else None
    return item.former_ids if item else ()


def facet_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """The pages of every value that some item has; a calendar has others."""
    for kind in catalogue.model:
        if kind.kind.listing == "calendar":
            continue
        facets = {facet.slug: facet for facet in facets_of(kind)}
        for slug, value, number in catalogue.facet_counts(kind.kind.key):
            for page in range(1, listed_pages(kind.kind, number) + 1):
                url = facet_url(kind.kind, slug, value, page)
                yield Recipe(url, partial(_page, kind, facets[slug], value, page))


def _page(of: type[Item], facet: Facet, value: str, page: int, here: Here) -> SitePage:
    kind, size = of.kind, PER_PAGE[of.kind.listing]
    found = (kind.key, facet.slug, value)
    number = here.catalogue.count_narrowed(*found)
    cards = cards_of(here.catalogue.narrowed(*found, (page - 1) * size, page * size), here)
    title = title_of_value(of, facet, value, here)
    feed = feed_of(of, facet, value)
    body = render(
        "narrowed.html",
        here,
        kind=kind,
        title=title,
        page=page,
        pages=page_links(
            here,
            page,
            listed_pages(kind, number),
            lambda to: facet_url(kind, facet.slug, value, to),
        ),
        total=count(number, kind.one, kind.several),
        cards=cards,
        letters=letters_of(cards) if kind.listing == "definitions" else (),
        narrower=f"{here.to_kind(kind)}?{facet.slug}={value}",
        feed=here.link(feed.document("rss.xml")) if feed else "",
    )
    return SitePage(
        uri=page_uri(here.url),
        title=title if page == 1 else f"{title}, side {page}",
        body=body,
        meta={
            "hide": ("navigation", "toc"),
            "search": False,
            "feed": feed.folder if feed else "",
        },
        section=page_uri(kind_url(kind)),
    )


def narrowing_files(
    catalogue: Catalogue, addresses: Addresses, recall: Recall
) -> Iterator[SiteFile]:
    """What a browser narrows catalogues with: which items have what, and the cards to show."""
    for kind in catalogue.model:
        url = narrowing_url(kind.kind)
        if url not in addresses:
            # Nothing to narrow by, or a calendar, whose rows say themselves what they are.
            continue
        yield from filed(recall, url, partial(_postings, kind))
        for page in range(2, catalogue_pages(catalogue, kind.kind) + 1):
            url = narrowing_url(kind.kind, page)
            yield from filed(recall, url, partial(_cards, kind, page, addresses))


def _postings(kind: type[Item], catalogue: Catalogue) -> Iterator[SiteFile]:
    """The items by their number in the catalogue; lists grow by steps, which are short to write.

    `facets`: for each value of each facet, the items that have it, each as the distance from the
    one before. `ids` and `titles`: in order. `created` and `reviewed`: days since the first of
    them, or null.
    """
    items = catalogue.items(kind.kind.key)
    numbers = {item.id: number for number, item in enumerate(items)}
    facets: dict[str, dict[str, list[int]]] = {}
    for facet, value, number in catalogue.facet_counts(kind.kind.key):
        having = catalogue.narrowed(kind.kind.key, facet, value, 0, number)
        facets.setdefault(facet, {})[value] = _steps([numbers[item.id] for item in having])
    content = {
        "facets": facets,
        "ids": [item.id for item in items],
        "titles": [item.title for item in items],
        "created": _days([item.created for item in items]),
        "reviewed": _days([item.last_reviewed for item in items]),
    }
    yield SiteFile(narrowing_url(kind.kind), _encode(content))


def _steps(numbers: list[int]) -> list[int]:
    return [number - before for number, before in zip(numbers, [0, *numbers], strict=False)]


def _days(dates: list[Any]) -> list[int | None]:
    known = [day.toordinal() for day in dates if isinstance(day, date)]
    first = min(known, default=0)
    return [day.toordinal() - first if isinstance(day, date) else None for day in dates]


def _cards(
    kind: type[Item], page: int, addresses: Addresses, catalogue: Catalogue
) -> Iterator[SiteFile]:
    """The cards of one page of a catalogue, as HTML for its first page."""
    here = Here(catalogue, addresses, kind_url(kind.kind))
    size = PER_PAGE[kind.kind.listing]
    items = catalogue.window(kind.kind.key, (page - 1) * size, page * size)
    cards = [
        fill("card.html", here=here, kind=kind.kind, card=card).strip()
        for card in cards_of(items, here)
    ]
    yield SiteFile(narrowing_url(kind.kind, page), _encode(cards))


def _encode(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
