"""Dates in their order, and what has happened not in the future."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TypeGuard

from synlighed.danish.dates import PartialDate, format_date, format_partial_date
from synlighed.load import LoadedItem
from synlighed.model.declare import Part, fields_of
from synlighed.model.relation import Place
from synlighed.problems import Problem
from synlighed.rules.around import Around

RANGES = (
    ("valid_from", "valid_to"),
    ("start", "end"),
    ("date", "valid_until"),
    ("in_use_from", "phased_out"),
    ("created", "last_reviewed"),
)
"""Pairs of fields that, wherever both stand, come in this order."""

HAPPENED = frozenset(
    {"last_reviewed", "created", "assessed_on", "registered_on", "security_consulted_on"}
)
"""Fields that say when something was done, so never later than today."""


def check_dates(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """Every pair of dates in its order; nothing done in the future."""
    for place, part in _parts(entry.item, ()):
        yield from _ranges(entry, place, part)
        yield from _future(entry, place, part, around.today)


def _parts(part: Part, place: Place) -> Iterator[tuple[Place, Part]]:
    """The item itself and every part inside it."""
    yield place, part
    for field in fields_of(type(part)):
        if field.part:
            value = getattr(part, field.key)
            if isinstance(value, Part):
                yield from _parts(value, (*place, field.key))
            elif isinstance(value, tuple):
                for number, member in enumerate(value):
                    yield from _parts(member, (*place, field.key, number))


def _ranges(entry: LoadedItem, place: Place, part: Part) -> Iterator[Problem]:
    for start_key, end_key in _ranges_of(type(part)):
        start, end = getattr(part, start_key), getattr(part, end_key)
        if _is_date(start) and _is_date(end) and _last(end) < _first(start):
            args = {"start_key": start_key, "start": _shown(start)}
            args |= {"end_key": end_key, "end": _shown(end)}
            yield entry.problem("F401", (*place, end_key), args=args)


@cache
def _ranges_of(model: type[Part]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in RANGES if set(pair) <= model.model_fields.keys())


def _future(entry: LoadedItem, place: Place, part: Part, today: date) -> Iterator[Problem]:
    for key in sorted(HAPPENED.intersection(type(part).model_fields)):
        value = getattr(part, key)
        if isinstance(value, date) and value > today:
            args = {"key": key, "value": format_date(value)}
            yield entry.problem("F402", (*place, key), args=args)


def _is_date(value: object) -> TypeGuard[date | PartialDate]:
    return isinstance(value, (date, PartialDate))


def _first(value: date | PartialDate) -> date:
    return value.first_day() if isinstance(value, PartialDate) else value


def _last(value: date | PartialDate) -> date:
    return value.last_day() if isinstance(value, PartialDate) else value


def _shown(value: date | PartialDate) -> str:
    return format_partial_date(value) if isinstance(value, PartialDate) else format_date(value)
