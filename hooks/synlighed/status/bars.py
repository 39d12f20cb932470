"""Ninety days of one thing as a picture: a bar a day, which says the worst by its height.

Below stands which days they are, on a ground of its own: the picture does not know whether the page
around it is light or dark.
"""

from datetime import date, timedelta
from functools import lru_cache
from html import escape
from itertools import islice

from synlighed.danish.dates import format_date, format_short_date
from synlighed.danish.numbers import count
from synlighed.danish.words import join_words
from synlighed.status.history import DAYS, NOT_MEASURED, Sum
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

_DISTURBED = [str(status.rank) for status in RANKED if status.is_disturbed]

MOST_DAYS = 5
"""So many days a sentence names."""

WIDTH, GAP, HEIGHT = 5, 2, 28
WHOLE_HEIGHT = HEIGHT + 18
"""With the days."""


def bars_of(record: Sum, today: date, title: str, *, is_example: bool = False) -> str:
    """The picture as SVG, of a sum that goes until today; its title counts the days."""
    shown = [today - timedelta(days=DAYS - 1 - number) for number in range(DAYS)]
    worsts = record.worsts or NOT_MEASURED
    found = [RANKED[int(rank)] for rank in worsts]
    example = " (eksempel)" if is_example else ""
    label = escape(f"{title}{example}: {told(worsts)} til og med {format_date(today)}")
    rects = "".join(
        f'<rect x="{number * (WIDTH + GAP)}" y="{HEIGHT - _BARS[status][0]}" width="{WIDTH}" '
        f'height="{_BARS[status][0]}" fill="{_BARS[status][1]}">'
        f"<title>{format_date(day)}: {_worst(status)}{', hidtil' if day == today else ''}</title>"
        "</rect>"
        for number, (day, status) in enumerate(zip(shown, found, strict=True))
    )
    width = DAYS * (WIDTH + GAP) - GAP
    # The bars are as wide as there is room for, and the letters as large as ever.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{WHOLE_HEIGHT}" role="img" '
        f'aria-label="{label}"><title>{label}</title>'
        f'<svg width="100%" height="{HEIGHT}" viewBox="0 0 {width} {HEIGHT}" '
        f'preserveAspectRatio="none">{rects}</svg>'
        f"{_days(shown[0], today, is_example=is_example)}</svg>\n"
    )


def _days(first: date, last: date, *, is_example: bool) -> str:
    middle = '<text x="50%" y="41" text-anchor="middle">Eksempel</text>' if is_example else ""
    return (
        f'<rect y="{HEIGHT}" width="100%" height="18" fill="#4b5956"/>'
        '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">'
        f'<text x="5" y="41">{format_short_date(first)}</text>{middle}'
        f'<text x="100%" dx="-5" y="41" text-anchor="end">{format_short_date(last)}</text></g>'
    )


def days_in_words(record: Sum, today: date) -> str:
    """The picture in a sentence, which names the latest of the days that were disturbed."""
    return _in_words(record.worsts or NOT_MEASURED, today)


@lru_cache(maxsize=4096)
def _in_words(worsts: str, today: date) -> str:
    # Most of what is measured has had the same days: none that was disturbed.
    text = told(worsts)
    text = f"{text[:1].upper()}{text[1:]}"
    number = _disturbed(worsts)
    if not number:
        return f"{text}."
    bad = (ago for ago, rank in enumerate(reversed(worsts)) if rank in _DISTURBED)
    days = [
        f"{format_short_date(today - timedelta(days=ago))} ({RANKED[int(worsts[-1 - ago])].text})"
        for ago in islice(bad, MOST_DAYS)
    ]
    if more := number - len(days):
        days.append(f"{count(more, 'dag', 'dage')} til")
    return f"{text}: {join_words(days, 'og')}."


def told(worsts: str) -> str:
    """How many days were what, of which the ranks are given."""
    unknown = worsts.count(str(Status.UNKNOWN.rank))
    days = (count(number, "dag", "dage") for number in (_disturbed(worsts), unknown))
    return "forstyrrelser i {}, ikke målt i {}, af de {} dage".format(*days, DAYS)


def _disturbed(worsts: str) -> int:
    return sum(map(worsts.count, _DISTURBED))


def _worst(status: Status) -> str:
    return "ikke målt" if status is Status.UNKNOWN else f"værst »{status.text}«"
