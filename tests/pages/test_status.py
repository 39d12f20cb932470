"""What pages say of how things work, as they are built; a browser renews it (tests/browser)."""

import re
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from synlighed.catalogue import Catalogue, with_board
from synlighed.cataloguing import compile_catalogue
from synlighed.load import load
from synlighed.model import discover
from synlighed.site import Settings, Site
from synlighed.status import listed
from synlighed.status.board import Board
from synlighed.status.document import read_document
from synlighed.status.history import Day
from synlighed.status.measured import Answer
from synlighed.status.words import Status
from synlighed.watching import watched_in
from tests.pages.builder import compile_small, page_of, read
from tests.site.html import text_of

BASE = Path(__file__).parents[1] / "cases" / "base"
NOW = datetime(2026, 11, 23, 8, 42, tzinfo=UTC)
"""23. november 2026 kl. 09.42 in Denmark."""

APPS = 7


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Seven apps that are measured, each with something to do meanwhile."""
    data = Path(shutil.copytree(BASE, tmp_path_factory.mktemp("status") / "data"))
    text = (data / "apps" / "min-plan.yml").read_text(encoding="utf-8")
    for number in range(1, APPS + 1):
        about = f"map:\n  registration: registreret\n  app_id: nord.app-{number}\n"
        about += f"fallback: Skriv på papir nummer {number}.\n"
        named = text.replace("title: Min Plan", f"title: App {number}")
        (data / "apps" / f"app-{number}.yml").write_text(named + about, encoding="utf-8")
    found, problems = compile_catalogue(load(data, discover(), shown_as="data"), date(2026, 11, 23))
    assert found, [problem.message for problem in problems]
    return found


def site_of(
    catalogue: Catalogue, down: int, later: timedelta = timedelta(), **said: object
) -> Site:
    """The site a while after so many apps were found down, with an incident of the first."""
    told = [
        {"at": (NOW - timedelta(minutes=ago)).isoformat(), "status": "identified", "body": body}
        for ago, body in ((20, "Vi leder."), (5, "Fejlen er fundet."))
    ]
    incident = {
        "id": "x",
        "title": "Ingen forbindelse",
        "impact": "critical",
        "started_at": (NOW - timedelta(minutes=30)).isoformat(),
        "resolved_at": None,
        "components": ["nord.app-1"],
        "updates": told,
    }
    document = {
        "schema": "map-status/1",
        "generated_at": NOW.isoformat(),
        "next_update_due": (NOW + timedelta(minutes=2)).isoformat(),
        "components": [
            {
                "id": f"nord.app-{number}",
                "status": "major_outage" if number <= down else "operational",
                "status_since": "2026-11-23T08:00:00+01:00",
                "observed_at": NOW.isoformat(),
                "stale_after_s": 300,
            }
            for number in range(1, APPS + 1)
        ],
        "incidents": [incident],
        **said,
    }
    watched = watched_in(catalogue, Settings("https://a.example/"))
    board = Board(NOW + later, watched, Answer(read_document(document), NOW))
    return compile_small(with_board(catalogue, board))


def shown(site: Site, url: str) -> str:
    """What can be seen of a page, without what is hidden or only for a browser to fill in."""
    body = re.sub(r"<template>.*?</template>", "", page_of(site, url).body, flags=re.DOTALL)
    return re.sub(r"<(\w+)[^>]* hidden>.*?</\1>", "", body, flags=re.DOTALL)


def test_the_front_page_says_what_is_wrong_since_when_and_what_to_do(catalogue: Catalogue) -> None:
    front = text_of(read(page_of(site_of(catalogue, 1), "")).main)
    assert (
        "Siden 23. november 2026 kl. 08.00. Målingerne målte »Nede« 23. november 2026 kl. 09.42. "
        "Gør imens: Skriv på papir nummer 1."
    ) in front


def test_the_front_page_has_the_newest_of_each_incident_and_leads_to_the_rest(
    catalogue: Catalogue,
) -> None:
    site = site_of(catalogue, 1)
    front = shown(site, "")
    assert '<a href="status/#haendelse-x">Ingen forbindelse</a>' in front
    assert "Fejlen er fundet." in front and "Vi leder." not in front
    whole = shown(site, "status/")
    assert 'id="haendelse-x"' in whole and "Vi leder." in whole and "Fejlen er fundet." in whole


@pytest.mark.parametrize(("down", "rows", "more"), [(5, 5, ""), (7, 5, "og 2 mere")])
def test_the_front_page_stays_short(catalogue: Catalogue, down: int, rows: int, more: str) -> None:
    front = shown(site_of(catalogue, down), "")
    assert front.count("sl-status__row") == rows
    assert ("og 2 mere" in front) is bool(more)


def test_an_app_leads_to_all_of_its_incident(catalogue: Catalogue) -> None:
    app = shown(site_of(catalogue, 1), "apps/app-1/")
    assert 'href="../../status/#haendelse-x">Ingen forbindelse</a>' in app


@pytest.mark.parametrize("url", ["", "status/", "apps/app-1/"])
@pytest.mark.parametrize("minutes", [1, 3])
def test_what_is_late_is_only_the_last_that_is_known(
    catalogue: Catalogue, url: str, minutes: int
) -> None:
    page = shown(site_of(catalogue, 1, timedelta(minutes=minutes)), url)
    is_late = minutes > 2
    assert ("Sidst kendte hændelser" in page) is is_late
    assert ("Hændelser lige nu" in page) is not is_late
    assert ("Målingerne er gamle" in page) is is_late
    assert 'data-sl-due="2026-11-23T08:44:00+00:00"' in page


@pytest.mark.parametrize("url", ["", "status/", "apps/app-1/"])
def test_a_page_knows_when_what_it_says_is_old(catalogue: Catalogue, url: str) -> None:
    """With the first of its measurements; and at once, when nobody says when there is more."""
    expires = 'data-sl-expires="2026-11-23T08:47:00+00:00"'
    head = re.search(r"<[^>]*data-sl-root[^>]*>", page_of(site_of(catalogue, 1), url).body)
    assert head and expires in head[0]
    silent = shown(site_of(catalogue, 1, next_update_due=None), url)
    assert 'data-sl-due=""' in silent and "Målingerne er gamle" in silent


def test_a_site_that_asks_nobody_is_not_late(catalogue: Catalogue) -> None:
    watched = watched_in(catalogue, Settings("https://a.example/"))
    page = shown(compile_small(with_board(catalogue, Board(NOW, watched))), "")
    assert "data-sl-due" not in page and "data-sl-expires" not in page
    assert "Målingerne er gamle" not in page


def test_the_days_of_the_picture_stand_beside_it(catalogue: Catalogue) -> None:
    watched = watched_in(catalogue, Settings("https://a.example/"))
    days = {"nord.app-1": (Day(date(2026, 11, 22), {Status.MAJOR: 600.0, Status.DEGRADED: 60.0}),)}
    site = compile_small(with_board(catalogue, Board(NOW, watched, Answer(), days)))
    assert (
        "Forstyrrelser i 1 dag, ikke målt i 89 dage, af de 90 dage: 22.11.2026 (Nede)."
    ) in text_of(read(page_of(site, "apps/app-1/")).main)


def test_what_no_page_has_room_for_stands_on_several(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listed, "ROWS", 4)
    site = site_of(catalogue, 2)
    pages = [page_of(site, url) for url in ("status/", "status/side/2/")]
    assert [page.body.count('class="sl-status__row"') for page in pages] == [4, 3]
    assert 'href="../status/side/2/"' in pages[0].body
    assert 'href="../../../status/"' in pages[1].body
    # What is going on stands on the first, where all links lead.
    assert [page.body.count("Hændelser lige nu") for page in pages] == [1, 0]
