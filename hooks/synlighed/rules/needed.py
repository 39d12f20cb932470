"""Fields that are required under a condition, as their declarations say."""

from collections.abc import Iterator

from synlighed.load import Loaded, LoadedItem
from synlighed.messages import UNKNOWN_IS_ALLOWED
from synlighed.model.declare import Field, Part, fields_of
from synlighed.problems import Problem


def check_needed(loaded: Loaded) -> Iterator[Problem]:
    """No item lacks a field that its other fields call for."""
    for entry in loaded.items:
        for field in fields_of(type(entry.item)):
            needed = field.declared.needed
            if needed and _is_absent(entry.item, field) and needed.holds(entry.item):
                yield _missing(entry, field, needed.describe(type(entry.item)))


def _is_absent(part: Part, field: Field) -> bool:
    return getattr(part, field.key) in (None, ())


def _missing(entry: LoadedItem, field: Field, condition: str) -> Problem:
    needed = field.declared.needed
    assert needed
    args = {
        "key": field.key,
        "label": field.label,
        "condition": condition,
        "example": field.sample,
        "unknown": UNKNOWN_IS_ALLOWED if field.can_be_unknown else "",
    }
    return entry.problem("F224", (needed.conditions[0][0],), key=True, args=args)
