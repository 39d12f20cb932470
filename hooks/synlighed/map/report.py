"""What whoever runs the site should know of an answer: a build and a refresh say it alike."""

from collections.abc import Iterator, Sequence

from synlighed.danish.numbers import count, format_number
from synlighed.danish.words import join_words
from synlighed.status.board import Board

MOST_NAMED = 20
"""So many names a line can hold; the page of the status has them all."""

MOST_LINES = 10
"""So many of them a build says, among all else it says."""


def report_of(board: Board) -> Iterator[str]:
    """What could not be heard or read, and what only the platform or the catalogue knows."""
    if board.answer.is_example:
        yield "Alt er eksempeldata."
    yield from board.problems
    drift = board.drift
    if drift.not_measured:
        names = [f"{item.title} ({item.component})" for item in drift.not_measured]
        yield f"Registreret, men ikke målt: {_listed(names)}."
    if drift.not_in_catalogue:
        yield f"Målt, men ikke i kataloget: {_listed(drift.not_in_catalogue)}."


def in_short(lines: Sequence[str]) -> list[str]:
    """The first of the lines, and how many there are more."""
    shown = list(lines[:MOST_LINES])
    if more := len(lines) - len(shown):
        number = count(more, "linje", "linjer")
        shown.append(f"Og {number} mere om målingerne: se dem alle med scripts/status.py refresh.")
    return shown


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:MOST_NAMED])
    if more := len(names) - len(shown):
        shown.append(f"{format_number(more)} {'anden' if more == 1 else 'andre'}")
    return join_words(shown)
