"""The search: a field for browsers to search with, and all there is from A to Å for everyone."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from synlighed.catalogue import Catalogue
from synlighed.danish.numbers import count
from synlighed.danish.ordering import initial, sort_key
from synlighed.icons import icon
from synlighed.made import is_searched
from synlighed.model.contacts import Contact
from synlighed.model.item import Item
from synlighed.model.routes import Route
from synlighed.pages.facets import ShownFacet, ShownValue, names_of_values
from synlighed.pages.here import Here, render
from synlighed.pages.letters import Letter, letter_id, under_letters
from synlighed.pages.paging import page_links
from synlighed.pages.recipe import Recipe
from synlighed.places import SEARCH, TITLES, search_url
from synlighed.search.facets import LABELS, searched_facets, searched_slug
from synlighed.search.others import OTHERS, other_titles
from synlighed.sitepage import SitePage
from synlighed.urls import item_url, kind_url, page_uri

A_TO_AA = "Alt fra A til Å"
_KIND = "slags"
_OTHER = "side"


@dataclass(frozen=True)
class Entry:
    """A line among all there is."""

    title: str
    href: str
    kind: str
    item: Item | None
    """What its page tells of, if it is one item."""


@dataclass(frozen=True)
class LetterLink:
    """A link to where a letter begins, on this page or another."""

    title: str
    href: str


@dataclass(frozen=True)
class Way:
    """Where to go when nothing is found."""

    title: str
    text: str
    href: str
    icon: Markup


def search_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """The search, with all there is on as many pages as it takes."""
    if is_searched(catalogue):
        for page in range(1, catalogue.alphabet_contents().pages + 1):
            yield Recipe(search_url(page), partial(_page, page))


def _page(page: int, here: Here) -> SitePage:
    contents, others = here.catalogue.alphabet_contents(), _others(here)
    title = TITLES[SEARCH] if page == 1 else f"{A_TO_AA}, side {page}"
    number = len(here.catalogue) + len(others)
    body = render(
        "search.html",
        here,
        title=title,
        page=page,
        search=here.link(SEARCH),
        facets=search_facets(here) if page == 1 else (),
        ways=ways_on(here) if page == 1 else (),
        a_to_aa=A_TO_AA,
        total=count(number, "side", "sider"),
        pages=page_links(here, page, contents.pages, search_url),
        all_letters=_all_letters(page, others, here),
        letters=_letters(page, others, here),
    )
    return SitePage(
        uri=page_uri(here.url),
        title=title,
        body=body,
        meta={
            "description": "Søg i alt på websitet, eller find det fra A til Å.",
            "hide": ("navigation", "toc"),
            "search": page == 1,
        },
        section="" if page == 1 else page_uri(SEARCH),
    )


def search_facets(here: Here, only: Collection[str] = ()) -> list[ShownFacet]:
    """What a search is narrowed by.

    Args:
        here: The page that it stands on.
        only: The keys of the kinds that it finds; when there are any, it is narrowed by them alone.
    """
    kinds = sorted((kind.kind for kind in here.catalogue.model), key=lambda one: sort_key(one.many))
    names = {kind.key: kind.many for kind in kinds if not only or kind.key in only}
    if only:
        return [_facet(_KIND, _KIND.capitalize(), names, here)]
    facets = [_facet(_KIND, _KIND.capitalize(), names | {OTHERS: OTHERS.capitalize()}, here)]
    for key, label in LABELS.items():
        if values := _values(key, here):
            facets.append(_facet(searched_slug(key), label, values, here))
    return facets


def _values(key: str, here: Here) -> dict[str, str]:
    """The values that a field can have in some kind, as readers see them."""
    names: dict[str, str] = {}
    for kind in here.catalogue.model:
        for facet in searched_facets(kind):
            if facet.field.key == key:
                names |= names_of_values(facet, here)
    return names


def _facet(slug: str, label: str, names: dict[str, str], here: Here) -> ShownFacet:
    at = here.link(here.url)
    values = (
        ShownValue(value, name, None, f"{at}?{slug}={value}") for value, name in names.items()
    )
    return ShownFacet(slug, slug, label, tuple(values))


def ways_on(here: Here) -> list[Way]:
    """Where those find help who have not found what they came for."""
    return [
        Way(kind.many, kind.intro, here.to_kind(kind), icon(kind.icon))
        for kind in (Route.kind, Contact.kind)
        if here.has(kind_url(kind))
    ]


def _others(here: Here) -> list[Entry]:
    """The pages that are no item's."""
    return [
        Entry(title, here.link(url), _OTHER, None) for url, title in other_titles(here.catalogue)
    ]


def _letters(page: int, others: Sequence[Entry], here: Here) -> tuple[Letter[Entry], ...]:
    """What one page lists, under its letters."""
    contents = here.catalogue.alphabet_contents()
    entries = [entry for entry in others if contents.page_of(entry.title) == page]
    entries += [
        Entry(item.title, here.link(item_url(item)), item.kind.one, item)
        for item in here.catalogue.alphabet(page)
    ]
    entries.sort(key=lambda entry: sort_key(entry.title))
    return under_letters(entries, lambda entry: entry.title)


def _all_letters(page: int, others: Sequence[Entry], here: Here) -> list[LetterLink]:
    """A link to where each letter begins."""
    contents = here.catalogue.alphabet_contents()
    first = dict(contents.letters)
    for entry in others:
        letter, at = initial(entry.title), contents.page_of(entry.title)
        first[letter] = min(at, first.get(letter, at))
    return [
        LetterLink(
            letter, ("" if at == page else here.link(search_url(at))) + f"#{letter_id(letter)}"
        )
        for letter, at in sorted(first.items(), key=lambda pair: sort_key(pair[0]))
    ]
