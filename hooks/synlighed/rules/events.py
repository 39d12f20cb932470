"""When an event is: hours that exist, changes that change something, days on which people work."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from synlighed.calendar.schedule import days_of
from synlighed.calendar.slots import Revision, Slot, is_of
from synlighed.calendar.spans import Span, is_skipped, span
from synlighed.danish.dates import format_date, format_weekday_date
from synlighed.danish.holidays import holiday
from synlighed.danish.numbers import in_words
from synlighed.load import LoadedItem
from synlighed.model.events import CANCELLED, Change, Event
from synlighed.model.relation import Place
from synlighed.problems import Problem
from synlighed.rules.around import Around
from synlighed.rules.dates import is_before, shown
from synlighed.rules.series import check_series

NEWS = ("starts", "ends", "place", "online_only", "url")
"""The fields of a change that say what is new."""


def check_events(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """An event, each time of its series, and all that was changed of them."""
    event = entry.item
    if not isinstance(event, Event):
        return
    mistakes = [
        *check_series(entry, event),
        *_hours(entry, event),
        *_cancellations(entry, event),
        *_moves(entry, event),
        *_onwards(entry, event),
        *_deadline(entry, event),
    ]
    yield from mistakes
    # While anything is wrong with its days, they may be others than these.
    if not mistakes:
        yield from _holidays(entry, around.today)


class _Fault(NamedTuple):
    """What is wrong with a span, and the field that made it so."""

    code: str
    key: str
    args: dict[str, object]


def _hours(entry: LoadedItem, event: Event) -> Iterator[Problem]:
    """The first fault of the plan; if there is none, of each slot the first that changes made."""
    for planned in (span(event.starts, event.ends), *(slot.was for slot in entry.slots)):
        if fault := _fault(event, planned):
            yield from _told(entry, (), event, fault)
            return
    known: set[int] = set()
    for slot in entry.slots:
        for number, revision in _revised(slot):
            if fault := _fault(revision.change, revision.span):
                if number not in known:
                    yield from _told(entry, ("changes", number), revision.change, fault)
                known.add(number)
                break


def _fault(written: Event | Change, when: Span) -> _Fault | None:
    for key, moment in (("starts", when.starts), ("ends", when.ends)):
        if isinstance(moment, datetime) and is_skipped(moment):
            # Clocks never show it, so it cannot be told by what they show.
            value = f"{format_date(moment.date())} kl. {moment:%H.%M}"
            return _Fault("F411", key, {"value": value})
    if when.ends is None:
        return None
    if isinstance(when.ends, datetime) is when.is_all_day:
        with_clock, without = ("ends", "starts") if when.is_all_day else ("starts", "ends")
        return _Fault("F410", "ends", {"with_clock": with_clock, "without": without})
    if when.last_day < when.first_day or when.over < when.begins:
        return _Fault("F409", "ends", {"start": shown(when.starts), "end": shown(when.ends)})
    return None


def _told(
    entry: LoadedItem, above: Place, written: Event | Change, fault: _Fault
) -> Iterator[Problem]:
    starts, ends = written.starts, written.ends
    if isinstance(starts, date) and isinstance(ends, date) and is_before(ends, starts):
        # As of every pair of dates, another rule tells of these.
        return
    # Who says when it begins only, moves the end with it.
    key = fault.key if getattr(written, fault.key) is not None else "starts"
    yield entry.problem(fault.code, (*above, key), args=fault.args)


def _revised(slot: Slot) -> Iterator[tuple[int, Revision]]:
    """The revisions of a slot, each with the number of its change in the event."""
    if slot.revisions:
        changes = enumerate(slot.event.changes)
        numbers = (number for number, change in changes if is_of(change, slot.planned))
        yield from zip(numbers, slot.revisions, strict=True)


def _cancellations(entry: LoadedItem, event: Event) -> Iterator[Problem]:
    """What is cancelled is so for good, and is nowhere else instead."""
    cancelled: list[Change] = []
    for number, change in enumerate(event.changes):
        if (change.occurrence is None) is not (event.repeats is None):
            # It cannot be said what it is a change of.
            continue
        if any(is_of(before, change.occurrence) for before in cancelled):
            yield entry.problem("F418", ("changes", number, "what"))
        if change.what == CANCELLED:
            cancelled.append(change)
            for key in NEWS:
                if getattr(change, key) is not None:
                    yield entry.problem("F419", ("changes", number, key), args={"key": key})


def _moves(entry: LoadedItem, event: Event) -> Iterator[Problem]:
    """What is moved is at another time or in another place than before."""
    same: dict[int, bool] = {}
    for slot in entry.slots:
        url = event.url
        for number, revision in _revised(slot):
            change = revision.change
            is_moved = (
                revision.span != revision.was
                or change.place not in (None, revision.place)
                or (change.online_only and revision.place is not None)
                or change.url not in (None, url)
            )
            # Of a change of several times, some may be there already.
            is_same = change.what != CANCELLED and not is_moved
            same[number] = same.get(number, True) and is_same
            url = change.url or url
    for number in (number for number, is_same in same.items() if is_same):
        yield entry.problem("F417", ("changes", number, "what"))


def _onwards(entry: LoadedItem, event: Event) -> Iterator[Problem]:
    """What is changed of several times is not put on one day."""
    for number, change in enumerate(event.changes):
        for key in ("starts", "ends") if change.onwards else ():
            if isinstance(getattr(change, key), date):
                yield entry.problem("F423", ("changes", number, key), args={"key": key})


def _deadline(entry: LoadedItem, event: Event) -> Iterator[Problem]:
    """Nobody can sign up for what has begun; for a series, until its last time has."""
    deadline = event.registration.deadline if event.registration else None
    held = [slot.span for slot in entry.slots if not slot.is_cancelled]
    if deadline is None or not held:
        return
    last = max(held, key=lambda span: span.begins)
    if is_before(last.starts, deadline):
        args = {"deadline": shown(deadline), "start": shown(last.starts)}
        yield entry.problem("F412", ("registration", "deadline"), args=args)


def _holidays(entry: LoadedItem, today: date) -> Iterator[Problem]:
    """One warning, however many times of a series fall on holidays that are still to come."""
    free = [
        (day, slot)
        for slot in entry.slots
        if not slot.is_cancelled and (day := _first_holiday(slot, today))
    ]
    if free:
        day, slot = min(free, key=lambda found: found[0])
        when = f"{format_weekday_date(day)} ({holiday(day)}){_and_more(len(free) - 1)}"
        yield entry.problem("A512", _place_of_start(slot), args={"when": when})


def _first_holiday(slot: Slot, today: date) -> date | None:
    return next((day for day in days_of(slot) if day >= today and holiday(day)), None)


def _and_more(number: int) -> str:
    return f" og {in_words(number)} {'gang' if number == 1 else 'gange'} mere" if number else ""


def _place_of_start(slot: Slot) -> Place:
    """Where it stands when a slot begins."""
    moves = [number for number, revision in _revised(slot) if revision.change.starts is not None]
    return ("changes", moves[-1], "starts") if moves else ("starts",)
