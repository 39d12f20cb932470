"""What every owner should see to, in a small catalogue."""

import json
from pathlib import Path

from synlighed.export.report import NOBODY, Report, as_json, as_text, report_of
from synlighed.gaps import BY_ID
from tests.export.expected import assert_expected
from tests.export.sample import TODAY, catalogue, catalogue_of, instrument

GOLDEN = Path(__file__).parent / "golden"


def report() -> Report:
    return report_of(catalogue(), "https://maaleriet.example/", TODAY)


def test_the_text_in_full() -> None:
    assert_expected(as_text(report()), GOLDEN / "report.txt")


def test_the_json_in_full() -> None:
    assert_expected(as_json(report()), GOLDEN / "report.json")


def test_both_say_the_same() -> None:
    text, document = as_text(report()), json.loads(as_json(report()))
    named = [item for one in document["owners"] for gap in one["gaps"] for item in gap["items"]]
    assert named
    assert text.count("\n  - ") == len(named)
    for item in named:
        assert f"  - {item['title']} (" in text and f"    {item['url']}\n" in text
    for gap in document["gaps"]:
        assert f"{gap['title']}: {gap['number']} af {gap['of']} {gap['among']}\n" in text


def test_each_item_is_told_to_its_owner_alone() -> None:
    found = report_of(catalogue_of(instrument(1), instrument(2)), "/", TODAY)
    assert [owner.title for owner in found.owners] == [NOBODY]
    [owner] = found.owners
    said = {one.gap.id: [item.id for item in one.items] for one in owner.found}
    assert said["ansvarlig"] == ["maaler-1", "maaler-2", "b1"]
    assert "<" not in as_text(found)


def test_nobody_is_asked_every_week_to_mend_an_example() -> None:
    """But it is counted."""
    found = report_of(catalogue_of(instrument(1, example="ja")), "/", TODAY)
    [total] = (number for gap, number, _ in found.totals if gap.id == "eksempel")
    asked = {one.gap for owner in found.owners for one in owner.found}
    assert total == 1 and BY_ID["eksempel"] not in asked
