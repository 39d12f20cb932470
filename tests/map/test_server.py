"""The reference server over real sockets: what it says of errors and of what is not new, its faults
on purpose, and that it keeps the contract when schemathesis asks.
"""

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from synlighed.map.reference.faults import Fault
from synlighed.map.scenario import Registered
from tests.conftest import ROOT
from tests.map.asking import TOKEN, Running, running
from tests.map.worlds import APPS, MAP, START
from tests.site.conftest import SMALL

SCRIPT = ROOT / "scripts" / "map_server.py"


@pytest.fixture(scope="module")
def shared() -> Iterator[Running]:
    """A server that nobody changes."""
    with running() as server:
        yield server


@pytest.fixture
def server() -> Iterator[Running]:
    with running() as server:
        yield server


def made(document: Mapping[str, str]) -> datetime:
    return datetime.fromisoformat(document["generated_at"])


# ---- What is asked for


@pytest.mark.parametrize(
    ("target", "type"),
    [
        ("/v1/status", "application/json"),
        (f"/v1/status/{APPS[0].id}", "application/json"),
        ("/v1/incidents", "application/json"),
        ("/v1/incidents?since=2026-11-23T09:00:00%2B01:00&cursor=0", "application/json"),
        ("/v1/maintenances", "application/json"),
        (f"/v1/history/{APPS[0].id}?days=366", "application/json"),
        ("/v1/health", "application/health+json"),
        ("/api/v2/summary.json", "application/json"),
    ],
)
def test_every_document_can_be_had(shared: Running, target: str, type: str) -> None:
    """With what a cache needs to know; and only once, when it has not changed."""
    answer = shared.ask(target)
    assert (answer.code, answer.headers["Content-Type"]) == (200, type)
    assert answer.document["example"] is True
    caching = "max-age=30, stale-while-revalidate=60, stale-if-error=86400"
    assert answer.headers["Cache-Control"] == caching
    assert parsedate_to_datetime(answer.headers["Last-Modified"]) == START
    assert parsedate_to_datetime(answer.headers["Date"]) == START
    tag = answer.headers["ETag"]
    assert re.fullmatch(r'"\S+"', tag)
    for had in (tag, f'"andet", {tag}', f"W/{tag}", "*"):
        again = shared.ask(target, headers={"If-None-Match": had})
        assert (again.code, again.body, again.headers["ETag"]) == (304, b"", tag)
        assert again.headers["Content-Type"] is None
    assert shared.ask(target, headers={"If-None-Match": '"andet"'}).code == 200


def test_head(shared: Running) -> None:
    """The same without the document."""
    whole, head = shared.ask(), shared.ask(method="HEAD")
    assert (head.code, head.body) == (200, b"")
    for name in ("ETag", "Content-Length", "Content-Type"):
        assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize(
    ("target", "headers", "code", "told"),
    [
        ("/v1/incidents?since=i-g%C3%A5r", {}, 400, "»since« skal være en tid"),
        ("/v1/incidents?since=2026-11-23T09:42:00", {}, 400, "»since« skal være en tid"),
        ("/v1/incidents?since=2026-02-30T09:42:00Z", {}, 400, "»since« skal være en tid"),
        ("/v1/incidents?since=2026-11-23T09:42:00+01:00", {}, 400, "Plus skrives %2B"),
        ("/v1/incidents?cursor=-1", {}, 400, "»cursor«"),
        ("/v1/incidents?cursor=0&cursor=1", {}, 400, "»cursor« står flere gange"),
        ("/v1/incidents?cursor=%FF", {}, 400, "kan ikke læses"),
        (f"/v1/history/{APPS[0].id}?days=0", {}, 400, "fra 1 til 366"),
        (f"/v1/history/{APPS[0].id}?days=367", {}, 400, "fra 1 til 366"),
        (f"/v1/history/{APPS[0].id}?days=%D9%A3", {}, 400, "fra 1 til 366"),
        ("/v1/status/nord.findes-ikke", {}, 404, "ikke registreret"),
        ("/v1/history/nord.findes-ikke", {}, 404, "ikke registreret"),
        ("/v1/findes-ikke", {}, 404, "Adressen findes ikke"),
        ("/", {}, 404, "Adressen findes ikke"),
        ("/v1/status", {"Accept": "text/html"}, 406, "application/json"),
        ("/v1/status", {"Accept": "application/json;q=0, text/html"}, 406, "application/json"),
        ("/v1/health", {"Accept": "text/html"}, 406, "application/health+json"),
    ],
)
def test_errors(
    shared: Running, target: str, headers: dict[str, str], code: int, told: str
) -> None:
    """As RFC 9457 says, in Danish."""
    answer = shared.ask(target, headers=headers)
    assert (answer.code, answer.headers["Content-Type"]) == (code, "application/problem+json")
    assert answer.document["status"] == code
    assert told in answer.document["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_it_can_only_be_read(shared: Running, method: str) -> None:
    """What comes with the request is not taken for another."""
    answer = shared.ask(method=method, body="GET /v1/health HTTP/1.1\r\n\r\n")
    assert (answer.code, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert shared.ask(body="GET /v1/health HTTP/1.1\r\n\r\n").headers["Connection"] == "close"


def test_what_is_no_http(shared: Running) -> None:
    """Is told so as well."""
    with socket.create_connection(("127.0.0.1", shared.server.server_port), timeout=30) as line:
        line.sendall(b"GET /v1/status HTTP/nul\r\n\r\n")
        said = line.makefile("rb").read().decode()
    assert "application/problem+json" in said and '"status": 400' in said


@pytest.mark.parametrize("accept", ["*/*", "text/html, application/*;q=0.5", "Application/JSON"])
def test_what_may_be_asked_for(shared: Running, accept: str) -> None:
    """Any way of saying JSON."""
    assert shared.ask(headers={"Accept": accept}).code == 200


# ---- Who may read


@pytest.mark.parametrize("token", [None, "", "forkert", TOKEN + "x"])
def test_without_the_token(shared: Running, token: str | None) -> None:
    """Nothing but health; and the answer says nothing of the token or the apps."""
    for target in ("/v1/status", "/v1/status/nord.findes-ikke", "/api/v2/summary.json"):
        answer = shared.ask(target, token=token)
        assert (answer.code, answer.headers["Content-Type"]) == (401, "application/problem+json")
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")
        assert TOKEN.encode() not in answer.body
    assert shared.ask("/v1/health", token=token).code == 200


def test_the_token_is_shown_in_one_way(shared: Running) -> None:
    """Not in an address, and not to a scheme that is not asked for."""
    assert shared.ask(f"/v1/status?access_token={TOKEN}", token=None).code == 401
    assert shared.ask(token=None, headers={"Authorization": f"Basic {TOKEN}"}).code == 401
    assert shared.ask(token=None, headers={"Authorization": f"bearer {TOKEN}"}).code == 200


def test_a_server_without_a_token() -> None:
    """May be read by all on this machine."""
    with running(token="") as server:
        assert server.ask(token=None).code == 200


# ---- The clock


def test_things_change_under_the_reader(server: Running) -> None:
    """A new document each round, with a new mark; within a round, the same."""
    first = server.ask()
    server.pass_minutes(0.9)
    assert server.ask(headers={"If-None-Match": first.headers["ETag"]}).code == 304
    server.pass_minutes(0.2)
    second = server.ask(headers={"If-None-Match": first.headers["ETag"]})
    assert second.code == 200
    assert made(second.document) - made(first.document) == timedelta(minutes=1)
    assert second.document["cycle_id"] != first.document["cycle_id"]
    due = datetime.fromisoformat(first.document["next_update_due"])
    assert made(first.document) < made(second.document) < due
    server.pass_minutes(50)
    statuses = [found["status"] for found in server.ask().document["components"]]
    assert statuses == ["operational", "operational", "unknown", "operational"]


# ---- What it does wrong


def test_frozen(server: Running) -> None:
    """The same for ever, with a clock that goes on."""
    server.fault(Fault.FROZEN)
    first = server.ask()
    server.pass_minutes(300)
    again = server.ask(headers={"If-None-Match": first.headers["ETag"]})
    assert again.code == 304
    assert server.ask().body == first.body
    assert parsedate_to_datetime(again.headers["Date"]) == START + timedelta(minutes=300)


def test_older(server: Running) -> None:
    """A document made before one that was sent."""
    first = server.ask()
    server.pass_minutes(1)
    server.fault(Fault.OLDER)
    second = server.ask()
    assert second.code == 200
    assert made(first.document) - made(second.document) == timedelta(minutes=59)


def test_skewed(server: Running) -> None:
    """Its clock and all its times are ten minutes fast."""
    server.fault(Fault.SKEWED)
    answer = server.ask()
    assert parsedate_to_datetime(answer.headers["Date"]) == START + timedelta(minutes=10)
    assert made(answer.document) == START + timedelta(minutes=10)


def test_partial(server: Running) -> None:
    """Half of it was not measured, and is unknown."""
    server.fault(Fault.PARTIAL)
    status = server.ask().document
    assert status["partial"] and status["missing"] == [APPS[0].id, APPS[2].id]
    words = {found["id"]: found["status"] for found in status["components"]}
    assert all(words[id] == "unknown" for id in status["missing"])
    assert words[APPS[1].id] == "operational"


def test_garbage_words(server: Running) -> None:
    """Words and fields that nobody knows."""
    server.fault(Fault.GARBAGE_WORDS)
    status = server.ask().document
    assert {found["status"] for found in status["components"]} == {"fortraeffelig"}
    assert status["incidents"][0]["status"] == "pondering"
    assert status["maintenances"][0]["status"] == "perhaps"
    assert "weather" in status


def test_invalid(server: Running) -> None:
    """Two of the apps cannot be read; the others can."""
    server.fault(Fault.INVALID)
    first, second, *rest = server.ask().document["components"]
    assert "id" not in first and second["observed_at"] == "i går"
    assert [found["id"] for found in rest] == [app.id for app in APPS[2:]]


def test_html(server: Running) -> None:
    """A page to log in on, with code 200."""
    server.fault(Fault.HTML)
    answer = server.ask()
    assert (answer.code, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert b"<form>" in answer.body


def test_truncated(server: Running) -> None:
    """The bytes are as many as was said, but the document does not end."""
    server.fault(Fault.TRUNCATED)
    answer = server.ask()
    assert answer.headers["Content-Type"] == "application/json"
    assert int(answer.headers["Content-Length"]) == len(answer.body)
    with pytest.raises(json.JSONDecodeError):
        json.loads(answer.body)


def test_slow(server: Running) -> None:
    """It never stops sending, but is not done in any reasonable time."""
    server.fault(Fault.SLOW)
    port = server.server.server_port
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(f"GET /v1/status HTTP/1.1\r\nAuthorization: Bearer {TOKEN}\r\n\r\n".encode())
        got = line.recv(65536) + line.recv(65536) + line.recv(65536)
    [length] = re.findall(rb"Content-Length: (\d+)", got)
    assert len(got) < 1000 < int(length)


def test_denied(server: Running) -> None:
    """Also with the right token."""
    server.fault(Fault.DENIED)
    answer = server.ask()
    assert (answer.code, answer.headers["Content-Type"]) == (403, "application/problem+json")


def test_busy(server: Running) -> None:
    """For so many seconds."""
    server.fault(Fault.BUSY)
    answer = server.ask()
    assert (answer.code, answer.headers["Retry-After"]) == (503, "120")
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_limited(server: Running) -> None:
    """Until a time."""
    server.fault(Fault.LIMITED)
    answer = server.ask()
    assert answer.code == 429
    later = parsedate_to_datetime(answer.headers["Retry-After"])
    assert later == (START + timedelta(minutes=2)).astimezone(UTC)


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_can_be_mended(server: Running, fault: Fault) -> None:
    """While the server runs."""
    before = server.ask().body
    server.fault(fault)
    server.fault(None)
    assert server.ask().body == before


# ---- The command


@contextmanager
def started(*arguments: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The command, when it has said where it answers."""
    command = [sys.executable, str(SCRIPT), "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as run:
        try:
            assert run.stdout
            line = run.stdout.readline()
            [url] = re.findall(r"^Eksempelstatus på (http://127\.0\.0\.1:\d+) \(.*\)\. ", line)
            yield run, url
        finally:
            run.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_it_is_asked_to(number: signal.Signals) -> None:
    """At once, also in the middle of a slow answer, and without a word."""
    with started("--fault", "slow", "--data", str(SMALL)) as (run, url):
        with socket.create_connection(("127.0.0.1", urlsplit(url).port or 0), timeout=30) as line:
            line.sendall(b"GET /v1/status HTTP/1.1\r\n\r\n")
            assert line.recv(1)
            run.send_signal(number)
            assert run.wait(timeout=30) == 0
        assert run.stdout and run.stdout.read() == ""


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--scenario", "findes-ikke"], 2, "Scenariet »findes-ikke« findes ikke"),
        (["--scenario", str(ROOT / "mkdocs.yml")], 2, "mkdocs.yml er ikke"),
        (["--now", "i går"], 2, "»i går« er ikke en tid som"),
        (["--port", "70000"], 2, "Port 70000 findes ikke"),
        (["--cycle", "0"], 2, "1 til 86400 sekunder"),
        (["--token", "to ord"], 2, "ingen mellemrum"),
        (["--fault", "x"], 2, "»x« kan ikke bruges som --fault. Vælg mellem"),
        (["--data", "findes-ikke"], 1, "fejl F015"),
    ],
)
def test_a_wrong_call(arguments: list[str], code: int, told: str) -> None:
    """Is told in a sentence."""
    command = [sys.executable, str(SCRIPT), *arguments]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert (run.returncode, run.stdout) == (code, "")
    assert told in run.stderr and "Traceback" not in run.stderr


def test_a_port_in_use(shared: Running) -> None:
    """Is told, too."""
    command = [sys.executable, str(SCRIPT), "--port", str(shared.server.server_port)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert run.returncode == 1 and "kan ikke bruges" in run.stderr


# ---- The contract, from outside


def schemathesis(url: str, folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Asks a server everything that the contract allows, and much that it does not."""
    command = [str(Path(sys.executable).with_name("schemathesis")), "run", "--url", url]
    command += ["--checks", "all", "--generation-deterministic", "--no-color", *arguments]
    command += ["--header", f"Authorization: Bearer {TOKEN}", str(MAP / "openapi.yaml")]
    # It keeps what it found in the folder that it runs in.
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=300)


def test_the_server_keeps_the_contract(tmp_path: Path) -> None:
    """Whatever is asked for, with the token and without it."""
    with started("--token", TOKEN, "--now", START.isoformat()) as (_, url):
        run = schemathesis(url, tmp_path, "--max-examples", "10")
    assert run.returncode == 0, run.stdout
    assert "Tested: 7" in run.stdout and "No issues found" in run.stdout


def test_it_is_seen_when_the_contract_is_broken(tmp_path: Path) -> None:
    """By the same means: one that finds nothing would prove nothing."""
    apps = [*APPS, Registered("eksempel.vagttelefon", "Vagttelefon")]
    with running(apps=apps) as server:
        server.fault(Fault.GARBAGE_WORDS)
        limits = ("--phases", "examples", "--include-path", "/v1/status/{app_id}")
        run = schemathesis(server.server.url, tmp_path, *limits)
    assert run.returncode == 1
    assert '"fortraeffelig" is not one of' in run.stdout, run.stdout


def test_the_example_in_the_contract_is_served() -> None:
    """So that not every question about an app is about one that is not there."""
    contract = (MAP / "openapi.yaml").read_text(encoding="utf-8")
    [id] = re.findall(r"^      example: (eksempel\.\S+)$", contract, re.MULTILINE)
    with started() as (_, url):
        port = urlsplit(url).port
        with socket.create_connection(("127.0.0.1", port or 0), timeout=30) as line:
            line.sendall(f"GET /v1/status/{id} HTTP/1.1\r\nConnection: close\r\n\r\n".encode())
            assert line.makefile("rb").read().startswith(b"HTTP/1.1 200 ")
