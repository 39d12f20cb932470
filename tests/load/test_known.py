"""A folder read with what is known of it is the folder read from nothing."""

import os
import pickle
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from synlighed.load import Known, Loaded, load
from synlighed.rules import Findings, check
from tests.export.sample import DATA, MODEL

TODAY = date(2026, 11, 23)

WORD = """\
title: {title}
summary: {summary}
owner: ukendt
last_reviewed: {reviewed}
created: 1. november 2026
"""

words = st.builds(
    WORD.format,
    title=st.sampled_from(["Ål", "Abe", "'", "Å\u200bl", "CPR 010190-1234"]),
    summary=st.sampled_from(["Et punkt om noget, der er langt nok.", "XYZ er et ord for noget."]),
    reviewed=st.sampled_from(["1. november 2026", "1. december 2026", "i morgen", "ukendt"]),
)
folders = st.dictionaries(st.sampled_from(["en", "to", "tre", "fire"]), words, max_size=4)


def read(folder: Path, known: Known | None = None) -> Loaded:
    return load(folder, MODEL, shown_as="data", known=known)


def write(folder: Path, files: dict[str, str]) -> None:
    for old in (folder / "words").glob("*.yml"):
        old.unlink()
    for id, text in files.items():
        (folder / "words" / f"{id}.yml").write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(DATA, tmp_path / "data")


@given(st.lists(folders, min_size=2, max_size=4))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_edits_in_a_row_are_read_and_checked_as_from_nothing(
    folder: Path, row: list[dict[str, str]]
) -> None:
    known, findings = Known(), Findings()
    for files in row:
        write(folder, files)
        known, findings = pickle.loads(pickle.dumps((known, findings)))
        again, clean = read(folder, known), read(folder)
        assert [entry.item for entry in again.items] == [entry.item for entry in clean.items]
        assert again.files == clean.files
        assert check(again, TODAY, findings) == check(clean, TODAY)


def test_a_file_that_did_not_change_is_the_item_it_was(folder: Path) -> None:
    known = Known()
    before = read(folder, known).items
    assert all(
        one.item is other.item for one, other in zip(before, read(folder, known).items, strict=True)
    )


def test_the_time_of_a_file_says_nothing(folder: Path) -> None:
    known = Known()
    read(folder, known)
    file = folder / "words" / "byod.yml"
    stat = file.stat()
    file.write_text(file.read_text().replace("BYOD", "DOYB"), encoding="utf-8")

    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    titles = {entry.item.title for entry in read(folder, known).items}
    assert "DOYB" in titles and "BYOD" not in titles


def test_warnings_are_told_again_as_long_as_they_are_true(folder: Path) -> None:
    findings, known = Findings(), Known()
    first = check(read(folder, known), TODAY, findings)
    assert check(read(folder, known), TODAY, findings) == first


def test_what_was_found_on_another_day_is_not_believed(folder: Path) -> None:
    findings, known = Findings(), Known()
    assert not [p for p in check(read(folder, known), TODAY, findings) if p.code == "F402"]
    early = check(read(folder, known), date(2000, 1, 1), findings)
    assert "F402" in {problem.code for problem in early}
