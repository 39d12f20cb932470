"""`scripts/build.py`: a new site whole, or the old one untouched."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.conftest import SMALL
from tests.site.project import Project, Said, copy_project, files_of

sys.path.insert(0, str(ROOT / "scripts"))
from publication import publication

OLD = {
    "index.html": b"det gamle",
    "404.html": b"findes ikke",
    "sitemap.xml": b"<urlset/>",
    "apps/x/index.html": b"ogs\xc3\xa5 gammelt",
}


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
    assert f"Sitet blev ikke bygget. Det, der lå i {project.site}, er ikke rørt.\n" in said.err
    assert files_of(project.site) == OLD
    assert [path.name for path in project.root.glob(".site-*")] == []


def test_a_new_site_takes_the_place_of_the_old(project: Project) -> None:
    """Whole: nothing of the old one is left, nor any temporary folder."""
    said = project.script("build")
    assert said.code == 0, said.all
    assert said.out.endswith(f"Sitet ligger i {project.site}\n")
    built = files_of(project.site)
    assert "apps/maaleren/index.html" in built and "404.html" in built
    assert "apps/x/index.html" not in built
    assert all(built[path] != OLD[path] for path in OLD.keys() & built.keys())
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


def test_what_is_the_same_is_not_written_again(project: Project, tmp_path: Path) -> None:
    """It is the file it was, unless somebody changed it; who reads the old site reads the old."""
    assert project.script("build").code == 0
    page, other = (project.site / name / "index.html" for name in ("apps/maaleren", "ordliste"))
    before, same = files_of(project.site), other.stat()
    with ExitStack() as stack:
        held = {name: stack.enter_context((project.site / name).open("rb")) for name in before}
        project.change("data/apps/maaleren.yml", "\nsummary: ", "\nsummary: Nyt. ")
        assert project.script("build").code == 0
        assert {name: file.read() for name, file in held.items()} == before
    assert "Nyt. " in page.read_text()
    assert (other.stat().st_ino, other.stat().st_mtime_ns) == (same.st_ino, same.st_mtime_ns)
    other.write_text("rettet i hånden")
    assert project.script("build").code == 0
    assert project.mkdocs("build", "-d", str(tmp_path / "clean")).code == 0
    assert files_of(project.site) == files_of(tmp_path / "clean")


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


@pytest.mark.parametrize("out", ["docs/ny", "data", ".", "..", "hooks/theme", ".git"])
def test_the_project_is_not_written_over(project: Project, out: str) -> None:
    """Told in a sentence, before anything is made."""
    (project.root / ".git").mkdir()
    said = project.script("build", "--out", str(project.root / out))
    assert said.code == 2 and said.err.count("\n") == 1
    assert "projektet" in said.err


def test_what_is_no_site_is_not_replaced(project: Project, tmp_path: Path) -> None:
    """Somebody's papers, a file, a folder that is not there."""
    papers = tmp_path / "mine"
    papers.mkdir()
    (papers / "brev.txt").write_text("kære")
    for out in (papers, papers / "brev.txt", tmp_path / "findes" / "ikke"):
        said = project.script("build", "--out", str(out))
        assert said.code == 2 and said.err.endswith(".\n") and said.err.count("\n") == 1
    assert files_of(papers) == {"brev.txt": "kære".encode()}


def test_another_folder_another_edition(project: Project, tmp_path: Path) -> None:
    """Also an empty one, one with a site, and one that a link leads to."""
    there = tmp_path / "der"
    there.mkdir()
    (tmp_path / "aktuel").symlink_to(there)
    for out in (there, there, tmp_path / "aktuel"):
        said = project.script("build", "--edition", "intern", "--out", str(out))
        assert said.code == 0, said.all
        assert (there / "apps" / "maaleren" / "index.html").is_file()
    assert (tmp_path / "aktuel").is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["aktuel", "der", "project"]
    assert files_of(project.site) == OLD


def test_a_folder_beside_the_project_s_own(project: Project) -> None:
    """It is built again and again, as any other."""
    for _ in range(2):
        said = project.script("build", "--edition", "offentlig", "--out", "site-offentlig")
        assert said.code == 0, said.all


def test_an_edition_that_there_is_not(project: Project) -> None:
    """Says which there are."""
    said = project.script("build", "--edition", "hemmelig")
    assert said.code == 2 and "intern" in said.err and "offentlig" in said.err


def test_a_parent_that_cannot_be_written(project: Project, tmp_path: Path) -> None:
    """One sentence, no traceback."""
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    locked = tmp_path / "låst"
    locked.mkdir(mode=0o500)
    said = project.script("build", "--out", str(locked / "site"))
    assert said.code == 1 and "Traceback" not in said.err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_build_that_is_stopped(project: Project, number: signal.Signals) -> None:
    """Nothing is left behind, and the code says by what."""
    run = project.start(str(project.root / "scripts" / "build.py"), stderr=subprocess.PIPE)
    work = project.root / ".site-build"
    until(lambda: (work / "new" / "404.html").exists() or run.poll() is not None)
    run.send_signal(number)
    said = run.communicate(timeout=60)[1].decode()
    if run.returncode != 0:
        assert run.returncode == 128 + number and "Afbrudt. Det, der lå i" in said
        assert files_of(project.site) == OLD
    assert not work.exists()


def test_a_build_that_is_killed_shares_no_file_after(project: Project) -> None:
    """The site is as it was to the last byte, also while the next build makes it anew."""
    assert project.script("build").code == 0
    before = files_of(project.site)
    project.change("data/apps/maaleren.yml", "\nsummary: ", "\nsummary: Nyt. ")
    page = project.site / "ordliste" / "index.html"
    run = project.start(str(project.root / "scripts" / "build.py"))
    until(lambda: page.stat().st_nlink == 2 or run.poll() is not None)
    assert run.poll() is None, "nothing was shared"
    run.kill()
    run.wait()
    assert files_of(project.site) == before
    project.change("data/apps/maaleren.yml", "Nyt. ", "")
    assert project.script("build").code == 0
    assert files_of(project.site) == before and page.stat().st_nlink == 1
    assert [path.name for path in project.root.glob(".site-*")] == []


def test_what_a_killed_build_left_is_not_built_in(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If it cannot be removed: some of it may be one with what is published."""
    (project.root / ".site-build" / "new").mkdir(parents=True)
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    with pytest.raises(FileExistsError), publication(project.site, project.root, print):
        pytest.fail("it was begun")
    assert files_of(project.site) == OLD


def test_a_full_disk(project: Project) -> None:
    """No file may grow beyond some kilobytes, as if there were no more room."""
    script = str(project.root / "scripts" / "build.py")
    said = project.run(
        "-c",
        "import resource, runpy, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        f"sys.argv = [{script!r}]\n"
        f"sys.path.insert(0, {str(project.root / 'scripts')!r})\n"
        f"runpy.run_path({script!r}, run_name='__main__')\n",
    )
    left_alone(project, said)
    assert "Traceback" not in said.all and "kan ikke skrives" in said.err


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)
