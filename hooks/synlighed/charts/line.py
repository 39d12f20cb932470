"""A series of numbers over time as a line: where every mark, line and dot of it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from statistics import median

from synlighed.charts.days import TimeAxis, time_axis
from synlighed.charts.values import ValueAxis, value_axis
from synlighed.danish.dates import PartialDate

LETTER = 7.6
"""As wide as a digit or letter is at most, in the largest size that the style sheet sets."""
LINE_HEIGHT = 15
DOTS = 40
"""With more points than this they would be a band, so the line stands alone."""
_BROKEN = 1.6
"""Where the time from one point to the next is so many times the usual, something is missing."""


@dataclass(frozen=True)
class Value:
    """One point of a series."""

    day: PartialDate
    value: Decimal
    told: str
    """What it says, in words: `januar 2026: 58 %, 41 svar`."""
    is_forecast: bool = False
    is_approximate: bool = False


@dataclass(frozen=True)
class Text:
    """A text, and where it stands; `x` is its beginning, middle or end by its anchor."""

    x: float
    y: float
    text: str
    anchor: str = "middle"

    def box(self) -> tuple[float, float, float, float]:
        """The left, top, right and bottom edge of the room it takes at most."""
        width = len(self.text) * LETTER
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return left, self.y - LINE_HEIGHT + 4, left + width, self.y + 4


@dataclass(frozen=True)
class Dot:
    """Where a point is."""

    x: float
    y: float
    told: str
    is_forecast: bool


@dataclass(frozen=True)
class Line:
    """A picture of a series."""

    width: int
    height: int
    left: float
    right: float
    """Where the lines of the grid begin and end."""
    grid: tuple[tuple[float, Text, bool], ...]
    """How far down each line is, its number, and whether it is zero."""
    times: tuple[Text, ...]
    measured: str
    """The line through what was measured, as the commands of an SVG path; broken where it is."""
    expected: str
    """The line from there through what is expected."""
    dots: tuple[Dot, ...]
    values: tuple[Text, ...]
    """The last number that was measured and the last that is expected, at their dots."""
    factor: str


def gaps(days: Sequence[PartialDate]) -> tuple[int, ...]:
    """The places of those that come later after the one before than they usually do."""
    middles = [_middle(day) for day in days]
    between = [after - before for before, after in pairwise(middles)]
    if len(between) < 2:
        return ()
    usual = median(between)
    return tuple(n for n, days_between in enumerate(between, 1) if days_between > usual * _BROKEN)


def line(values: Sequence[Value], scale: tuple[Decimal, Decimal] | None = None) -> Line:
    """The picture of a series with its axes and numbers.

    Args:
        values: The points, in order of time; at least one.
        scale: The least and the most that a value can be, if there is such.
    """
    up, along = value_axis([one.value for one in values], scale), _along(values)
    left = 8 + max(len(up.label(tick)) for tick in up.ticks) * LETTER
    plot = _Plot(width=330, height=220, left=round(left, 1), top=24, right=318, bottom=176)
    dots = tuple(plot.dots(values, up, along))
    finest = max((one.day for one in values), key=lambda day: (bool(day.day), bool(day.month)))
    return Line(
        width=plot.width,
        height=plot.height,
        left=plot.left,
        right=plot.right,
        grid=tuple(plot.grid(up)),
        times=tuple(plot.times(along, finest)),
        measured=_measured(values, dots),
        expected=_expected(values, dots),
        dots=_shown(values, dots),
        values=tuple(plot.last(values, dots, up)),
        factor=up.factor,
    )


def spark(values: Sequence[Value], scale: tuple[Decimal, Decimal] | None = None) -> Line:
    """The same without words, as small as a line of text has room for."""
    up, along = value_axis([one.value for one in values], scale), _along(values)
    plot = _Plot(width=120, height=36, left=4, top=4, right=116, bottom=32)
    dots = tuple(plot.dots(values, up, along))
    ends = {_last(values, forecast=False), _last(values, forecast=True)} - {None}
    return Line(
        width=plot.width,
        height=plot.height,
        left=plot.left,
        right=plot.right,
        grid=(),
        times=(),
        measured=_measured(values, dots),
        expected=_expected(values, dots),
        dots=tuple(dot for number, dot in enumerate(dots) if number in ends),
        values=(),
        factor=up.factor,
    )


def _along(values: Sequence[Value]) -> TimeAxis:
    return time_axis([one.day for one in values])


@dataclass(frozen=True)
class _Plot:
    """The room there is: a picture, and the box in it between the axes."""

    width: int
    height: int
    left: float
    top: float
    right: float
    bottom: float

    def x(self, share: float) -> float:
        return round(self.left + share * (self.right - self.left), 1)

    def y(self, share: float) -> float:
        return round(self.bottom - share * (self.bottom - self.top), 1)

    def dots(self, values: Sequence[Value], up: ValueAxis, along: TimeAxis) -> Iterator[Dot]:
        for one in values:
            x, y = self.x(along.share(one.day)), self.y(up.share(one.value))
            yield Dot(x, y, one.told, one.is_forecast)

    def grid(self, up: ValueAxis) -> Iterator[tuple[float, Text, bool]]:
        for tick in up.ticks:
            y = self.y(up.share(tick))
            yield y, Text(self.left - 6, y + 4, up.label(tick), "end"), tick == 0

    def times(self, along: TimeAxis, finest: PartialDate) -> Iterator[Text]:
        taken = 0.0
        for tick in along.ticks(finest, 6):
            x = self.x(tick.share)
            label = Text(self._within(x, tick.label), self.bottom + 20, tick.label)
            if label.box()[0] < taken:
                continue
            taken = label.box()[2] + LETTER / 2
            yield label
            if tick.year:
                yield Text(label.x, self.bottom + 20 + LINE_HEIGHT, tick.year)

    def last(self, values: Sequence[Value], dots: Sequence[Dot], up: ValueAxis) -> Iterator[Text]:
        taken: list[Text] = []
        for is_forecast in (False, True):
            number = _last(values, forecast=is_forecast)
            if number is None:
                continue
            text, dot = up.short(values[number].value), dots[number]
            if values[number].is_approximate:
                text = f"ca. {text}"
            for y in (dot.y - 9, dot.y + 20):
                made = Text(self._within(dot.x, text, self.left), round(y, 1), text)
                fits = self.top - 22 <= made.box()[1] and made.box()[3] <= self.bottom
                if fits and not any(overlap(made, other) for other in taken):
                    taken.append(made)
                    yield made
                    break

    def _within(self, x: float, text: str, least: float = 1) -> float:
        """Where the middle of a text is to be, so that none of it is further left, or outside."""
        half = len(text) * LETTER / 2
        return round(max(min(x, self.width - half - 1), half + least), 1)


def overlap(text: Text, other: Text) -> bool:
    """Whether two texts may stand on top of each other."""
    left, top, right, bottom = text.box()
    left_of, top_of, right_of, bottom_of = other.box()
    return left < right_of and left_of < right and top < bottom_of and top_of < bottom


def _last(values: Sequence[Value], *, forecast: bool) -> int | None:
    found = [number for number, one in enumerate(values) if one.is_forecast is forecast]
    return found[-1] if found else None


def _measured(values: Sequence[Value], dots: Sequence[Dot]) -> str:
    known = [(one.day, dot) for one, dot in zip(values, dots, strict=True) if not one.is_forecast]
    broken = gaps([day for day, _ in known])
    commands = []
    for number, (_, dot) in enumerate(known):
        commands.append(f"{'M' if number == 0 or number in broken else 'L'}{dot.x} {dot.y}")
    return "".join(commands)


def _expected(values: Sequence[Value], dots: Sequence[Dot]) -> str:
    first = next((number for number, one in enumerate(values) if one.is_forecast), None)
    if first is None:
        return ""
    way = dots[max(first - 1, 0) :]
    return "".join(f"{'L' if number else 'M'}{dot.x} {dot.y}" for number, dot in enumerate(way))


def _shown(values: Sequence[Value], dots: Sequence[Dot]) -> tuple[Dot, ...]:
    """The dots, unless there are too many; then those that no line leads to and from, at most."""
    if len(dots) <= DOTS:
        return tuple(dots)
    broken = {0, *gaps([one.day for one in values]), len(values)}
    alone = {number for number in broken if number + 1 in broken}
    ends = {_last(values, forecast=False), _last(values, forecast=True)}
    return tuple(dot for number, dot in enumerate(dots) if number in alone | ends)


def _middle(day: PartialDate) -> float:
    return (day.first_day().toordinal() + day.last_day().toordinal()) / 2
