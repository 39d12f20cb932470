"""A badge: how one thing works, as a small picture with words, to be shown anywhere."""

from datetime import datetime
from html import escape
from zlib import crc32

from synlighed.danish.times import format_moment, format_short_moment
from synlighed.status.state import State
from synlighed.status.words import Status

_COLOURS = {
    Status.OPERATIONAL: "#11603a",
    Status.UNDER_MAINTENANCE: "#174f7c",
    Status.UNKNOWN: "#4b5956",
    Status.DEGRADED: "#7a4a00",
    Status.PARTIAL: "#7d2a22",
    Status.MAJOR: "#7d2a22",
}
"""All at least 7:1 against white (WCAG 2.1, 1.4.6)."""

_DARK = "#17211f"

LETTER = 6.2
"""Pixels, the mean width of a letter at 11 pixels; the text is stretched to fit."""


RENEWED = 30 * 60
"""A badge of what has not changed gets a new time so seldom, in seconds."""


def badge(state: State, now: datetime) -> str:
    """The badge of an item as SVG, with a title that says the same.

    It says when it was so, since nobody knows how long it lies where it is shown.
    """
    at = _known_at(state, now)
    word = f"{state.status.text} (eksempel)" if state.is_example else state.status.text
    label = escape(f"{state.item.title}: {word} pr. {format_moment(at)}")
    title = state.item.title if len(state.item.title) <= 40 else f"{state.item.title[:39]}…"
    texts = (title, word, f"pr. {format_short_moment(at)}")
    fills = (_DARK, _COLOURS[state.status], _DARK)
    parts, left = "", 0
    for text, fill in zip(texts, fills, strict=True):
        wide = round(len(text) * LETTER)
        parts += (
            f'<rect x="{left}" width="{wide + 14}" height="22" fill="{fill}"/>'
            f'<text x="{left + 7}" y="15" textLength="{wide}">{escape(text)}</text>'
        )
        left += wide + 14
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left}" height="22" role="img" '
        f'aria-label="{label}"><title>{label}</title>'
        '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">'
        f"{parts}</g></svg>\n"
    )


def badge_of(state: State, now: datetime) -> str:
    """What a badge is made of: one that was made of the same is still true, if a little older.

    To write thousands of them every minute would cost more than all else, so each has its own turn.
    """
    turn = int(_known_at(state, now).timestamp() + crc32(state.item.url.encode())) // RENEWED
    return f"{state.status} {state.is_example} {turn} {state.item.title}"


def _known_at(state: State, now: datetime) -> datetime:
    """When it was so: when it was measured, if that is what is shown."""
    checked = state.measured.checked
    return checked if checked and state.expires else now
