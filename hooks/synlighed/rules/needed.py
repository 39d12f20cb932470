"""Fields that are required under a condition, or that one of must stand, as declarations say."""

from collections.abc import Iterator

from synlighed.danish.words import join_words
from synlighed.load import LoadedItem
from synlighed.load.refused import missing_fields
from synlighed.model.declare import Field, Part, When, fields_of
from synlighed.model.values import parts_of
from synlighed.problems import Problem
from synlighed.rules.around import Around


def check_needed(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """The item lacks no field that its other fields call for, nor all of those it needs one of."""
    for needed, fields in _called_for(entry.item).items():
        about = missing_fields(fields, entry.file)
        about["args"]["condition"] = _fulfilled(needed, entry.item).describe(type(entry.item))
        yield entry.problem("F224", (needed.conditions[0][0],), key=True, **about)
    fields = [field for field in fields_of(type(entry.item)) if field.key in entry.item.kind.one_of]
    if fields and all(getattr(entry.item, field.key) in (None, ()) for field in fields):
        yield Problem("F228", entry.file.path, line=0, **missing_fields(fields, entry.file))
    for place, part in parts_of(entry.item):
        given = [key for key in part.only_one if getattr(part, key) is not None]
        if part.only_one and len(given) != 1:
            yield entry.problem("F316", place, args=only_one(part, given))


def only_one(part: Part, given: list[str]) -> dict[str, object]:
    """What a problem says of a part that fills in none, or several, of what it needs one of."""
    said = f"der står både {join_words(given)}" if given else "der står ingen af dem"
    return {"said": said, "fields": join_words(part.only_one, "eller")}


def _fulfilled(needed: When, item: Part) -> When:
    """The condition with the item's own values only."""
    return When(
        tuple(
            (key, tuple(value for value in allowed if value in _values(item, key)))
            for key, allowed in needed.conditions
        )
    )


def _values(item: Part, key: str) -> tuple[object, ...]:
    value = getattr(item, key)
    return value if isinstance(value, tuple) else (value,)


def _called_for(item: Part) -> dict[When, list[Field]]:
    """The fields that are not there, by the condition that calls for them."""
    found: dict[When, list[Field]] = {}
    for field in fields_of(type(item)):
        needed = field.declared.needed
        if needed and getattr(item, field.key) in (None, ()) and needed.holds(item):
            found.setdefault(needed, []).append(field)
    return found
