"""A series comes again, and what is said of one of its times is said of a time that it has."""

from collections.abc import Iterator
from datetime import date

from synlighed.calendar.repeating import LAST, MOST, every_day, is_last_of_month
from synlighed.calendar.spans import Span
from synlighed.danish.date_parts import WEEKDAYS
from synlighed.danish.dates import format_date
from synlighed.load import LoadedItem
from synlighed.model.events import Change, Event, Material, Repeats
from synlighed.model.relation import Place
from synlighed.problems import Problem


def check_series(entry: LoadedItem, event: Event) -> Iterator[Problem]:
    """The days of a series, its exceptions, and the days that changes and materials name."""
    if event.repeats is None:
        yield from _of_no_series(entry, event)
        return
    first = Span(event.starts, None).first_day
    yield from _unnamed(entry, event, first)
    days = frozenset(every_day(first, event.repeats))
    misplanned = tuple(_misplanned(entry, first, event.repeats, days))
    yield from misplanned
    # Until it is known which days the series has, none can be said to be missing.
    if not misplanned:
        yield from _exceptions(entry, event.repeats, days)
        yield from _occurrences(entry, event, days.difference(event.repeats.exceptions))


def _of_no_series(entry: LoadedItem, event: Event) -> Iterator[Problem]:
    for place, day in _named(event):
        yield entry.problem("F415", place, args={"value": format_date(day)})


def _unnamed(entry: LoadedItem, event: Event, first: date) -> Iterator[Problem]:
    """Changes that may be of any time of the series."""
    example = f"occurrence: {format_date(first)}"
    for number, change in enumerate(event.changes):
        if change.occurrence is None:
            yield entry.problem("F414", ("changes", number), examples=(example,))


def _misplanned(
    entry: LoadedItem, first: date, repeats: Repeats, days: frozenset[date]
) -> Iterator[Problem]:
    """A series that has not the days somebody thought of, whatever these are."""
    args: dict[str, object] = {"first": format_date(first), "until": format_date(repeats.until)}
    if repeats.every == LAST and not is_last_of_month(first):
        args["weekday"] = WEEKDAYS[first.weekday()]
        yield entry.problem("F422", ("repeats", "every"), args=args)
    elif len(days) > MOST:
        yield entry.problem("F421", ("repeats", "until"), args={"most": MOST, **args})
    elif (times := len(days.difference(repeats.exceptions))) < 2:
        args["times"] = "kun én gang" if times else "ingen gange"
        yield entry.problem("F420", ("repeats", "until"), args=args)


def _exceptions(entry: LoadedItem, repeats: Repeats, days: frozenset[date]) -> Iterator[Problem]:
    for number, day in enumerate(repeats.exceptions):
        if day not in days:
            yield _no_such_day("F416", entry, ("repeats", "exceptions", number), day, days)


def _occurrences(entry: LoadedItem, event: Event, days: frozenset[date]) -> Iterator[Problem]:
    for place, day in _named(event):
        if day not in days:
            yield _no_such_day("F413", entry, place, day, days)


def _no_such_day(
    code: str, entry: LoadedItem, place: Place, day: date, days: frozenset[date]
) -> Problem:
    nearest = min(days, key=lambda other: (abs(other - day), other))
    args = {"value": format_date(day)}
    return entry.problem(code, place, args=args, suggestions=(format_date(nearest),))


def _named(event: Event) -> Iterator[tuple[Place, date]]:
    """The days by which times of a series are named, each with its place."""
    parts: dict[str, tuple[Change | Material, ...]]
    parts = {"changes": event.changes, "materials": event.materials}
    for key, several in parts.items():
        for number, part in enumerate(several):
            if part.occurrence is not None:
                yield (key, number, "occurrence"), part.occurrence
