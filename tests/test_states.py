"""Where an item is in its life, and whether it works now, are not taken for each other."""

from typing import get_args

import pytest

from synlighed.model.vocabulary import Lifecycle
from synlighed.states import State, state_of
from synlighed.status.words import Status
from tests.pages.real import app

MEASURED = {"registration": "registreret", "app_id": "nord.min-plan"}


@pytest.mark.parametrize("lifecycle", get_args(Lifecycle))
def test_a_life_cycle_is_seen_with_its_name(lifecycle: str) -> None:
    state = state_of(app(lifecycle=lifecycle))
    assert state and (state.text, state.label) == (f"Livscyklus: {lifecycle}", "")
    assert state.tone != "good"


@pytest.mark.parametrize("lifecycle", get_args(Lifecycle))
def test_beside_how_it_works_now_it_has_no_colour(lifecycle: str) -> None:
    watched = app(lifecycle=lifecycle, map=MEASURED)
    assert watched.is_watched
    assert state_of(watched) == State("", f"Livscyklus: {lifecycle}", "plain")


def test_no_life_cycle_reads_as_how_it_works() -> None:
    told = {state.text for one in get_args(Lifecycle) if (state := state_of(app(lifecycle=one)))}
    assert told.isdisjoint(status.text for status in Status)


def test_what_nobody_has_told_of_its_life() -> None:
    assert state_of(app()) == State("", "Livscyklus ikke oplyst", "unknown")
