"""A group that should be in two places at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from synlighed.calendar.slots import Slot
from synlighed.calendar.spans import Span, at
from synlighed.calendar.told import told
from synlighed.load import Loaded, LoadedItem
from synlighed.model.events import Event
from synlighed.problems import Problem


class Meeting(NamedTuple):
    """A time when a group is taken; in the order of time, and then of files."""

    begins: datetime
    path: str
    over: datetime
    slot: Slot
    entry: LoadedItem


def check_clashes(loaded: Loaded, today: date) -> Iterator[Problem]:
    """No group has two events at a time; of two events it is said once, in one of their files."""
    said: set[frozenset[str]] = set()
    for group, meetings in _meetings(loaded, at(today, time())).items():
        for other, meeting in _clashes(meetings):
            pair = frozenset((other.path, meeting.path))
            if pair not in said:
                said.add(pair)
                when = told(Span(meeting.slot.span.starts, None))
                args = {"value": group, "when": when, "other": other.path}
                yield meeting.entry.problem("A513", ("starts",), args=args)


def _meetings(loaded: Loaded, now: datetime) -> Mapping[str, list[Meeting]]:
    """What each group has before it, the next first."""
    meetings: defaultdict[str, list[Meeting]] = defaultdict(list)
    for entry in loaded.items:
        event = entry.item
        if isinstance(event, Event) and event.groups and _is_met_at(event):
            for meeting in _of(entry, now):
                for group in event.groups:
                    meetings[group].append(meeting)
    for of_group in meetings.values():
        of_group.sort(key=lambda meeting: meeting[:3])
    return meetings


def _is_met_at(event: Event) -> bool:
    """Whether people are taken by it; by a deadline nobody is, and of a draft they do not know."""
    return event.type != "frist" and event.is_announced


def _of(entry: LoadedItem, now: datetime) -> Iterator[Meeting]:
    for slot in entry.slots:
        begins, over = slot.span.begins, _over(slot.span)
        if over > now and not slot.is_cancelled:
            yield Meeting(begins, entry.file.path, over, slot, entry)


def _over(when: Span) -> datetime:
    """The moment until which a group is surely taken."""
    shortest = when.begins + timedelta(minutes=1)
    is_known = when.is_all_day or when.ends is not None
    return max(when.over, shortest) if is_known else shortest


def _clashes(meetings: Iterable[Meeting]) -> Iterator[tuple[Meeting, Meeting]]:
    """Each meeting that begins during one of another event, after the longest of these.

    Of all that began before, it is enough to remember the one that ends last, and the last of
    another event than that one's.
    """
    longest: list[Meeting] = []
    for meeting in meetings:
        for other in longest:
            if other.entry is not meeting.entry and meeting.begins < other.over:
                yield other, meeting
                break
        by_end = sorted((*longest, meeting), key=lambda one: one.over, reverse=True)
        of_others = [one for one in by_end if one.entry is not by_end[0].entry]
        longest = [by_end[0], *of_others[:1]]
