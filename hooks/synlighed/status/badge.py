"""A badge: how one thing works, as a small picture with words, to be shown anywhere."""

from html import escape

from synlighed.status.board import State
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

LETTER = 6.6
"""Pixels, the mean width of a letter at 11 pixels; the text is stretched to fit."""


def badge(state: State) -> str:
    """The badge of an item as SVG, with a title that says the same.

    It says when it was made nowhere, so that it only changes when the status does; the pages that
    show it beside a time know how old it is.
    """
    text = f"{state.status.text} (eksempel)" if state.is_example else state.status.text
    title = state.item.title if len(state.item.title) <= 40 else f"{state.item.title[:39]}…"
    left, right = (round(len(part) * LETTER) + 14 for part in (title, text))
    label, word = escape(title), escape(text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="22" role="img" '
        f'aria-label="{label}: {word}"><title>{label}: {word}</title>'
        f'<rect width="{left}" height="22" fill="#17211f"/>'
        f'<rect x="{left}" width="{right}" height="22" fill="{_COLOURS[state.status]}"/>'
        '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">'
        f'<text x="7" y="15" textLength="{left - 14}">{label}</text>'
        f'<text x="{left + 7}" y="15" textLength="{right - 14}">{word}</text></g></svg>\n'
    )
