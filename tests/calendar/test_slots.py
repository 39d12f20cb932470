"""What calendars know a slot by, and what was changed of it."""

import uuid
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.calendar.slots import slots_of
from tests.calendar.events import CANCELLED, MONTHLY, event, moved, shipped, slot

IDS = st.from_regex(r"\A[a-z0-9]{1,3}(-[a-z0-9]{1,3}){0,2}\Z")

OCCURRENCE = "2. marts 2027"
"""The second of the series of every first Tuesday."""


def series(**fields: Any) -> Any:
    return event(**{"repeats": MONTHLY, **fields})


def uids(**fields: Any) -> list[str]:
    return [one.uid for one in slots_of(event(**fields))]


def test_a_uid_says_nothing_of_who_made_it() -> None:
    """RFC 7986, 5.3: a name-based UUID, and no host in it."""
    assert {uuid.UUID(uid).version for uid in uids(repeats=MONTHLY)} == {5}


def test_a_uid_stays_what_it_was_when_it_was_first_published() -> None:
    """Written down, since every calendar that has an entry would get it once more."""
    assert slot().uid == "baa59be7-89ba-58f8-b7ee-a0f9e2697904"
    assert slots_of(series())[1].uid == "1339266e-9284-5723-a899-2644ac50acd2"


@pytest.mark.parametrize("repeats", [None, MONTHLY])
def test_a_uid_stays_when_all_else_is_another(repeats: Any) -> None:
    given: dict[str, Any] = {"repeats": repeats} if repeats else {}
    before = uids(**given)
    assert uids(**given, title="Noget helt andet", type="oplæg", place="Odense") == before
    assert uids(**given, ends="kl. 16.00", url="https://video.example/") == before
    assert uids(**given, id="nyt-navn", former_ids=["seminar"]) == before
    # The oldest first: whoever had it under the first name has it still.
    assert uids(**given, id="tredje-navn", former_ids=["seminar", "nyt-navn"]) == before
    assert uids(**given, id="nyt-navn") != before


def test_a_uid_stays_when_one_of_a_series_is_moved_cancelled_or_left_out() -> None:
    """It is of the day that was planned, whatever day it is on now."""
    before = [one.uid for one in slots_of(series())]
    changes = [moved(occurrence=OCCURRENCE), {**CANCELLED, "occurrence": "6. april 2027"}]
    assert [one.uid for one in slots_of(series(changes=changes))] == before
    without = series(repeats={**MONTHLY, "exceptions": [OCCURRENCE]})
    assert [one.uid for one in slots_of(without)] == [before[0], *before[2:]]
    longer = series(repeats={**MONTHLY, "until": "1. december 2027"})
    assert [one.uid for one in slots_of(longer)][: len(before)] == before


@given(st.sets(IDS, min_size=2, max_size=6), st.booleans())
def test_no_two_slots_share_a_uid(ids: set[str], repeats: bool) -> None:
    given: dict[str, Any] = {"repeats": MONTHLY} if repeats else {}
    found = [uid for id in ids for uid in uids(id=id, **given)]
    assert len({*found}) == len(found)


def test_no_two_of_our_own_share_a_uid() -> None:
    found = [one.uid for made in shipped().items("events") for one in slots_of(made)]
    assert len({*found}) == len(found) > 0


def test_a_slot_is_as_new_as_its_last_change() -> None:
    assert slot(created="3. november 2026").revised == date(2026, 11, 3)
    changed = slot(
        created="3. november 2026",
        changes=[moved(), {**CANCELLED, "date": "22. november 2026"}],
    )
    assert (changed.revised, len(changed.revisions)) == (date(2026, 11, 22), 2)
    assert slot(created="ukendt").revised == date(2027, 2, 2)
    # When nobody knows, a move makes it none the newer: it is known when it was moved.
    assert slot(created="ukendt", changes=[moved()]).revised == date(2026, 11, 20)


def test_a_change_of_one_is_of_no_other() -> None:
    first, second, *others = slots_of(series(changes=[moved(occurrence=OCCURRENCE, place="Vejle")]))
    assert second.span.first_day == date(2027, 2, 9)
    assert (second.was.first_day, second.place, second.mark) == (
        date(2027, 3, 2),
        "Vejle",
        "FLYTTET",
    )
    for one in (first, *others):
        assert (one.revisions, one.span, one.place, one.mark) == ((), one.was, None, "")


def test_each_change_begins_where_the_last_ended() -> None:
    changed = slot(
        place="Odense",
        changes=[
            moved("3. februar 2027 kl. 9", place="Vejle"),
            moved("4. februar 2027 kl. 10", ends="kl. 10.30"),
            {"date": "20. november 2026", "what": "flyttet", "ends": "kl. 11"},
            CANCELLED,
        ],
    )
    hours = [(one.span.begins, one.span.over) for one in changed.revisions]
    assert hours[0] == (at(3, 8), at(3, 10))
    assert hours[1] == (at(4, 9), at(4, 9, 30))
    assert hours[2:] == [(at(4, 9), at(4, 10))] * 2
    assert [one.place for one in changed.revisions] == ["Odense", "Vejle", "Vejle", "Vejle"]
    assert all(later.was == one.span for one, later in pairwise(changed.revisions))
    assert (changed.is_cancelled, changed.mark, changed.place) == (True, "AFLYST", "Vejle")
    assert changed.span == changed.revisions[-1].span and changed.was == changed.revisions[0].was


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 2, day, hour, minute, tzinfo=UTC)


def test_a_slot_has_what_is_left_of_it_and_of_all() -> None:
    materials = [
        {"title": "Til alle", "type": "andet"},
        {"title": "Til marts", "type": "optagelse", "occurrence": OCCURRENCE},
    ]
    found = [
        [one.title for one in made.materials] for made in slots_of(series(materials=materials))
    ]
    assert found == [["Til alle"], ["Til alle", "Til marts"], *[["Til alle"]] * 3]


def test_a_key_is_its_place_in_addresses() -> None:
    assert slot().key == "seminar"
    assert slots_of(series())[1].key == "seminar/2027-03-02"
