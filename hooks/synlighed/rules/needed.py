"""Fields that are required under a condition, as their declarations say."""

from collections.abc import Iterator

from synlighed.load import Loaded
from synlighed.load.items import missing_fields
from synlighed.model.declare import Field, Part, When, fields_of
from synlighed.problems import Problem


def check_needed(loaded: Loaded) -> Iterator[Problem]:
    """No item lacks a field that its other fields call for."""
    for entry in loaded.items:
        for needed, fields in _called_for(entry.item).items():
            about = missing_fields(fields)
            about["args"]["condition"] = needed.describe(type(entry.item))
            yield entry.problem("F224", (needed.conditions[0][0],), key=True, **about)


def _called_for(item: Part) -> dict[When, list[Field]]:
    """The fields that are not there, by the condition that calls for them."""
    found: dict[When, list[Field]] = {}
    for field in fields_of(type(item)):
        needed = field.declared.needed
        if needed and getattr(item, field.key) in (None, ()) and needed.holds(item):
            found.setdefault(needed, []).append(field)
    return found
