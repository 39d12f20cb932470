"""A page for each time of an event that comes again."""

from collections.abc import Iterator
from functools import partial

from synlighed.calendar.schedule import coming_list, past_list
from synlighed.calendar.slots import slots_of
from synlighed.catalogue import Catalogue
from synlighed.danish.dates import format_date
from synlighed.model.events import Event
from synlighed.pages.here import Here
from synlighed.pages.item import item_page
from synlighed.pages.panels import event_panels
from synlighed.pages.recipe import Recipe
from synlighed.sitepage import SitePage
from synlighed.urls import slot_url


def slot_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """Those that were moved or cancelled have one too, at the day they were planned for."""
    for name in (coming_list(), past_list()):
        for slot in catalogue.slots(name, 0, catalogue.count_slots(name)):
            if slot.planned:
                yield Recipe(slot_url(slot), partial(_page, slot.event.id, slot.key))


def _page(id: str, key: str, here: Here) -> SitePage:
    event = here.catalogue.get(Event.kind.key, id)
    assert isinstance(event, Event)
    slot = next(slot for slot in slots_of(event) if slot.key == key)
    here = here.about(event)
    title = f"{event.title}, {format_date(slot.span.first_day)}"
    # The series is found; each of its times would be found beside it, with the same words.
    return item_page(event, here, tuple(event_panels(slot, here)), title=title, is_found=False)
