"""What the rules leave alone, beside what they tell of.

Every message of theirs has its case under `tests/cases/`. Here is where each rule ends: what looks
like a mistake and is none, and what looks innocent and is one.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from synlighed.load import load
from synlighed.model import discover
from synlighed.problems import Problem
from synlighed.rules import check

BASE = Path(__file__).parents[1] / "cases" / "base"
TODAY = date(2026, 11, 23)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "data"))


CPR = {
    "010190-1234": True,
    "0101901234": True,
    "010190 1234": True,
    "010190 - 1234": True,
    "311299–1234": True,
    "(010190-1234)": True,
    "320190-1234": False,  # there is no 32nd
    "011390-1234": False,  # nor a 13th month
    "70 00 00 00": False,
    "+45 70 00 00 00": False,
    "0101901234567": False,
    "https://example.org/0101901234": False,
    "https://example.org/?id=0101901234": False,
    "DOI 10.1016/0101901234": False,
    "12.01.2026-1234": False,
    "1. november 2026": False,
    "01-01-1990": False,
}


@pytest.mark.parametrize(("text", "told"), CPR.items(), ids=list(CPR))
def test_a_cpr_number_is_found_wherever_it_stands(text: str, told: bool, data: Path) -> None:
    write(data, f'do_not_confuse: "{text}"\n')
    assert ("F403" in codes(data)) is told


ADDRESSES = {
    "apps@enhed.example": False,
    "apps-support@enhed.example": False,
    "apps.support@enhed.example": True,
    "anna.jensen@enhed.example": True,
    "anna_jensen@enhed.example": True,
    "anna@gmail.com": True,
    "ANNA@GMAIL.COM": True,
    "apps@gmail.company.example": False,
}


@pytest.mark.parametrize(("address", "told"), ADDRESSES.items(), ids=list(ADDRESSES))
def test_the_address_of_a_person_is_found(address: str, told: bool, data: Path) -> None:
    change(data, "contacts/apps-og-hjaelp.yml", "apps@it.example", address)
    assert codes(data) == (["A501"] if told else [])


ABBREVIATIONS = {
    "Bruges i EU og USA": ["USA"],
    "Bruges på OUH og OUH igen": ["OUH"],
    "Se https://www.OUH.dk/ og GPS": [],
    "Del IV og XII": [],
    "BYOD er forklaret": [],
    "COVID-19 er et navn": [],
    "ABCDEFG er for langt": [],
    "ÆØÅ er en forkortelse": ["ÆØÅ"],
}


@pytest.mark.parametrize(("text", "told"), ABBREVIATIONS.items(), ids=list(ABBREVIATIONS))
def test_an_abbreviation_is_explained_or_told_of(text: str, told: list[str], data: Path) -> None:
    write(data, f'definition: "{text}"\n')
    assert [problem.args["value"] for problem in problems(data)] == told


FIGURES = {
    "40 procent": True,
    "40 %": True,
    "9.500 patienter": True,
    "2 mio. kroner": True,
    "40 procent i 2024": False,  # dated where it stands
    "12 patienter": False,
    "version 1.10": False,
    "kl. 13.00": False,
}


@pytest.mark.parametrize(("text", "told"), FIGURES.items(), ids=list(FIGURES))
def test_a_figure_has_a_date(text: str, told: bool, data: Path) -> None:
    change(data, "projects/app-guiderne.yml", "Mange patienter får ikke hentet appen.", text)
    assert codes(data) == (["A507"] if told else [])


@pytest.mark.parametrize("more", ["example: ja\n", "sources:\n  - {title: Tal, date: 2024}\n"])
def test_a_figure_with_a_dated_source_is_fine(more: str, data: Path) -> None:
    change(data, "projects/app-guiderne.yml", "Mange patienter", "40 procent")
    append(data, "projects/app-guiderne.yml", more)
    assert codes(data) == []


LINKS = {
    "[a](terms/byod)": None,
    "[a](/terms/byod/)": None,
    "[a](https://example.org/)": None,
    "<https://example.org/>": None,
    "[a](mailto:apps@it.example)": None,
    "[a](tel:70000000)": None,
    "[a][b]\n\n  [b]: terms/byod": None,
    "[a][b]\n\n  [b]: terms/intet": "F305",
    "`[a](terms/intet)` er en prøve": None,
    "[a] (terms/intet)": None,
    "[a](terms/byod.yml)": "F306",
    "[a](#afsnit)": "F306",
    "[a](JavaScript:alert(1))": "F306",
    "[a](//example.org/)": "F306",
    "![a](https://example.org/a.png)": "F307",
    "<img src=x>": None,  # HTML is shown as the text it is
}


@pytest.mark.parametrize(("text", "code"), LINKS.items(), ids=list(LINKS))
def test_a_link_leads_somewhere(text: str, code: str | None, data: Path) -> None:
    write(data, f"definition: |\n  {text}\n")
    assert codes(data) == ([code] if code else [])


DATES = {
    "valid_from: 2020\nvalid_to: 2020\n": None,
    "valid_from: 2020\nvalid_to: maj 2020\n": None,
    "valid_from: maj 2020\nvalid_to: 2020\n": None,
    "valid_from: maj 2020\nvalid_to: april 2020\n": "F401",
    "valid_to: 1999\n": None,
}


@pytest.mark.parametrize(("text", "code"), DATES.items(), ids=list(DATES))
def test_a_vague_date_has_the_benefit_of_the_doubt(text: str, code: str | None, data: Path) -> None:
    append(data, "organisations/regionens-it.yml", text)
    assert codes(data) == ([code] if code else [])


def test_today_is_not_the_future(data: Path) -> None:
    change(data, "terms/byod.yml", "reviewed: 1. november 2026", "reviewed: 23. november 2026")
    assert codes(data) == []


def test_an_approval_lasts_through_its_last_day(data: Path) -> None:
    approved = "status: godkendt\n  valid_until: 23. november 2026"
    change(data, "apps/min-plan.yml", "status: i gang", approved)
    assert codes(data) == []


NOTICE = """\
title: Appen kan ikke åbnes
summary: Appen lukker sig selv, når man logger ind.
type: forstyrrelse
impact: nede
text: Ring i stedet.
apps: [min-plan]
starts: 20. november 2026 kl. 8
owner: apps-og-hjaelp
last_reviewed: 20. november 2026
created: 20. november 2026
"""
SOLVED = "{at: 20. november 2026 kl. 9, text: Det virker igen., status: løst}"
AGAIN = "{at: 20. november 2026 kl. 10, text: Det er galt igen., status: undersøges}"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (f"updates: [{SOLVED}]", ["F405"]),
        (f"updates: [{SOLVED}]\nends: 20. november 2026 kl. 9.05", []),
        (f"updates: [{SOLVED}, {AGAIN}]", []),
        ("updates: []", ["F223"]),
        ("", []),
    ],
)
def test_what_is_solved_has_an_end(more: str, told: list[str], data: Path) -> None:
    (data / "notices" / "nedbrud.yml").write_text(f"{NOTICE}{more}\n", encoding="utf-8")
    assert codes(data) == told


def test_a_contact_may_answer_for_itself(data: Path) -> None:
    change(data, "contacts/apps-og-hjaelp.yml", "owner: apps-og-hjaelp", "owner: ukendt")
    assert codes(data) == []
    change(data, "contacts/apps-og-hjaelp.yml", "owner: ukendt", "owner: apps-og-hjaelp")
    assert codes(data) == []


def test_what_is_unknown_fulfils_no_condition_and_answers_every_need(data: Path) -> None:
    change(data, "apps/min-plan.yml", "lifecycle: under udvikling", "lifecycle: ukendt")
    assert codes(data) == []
    change(data, "apps/min-plan.yml", "lifecycle: ukendt", "lifecycle: i drift")
    append(
        data,
        "apps/min-plan.yml",
        "use_advice: ukendt\nplatforms: ukendt\naccessibility_statement: ukendt\n",
    )
    assert codes(data) == []


def test_one_app_may_have_one_id_on_two_platforms(data: Path) -> None:
    append(
        data,
        "apps/min-plan.yml",
        "platforms:\n  - {os: iOS, bundle_id: dk.a.b}\n  - {os: Android, bundle_id: dk.a.b}\n",
    )
    assert codes(data) == []


REFERENCE = """\
title: Nævnet
summary: Nævnet vurderer apps til sundhed.
use_for: Du leder efter andres vurdering af en app.
type: ordning
relevance: Nævnet ser på apps.
url: https://example.org/
last_checked: ukendt
owner: apps-og-hjaelp
last_reviewed: 1. november 2026
created: 1. november 2026
"""


def test_a_reviewer_that_the_site_names_exists(data: Path) -> None:
    """As far as there are any to choose from."""
    append(data, "site.yml", "app_reviewers: [naevnet, naevnt]\n")
    assert codes(data) == []
    (data / "references").mkdir()
    (data / "references" / "naevnet.yml").write_text(REFERENCE, encoding="utf-8")
    (problem,) = problems(data)
    assert (problem.code, problem.path, problem.suggestions) == (
        "F301",
        "data/site.yml",
        ("naevnet",),
    )


def test_a_longer_ring_is_shown_whole(data: Path) -> None:
    for id, parent in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")):
        shutil.copy(data / "organisations/regionens-it.yml", data / f"organisations/{id}.yml")
        change(data, f"organisations/{id}.yml", "title: Regionens it", f"title: Enhed {id * 3}")
        append(data, f"organisations/{id}.yml", f"parent: {parent}\n")
    (problem,) = problems(data)
    assert problem.code == "F310"
    ring = problem.args["path"].split(" > ")
    assert ring[0] == ring[-1]
    assert sorted(ring[1:]) == ["a", "b", "c"]


def test_an_id_can_be_meant_by_its_name_its_former_id_or_its_spelling(data: Path) -> None:
    append(data, "terms/byod.yml", "former_ids: [egen-enhed]\n")
    for meant in ("BYOD", "egen-enhed", "byodd", "by-od"):
        write(data, f"see_also: [{meant}]\n")
        (problem,) = problems(data)
        assert (problem.code, problem.suggestions) == ("F301", ("byod",)), meant


def test_the_command_in_a_hint_is_safe_to_paste(data: Path) -> None:
    write(data, 'see_also: ["x; rm -rf ~ #"]\n')
    (problem,) = problems(data)
    assert problem.hint.endswith("scripts/new.py terms x-rm-rf")


def test_a_mistake_in_one_item_hides_nothing_in_the_others(data: Path) -> None:
    append(data, "apps/min-plan.yml", "ukendt_felt: a\nuses_services: [{service: intet}]\n")
    append(data, "terms/byod.yml", "see_also: [byod]\n")
    assert codes(data) == ["F202", "F301", "F309"]


def test_a_file_is_told_of_its_first_20_mistakes_and_that_there_are_more(data: Path) -> None:
    write(data, "see_also:\n" + "".join(f"  - nummer-{n}\n" for n in range(1000)))
    found = codes(data)
    assert found == ["F128", *["F301"] * 20]


def test_more_warnings_than_are_shown_are_no_mistake(data: Path) -> None:
    write(data, "sources:\n" + "  - {title: a, url: http://a.example/}\n" * 30)
    assert not [problem for problem in problems(data) if problem.is_error]


def write(data: Path, more: str) -> None:
    """A term with these fields, and the others as they must be."""
    key = more.partition(":")[0]
    lines = (BASE / "terms" / "byod.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    rest = "".join(line for line in lines if not line.startswith((key, "title")))
    file = data / "terms" / "proeve.yml"
    file.write_text(f"title: Prøve\n{rest}{more}", encoding="utf-8")


def change(data: Path, path: str, old: str, new: str) -> None:
    text = (data / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (data / path).write_text(text.replace(old, new), encoding="utf-8")


def append(data: Path, path: str, more: str) -> None:
    with (data / path).open("a", encoding="utf-8") as file:
        file.write(more)


def problems(data: Path) -> tuple[Problem, ...]:
    return check(load(data, discover(), shown_as="data"), TODAY)


def codes(data: Path) -> list[str]:
    return [problem.code for problem in problems(data)]
