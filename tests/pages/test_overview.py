"""The overview, and the lists behind its numbers."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from synlighed.catalogue import Catalogue, with_board
from synlighed.cataloguing import compile_catalogue
from synlighed.edition import narrow
from synlighed.gaps import GAPS
from synlighed.load import load
from synlighed.model import discover
from synlighed.site import Settings, Site
from synlighed.status.board import Board
from synlighed.status.document import read_document
from synlighed.status.measured import Answer
from synlighed.visibility import Edition
from synlighed.watching import watched_in
from tests.export.expected import assert_expected
from tests.export.sample import catalogue_of as instruments
from tests.export.sample import instrument
from tests.pages.builder import as_kept, compile_small, page_of
from tests.pages.real import catalogue_of as real_catalogue_of
from tests.pages.test_pages import is_sound, links_of

GOLDEN = Path(__file__).parent / "golden"
BASE = Path(__file__).parents[1] / "cases" / "base"
NOW = datetime(2026, 11, 23, 8, 42, tzinfo=UTC)
SETTINGS = Settings("https://maaleriet.example/")

SERIES = """\
title: Hjalp siden dig?
summary: Hvor mange af dem, der svarer, siden hjalp.
definition: Svar med »ja« i procent af alle svar.
purpose: tilfredshed
question: Hjalp siden dig?
unit: "%"
scale: {least: 0, most: 100}
points:
  - {date: september 2026, value: 61, n: 40}
  - {date: oktober 2026, value: "64,5", n: 52}
sources: [{title: Optælling af mails, date: oktober 2026}]
owner: apps-og-hjaelp
last_reviewed: 1. november 2026
created: 1. november 2026
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The small data, of which something is missing, made up, late and measured."""
    data = Path(shutil.copytree(BASE, tmp_path_factory.mktemp("overview") / "data"))
    (data / "ambassadors" / "ambassadoer-sygehus-nord.yml").unlink()
    (data / "metrics").mkdir()
    (data / "metrics" / "hjalp-siden-dig.yml").write_text(SERIES, encoding="utf-8")
    edit(data / "terms" / "byod.yml", "1. november 2026", "1. november 2020")
    edit(data / "notices" / "flytning.yml", "owner:", "example: ja\nowner:")
    registered = "map: {registration: registreret, app_id: nord.plan}\nowner: ukendt"
    edit(data / "apps" / "min-plan.yml", "\nowner: apps-og-hjaelp", f"\n{registered}")
    loaded = load(data, discover(), shown_as="data")
    found, problems = compile_catalogue(loaded, date(2026, 11, 23))
    assert found, [problem.message for problem in problems]
    return found


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def site_of(catalogue: Catalogue, *components: str) -> Site:
    """The site when the platform measures so many things; never, when there are none."""
    answer = Answer()
    if components:
        document = {
            "schema": "map-status/1",
            "generated_at": NOW.isoformat(),
            "next_update_due": NOW.isoformat(),
            "components": [
                {
                    "id": id,
                    "status": "operational",
                    "status_since": NOW.isoformat(),
                    "observed_at": NOW.isoformat(),
                    "stale_after_s": 300,
                }
                for id in components
            ],
            "incidents": [],
        }
        answer = Answer(read_document(document), fetched=NOW)
    board = Board(NOW, watched_in(catalogue, SETTINGS), answer)
    return compile_small(with_board(catalogue, board))


def test_all_of_it_on_one_page(catalogue: Catalogue) -> None:
    site = site_of(catalogue, "nord.journal")
    is_sound(site)
    page = page_of(site, "overblik/")
    assert_expected(as_kept(page.body), GOLDEN / "overview.html")
    assert page.meta["hide"] == ("navigation", "toc")


def test_each_number_leads_to_a_list_as_long(catalogue: Catalogue) -> None:
    """And the list says the same number, of how many, on which day."""
    site, today = site_of(catalogue), with_board(catalogue, Board(NOW))
    for gap in GAPS:
        number, among = today.count_gap(gap.id)
        url = f"overblik/mangler/{gap.id}/"
        assert url in links_of(page_of(site, "overblik/"))
        body = page_of(site, url).body
        said = f"{number} af {among} {gap.among}, opgjort "
        assert said in body
        listed = [link for link in links_of(page_of(site, url)) if not link.startswith("overblik")]
        assert len([link for link in listed if link.count("/") == 2]) >= number


def test_a_list_says_who_should_mend_it_and_when_it_was_due(catalogue: Catalogue) -> None:
    page = page_of(site_of(catalogue), "overblik/mangler/gennemgang/")
    assert_expected(as_kept(page.body), GOLDEN / "overview-list.html")


def test_what_was_never_heard_is_unknown_and_not_right(catalogue: Catalogue) -> None:
    body = page_of(site_of(catalogue), "overblik/").body
    assert "Ukendt: Det, der måler, har ikke svaret" in body
    assert "Registreret, men bliver ikke målt" not in body


def test_who_answers_for_how_much(catalogue: Catalogue) -> None:
    page = page_of(site_of(catalogue), "overblik/ansvarlige/")
    assert_expected(as_kept(page.body), GOLDEN / "overview-owners.html")


def test_nobody_outside_sees_any_of_it(catalogue: Catalogue) -> None:
    for edition in (Edition.PARTNER, Edition.PUBLIC):
        site = site_of(narrow(catalogue, edition, None))
        assert not [page.url for page in site.pages if page.url.startswith("overblik")]
        assert not [file.uri for file in site.files if file.uri.startswith("overblik")]


def test_a_list_takes_as_many_pages_as_it_must() -> None:
    """The table leads to the page where the items of a kind begin."""
    items = [instrument(number, example="ja") for number in range(450)]
    site = compile_small(instruments(*items))
    is_sound(site)
    urls = [page.url for page in site.pages if "eksempel" in page.url]
    assert urls == [
        "overblik/mangler/eksempel/",
        "overblik/mangler/eksempel/side/2/",
        "overblik/mangler/eksempel/side/3/",
    ]
    assert ">450</a></td>" in page_of(site, "overblik/").body


def test_where_there_is_nothing_to_look_at_nothing_looks_well() -> None:
    site = compile_small(real_catalogue_of())
    body = page_of(site, "overblik/").body
    assert body.count('sl-tile__number">–<') == body.count(">der er ingen ") == len(GAPS)
    assert "Tilfredshed" not in body
