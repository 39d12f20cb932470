"""The page of what is on its way, and what of the data it tells."""

from pathlib import Path
from typing import Any

import pytest

from synlighed.edition import narrow
from synlighed.model.item import Item
from synlighed.model.organisations import Organisation
from synlighed.model.projects import Project
from synlighed.model.services import Service
from synlighed.site import SitePage
from synlighed.visibility import Edition
from tests.export.expected import assert_expected
from tests.export.sample import COMMON
from tests.pages.builder import as_kept, compile_small, page_of, read
from tests.pages.real import app, catalogue_of
from tests.pages.test_pages import is_sound
from tests.site.html import text_of

GOLDEN = Path(__file__).parent / "golden"


def project(id: str = "projektet", **fields: Any) -> Project:
    given = {
        **COMMON,
        "id": id,
        "source": f"data/projects/{id}.yml",
        "title": id.capitalize(),
        "problem": "ukendt",
        "stage": "udvikling",
        "initiated_by": "ukendt",
        "units": "ukendt",
        "contact": "ukendt",
    }
    return Project.model_validate(given | fields)


def service(id: str, **fields: Any) -> Service:
    given = {
        **COMMON,
        "id": id,
        "source": f"data/services/{id}.yml",
        "title": id.capitalize(),
        "type": "ukendt",
        "what_you_get": "ukendt",
        "lifecycle": "i drift",
        "open_to": "ukendt",
        "access_rules": "ukendt",
        "access_steps": "ukendt",
        "provider": "ukendt",
        "support": "ukendt",
    }
    return Service.model_validate(given | fields)


def unit(id: str) -> Organisation:
    given = {"id": id, "source": f"data/organisations/{id}.yml", "title": f"Enheden {id}"}
    return Organisation.model_validate({**COMMON, **given, "type": "ukendt"})


def roadmap(*items: Item) -> SitePage:
    return page_of(compile_small(catalogue_of(*items)), "paa-vej/")


def told(page: SitePage) -> list[tuple[str, list[str]]]:
    """The headings of the page, each with the names under it."""
    return [
        (text_of(part.find("h2")), [text_of(name) for name in part.findall(".//dt/a")])
        for part in read(page).root.findall(".//section")
    ]


EVERYTHING = (
    unit("ouh"),
    service("adgangen", lifecycle="under udvikling", planned="2. halvår 2027", provider="ouh"),
    service("nyt-kort"),
    service(
        "gammelt-kort",
        lifecycle="under udfasning",
        deprecation={"date": "30. september 2027", "replaced_by": "nyt-kort"},
    ),
    service("opslag", lifecycle="under udfasning"),
    app(lifecycle="i drift", phased_out="2026", publisher="ouh"),
    app(id="min-nye-plan", title="Min Nye Plan", lifecycle="idé", replaces=["min-plan"]),
    project(planned="2. halvår 2027", units=["ouh"], needs_services=["adgangen", "nyt-kort"]),
    project("langt-ude", planned="1. halvår 2031", stage="under vurdering", example="ja"),
    project("uden-dato"),
)


def test_all_of_it() -> None:
    page = roadmap(*EVERYTHING)
    assert (page.title, page.uri) == ("På vej", "paa-vej/index.md")
    assert_expected(as_kept(page.body), GOLDEN / "roadmap.html")


def test_it_is_told_by_time_and_what_ends_comes_after() -> None:
    assert told(roadmap(*EVERYTHING)) == [
        ("2. halvår 2026", ["Min Plan"]),
        ("2. halvår 2027", ["Adgangen", "Projektet", "Gammelt-kort"]),
        ("1. halvår 2031", ["Langt-ude"]),
        ("Uden dato", ["Uden-dato", "Opslag"]),
    ]


def test_when_nobody_has_said_when() -> None:
    page = roadmap(project())
    assert told(page) == [("Uden dato", ["Projektet"])]
    assert "Ingen har sagt, hvornår noget af det kommer." in page.body
    assert "mere end to år" not in page.body


@pytest.mark.parametrize(
    "item",
    [
        project(stage="idé"),
        project(stage="ukendt"),
        project(stage="afsluttet", planned="2. halvår 2027"),
        project(stage="stoppet", planned="2. halvår 2027"),
        project(planned="2. halvår 2027", content_status="arkiveret"),
        app(lifecycle="idé"),
        app(lifecycle="i drift", planned="2. halvår 2026"),
        app(lifecycle="ikke i drift", planned="2. halvår 2027", phased_out="marts 2026"),
    ],
    ids=["idea", "unknown", "over", "stopped", "archived", "app idea", "in use", "out of use"],
)
def test_what_is_not_on_its_way(item: Item) -> None:
    """And where nothing is, there is no page, nor a way to one."""
    site = compile_small(catalogue_of(item))
    assert not [page.url for page in site.pages if page.url.startswith("paa-vej")]
    assert not [page.url for page in site.pages if "paa-vej/" in page.body]


def test_an_app_can_come_and_end() -> None:
    planned = app(lifecycle="under udvikling", planned="1. halvår 2027", phased_out="juli 2029")
    assert told(roadmap(planned)) == [
        ("1. halvår 2027", ["Min Plan"]),
        ("2. halvår 2029", ["Min Plan"]),
    ]


def test_it_takes_as_many_pages_as_it_must() -> None:
    """And the way to a half year leads to the page that it begins on."""
    items = [project(f"p-{n:02}", planned=f"{n // 50 + 1}. halvår 2027") for n in range(100)]
    site = compile_small(catalogue_of(*items))
    is_sound(site)
    pages = [page_of(site, f"paa-vej/{side}") for side in ("", "side/2/", "side/3/")]
    assert [(half, len(names)) for page in pages for half, names in told(page)] == [
        ("1. halvår 2027", 48),
        ("1. halvår 2027", 2),
        ("2. halvår 2027", 46),
        ("2. halvår 2027", 4),
    ]
    assert 'href="side/2/#halvaar-2027-2"' in pages[0].body.replace("../paa-vej/", "")
    assert pages[1].section == "paa-vej/index.md"


def test_those_outside_see_what_they_may() -> None:
    whole = catalogue_of(*EVERYTHING[:-1], project("aabent", visibility="offentlig"))
    site = compile_small(narrow(whole, Edition.PUBLIC, None))
    assert told(page_of(site, "paa-vej/")) == [("Uden dato", ["Aabent"])]
