"""Who answers for anything, and the addresses of what they must do; inside only."""

from collections.abc import Iterator
from math import ceil

from synlighed.catalogue import Catalogue
from synlighed.model.contacts import Contact
from synlighed.model.item import Item
from synlighed.places import OVERVIEW

OWNED_PER_PAGE = 100
"""Items on one page of what somebody answers for; each takes a line or two."""

DEADLINES = "frister.ics"
NEWS_OF_DEADLINES = "rss.xml"


def owner_url(owner: Item, page: int = 1, id: str = "") -> str:
    """The address of all that a contact point answers for: `overblik/mobile-apps/`.

    Args:
        owner: The contact point.
        page: Which page of it.
        id: What it was called before, for the address that it had then.
    """
    first = f"{OVERVIEW}{id or owner.id}/"
    return first if page == 1 else f"{first}side/{page}/"


def deadlines_url(owner: Item, id: str = "") -> str:
    """The address of its deadlines as a calendar: `overblik/mobile-apps/frister.ics`."""
    return f"{owner_url(owner, id=id)}{DEADLINES}"


def deadlines_feed_url(owner: Item, id: str = "") -> str:
    """The address of the feed that tells of its deadlines."""
    return f"{owner_url(owner, id=id)}{NEWS_OF_DEADLINES}"


def owners_of(catalogue: Catalogue) -> tuple[Contact, ...]:
    """Those who answer for anything, in order; nobody outside need know."""
    if not catalogue.edition.is_internal or Contact.kind.key not in catalogue.model:
        return ()
    return tuple(
        contact
        for contact in catalogue.items(Contact.kind.key)
        if isinstance(contact, Contact) and catalogue.count_owned(*contact.identity)
    )


def pages_of_owner(owner: Item, catalogue: Catalogue) -> int:
    """How many pages all that a contact point answers for takes."""
    return ceil(catalogue.count_owned(*owner.identity) / OWNED_PER_PAGE)


def owner_urls(catalogue: Catalogue) -> Iterator[str]:
    """The address of everything there is for those who answer for something."""
    for owner in owners_of(catalogue):
        for page in range(1, pages_of_owner(owner, catalogue) + 1):
            yield owner_url(owner, page)
        yield from (deadlines_url(owner), deadlines_feed_url(owner))
