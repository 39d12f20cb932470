"""Plain `mkdocs build`: what it refuses, and what it leaves as it was."""

import shutil
from pathlib import Path

import pytest

from tests.site.conftest import SMALL
from tests.site.html import read_page, text_of
from tests.site.project import Project, files_of

MISTAKE = ("data/apps/maaleren.yml", "lifecycle: under udvikling", "lifecycle: under udvikl")


def test_a_mistake_in_the_data_leaves_the_site_as_it_was(project: Project) -> None:
    """The build ends with the errors that the check gives, before it touches anything.

    What stops nothing is only counted: hundreds of warnings would hide the error.
    """
    project.write("site/index.html", "det gamle")
    project.change(*MISTAKE)
    said = project.mkdocs("build")
    assert said.code == 1
    assert files_of(project.site) == {"index.html": b"det gamle"}
    assert "Traceback" not in said.all and "Aborted" not in said.all
    assert "Data kan ikke bruges, som de er." in said.all
    *problems, summary = project.script("check").out.split("\n\n")
    assert len(problems) == 2 and problems[0] in said.all
    assert "A505" in problems[1] and "A505" not in said.all
    assert summary == "1 fejl og 1 advarsel.\n" and summary in said.all
    assert "data/apps/maaleren.yml:9:12  fejl F204\n" in said.all
    assert "Mente du »under udvikling«?" in said.all


def test_every_mistake_is_told_at_once(project: Project) -> None:
    """As many builds as there are mistakes would be a poor way to learn of them."""
    project.change(*MISTAKE)
    project.change("data/contacts/hjaelpen.yml", "organisation: sygehuset", "organisation: sygehus")
    said = project.mkdocs("build").all
    assert "fejl F204" in said and "fejl F301" in said and "2 fejl" in said


def test_another_data_folder(project: Project, tmp_path: Path) -> None:
    """`SYNLIGHED_DATA` names it, and what is not in the repository has no edit link."""
    elsewhere = tmp_path / "andre-data"
    shutil.copytree(project.data, elsewhere)
    (elsewhere / "apps" / "maaleren.yml").rename(elsewhere / "apps" / "vaegten.yml")
    (elsewhere / "terms" / "app.yml").unlink()
    there = Project(project.root, {"SYNLIGHED_DATA": str(elsewhere)})
    said = there.mkdocs("build", "--strict")
    assert said.code == 0, said.all
    page = read_page(there.site / "apps" / "vaegten" / "index.html")
    assert not [link for link in page.links if "git.example" in link.to]
    assert str(tmp_path) not in page.file.read_text(encoding="utf-8")


def test_another_data_folder_of_the_repository(project: Project) -> None:
    """Its pages lead back to the files there, however the folder was written."""
    shutil.copytree(project.data, project.root / "andre")
    there = Project(project.root, {"SYNLIGHED_DATA": "docs/../andre"})
    said = there.mkdocs("build", "--strict")
    assert said.code == 0, said.all
    page = read_page(there.site / "apps" / "maaleren" / "index.html")
    edits = {link.to for link in page.links if "git.example" in link.to}
    assert edits == {"https://git.example/synlighed/edit/main/andre/apps/maaleren.yml"}


def test_a_data_folder_that_is_not_there(project: Project) -> None:
    """Says so, and leaves the site."""
    project.write("site/index.html", "det gamle")
    said = Project(project.root, {"SYNLIGHED_DATA": "ingen"}).mkdocs("build")
    assert said.code == 1
    assert "ingen  fejl F0" in said.all and "Traceback" not in said.all
    assert files_of(project.site) == {"index.html": b"det gamle"}


@pytest.mark.parametrize("page", ["apps/README.md", "apps/gammel-maaler.md", "api/v1/apps.json"])
def test_a_page_in_docs_in_the_place_of_a_generated_one(project: Project, page: str) -> None:
    """Of two files with one address one would be lost; the editor is told which to move."""
    project.write(f"docs/{page}", "# Min egen\n")
    said = project.mkdocs("build")
    assert said.code == 1
    assert f"docs/{page} ligger, hvor en side fra data skal ligge. Flyt den." in said.all
    assert "Traceback" not in said.all


def test_a_hand_written_page_can_link_to_generated_ones(project: Project) -> None:
    """To a page, to a part of a page, to a file."""
    project.write(
        "docs/om/index.md",
        "# Om\n\n[Måleren](/apps/maaleren.md), dens [kilder](/apps/maaleren.md#om-oplysningerne)"
        " og [alle apps](/api/v1/apps.csv)\n",
    )
    said = project.mkdocs("build", "--strict")
    assert said.code == 0, said.all
    links = [link.to for link in read_page(project.site / "om" / "index.html").links]
    assert "../apps/maaleren/" in links
    assert "../apps/maaleren/#om-oplysningerne" in links
    assert "../api/v1/apps.csv" in links


def test_a_broken_link_breaks_a_strict_build(project: Project) -> None:
    """Also when only the part of the page is missing."""
    links = [
        "/apps/maaleren.md#findes-ikke",
        "/apps/findes-ikke.md",
        "#findes-ikke",
        "/apps/maaleren/",
    ]
    text = " ".join(f"[her]({link})" for link in links)
    project.write("docs/om/index.md", f"# Om\n\n{text}\n")
    said = project.mkdocs("build", "--strict")
    assert said.code == 1
    for link in links:
        assert any(link in line for line in said.err.splitlines() if "WARNING" in line), link
    assert "Aborted with 4 warnings in strict mode" in said.all


def test_an_empty_data_folder(project: Project) -> None:
    """A new organisation begins with `site.yml` and a contact point: every page is there."""
    for kind in ("apps", "terms"):
        for file in (project.data / kind).iterdir():
            file.unlink()
    said = project.mkdocs("build", "--strict")
    assert said.code == 0, said.all
    for folder in ("apps", "ordliste", "projekter"):
        page = read_page(project.site / folder / "index.html")
        assert "Her er ikke noget endnu." in text_of(page.main)


def test_former_ids(project: Project) -> None:
    """An old address leads on, also when the site lies in a folder of another."""
    project.change("mkdocs.yml", "https://synlighed.example/", "https://intra.example/region/apps")
    said = project.mkdocs("build", "--strict")
    assert said.code == 0, said.all
    page = read_page(project.site / "apps" / "gammel-maaler" / "index.html")
    assert not page.errors
    refresh = next(e for e in page.root.iter("meta") if e.get("http-equiv") == "refresh")
    assert refresh.get("content") == "0; url=../../apps/maaleren/"
    assert (page.file.parent / "../../apps/maaleren/index.html").resolve().is_file()
    canonical = next(e for e in page.root.iter("link") if e.get("rel") == "canonical")
    assert canonical.get("href") == "https://intra.example/region/apps/apps/maaleren/"
    assert next(e for e in page.root.iter("meta") if e.get("name") == "robots") is not None
    assert "gammel-maaler" not in (project.site / "sitemap.xml").read_text(encoding="utf-8")
    # Texts come through whole, and as text.
    assert page.title == 'Måler & "vægt" <b> er flyttet'
    # No page leads to the root of the host, where another site is.
    for file in project.site.rglob("*.html"):
        if file.name != "404.html":
            assert not [k.to for k in read_page(file).links if k.to.startswith("/")], file
    missing = [k.to for k in read_page(project.site / "404.html").links if k.to.startswith("/")]
    assert missing and all(to.startswith("/region/apps/") for to in missing)


def test_the_small_project_is_sound(project: Project) -> None:
    """The data the tests here use are valid."""
    assert project.data.joinpath("site.yml").read_bytes() == (SMALL / "site.yml").read_bytes()
    said = project.script("check")
    assert said.code == 0, said.all
