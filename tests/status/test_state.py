"""How one item works, when editors and the platform tell of it."""

from datetime import timedelta

import pytest

from synlighed.status.badge import badge
from synlighed.status.board import Board
from synlighed.status.published import as_json
from synlighed.status.told import as_text, fallback_of, news_of, plans_of, told_of
from synlighed.status.words import Status
from tests.status.boards import NOW, board, document, notice

KEY = "apps/dagbog"
"""It has something to do meanwhile, and is measured."""


def told(made: Board, key: str = KEY) -> str:
    return as_text(told_of(made.states[key], "MAP"))


def test_that_nothing_is_noticed_is_no_word_on_how_it_works() -> None:
    """The measurement grows as old as without it, and is as old as it is."""
    nothing = notice("nyt", Status.OPERATIONAL, KEY)
    plain, made = (
        board(document(dagbog="operational")),
        board(document(dagbog="operational"), nothing),
    )
    state, same = made.states[KEY], plain.states[KEY]
    assert state.expires == same.expires and state.expires is not None
    assert (state.since, told(made)) == (same.since, told(plain))
    assert badge(state, NOW) == badge(same, NOW)
    assert made.expires == state.expires
    late = board(document(dagbog="operational"), nothing, now=NOW + timedelta(hours=30))
    assert late.states[KEY].status is Status.UNKNOWN


@pytest.mark.parametrize("impact", [Status.OPERATIONAL, Status.DEGRADED, Status.MAJOR])
@pytest.mark.parametrize("word", [status.value for status in Status])
@pytest.mark.parametrize("is_work", [False, True])
def test_what_works_always_expires(impact: Status, word: str, is_work: bool) -> None:
    told = notice("nyt", impact, KEY, is_maintenance=is_work)
    for item in as_json(board(document(dagbog=word), told))["items"].values():
        assert item["status"] != "operational" or item["expires"]


def test_what_expires_first() -> None:
    said = document(dagbog="operational", koerebog="operational", maaleren="unknown")
    for component, seconds in zip(said["components"], (300, 60, 20), strict=True):
        component["stale_after_s"] = seconds
    assert board(said).expires == NOW + timedelta(seconds=50)
    assert board(said, now=NOW + timedelta(seconds=55)).expires == NOW + timedelta(seconds=290)
    assert board(None).expires is None


def test_editors_alone_tell_of_what_is_not_measured() -> None:
    work = notice("arbejde", Status.MAJOR, "apps/gammel", is_maintenance=True)
    made = board(document(dagbog="operational"), work)
    assert made.states["apps/gammel"].status is Status.UNDER_MAINTENANCE
    assert told(made, "apps/gammel") == (
        "Redaktionen melder »Planlagt vedligehold« siden 23. november 2026 kl. 08.42. "
        "Den bliver ikke målt."
    )
    assert made.summary.startswith('Planlagt vedligehold på Gammel & "god" <app>.')


@pytest.mark.parametrize(
    "raw", [None, document(dagbog="unknown"), document(koerebog="operational")]
)
def test_planned_work_on_what_should_be_measured_and_is_not(raw: dict[str, object] | None) -> None:
    """That it is worked on says not how it works; but it is told, and what to do meanwhile."""
    work = notice("arbejde", Status.MAJOR, KEY, is_maintenance=True, ends=NOW + timedelta(hours=1))
    made = board(raw, work)
    state = made.states[KEY]
    assert state.status is Status.UNKNOWN
    assert told(made).startswith(
        "Redaktionen melder »Planlagt vedligehold« siden 23. november 2026 kl. 08.42. "
    )
    assert fallback_of(state) == "Gør imens: Skriv på papir."
    assert [plan.title for plan in plans_of(state)] == ["Om arbejde"] and not news_of(state)
    assert made.summary.startswith("Planlagt vedligehold på Dagbog.")
    assert "ved vi ikke noget om" in made.summary
    assert as_json(made)["plans"][0]["title"] == "Om arbejde"


def test_there_is_nothing_to_do_while_nothing_is_noticed() -> None:
    nothing = notice("nyt", Status.OPERATIONAL, KEY)
    assert fallback_of(board(document(dagbog="operational"), nothing).states[KEY]) == ""
    assert fallback_of(board(document(dagbog="unknown"), nothing).states[KEY]) == ""
    assert fallback_of(board(document(dagbog="degraded_performance")).states[KEY]) != ""
