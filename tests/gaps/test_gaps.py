"""What is missing in small data: each example is an edit, and what is then found (`gaps.yml`)."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from synlighed.cataloguing import compile_catalogue
from synlighed.danish.dates import parse_date
from synlighed.gaps import GAPS, Gaps
from synlighed.kept import rows_of
from synlighed.load import load
from synlighed.model import discover
from synlighed.model.values import has_unknown, unknown_facts
from tests.conftest import ROOT

BASE = Path(__file__).parents[1] / "cases" / "base"
TODAY = "23. november 2026"
EXAMPLES = yaml.safe_load(Path(__file__).with_name("gaps.yml").read_text(encoding="utf-8"))


def edited(example: dict[str, Any], folder: Path) -> Path:
    """The small data after the example's edits."""
    data = Path(shutil.copytree(BASE, folder / "data"))
    for name in example.get("remove", ()):
        (data / name).unlink()
    for name, (old, new) in example.get("edit", {}).items():
        text = (data / name).read_text(encoding="utf-8")
        assert str(old) in text, f"{name} does not say »{old}«"
        (data / name).write_text(text.replace(str(old), str(new)), encoding="utf-8")
    for name, text in (example.get("add", {}) | example.get("new", {})).items():
        (data / name).parent.mkdir(exist_ok=True)
        with (data / name).open("a", encoding="utf-8") as file:
            file.write(text)
    return data


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["says"])
def test_what_is_missing(example: dict[str, Any], tmp_path: Path) -> None:
    today = parse_date(example.get("today", TODAY))
    loaded = load(edited(example, tmp_path), discover(), shown_as="data")
    catalogue, problems = compile_catalogue(loaded, max(today, date(2026, 11, 23)))
    assert catalogue, [problem.message for problem in problems]
    items = {kind.kind.key: catalogue.items(kind.kind.key) for kind in catalogue.model}
    gaps = Gaps(rows_of(items), today)
    found = ["/".join(item.identity) for item in gaps.lacking(example["gap"])]
    assert found == example["items"]
    assert gaps.count(example["gap"]) == (len(found), example["of"])


def test_there_is_an_example_of_each_with_and_without() -> None:
    shown = {(example["gap"], bool(example["items"])) for example in EXAMPLES}
    assert {gap.id for gap in GAPS} == {gap for gap, has in shown if has}
    looked_for = {"gennemgang", "godkendelse", "tilgaengelighedserklaering", "ambassadoer"}
    assert looked_for | {"lukket-service"} <= {gap for gap, has in shown if not has}


def test_whether_a_fact_is_unknown_is_what_the_list_of_them_says() -> None:
    """The one is asked of every item at every edit, and so is not the length of the other."""
    items = [entry.item for entry in load(ROOT / "data", discover(), shown_as="data").items]
    known = {item.identity: bool(unknown_facts(item)) for item in items}
    assert {item.identity: has_unknown(item) for item in items} == known
    assert set(known.values()) == {True, False}
