"""A whole folder is read, in one order, and what is wrong with one file spoils no other."""

import shutil
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from synlighed.cataloguing import compile_catalogue
from synlighed.load import Loaded, load
from synlighed.load.placing import reserved_ids
from synlighed.model import discover
from synlighed.model.apps import App
from synlighed.rules import check

BASE = Path(__file__).parents[1] / "cases" / "base"
TODAY = date(2026, 11, 23)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "data"))


def test_the_items_stand_in_the_order_of_their_kinds_and_names(data: Path) -> None:
    loaded = read(data)
    assert [entry.file.path for entry in loaded.items] == [
        "data/ambassadors/ambassadoer-sygehus-nord.yml",
        "data/apps/min-plan.yml",
        "data/contacts/apps-og-hjaelp.yml",
        "data/notices/flytning.yml",
        "data/organisations/regionens-it.yml",
        "data/organisations/sygehus-nord.yml",
        "data/projects/app-guiderne.yml",
        "data/services/adgang-til-data.yml",
        "data/terms/byod.yml",
    ]
    assert loaded.site and loaded.site.name == "Prøvesiden"


REWRITTEN: dict[str, Callable[[str], bytes]] = {
    "byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "NFD": lambda text: unicodedata.normalize("NFD", text).encode(),
    "no newline at the end": lambda text: text.rstrip("\n").encode(),
}


@pytest.mark.parametrize("rewrite", REWRITTEN.values(), ids=list(REWRITTEN))
def test_how_an_editor_saves_makes_no_difference(
    rewrite: Callable[[str], bytes], data: Path
) -> None:
    before = read(data)
    for file in data.rglob("*.yml"):
        file.write_bytes(rewrite(file.read_text(encoding="utf-8")))
    after = read(data)
    assert [entry.item for entry in after.items] == [entry.item for entry in before.items]
    assert after.site == before.site
    assert check(after, TODAY) == ()


@pytest.mark.parametrize(
    "name", [".byod.yml.swp", ".DS_Store", "Thumbs.db", "desktop.ini", "~$byod.docx", "byod.yml~"]
)
def test_what_systems_and_editors_leave_behind_is_passed_by(name: str, data: Path) -> None:
    (data / "terms" / name).write_bytes(b"\0")
    (data / name).write_bytes(b"\0")
    assert check(read(data), TODAY) == ()


def test_other_files_beside_the_folders_are_no_concern(data: Path) -> None:
    (data / "README.md").write_text("# Data\n", encoding="utf-8")
    (data / "schema").mkdir()
    (data / "schema" / "terms.json").write_text("{}", encoding="utf-8")
    assert check(read(data), TODAY) == ()


def test_an_empty_folder_of_a_kind_holds_nothing(data: Path) -> None:
    shutil.rmtree(data / "services")
    (data / "services").mkdir()
    assert check(read(data), TODAY) == ()


def test_a_kind_nobody_refers_to_needs_no_folder(data: Path) -> None:
    shutil.rmtree(data / "services")
    assert check(read(data), TODAY) == ()


def test_synonyms_are_read_group_by_group(data: Path) -> None:
    """In the order of the file, as they are written there."""
    (data / "synonyms.yml").write_text(
        "# Ord, der betyder det samme\n"
        "groups:\n"
        "- [NO, 2FA, 'ude af drift' ]\n"
        "-\n"
        "  - E-mail\n"
        "  - ÆBLE\n",
        encoding="utf-8",
    )
    loaded = read(data)
    assert check(loaded, TODAY) == ()
    assert loaded.synonyms
    assert loaded.synonyms.groups == (("NO", "2FA", "ude af drift"), ("E-mail", "ÆBLE"))


def test_a_folder_without_synonyms_has_none(data: Path) -> None:
    loaded = read(data)
    assert loaded.synonyms is None
    catalogue, _ = compile_catalogue(loaded, TODAY)
    assert catalogue and catalogue.synonyms == ()


SPOILT = {
    "broken": lambda file: file.write_text("title: a: b\n- c\n", encoding="utf-8"),
    "empty": lambda file: file.write_text("", encoding="utf-8"),
    "in Latin-1": lambda file: file.write_bytes("title: Prøve\n".encode("latin-1")),
    "called .yaml": lambda file: file.rename(file.with_suffix(".yaml")),
    "a link": lambda file: (file.rename(file.with_suffix(".x")), file.symlink_to("byod.x")),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=list(SPOILT))
def test_what_refers_to_a_file_with_mistakes_is_right(
    spoil: Callable[[Path], object], data: Path
) -> None:
    """The file is told of once, and not again wherever its item is named."""
    spoil(data / "contacts" / "apps-og-hjaelp.yml")
    problems = check(read(data), TODAY)
    assert {problem.path.partition(".")[0] for problem in problems if problem.is_error} == {
        "data/contacts/apps-og-hjaelp"
    }


def test_all_that_is_wrong_is_told_at_once(data: Path) -> None:
    """In every file, and in one file by the file itself, its fields, and what they refer to."""
    (data / "site.yml").unlink()
    (data / "terms" / "byod.yml").write_text(
        "title: BYOD: egen enhed\n"
        "summary: Kort\n"
        "owner: ukendt-rolle\n"
        "definition: |\n  Se [her](terms/intet).\n"
        "created: 1. januar 2027\n"
        "last_reviewed: i går\n"
        "# 010190-1234\n",
        encoding="utf-8",
    )
    assert [(p.path, p.code, p.line) for p in check(read(data), TODAY)] == [
        ("data/site.yml", "F012", 0),
        ("data/terms/byod.yml", "F104", 1),
        ("data/terms/byod.yml", "F205", 2),
        ("data/terms/byod.yml", "F301", 3),
        ("data/terms/byod.yml", "F305", 5),
        ("data/terms/byod.yml", "F402", 6),
        ("data/terms/byod.yml", "F211", 7),
        ("data/terms/byod.yml", "F403", 8),
    ]


def test_the_words_of_addresses_and_of_facets_are_reserved() -> None:
    assert reserved_ids(App) >= {"index", "side", "livscyklus", "maalgrupper", "emner"}


def test_problems_are_the_same_however_often_they_are_asked_for(data: Path) -> None:
    (data / "terms" / "byod.yml").write_text("titel: a\nowner: b\n", encoding="utf-8")
    assert check(read(data), TODAY) == check(read(data), TODAY)


def read(data: Path) -> Loaded:
    return load(data, discover(), shown_as="data")
