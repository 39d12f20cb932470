"""The page of one item, of any kind, read off its declaration."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from synlighed.addresses import LINKS_SHOWN, item_url, kind_url, links_pages, links_url, page_uri
from synlighed.catalogue import Catalogue
from synlighed.danish.numbers import count
from synlighed.danish.slugs import slugify
from synlighed.inverse import Key, Links
from synlighed.model.declare import Field, fields_of
from synlighed.model.events import Event
from synlighed.model.fields import Markdown
from synlighed.model.item import Item
from synlighed.model.relation import relations_of
from synlighed.model.values import unknown_facts
from synlighed.pages.advice import answer_of
from synlighed.pages.contact import contact_of, mending_mailbox
from synlighed.pages.here import Here, render
from synlighed.pages.panels import Panel, panels_of
from synlighed.pages.present import NOT_KNOWN, Fact, show
from synlighed.pages.recipe import Recipe
from synlighed.pages.similar import similar_to
from synlighed.pages.slots import IN_SHORT
from synlighed.pages.status import as_html, show_moment, shown_state
from synlighed.sitepage import Heading, SitePage
from synlighed.states import state_of

COMMON = frozenset(field.key for field in fields_of(Item))
"""The fields that every page shows in places of their own."""


@dataclass(frozen=True)
class First:
    """The answer most readers come for, and the other facts under the same heading."""

    id: str
    label: str
    value: Markup
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Section:
    """The facts of an item that belong together."""

    id: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class ShownLinks:
    """The items behind one relation, as many as fit, and where the rest are."""

    links: Links
    shown: tuple[Item, ...]
    all_at: str


def item_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """A page for every item of the catalogue: facts, what it hangs together with, who answers."""
    for kind in catalogue.model:
        for item in catalogue.items(kind.kind.key):
            yield Recipe(item_url(item), partial(_page, item.identity))


def _page(identity: Key, here: Here) -> SitePage:
    item = here.catalogue.get(*identity)
    here = here.about(item)
    return item_page(item, here, panels_of(item, here))


def item_page(
    item: Item, here: Here, panels: Sequence[Panel], *, title: str = "", is_found: bool = True
) -> SitePage:
    """The page that tells of an item, or of a part of it.

    Args:
        item: What it is about.
        here: The page.
        panels: What it shows beside the facts that every item has.
        title: What it is called, if not as the item.
        is_found: Whether the search leads there.
    """
    told = frozenset[str]().union(*(panel.fields for panel in panels))
    prose = _prose(item, here, told)
    sections = _sections(item, here, told)
    first = _first(item, sections, here)
    if first:
        sections = [section for section in sections if section.id != first.id]
    related = _related(item, here)
    headings = [Heading(panel.id, panel.title) for panel in panels if panel.title]
    headings += [Heading(section.id, section.title) for section in sections if section.title]
    body = render(
        "item.html",
        here,
        item=item,
        title=title or item.title,
        state=state_of(item),
        first=first,
        prose=prose,
        panels=panels,
        sections=sections,
        related=related,
        similar=similar_to(item, here),
        contact=contact_of(item, here),
        status=shown_state(item, here),
        moment=show_moment,
        as_html=as_html,
        about=_about(item, here),
    )
    return SitePage(
        uri=page_uri(here.url),
        title=title or item.title,
        body=body,
        meta={
            "description": item.summary,
            "hide": ("navigation", "toc"),
            "search": is_found,
            "mailbox": mending_mailbox(item, here),
        },
        headings=tuple(headings),
        source=item.source,
        section=page_uri(kind_url(item.kind)),
    )


def _prose(item: Item, here: Here, told: frozenset[str]) -> list[tuple[str, Markup]]:
    """The Markdown fields, which stand as text and not as facts."""
    return [
        (field.label, show(getattr(item, field.key), field, here))
        for field in _own_fields(item)
        if isinstance(getattr(item, field.key), Markdown) and field.key not in told
    ]


def _first(item: Item, sections: list[Section], here: Here) -> First | None:
    for field in fields_of(type(item)):
        value = getattr(item, field.key)
        if field.key != item.kind.first:
            continue
        answer = answer_of(item) if value in (None, ()) else show(value, field, here)
        if answer:
            id = slugify(field.label)
            same = (section.facts for section in sections if section.id == id)
            return First(id, field.label, answer, next(same, ()))
    return None


def _sections(item: Item, here: Here, told: frozenset[str]) -> list[Section]:
    """The facts under their headings, without those that stand elsewhere on the page."""
    by_title: dict[str, list[Fact]] = {}
    elsewhere = told | {item.kind.state, item.kind.first}
    for field in _own_fields(item):
        value = getattr(item, field.key)
        if field.key in elsewhere or isinstance(value, Markdown):
            continue
        if value not in (None, ()):
            facts = by_title.setdefault(field.declared.section, [])
            facts.append(Fact(field.label, show(value, field, here)))
    return [
        Section(slugify(title), title, tuple(facts))
        for title, facts in sorted(by_title.items(), key=lambda entry: entry[0] != "")
    ]


def _own_fields(item: Item) -> Iterator[Field]:
    return (field for field in fields_of(type(item)) if field.key not in COMMON)


_IN_CALENDAR = frozenset(
    relation.inverse_slug for relation in relations_of(Event) if relation.keys[0] not in COMMON
)
"""The relations that are told of by time."""


def _related(item: Item, here: Here) -> list[ShownLinks]:
    return [
        ShownLinks(
            links,
            links.items[:LINKS_SHOWN],
            here.link(links_url(item, links.slug)) if links_pages(len(links.items)) else "",
        )
        for links in here.catalogue.incoming(item)
        # What the calendar of an item shows all of need not be listed again.
        if len(links.items) > IN_SHORT or links.slug not in _IN_CALENDAR
    ]


def _about(item: Item, here: Here) -> list[Fact]:
    """Where the item's facts come from and how fresh they are."""
    facts = []
    for field in fields_of(Item):
        value = getattr(item, field.key)
        if field.key in _ABOUT and value not in (None, ()):
            facts.append(Fact(field.label, show(value, field, here)))
        if field.key == "last_reviewed" and item.months_between_reviews:
            facts.append(Fact("Gennemgås igen senest", _next_review(item, here)))
    if unknown := unknown_facts(item):
        number = count(len(unknown), "oplysning", "oplysninger")
        facts.append(Fact("Ikke oplyst", Markup("{} mangler").format(number)))
    return facts


_ABOUT = ("last_reviewed", "focus_areas", "tags", "sources")


def _next_review(item: Item, here: Here) -> Markup:
    if item.review_due is None:
        return NOT_KNOWN
    field = next(field for field in fields_of(Item) if field.key == "last_reviewed")
    return show(item.review_due, field, here)
