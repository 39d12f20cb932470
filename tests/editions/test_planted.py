"""An edition holds no byte of what its readers may not see."""

import json
import re
import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from synlighed import serving
from synlighed.danish.searching import words_of
from synlighed.visibility import Edition
from tests.conftest import shared_folder
from tests.editions.planting import plant_data, plant_docs, planted
from tests.editions.searching import found_in
from tests.site.html import read_text, text_of
from tests.site.project import Project, copy_project, files_of

SIZE = 60

HIDDEN = [
    (Edition.PARTNER, Edition.INTERNAL),
    (Edition.PUBLIC, Edition.INTERNAL),
    (Edition.PUBLIC, Edition.PARTNER),
]
"""Editions, and something that each must not hold."""


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Project:
    """The planted project, with a built site for each edition beside it."""
    shared = shared_folder(tmp_path_factory, worker_id) / "editions"
    project = Project(shared / "project")
    with FileLock(f"{shared}.lock"):
        if not shared.exists():
            copy_project(project.root)
            shutil.rmtree(project.data)
            plant_data(project.data, SIZE)
            plant_docs(project)
            for edition in Edition:
                built(project, edition, shared / edition)
    return project


def built(project: Project, edition: Edition, out: Path) -> dict[str, bytes]:
    """The files of an edition."""
    said = project.script("build", "--edition", edition, "--out", str(out))
    assert said.code == 0, said.all
    return files_of(out)


def files(project: Project, edition: Edition) -> dict[str, bytes]:
    return files_of(project.root.parent / edition)


@pytest.mark.parametrize(("edition", "hidden"), HIDDEN)
def test_no_byte_of_it(project: Project, edition: Edition, hidden: Edition) -> None:
    assert list(found_in(files(project, edition), planted(hidden))) == []


@pytest.mark.parametrize(("edition", "shown"), [(e, s) for e in Edition for s in Edition])
def test_what_readers_may_see_is_there(project: Project, edition: Edition, shown: Edition) -> None:
    """Or a word that nobody finds would prove nothing."""
    if shown is Edition.PUBLIC or not edition.shows(shown):
        return
    everything = b"\n".join(files(project, edition).values()).lower()
    words = plant_data(project.root.parent / f"words-{edition}-{shown}", SIZE)
    ours = [word for word in words if word.startswith(planted(shown))]
    assert len(ours) > 90
    assert [word for word in ours if word.encode() not in everything] == []
    assert f"zq{shown}.png".encode() in everything
    assert planted(shown).encode() in files(project, edition)["soeg/indeks.json"]


def test_it_says_the_same_whatever_is_hidden(project: Project, tmp_path: Path) -> None:
    """Nothing in it, not a number nor an order nor a date, comes of what is hidden."""
    other = copy_project(tmp_path / "project")
    shutil.rmtree(other.data)
    plant_data(other.data, SIZE, seed=2)
    plant_docs(other)
    other.write("docs/zqintern/index.md", "# Noget andet\n\nEn helt anden side.\n")
    assert built(other, Edition.PUBLIC, tmp_path / "out") == files(project, Edition.PUBLIC)


def test_what_led_to_it_is_text(project: Project) -> None:
    page = files(project, Edition.PUBLIC)["for-alle/index.html"].decode()
    assert "en side, en anden, en app, et kontaktpunkt." in text_of(read_text(page).main)
    assert 'src="../for%20alle.png"' in page
    [item] = [
        text.decode()
        for name, text in files(project, Edition.PUBLIC).items()
        if name == "projekter/projects-0/index.html"
    ]
    assert "den ene, den anden, den tredje" in text_of(read_text(item).main)


SYNONYMS = {
    Edition.INTERNAL: [
        ["måle", "blodtryk", "zqpartnerapps1title"],
        ["samtykke", "zqinternapps1title"],
        ["hjemme", "hos", "login zqinternapps1title"],
        ["håndsæt", "bimmelim"],
    ],
    Edition.PARTNER: [
        ["måle", "blodtryk", "zqpartnerapps1title"],
        ["hjemme", "hos"],
        ["håndsæt", "bimmelim"],
    ],
    Edition.PUBLIC: [["måle", "blodtryk"], ["hjemme", "hos"], ["håndsæt", "bimmelim"]],
}


@pytest.mark.parametrize(("edition", "groups"), SYNONYMS.items(), ids=list(SYNONYMS))
def test_synonyms_name_nothing_of_it(
    project: Project, edition: Edition, groups: list[list[str]]
) -> None:
    """And are there all the same, those too that no item uses."""
    index = json.loads(files(project, edition)["soeg/indeks.json"])
    ours = [[" ".join(words_of(name)) for name in group] for group in groups]
    assert index["synonyms"][: len(ours)] == ours


def test_empty_entries_of_the_navigation_are_gone(project: Project) -> None:
    names = {
        edition: files(project, edition)["index.html"].decode().count("md-tabs__item")
        for edition in Edition
    }
    assert names[Edition.INTERNAL] > names[Edition.PARTNER] > names[Edition.PUBLIC]
    page = files(project, Edition.PUBLIC)["index.html"].decode()
    assert "For alle" in page and "haandbog" not in page


def test_it_knows_no_address_of_the_inside(project: Project) -> None:
    for edition in (Edition.PARTNER, Edition.PUBLIC):
        for inside in ("https://synlighed.example", "git.example"):
            assert list(found_in(files(project, edition), inside)) == []


def test_editions_at_the_same_time(project: Project) -> None:
    """Each remembers what it made itself, so that none finds the other's pages."""
    again = project.root.parent / "again"
    for edition in Edition:
        assert built(project, edition, again) == files(project, edition)


@pytest.mark.parametrize("edition", list(Edition))
def test_a_staged_edition(project: Project, edition: Edition, tmp_path: Path) -> None:
    """What another renderer gets is the same pages, and no byte more."""
    there = Project(project.root, {"SYNLIGHED_EDITION": edition})
    said = there.script("stage", "--out", str(tmp_path / "staged"))
    assert said.code == 0, said.all
    staged, published = files_of(tmp_path / "staged"), files(project, edition)
    pages = {
        f"{name.removesuffix('.md').removesuffix('index').rstrip('/')}/index.html".lstrip("/")
        for name in staged
        if name.endswith(".md")
    }
    others = {name for name in staged if not name.endswith(".md")}
    html = {name for name in published if name.endswith(".html")}
    assert pages | {name for name in others if name.endswith(".html")} | {"404.html"} == html
    # How to serve the pages can be told when they are made.
    assert {name for name in others if staged[name] != published[name]} == {serving.URI}
    for hidden in Edition:
        if not edition.shows(hidden):
            assert list(found_in(staged, planted(hidden))) == []


def test_an_edition_of_nothing(tmp_path: Path) -> None:
    """A site with a front page only, and no door or entry that leads nowhere."""
    project = copy_project(tmp_path / "project")
    for file in (*project.data.glob("*/*.yml"), *(project.root / "docs").rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?m)^visibility: .*\n", "", text), encoding="utf-8")
    pages = [name for name in built(project, Edition.PUBLIC, tmp_path / "out") if "html" in name]
    assert sorted(pages) == ["404.html", "index.html"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\nvisibility: alle\n---\n# Ny\n", "»visibility« er »alle«"),
        (
            '---\nvisibility: offentlig\n---\n# Ny\n\n<a href="../haandbog/">Håndbog</a>\n',
            "fører i HTML til »../haandbog/«",
        ),
    ],
)
def test_mistakes_in_docs(tmp_path: Path, text: str, told: str) -> None:
    project = copy_project(tmp_path / "project")
    project.write("docs/ny.md", text)
    said = project.script("build", "--edition", "offentlig", "--out", str(tmp_path / "out"))
    assert said.code == 1
    assert told in said.all
