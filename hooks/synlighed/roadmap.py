"""All that is expected and all that ends, by half year; at last what nobody has given a date."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from synlighed.danish.half_years import HalfYear
from synlighed.danish.ordering import sort_key
from synlighed.model.item import Item
from synlighed.model.plans import Plan


@dataclass(frozen=True)
class Planned:
    """An item, and one thing that is to happen to it."""

    item: Item
    plan: Plan


Half = tuple[HalfYear | None, int]
"""A half year and how much is planned in it; none stands for what has no date."""


class Roadmap:
    """What is planned, in order: by time, what comes before what ends, and by title."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Puts the plans of all items in order, but for what is kept for those who look back."""
        found = (Planned(item, plan) for item in items if not item.is_over for plan in item.plans)
        self.entries = tuple(sorted(found, key=_order))
        numbers = Counter(entry.plan.half for entry in self.entries)
        self.halves: tuple[Half, ...] = tuple(numbers.items())


def _order(entry: Planned) -> tuple[object, ...]:
    half = entry.plan.half
    when = (1, 0, 0) if half is None else (0, half.year, half.half)
    return *when, entry.plan.ends, sort_key(entry.item.title), entry.item.identity
