"""Old addresses: a page at each former id that leads to where the item is now."""

from collections.abc import Iterator
from functools import partial

from synlighed.addresses import FAVICON, Addresses
from synlighed.calendar.slots import Slot, slots_of
from synlighed.catalogue import Catalogue
from synlighed.inverse import Key
from synlighed.memo import Recall
from synlighed.model.contacts import Contact
from synlighed.model.events import Event
from synlighed.model.item import Item
from synlighed.oversight.owners import owner_url
from synlighed.pages.here import Here, render
from synlighed.sitepage import Settings, SiteFile
from synlighed.urls import former_url, item_url, slot_url


def redirect_files(
    catalogue: Catalogue, addresses: Addresses, settings: Settings, recall: Recall
) -> Iterator[SiteFile]:
    """A redirect for every former id. Plain HTML, since the published site is only files."""
    for kind in catalogue.model:
        for item in catalogue.items(kind.kind.key):
            for former in item.former_ids:
                url = former_url(item, former)
                make = partial(_html, item.identity, url, addresses, settings)
                yield SiteFile(f"{url}index.html", recall.make(f"redirect/{url}<{item.id}", make))
                if isinstance(item, Contact) and owner_url(item) in addresses:
                    url = owner_url(item, id=former)
                    make = partial(_of_owner, item.identity, url, addresses, settings)
                    html = recall.make(f"redirect/{url}<{item.id}", make)
                    yield SiteFile(f"{url}index.html", html)
                if isinstance(item, Event):
                    yield from _of_slots(item, former, addresses, settings, recall)


def _of_slots(
    event: Event, former: str, addresses: Addresses, settings: Settings, recall: Recall
) -> Iterator[SiteFile]:
    """The same for each time of an event that comes again."""
    for slot in slots_of(event):
        url = slot_url(slot, former)
        if slot.planned and slot_url(slot) in addresses:
            make = partial(_of_slot, slot, url, addresses, settings)
            yield SiteFile(f"{url}index.html", recall.make(f"redirect/{url}<{slot.key}", make))


def _of_owner(
    identity: Key, url: str, addresses: Addresses, settings: Settings, catalogue: Catalogue
) -> bytes:
    owner = catalogue.get(*identity)
    return _leading_to(owner, owner_url(owner), Here(catalogue, addresses, url), settings)


def _of_slot(
    slot: Slot, url: str, addresses: Addresses, settings: Settings, catalogue: Catalogue
) -> bytes:
    here = Here(catalogue, addresses, url)
    return _leading_to(catalogue.get(*slot.event.identity), slot_url(slot), here, settings)


def _html(
    identity: Key, url: str, addresses: Addresses, settings: Settings, catalogue: Catalogue
) -> bytes:
    item = catalogue.get(*identity)
    return _leading_to(item, item_url(item), Here(catalogue, addresses, url), settings)


def _leading_to(item: Item, url: str, here: Here, settings: Settings) -> bytes:
    return render(
        "redirect.html",
        here,
        title=item.title,
        href=here.link(url),
        favicon=here.link(FAVICON),
        canonical=settings.site_url + url,
    ).encode()
