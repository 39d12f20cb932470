"""Pages to those who do the same, or come from one place."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from synlighed.catalogue import with_board
from synlighed.edition import narrow
from synlighed.model.item import Item
from synlighed.model.wordlists import Vocabularies
from synlighed.site import Site
from synlighed.status.board import Board
from synlighed.visibility import Edition
from tests.export.expected import assert_expected
from tests.pages.builder import as_kept, compile_small, page_of
from tests.pages.real import app, catalogue_of, contact
from tests.pages.test_calendar import NOW, event
from tests.pages.test_pages import is_sound, links_of, urls

GOLDEN = Path(__file__).parent / "golden"

JOBS = (
    {"label": "Findes det allerede?", "help": "Se efter her.", "to": "apps"},
    {"label": "Hvem svarer?", "contact": "hjaelpen"},
    {"label": "Hvad er til kommuner?", "page": "apps/sektorer/kommune/"},
    {"label": "Virker det?", "page": "status/"},
    {"label": "Findes der regler?", "url": "https://regler.example/"},
)

PRECEDENTS = {"label": "Er det prøvet?", "page": "findes-det-allerede/"}


def words(jobs: Sequence[dict[str, str]] = JOBS, **role: Any) -> Vocabularies:
    """One role, which does these jobs, and one sector."""
    return Vocabularies.model_validate(
        {
            "roles": [
                {
                    "id": "kliniker",
                    "name": "Kliniker",
                    "summary": "Dig, der møder patienten.",
                    "heading": "Til klinikere",
                    "opening": "Du har *to* minutter.",
                    "jobs": jobs,
                    **role,
                }
            ],
            "sectors": [
                {"id": "nabo", "name": "Kommune", "values": ["kommune"]},
                {"id": "maane", "name": "Månen"},
            ],
        }
    )


def site_of(*items: Item, jobs: Sequence[dict[str, str]] = JOBS, **role: Any) -> Site:
    return compile_small(catalogue_of(*items, vocabularies=words(jobs, **role)))


ITEMS = (
    contact(),
    *(
        app(id=f"app-{n}", title=f"App {n}", source=f"data/apps/app-{n}.yml", sectors=["kommune"])
        for n in range(7)
    ),
    event("moede", roles=["kliniker"]),
    event("gammelt", roles=["kliniker"], starts="2. februar 2025 kl. 13.00"),
)


def test_jobs_come_first_then_what_is_theirs() -> None:
    site = site_of(*ITEMS)
    is_sound(site)
    page = page_of(site, "roller/kliniker/")
    assert (page.title, page.section) == ("Til klinikere", "roller/index.md")
    assert_expected(as_kept(page.body), GOLDEN / "reader.html")


def test_of_many_some_are_shown_and_all_are_a_link_away() -> None:
    """In the catalogue narrowed by the sector, which there is anyway."""
    page = page_of(site_of(*ITEMS), "sektorer/nabo/")
    shown = [url for url in links_of(page) if url.startswith("apps/app-")]
    assert len(shown) == 5
    assert "Alle 7 apps" in page.body and "apps/sektorer/kommune/" in links_of(page)


def test_what_is_over_is_not_offered() -> None:
    site = compile_small(with_board(catalogue_of(*ITEMS, vocabularies=words()), Board(NOW)))
    body = page_of(site, "roller/kliniker/").body
    assert "Moede" in body and "Gammelt" not in body


def test_a_reader_to_whom_nothing_is_left_to_tell_has_no_page() -> None:
    """No page on the moon, and nothing on the front page leads there."""
    site = site_of(*ITEMS)
    assert urls(site, "sektorer/") == ["sektorer/", "sektorer/nabo/"]
    assert "Månen" not in page_of(site, "").body


def test_the_front_page_leads_to_each() -> None:
    links = links_of(page_of(site_of(*ITEMS), ""))
    assert {"roller/kliniker/", "sektorer/nabo/"} <= {*links}


@pytest.mark.parametrize("edition", [Edition.PARTNER, Edition.PUBLIC])
def test_outside_a_job_that_leads_to_what_is_hidden_is_gone(edition: Edition) -> None:
    seen = app(id="set", visibility="offentlig")
    jobs = (*JOBS, PRECEDENTS, {"label": "Den app der er skjult?", "app": "app-0"})
    whole = catalogue_of(*ITEMS, seen, vocabularies=words(jobs))
    site = compile_small(narrow(whole, edition, None))
    is_sound(site)
    body = page_of(site, "roller/kliniker/").body
    assert "Findes det allerede?" in body
    for gone in ("Hvem svarer?", "Hvad er til kommuner?", "Den app der er skjult?"):
        assert gone not in body


def test_outside_there_is_no_page_when_all_it_led_to_is_hidden() -> None:
    seen = app(id="set", visibility="offentlig")
    jobs = ({"label": "Hvem svarer?", "contact": "hjaelpen"},)
    whole = catalogue_of(*ITEMS, seen, vocabularies=words(jobs))
    assert urls(compile_small(whole), "roller/") == ["roller/", "roller/kliniker/"]
    outside = compile_small(narrow(whole, Edition.PUBLIC, None))
    assert urls(outside, "roller/") == urls(outside, "sektorer/") == []
    assert "Kliniker" not in page_of(outside, "").body


DONE_OUTSIDE = (JOBS[0], JOBS[4], PRECEDENTS)
HIDDEN_JOB = {"label": "Hvem svarer?", "contact": "hjaelpen"}


@pytest.mark.parametrize(
    ("jobs", "is_there"),
    [
        ((*DONE_OUTSIDE, HIDDEN_JOB), True),
        ((*DONE_OUTSIDE[:2], HIDDEN_JOB), False),
        (DONE_OUTSIDE[:2], True),
        ((*DONE_OUTSIDE[:2], {"label": "Og de andre?", "page": "sektorer/nabo/"}), False),
    ],
    ids=["three are left", "two of three", "all of two", "the door of others is no job"],
)
def test_outside_a_page_is_there_when_enough_can_be_done_on_it(
    jobs: Sequence[dict[str, str]], is_there: bool
) -> None:
    """Also where something names the role; inside it is there with one job."""
    seen = app(id="set", visibility="offentlig", sectors=["kommune"])
    about = event("aabent", roles=["kliniker"], visibility="offentlig")
    whole = catalogue_of(*ITEMS, seen, about, vocabularies=words(jobs))
    assert "roller/kliniker/" in urls(compile_small(whole), "roller/")
    outside = compile_small(narrow(whole, Edition.PUBLIC, None))
    is_sound(outside)
    assert ("roller/kliniker/" in urls(outside, "roller/")) is is_there


def test_without_an_opening_a_page_says_whom_it_is_for() -> None:
    body = page_of(site_of(*ITEMS, opening=None, heading=None), "roller/kliniker/").body
    assert '<h1 id="indhold">Kliniker</h1>' in body and "Dig, der møder patienten." in body


def test_who_answers_for_something_comes_straight_to_it_and_to_its_deadlines() -> None:
    """When it is a role that does."""
    owned = (*ITEMS, app(id="ejet", owner="hjaelpen"))
    links = links_of(page_of(site_of(*owned, responsible="ja"), "roller/kliniker/"))
    assert {"overblik/hjaelpen/", "overblik/hjaelpen/frister.ics"} <= {*links}
    assert "overblik/hjaelpen/" not in links_of(page_of(site_of(*owned), "roller/kliniker/"))
