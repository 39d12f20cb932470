"""From when to when: by the clock in Denmark, or whole days."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from synlighed.danish.times import ZONE
from synlighed.model.events import End, Start


@dataclass(frozen=True)
class Span:
    """Some time; both ends are moments or both are days, the last of which is within it."""

    starts: Start
    ends: Start | None

    @property
    def is_all_day(self) -> bool:
        """Whether it is whole days."""
        return not isinstance(self.starts, datetime)

    @property
    def first_day(self) -> date:
        """The day it begins, in Denmark."""
        return _day(self.starts)

    @property
    def last_day(self) -> date:
        """The day it ends; the day it begins when nobody says."""
        return _day(self.ends or self.starts)

    @property
    def begins(self) -> datetime:
        """The moment it begins, in UTC."""
        return _moment(self.starts)

    @property
    def over(self) -> datetime:
        """The moment from which it is over, in UTC; when nobody says, that ends the day."""
        if isinstance(self.ends, datetime):
            return self.ends.astimezone(UTC)
        return _moment(self.last_day + timedelta(days=1))


def span(starts: Start, ends: End | None) -> Span:
    """The time between what an editor wrote."""
    if isinstance(ends, time):
        return Span(starts, _following(starts, at(_day(starts), ends)))
    return Span(starts, ends)


def moved(before: Span, starts: End | None, ends: End | None) -> Span:
    """The span at another time; by the clock as long as before, unless an end is given."""
    begins = _begins(before, starts)
    if ends is not None:
        return span(begins, ends)
    if starts is None or before.ends is None:
        return Span(begins, before.ends)
    if isinstance(begins, datetime) is before.is_all_day:
        # From hours to whole days or back, nobody can know how long it takes.
        return Span(begins, None)
    took = _wall(before.ends) - _wall(before.starts)
    if took < timedelta():
        # It ended within the hour that comes twice, the clock having been set back.
        took = before.over - before.begins
    return Span(begins, _following(begins, _later(begins, took)))


def _begins(before: Span, starts: End | None) -> Start:
    if isinstance(starts, time):
        return at(before.first_day, starts)
    return before.starts if starts is None else starts


def on_day(before: Span, day: date) -> Span:
    """The span on a day, at the same time of the day."""
    if day == before.first_day:
        return before
    if not isinstance(before.starts, datetime):
        return moved(before, day, None)
    return moved(before, at(day, before.starts.time()), None)


def at(day: date, clock: time) -> datetime:
    """What a clock in Denmark shows on a day; of a time that comes twice, the first."""
    return datetime.combine(day, clock, ZONE)


def is_skipped(moment: Start | None) -> bool:
    """Whether it is a time that the clocks of Denmark never show."""
    if not isinstance(moment, datetime):
        return False
    return moment.astimezone(UTC).astimezone(ZONE).time() != moment.time()


def _wall(value: Start) -> datetime:
    """What a clock in Denmark shows, of a day its first moment."""
    if isinstance(value, datetime):
        # What `replace(tzinfo=None)` says, in a fifth of the time; a series asks hundreds of times.
        return datetime.combine(value.date(), value.time())
    return _midnight(value)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _later(value: Start, took: timedelta) -> Start:
    if not isinstance(value, datetime):
        return value + took
    wall = value.replace(tzinfo=None) + took
    return at(wall.date(), wall.time())


def _following(starts: Start, ends: Start) -> Start:
    """An end by the clock; of a time that comes twice, the second when the first is too early."""
    if isinstance(ends, datetime) and _moment(ends) < _moment(starts):
        return ends.replace(fold=1)
    return ends


def _day(value: Start) -> date:
    return value.astimezone(ZONE).date() if isinstance(value, datetime) else value


def _moment(value: Start) -> datetime:
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return _midnight(value).replace(tzinfo=ZONE).astimezone(UTC)
