"""Deadlines as calendars and feeds read them, and when a byte of that changes."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from synlighed.addresses import Addresses
from synlighed.catalogue import Catalogue, with_board
from synlighed.edition import narrow
from synlighed.memo import Once
from synlighed.model.contacts import Contact
from synlighed.pages.deadline_files import MOST_TOLD, deadline_files
from synlighed.sitepage import Settings
from synlighed.status.board import Board
from synlighed.visibility import Edition
from tests.export.expected import assert_expected
from tests.export.sample import TODAY
from tests.feeds.feed_lint import LINT
from tests.feeds.feed_readers import by_feedparser
from tests.feeds.lint import entries, plain, read
from tests.feeds.readers import READERS
from tests.pages.real import app, catalogue_of, contact

GOLDEN = Path(__file__).parent / "golden"
SETTINGS = Settings("https://intra.example/")
OWN, OWN_FEED = "overblik/hjaelpen/frister.ics", "overblik/hjaelpen/rss.xml"

APPROVED = {"status": "godkendt", "valid_until": "31. marts 2027"}
PLAN: dict[str, Any] = {
    "summary": "Viser planen; med kaffe, kage og 😀.",
    "owner": "hjaelpen",
    "approval": APPROVED,
    "last_reviewed": "1. november 2026",
    "former_ids": ["planen"],
    "example": "ja",
}


def owner(**fields: Any) -> Contact:
    return contact(owner="andre", last_reviewed="20. november 2026", **fields)


def site_of(*items: Any, now: datetime = datetime(2027, 4, 20, 12, tzinfo=UTC)) -> Catalogue:
    return with_board(catalogue_of(*items), Board(now))


def files_of(catalogue: Catalogue, settings: Settings = SETTINGS) -> dict[str, bytes]:
    files = deadline_files(catalogue, Addresses(catalogue), settings, Once(catalogue))
    return {file.uri: file.content for file in files}


def full() -> Catalogue:
    return site_of(app(**PLAN), app(id="ukendt", owner="hjaelpen", last_reviewed="ukendt"), owner())


def test_the_files_in_full() -> None:
    files = files_of(full())
    assert_expected(files[OWN].decode().replace("\r\n", "\n"), GOLDEN / "frister.ics")
    assert_expected(files[OWN_FEED].decode(), GOLDEN / "frister.xml")


# ---- The calendar


def test_a_deadline_is_a_day_that_takes_no_time() -> None:
    for name, reader in READERS.items():
        found = {(one.starts, one.title) for one in reader(files_of(full())[OWN].decode())}
        assert found == {
            ("2027-03-31", "Godkendelsen udløber: Min Plan (Eksempel)"),
            ("2027-11-01", "Frist for gennemgang: Min Plan (Eksempel)"),
        }, name
    for event in icalendar.Calendar.from_ical(files_of(full())[OWN]).walk("VEVENT"):
        assert event["transp"] == "TRANSPARENT" and event.get("dtend") is None
        assert event["url"] == "https://intra.example/apps/min-plan/"


def test_each_owner_has_its_own() -> None:
    files = files_of(full())
    assert files.keys() == {OWN, OWN_FEED}
    assert len(entries(files[OWN])) == 2
    assert plain(read(files[OWN]).value("NAME")) == "Måleriet: frister, Hjælpen"


def test_a_review_moves_the_deadline() -> None:
    """The same event on another day, which is newer than it was."""
    before, after = (
        entries(files_of(site_of(app(**{**PLAN, "last_reviewed": day}), owner()))[OWN])
        for day in ("1. november 2026", "15. oktober 2027")
    )
    assert before.keys() == after.keys()
    [uid] = (uid for uid in before if "gennemgang" in before[uid].value("SUMMARY"))
    was, now = before[uid], after[uid]
    assert (was.value("DTSTART"), now.value("DTSTART")) == ("20271101", "20281015")
    assert int(was.value("SEQUENCE")) < int(now.value("SEQUENCE"))
    assert (was.value("DTSTAMP"), now.value("DTSTAMP")) == ("20261101T000000Z", "20271015T000000Z")


def test_a_rename_and_another_host_give_nobody_the_same_twice() -> None:
    renamed = {**PLAN, "id": "planlaegger", "former_ids": ["planen", "min-plan"], "title": "Ny"}
    before = entries(files_of(full())[OWN])
    after = entries(files_of(site_of(app(**renamed), owner()), Settings("https://x.example/"))[OWN])
    assert before.keys() == after.keys()


def test_an_owner_that_is_renamed_is_found_where_it_was() -> None:
    """Calendars and readers follow nobody to another address."""
    catalogue = site_of(app(**PLAN), owner(former_ids=["servicedesk"]))
    files = files_of(catalogue)
    assert files["overblik/servicedesk/frister.ics"] == files[OWN]
    was = by_feedparser(files["overblik/servicedesk/rss.xml"])
    assert was == by_feedparser(files[OWN_FEED]) and was.entries


def test_no_clock_moves_a_calendar() -> None:
    dates = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC))
    first, later = (files_of(site_of(app(**PLAN), owner(), now=now)) for now in dates)
    assert first[OWN] == later[OWN] and first[OWN_FEED] != later[OWN_FEED]


# ---- The feed


def told_on(day: date, *items: Any) -> list[str]:
    now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    files = files_of(site_of(*items, owner(), now=now))
    LINT["rss"](files[OWN_FEED], SETTINGS.site_url + OWN_FEED)
    return [entry.title for entry in by_feedparser(files[OWN_FEED]).entries]


EXPIRES = "Eksempel: Min Plan (Godkendelsen udløber: 31. marts 2027)"
REVIEW = "Eksempel: Min Plan (Frist for gennemgang: 1. november 2027)"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 2, 27), []),
        (date(2027, 2, 28), [EXPIRES]),
        (date(2027, 9, 30), [EXPIRES]),
        (date(2027, 10, 1), [REVIEW, EXPIRES]),
        (date(2031, 1, 1), [REVIEW, EXPIRES]),
    ],
)
def test_a_feed_tells_from_a_month_before_until_it_is_met(day: date, expected: list[str]) -> None:
    """The newest first; what is overdue stays."""
    assert told_on(day, app(**PLAN)) == expected
    assert REVIEW not in told_on(day, app(**{**PLAN, "last_reviewed": "1. januar 2031"}))


def test_an_entry_is_the_same_until_the_day_is_another() -> None:
    def ids(**fields: Any) -> set[str]:
        late = datetime(2031, 1, 1, tzinfo=UTC)
        files = files_of(site_of(app(**{**PLAN, **fields}), owner(), now=late))
        return {
            entry.id for entry in by_feedparser(files[OWN_FEED]).entries if "Plan" in entry.title
        }

    first = ids()
    assert len(first) == 2
    assert ids(title="En Plan", id="plan", former_ids=["planen", "min-plan"]) == first
    assert len(ids(last_reviewed="2. november 2026") & first) == 1


def test_it_came_out_on_the_day_it_was_near() -> None:
    [entry] = by_feedparser(files_of(full())[OWN_FEED]).entries
    assert datetime(2027, 2, 27, 23, tzinfo=UTC) <= entry.published
    assert entry.published - datetime(2027, 2, 27, 23, tzinfo=UTC) < timedelta(minutes=1)
    assert entry.link == "https://intra.example/apps/min-plan/"


def test_a_feed_does_not_grow_without_end() -> None:
    """The newest are told of; whoever has more to see to has them on the page."""
    apps = [
        app(
            id=f"app-{n}",
            title=f"App {n}",
            owner="hjaelpen",
            last_reviewed=f"1. maj {2000 + n % 9}",
        )
        for n in range(MOST_TOLD + 50)
    ]
    told = told_on(date(2031, 1, 1), *apps)
    assert len(told) == MOST_TOLD
    assert "2009" in told[0] and "2001" not in "".join(told)


def test_nothing_of_it_is_outside() -> None:
    seen = {"visibility": "offentlig"}
    whole = site_of(app(**PLAN, **seen), contact(owner="hjaelpen", **seen))
    assert files_of(whole)
    for edition in (Edition.PARTNER, Edition.PUBLIC):
        assert files_of(narrow(whole, edition, TODAY)) == {}
