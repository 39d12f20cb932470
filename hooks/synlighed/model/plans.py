"""What an item has in view: when it is expected, or when it ends."""

from dataclasses import dataclass
from datetime import date

from synlighed.danish.dates import PartialDate
from synlighed.danish.half_years import HalfYear, half_year_of
from synlighed.model.fields import UNKNOWN, Unknown
from synlighed.model.vocabulary import COMING, Lifecycle


@dataclass(frozen=True)
class Plan:
    """One thing that is to happen to an item, by as much of its time as somebody has said."""

    ends: bool
    """Whether it goes away then; otherwise it comes."""
    half: HalfYear | None = None
    day: date | PartialDate | None = None
    """The time itself, where more is known than the half year."""

    @property
    def last_day(self) -> date | None:
        """The last day on which it can still happen as planned."""
        if isinstance(self.day, PartialDate):
            return self.day.last_day()
        return self.day or (self.half.last_day if self.half else None)


def end_on(day: date | PartialDate) -> Plan:
    """An end, in the half year that its last possible day is in."""
    last = day.last_day() if isinstance(day, PartialDate) else day
    return Plan(ends=True, half=half_year_of(last), day=day)


def plans_of_life(
    lifecycle: Lifecycle | Unknown, planned: HalfYear | None, end: date | PartialDate | None
) -> tuple[Plan, ...]:
    """What somebody has in view for an app or a service; an idea without a date is no plan.

    Args:
        lifecycle: Where in its life it is.
        planned: When it is expected to be in use.
        end: When it goes out of use.
    """
    if lifecycle == "ikke i drift":
        return ()
    is_coming = lifecycle in COMING or (lifecycle in ("idé", UNKNOWN) and planned is not None)
    comes = (Plan(ends=False, half=planned),) if is_coming else ()
    if end is not None:
        return (*comes, end_on(end))
    return (*comes, *((Plan(ends=True),) if lifecycle == "under udfasning" else ()))
