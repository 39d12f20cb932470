"""What a trend is assessed as agrees with the history of its moves."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from synlighed.danish.dates import PartialDate, format_date
from synlighed.load import LoadedItem
from synlighed.model.trends import Trend
from synlighed.problems import Problem
from synlighed.rules.around import Around
from synlighed.rules.dates import is_before, shown


def check_trends(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """The last move is the assessment, each is a move, and all are told of in order."""
    trend = entry.item
    if not isinstance(trend, Trend) or not trend.history:
        return
    for number, (before, move) in enumerate(pairwise(trend.history), 1):
        if move.assessment == before.assessment:
            args: dict[str, object] = {"value": move.assessment}
            yield entry.problem("F436", ("moves", number, "assessment"), args=args)
    first, last = trend.history[0], trend.history[-1]
    if trend.assessment != last.assessment:
        args = {"value": trend.assessment, "last": last.assessment}
        yield entry.problem("F435", ("assessment",), args=args)
    if isinstance(trend.assessed_on, date) and is_before(trend.assessed_on, last.date):
        args = {"start_key": "moves", "start": format_date(last.date)}
        args |= {"end_key": "assessed_on", "end": format_date(trend.assessed_on)}
        yield entry.problem("F401", ("assessed_on",), args=args)
    if isinstance(trend.first_seen, PartialDate) and is_before(first.date, trend.first_seen):
        args = {"start_key": "first_seen", "start": shown(trend.first_seen)}
        args |= {"end_key": "moves", "end": format_date(first.date)}
        yield entry.problem("F401", ("first_seen",), args=args)
