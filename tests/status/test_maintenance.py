"""Planned work as a calendar: whose it is, and when a byte of it changes."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.model.notices import Notice
from synlighed.status.atom import feed as atom
from synlighed.status.board import Board
from synlighed.status.maintenance import maintenance_feed, maintenance_of
from synlighed.status.published import FEED, MAINTENANCE, status_files
from synlighed.status.words import Status
from synlighed.watching import watched_in
from tests.calendar.events import SETTINGS
from tests.export.sample import COMMON
from tests.feeds.lint import Component, entries, plain, read
from tests.pages.real import catalogue_of
from tests.status.boards import DOCUMENT, NOW, board, document, notice

SOON = NOW + timedelta(days=3)
WORK: dict[str, Any] = {
    "id": "opdatering-7",
    "title": "Opdatering af databasen",
    "status": "scheduled",
    "starts_at": "2026-12-01T22:00:00+01:00",
    "ends_at": "2026-12-02T02:00:00+01:00",
    "components": ["nord.dagbog", "nord.opslag"],
    "updated_at": "2026-11-20T10:00:00+01:00",
}


def planned(*works: dict[str, Any], **about: Any) -> Board:
    """A board of what the platform plans."""
    return board(document(dagbog="operational") | {"maintenances": list(works)}, **about)


def told(**about: Any) -> Board:
    """A board of work that editors tell of."""
    given: dict[str, Any] = {"is_maintenance": True, "starts": SOON, "ends": SOON, **about}
    return board(None, notice("flytning", Status.MAJOR, "apps/dagbog", "services/opslag", **given))


def feed(made: Board) -> bytes:
    return maintenance_feed(maintenance_of(made), "Prøve")


def one(made: Board) -> Component:
    [found] = entries(feed(made)).values()
    return found


def test_the_platforms_work() -> None:
    found = one(planned(WORK))
    assert UUID(found.value("UID")).version == 5
    assert plain(found.value("SUMMARY")) == "Opdatering af databasen"
    assert found.line("DTSTART") == "DTSTART;TZID=Europe/Copenhagen:20261201T220000"
    assert found.line("DTEND") == "DTEND;TZID=Europe/Copenhagen:20261202T020000"
    assert found.value("DTSTAMP") == found.value("LAST-MODIFIED") == "20261120T090000Z"
    assert found.value("URL") == "https://a.example/status/#vedligehold-opdatering-7"
    assert plain(found.value("DESCRIPTION")).split("\n\n") == [
        "Berører Dagbog og Opslag.",
        "Læs mere: https://a.example/status/#vedligehold-opdatering-7",
    ]
    assert found.value("CATEGORIES") == "Vedligehold"
    assert found.value("TRANSP") == "TRANSPARENT"


def test_what_editors_tell() -> None:
    found = one(told(ends=SOON + timedelta(hours=2), is_example=True))
    assert plain(found.value("SUMMARY")) == "Om flytning (Eksempel)"
    assert found.line("DTSTART") == "DTSTART;TZID=Europe/Copenhagen:20261126T094200"
    assert found.line("DTEND") == "DTEND;TZID=Europe/Copenhagen:20261126T114200"
    assert found.value("DTSTAMP") == "20261123T064200Z"
    assert found.value("SEQUENCE") == "0"
    assert found.value("URL") == "https://a.example/driftsmeddelelser/flytning/"
    assert plain(found.value("DESCRIPTION")).split("\n\n") == [
        "Det bliver der set på.",
        "Berører Dagbog og Opslag.",
        "Læs mere: https://a.example/driftsmeddelelser/flytning/",
    ]


def test_each_update_of_editors_counts() -> None:
    updates = ((NOW - timedelta(minutes=5), "Udsat."), (NOW - timedelta(hours=1), "Rykket."))
    stages = [one(told(updates=updates[number:])) for number in (2, 1, 0)]
    assert [found.value("SEQUENCE") for found in stages] == ["0", "1", "2"]
    stamps = ["20261123T064200Z", "20261123T074200Z", "20261123T083700Z"]
    assert [found.value("DTSTAMP") for found in stages] == stamps
    assert len({found.value("UID") for found in stages}) == 1


def test_each_new_plan_of_the_platform_counts() -> None:
    later = {**WORK, "updated_at": "2026-11-20T10:01:00+01:00"}
    before, after = one(planned(WORK)), one(planned(later))
    assert int(after.value("SEQUENCE")) == int(before.value("SEQUENCE")) + 1
    assert after.value("UID") == before.value("UID")
    assert one(planned({**WORK, "updated_at": None})).value("SEQUENCE") == "0"


def test_only_planned_work_is_in_it() -> None:
    made = board(
        DOCUMENT,
        notice("uheld", Status.MAJOR, "apps/dagbog"),
        notice("flytning", Status.MAJOR, "apps/dagbog", is_maintenance=True),
    )
    titles = {plain(found.value("SUMMARY")) for found in entries(feed(made)).values()}
    assert "Om flytning" in titles and "Om uheld" not in titles
    done = {**WORK, "status": "cancelled"}
    assert entries(feed(planned(done))) == {}


def test_what_editors_told_stays_when_it_is_over() -> None:
    """A calendar shows what was, as it was."""
    over = told(starts=NOW - timedelta(days=200), ends=NOW - timedelta(days=199))
    assert feed(replace(over, now=NOW + timedelta(days=900))) == feed(over)
    assert len(entries(feed(over))) == 1


def test_nothing_new_is_not_a_byte_new() -> None:
    """However often the platform is asked, and in whatever order and offset it answers."""
    other = {**WORK, "id": "anden", "starts_at": "2026-12-01T20:30:00+00:00"}
    in_utc = {**WORK, "starts_at": "2026-12-01T21:00:00Z", "ends_at": "2026-12-02T01:00:00Z"}
    before = planned(WORK, other)
    later = NOW + timedelta(minutes=1)
    assert feed(before) == feed(replace(before, now=later, answer=replace(before.answer)))
    assert feed(before) == feed(planned(other, in_utc))
    assert len(entries(feed(before))) == 2


def test_it_stands_in_the_order_of_time() -> None:
    """Not of the letters that its times are written with."""
    early = {**WORK, "id": "frueh", "starts_at": "2026-12-01T23:30:00+03:00"}
    found = [*entries(feed(planned(WORK, early))).values()]
    assert [one.value("DTSTART") for one in found] == ["20261201T213000", "20261201T220000"]


def test_a_notice_under_another_name_is_the_same() -> None:
    """To calendars, and to those who follow the feed."""
    before, after = (
        board(None, *watched_in(catalogue_of(work(id, former)), SETTINGS).notices)
        for id, former in (("flytning", []), ("nyt-navn", ["flytning", "ind-imellem"]))
    )
    assert one(before).value("UID") == one(after).value("UID")
    assert one(before).value("URL") != one(after).value("URL")
    ids = (re.findall(rb"<id>urn:uuid:.*?</id>", atom(made, FEED)) for made in (before, after))
    assert len({tuple(found) for found in ids}) == 1


def work(id: str, former_ids: list[str]) -> Notice:
    """What editors tell of work, as an item."""
    given = {"title": "Flytning", "type": "vedligehold", "impact": "nede", "text": "Vi flytter."}
    times = {"starts": "1. december 2026 kl. 22", "ends": "2. december 2026 kl. 2"}
    place = {"id": id, "source": f"data/notices/{id}.yml", "former_ids": former_ids}
    return Notice.model_validate({**COMMON, **given, **times, **place})


@pytest.mark.parametrize("minutes", [0, 1])
def test_work_may_take_no_time(minutes: int) -> None:
    ends = datetime.fromisoformat(WORK["starts_at"]) + timedelta(minutes=minutes)
    found = one(planned({**WORK, "ends_at": ends.isoformat()}))
    assert bool(found.value("DTEND")) is bool(minutes)


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_text_is_a_calendar(title: str, text: str) -> None:
    made = board(
        document() | {"maintenances": [{**WORK, "title": title}]},
        notice("n", Status.MAJOR, is_maintenance=True, title=f"x{title}", summary=text),
    )
    assert len(entries(feed(made))) == 2


def test_it_is_published() -> None:
    """Also when there is nothing to tell: who subscribes finds a calendar."""
    for made in (board(), board(None)):
        files = dict(status_files(made))
        assert plain(read(files[MAINTENANCE]).value("NAME")) == "Prøve: planlagt vedligehold"
