"""What falls due of all that a contact point answers for."""

from collections.abc import Iterator
from datetime import date, timedelta

from synlighed.catalogue import Catalogue
from synlighed.model.due import Due, dues_of
from synlighed.model.item import Item


def dues_of_owner(owner: Item, catalogue: Catalogue) -> Iterator[Due]:
    """All that falls due of what a contact point answers for, item by item."""
    items = catalogue.owned(*owner.identity, 0, catalogue.count_owned(*owner.identity))
    return (due for item in items for due in dues_of(item))


def is_told(due: Due, catalogue: Catalogue) -> bool:
    """Whether the day has come from which whoever must act is told, by the board's clock."""
    return due.told_from is not None and catalogue.is_past(_eve(due.told_from).isoformat())


def _eve(day: date) -> date:
    return day - timedelta(days=1)
