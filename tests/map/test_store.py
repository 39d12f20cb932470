"""What is kept from one run to the next, whatever the platform does in between."""

import errno
import resource
import signal
import time
from dataclasses import replace
from datetime import datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.map.source import Reply
from synlighed.map.store import MOST_ASKED, Store
from synlighed.status.board import Board
from synlighed.status.history import seconds_of
from synlighed.status.measured import Answer, measured
from synlighed.status.published import status_files
from synlighed.status.watched import Watched
from synlighed.status.words import Status
from tests.map.sources import URL, Told, reply, told, unchanged, unreachable
from tests.status.boards import ITEMS, NOW

YESTERDAY = NOW.date() - timedelta(days=1)
OLDER = "Svaret er ældre end det, vi har."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "state")


def renewed(store: Store, source: Told, minutes: float = 0) -> Answer:
    """What is known after asking, so many minutes from now."""
    with store.locked():
        answer = store.renew(source, lambda: NOW + timedelta(minutes=minutes))
    assert store.answer(source.url) == answer
    return answer


def lines(tmp_path: Path, folders: str = "history-*") -> list[str]:
    """All that is noted of the cycles."""
    files = sorted((tmp_path / "state" / "status").glob(f"{folders}/????-??-??.jsonl"))
    return [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def status(answer: Answer, now: datetime = NOW) -> Status:
    """What the board makes of it for the only app that is measured."""
    return Board(now, Watched(ITEMS), answer).states["apps/dagbog"].status


def test_nothing_is_known_at_first(store: Store) -> None:
    assert store.answer(URL) == Answer(url=URL)
    assert store.seen(Watched(), Answer(), NOW).days == {}
    assert status(Answer()) is Status.UNKNOWN


def test_the_last_good_answer_survives(store: Store) -> None:
    """With its age: what was measured expires, and what went wrong is told."""
    source = told(reply(), unreachable(), unreachable())
    renewed(store, source)
    answer = renewed(store, source, 1)
    assert answer.fetched == NOW
    assert answer.problem == "map.example svarede ikke i tide."
    assert status(answer, NOW + timedelta(minutes=1)) is Status.OPERATIONAL
    answer = renewed(store, source, 10)
    assert answer.document and answer.fetched == NOW
    assert status(answer, NOW + timedelta(minutes=10)) is Status.UNKNOWN


def test_what_went_wrong_is_forgotten_when_it_is_right(store: Store) -> None:
    source = told(unreachable(not_before=NOW + timedelta(minutes=1)), reply(2), reply(3))
    assert renewed(store, source).problem
    assert renewed(store, source, 2).problem == ""
    renewed(store, source, 3)
    assert [not_before for _, not_before in source.asked] == [
        None,
        NOW + timedelta(minutes=1),
        None,
    ]


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"schema": "map-status/2", "generated_at": NOW.isoformat(), "components": []},
        {"schema": "map-status/1", "components": []},
        {"schema": "map-status/1", "generated_at": "2026-11-23T09:42:00", "components": []},
        {"schema": "map-status/1", "generated_at": NOW.isoformat(), "components": {}},
    ],
)
def test_what_is_no_status_replaces_nothing(store: Store, raw: dict[str, object]) -> None:
    renewed(store, told(reply()))
    answer = renewed(store, told(Reply(raw, '"ny"', NOW, timedelta())), 1)
    assert answer.problem.startswith("Svaret ")
    assert status(answer) is Status.OPERATIONAL
    asked = told(unchanged(2))
    renewed(store, asked, 2)
    assert asked.asked == [('"0"', None)]


def test_an_older_answer_replaces_nothing(store: Store) -> None:
    source = told(reply(), reply(-60, dagbog="major_outage"), reply(1))
    renewed(store, source)
    answer = renewed(store, source)
    assert answer.problem == OLDER and status(answer) is Status.OPERATIONAL
    assert renewed(store, source, 1).problem == ""


def test_one_of_the_future_is_replaced(store: Store, tmp_path: Path) -> None:
    """It is told of as unknown, and noted as nothing."""
    made = {"generated_at": (NOW + timedelta(days=1)).isoformat()}
    source = told(reply(extra=made), reply(1, dagbog="major_outage"))
    renewed(store, source)
    assert lines(tmp_path) == []
    answer = renewed(store, source, 1)
    assert answer.problem == "" and status(answer) is Status.MAJOR
    assert len(lines(tmp_path)) == 1


def test_a_clock_that_is_put_right(store: Store) -> None:
    """The platform was an hour fast; what it says then is not taken for old."""
    source = told(reply(skew=60), reply(1, dagbog="major_outage"))
    assert status(renewed(store, source)) is Status.OPERATIONAL
    answer = renewed(store, source, 1)
    assert answer.problem == ""
    assert status(answer, NOW + timedelta(minutes=1)) is Status.MAJOR


def again(minutes: float, date: float = 0, *, is_told: bool = True) -> Reply:
    """The document of now, so many minutes later, with the `Date` of so many minutes from now.

    In full, or as a 304.
    """
    at = NOW + timedelta(minutes=minutes)
    raw = reply().raw if is_told else None
    return Reply(raw, '"0"', at, timedelta(minutes=date - minutes))


@pytest.mark.parametrize("is_told", [True, False])
def test_a_kept_copy_grows_no_younger(store: Store, is_told: bool) -> None:
    """It brings its own time with it, by which it would have been measured just now for ever."""
    source = told(reply(), again(4, is_told=is_told), again(10, is_told=is_told))
    renewed(store, source)
    assert status(renewed(store, source, 4), NOW + timedelta(minutes=4)) is Status.OPERATIONAL
    assert status(renewed(store, source, 10), NOW + timedelta(minutes=10)) is Status.UNKNOWN


@pytest.mark.parametrize("is_told", [True, False])
def test_what_is_measured_again_is_believed_by_its_own_clock(store: Store, is_told: bool) -> None:
    """A copy is forgotten when there is news, also from a platform whose clock is slow."""
    source = told(reply(), again(10, is_told=is_told), reply(11, skew=-5))
    for minute in (0, 10, 11):
        answer = renewed(store, source, minute)
    assert answer.skew == timedelta(minutes=-5)
    assert status(answer, NOW + timedelta(minutes=11)) is Status.OPERATIONAL


@given(
    st.integers(-90, 90),
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(-90, 90), st.booleans()), min_size=1, max_size=5
    ),
)
def test_whatever_time_a_copy_brings_it_holds_no_longer(
    first: int, copies: list[tuple[int, int, bool]]
) -> None:
    """What was heard once expires when it did, or before."""
    minute, times = 0, [(0, first, True), *copies]
    with TemporaryDirectory() as folder:
        store, times_checked = Store(Path(folder)), []
        for later, date, is_told in times:
            minute += later
            answer = renewed(store, told(again(minute, date, is_told=is_told)), minute)
            component = measured(answer, "nord.dagbog", NOW - timedelta(days=1))
            assert component.checked
            times_checked.append(component.checked)
    assert times_checked == sorted(times_checked, reverse=True)


def test_304_says_only_that_it_is_the_newest(store: Store, tmp_path: Path) -> None:
    """The server answers; that says nothing of when anything was measured."""
    source = told(reply(), unchanged(2), unchanged(10))
    before = renewed(store, source)
    after = renewed(store, source, 2)
    assert after.fetched == NOW + timedelta(minutes=2)
    assert after.document == before.document
    assert len(lines(tmp_path)) == 1
    late = NOW + timedelta(minutes=10)
    assert status(renewed(store, source, 10), late) is Status.UNKNOWN
    assert [etag for etag, _ in source.asked] == ["", '"0"', '"0"']


def test_another_platform_is_asked_afresh(store: Store) -> None:
    """And what the first said is still there when its address is set again."""
    renewed(store, told(reply()))
    other = told(unreachable(), url="https://map2.example")
    answer = renewed(store, other)
    assert answer.document is None and answer.problem
    assert other.asked == [("", None)]
    assert status(store.answer(URL)) is Status.OPERATIONAL


def test_a_frozen_document_adds_nothing(store: Store, tmp_path: Path) -> None:
    """The same cycle, in whatever wrapping, is the same measuring."""
    renewed(store, told(reply(0, "a"), reply(1, "a"), reply(2, "b")))
    source = told(reply(1, "a"), reply(2, "b"))
    renewed(store, source, 1)
    assert len(lines(tmp_path)) == 1
    renewed(store, source, 2)
    assert len(lines(tmp_path)) == 2


def test_what_was_made_up_is_no_history(store: Store, tmp_path: Path) -> None:
    """Also when the example was asked in the place of the real one."""
    example = renewed(store, told(reply(extra={"example": True}, dagbog="major_outage")))
    real = renewed(store, told(reply(1)), 1)
    later = NOW + timedelta(minutes=2)
    assert store.seen(Watched(), real, later).days["nord.dagbog"][0].worst is Status.OPERATIONAL
    assert store.seen(Watched(), example, later).days["nord.dagbog"][0].worst is Status.MAJOR
    assert len(lines(tmp_path)) == 2
    assert len(lines(tmp_path, "history-example-*")) == 1


def test_what_another_platform_measured_is_no_history_of_this_one(store: Store) -> None:
    """Its own is there again when its address is."""
    before = {YESTERDAY: seconds_of({"operational": 100})}
    first = renewed(store, told(reply(dagbog="major_outage"), days=before))
    other = renewed(store, told(reply(1), url="https://map2.example"), 1)
    later = NOW + timedelta(minutes=2)
    assert [
        (day.day, day.worst) for day in store.seen(Watched(), other, later).days["nord.dagbog"]
    ] == [(NOW.date(), Status.OPERATIONAL)]
    board = store.board(Watched(ITEMS), other, later)
    assert board.sum_of("nord.dagbog").first == NOW.date()
    assert [
        (day.day, day.worst) for day in store.seen(Watched(), first, later).days["nord.dagbog"]
    ] == [
        (YESTERDAY, Status.OPERATIONAL),
        (NOW.date(), Status.MAJOR),
    ]


def test_a_folder_says_whose_history_it_holds(store: Store, tmp_path: Path) -> None:
    """To whoever moves the project; also when two share a host."""
    for url in (URL, f"{URL}/proeve", "http://127.0.0.1:9"):
        renewed(store, told(reply(), url=url))
    names = [folder.name for folder in (tmp_path / "state" / "status").glob("history-*")]
    assert sorted(name.rpartition("-")[0] for name in names) == [
        "history-127.0.0.1-9",
        "history-map.example",
        "history-map.example",
    ]


def test_the_past_is_asked_for_once(store: Store) -> None:
    days = {YESTERDAY: seconds_of({"operational": 80_000, "major_outage": 100, "unknown": 900})}
    source = told(reply(), reply(1), reply(2), days=days)
    for minute in range(3):
        answer = renewed(store, source, minute)
    assert source.asked_of == ["nord.dagbog"]
    [before, today] = store.seen(Watched(), answer, NOW + timedelta(minutes=3)).days["nord.dagbog"]
    assert before.day == YESTERDAY and before.measured == 80_100
    assert today.day == NOW.date() and today.measured == 180


def test_of_many_not_all_are_asked_for(store: Store) -> None:
    """Each is a question of its own."""
    source = told(reply(**{f"app{number}": "operational" for number in range(300)}))
    renewed(store, source)
    assert len(source.asked_of) == MOST_ASKED


def test_a_platform_that_is_slow_to_remember(store: Store) -> None:
    """Others wait for the lock, so it is not listened to for long."""
    many = {f"app{number}": "operational" for number in range(50)}
    source, clock = told(reply(**many)), [NOW]

    def ticking() -> datetime:
        clock[0] += timedelta(seconds=9)
        return clock[0]

    with store.locked():
        store.renew(source, ticking)
    assert 1 <= len(source.asked_of) < 10


def test_a_platform_that_remembers_nothing(store: Store) -> None:
    source = told(reply(), reply(1), days=unreachable())
    answer = renewed(store, source)
    assert answer.problem == ""
    renewed(store, source, 1)
    assert len(source.asked_of) == 1


def test_the_past_holds_no_today_and_nothing_older_than_is_shown(store: Store) -> None:
    days = {
        NOW.date() - timedelta(days=ago): {Status.OPERATIONAL: 86_400.0}
        for ago in (-1, 0, 1, 89, 90, 400)
    }
    answer = renewed(store, told(reply(), days=days))
    found = store.seen(Watched(), answer, NOW).days["nord.dagbog"]
    assert [(NOW.date() - day.day).days for day in found] == [89, 1, 0]


def refresh_often(folder: Path, first: int) -> None:
    store = Store(folder)
    for number in range(30):
        with store.locked():
            minute = (first + 2 * number) / 600
            store.renew(told(reply(minute)), lambda: NOW + timedelta(hours=1))


def test_two_at_once_do_no_harm(store: Store, tmp_path: Path) -> None:
    """Every answer is kept and noted whole, or refused since the other had a newer one."""
    fork = get_context("fork")
    processes = [
        fork.Process(target=refresh_often, args=(tmp_path / "state", first)) for first in (0, 1)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    found = lines(tmp_path)
    assert 30 <= len(found) <= 60
    assert all(line.startswith('{"at":') and line.endswith("}") for line in found)
    assert found == sorted(found)
    assert store.answer(URL).document
    assert list((tmp_path / "state").rglob("*.unfinished")) == []


def hold(folder: Path) -> None:
    with Store(folder).locked():
        time.sleep(600)


def test_who_is_killed_lets_go_of_the_lock(store: Store, tmp_path: Path) -> None:
    """And what it left half written is removed."""
    process = get_context("fork").Process(target=hold, args=(tmp_path / "state",))
    process.start()
    left = tmp_path / "state" / "status" / ".snapshot.json.abc.unfinished"
    while not (tmp_path / "state" / "status" / "lock").exists():
        time.sleep(0.01)
    time.sleep(0.1)
    left.write_bytes(b"{")
    process.kill()
    process.join()
    assert renewed(store, told(reply())).problem == ""
    assert not left.exists()


def test_a_state_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("en fil", encoding="utf-8")
    with pytest.raises(OSError, match="state"), Store(tmp_path / "state").locked():
        pass
    assert Store(tmp_path / "state").answer(URL) == Answer(url=URL)


def test_a_full_disk(store: Store, tmp_path: Path) -> None:
    """It is told, and what was kept stays."""
    many = {f"app{number}": "operational" for number in range(200)}
    before = renewed(store, told(reply(**many)))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    asked = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, limits[1]))
    try:
        with store.locked(), pytest.raises(OSError) as raised:
            store.renew(told(reply(1, **many)), lambda: NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, asked)
    assert raised.value.errno == errno.EFBIG
    assert store.answer(URL) == before
    assert list((tmp_path / "state").rglob("*.unfinished")) == []
    # And goes on where it was, when there is room again.
    assert renewed(store, told(reply(2, **many)), 2).problem == ""
    assert len(store.seen(Watched(), before, NOW + timedelta(minutes=3)).days) == 200


MIDNIGHT = NOW.replace(hour=23, minute=0)
"""In Denmark, where it is an hour later than in UTC."""


@pytest.mark.parametrize("minutes_back", [0.8, 59], ids=["theirs is ahead", "ours was set back"])
def test_a_day_that_is_over_by_another_clock_is_not_forgotten(
    store: Store, minutes_back: float
) -> None:
    hours = int((MIDNIGHT - NOW).total_seconds() / 60)
    for minutes in range(hours - 300, hours - 1, 2):
        renewed(store, told(reply(minutes, dagbog="operational")), minutes)
    answer = renewed(store, told(reply(hours - 1, skew=1.5, dagbog="operational")), hours - 1)
    seen = store.seen(Watched(ITEMS), answer, MIDNIGHT - timedelta(minutes=minutes_back))
    assert seen.states == replace(seen, sums=None, past="").states
    assert seen.sum_of("nord.dagbog").seconds[Status.OPERATIONAL] > 14_000


def test_who_only_looks_sees_the_same_and_keeps_nothing(store: Store, tmp_path: Path) -> None:
    """Days that are over, one of them still open, and today."""
    past = {YESTERDAY: seconds_of({"operational": 80_000, "major_outage": 400})}
    renewed(store, told(reply(0, dagbog="operational"), days=past))
    answer = renewed(store, told(reply(1, dagbog="degraded")), 1)
    later = NOW + timedelta(days=2)
    looked = store.seen(Watched(ITEMS), answer, later)
    assert not list(tmp_path.rglob("sums.json"))
    with store.locked():
        kept = store.board(Watched(ITEMS), answer, later)
    assert list(tmp_path.rglob("sums.json"))
    again = store.seen(Watched(ITEMS), answer, later)
    for board in (looked, again):
        assert dict(status_files(board)) == dict(status_files(kept))
        assert board.states == kept.states
    # Counted anew from the days themselves, it is the same.
    days = replace(kept, sums=None, past="")
    assert days.states == kept.states
