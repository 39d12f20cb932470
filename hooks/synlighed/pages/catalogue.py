"""The catalogue of a kind: every item as a card, or as a word and its meaning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from synlighed.addresses import PER_PAGE, catalogue_pages, export_url, kind_url, page_uri
from synlighed.catalogue import Catalogue
from synlighed.danish.numbers import count
from synlighed.danish.ordering import initial
from synlighed.danish.slugs import slugify
from synlighed.model.declare import fields_of
from synlighed.model.item import Item, Kind
from synlighed.pages.here import Here, render
from synlighed.pages.item import Fact
from synlighed.pages.paging import page_links
from synlighed.pages.present import show_inline
from synlighed.pages.recipe import Recipe
from synlighed.pages.states import State, state_of
from synlighed.sitepage import SitePage


@dataclass(frozen=True)
class Card:
    """An item as its catalogue shows it."""

    item: Item
    state: State | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Letter:
    """The words under one letter."""

    id: str
    title: str
    cards: tuple[Card, ...]


def catalogue_pages_of_all(catalogue: Catalogue) -> Iterator[Recipe]:
    """The catalogue of every kind, on as many pages as it takes."""
    for kind in (kind.kind for kind in catalogue.model):
        for page in range(1, catalogue_pages(catalogue, kind) + 1):
            yield Recipe(kind_url(kind, page), partial(_page, kind, page))


def _page(kind: Kind, page: int, here: Here) -> SitePage:
    last = catalogue_pages(here.catalogue, kind)
    size = PER_PAGE[kind.listing]
    items = here.catalogue.window(kind.key, (page - 1) * size, page * size)
    cards = tuple(_card(item, here) for item in items)
    total = here.catalogue.count(kind.key)
    body = render(
        "definitions.html" if kind.listing == "definitions" else "catalogue.html",
        here,
        kind=kind,
        page=page,
        pages=page_links(here, page, last, lambda number: kind_url(kind, number)),
        total=count(total, kind.one, kind.several),
        cards=cards,
        letters=_letters(cards),
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


def _card(item: Item, here: Here) -> Card:
    fields = {field.key: field for field in fields_of(type(item))}
    facts = tuple(
        Fact(fields[key].label, show_inline(getattr(item, key), fields[key], here))
        for key in item.kind.card
        if getattr(item, key) not in (None, ())
    )
    return Card(item, state_of(item), facts)


def _letters(cards: Sequence[Card]) -> tuple[Letter, ...]:
    # Digits come before a, other alphabets after å, and both stand under #: once.
    by_letter: dict[str, list[Card]] = {}
    for card in cards:
        by_letter.setdefault(initial(card.item.title), []).append(card)
    return tuple(
        Letter(f"bogstav-{slugify(letter) or 'andre'}", letter, tuple(under))
        for letter, under in by_letter.items()
    )
