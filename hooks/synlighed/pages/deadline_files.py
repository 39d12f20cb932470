"""Deadlines as calendars and feeds, of each who answers for something.

A calendar has every deadline, and moves it when it moves; a feed tells of one when it is near, and
until it is met.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import partial
from itertools import takewhile
from uuid import UUID, uuid5

from synlighed import markdown
from synlighed.addresses import Addresses
from synlighed.catalogue import Catalogue
from synlighed.danish.dates import format_date
from synlighed.feeds import icalendar, rss
from synlighed.feeds.entries import Document, Entry
from synlighed.feeds.icalendar import feed
from synlighed.feeds.plain import plain_text
from synlighed.filed import filed
from synlighed.inverse import Key
from synlighed.memo import Recall
from synlighed.model.contacts import Contact
from synlighed.model.due import Due, dues_of
from synlighed.model.published import moment_on
from synlighed.oversight.due import dues_of_owner, is_told
from synlighed.oversight.owners import (
    deadlines_feed_url,
    deadlines_url,
    owner_url,
    owners_of,
)
from synlighed.pages.here import Here, fill
from synlighed.sitepage import Settings, SiteFile
from synlighed.urls import item_url

_NAMESPACE = UUID("9d7e3b64-0c1f-4f6a-8a55-3e0b7d2c6f18")
"""Of the names that deadlines are numbered by (RFC 9562, 5.5); it stays."""

MOST_TOLD = 100
"""Deadlines in a feed, the newest of them; who has more to see to needs no feed to know."""

_BEGINNING = date(2000, 1, 1)
"""Before anything was reviewed."""


def deadline_files(
    catalogue: Catalogue, addresses: Addresses, settings: Settings, recall: Recall
) -> Iterator[SiteFile]:
    """The calendar and the feed of each owner, also where it was before.

    What falls due of an item is written once, and remembered as long as the item is what it was.
    """
    for owner in owners_of(catalogue):
        make = partial(_of_owner, owner.identity, addresses, settings, recall)
        yield from filed(recall, deadlines_url(owner), make)


def _of_owner(
    identity: Key, addresses: Addresses, settings: Settings, recall: Recall, catalogue: Catalogue
) -> Iterator[SiteFile]:
    owner = catalogue.get(*identity)
    here = Here(catalogue, addresses, "").from_afar(settings.site_url)
    name = f"{here.catalogue.site.name}: frister, {owner.title}"
    in_time = sorted((due for due in dues_of_owner(owner, catalogue) if due.day), key=_order)
    calendar = feed((_vevent(due, settings, recall) for due in in_time), name)
    # None is told of before one that is due before it.
    near = takewhile(lambda due: is_told(due, catalogue), in_time)
    newest = sorted(near, key=moment_of, reverse=True)[:MOST_TOLD]
    entries = [_entry(due, addresses, settings, recall) for due in newest]
    for id in ("", *owner.former_ids):
        yield SiteFile(deadlines_url(owner, id), calendar)
        address = here.root + deadlines_feed_url(owner, id)
        doc = Document(
            title=name,
            summary="Det, der snart skal ses efter, og det, der skulle have været det.",
            author=here.catalogue.site.organisation,
            page=here.link(owner_url(owner)),
            address=address,
            current=address,
        )
        updated = moment_of(newest[0]) if newest else None
        yield SiteFile(deadlines_feed_url(owner, id), rss.document(doc, entries, updated))


def _vevent(due: Due, settings: Settings, recall: Recall) -> bytes:
    identity = due.item.identity
    make = partial(_vevents, identity, settings)
    written: bytes = recall.share(f"due/{'/'.join(identity)}", make)[due.key]
    return written


def _entry(due: Due, addresses: Addresses, settings: Settings, recall: Recall) -> bytes:
    identity = due.item.identity
    make = partial(_written, identity, due.key, addresses, settings)
    return recall.share(f"told/{'/'.join(identity)}/{due.key}", make)


def _order(due: Due) -> tuple[object, ...]:
    return due.day, due.item.identity, due.key


def _vevents(identity: Key, settings: Settings, catalogue: Catalogue) -> dict[str, bytes]:
    """What falls due of an item as VEVENTs, by its fields."""
    dues = dues_of(catalogue.get(*identity))
    return {due.key: icalendar.entry(calendar_entry(due, settings)) for due in dues if due.day}


def calendar_entry(due: Due, settings: Settings) -> icalendar.Entry:
    """A deadline as calendars show it; whoever meets it moves it.

    Nothing in the data counts how often it was moved. What does grow each time, as RFC 5545
    (3.8.7.4) has it, is the day of the last review.
    """
    item, day = due.item, due.day
    assert day
    url = settings.site_url + item_url(item)
    reviewed = item.last_reviewed
    known = (one for one in (reviewed, item.created, day) if isinstance(one, date))
    example = ("Eksempel: punktet er opdigtet.",) if item.example else ()
    return icalendar.Entry(
        uid=uid_of(due),
        revised=datetime.combine(next(known), time(), UTC),
        sequence=max(0, (reviewed - _BEGINNING).days) if isinstance(reviewed, date) else 0,
        starts=day,
        ends=None,
        title=f"{due.what}: {item.title}{' (Eksempel)' if item.example else ''}",
        text="\n".join((*example, item.summary, "", f"Åbn og ret: {url}")),
        url=url,
        categories=("Frist", *(("Eksempel",) if item.example else ())),
        takes_time=False,
    )


def _written(
    identity: Key, key: str, addresses: Addresses, settings: Settings, catalogue: Catalogue
) -> bytes:
    here = Here(catalogue, addresses, "").from_afar(settings.site_url)
    item = catalogue.get(*identity)
    return rss.item(next(entry_of(due, here) for due in dues_of(item) if due.key == key))


def entry_of(due: Due, here: Here) -> Entry:
    """A deadline as a feed tells of it: once more, and as something new, when it has moved."""
    item, day = due.item, due.day
    assert day
    owner = here.catalogue.find(Contact.kind.key, str(item.owner))
    html = markdown.bare(fill("feed-due.html", here=here, due=due, item=item, owner=owner))
    told = f"{due.what}: {format_date(day)}"
    moment = moment_of(due)
    return Entry(
        id=_urn_of(due).urn,
        title=f"{'Eksempel: ' if item.example else ''}{item.title} ({told})",
        published=moment,
        updated=moment,
        link=here.link(item_url(item)),
        summary=f"{told}. {item.summary}",
        html=html,
        text=plain_text(html),
        categories=("Frist",),
    )


def moment_of(due: Due) -> datetime:
    """When a feed tells of a deadline: the day that it is near, and no two at the same moment."""
    assert due.told_from
    return moment_on(due.told_from, _urn_of(due))


def uid_of(due: Due) -> str:
    """What calendars know a deadline by: the same under another id, title and host, on any day."""
    return str(uuid5(_NAMESPACE, _name_of(due)))


def _urn_of(due: Due) -> UUID:
    return uuid5(_NAMESPACE, f"{_name_of(due)}/{due.day}")


def _name_of(due: Due) -> str:
    first_id = (*due.item.former_ids, due.item.id)[0]
    return f"{due.item.kind.key}/{first_id}/{due.key}"
