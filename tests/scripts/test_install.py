"""`scripts/install.sh`: when it installs, and what it leaves when it cannot.

The programs it calls are told apart by a stand-in that notes how it was called.
"""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

STAND_IN = """\
#!/bin/sh
echo "{name} $*" >>calls
if [ -e broken ] && echo "$*" | grep -qFf broken; then
  echo "{told}" >&2
  exit 1
fi
"""
ASKED = ("pyproject.toml", "uv.lock", "npm-lock.json", "scripts/uv-requirements.txt")
INSTALLED = ["-m pip install", "uv sync", "scripts/npm.py"]
TOLD = "Noget på npm kunne ikke hentes."


@dataclass(frozen=True)
class Checkout:
    """The files that installing looks at, and a `.venv` of stand-ins."""

    root: Path

    @property
    def complete(self) -> Path:
        return self.root / ".venv" / "complete"

    @property
    def broken(self) -> Path:
        """What calls that fail have in them."""
        return self.root / "broken"

    def install(self) -> "subprocess.CompletedProcess[str]":
        (self.root / "calls").unlink(missing_ok=True)
        return subprocess.run(
            ["sh", self.root / "scripts" / "install.sh"], capture_output=True, encoding="utf-8"
        )

    @property
    def installed(self) -> list[str]:
        """What was installed by the last run, of what there is to install."""
        calls = (self.root / "calls").read_text().splitlines()
        return [step for call in calls for step in INSTALLED if step in call]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    root = tmp_path.resolve()
    binaries = root / ".venv" / "bin"
    binaries.mkdir(parents=True)
    for name in (*ASKED, "scripts/install.sh"):
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    (root / ".venv" / "lib" / "python3.11" / "site-packages").mkdir(parents=True)
    for name in ("python", "uv"):
        (binaries / name).write_text(STAND_IN.format(name=name, told=TOLD))
        (binaries / name).chmod(0o755)
    checkout = Checkout(root)
    checkout.complete.write_text(f"{root}\n")
    return checkout


def test_all_of_it_and_then_nothing(checkout: Checkout) -> None:
    said = checkout.install()
    assert (said.returncode, said.stderr) == (0, "")
    assert checkout.installed == INSTALLED
    assert checkout.install().stdout == ""
    assert checkout.installed == []


@pytest.mark.parametrize("name", ASKED)
def test_again_when_something_else_is_asked_for(checkout: Checkout, name: str) -> None:
    checkout.install()
    (checkout.root / name).write_text((checkout.root / name).read_text() + "\n")
    assert checkout.install().returncode == 0
    assert checkout.installed == INSTALLED


def test_again_when_a_file_of_npm_is_missing(checkout: Checkout) -> None:
    checkout.install()
    checkout.broken.write_text("vendored()")
    assert checkout.install().returncode == 0
    assert checkout.installed == INSTALLED


def test_npm_cannot_be_reached(checkout: Checkout) -> None:
    """The script says why; what is installed is kept, and the next run goes on from there."""
    checkout.broken.write_text("scripts/npm.py")
    said = checkout.install()
    assert (said.returncode, said.stderr) == (1, f"{TOLD}\n")
    assert checkout.complete.read_text() == f"{checkout.root}\n"
    checkout.broken.unlink()
    assert checkout.install().returncode == 0
    assert checkout.installed == INSTALLED
