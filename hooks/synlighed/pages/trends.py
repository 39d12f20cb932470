"""The trends side by side: columns from what we leave alone to what we use, and a table."""

from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from synlighed.charts.columns import Entry, Turn, columns
from synlighed.danish.dates import format_date, format_short_date
from synlighed.model.fields import UNKNOWN
from synlighed.model.trends import Area, Assessment, Trend
from synlighed.pages.here import Here, block

ASSESSMENTS: tuple[str, ...] = get_args(Assessment)
"""The columns from left to right: the closer to use, the further to the right."""

AREAS: tuple[str, ...] = get_args(Area)

_TOLD = {
    "": "Ikke flyttet siden den {day}",
    "forward": "Flyttet tættere på brug, fra »{before}«, den {day}",
    "back": "Flyttet længere fra brug, fra »{before}«, den {day}",
}


@dataclass(frozen=True)
class ShownTrend:
    """A trend with its number in the picture."""

    trend: Trend
    number: int
    turn: Turn
    told: str
    """When it was moved and which way, in words."""
    next_review: str


@dataclass(frozen=True)
class Group:
    """The trends that are assessed alike."""

    name: str
    trends: tuple[ShownTrend, ...]


def shown_trends(here: Here) -> Markup:
    """The picture of all trends, and the table that says the same; nothing when there are none."""
    trends = [item for item in here.catalogue.items(Trend.kind.key) if isinstance(item, Trend)]
    if not trends:
        return Markup()
    drawn = columns(
        [word.capitalize() for word in ASSESSMENTS],
        [area.capitalize() for area in AREAS],
        [
            Entry(ASSESSMENTS.index(one.assessment), AREAS.index(one.area), turn_of(one))
            for one in trends
        ],
    )
    shown = [_shown(trends[dot.entry], dot.number) for dot in drawn.dots]
    return block(
        "trends.html",
        here,
        drawn=drawn,
        shown=shown,
        groups=_groups(shown),
        told=_in_short(shown),
        turns={one.turn for one in shown},
    )


def turn_of(trend: Trend) -> Turn:
    """Which way a trend was moved last."""
    if len(trend.history) < 2:
        return ""
    before, now = (ASSESSMENTS.index(move.assessment) for move in trend.history[-2:])
    return "forward" if now > before else "back"


def _shown(trend: Trend, number: int) -> ShownTrend:
    turn, moves = turn_of(trend), trend.history
    before = moves[-2].assessment if turn else ""
    told = "Vurderet før og nu: ikke oplyst"
    if moves:
        told = _TOLD[turn].format(before=before, day=format_date(moves[-1].date))
    review = trend.next_review
    when = "ikke oplyst" if review is UNKNOWN else format_short_date(review)
    return ShownTrend(trend, number, turn, told, when)


def _groups(shown: list[ShownTrend]) -> tuple[Group, ...]:
    found = []
    for word in reversed(ASSESSMENTS):
        if of := tuple(one for one in shown if one.trend.assessment == word):
            found.append(Group(word.capitalize(), of))
    return tuple(found)


def _in_short(shown: list[ShownTrend]) -> str:
    numbers = {word: 0 for word in ASSESSMENTS}
    for one in shown:
        numbers[one.trend.assessment] += 1
    return ", ".join(f"{word}: {number}" for word, number in numbers.items() if number)
