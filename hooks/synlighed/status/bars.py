"""The last 90 days of one thing as a picture: a bar a day, which says the worst by its height."""

from collections.abc import Iterable
from datetime import date, timedelta
from html import escape

from synlighed.danish.dates import format_date
from synlighed.status.history import DAYS, NOT_MEASURED, Day, Sum, summed
from synlighed.status.words import RANKED, Status

_BARS = {
    Status.OPERATIONAL: (26, "#2c8a5a"),
    Status.UNDER_MAINTENANCE: (22, "#3f7fb5"),
    Status.DEGRADED: (18, "#b47a14"),
    Status.PARTIAL: (13, "#b5443a"),
    Status.MAJOR: (8, "#8e1f15"),
    Status.UNKNOWN: (2, "#7d8a86"),
}
"""Pixels high, and a colour of at least 3:1 on light and on dark (WCAG 2.1, 1.4.11)."""

WIDTH, GAP, HEIGHT = 5, 2, 28


def bars(days: Iterable[Day], today: date, title: str) -> str:
    """The picture as SVG; its title says how many days were disturbed, and how many are unknown."""
    return bars_of(summed(days, today), today, title)


def bars_of(record: Sum, today: date, title: str) -> str:
    """The same picture, of a sum that goes until today."""
    shown = [today - timedelta(days=DAYS - 1 - number) for number in range(DAYS)]
    found = [RANKED[int(rank)] for rank in record.worsts or NOT_MEASURED]
    label = escape(f"{title}: {told(found)}")
    rects = "".join(
        f'<rect x="{number * (WIDTH + GAP)}" y="{HEIGHT - _BARS[status][0]}" width="{WIDTH}" '
        f'height="{_BARS[status][0]}" fill="{_BARS[status][1]}">'
        f"<title>{format_date(day)}: {_worst(status)}</title></rect>"
        for number, (day, status) in enumerate(zip(shown, found, strict=True))
    )
    width = DAYS * (WIDTH + GAP) - GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" role="img" '
        f'aria-label="{label}"><title>{label}</title>{rects}</svg>\n'
    )


def told(found: list[Status]) -> str:
    """The picture in words."""
    disturbed = sum(status.is_disturbed for status in found)
    unknown = sum(status is Status.UNKNOWN for status in found)
    days = f"{disturbed} af de seneste {DAYS} dage med forstyrrelser"
    return f"{days}, {unknown} ikke målt"


def _worst(status: Status) -> str:
    return "ikke målt" if status is Status.UNKNOWN else f"værst »{status.text}«"
