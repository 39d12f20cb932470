"""What falls due: the days by which somebody must do something about an item.

A field whose day counts says so in its declaration, as `due="Godkendelsen udløber"`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from synlighed.danish.dates import add_months
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.fields import UNKNOWN
from synlighed.model.item import Item

REVIEWED = "last_reviewed"
"""The one field that holds another day than that on which something falls due."""

NOTICE_MONTHS = 1
"""So long before it falls due, whoever must act is told."""


@dataclass(frozen=True)
class Due:
    """Something that falls due."""

    item: Item
    key: str
    """The field that says so, for programs: `last_reviewed`, `approval.valid_until`."""
    what: str
    """In Danish, before a day or a name: `Godkendelsen udløber`."""
    day: date | None
    """The last day to do something about it; nothing when nobody knows."""

    @property
    def told_from(self) -> date | None:
        """The first day on which whoever must act is told."""
        return add_months(self.day, -NOTICE_MONTHS) if self.day else None


def dues_of(item: Item) -> tuple[Due, ...]:
    """All that falls due of an item, the first first, and last what nobody knows the day of.

    Nothing does of what is over or archived: it is kept for those who look back.
    """
    if item.is_over:
        return ()
    found = list(_dues(item, item, ""))
    if len(found) > 1:
        found.sort(key=lambda due: due.day or date.max)
    return tuple(found)


def _dues(item: Item, part: Part, above: str) -> Iterator[Due]:
    for field in _leading_to_days(type(part)):
        value = getattr(part, field.key)
        if field.declared.due:
            condition = field.declared.due_when
            if value is not None and (condition is None or condition.holds(part)):
                yield from _due(item, field, value, above)
        elif isinstance(value, tuple):
            for number, inner in enumerate(value):
                yield from _dues(item, inner, f"{above}{field.key}.{number}.")
        elif isinstance(value, Part):
            yield from _dues(item, value, f"{above}{field.key}.")


def _due(item: Item, field: Field, value: object, above: str) -> Iterator[Due]:
    day = value if isinstance(value, date) else None
    if field.key == REVIEWED:
        if not item.months_between_reviews:
            return
        day = item.review_due
    if day or value is UNKNOWN:
        yield Due(item, f"{above}{field.key}", field.declared.due, day)


@cache
def _leading_to_days(model: type[Part]) -> tuple[Field, ...]:
    """The fields of a kind or part that fall due, or hold a part with such fields."""
    return tuple(
        field
        for field in fields_of(model)
        if field.declared.due or (field.part and _leading_to_days(field.part))
    )
