"""The history: lines that are only added, days that are summed up, and nothing lost on the way."""

import time
from datetime import date, datetime, timedelta
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from synlighed.danish.times import ZONE
from synlighed.map.diary import Diary, _text_of
from synlighed.status.document import Document, read_document
from synlighed.status.history import Day, uptime
from synlighed.status.words import Status
from tests.status.boards import NOW, document

TODAY = NOW.date()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "history"


def cycle(at: datetime, good_for: int = 300, **components: str) -> Document:
    raw = document(**(components or {"dagbog": "operational"}))
    for component in raw["components"]:
        component |= {"observed_at": at.isoformat(), "stale_after_s": good_for}
    return read_document(raw | {"generated_at": at.isoformat()})


def danish(text: str) -> datetime:
    """A Danish time of the clock, with `+1` behind it when it is the second of two."""
    clock, _, second = text.partition("+")
    return datetime.fromisoformat(clock).replace(tzinfo=ZONE, fold=int(second or 0))


def after(start: datetime, minutes: float) -> datetime:
    """So many minutes later, also when the clock is changed in between."""
    return datetime.fromtimestamp(start.timestamp() + 60 * minutes, ZONE)


def texts(folder: Path) -> dict[str, list[str]]:
    return {file.name: file.read_text(encoding="utf-8").splitlines() for file in folder.iterdir()}


def of(folder: Path, now: datetime, component: str = "nord.dagbog") -> list[tuple[date, Any]]:
    """Of each day the seconds in each status, by its word."""
    return [
        (day.day, {status.value: seconds for status, seconds in day.seconds.items() if seconds})
        for day in Diary(folder).days(now).get(component, ())
    ]


def test_lines_are_only_added(folder: Path) -> None:
    """The first of a day holds all, the others what changed."""
    diary, before = Diary(folder), b""
    for minute, word in enumerate(["operational", "operational", "major_outage"]):
        diary.add(cycle(NOW + timedelta(minutes=minute), dagbog=word, koerebog="operational"))
        now = (folder / f"{TODAY}.jsonl").read_bytes()
        assert now.startswith(before) and now != before
        before = now
    assert [line.count(b"nord.") for line in before.splitlines()] == [2, 0, 1]
    later = NOW + timedelta(minutes=4)
    assert of(folder, later) == [(TODAY, {"operational": 120, "major_outage": 120})]
    assert of(folder, later, "nord.koerebog") == [(TODAY, {"operational": 240})]


@pytest.mark.parametrize("torn", [b'{"at":"2026-11-23T08:43', b"{", b"\xc3", b"\x00\x00\x00"])
def test_a_torn_line_is_passed_over(folder: Path, torn: bytes) -> None:
    """The power failed in the middle of it; the next line is a line of its own."""
    diary = Diary(folder)
    diary.add(cycle(NOW))
    with (folder / f"{TODAY}.jsonl").open("ab") as file:
        file.write(torn)
    assert of(folder, NOW + timedelta(minutes=1)) == [(TODAY, {"operational": 60})]
    diary.add(cycle(NOW + timedelta(minutes=2), dagbog="major_outage"))
    assert len((folder / f"{TODAY}.jsonl").read_bytes().splitlines()) == 3
    later = NOW + timedelta(minutes=3)
    assert of(folder, later) == [(TODAY, {"operational": 120, "major_outage": 60})]


def test_lines_of_something_else_are_passed_over(folder: Path) -> None:
    folder.mkdir()
    others = '[]\n{}\n"æ"\n{"at":1,"good_for":"x","changed":[]}\n{"day":"i går","seconds":3}\n'
    for name in (f"{TODAY}.jsonl", "2026-11.days.jsonl", "noter.jsonl", "2026-13-45.jsonl"):
        (folder / name).write_text(others, encoding="utf-8")
    Diary(folder).add(cycle(NOW))
    assert of(folder, NOW + timedelta(minutes=1)) == [(TODAY, {"operational": 60})]


def test_what_nobody_measured_is_not_up(folder: Path) -> None:
    """A measurement holds for a while; after that nothing is known until the next."""
    diary = Diary(folder)
    for minute in (0, 60):
        diary.add(cycle(NOW + timedelta(minutes=minute)))
    diary.add(cycle(NOW + timedelta(minutes=65), dagbog="unknown"))
    later = NOW + timedelta(minutes=70)
    assert of(folder, later) == [(TODAY, {"operational": 600})]
    found = uptime(Diary(folder).days(later)["nord.dagbog"], later, ZONE)
    assert found.up == 1 and found.coverage < 0.02
    assert found.text == "Oppe 100,0 % af den tid, der er målt (1 % af tiden siden midnat)"


MIDNIGHTS = {
    "an ordinary night": ("2026-11-23 23:50", "2026-11-23", 24),
    "the night summer begins": ("2026-03-28 23:50", "2026-03-28", 24),
    "the day summer begins": ("2026-03-29 23:50", "2026-03-29", 23),
    "the day summer ends": ("2026-10-25 23:50", "2026-10-25", 25),
    "the end of a month": ("2026-11-30 23:50", "2026-11-30", 24),
    "the end of a year": ("2026-12-31 23:50", "2026-12-31", 24),
}


@pytest.mark.parametrize(("start", "day", "hours"), MIDNIGHTS.values(), ids=MIDNIGHTS)
def test_a_day_ends_at_danish_midnight(folder: Path, start: str, day: str, hours: int) -> None:
    """What holds until after it counts on each side of it."""
    diary, first = Diary(folder), danish(start)
    for minutes in (0, 4, 8):
        diary.add(cycle(after(first, minutes)))
    diary.add(cycle(after(first, 12), dagbog="major_outage"))
    next_day = date.fromisoformat(day) + timedelta(days=1)
    assert sorted(texts(folder)) == sorted([f"{day[:7]}.days.jsonl", f"{next_day}.jsonl"])
    assert of(folder, after(first, 13)) == [
        (date.fromisoformat(day), {"operational": 600}),
        (next_day, {"major_outage": 60}),
    ]


@pytest.mark.parametrize(("start", "day", "hours"), MIDNIGHTS.values(), ids=MIDNIGHTS)
def test_a_whole_day_has_its_own_length(folder: Path, start: str, day: str, hours: int) -> None:
    """23 hours when summer begins, 25 when it ends; never more."""
    diary, midnight = Diary(folder), danish(f"{day} 00:00")
    for minutes in range(0, hours * 60 + 4, 4):
        diary.add(cycle(after(midnight, minutes)))
    [whole, _] = of(folder, after(midnight, hours * 60 + 1))
    assert whole == (date.fromisoformat(day), {"operational": hours * 3600})


def test_the_hour_that_comes_twice(folder: Path) -> None:
    """2.30 before the clock is put back is an hour before 2.30 after."""
    diary = Diary(folder)
    for at, word in (("02:30", "major_outage"), ("02:30+1", "operational"), ("02:40+1", "unknown")):
        diary.add(cycle(danish(f"2026-10-25 {at}"), 3600, dagbog=word))
    now = danish("2026-10-25 03:00")
    assert of(folder, now) == [
        (date(2026, 10, 25), {"major_outage": 3600, "operational": 600}),
    ]


def test_a_crash_after_summing_up_counts_the_day_once(folder: Path) -> None:
    """The sum is written before the lines are removed, so both may be there."""
    diary = Diary(folder)
    diary.add(cycle(NOW))
    lines = (folder / f"{TODAY}.jsonl").read_bytes()
    tomorrow = NOW + timedelta(days=1)
    diary.add(cycle(tomorrow))
    (folder / f"{TODAY}.jsonl").write_bytes(lines)
    expected = [(TODAY, {"operational": 300}), (tomorrow.date(), {"operational": 60})]
    assert of(folder, tomorrow + timedelta(minutes=1)) == expected
    diary.add(cycle(tomorrow + timedelta(minutes=1)))
    assert len(texts(folder)["2026-11.days.jsonl"]) == 2
    assert not (folder / f"{TODAY}.jsonl").exists()
    assert of(folder, tomorrow + timedelta(minutes=1)) == expected


@pytest.mark.parametrize("read", range(4))
def test_a_day_that_is_summed_up_while_somebody_reads(
    folder: Path, monkeypatch: pytest.MonkeyPatch, read: int
) -> None:
    """Nobody waits for the lock to read: before whichever file it happens, the day is there."""
    later, yesterday = NOW + timedelta(minutes=1), NOW - timedelta(days=1)
    for at in (yesterday, NOW):
        Diary(folder).add(cycle(at))
    expected = [(yesterday.date(), {"operational": 300}), (TODAY, {"operational": 60})]
    reads = count()

    def meanwhile(file: Path) -> str:
        if next(reads) == read:
            # The clock of who writes is past midnight already.
            Diary(folder).add(cycle(NOW + timedelta(days=1)))
        return _text_of(file)

    monkeypatch.setattr("synlighed.map.diary._text_of", meanwhile)
    found = of(folder, later)
    assert found in (expected, [expected[0], (TODAY, {"operational": 300})])


def test_a_sum_that_was_torn_is_made_again(folder: Path) -> None:
    """The lines are still there then."""
    diary = Diary(folder)
    diary.add(cycle(NOW))
    (folder / "2026-11.days.jsonl").write_bytes(b'{"day":"2026-11-23","secon')
    tomorrow = NOW + timedelta(days=1)
    diary.add(cycle(tomorrow))
    assert of(folder, tomorrow) == [(TODAY, {"operational": 300}), (tomorrow.date(), {})]


def test_a_clock_that_is_put_back_over_midnight(folder: Path) -> None:
    """What was known of the day is not replaced by its last minutes."""
    diary, evening = Diary(folder), danish("2026-11-23 23:00")
    diary.add(cycle(evening, 3000))
    diary.add(cycle(after(evening, 61)))
    diary.add(cycle(after(evening, 55)))
    diary.add(cycle(after(evening, 62)))
    assert of(folder, after(evening, 63))[0] == (date(2026, 11, 23), {"operational": 3000})


def test_ninety_days_are_shown_and_all_are_kept(folder: Path) -> None:
    diary = Diary(folder)
    for ago in range(120, -1, -1):
        diary.add(cycle(NOW - timedelta(days=ago)))
    shown = [day for day, _ in of(folder, NOW)]
    assert shown == [TODAY - timedelta(days=ago) for ago in range(89, -1, -1)]
    kept = [line for name, lines in texts(folder).items() if ".days" in name for line in lines]
    assert len(kept) == 120


def test_a_component_comes_and_goes(folder: Path) -> None:
    """Of the time it was not there, nothing is known."""
    diary = Diary(folder)
    diary.add(cycle(NOW, dagbog="operational", koerebog="operational"))
    diary.add(cycle(NOW + timedelta(minutes=2), koerebog="operational"))
    later = NOW + timedelta(minutes=4)
    assert of(folder, later) == [(TODAY, {"operational": 120})]
    assert of(folder, later, "nord.koerebog") == [(TODAY, {"operational": 240})]


def test_what_another_knows_of_before(folder: Path) -> None:
    yesterday, diary = TODAY - timedelta(days=1), Diary(folder)
    assert not diary.has_begun
    past = {
        "nord.dagbog": {yesterday: {Status.OPERATIONAL: 86_000.0, Status.PARTIAL: 400.0}},
        "nord.koerebog": {TODAY: {Status.MAJOR: 10.0}},
    }
    diary.begin(past, TODAY)
    diary.add(cycle(NOW))
    found = Diary(folder).days(NOW)
    assert found["nord.dagbog"][0] == Day(yesterday, past["nord.dagbog"][yesterday])
    assert "nord.koerebog" not in found
    assert diary.has_begun


def test_nobody_knows_of_before(folder: Path) -> None:
    """Then that is what it began with."""
    Diary(folder).begin({}, TODAY)
    assert Diary(folder).has_begun and Diary(folder).days(NOW) == {}


def begin(folder: Path) -> None:
    """With much to write, as of 100 components."""
    days = {TODAY - timedelta(days=ago): {Status.OPERATIONAL: 86_400.0} for ago in range(1, 90)}
    Diary(folder).begin({f"nord.app-{number}": days for number in range(100)}, TODAY)


def test_who_is_killed_has_begun_with_all_or_nothing(folder: Path) -> None:
    """At whatever moment: what is half written is no history, and the next begins again."""
    started = time.monotonic()
    begin(folder / "whole")
    lasts = time.monotonic() - started
    whole = Diary(folder / "whole").days(NOW)
    for number in range(20):
        process = get_context("fork").Process(target=begin, args=(folder / str(number),))
        process.start()
        process.join(lasts * number / 15)
        process.kill()
        process.join()
        diary = Diary(folder / str(number))
        assert diary.days(NOW) == (whole if diary.has_begun else {})
