"""How an item is kept, apart from what day it is: what a count of thousands asks of each."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from synlighed.danish.ordering import sort_key
from synlighed.model.due import REVIEWED, dues_of
from synlighed.model.fields import UNKNOWN
from synlighed.model.item import Item
from synlighed.model.once import once
from synlighed.model.relation import relations_of
from synlighed.model.values import has_unknown
from synlighed.owned import DUTIES


class Kept(NamedTuple):
    """How one item is kept; days as 2026-11-23, and empty when nobody knows which."""

    review: str | None
    """The last day in time for its next review; nothing when it is to have none."""
    first_due: str | None
    """The first day by which something must be done about it; nothing when none must."""
    first_known: str | None
    """The first of the days that somebody knows."""
    is_incomplete: bool
    """Whether it has a fact that nobody has found out, and is not put away."""
    is_example: bool
    is_ownerless: bool
    owners: tuple[str, ...]
    """The contact points that answer for it, in whatever capacity; each once."""


class Row(NamedTuple):
    """An item, and how it is kept."""

    item: Item
    kept: Kept


Rows = Mapping[str, tuple[Row, ...]]
"""All items, by the key of their kind."""

_LAST = "9999-12-31"


def rows_of(items: Mapping[str, tuple[Item, ...]]) -> Rows:
    """How each item is kept, of all items by the key of their kind."""
    return {
        kind: tuple(Row(item, kept(item)) for item in of_kind) for kind, of_kind in items.items()
    }


def by_day(items: Iterable[Item]) -> tuple[Item, ...]:
    """Items in the order they fall due.

    After them come those of which nobody knows the day, and last those that never do.
    """
    return tuple(sorted(items, key=_order))


@once
def _order(item: Item) -> tuple[object, ...]:
    found = kept(item)
    day = found.first_known or _LAST
    return found.first_due is None, day, sort_key(item.title), item.identity


@once
def kept(item: Item) -> Kept:
    """How an item is kept."""
    dues = dues_of(item)
    is_archived = item.content_status == "arkiveret"
    review = next((due for due in dues if due.key == REVIEWED), None)
    days = [due.day.isoformat() if due.day else "" for due in dues]
    owners = (
        id
        for relation in relations_of(type(item))
        if relation.inverse_slug in DUTIES
        for id in relation.ids(item)
    )
    return Kept(
        review=(review.day.isoformat() if review.day else "") if review else None,
        first_due=min(days, default=None),
        first_known=min(filter(None, days), default=None),
        is_incomplete=not is_archived and has_unknown(item),
        is_example=bool(item.example),
        is_ownerless=not is_archived and item.owner is UNKNOWN,
        owners=tuple(dict.fromkeys(owners)),
    )
