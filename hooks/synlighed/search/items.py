"""An item as a page to be found, read off its declaration."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from synlighed.catalogue import Catalogue
from synlighed.model.events import Event
from synlighed.model.fields import (
    AppId,
    Markdown,
    Number,
    Phone,
    PictureName,
    Reference,
    Url,
    Uuid,
)
from synlighed.model.item import Item
from synlighed.model.published import Published
from synlighed.model.values import Value, values_of
from synlighed.search.document import Page
from synlighed.search.facets import values_for
from synlighed.states import state_of
from synlighed.unlinking import without_links
from synlighed.urls import item_url

_NAMES = ("aliases", "former_names", "former_ids")
_SHOWN = ("title", "summary")
_NO_WORDS = (Uuid, PictureName)
_OVER = 50
_SAMPLE = 90
"""Percent."""


def page_of(item: Item, catalogue: Catalogue) -> Page:
    """What readers may find an item by, and what they are shown of it.

    Args:
        item: The item.
        catalogue: What it is part of, for the names of what it names.
    """
    state = state_of(item)
    values = [value for value in values_of(item) if value.field.declared.searched]
    names = [value for value in values if _is_name(value)]
    return Page(
        url=item_url(item),
        kind=item.kind.key,
        title=item.title,
        state=" · ".join(filter(None, (state.text if state else "", _sample(item)))),
        summary=item.summary,
        names=(*item.other_names, *map(_as_name, names), item.id.replace("-", "")),
        text=tuple(_text(values, catalogue)),
        facets=tuple(values_for(item)),
        weight=_weight(item, catalogue),
        day=_day(item),
    )


def _is_name(value: Value) -> bool:
    """Whether it is what the item is called, or a code that it alone has."""
    if isinstance(value.value, (AppId, Number)):
        return True
    return value.place[0] in _NAMES and isinstance(value.value, str)


def _as_name(value: Value) -> str:
    """A name, or an id as one word: its parts say no more than the title does."""
    text = str(value.value)
    return text.replace("-", "") if value.place[0] == "former_ids" else text


def _text(values: list[Value], catalogue: Catalogue) -> Iterator[str]:
    for value in values:
        if value.place[0] in _SHOWN or _is_name(value) or isinstance(value.value, _NO_WORDS):
            continue
        if isinstance(value.value, Url):
            yield urlsplit(value.value).hostname or ""
        elif isinstance(value.value, Reference):
            found = catalogue.find(value.field.declared.to, value.value)
            yield found.title if found else ""
        elif isinstance(value.value, Markdown):
            yield without_links(value.value, lambda href: True)
        elif isinstance(value.value, Phone):
            yield value.value.replace(" ", "")
        elif isinstance(value.value, str):
            yield value.value


def _sample(item: Item) -> str:
    return "Eksempel" if item.example else ""


def _weight(item: Item, catalogue: Catalogue) -> int:
    weight = item.kind.sought
    if item.is_over or (isinstance(item, Event) and _is_past(item, catalogue)):
        weight = weight * _OVER // 100
    return weight * _SAMPLE // 100 if item.example else weight


def _day(item: Item) -> int:
    """The day readers see on it, or else the day it was made."""
    day = item.date if isinstance(item, Published) else item.created
    return day.toordinal() if isinstance(day, date) else 0


def _is_past(event: Event, catalogue: Catalogue) -> bool:
    # Whoever looks for a series wants the next time of it.
    return event.repeats is None and catalogue.is_past(event.starts.isoformat()[:10])
