"""Dates and moments in their order, and what has happened not in the future."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from itertools import pairwise
from typing import TypeGuard

from synlighed.danish.dates import PartialDate, format_date, format_partial_date
from synlighed.danish.times import format_moment
from synlighed.load import LoadedItem
from synlighed.model.declare import Part, fields_of
from synlighed.model.relation import Place
from synlighed.problems import Problem
from synlighed.rules.around import Around

RANGES = (
    ("valid_from", "valid_to"),
    ("start", "end"),
    ("starts", "ends"),
    ("date", "valid_until"),
    ("in_use_from", "phased_out"),
    ("created", "last_reviewed"),
    ("assessed_on", "next_review"),
)
"""Pairs of fields that, wherever both stand, come in this order."""

HAPPENED = frozenset(
    {"last_reviewed", "created", "assessed_on", "registered_on", "security_consulted_on"}
)
"""Fields that say when something was done, so never later than today."""

COURSES = (("updates", "at"), ("changes", "date"), ("moves", "date"))
"""Lists that tell what has happened, wherever their order counts: the first first, by a field."""


def check_dates(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """Every pair of dates and every list in its order; nothing done in the future."""
    for place, part in _parts(entry.item, ()):
        yield from _ranges(entry, place, part)
        yield from _courses(entry, place, part, around.today)
        yield from _happened(entry, place, part, around.today)


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
        if _is_date(start) and _is_date(end) and is_before(end, start):
            args = {"start_key": start_key, "start": shown(start)}
            args |= {"end_key": end_key, "end": shown(end)}
            yield entry.problem("F401", (*place, end_key), args=args)


@cache
def _ranges_of(model: type[Part]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in RANGES if set(pair) <= model.model_fields.keys())


def _courses(entry: LoadedItem, place: Place, part: Part, today: date) -> Iterator[Problem]:
    for list_key, key in _courses_of(type(part)):
        members = getattr(part, list_key)
        moments = [getattr(one, key) for one in members] if isinstance(members, tuple) else []
        for number, moment in enumerate(moments):
            yield from _not_yet(entry, (*place, list_key, number, key), moment, today)
        for number, (before, moment) in enumerate(pairwise(moments), 1):
            if is_before(moment, before):
                args = {"key": key, "value": shown(moment), "before": shown(before)}
                yield entry.problem("F404", (*place, list_key, number, key), args=args)


@cache
def _courses_of(model: type[Part]) -> tuple[tuple[str, str], ...]:
    ordered = {field.key for field in fields_of(model) if field.declared.ordered}
    return tuple(pair for pair in COURSES if pair[0] in ordered)


def _happened(entry: LoadedItem, place: Place, part: Part, today: date) -> Iterator[Problem]:
    for key in _happened_of(type(part)):
        yield from _not_yet(entry, (*place, key), getattr(part, key), today)


@cache
def _happened_of(model: type[Part]) -> tuple[str, ...]:
    return tuple(sorted(HAPPENED.intersection(model.model_fields)))


def _not_yet(entry: LoadedItem, place: Place, value: object, today: date) -> Iterator[Problem]:
    if isinstance(value, date) and _first(value) > today:
        yield entry.problem("F402", place, args={"key": str(place[-1]), "value": shown(value)})


def _is_date(value: object) -> TypeGuard[date | PartialDate]:
    return isinstance(value, (date, PartialDate))


def is_before(end: date | PartialDate, start: date | PartialDate) -> bool:
    """Whether an end surely lies before a start, which may both be known less than to the day."""
    if isinstance(end, datetime) and isinstance(start, datetime):
        # By the clock on the wall, an hour of one night in October comes before itself.
        return end.astimezone(UTC) < start.astimezone(UTC)
    return _last(end) < _first(start)


def _first(value: date | PartialDate) -> date:
    if isinstance(value, datetime):
        return value.date()
    return value.first_day() if isinstance(value, PartialDate) else value


def _last(value: date | PartialDate) -> date:
    if isinstance(value, datetime):
        return value.date()
    return value.last_day() if isinstance(value, PartialDate) else value


def shown(value: date | PartialDate) -> str:
    """A date or a moment, as exactly as it is known."""
    if isinstance(value, datetime):
        return format_moment(value)
    return format_partial_date(value) if isinstance(value, PartialDate) else format_date(value)
