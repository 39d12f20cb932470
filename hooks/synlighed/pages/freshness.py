"""Whether what a page says should have been reviewed.

The page says when; the reader's browser decides whether that day is near or past, since a site that
was built last year would still call itself fresh.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from synlighed.danish.dates import add_months
from synlighed.danish.times import ZONE
from synlighed.model.contacts import Contact
from synlighed.model.due import NOTICE_MONTHS, REVIEWED, dues_of
from synlighed.model.item import Item
from synlighed.pages.here import Here, block


@dataclass(frozen=True)
class Freshness:
    """When a page is to be reviewed, and whom to ask when it was not."""

    day: date
    told_from: str
    over: str
    ask: Item | None


def freshness_of(item: Item, here: Here) -> Freshness | None:
    """When an item is to be reviewed; nothing when it need not be, or nobody knows."""
    for due in dues_of(item):
        if due.key == REVIEWED and due.day and due.told_from:
            return _freshness(due.day, due.told_from, _owner(item, here))
    return None


def fresh_by_hand(html: str, here: Here) -> str:
    """A page written by hand, which says below its heading when it was not reviewed."""
    heading, end, rest = html.rpartition("</h1>")
    return "".join((heading, end, word_by_hand(here), rest))


def word_by_hand(here: Here) -> str:
    """What a page written by hand says of its review, as HTML; empty when it is to have none."""
    page = here.catalogue.prose.get(here.url)
    if page is None or page.review_due is None:
        return ""
    day = page.review_due
    ask = here.catalogue.find(Contact.kind.key, here.catalogue.site.contact)
    fresh = _freshness(day, add_months(day, -NOTICE_MONTHS), ask)
    return block("fresh.html", here, fresh=fresh)


def _freshness(day: date, told_from: date, ask: Item | None) -> Freshness:
    return Freshness(day, morning_of(told_from), night_after(day), ask)


def morning_of(day: date) -> str:
    """When a day begins here, for a browser, which may be elsewhere (ISO 8601)."""
    return datetime.combine(day, time(), ZONE).isoformat(timespec="minutes")


def night_after(day: date) -> str:
    """When a day is over here (ISO 8601)."""
    return morning_of(day + timedelta(days=1))


def _owner(item: Item, here: Here) -> Item | None:
    """Whoever answers for the item; one that answers for itself is asked on its own page."""
    if not isinstance(item.owner, str) or item.identity == (Contact.kind.key, item.owner):
        return None
    return here.catalogue.find(Contact.kind.key, item.owner)
