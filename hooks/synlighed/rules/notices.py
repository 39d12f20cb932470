"""What a notice tells of its own course."""

from collections.abc import Iterator

from synlighed.danish.times import format_moment
from synlighed.load import LoadedItem
from synlighed.model.notices import Notice
from synlighed.problems import Problem
from synlighed.rules.around import Around


def check_notices(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """What is solved has an end; without one it would be shown as going on for ever."""
    notice = entry.item
    if isinstance(notice, Notice) and notice.updates and notice.ends is None:
        last = notice.updates[-1]
        if last.status == "løst":
            place = ("updates", len(notice.updates) - 1, "status")
            yield entry.problem("F405", place, examples=(f"ends: {format_moment(last.at)}",))
