"""The client survives each fault of a server, and takes a whole answer for one."""

import gzip
import socket
import threading
import time
import zlib
from pathlib import Path

import pytest

from synlighed.map.answers import Kind
from synlighed.map.client import get
from synlighed.map.connection import Connection, Limits
from synlighed.map.strict_json import NotJson, read
from tests.map import faulty
from tests.map.client import NOW, TOKEN, Clock, ask, refused
from tests.map.faulty import FAULTS, JSON, answer, chunked, redirect, serve

HASTY = Limits(connect=30, read=30, total=0.6, backoff=0.01)
"""Only the deadline for everything is short."""


# ---- What is an answer


WHOLE = {
    "plain": answer(),
    "with a charset": answer(media="application/json; charset=utf-8"),
    "in capitals": answer(media="Application/JSON"),
    "a kind of JSON": answer(media="application/health+json"),
    "chunked": chunked(JSON[:5], JSON[5:]),
    "until closed": faulty.until_closed,
    "gzip": faulty.packed("gzip", gzip.compress(JSON)),
    "deflate": faulty.packed("deflate", zlib.compress(JSON)),
    "not packed": answer(Content_Encoding="identity"),
}


@pytest.mark.parametrize("whole", WHOLE)
def test_a_whole_answer_is_given_as_it_came(whole: str) -> None:
    with serve(WHOLE[whole]) as server:
        found = ask(server)
    assert (found.status, found.body, found.fetched_at, found.tries) == (200, JSON, NOW, 1)


def test_only_one_plain_question_is_put() -> None:
    with serve(answer()) as server:
        ask(server, "/api/v1/query?query=up", token=TOKEN)
    (request,) = server.requests
    assert request.path == "/api/v1/query?query=up"
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert request.headers["accept"] == "application/json"
    assert "cookie" not in request.headers


def test_without_a_token_none_is_shown() -> None:
    with serve(answer()) as server:
        ask(server)
    assert "authorization" not in server.requests[0].headers


def test_a_connection_may_begin_below_the_root() -> None:
    with serve(answer()) as server:
        get(Connection(f"{server.url}/status/"), "/v1/status", clock=Clock())
    assert server.paths == ["/status/v1/status"]


def test_not_modified_keeps_what_the_caller_has() -> None:
    with serve(answer(ETag='"a1"'), answer(304, b"", ETag='"a1"')) as server:
        first = ask(server)
        second = ask(server, etag=first.etag)
    assert first.etag == '"a1"'
    assert (second.status, second.body, second.etag) == (304, b"", '"a1"')
    assert second.fetched_at == NOW
    assert server.requests[1].headers["if-none-match"] == '"a1"'


@pytest.mark.parametrize("etag", ["a1", '"a\r\nX-New: 1"', '"æ"', '"'])
def test_a_damaged_etag_is_not_sent(etag: str) -> None:
    """It comes from a file that anything may have happened to."""
    with serve(answer()) as server:
        ask(server, etag=etag)
    assert "if-none-match" not in server.requests[0].headers


def test_no_proxy_and_no_password_is_taken_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password secret\n")
    with serve(answer()) as server, serve(answer()) as proxy:
        monkeypatch.setenv("NETRC", str(netrc))
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.setenv("ALL_PROXY", proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        ask(server)
    assert not proxy.requests
    assert "authorization" not in server.requests[0].headers


# ---- Connect and read timeouts, slow-loris, the total deadline


def test_silence_is_a_timeout_and_is_tried_three_times() -> None:
    clock = Clock()
    with serve(faulty.silent) as server:
        why = refused(server, limits=Limits(connect=20, read=0.2, total=60), clock=clock)
    assert why.kind is Kind.TIMEOUT
    assert why.reason == f"127.0.0.1:{server.port} svarede ikke i tide."
    assert len(server.requests) == 3
    assert clock.slept == [0.5, 1.0]


def test_a_connection_that_does_not_come_about_is_a_timeout() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        # Nobody accepts, so the next ones find the queue full, and their packets are dropped.
        waiting = [socket.socket() for _ in range(3)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(listener.getsockname())
        server = faulty.Server(listener.getsockname()[1], "http")
        why = refused(server, limits=Limits(connect=0.2, read=60, total=10))
        for one in waiting:
            one.close()
    assert why.kind is Kind.TIMEOUT


@pytest.mark.parametrize(
    "fault", ["silent", "drip head", "drip continue", "drip body", "drip chunk size"]
)
def test_the_deadline_holds_however_the_server_drips(fault: str) -> None:
    """No read takes long, so that no timeout of `requests` is ever met."""
    began = time.monotonic()
    with serve(FAULTS[fault]) as server:
        why = refused(server, limits=HASTY)
        took = time.monotonic() - began
        # What was left behind has noticed, and is gone, while the server would still drip.
        wait_for(lambda: not workers())
    assert why.kind is Kind.TIMEOUT
    assert took < 10


def test_the_deadline_holds_while_a_name_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    found = threading.Event()

    def lost(*args: object, **named: object) -> list[object]:
        found.wait(60)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", lost)
    began = time.monotonic()
    why = refused(faulty.Server(80, "http"), limits=HASTY)
    assert why.kind is Kind.TIMEOUT
    assert why.reason == "127.0.0.1:80 blev ikke færdig med at svare inden for 1 sekund."
    assert time.monotonic() - began < 10
    found.set()
    wait_for(lambda: not workers())


def workers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "fetching"]


def wait_for(condition: faulty.Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.01)


# ---- Huge bodies and bombs


@pytest.mark.parametrize("fault", ["huge Content-Length", "flood", "gzip bomb", "deflate bomb"])
def test_what_is_too_large_is_given_up_at_once(fault: str) -> None:
    with serve(FAULTS[fault]) as server:
        why = refused(server)
    assert why.kind is Kind.TOO_LARGE
    assert len(server.requests) == 1


def test_the_limit_is_of_unpacked_bytes() -> None:
    limits = Limits(total=60, largest=1000)
    body = b" " * 1000
    with serve(faulty.packed("gzip", gzip.compress(body))) as server:
        assert ask(server, limits=limits).body == body
    with serve(faulty.packed("gzip", gzip.compress(body + b" "))) as server:
        assert refused(server, limits=limits).kind is Kind.TOO_LARGE


def test_the_body_of_a_redirect_is_not_waited_for() -> None:
    with serve(faulty.drip_redirect, answer()) as server:
        assert ask(server).body == JSON


def test_a_bomb_in_a_redirect_is_not_even_read() -> None:
    with serve(FAULTS["bomb in a redirect"]) as server:
        assert refused(server).kind is Kind.REDIRECT


# ---- 5xx, reset, DNS: again, with pauses, within the deadline


@pytest.mark.parametrize("bad", ["500", "503", "reset", "reset in body", "truncated", "not http"])
def test_what_may_pass_is_tried_again(bad: str) -> None:
    clock = Clock()
    with serve(FAULTS[bad], FAULTS[bad], answer()) as server:
        assert ask(server, clock=clock).tries == 3
    assert clock.slept == [0.5, 1.0]


def test_pauses_are_chosen_between_none_and_the_longest() -> None:
    clock = Clock()
    with serve(answer(500)) as server:
        refused(server, clock=clock, jitter=lambda most: most / 4)
    assert clock.slept == [0.125, 0.25]


def test_three_tries_are_enough() -> None:
    with serve(answer(502)) as server:
        why = refused(server)
    assert len(server.requests) == 3
    assert why.kind is Kind.SERVER_ERROR
    assert why.reason == f"127.0.0.1:{server.port} svarede med en fejl (502)."
    assert why.not_before is None


def test_no_pause_reaches_past_the_deadline() -> None:
    clock = Clock()
    with serve(answer(500)) as server:
        refused(server, limits=Limits(total=20, backoff=1000), clock=clock)
    assert not clock.slept
    assert len(server.requests) == 1


def test_a_port_where_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        clock = Clock()
        why = refused(faulty.Server(taken.getsockname()[1], "http"), clock=clock)
    assert why.kind is Kind.REFUSED
    assert len(clock.slept) == 2


def test_a_name_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **named: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    clock = Clock()
    why = refused(faulty.Server(80, "http"), clock=clock)
    assert why.kind is Kind.NAME
    assert len(clock.slept) == 2


# ---- Redirects


def test_redirects_within_the_host_are_followed_with_the_token() -> None:
    behaviours = [redirect("/a"), redirect("b?c=1", 307), redirect("#x", 301), answer()]
    with serve(*behaviours) as server:
        assert ask(server, token=TOKEN).body == JSON
    assert server.paths == ["/v1/status", "/a", "/b?c=1", "/b?c=1"]
    assert {request.headers["authorization"] for request in server.requests} == {f"Bearer {TOKEN}"}


def test_a_whole_address_may_lead_to_the_same_host() -> None:
    with serve(lambda call: redirect(f"{server.url}/a")(call) if call.request.path != "/a"
               else answer()(call)) as server:  # fmt: skip
        assert ask(server).body == JSON


def test_a_fourth_redirect_is_one_too_many() -> None:
    with serve(FAULTS["redirect in a loop"]) as server:
        why = refused(server)
    assert why.kind is Kind.REDIRECT
    assert len(server.requests) == 4
    assert why.reason.endswith("viste videre mere end 3 gange i træk, og det følges ikke længere.")


@pytest.mark.parametrize(
    "elsewhere",
    [
        "http://127.0.0.1:{other}/v1/status",
        "//127.0.0.1:{other}/v1/status",
        "http://localhost:{port}/v1/status",
        "https://127.0.0.1:{port}/v1/status",
        "http://user@127.0.0.1:{port}/v1/status",
        "http://127.0.0.1:{port}\\@localhost:{other}/v1/status",
        "http://127.0.0.1:{other}#@127.0.0.1:{port}/",
    ],
)
def test_the_token_goes_to_no_other_host(elsewhere: str) -> None:
    with serve(answer()) as other:

        def away(call: faulty.Call) -> None:
            redirect(elsewhere.format(port=server.port, other=other.port))(call)

        with serve(away) as server:
            why = refused(server, token=TOKEN)
        assert why.kind is Kind.REDIRECT
        assert len(server.requests) == 1
    assert not other.requests


def test_a_cookie_is_not_kept_between_redirects() -> None:
    with serve(answer(302, Location="/a", Set_Cookie="id=1; Path=/"), answer()) as server:
        ask(server)
    assert "cookie" not in server.requests[1].headers


# ---- Denied


@pytest.mark.parametrize("status", [401, 403])
def test_denied_is_said_as_such_and_not_tried_again(status: int) -> None:
    with serve(answer(status)) as server:
        why = refused(server, token=TOKEN)
    assert why.kind is Kind.DENIED
    assert why.reason.startswith(f"Adgang afvist: 127.0.0.1:{server.port} ")
    assert len(server.requests) == 1


# ---- Something else than data


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("login page", Kind.NOT_JSON),
        ("no type", Kind.NOT_JSON),
        ("text", Kind.NOT_JSON),
        ("no content", Kind.UNEXPECTED),
        ("part", Kind.UNEXPECTED),
        ("not modified, unasked", Kind.UNEXPECTED),
        ("packed unasked", Kind.UNEXPECTED),
        ("407", Kind.UNEXPECTED),
        ("418", Kind.UNEXPECTED),
        ("404", Kind.NOT_FOUND),
        ("truncated", Kind.BROKEN),
        ("chunked, truncated", Kind.BROKEN),
        ("chunked, cut in a chunk", Kind.BROKEN),
        ("chunked, no size", Kind.BROKEN),
        ("gzip, truncated", Kind.BROKEN),
        ("gzip, and more", Kind.BROKEN),
        ("gzip that is none", Kind.BROKEN),
        ("not http", Kind.BROKEN),
        ("many headers", Kind.BROKEN),
        ("redirect nowhere", Kind.REDIRECT),
        ("redirect to nonsense", Kind.REDIRECT),
        ("redirect to a wrong port", Kind.REDIRECT),
        ("redirect to a file", Kind.REDIRECT),
    ],
)
def test_what_is_no_data_is_a_failure(fault: str, kind: Kind) -> None:
    with serve(FAULTS[fault]) as server:
        assert refused(server).kind is kind


@pytest.mark.parametrize(
    "body",
    [
        b'\xef\xbb\xbf{"a": 1}',
        b'{"a": 1, "a": 2}',
        b'{"a": NaN}',
        b'{"a": "\xe6"}',
        b'{"a": [1, 2',
        b'{"a": ' + b"[" * 100 + b"]" * 100 + b"}",
        b"[]",
        b"",
    ],
    ids=["mark", "twice", "NaN", "Latin-1", "truncated", "deep", "list", "empty"],
)
def test_what_calls_itself_data_is_read_strictly(body: bytes) -> None:
    with serve(answer(body=body)) as server:
        found = ask(server)
    with pytest.raises(NotJson):
        read(found.body)


def test_a_login_page_is_named_for_what_it_is() -> None:
    with serve(FAULTS["login page"]) as server:
        why = refused(server)
    expected = "svarede med en webside i stedet for data, måske en login-side."
    assert why.reason == f"127.0.0.1:{server.port} {expected}"
