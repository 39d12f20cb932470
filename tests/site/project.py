"""A copy of the project in a folder of its own, and its commands run as a person runs them."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.conftest import NOW, ROOT, is_setting
from tests.prose import forget_its_items

NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", ".state", ".site-*", "build"
)


@dataclass(frozen=True)
class Project:
    """A checkout, whose commands can be run."""

    root: Path
    environ: Mapping[str, str] = field(default_factory=dict)
    """What its commands find in the environment, besides what they always do."""

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def site(self) -> Path:
        return self.root / "site"

    def script(self, name: str, *arguments: str, answers: str = "") -> "Said":
        """Runs `scripts/<name>.py`."""
        return self.run(str(self.root / "scripts" / f"{name}.py"), *arguments, answers=answers)

    def mkdocs(self, *arguments: str) -> "Said":
        """Runs plain MkDocs."""
        return self.run("-m", "mkdocs", *arguments)

    def run(self, *arguments: str, answers: str = "", cwd: Path | None = None) -> "Said":
        """Runs Python, with what a person answers."""
        run = subprocess.run(
            [sys.executable, *arguments],
            cwd=cwd or self.root,
            env=self.environment(),
            input=answers,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        return Said(run.returncode, run.stdout, run.stderr)

    def start(self, *arguments: str, **pipes: Any) -> "subprocess.Popen[bytes]":
        """Starts Python as a terminal would, to be ended by `interrupt`."""
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.root,
            env=self.environment(),
            # Who started the tests may have told them to ignore Ctrl+C.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
            **pipes,
        )

    def environment(self) -> dict[str, str]:
        """What its commands find in the environment: this copy's own code, and a fixed clock."""
        ours = {name: value for name, value in os.environ.items() if not is_setting(name)}
        fixed = {
            "PYTHONPATH": str(self.root / "hooks"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": NOW,
        }
        found = ours | fixed | dict(self.environ)
        # Not all who read them take an empty one for none.
        return {name: value for name, value in found.items() if value}

    def write(self, path: str, text: str) -> Path:
        """Writes a file of the project."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def change(self, path: str, old: str, new: str) -> None:
        """Replaces a text that must be there."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r}"
        file.write_text(text.replace(old, new), encoding="utf-8")


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err


def interrupt(run: "subprocess.Popen[bytes]") -> int:
    """Presses Ctrl+C until a command has ended: Python can miss it on its way into a read."""
    for _ in range(20):
        run.send_signal(signal.SIGINT)
        try:
            return run.wait(timeout=5)
        except subprocess.TimeoutExpired:
            continue
    run.kill()
    raise AssertionError("the command did not end on Ctrl+C")


def copy_project(to: Path, data: Path | None = None, **environ: str) -> Project:
    """A copy of the project, with this data instead of its own."""
    shutil.copytree(ROOT, to, ignore=_not_copied)
    # The scripts ask to be run by the environment of their own checkout.
    (to / ".venv").symlink_to(sys.prefix)
    if data:
        shutil.rmtree(to / "data")
        shutil.copytree(data, to / "data")
        forget_its_items(to)
    return Project(to, environ)


def _not_copied(folder: str, names: list[str]) -> set[str]:
    if Path(folder) != ROOT:
        return NOT_COPIED(folder, names)
    # A build that runs meanwhile lets these come and go.
    sites = {name for name in names if name.startswith("site")}
    return NOT_COPIED(folder, names) | sites | {"tests"}


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and what it holds, by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
