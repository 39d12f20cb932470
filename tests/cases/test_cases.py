"""Every mistake an editor can make, and word for word what is said of it.

A case is a folder with the files that are wrong; they are laid over `base/`, in which nothing is.
`removed.txt` names what is taken away first. `expected.txt` is all that the check says. What cannot
be a file in git is made by `makers.py`, and `made/` holds what the check says of it.

`WRITE_CASES=1` writes what the check says now. Read it through before you commit it.
"""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from synlighed.load import load
from synlighed.messages import MESSAGES
from synlighed.model import discover
from synlighed.problems import as_text
from synlighed.rules import check
from tests.cases.makers import MADE, PRETENDED, Maker, Pretence
from tests.conftest import NOW, ROOT

HERE = Path(__file__).parent
TODAY = date(2026, 11, 23)
CASES = sorted(folder.name for folder in HERE.glob("[AF][0-9]*"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder in which nothing is wrong."""
    return Path(shutil.copytree(HERE / "base", tmp_path / "data"))


def test_nothing_is_wrong_with_the_base(data: Path) -> None:
    assert told(data) == "Ingen fejl.\n"


@pytest.mark.parametrize("case", CASES)
def test_a_folder(case: str, data: Path) -> None:
    lay_over(HERE / case, data)
    compare(case, told(data), HERE / case / "expected.txt")


@pytest.mark.parametrize(("case", "pretend"), PRETENDED.items(), ids=list(PRETENDED))
def test_what_is_pretended(
    case: str, pretend: Pretence, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(data, monkeypatch)
    compare(case, told(data), HERE / "made" / f"{case}.txt")


@pytest.mark.parametrize(("case", "make"), MADE.items(), ids=list(MADE))
def test_what_is_made(case: str, make: Maker, data: Path) -> None:
    """In a process of its own, so that what crashes or hangs fails this test and no other."""
    make(data)
    run = subprocess.run(
        [sys.executable, ROOT / "scripts" / "check.py", "--data", "data"],
        cwd=data.parent,
        env=os.environ | {"SOURCE_DATE_EPOCH": NOW},
        capture_output=True,
        timeout=60,
        encoding="utf-8",
    )
    assert run.stderr == ""
    assert run.returncode == int(case.startswith("F"))
    compare(case, run.stdout, HERE / "made" / f"{case}.txt")


def test_every_message_has_a_case() -> None:
    shown = {case.partition("-")[0] for case in (*CASES, *MADE, *PRETENDED)}
    assert shown == MESSAGES.keys()


def test_nothing_expected_is_left_over() -> None:
    made = {file.stem for file in (HERE / "made").iterdir()}
    assert made == {*MADE, *PRETENDED}


def told(data: Path) -> str:
    loaded = load(data, discover(), shown_as="data")
    return as_text(check(loaded, TODAY, by_hand=("om/",)))


def lay_over(case: Path, data: Path) -> None:
    removed = case / "removed.txt"
    for name in removed.read_text(encoding="utf-8").splitlines() if removed.exists() else ():
        if (data / name).is_dir():
            shutil.rmtree(data / name)
        else:
            (data / name).unlink()
    shutil.copytree(
        case,
        data,
        ignore=shutil.ignore_patterns("expected.txt", "removed.txt"),
        dirs_exist_ok=True,
    )


def compare(case: str, said: str, expected: Path) -> None:
    if os.environ.get("WRITE_CASES"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    code = case.partition("-")[0]
    assert re.search(rf"^\S.*  (fejl|advarsel) {code}$", said, re.MULTILINE), f"{code} is not shown"
