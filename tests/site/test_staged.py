"""The staged folder holds the same site, for renderers that know nothing of us."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from synlighed import serving
from tests.conftest import NOW, ROOT
from tests.site.conftest import SMALL
from tests.site.html import Page, read_page, text_of
from tests.site.project import Project, files_of

STOCK = Path(__file__).with_name("stock.yml")


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `scripts/stage.py` writes of the project itself."""
    folder = tmp_path_factory.mktemp("stage") / "staged"
    said = Project(ROOT).script("stage", "--out", str(folder))
    assert said.code == 0, said.all
    return folder


@pytest.fixture(scope="module")
def stock_site(staged: Path) -> Path:
    """The staged folder as stock MkDocs and Material build it."""
    return build_stock(staged)


def build_stock(staged: Path) -> Path:
    shutil.copy(STOCK, staged.parent / "mkdocs.yml")
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=staged.parent,
        env={"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": NOW, "PATH": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stdout
    return staged.parent / "site"


def front_matter(text: str) -> dict[str, object]:
    assert text.startswith("---\n")
    matter, _, _ = text[4:].partition("\n---\n")
    found = yaml.safe_load(matter)
    assert isinstance(found, dict)
    return found


def test_the_staged_folder_has_the_pages_of_the_site(
    staged: Path, pages: Mapping[str, Page]
) -> None:
    """A source for every page, and none more."""
    sources = [file.relative_to(staged).as_posix() for file in staged.rglob("*.md")]
    addresses = {
        f"{source.removesuffix('.md').removesuffix('index').rstrip('/')}/index.html".lstrip("/")
        for source in sources
    }
    redirects = {file.relative_to(staged).as_posix() for file in staged.rglob("*.html")}
    assert addresses | redirects | {"404.html"} == set(pages)


def test_the_staged_folder_has_the_files_of_the_site(staged: Path, built_site: Path) -> None:
    """Exports, schemas and redirects are the same bytes."""
    ours, published = files_of(staged), files_of(built_site)
    others = {path: content for path, content in ours.items() if not path.endswith(".md")}
    assert len([path for path in others if path.startswith("api/v1/")]) >= 21
    # How to serve the pages can be told when they are made.
    assert [path for path in others if others[path] != published[path]] == [serving.URI]


def test_every_page_says_what_it_is(staged: Path) -> None:
    """In front matter that any YAML parser reads."""
    for file in staged.rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        if (ROOT / "docs" / file.relative_to(staged)).exists():
            continue
        matter = front_matter(text)
        assert matter["title"], file
        assert set(matter) <= {"title", "description", "hide", "search"}, file


def test_a_stock_renderer_shows_the_same_text(stock_site: Path, pages: Mapping[str, Page]) -> None:
    """Every page, word for word, and leaves the markup sound."""
    compared = 0
    for path, page in pages.items():
        stock = read_page(stock_site / path)
        assert not stock.errors, path
        if path != "404.html":
            assert content_of(stock) == content_of(page), path
            compared += 1
    assert compared > 150


def content_of(page: Page) -> str:
    """The text of the content, without the theme's buttons."""
    return " ".join(
        text_of(part) for part in page.main if "md-content__button" not in (part.get("class") or "")
    )


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    """A theme writes the title as it is, so it comes escaped; code keeps its empty lines."""
    staged = tmp_path / "staged"
    said = Project(ROOT, {"SYNLIGHED_DATA": str(SMALL)}).script("stage", "--out", str(staged))
    assert said.code == 0, said.all
    site = build_stock(staged)
    page = read_page(site / "apps" / "maaleren" / "index.html")
    assert not page.errors
    assert page.title == 'Måler & "vægt" <b> - Stock'
    code = read_page(site / "ordliste" / "app" / "index.html").root.find(".//pre")
    assert code is not None
    assert "".join(code.itertext()) == "if puls > 100:\n\n    ring()\n"
