"""A new kind is a file in `model/` and a folder in `data/`: all the rest follows."""

import ast
import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.site.conftest import SMALL
from tests.site.html import Page, read_page, text_of
from tests.site.project import Project, copy_project

DECLARATION = Path(__file__).with_name("devices.py")

ANSWERS = """\
Rød telefon
En telefon, som kan lånes med hjem til en prøve.
rød
sygehuset
hjaelpen
"""

BEGINNING = """\
title: Blå telefon
summary: En telefon, som ingen kan finde mere.
"""
REST = """
owner: ukendt
last_reviewed: ukendt
created: 1. marts 2026
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project with the new kind, an item of it, and a built site. Nothing else is changed."""
    project = copy_project(tmp_path_factory.mktemp("kind") / "project", SMALL)
    shutil.copy(DECLARATION, project.root / "hooks" / "synlighed" / "model")
    said = project.script("new", "devices", "roed-telefon", answers=ANSWERS)
    assert said.code == 0, said.all
    project.change(
        "data/devices/roed-telefon.yml", "# bought: 1. maj 2026", "bought: 6. marts 2019"
    )
    for command in (("schema",), ("check",), ("build",)):
        said = project.script(*command)
        assert said.code == 0, said.all
    return project


@pytest.fixture(scope="module")
def page(project: Project) -> Page:
    """The page of the item."""
    return read_page(project.site / "enheder" / "roed-telefon" / "index.html")


def test_the_declaration_takes_ten_lines() -> None:
    """Apart from imports and what documents it."""
    body = ast.parse(DECLARATION.read_text(encoding="utf-8")).body
    declared = [node for node in body if isinstance(node, ast.ClassDef)]
    lines = set()
    for node in declared:
        statements = [part for part in node.body if not isinstance(part, ast.Expr)]
        lines |= {node.lineno}
        lines |= {n for part in statements for n in range(part.lineno, part.end_lineno + 1)}
    assert len(lines) <= 10


def test_the_file_was_written_by_its_questions(project: Project) -> None:
    """In order, with what was answered filled in and the rest explained."""
    text = (project.data / "devices" / "roed-telefon.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/devices.json\n")
    assert yaml.safe_load(text)["colour"] == "rød"
    assert "# Hører til: Hvor.\nunit: sygehuset\n" in text


@pytest.mark.parametrize(
    ("wrong", "place", "meant"),
    [
        ("color: blå\nunit: sygehuset", "3:1  fejl F202", "Mente du »colour«?"),
        ("colour: blå\nunit: sygehusett", "4:7  fejl F301", "Mente du »sygehuset«?"),
        ("colour: blå\nunit: sygehuset\nbought: i går", "5:9  fejl F211", "»6. marts 2019«"),
    ],
)
def test_a_mistake_in_it_is_found(project: Project, wrong: str, place: str, meant: str) -> None:
    """With its place, and what was meant."""
    file = project.write("data/devices/blaa-telefon.yml", BEGINNING + wrong + REST)
    said = project.script("check")
    file.unlink()
    assert said.code == 1
    assert f"data/devices/blaa-telefon.yml:{place}\n" in said.out
    assert meant in said.out


def test_its_schema(project: Project) -> None:
    """Exists, is valid, takes the file, and refuses what the check refuses."""
    schema = json.loads((project.data / "schema" / "devices.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    text = (project.data / "devices" / "roed-telefon.yml").read_text(encoding="utf-8")
    item = yaml.safe_load(text)
    assert validator.is_valid(item)
    assert not validator.is_valid(item | {"color": "rød"})
    assert schema["properties"]["unit"]["title"] == "Hører til"


def test_its_page_shows_its_facts(page: Page) -> None:
    """In the words of the declaration, with a link to the other side."""
    shown = text_of(page.main)
    for fact in ("Rød telefon", "Farve rød", "Hører til Sygehuset", "Historie", "6. marts 2019"):
        assert fact in shown
    assert "../../organisationer/sygehuset/" in {link.to for link in page.links}
    edits = {link.to for link in page.links if "git.example" in link.to}
    assert edits == {"https://git.example/synlighed/edit/main/data/devices/roed-telefon.yml"}


def test_its_relation_shows_on_the_other_side(project: Project) -> None:
    """Under the name the declaration gives it there."""
    other = read_page(project.site / "organisationer" / "sygehuset" / "index.html")
    assert "Låner ud (1) Rød telefon" in text_of(other.main)
    assert "../../enheder/roed-telefon/" in {link.to for link in other.links}


def test_its_catalogue(project: Project) -> None:
    """Lists it, counts it, and says what the kind says of a card."""
    catalogue = read_page(project.site / "enheder" / "index.html")
    shown = text_of(catalogue.main)
    assert "Enheder" in shown and "1 enhed" in shown and "Farve: rød" in shown
    assert "roed-telefon/" in "".join(link.to for link in catalogue.links)


def test_its_handbook_page(project: Project) -> None:
    """Explains its fields to editors."""
    shown = text_of(read_page(project.site / "haandbog" / "enheder" / "index.html").main)
    for word in ("colour", "Farve", "Så den kan kendes.", "rød", "Historie", "bought"):
        assert word in shown


def test_its_exports(project: Project) -> None:
    """For programs and for spreadsheets."""
    folder = project.site / "api" / "v1"
    document = json.loads((folder / "devices.json").read_text(encoding="utf-8"))
    assert document["count"] == 1
    assert document["items"][0]["fields"]["bought"] == "2019-03-06"
    schema = json.loads((folder / "schema" / "devices.json").read_text(encoding="utf-8"))
    assert jsonschema.Draft7Validator(schema).is_valid(document["items"][0]["fields"])
    text = (folder / "devices.csv").read_bytes().decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    assert (row["Farve"], row["Hører til"], row["Købt"]) == ("rød", "Sygehuset", "2019-03-06")


def test_search_finds_it(project: Project) -> None:
    """By its name, and by a fact."""
    index = json.loads((project.site / "soeg" / "indeks.json").read_text("utf-8"))
    [found] = [row for row in index["pages"] if row[0] == "enheder/roed-telefon/"]
    assert index["kinds"][found[1]] == ["enhed", "Enheder"]
    assert found[2] == "Rød telefon" and "rød telefon" in found[8].split("|")
    assert {"lån", "hjem"} <= {*found[9].split()} and "rød" in found[10].split()
