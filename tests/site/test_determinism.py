"""Two builds of the same data are byte-identical, whatever the machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.project import Project, copy_project, files_of

HERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C.UTF-8",
    "LANG": "da_DK.UTF-8",
    "PYTHONHASHSEED": "1",
}
THERE = {
    "TZ": "America/Los_Angeles",
    # The locale of a build server: no UTF-8 anywhere.
    "LC_ALL": "POSIX",
    "LANG": "tr_TR.ISO8859-9",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "PYTHONHASHSEED": "4242",
    "COLUMNS": "20",
}


@pytest.fixture(scope="module")
def two_sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The project's site, built twice under circumstances that differ in everything."""
    folder = tmp_path_factory.mktemp("two")
    here = copy_project(folder / "her", **HERE)
    there = copy_project(folder / "et andet sted" / "med æøå", **THERE)
    # The files of a checkout have no times of their own.
    for number, file in enumerate(sorted(there.root.rglob("*.yml"))):
        os.utime(file, (10**9 + number, 10**9 + number))
    build(here, cwd=here.root, umask=0o022)
    build(there, cwd=folder, umask=0o077)
    return here.site, there.site


def build(project: Project, cwd: Path, umask: int) -> None:
    config = str(project.root / "mkdocs.yml")
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config],
        cwd=cwd,
        env=project.environment(),
        umask=umask,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert run.returncode == 0, run.stdout.decode(errors="replace")


def test_the_same_files(two_sites: tuple[Path, Path]) -> None:
    """Neither has a file that the other lacks."""
    one, other = (set(files_of(site)) for site in two_sites)
    assert one == other
    assert {"sitemap.xml.gz", "soeg/indeks.json", "api/v1/apps.csv"} <= one


def test_the_same_bytes(two_sites: tuple[Path, Path]) -> None:
    """Pages, exports, search index and the compressed map of the site."""
    one, other = (files_of(site) for site in two_sites)
    assert [path for path in one if one[path] != other.get(path)] == []


def test_no_page_tells_where_it_was_built(two_sites: tuple[Path, Path]) -> None:
    """Neither folder is named in any file."""
    for site in two_sites:
        folder = str(site.parent.parent).encode()
        assert [path for path, content in files_of(site).items() if folder in content] == []
