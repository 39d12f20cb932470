"""What should have been reviewed: a warning for each of the first, and a number for the rest."""

from collections.abc import Iterator
from datetime import date

from synlighed.danish.dates import format_date
from synlighed.danish.numbers import count
from synlighed.load import Loaded, LoadedItem
from synlighed.model.due import REVIEWED
from synlighed.problems import Problem

SHOWN = 5
"""Items told of one by one: whoever mends something else must still see what is wrong with that."""


def check_overdue(loaded: Loaded, today: date) -> Iterator[Problem]:
    """Those that have waited longest for a review, and how many wait beside them."""
    overdue = sorted(_overdue(loaded, today), key=lambda one: (one[0], one[1].file.path))
    for due, entry in overdue[:SHOWN]:
        yield entry.problem("A516", (REVIEWED,), args={"value": format_date(due)})
    if (rest := len(overdue) - SHOWN) > 0 and loaded.site_file:
        args = {"shown": SHOWN, "number": count(rest, "punkt", "punkter")}
        yield loaded.site_problem("A517", ("contact",), args=args)


def _overdue(loaded: Loaded, today: date) -> Iterator[tuple[date, LoadedItem]]:
    for entry in loaded.items:
        due = entry.item.review_due
        if due and due < today:
            yield due, entry
