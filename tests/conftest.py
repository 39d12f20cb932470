"""What every test can ask for."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

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
    if data:
        environment["SYNLIGHED_DATA"] = str(data)
    unfinished = site.with_name(f"unfinished-{site.name}")
    # The prose of the project leads to items that other data lack.
    strict = [] if data else ["--strict"]
    command = [sys.executable, "-m", "mkdocs", "build", *strict, "--site-dir", str(unfinished)]
    run = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    warnings = [line for line in run.stdout.splitlines() if _WARNS.match(line)]
    if run.returncode or warnings:
        message = f"mkdocs build ended with {run.returncode} and {warnings}:\n{run.stdout}"
        pytest.fail(message, pytrace=False)
    unfinished.rename(site)


_WARNS = re.compile(r"WARNING +-  (?!Doc file '|A reference to ')")


def is_setting(name: str) -> bool:
    """Tell whether an environment variable would change what is built."""
    return name.startswith(("SYNLIGHED_", "MAP_"))
