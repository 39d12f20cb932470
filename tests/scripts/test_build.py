"""`scripts/build.py`: a new site whole, or the old one untouched."""

from pathlib import Path

import pytest

from tests.site.conftest import SMALL
from tests.site.project import Project, Said, copy_project, files_of

OLD = {"index.html": b"det gamle", "apps/x/index.html": b"ogs\xc3\xa5 gammelt"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project with an old site."""
    project = copy_project(tmp_path / "project", SMALL)
    for path, content in OLD.items():
        project.write(f"site/{path}", content.decode())
    return project


def left_alone(project: Project, said: Said) -> None:
    """The build failed, said so, and left the site and nothing else behind."""
    assert said.code == 1
    assert "Sitet blev ikke bygget. Det, der lå i site/, er ikke rørt.\n" in said.err
    assert files_of(project.site) == OLD
    assert [path.name for path in project.root.glob(".site-*")] == []


def test_a_new_site_takes_the_place_of_the_old(project: Project) -> None:
    """Whole: nothing of the old one is left, nor any temporary folder."""
    said = project.script("build")
    assert said.code == 0, said.all
    assert said.out.endswith(f"Sitet ligger i {project.site}\n")
    built = files_of(project.site)
    assert "apps/maaleren/index.html" in built and "404.html" in built
    assert not set(OLD) & set(built) - {"index.html"} and built["index.html"] != OLD["index.html"]
    assert [path.name for path in project.root.glob(".site-*")] == []
    # A web server run by somebody else can read it.
    assert project.site.stat().st_mode & 0o755 == 0o755


def test_the_first_site(project: Project) -> None:
    """From any folder, with none there before."""
    for file in sorted(project.site.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    project.site.rmdir()
    script = str(project.root / "scripts" / "build.py")
    said = project.run(script, cwd=Path("/"))
    assert said.code == 0, said.all
    assert (project.site / "index.html").is_file()


def test_a_mistake_in_the_data(project: Project) -> None:
    """The report, then what became of the site."""
    project.change("data/apps/maaleren.yml", "origin: regional", "origin: her")
    said = project.script("build")
    left_alone(project, said)
    assert "fejl F204" in said.err and "Traceback" not in said.err


def test_a_broken_link_in_prose(project: Project) -> None:
    """The build is strict."""
    project.write("docs/om/index.md", "# Om\n\n[Her](findes-ikke.md)\n")
    said = project.script("build")
    left_alone(project, said)
    assert "findes-ikke.md" in said.err


def test_a_template_that_breaks_in_the_middle(project: Project) -> None:
    """After some pages are written."""
    project.write("hooks/theme/404.html", "{{ findes_ikke.noget }}")
    left_alone(project, project.script("build"))


def test_a_page_template_that_breaks(project: Project) -> None:
    """Before any page is."""
    project.write("hooks/synlighed/pages/templates/item.html", "{{ findes_ikke }}")
    left_alone(project, project.script("build"))


def test_a_page_in_the_place_of_a_generated_one(project: Project) -> None:
    """Is told plainly."""
    project.write("docs/apps/README.md", "# Min egen\n")
    said = project.script("build")
    left_alone(project, said)
    assert "docs/apps/README.md ligger, hvor en side fra data skal ligge." in said.err


def test_a_site_that_cannot_be_moved(project: Project) -> None:
    """One sentence, and the old site is where it was."""
    # In its place lies what no folder can take the place of.
    project.site.rename(project.root / "gammel")
    project.site.symlink_to(project.root / "findes-ikke")
    said = project.script("build")
    assert said.code == 1, said.all
    assert "Traceback" not in said.all
    assert f"Det nye site kan ikke flyttes til {project.site}" in said.err
    assert project.site.is_symlink()
    assert [path.name for path in project.root.glob(".site-*")] == []
