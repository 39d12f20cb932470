"""What falls due: of one item, of all that a contact point answers for, and of everything."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from synlighed.catalogue import Catalogue
from synlighed.model.due import Due, dues_of, first_day
from synlighed.model.item import Item

__all__ = ["Due", "dues_of", "dues_of_all", "dues_of_owner", "first_day", "is_told", "items_of"]


def items_of(owner: Item, catalogue: Catalogue) -> tuple[Item, ...]:
    """All that a contact point answers for, by the day it falls due."""
    return catalogue.owned(*owner.identity, 0, catalogue.count_owned(*owner.identity))


def dues_of_owner(owner: Item, catalogue: Catalogue) -> Iterator[Due]:
    """All that falls due of what a contact point answers for, item by item."""
    return _dues(items_of(owner, catalogue))


def dues_of_all(catalogue: Catalogue) -> Iterator[Due]:
    """All that falls due, item by item; also of what nobody answers for."""
    for kind in catalogue.model:
        yield from _dues(catalogue.items(kind.kind.key))


def is_told(due: Due, catalogue: Catalogue) -> bool:
    """Whether the day has come from which whoever must act is told, by the board's clock."""
    return due.told_from is not None and catalogue.is_past(_eve(due.told_from).isoformat())


def _dues(items: Iterable[Item]) -> Iterator[Due]:
    return (due for item in items for due in dues_of(item))


def _eve(day: date) -> date:
    return day - timedelta(days=1)
