"""What pages of a preview show on, though it was measured anew since."""

from dataclasses import replace
from datetime import timedelta

import pytest

from synlighed.status.board import Board
from synlighed.status.published import as_json
from synlighed.status.words import Status
from tests.status.boards import NOW, board, document, notice

KEY = "apps/koerebog"
BEFORE = board(document(koerebog="operational"))
LATER = NOW + timedelta(minutes=1)


def after(made: Board) -> Board:
    """A board that is made while pages show another."""
    return replace(made, shown_before=BEFORE.shown)


def measured_later(**components: str) -> Board:
    """What is measured a minute later, and heard at once."""
    said = document(**components)
    for one in said["components"]:
        one["observed_at"] = LATER.isoformat()
    return board(said, now=LATER)


def test_what_was_only_measured_again_is_shown_as_it_was() -> None:
    made = after(measured_later(koerebog="operational"))
    assert made.shown[KEY] is BEFORE.shown[KEY]
    assert made.states[KEY] != BEFORE.states[KEY]


@pytest.mark.parametrize("status", ["outage", "degraded", "unknown"])
def test_what_works_otherwise_is_shown_as_it_is(status: str) -> None:
    made = after(measured_later(koerebog=status))
    assert made.shown[KEY] is made.states[KEY]
    assert made.shown[KEY].status is not Status.OPERATIONAL


def test_a_measurement_that_grew_too_old_is_news() -> None:
    made = after(board(document(koerebog="operational"), now=NOW + timedelta(minutes=6)))
    assert made.shown[KEY].status is Status.UNKNOWN


def test_what_editors_tell_is_news() -> None:
    told = notice("fejl", Status.DEGRADED, KEY)
    made = after(board(document(koerebog="operational"), told))
    assert made.shown[KEY].notices == (told,)


def test_what_browsers_ask_for_is_always_the_newest() -> None:
    fresh = measured_later(koerebog="operational")
    assert as_json(after(fresh)) == as_json(fresh)


def test_what_nobody_shows_yet_is_shown_as_it_is() -> None:
    assert BEFORE.shown == BEFORE.states
