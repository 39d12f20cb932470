"""What falls due of an item, and what never does."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from synlighed.catalogue import with_board
from synlighed.model import discover
from synlighed.model.declare import Part, fields_of
from synlighed.model.due import Due, dues_of
from synlighed.model.item import Item
from synlighed.model.notices import Notice
from synlighed.model.policies import Policy
from synlighed.model.services import Service
from synlighed.oversight.due import dues_of_owner, is_told
from synlighed.status.board import Board
from tests.export.sample import COMMON
from tests.newsletter.issues import news
from tests.pages.real import app, catalogue_of, contact

REVIEW = "Frist for gennemgang"
REVIEWED = {"last_reviewed": "1. november 2026"}


def told(item: Item) -> list[tuple[str, str]]:
    """What falls due, and when."""
    return [(due.what, due.day.isoformat() if due.day else "") for due in dues_of(item)]


def policy(**fields: Any) -> Policy:
    given = {"id": "tablets", "source": "data/policies/tablets.yml", "title": "Fælles tablets"}
    given |= {"text": "Brug dem.", "decision_body": "Direktionen", "decided_on": "2012"}
    return Policy.model_validate({**COMMON, **given, "status": "gældende", **fields})


def notice(**fields: Any) -> Notice:
    given = {"id": "fejl", "source": "data/notices/fejl.yml", "title": "Billeder bliver ikke sendt"}
    given |= {"type": "forstyrrelse", "impact": "nede", "text": "Vent.", "apps": ["min-plan"]}
    given |= {"starts": "23. november 2026 kl. 8.15"}
    return Notice.model_validate({**COMMON, **given, **fields})


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        # By its kind, and by its own word.
        (app(**REVIEWED), [(REVIEW, "2027-11-01")]),
        (contact(**REVIEWED), [(REVIEW, "2027-05-01")]),
        (app(**REVIEWED, review_months="3"), [(REVIEW, "2027-02-01")]),
        # A month without such a day.
        (app(last_reviewed="31. august 2026", review_months="6"), [(REVIEW, "2027-02-28")]),
        # It must be reviewed, but nobody knows when.
        (app(last_reviewed="ukendt"), [(REVIEW, "")]),
        # A draft is there to be finished.
        (app(**REVIEWED, content_status="udkast"), [(REVIEW, "2027-11-01")]),
        # What is kept for those who look back.
        (app(**REVIEWED, content_status="arkiveret"), []),
        (app(**REVIEWED, lifecycle="ikke i drift"), []),
        (policy(status="ophævet", review_on="1. juni 2027"), []),
        # What came out on a day stays as it was.
        (news(**REVIEWED), []),
        # What is wrong now is looked after until it is over.
        (notice(**REVIEWED), [(REVIEW, "2026-12-01")]),
        (notice(**REVIEWED, ends="23. november 2026 kl. 16.00"), []),
    ],
)
def test_when_an_item_is_to_be_reviewed(item: Item, expected: list[tuple[str, str]]) -> None:
    assert told(item) == expected


def test_what_else_falls_due_comes_in_the_order_of_time() -> None:
    approved = {"status": "godkendt", "valid_until": "1. februar 2027"}
    expiring = ("Godkendelsen udløber", "2027-02-01")
    assert told(app(**REVIEWED, approval=approved)) == [expiring, (REVIEW, "2027-11-01")]
    assert told(app(last_reviewed="ukendt", approval=approved)) == [expiring, (REVIEW, "")]
    decided = policy(**REVIEWED, review_on="1. juni 2028")
    assert told(decided) == [(REVIEW, "2027-11-01"), ("Beslutningen tages op igen", "2028-06-01")]


def test_an_approval_that_was_not_given_does_not_expire() -> None:
    refused = {"status": "afvist", "valid_until": "1. februar 2027"}
    assert told(app(**REVIEWED, approval=refused)) == [(REVIEW, "2027-11-01")]
    assert told(app(**REVIEWED, approval="ukendt")) == [(REVIEW, "2027-11-01")]


def test_a_deadline_is_known_by_its_field() -> None:
    approved = {"status": "godkendt", "valid_until": "1. februar 2027"}
    keys = [due.key for due in dues_of(app(**REVIEWED, approval=approved))]
    assert keys == ["approval.valid_until", "last_reviewed"]
    assert dues_of(app(**REVIEWED, approval=approved))[0].day == date(2027, 2, 1)
    assert [due.day for due in dues_of(app(last_reviewed="ukendt"))] == [None]


def test_every_field_that_falls_due_holds_a_day() -> None:
    """Or a day from which another is counted."""
    found = {field.key for kind in discover() for field in _below(kind) if field.declared.due}
    assert {"last_reviewed", "valid_until", "review_on", "next_review", "valid_to", "date"} == found
    for kind in discover():
        assert all(field.type is date for field in _below(kind) if field.declared.due)
    assert "deprecation" in {field.key for field in fields_of(Service)}


def _below(model: type[Part]) -> list[Any]:
    inner = (field.part for field in fields_of(model) if field.part)
    return [*fields_of(model), *(field for part in inner for field in _below(part))]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        # Midnight in Denmark, where summer time has begun, is ten in the evening.
        (datetime(2027, 3, 31, 21, 59, tzinfo=UTC), False),
        (datetime(2027, 3, 31, 22, 0, tzinfo=UTC), True),
        (datetime(2027, 6, 1, tzinfo=UTC), True),
    ],
)
def test_one_is_told_from_a_month_before(now: datetime, expected: bool) -> None:
    item = contact(**REVIEWED)
    catalogue = with_board(catalogue_of(item), Board(now))
    [due] = dues_of(item)
    assert due.told_from == date(2027, 4, 1)
    assert is_told(due, catalogue) is expected


def test_nobody_is_told_of_a_day_that_nobody_knows() -> None:
    late = Board(datetime(2099, 1, 1, tzinfo=UTC))
    item = app(last_reviewed="ukendt")
    catalogue = with_board(catalogue_of(item), late)
    [due] = dues_of(item)
    assert not is_told(due, catalogue)


def test_an_owner_has_what_it_answers_for() -> None:
    others = contact("andre", owner="andre", **REVIEWED)
    mine = app(owner="hjaelpen", **REVIEWED)
    catalogue = catalogue_of(mine, others, contact(owner="andre", **REVIEWED))
    assert [
        due.item for due in dues_of_owner(catalogue.get("contacts", "hjaelpen"), catalogue)
    ] == [mine]


def test_it_is_near_for_a_month_whatever_the_length_of_that() -> None:
    day = date(2027, 1, 1)
    while day.year == 2027:
        near = Due(app(), "last_reviewed", REVIEW, day).told_from
        assert near and timedelta(28) <= day - near <= timedelta(31)
        day += timedelta(1)
