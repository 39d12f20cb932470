"""Where the rules about synonyms end; what they tell has its cases under `tests/cases/`."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from synlighed.load import load
from synlighed.model import discover
from synlighed.rules import check

BASE = Path(__file__).parents[1] / "cases" / "base"

GROUPS = {
    "[mobil, telefon]": [],
    "[mobil, mobiltelefon]": [],
    "[2FA, to-faktor]": [],
    "[nede, ude af drift nu]": [],
    "[godkendelse, godkende]": [],
    f"[båd, {'å' * 60}]": [],
    f"[båd, {'å' * 61}]": ["F322"],
    "[nede, det hele er nede nu]": ["F322"],
    "[e-mail, email]": [],
    "[mobil, Mobilen]": ["F320"],
    "[æble, aeble]": ["F320"],
    "[alarm, 1-1-2]": ["F323"],
    "[112]": ["F319", "F323"],
    "[mobil, MOBILER], [nede], [112, a b c d e, mobilernes]": [
        "F320", "F319", "F323", "F322", "F321",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("groups", "told"), GROUPS.items(), ids=list(GROUPS))
def test_a_word_means_one_thing_and_is_a_word(groups: str, told: list[str], tmp_path: Path) -> None:
    data = Path(shutil.copytree(BASE, tmp_path / "data"))
    (data / "synonyms.yml").write_text(f"groups: [{groups}]\n", encoding="utf-8")
    problems = check(load(data, discover(), shown_as="data"), date(2026, 11, 23))
    assert [problem.code for problem in problems] == told
