"""All that a contact point answers for, when something must be done about it, and in what role."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from synlighed.catalogue import Catalogue
from synlighed.danish.numbers import count
from synlighed.danish.words import join_words
from synlighed.inverse import Key
from synlighed.model.contacts import Contact
from synlighed.model.due import Due, dues_of
from synlighed.model.item import Item
from synlighed.oversight.owners import (
    OWNED_PER_PAGE,
    deadlines_feed_url,
    deadlines_url,
    owner_url,
    owners_of,
    pages_of_owner,
)
from synlighed.owned import duties
from synlighed.pages.freshness import morning_of, night_after
from synlighed.pages.here import Here, render
from synlighed.pages.paging import page_links
from synlighed.pages.recipe import Recipe
from synlighed.places import OVERVIEW, REVIEWING
from synlighed.sitepage import SitePage
from synlighed.states import State, state_of
from synlighed.urls import kind_url, page_uri


@dataclass(frozen=True)
class Owned:
    """An item, as whoever answers for it must know it."""

    item: Item
    state: State | None
    duties: str
    """In which capacities, in words."""
    dues: tuple[Due, ...]
    told_from: str
    """When the first of its deadlines is near; empty when there is none, or nobody knows."""
    over: str
    """When that is past."""
    mail: str
    """A letter that says it was reviewed; empty where nobody would get it."""


def owner_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """For each who answers for anything, as many pages as it takes."""
    for owner in owners_of(catalogue):
        for page in range(1, pages_of_owner(owner, catalogue) + 1):
            yield Recipe(owner_url(owner, page), partial(_page, owner.identity, page))


def _page(identity: Key, page: int, here: Here) -> SitePage:
    owner = here.catalogue.get(*identity)
    start = (page - 1) * OWNED_PER_PAGE
    items = here.catalogue.owned(*identity, start, start + OWNED_PER_PAGE)
    mailbox = _editors(here)
    rows = [_owned(item, owner, mailbox) for item in items]
    title = f"{owner.title}: ansvar og frister"
    number = here.catalogue.count_owned(*identity)
    body = render(
        "owner.html",
        here,
        title=title,
        owner=owner,
        page=page,
        pages=page_links(
            here,
            page,
            pages_of_owner(owner, here.catalogue),
            lambda number: owner_url(owner, number),
        ),
        total=count(number, "punkt", "punkter"),
        dated=[row for row in rows if row.over],
        undated=[row for row in rows if row.dues and not row.over],
        never=[row for row in rows if not row.dues],
        calendar=here.link(deadlines_url(owner)),
        feed=here.link(deadlines_feed_url(owner)),
        how=here.link(REVIEWING) if here.has(REVIEWING) else "",
        all=(here.link(OVERVIEW), here.title_at(OVERVIEW)) if here.has(OVERVIEW) else (),
    )
    return SitePage(
        uri=page_uri(here.url),
        title=title if page == 1 else f"{title}, side {page}",
        body=body,
        meta={"hide": ("navigation", "toc"), "search": False},
        section=page_uri(OVERVIEW if here.has(OVERVIEW) else kind_url(Contact.kind)),
    )


def _owned(item: Item, owner: Item, mailbox: str) -> Owned:
    dues = dues_of(item)
    first = dues[0] if dues else None
    return Owned(
        item,
        state_of(item),
        join_words(duties(item, owner.id)),
        dues,
        morning_of(first.told_from) if first and first.told_from else "",
        night_after(first.day) if first and first.day else "",
        _mail(item, mailbox) if dues and mailbox else "",
    )


def _editors(here: Here) -> str:
    """Where whoever does not edit the files can write."""
    contact = here.catalogue.find(Contact.kind.key, here.catalogue.site.contact)
    mailbox = contact.mailbox if isinstance(contact, Contact) else None
    return mailbox or ""


def _mail(item: Item, mailbox: str) -> str:
    """An e-mail with what an editor must know (RFC 6068)."""
    subject = f"Gennemgået: {item.title}"
    body = _LETTER.format(title=item.title, source=item.source)
    return f"mailto:{mailbox}?subject={quote(subject)}&body={quote(body)}"


# Line breaks as RFC 6068, 5, has them.
_LETTER = """\
Hej\r
\r
»{title}« er gennemgået ({source}).\r
\r
Hvilken dag: \r
Passer alt stadig: \r
Det skal rettes: \r
"""
