"""The last good answer: kept whole, and believed only as far as it deserves."""

import random
import time
from dataclasses import replace
from datetime import timedelta
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from synlighed.map.snapshot import Snapshot, read_snapshot, write_snapshot
from synlighed.status.document import read_document
from tests.status.boards import NOW, document

URL = "https://map.example"

KEPT = Snapshot(
    url=URL,
    raw=document(dagbog="operational"),
    etag='"en"',
    fetched=NOW,
    skew=timedelta(seconds=-3),
    problem="map.example svarede ikke i tide.",
    not_before=NOW + timedelta(minutes=5),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "snapshot.json"


def test_all_of_it_comes_back(file: Path) -> None:
    write_snapshot(file, KEPT)
    assert read_snapshot(file, URL) == KEPT
    assert file.stat().st_mode & 0o777 == 0o600


def test_what_another_platform_said_is_not_believed(file: Path) -> None:
    write_snapshot(file, KEPT)
    other = read_snapshot(file, "https://andet.example")
    assert other == Snapshot("https://andet.example")
    assert other.answer().document is None


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"{}",
        b"\x00" * 200,
        b'{"url": "https://map.example"}\n{}',
        b"[]\n[]",
        "æøå\n".encode("latin-1"),
    ],
)
def test_a_file_of_something_else_is_nothing(file: Path, spoilt: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(spoilt)
    assert read_snapshot(file, URL) == Snapshot(URL)


def test_a_torn_or_changed_file_is_nothing(file: Path) -> None:
    write_snapshot(file, KEPT)
    whole = file.read_bytes()
    for size in range(0, len(whole), 7):
        file.write_bytes(whole[:size])
        assert read_snapshot(file, URL) == Snapshot(URL)
    file.write_bytes(whole.replace(b"operational", b"Operational"))
    assert read_snapshot(file, URL) == Snapshot(URL)


def test_a_document_that_is_not_understood_any_more_is_none(file: Path) -> None:
    """As after a new version of the program; the platform is then asked for it all, not for 304."""
    write_snapshot(file, replace(KEPT, raw={"schema": "map-status/0"}))
    assert read_snapshot(file, URL).document is None


def made(minutes: float) -> Any:
    """A document made so long after the kept one."""
    at = (NOW + timedelta(minutes=minutes)).isoformat()
    return read_document(document(dagbog="operational") | {"generated_at": at})


@pytest.mark.parametrize(
    ("kept", "skew_then", "heard", "skew_now", "is_older"),
    [
        (0, 0, 1, 0, False),
        (0, 0, 0, 0, False),
        (0, 0, -1, 0, True),
        # It was made tomorrow, says the one we have.
        (24 * 60, 0, 1, 0, False),
        # The platform's clock is fast, all the time.
        (60, 60, 59, 60, True),
        # It was fast, and has been put right.
        (60, 60, 1, 0, False),
        # It is behind, all the time.
        (-60, -60, -61, -60, True),
        # A copy from an hour ago, with the time of its making on the answer.
        (0, 0, -60, -60, True),
    ],
)
def test_an_older_answer_is_a_replay(
    kept: int, skew_then: int, heard: int, skew_now: int, is_older: bool
) -> None:
    """Unless the one that is kept claims to be of the future; all in minutes from now."""
    at = (NOW + timedelta(minutes=kept)).isoformat()
    raw = document(dagbog="operational") | {"generated_at": at}
    snapshot = Snapshot(URL, raw, skew=timedelta(minutes=skew_then))
    assert snapshot.is_older(made(heard), timedelta(minutes=skew_now), NOW) is is_older


def keep_writing(file: Path) -> None:
    """Long and short ones in turn, until killed."""
    for number in count():
        text = "a" * (200_000, 1_000, 80_000)[number % 3]
        write_snapshot(file, replace(KEPT, raw={"text": text}))


def test_killed_at_any_moment_it_is_whole(file: Path) -> None:
    """With -9, in the middle of writing: what is there is the old one, or the new."""
    rng = random.Random(1)
    write_snapshot(file, replace(KEPT, raw={"text": "a" * 1_000}))
    for _ in range(20):
        process = get_context("fork").Process(target=keep_writing, args=(file,))
        process.start()
        time.sleep(rng.uniform(0.02, 0.05))
        process.kill()
        process.join()
        found = read_snapshot(file, URL)
        assert found.raw and len(found.raw["text"]) in (200_000, 1_000, 80_000)
