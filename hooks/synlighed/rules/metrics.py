"""A series of numbers says one thing of each time, and what was found before what is expected."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from synlighed.danish.dates import PartialDate, format_partial_date
from synlighed.danish.numbers import format_number
from synlighed.load import LoadedItem
from synlighed.model.metrics import SATISFACTION, Metric, Point
from synlighed.problems import Problem
from synlighed.rules.around import Around
from synlighed.rules.dates import is_before

SOURCE = "sources: [{title: Danmarks Statistik, date: 2026}]"


def check_metrics(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """Points in order and none of one time, values within the scale, forecasts last."""
    metric = entry.item
    if isinstance(metric, Metric):
        yield from _scale(entry, metric)
        yield from _order(entry, metric.series)
        yield from _known_before_guessed(entry, metric.series, around.today)
        yield from _answers(entry, metric)
        if metric.series and not metric.sources:
            yield entry.problem("F437", ("points",), key=True, examples=(SOURCE,))


def _scale(entry: LoadedItem, metric: Metric) -> Iterator[Problem]:
    if metric.ends is None:
        return
    least, most = metric.ends
    ends = {"least": format_number(least), "most": format_number(most)}
    if least >= most:
        yield entry.problem("F432", ("scale", "most"), args=ends)
        return
    for number, point in enumerate(metric.series):
        if not least <= point.value <= most:
            args = {"value": format_number(point.value), **ends}
            yield entry.problem("F431", ("points", number, "value"), args=args)


def _order(entry: LoadedItem, points: tuple[Point, ...]) -> Iterator[Problem]:
    for number, (before, point) in enumerate(pairwise(points), 1):
        if is_before(before.date, point.date):
            continue
        code = "F404" if is_before(point.date, before.date) else "F430"
        args = {"key": "date", "value": _shown(point.date), "before": _shown(before.date)}
        yield entry.problem(code, ("points", number, "date"), args=args)


def _known_before_guessed(
    entry: LoadedItem, points: tuple[Point, ...], today: date
) -> Iterator[Problem]:
    forecast: Point | None = None
    for number, point in enumerate(points):
        place = ("points", number, "date")
        if point.forecast:
            forecast = point
        elif forecast:
            args = {"value": format_number(point.value), "before": _shown(forecast.date)}
            yield entry.problem("F433", ("points", number, "value"), args=args)
        elif point.date.first_day() > today:
            args = {"key": "date", "value": _shown(point.date)}
            yield entry.problem("F402", place, args=args)


def _answers(entry: LoadedItem, metric: Metric) -> Iterator[Problem]:
    if metric.purpose == SATISFACTION:
        for number, point in enumerate(metric.series):
            if point.n is None and not point.forecast:
                args = {"key": "n", "value": _shown(point.date)}
                place = ("points", number, "value")
                yield entry.problem("F434", place, args=args, examples=("n: 214",))


def _shown(day: PartialDate) -> str:
    return format_partial_date(day)
