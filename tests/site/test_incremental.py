"""Whatever a build skips, the site is what a build of everything gives."""

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from synlighed.danish.searching import stem
from synlighed.digest import SIZE
from synlighed.load.loaded import LoadedItem
from synlighed.state.remembered import Read, recall, remember
from tests.conftest import ROOT
from tests.site.conftest import SMALL
from tests.site.project import Project, copy_project, files_of

Edit = Callable[[Project, random.Random], None]


def item_of(project: Project, at_random: random.Random) -> Path:
    return at_random.choice(sorted(project.data.glob("*/*.yml")))


def rename(project: Project, at_random: random.Random) -> None:
    """Another name, and so another place in every list."""
    file = item_of(project, at_random)
    lines = file.read_text().splitlines()
    new = "title: " + at_random.choice(["Aa", "Midt", "Ørn", "5G"]) + str(at_random.randrange(99))
    place = next(number for number, line in enumerate(lines) if line.startswith("title:"))
    lines[place] = new
    file.write_text("\n".join(lines) + "\n")


def add_line(line: str) -> Edit:
    def edit(project: Project, at_random: random.Random) -> None:
        file = item_of(project, at_random)
        text = file.read_text()
        if f"\n{line.split(':')[0]}:" not in text:
            file.write_text(f"{text.rstrip()}\n{line.format(number=at_random.randrange(999))}\n")

    return edit


def delete(project: Project, at_random: random.Random) -> None:
    """Often refused, since another item needs it."""
    item_of(project, at_random).unlink()


def copy(project: Project, at_random: random.Random) -> None:
    file = item_of(project, at_random)
    file.with_name(f"kopi-{at_random.randrange(999)}.yml").write_text(file.read_text())


def write_prose(project: Project, at_random: random.Random) -> None:
    file = project.root / "docs" / "om" / "index.md"
    file.write_text(f"{file.read_text()}\n\nAfsnit {at_random.random()}.\n")


def change_frame(project: Project, at_random: random.Random) -> None:
    project.change("hooks/theme/main.html", "<footer", f"<!-- {at_random.random()} --><footer")


def change_configuration(project: Project, at_random: random.Random) -> None:
    project.change("mkdocs.yml", "site_name: ", f"site_name: {at_random.choice('ABC')}")


def change_style(project: Project, at_random: random.Random) -> None:
    file = project.root / "docs" / "assets" / "frame.css"
    file.write_text(f"{file.read_text()}\n/* {at_random.random()} */\n")


def change_site(project: Project, at_random: random.Random) -> None:
    file = project.data / "site.yml"
    text = file.read_text()
    file.write_text(text.replace("name: ", f"name: {at_random.randrange(9)}", 1))


def change_synonyms(project: Project, at_random: random.Random) -> None:
    project.write("data/synonyms.yml", f"groups:\n  - [mobil, håndsæt {at_random.randrange(9)}]\n")


EDITS: tuple[Edit, ...] = (
    rename,
    rename,
    add_line("example: ja"),
    add_line("former_ids: [gammelt-navn-{number}]"),
    add_line("aliases: [Kaldet {number}]"),
    add_line("# {number}"),
    delete,
    copy,
    write_prose,
    change_frame,
    change_configuration,
    change_style,
    change_site,
    change_synonyms,
)


NGINX = "haandbog/drift/nginx.conf"
"""Written when all else is there, by builds only: nginx serves no preview."""


@contextmanager
def preview(project: Project, folder: Path) -> Iterator[Callable[[], str]]:
    """Something that builds into a folder, again and again, and says how it went."""
    run = subprocess.Popen(
        [sys.executable, "-m", "tests.site.rebuilding", str(folder)],
        cwd=project.root,
        env=project.environment() | {"PYTHONPATH": f"{project.root / 'hooks'}:{ROOT}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )

    def build() -> str:
        assert run.stdin and run.stdout
        run.stdin.write("\n")
        run.stdin.flush()
        return run.stdout.readline().strip()

    with run:
        yield build
        assert run.stdin
        run.stdin.close()


def differing(one: Path, other: Path) -> list[str]:
    """The paths of files that are in one folder only, or differ."""
    ours, theirs = files_of(one), files_of(other)
    return [path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path)]


def clean(project: Project, folder: Path, *, is_preview: bool = False) -> Path:
    """A build of everything; of a preview, with what is still to come out."""
    seen = replace(project, environ={**project.environ, "SYNLIGHED_PREVIEW": "ja"})
    said = (seen if is_preview else project).mkdocs("build", "-d", str(folder))
    assert said.code == 0, said.all
    return folder


@pytest.mark.parametrize("seed", range(4))
def test_random_edits_of_a_preview(tmp_path: Path, seed: int) -> None:
    """After every edit; a refused one leaves the site as it was."""
    project = copy_project(tmp_path / "project")
    shown, at_random = tmp_path / "shown", random.Random(seed)
    kinds: set[str] = set()
    with preview(project, shown) as build:
        assert build() == "built"
        for number in range(10):
            saved = {file: file.read_bytes() for file in project.data.rglob("*.yml")}
            before = files_of(shown)
            at_random.choice(EDITS)(project, at_random)
            outcome = build()
            kinds.add(outcome)
            if outcome == "built":
                assert differing(
                    shown, clean(project, tmp_path / f"clean-{number}", is_preview=True)
                ) == [NGINX]
            else:
                assert outcome == "failed: Abort" and files_of(shown) == before
                for file in project.data.rglob("*.yml"):
                    file.unlink()
                for file, content in saved.items():
                    file.write_bytes(content)
    assert "built" in kinds


@pytest.mark.parametrize("seed", [7, 8])
def test_random_edits_between_builds(tmp_path: Path, seed: int) -> None:
    """From what an earlier build kept in the state folder, into an empty folder."""
    project = copy_project(tmp_path / "project")
    at_random = random.Random(seed)
    assert project.mkdocs("build", "--dirty", "-d", str(tmp_path / "first")).code == 0
    for number in range(4):
        for edit in (rename, add_line("aliases: [Kaldet {number}]"), write_prose):
            edit(project, at_random)
        warm = tmp_path / f"warm-{number}"
        said = project.mkdocs("build", "--strict", "--dirty", "-d", str(warm))
        assert said.code == 0, said.all
        assert differing(warm, clean(project, tmp_path / f"clean-{number}")) == []


def test_an_edition_after_another_is_what_it_is_alone(tmp_path: Path) -> None:
    """Though both remember in the same place what was read, and one may show less of it."""
    inside = copy_project(tmp_path / "project")
    outside = replace(inside, environ={"SYNLIGHED_EDITION": "offentlig"})
    at_random = random.Random(9)
    for number, project in enumerate((inside, outside, inside, outside)):
        warm = tmp_path / f"warm-{number}"
        said = project.mkdocs("build", "--strict", "--dirty", "-d", str(warm))
        assert said.code == 0, said.all
        assert differing(warm, clean(project, tmp_path / f"clean-{number}")) == []
        rename(project, at_random)


def test_what_one_edition_read_no_other_reads_again(tmp_path: Path) -> None:
    """Shown by what nobody wrote in any file."""
    project = copy_project(tmp_path / "project")
    assert project.mkdocs("build", "--dirty", "-d", str(tmp_path / "inside")).code == 0
    file, path = project.root / ".state" / "data.memory", "data/apps/mit-sygehus.yml"
    program = file.read_bytes()[:SIZE]
    read = recall(file, program, Read)
    content, entry = read.known.by_path[path]
    item = entry.item.model_copy(update={"title": "Husket"})
    read.known.by_path[path] = content, LoadedItem(item, entry.file)
    remember(file, program, read)
    written = file.stat().st_mtime_ns
    outside = replace(project, environ={"SYNLIGHED_EDITION": "offentlig"})
    assert outside.mkdocs("build", "--dirty", "-d", str(tmp_path / "outside")).code == 0
    page = tmp_path / "outside" / "apps" / "mit-sygehus" / "index.html"
    assert "Husket" in page.read_text()
    # What it would write is there already; what is new it does write.
    assert file.stat().st_mtime_ns == written
    project.change(path, "\ntitle: ", "\ntitle: Ny ")
    assert outside.mkdocs("build", "--dirty", "-d", str(tmp_path / "outside")).code == 0
    assert recall(file, program, Read).known.by_path[path][1].item.title.startswith("Ny ")


def test_what_is_gone_is_gone_also_after_a_mistake(tmp_path: Path) -> None:
    """An item that another names is refused when it goes, and gone when the other is mended."""
    project = copy_project(tmp_path / "project", SMALL)
    shown = tmp_path / "shown"
    with preview(project, shown) as build:
        project.write("docs/proeve.md", "# Prøve\n")
        assert build() == "built"
        (project.root / "docs" / "proeve.md").unlink()
        saved = (project.data / "organisations" / "sygehuset.yml").read_text()
        (project.data / "organisations" / "sygehuset.yml").unlink()
        assert build() == "failed: Abort"
        project.write("data/organisations/klinikken.yml", saved)
        for file in project.data.rglob("*.yml"):
            file.write_text(file.read_text().replace("sygehuset", "klinikken"))
        assert build() == "built"
        assert differing(shown, clean(project, tmp_path / "clean", is_preview=True)) == [NGINX]


def test_synonyms_come_change_and_go(tmp_path: Path) -> None:
    """In what browsers search in, and nowhere else."""
    project = copy_project(tmp_path / "project", SMALL)
    shown = tmp_path / "shown"
    index, page = shown / "soeg" / "indeks.json", shown / "apps" / "maaleren" / "index.html"
    with preview(project, shown) as build:
        assert build() == "built"
        made, without = page.stat().st_mtime_ns, json.loads(index.read_bytes())["synonyms"]
        for words in (["måler", "sensor"], ["måler", "føler"]):
            project.write("data/synonyms.yml", f"groups:\n  - [{', '.join(words)}]\n")
            assert build() == "built"
            ours = [stem(word) for word in words]
            assert json.loads(index.read_bytes())["synonyms"] == [ours, *without]
        assert page.stat().st_mtime_ns == made
        project.write("data/synonyms.yml", "groups:\n  - [måler]\n")
        before = files_of(shown)
        assert build() == "failed: Abort" and files_of(shown) == before
        (project.data / "synonyms.yml").unlink()
        assert build() == "built"
        assert json.loads(index.read_bytes())["synonyms"] == without
        assert differing(shown, clean(project, tmp_path / "clean", is_preview=True)) == [NGINX]


def test_an_unchanged_site_is_not_rendered_again(tmp_path: Path) -> None:
    """Else all the comparing above would say nothing."""
    project = copy_project(tmp_path / "project")
    assert project.mkdocs("build", "--dirty", "-d", str(tmp_path / "one")).code == 0
    project.change("data/site.yml", "\nname: ", "\nname: X")
    said = project.mkdocs("build", "--dirty", "--verbose", "-d", str(tmp_path / "two"))
    built = {line.split()[-1] for line in said.all.splitlines() if "Building page" in line}
    assert "index.md" in built and "apps/mit-sygehus.md" not in built


def test_the_state_may_be_broken_or_out_of_reach(tmp_path: Path) -> None:
    """Then everything is built, and said once."""
    project = copy_project(tmp_path / "project")
    assert project.mkdocs("build", "--dirty", "-d", str(tmp_path / "first")).code == 0
    whole = clean(project, tmp_path / "clean")
    for name in ("build-*.memory", "build-*.pages", "data.memory", "templates.memory"):
        for content in (b"", b"rubbish" * 999, None):
            file = next((project.root / ".state").glob(name))
            kept = file.read_bytes()
            file.write_bytes(kept[: len(kept) // 2] if content is None else content)
            again = tmp_path / "again"
            said = project.mkdocs("build", "--strict", "--dirty", "-d", str(again))
            assert said.code == 0, said.all
            assert differing(again, whole) == []


def test_another_program_believes_nothing(tmp_path: Path) -> None:
    """A template that changed changes every page it fills in."""
    project = copy_project(tmp_path / "project")
    assert project.mkdocs("build", "--dirty", "-d", str(tmp_path / "first")).code == 0
    template = "hooks/synlighed/pages/templates/item.html"
    project.change(template, "Spørg om dette", "Spørg her")
    warm = tmp_path / "warm"
    assert project.mkdocs("build", "--dirty", "-d", str(warm)).code == 0
    assert "Spørg her" in (warm / "apps" / "mit-sygehus" / "index.html").read_text()
    assert differing(warm, clean(project, tmp_path / "clean")) == []


def test_a_page_by_hand_follows_what_it_explains(tmp_path: Path) -> None:
    """And is left alone by all else."""
    project = copy_project(tmp_path / "project")
    shown = tmp_path / "shown"
    page = shown / "byod" / "index.html"
    with preview(project, shown) as build:
        assert build() == "built"
        made = page.stat().st_mtime_ns
        project.change("data/apps/mit-sygehus.yml", "\nsummary: ", "\nsummary: Nyt. ")
        assert build() == "built"
        assert page.stat().st_mtime_ns == made
        project.change("data/terms/byod.yml", "expansion: Bring", "expansion: Please Bring")
        assert build() == "built"
        assert 'title="Please Bring Your Own Device"' in page.read_text()
        assert differing(shown, clean(project, tmp_path / "clean", is_preview=True)) == [NGINX]
