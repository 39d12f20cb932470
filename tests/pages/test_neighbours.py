"""What an item names and what names it, as a picture on its page."""

import re
from datetime import date
from pathlib import Path

import pytest

from synlighed.edition import narrow
from synlighed.model.item import Item
from synlighed.model.organisations import Organisation
from synlighed.visibility import Edition
from tests.export.expected import assert_expected
from tests.export.sample import COMMON
from tests.pages.builder import compile_small, page_of
from tests.pages.real import catalogue_of, contact
from tests.similar.things import app, lesson, project

GOLDEN = Path(__file__).parent / "golden"


def unit(id: str, title: str, **fields: object) -> Organisation:
    """An organisation that may be anything to an app."""
    given = {"id": id, "source": f"data/organisations/{id}.yml", "title": title, "type": "region"}
    return Organisation.model_validate({**COMMON, **given, **fields})


def lessons(number: int) -> list[Item]:
    return [
        lesson(f"laert-{n:03}", f"Erfaring {n:03}", "Det lærte vi.", apps=["min-plan"])
        for n in range(1, number + 1)
    ]


def plan(title: str = "Min Plan", **fields: object) -> Item:
    return app("min-plan", title, "Patienten ser sin plan.", **fields)


def figure_of(*items: Item) -> str:
    """The picture on the page of the app, if it has one."""
    body = page_of(compile_small(catalogue_of(contact(), *items)), "apps/min-plan/").body
    found = re.findall(r'<figure class="sl-star.*?</figure>', body, re.DOTALL)
    return found[0] if found else ""


def wide_of(*items: Item) -> str:
    return figure_of(*items).partition("<details")[0]


def linked(figure: str) -> list[str]:
    return re.findall(r'<a href="([^"]*)"', figure)


EVERYTHING = (
    plan(units=["nord"], publisher="nord", data_controller="syd", example="ja"),
    unit("nord", "Region Nordens Hospitaler og Psykiatri"),
    unit("syd", "Syd"),
    project("proeve", "Prøve på <b>afstand</b>", "Vi prøver det.", results=["min-plan"]),
    *lessons(2),
)


def test_the_picture_is_as_expected() -> None:
    """One drawing for wide screens and one for narrow ones, with the same in them."""
    figure = figure_of(*EVERYTHING)
    assert_expected(figure + "\n", GOLDEN / "neighbours.html")
    wide, narrow_ = figure.split("<details")
    assert sorted(linked(wide)) == sorted(linked(narrow_))
    assert re.findall('role="group" aria-label="([^"]*)"', wide) == [
        "Det hænger Min Plan sammen med",
        "Erfaringer",
        "Kommer fra projektet",
        "Udgiver og enheder",
        "Dataansvarlig",
    ]


def test_what_is_there_under_several_names_is_there_once() -> None:
    assert linked(wide_of(*EVERYTHING)).count("../../organisationer/nord/") == 1


@pytest.mark.parametrize("number", [0, 1])
def test_where_there_is_next_to_nothing_there_is_no_picture(number: int) -> None:
    assert figure_of(plan(), *lessons(number)) == ""


def test_only_what_readers_ask_about_is_in_it() -> None:
    """Everything has a contact."""
    items = (plan(system_owner="hjaelpen", publisher="syd"), unit("syd", "Syd"), *lessons(1))
    assert linked(wide_of(*items)) == ["../../erfaringer/laert-001/", "../../organisationer/syd/"]


def test_nothing_is_its_own_neighbour() -> None:
    assert figure_of(plan(replaces=["min-plan"]), *lessons(1)) == ""


@pytest.mark.parametrize(
    ("number", "shown", "rest"),
    [(12, 12, ""), (13, 13, ""), (14, 12, "og 2 flere"), (500, 12, "og 488 flere")],
)
def test_of_many_some_are_shown_and_the_rest_is_one_click_away(
    number: int, shown: int, rest: str
) -> None:
    figure = wide_of(plan(), *lessons(number))
    links = linked(figure)
    assert len([link for link in links if link.startswith("../../erfaringer/")]) == shown
    # Up to twenty stand in a list on the page itself, the others on one of their own.
    more = {"": [], "og 2 flere": ["#erfaringer"]}.get(rest, ["../../apps/min-plan/erfaringer/"])
    assert links[shown:] == [*more] and rest in figure


def test_no_relation_is_forgotten_for_another_that_has_many() -> None:
    items = (plan(publisher="syd"), unit("syd", "Syd"), *lessons(40))
    links = linked(wide_of(*items))
    assert "../../organisationer/syd/" in links and len(links) == 13


def test_whoever_has_every_relation_to_somebody_else_sees_how_many_others_there_are() -> None:
    units = [unit(f"e-{n}", f"Enhed {n}") for n in range(9)]
    roles = dict(zip(("publisher", "data_controller"), ("e-0", "e-1"), strict=True))
    processors = {"data_processors": ["e-2", "e-0", "e-3"], "units": ["e-3", "e-4", "e-1", "e-5"]}
    suppliers = [{"organisation": f"e-{n}", "role": "udvikling"} for n in (4, 6, 2)]
    figure = wide_of(plan(**roles, **processors, suppliers=suppliers), *units)
    assert figure.count('<g role="group"') == 7 and "Andet" in figure


def test_outside_the_picture_has_what_readers_may_see() -> None:
    hidden = lesson("hemmelig", "Hemmelig", "Det siger vi ikke.", apps=["min-plan"])
    items = [plan(visibility="offentlig"), hidden]
    items += [
        lesson(
            f"aaben-{n}", f"Åben {n}", "Det siger vi.", apps=["min-plan"], visibility="offentlig"
        )
        for n in range(2)
    ]
    whole = catalogue_of(contact(visibility="offentlig"), *items)
    public = narrow(whole, Edition.PUBLIC, date(2026, 11, 23))
    inside, outside = (page_of(compile_small(c), "apps/min-plan/").body for c in (whole, public))
    assert "Hemmelig" in inside
    assert "sl-star" in outside and "Hemmelig" not in outside


def test_no_text_becomes_markup() -> None:
    figure = figure_of(
        plan(title='Min "Plan" <script>alert(1)</script>'), *lessons(1), *EVERYTHING[3:4]
    )
    assert "<script" not in figure and "<b>" not in figure
    assert "&lt;b&gt;afstand&lt;/b&gt;" in figure
