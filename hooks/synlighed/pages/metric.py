"""A series of numbers as a picture, and as the table that says the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from synlighed.charts.line import Value, gaps, line, spark
from synlighed.danish.dates import format_partial_date
from synlighed.danish.numbers import count, format_number
from synlighed.model.metrics import SATISFACTION, Metric, Point
from synlighed.pages.here import Here, block
from synlighed.pages.present import Fact

FIELDS = frozenset({"definition", "unit", "question", "scale", "points"})
"""The fields that are told of here."""

OPEN = 24
"""As many lines as a table has before it is folded up."""

LONGEST_UNIT = 30
"""Characters over the axis; the table has all of it."""


@dataclass(frozen=True)
class Row:
    """A point, ready to be shown in the table."""

    point: Point
    after_a_gap: bool


@dataclass(frozen=True)
class Numbers:
    """All that a metric tells, ready to be shown."""

    metric: Metric
    picture: Markup
    rows: tuple[Row, ...]
    of_answers: bool
    """Whether what is counted behind each point are answers, and not measurements."""
    has_n: bool
    n: str
    """How many there are behind the points, in short."""
    is_broken: bool
    is_expected: bool

    @property
    def is_long(self) -> bool:
        """Whether the table is folded up."""
        return len(self.rows) > OPEN


def numbers_of(metric: Metric, here: Here) -> Numbers:
    """The numbers of a metric."""
    points = metric.series
    measured = _measured(points)
    broken = {measured[place] for place in gaps([points[number].date for number in measured])}
    known = [point.n for point in points if point.n is not None]
    return Numbers(
        metric=metric,
        picture=line_chart(metric, here),
        rows=tuple(Row(point, number in broken) for number, point in enumerate(points)),
        of_answers=metric.purpose == SATISFACTION,
        has_n=bool(known),
        n=_between(known),
        is_broken=bool(broken),
        is_expected=len(measured) < len(points),
    )


def line_chart(metric: Metric, here: Here, *, small: bool = False) -> Markup:
    """A metric as SVG, with a text that says in short what it shows.

    Args:
        metric: What is shown.
        here: The page it stands on.
        small: Whether it is to stand beside words that say its numbers, and has none itself.
    """
    values = [
        Value(
            point.date,
            point.value,
            _told(point, metric),
            is_forecast=bool(point.forecast),
            is_approximate=bool(point.approximate),
        )
        for point in metric.series
    ]
    drawn = (spark if small else line)(values, metric.ends)
    end = "" if metric.title.endswith((".", "?", "!")) else "."
    unit = metric.unit if len(metric.unit) <= LONGEST_UNIT else f"{metric.unit[:LONGEST_UNIT]}…"
    return block(
        "line.html",
        here,
        line=drawn,
        is_small=small,
        told=f"{metric.title}{end} {in_short(metric)}",
        unit=f"{drawn.factor} {unit}".strip(),
    )


def written(point: Point, metric: Metric) -> str:
    """A point's value with its unit: `58 %`, `ca. 9.500 smartphones`."""
    about = "ca. " if point.approximate else ""
    return f"{about}{format_number(point.value)} {metric.unit}"


def in_short(metric: Metric) -> str:
    """A series in a sentence or two: where it began, where it is now, and what is expected."""
    points = metric.series
    measured = [points[number] for number in _measured(points)]
    said = []
    if len(measured) == 1:
        said.append(f"{_when(measured[0])}: {written(measured[0], metric)}")
    elif measured:
        least, most = (
            written(found(measured, key=lambda point: point.value), metric) for found in (min, max)
        )
        said.append(
            f"Fra {written(measured[0], metric)} ({_when(measured[0])}) til "
            f"{written(measured[-1], metric)} ({_when(measured[-1])}), lavest {least}, "
            f"højest {most}"
        )
    if expected := [point for point in points if point.forecast]:
        said.append(f"Forventet {written(expected[-1], metric)} ({_when(expected[-1])})")
    return ". ".join(said) + "."


def latest_of(metric: Metric, here: Here) -> Iterator[Fact]:
    """The newest point that was measured, beside a small picture of all; none without one."""
    measured = _measured(metric.series)
    if measured:
        last = metric.series[measured[-1]]
        picture = line_chart(metric, here, small=True) if len(metric.series) > 1 else ""
        said = Markup("{} ({}) {}").format(written(last, metric), _when(last), picture)
        yield Fact("Senest målt", said)


def _measured(points: Sequence[Point]) -> list[int]:
    return [number for number, point in enumerate(points) if not point.forecast]


def _told(point: Point, metric: Metric) -> str:
    told = [f"{_when(point)}: {written(point, metric)}"]
    if point.forecast:
        told.append("forventet")
    if point.n is not None:
        one = ("svar", "svar") if metric.purpose == SATISFACTION else ("måling", "målinger")
        told.append(count(point.n, *one))
    return ", ".join(told)


def _when(point: Point) -> str:
    return format_partial_date(point.date)


def _between(known: Sequence[int]) -> str:
    if not known:
        return ""
    least, most = format_number(min(known)), format_number(max(known))
    return least if least == most else f"{least} til {most}"
