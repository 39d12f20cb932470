"""The values of an item, one by one, each with its place and its declaration."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.fields import UNKNOWN
from synlighed.model.relation import Place


class Value(NamedTuple):
    """One single value, never a list or a part; what is absent has none."""

    place: Place
    field: Field
    value: Any


def values_of(part: Part) -> list[Value]:
    """Every single value of an item or part, in the order of the declaration."""
    found: list[Value] = []
    _collect(part, (), found, fields_of)
    return found


def unique_values_of(part: Part) -> list[Value]:
    """Those that no other of the kind may have; of most kinds, none need be looked at."""
    found: list[Value] = []
    _collect(part, (), found, _unique_fields)
    # A list of parts may be unknown.
    return [value for value in found if value.field.declared.unique]


def _collect(
    part: Part,
    above: Place,
    found: list[Value],
    fields: Callable[[type[Part]], tuple[Field, ...]],
) -> None:
    """Adds the values of a part; there are a hundred in an item, so each takes as little as can."""
    for field in fields(type(part)):
        value = getattr(part, field.key)
        if isinstance(value, tuple):
            members = [((*above, field.key, number), one) for number, one in enumerate(value)]
        else:
            members = [((*above, field.key), value)] if value is not None else []
        for place, one in members:
            if isinstance(one, Part):
                _collect(one, place, found, fields)
            else:
                found.append(Value(place, field, one))


def has_unknown(part: Part) -> bool:
    """Whether there is any fact that somebody must still find out."""
    for field in _open_fields(type(part)):
        value = getattr(part, field.key)
        for one in value if isinstance(value, tuple) else (value,):
            if one is UNKNOWN or (isinstance(one, Part) and has_unknown(one)):
                return True
    return False


@cache
def _open_fields(part: type[Part]) -> tuple[Field, ...]:
    """The fields that may be unknown, and those that hold parts with such."""
    return tuple(
        field
        for field in fields_of(part)
        if field.can_be_unknown or (field.part and _open_fields(field.part))
    )


@cache
def _unique_fields(part: type[Part]) -> tuple[Field, ...]:
    """The fields whose values are unique, and those that hold parts with such."""
    return tuple(
        field
        for field in fields_of(part)
        if field.declared.unique or (field.part and _unique_fields(field.part))
    )


def parts_of(part: Part, above: Place = ()) -> Iterator[tuple[Place, Part]]:
    """Every part inside an item or part, with its place."""
    for field in fields_of(type(part)) if _holds_parts(type(part)) else ():
        value = getattr(part, field.key)
        several = isinstance(value, tuple)
        for number, member in enumerate(value if several else (value,)):
            if isinstance(member, Part):
                place = (*above, field.key, number) if several else (*above, field.key)
                yield place, member
                yield from parts_of(member, place)


@cache
def _holds_parts(part: type[Part]) -> bool:
    return any(field.part for field in fields_of(part))


def unknown_facts(part: Part) -> tuple[str, ...]:
    """The facts somebody must still find out, as `approval` or `use_advice.staff`."""
    return tuple(
        ".".join(step for step in value.place if isinstance(step, str))
        for value in values_of(part)
        if value.value is UNKNOWN
    )
