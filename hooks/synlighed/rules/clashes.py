"""A group that should be in two places at once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from synlighed.calendar.slots import Slot
from synlighed.calendar.spans import Span, at
from synlighed.calendar.told import told
from synlighed.load import Loaded, LoadedItem
from synlighed.model.events import Event
from synlighed.problems import Problem


class Meeting(NamedTuple):
    """A time when a group is taken."""

    begins: datetime
    over: datetime
    slot: Slot
    entry: LoadedItem

    @property
    def path(self) -> str:
        """The file it stands in."""
        return self.entry.file.path


def check_clashes(loaded: Loaded, today: date) -> Iterator[Problem]:
    """No group has two events at a time; an event is told of one other, which is not told again."""
    clashing: dict[str, str] = {}
    for group, entries in _by_group(loaded).items():
        for other, meeting in _clashes(entries, at(today, time())):
            if meeting.path not in clashing and clashing.get(other.path) != meeting.path:
                clashing[meeting.path] = other.path
                when = told(Span(meeting.slot.span.starts, None))
                args = {"value": group, "when": when, "other": other.path}
                yield meeting.entry.problem("A513", ("starts",), args=args)


def _by_group(loaded: Loaded) -> Mapping[str, list[LoadedItem]]:
    """The events that take people's time, by the groups that they are for.

    A deadline takes none, and of a draft nobody knows.
    """
    found: defaultdict[str, list[LoadedItem]] = defaultdict(list)
    for entry in loaded.items:
        event = entry.item
        if isinstance(event, Event) and event.type != "frist" and event.is_announced:
            for group in event.groups:
                found[group].append(entry)
    return found


def _clashes(entries: list[LoadedItem], now: datetime) -> Iterator[tuple[Meeting, Meeting]]:
    """Meetings that begin during one of another event, each after the longest of these.

    That one is enough: what clashes with another that began before clashes with it too, or is it.
    """
    if len(entries) < 2:
        return
    meetings = (meeting for entry in entries for meeting in _meetings(entry, now))
    longest: Meeting | None = None
    for meeting in sorted(meetings, key=lambda meeting: (meeting.begins, meeting.path)):
        if longest and longest.entry is not meeting.entry and meeting.begins < longest.over:
            yield longest, meeting
        if not longest or longest.over < meeting.over:
            longest = meeting


def _meetings(entry: LoadedItem, now: datetime) -> Iterator[Meeting]:
    """What is still to come of an event."""
    for slot in entry.slots:
        begins, over = slot.span.begins, _over(slot.span)
        if over > now and not slot.is_cancelled:
            yield Meeting(begins, over, slot, entry)


def _over(when: Span) -> datetime:
    """The moment until which a group is surely taken."""
    shortest = when.begins + timedelta(minutes=1)
    is_known = when.is_all_day or when.ends is not None
    return max(when.over, shortest) if is_known else shortest
