"""What Prometheus and Alertmanager answered once, over a real socket, and the document made of it.

Each folder of `recorded/` is a moment: their answers as they write them, and what must come of
them. `UPDATE_EXPECTED=1` writes `expected.json` anew; read the difference before committing it.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from synlighed.map.answers import Kind, Unreachable
from synlighed.map.connection import Connection
from synlighed.map.prometheus import Prometheus
from synlighed.map.source import Reply
from synlighed.map.store import Store
from synlighed.status.document import read_document
from synlighed.status.measured import measured
from synlighed.status.probes import Probes
from synlighed.status.words import Status
from tests.export.expected import assert_expected
from tests.map.faulty import Behaviour, Call, Server, answer, serve
from tests.map.test_contract import validator

RECORDED = Path(__file__).parent / "recorded"
CASES = sorted(folder.name for folder in RECORDED.iterdir())

NOW = datetime(2026, 11, 23, 8, 42, tzinfo=UTC)
DATE = "Mon, 23 Nov 2026 08:42:00 GMT"
TOKEN = "hemmelig-noegle-0123456789"

PROMETHEUS, ALERTMANAGER = ("times", "values"), ("alerts", "silences")


def part_asked_for(path: str) -> str:
    """The file that answers a question."""
    if path.startswith("/api/v1/query?query=timestamp%28"):
        return "times"
    return {"/api/v1/query": "values", "/api/v2/alerts": "alerts", "/api/v2/silences": "silences"}[
        path.partition("?")[0]
    ]


def recorded(case: str, **otherwise: Behaviour) -> Behaviour:
    """Answers as a moment was recorded, but for some parts.

    `{"warnings": ...}` and all the rest stand in the files: nothing is made here but the headers.
    """

    def behave(call: Call) -> None:
        part = part_asked_for(call.request.path)
        body = (RECORDED / case / f"{part}.json").read_bytes() if part not in otherwise else b""
        otherwise.get(part, answer(body=body, Date=DATE))(call)

    return behave


@contextmanager
def playing(case: str, **otherwise: Behaviour) -> Iterator[tuple[Server, Prometheus]]:
    """A moment, and the source that asks for it."""
    folder = RECORDED / case
    settings = folder / "probes.json"
    probes = Probes.from_json(json.loads(settings.read_text())) if settings.exists() else Probes()
    with serve(recorded(case, **otherwise)) as server:
        connection = Connection(server.url)
        has_alerts = (folder / "alerts.json").exists()
        yield server, Prometheus(connection, probes, connection if has_alerts else None)


def asked(case: str, **otherwise: Behaviour) -> Reply:
    with playing(case, **otherwise) as (_, source):
        return source.ask("", None)


def document(case: str, **otherwise: Behaviour) -> dict[str, Any]:
    raw = asked(case, **otherwise).raw
    assert raw
    return raw


def refused(case: str, **otherwise: Behaviour) -> Unreachable:
    with playing(case, **otherwise) as (server, source):
        with pytest.raises(Unreachable) as caught:
            source.ask("", None)
        assert server.url.removeprefix("http://") in caught.value.reason
    return caught.value


def body(value: object) -> Behaviour:
    return answer(body=json.dumps(value).encode(), Date=DATE)


@pytest.mark.parametrize("case", CASES)
def test_a_moment_becomes_a_document(case: str) -> None:
    with playing(case) as (server, source):
        raw = source.ask("", None).raw
    text = json.dumps(raw, ensure_ascii=False, indent=2) + "\n"
    text = text.replace(server.url, "http://prometheus.example")
    assert_expected(text, RECORDED / case / "expected.json")


@pytest.mark.parametrize("case", CASES)
def test_a_document_keeps_the_contract(case: str) -> None:
    raw = document(case)
    assert read_document(raw).faults == ()
    faults = [list(error.absolute_path) for error in validator("Status").iter_errors(raw)]
    # Who only warns does not say of which apps.
    assert faults == ([["missing"]] if case == "warnings" else [])


@pytest.mark.parametrize("case", CASES)
def test_nothing_of_machines_and_people_is_passed_on(case: str) -> None:
    told = json.dumps(document(case))
    for secret in ("intern.example", "srv", 'vagten"', "Langsomt", "p95"):
        assert secret not in told


def test_the_times_are_asked_for_first() -> None:
    """A value may be newer than the time that is told with it, and never older."""
    with playing("alerts") as (server, source):
        source.ask("", None)
    assert [unquote(path) for path in server.paths] == [
        "/api/v1/query?query=timestamp(probe_success)",
        "/api/v1/query?query=probe_success",
        "/api/v2/alerts?silenced=false&inhibited=false",
        "/api/v2/silences",
    ]


def test_own_names_are_asked_for() -> None:
    with playing("own-names") as (server, source):
        source.ask("", None)
    assert [unquote(path) for path in server.paths[:2]] == [
        '/api/v1/query?query=timestamp(site_up{job="apps"})',
        '/api/v1/query?query=site_up{job="apps"}',
    ]


def test_the_time_is_that_of_the_server() -> None:
    reply = asked("everyday")
    assert reply.raw and datetime.fromisoformat(reply.raw["generated_at"]) == NOW
    assert reply.skew == NOW - reply.fetched


def test_without_the_server_s_time_ours_is_used() -> None:
    times = (RECORDED / "everyday" / "times.json").read_bytes()
    reply = asked("everyday", times=answer(body=times))
    assert reply.raw
    made = datetime.fromisoformat(reply.raw["generated_at"])
    assert made == reply.fetched.replace(microsecond=0)
    assert reply.skew == timedelta()


# ---- Who measures, and who does not


def test_the_same_samples_are_the_same_round() -> None:
    """Prometheus goes on answering for five minutes after it has stopped measuring."""
    file = RECORDED / "everyday" / "times.json"
    later = answer(body=file.read_bytes(), Date="Mon, 23 Nov 2026 08:44:00 GMT")
    newer = file.read_text().replace("1795423316.65", "1795423331.65")
    before = document("everyday")
    frozen = document("everyday", times=later)
    assert frozen["generated_at"] > before["generated_at"]
    assert frozen["cycle_id"] == before["cycle_id"]
    assert document("everyday", times=body(json.loads(newer)))["cycle_id"] != before["cycle_id"]


def test_what_is_not_measured_any_more_expires(tmp_path: Path) -> None:
    """And an app that was never mentioned is unknown from the start."""
    with playing("everyday") as (_, source):
        heard = Store(tmp_path).renew(source, lambda: NOW)
    fetched = heard.fetched
    assert fetched
    assert measured(heard, "eksempel.vagtplan", fetched).status is Status.OPERATIONAL
    later = fetched + timedelta(minutes=5)
    assert measured(heard, "eksempel.vagtplan", later).status is Status.UNKNOWN
    assert measured(heard, "eksempel.vagtplan", later).last is Status.OPERATIONAL
    assert measured(heard, "eksempel.ingen", fetched).status is Status.UNKNOWN


def test_no_app_of_any_series_is_a_mistake_in_the_settings() -> None:
    values = body(
        {
            "status": "success",
            "data": {
                "resultType": "vector",
                "result": [{"metric": {"instance": "x", "application": "y"}, "value": [0, "1"]}],
            },
        }
    )
    error = refused("everyday", values=values)
    assert error.reason.endswith("har etiketten »app« med appens id.")


# ---- Answers that are none


ERROR = {"status": "error", "errorType": "execution", "error": "srv3.intern.example: down"}


ANOTHER = "svarede med en fejl eller noget andet end målinger: kontrollér indstillingerne."
NO_MEASUREMENTS: dict[str, tuple[Behaviour, Kind, str]] = {
    "an error": (body(ERROR), Kind.UNEXPECTED, ANOTHER),
    "no data": (body({"status": "success"}), Kind.UNEXPECTED, ANOTHER),
    "a matrix": (
        body({"status": "success", "data": {"resultType": "matrix", "result": []}}),
        Kind.UNEXPECTED,
        ANOTHER,
    ),
    "a number": (
        body({"status": "success", "data": {"resultType": "scalar", "result": [0, "1"]}}),
        Kind.UNEXPECTED,
        ANOTHER,
    ),
    "a list": (body([]), Kind.NOT_JSON, "svarede ikke med målinger: Svaret er ikke et JSON-objekt"),
    "truncated": (answer(body=b'{"status": '), Kind.NOT_JSON, "afkortet"),
    "400": (answer(400, json.dumps(ERROR).encode()), Kind.UNEXPECTED, "forstår ikke det"),
    "422": (answer(422, json.dumps(ERROR).encode()), Kind.UNEXPECTED, "forstår ikke det"),
    "401": (answer(401), Kind.DENIED, "Adgang afvist"),
    "404": (answer(404), Kind.NOT_FOUND, "kontrollér adressen"),
    "login page": (answer(body=b"<html>", media="text/html"), Kind.NOT_JSON, "login-side"),
}


@pytest.mark.parametrize("part", PROMETHEUS)
@pytest.mark.parametrize("name", NO_MEASUREMENTS)
def test_no_measurements(part: str, name: str) -> None:
    behaviour, kind, reason = NO_MEASUREMENTS[name]
    error = refused("everyday", **{part: behaviour})
    assert error.kind is kind
    assert reason in error.reason
    assert "srv3" not in error.reason


NO_ALERTS: dict[str, tuple[Behaviour, Kind]] = {
    "an object": (body({"status": "success"}), Kind.NOT_JSON),
    "broken": (answer(body=b"[}"), Kind.NOT_JSON),
    "403": (answer(403), Kind.DENIED),
}


@pytest.mark.parametrize("part", ALERTMANAGER)
@pytest.mark.parametrize("name", NO_ALERTS)
def test_no_alerts(part: str, name: str) -> None:
    """Half an answer would call an app fine while an alert is firing, so there is none."""
    behaviour, kind = NO_ALERTS[name]
    assert refused("alerts", **{part: behaviour}).kind is kind


def test_the_last_good_answer_stays(tmp_path: Path) -> None:
    store, broken = Store(tmp_path), {"on": False}

    def sometimes(call: Call) -> None:
        part = recorded("alerts", alerts=answer(403)) if broken["on"] else recorded("alerts")
        part(call)

    with serve(sometimes) as server:
        connection = Connection(server.url)
        source = Prometheus(connection, alertmanager=connection)
        good = store.renew(source, lambda: NOW)
        broken["on"] = True
        after = store.renew(source, lambda: NOW)
    assert good.document and after.document == good.document
    assert "Adgang afvist" in after.problem


def test_it_is_not_asked_before_it_wants_to() -> None:
    """Seen by the real clock: the source has no other."""
    with playing("everyday") as (server, source), pytest.raises(Unreachable) as caught:
        source.ask("", datetime.now(UTC) + timedelta(minutes=10))
    assert caught.value.kind is Kind.WAITING
    assert server.paths == []


NONSENSE = [
    None, 7, "x", [], {}, {"metric": []}, {"metric": {"app": "a"}, "value": "1"},
    {"metric": {"app": "a"}, "value": [0, 1]}, {"metric": {"app": 7}, "value": [0, "1"]},
    {"labels": {}, "status": "active"}, {"labels": "x", "status": {"state": "active"}},
    {"status": {"state": ["active"]}, "labels": {"app": ["a"]}, "startsAt": 7},
    {"id": 1, "status": {"state": "active"}, "comment": "Vedligehold:", "matchers": []},
    {"id": "x", "status": {"state": "active"}, "comment": "Vedligehold:", "matchers": [7, {}]},
    {
        "id": "x", "status": {"state": "active"}, "comment": "Vedligehold:",
        "matchers": [{"name": "app", "value": "eksempel.advarsel"}], "startsAt": "i dag",
    },
]  # fmt: skip


def test_nonsense_in_a_list_is_left_out() -> None:
    def spoilt(part: str) -> Behaviour:
        found = json.loads((RECORDED / "alerts" / f"{part}.json").read_text())
        if part in PROMETHEUS:
            found["data"]["result"] += NONSENSE
            return body(found)
        return body(found + NONSENSE)

    parts = (*PROMETHEUS, *ALERTMANAGER)
    before = document("alerts")
    after = document("alerts", **{part: spoilt(part) for part in parts})
    assert after["components"] == before["components"]
    assert after["maintenances"] == []


@pytest.mark.parametrize("time", ["", "NaN", "+Inf", "1e300", "i går"])
def test_a_time_that_is_none_makes_the_value_worthless(time: str) -> None:
    times = json.loads((RECORDED / "warnings" / "times.json").read_text())
    times["data"]["result"][0]["value"][1] = time
    [component] = document("warnings", times=body(times))["components"]
    assert (component["status"], component["observed_at"]) == ("unknown", None)
