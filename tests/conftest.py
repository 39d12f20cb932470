"""What every test can ask for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from tests.prose import forget_its_items

ROOT = Path(__file__).parent.parent

# A machine that is busy with something else is no mistake of ours.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

# The clock of every build in the tests: 23 November 2026, 12.00 UTC.
NOW = "1795435200"


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site as `mkdocs build --strict` makes it, built once for all workers."""
    shared = shared_folder(tmp_path_factory, worker_id)
    site = shared / "site"
    with FileLock(shared / "site.lock"):
        if not site.exists():
            build(site, state=shared / "state")
    return site


def shared_folder(factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder that all workers of a run share."""
    folder = factory.getbasetemp()
    return folder if worker_id == "master" else folder.parent


def build(site: Path, state: Path, data: Path | None = None, **settings: str) -> None:
    """Build the project's site, or one of other data, into `site`; it appears when it is whole."""
    ours = {name: value for name, value in os.environ.items() if not is_setting(name)}
    environment = ours | {
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": NOW,
        "SYNLIGHED_STATE": str(state),
        **settings,
    }
    root = ROOT
    if data:
        environment["SYNLIGHED_DATA"] = str(data)
        root = _without_own_items(site.with_name(f"project-{site.name}"))
    unfinished = site.with_name(f"unfinished-{site.name}")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(unfinished)]
    run = subprocess.run(
        command,
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    if run.returncode:
        message = f"mkdocs build --strict ended with {run.returncode}:\n{run.stdout}"
        pytest.fail(message, pytrace=False)
    unfinished.rename(site)


def _without_own_items(root: Path) -> Path:
    """The project with prose that leads to none of its own items, which other data lack."""
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "hooks").symlink_to(ROOT / "hooks")
    forget_its_items(root)
    return root


def is_setting(name: str) -> bool:
    """Tell whether an environment variable would change what is built."""
    return name.startswith(("SYNLIGHED_", "MAP_", "SMTP_"))
