"""How long a client waits by itself, pauses that a server asks for, and clocks that differ."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from requests.adapters import HTTPAdapter

from synlighed.map import client
from synlighed.map.answers import Kind, Unreachable
from synlighed.map.connection import Connection, Limits
from synlighed.map.deadline import within
from synlighed.map.platform import Platform
from synlighed.map.prometheus import Prometheus
from synlighed.map.source import Source
from tests.map.client import NOW, Clock, ask, refused
from tests.map.faulty import answer, serve

HOUR = timedelta(hours=1)
IN_AN_HOUR = "Mon, 23 Nov 2026 09:42:00 GMT"

# ---- Without being told


@pytest.mark.parametrize("source", [Platform, Prometheus])
def test_three_seconds_to_connect_five_to_answer_and_ten_in_all(
    source: Callable[[Connection], Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What reaches the network, when nobody asks for another patience; and no try has more."""
    waits: list[tuple[float, float]] = []
    given: list[float] = []
    send = HTTPAdapter.send

    def sent(adapter: HTTPAdapter, *args: Any, **named: Any) -> Any:
        waits.append(named["timeout"])
        return send(adapter, *args, **named)

    def worked(seconds: float, work: Callable[..., Any]) -> Any:
        given.append(seconds)
        return within(seconds, work)

    monkeypatch.setattr(HTTPAdapter, "send", sent)
    monkeypatch.setattr(client, "within", worked)
    # What it answers is no status, and is not asked for again.
    with serve(answer(404)) as server, pytest.raises(Unreachable):
        source(Connection(server.url)).ask("", None)
    assert waits == [(3, 5)]
    # The clock runs meanwhile, but not for long.
    assert 9 < given[0] <= 10


# ---- Pauses


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("until", ["3600", IN_AN_HOUR])
def test_a_long_pause_ends_the_asking_until_it_is_over(status: int, until: str) -> None:
    clock = Clock()
    with serve(answer(status, Retry_After=until), answer()) as server:
        why = refused(server, clock=clock)
        assert (why.kind, why.not_before) == (Kind.BUSY, NOW + HOUR)
        assert why.reason.endswith(f"({status}) og beder om en pause på 60 minutter.")
        assert not clock.slept

        clock.now += HOUR - timedelta(seconds=30)
        again = refused(server, clock=clock, not_before=why.not_before)
        assert (again.kind, again.not_before) == (Kind.WAITING, why.not_before)
        assert again.reason.endswith("har bedt om en pause og spørges først igen om 30 sekunder.")
        assert len(server.requests) == 1

        clock.now += timedelta(seconds=30)
        assert ask(server, clock=clock, not_before=why.not_before).status == 200


@pytest.mark.parametrize("until", ["2", "Mon, 23 Nov 2026 08:42:02 GMT"])
def test_a_short_pause_is_kept_within_the_deadline(until: str) -> None:
    clock = Clock()
    with serve(answer(503, Retry_After=until), answer()) as server:
        assert ask(server, clock=clock).tries == 2
    assert clock.slept == [2]


def test_a_date_is_read_by_the_clock_that_wrote_it() -> None:
    """The server is a day ahead, and means an hour."""
    busy = answer(
        503,
        Date="Tue, 24 Nov 2026 08:42:00 GMT",
        Retry_After="Tue, 24 Nov 2026 09:42:00 GMT",
    )
    with serve(busy) as server:
        assert refused(server).not_before == NOW + HOUR


def test_who_says_too_often_is_not_asked_again_at_once() -> None:
    with serve(answer(429)) as server:
        why = refused(server)
    assert (why.kind, why.not_before) == (Kind.BUSY, None)
    assert len(server.requests) == 1


@pytest.mark.parametrize("until", ["99999999999", "9" * 5000, "Sat, 25 Nov 2099 10:00:00 GMT"])
def test_a_pause_of_years_is_cut_down_to_a_day(until: str) -> None:
    with serve(answer(503, Retry_After=until)) as server:
        assert refused(server).not_before == NOW + timedelta(days=1)


@pytest.mark.parametrize("until", ["soon", "-5", "1.5", "²", "Mon, 99 Nov 2026 99:99:99 GMT"])
def test_a_pause_that_cannot_be_read_is_none(until: str) -> None:
    with serve(answer(503, Retry_After=until)) as server:
        assert refused(server).not_before is None
    assert len(server.requests) == 3


def test_a_note_from_a_clock_that_was_wrong_does_not_silence_us() -> None:
    with serve(answer()) as server:
        assert ask(server, not_before=NOW + timedelta(days=400)).status == 200


def test_a_pause_that_is_left_when_the_tries_are_used_up_is_told() -> None:
    clock = Clock()
    with serve(answer(503, Retry_After="1")) as server:
        why = refused(server, clock=clock, limits=Limits(total=60, tries=2))
    assert clock.slept == [1]
    assert why.not_before == NOW + timedelta(seconds=2)


# ---- The two clocks


def test_the_difference_between_the_clocks_is_told() -> None:
    with serve(answer(Date="Mon, 23 Nov 2026 08:45:00 GMT")) as server:
        found = ask(server)
    assert found.server_date == NOW + timedelta(minutes=3)
    assert found.skew == timedelta(minutes=3)


def test_a_cache_on_the_way_is_no_clock_that_is_wrong() -> None:
    with serve(answer(Date="Mon, 23 Nov 2026 08:41:00 GMT", Age="60")) as server:
        assert ask(server).skew == timedelta()


@pytest.mark.parametrize("date", ["", "yesterday", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_without_a_date_there_is_no_difference_to_tell(date: str) -> None:
    with serve(answer(Date=date, Age="999999999")) as server:
        found = ask(server)
    assert found.server_date is None
    assert found.skew is None
