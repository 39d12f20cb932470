"""The token is in no text that anybody is shown, whatever goes wrong."""

import logging
import traceback

import pytest
import requests

from synlighed.map.answers import Kind, Unreachable
from synlighed.map.client import get
from synlighed.map.connection import Connection, ConnectionSettingError, Limits
from tests.map.client import TOKEN, Clock
from tests.map.faulty import FAULTS, Call, answer, serve

SECRET = "hemmelig"


@pytest.mark.parametrize("fault", FAULTS)
def test_no_fault_shows_the_token(fault: str, caplog: pytest.LogCaptureFixture) -> None:
    """Neither with the variables of every function in the chain of exceptions, nor in a log."""
    caplog.set_level(logging.DEBUG)
    limits = Limits(connect=20, read=0.2, total=1 if "drip" in fault else 60, tries=2)
    with serve(FAULTS[fault]) as server:
        connection = Connection(server.url, TOKEN)
        with pytest.raises(Unreachable) as caught:
            get(connection, "/v1/status?q=etwas", limits=limits, sleep=Clock().sleep)
    why = caught.value
    assert why.__cause__ is None and why.__context__ is None
    assert "etwas" not in why.reason
    shown = with_variables(why)
    assert "limits = Limits" in shown
    assert server.requests[0].headers["authorization"] == f"Bearer {TOKEN}"
    for text in (shown, repr(why), str(why), repr(connection), caplog.text):
        assert SECRET not in text


def with_variables(error: BaseException) -> str:
    """The whole chain of tracebacks, with the variables of every function in it."""
    return "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())


def test_what_a_server_repeats_is_not_shown() -> None:
    """Our own words say what happened; a server could write the token into its own."""

    def repeats(call: Call) -> None:
        token = call.request.headers["authorization"].removeprefix("Bearer ")
        answer(302, token.encode(), Location=f"http://{token}.example/{token}")(call)

    with serve(repeats) as server, pytest.raises(Unreachable) as caught:
        get(Connection(server.url, TOKEN), "/v1/status", limits=Limits(total=60))
    assert SECRET not in caught.value.reason


def test_a_mistake_in_a_library_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(*args: object, headers: dict[str, str], **named: object) -> None:
        raise ValueError(f"no such header: {headers}")

    monkeypatch.setattr(requests.Session, "get", mistaken)
    with pytest.raises(Unreachable) as caught:
        get(Connection("https://status.example", TOKEN), "/v1/status")
    assert caught.value.kind is Kind.UNEXPECTED
    assert SECRET not in with_variables(caught.value)


@pytest.mark.parametrize(
    ("url", "token"),
    [
        ("http://status.example", TOKEN),
        ("https://status.example", f"{TOKEN}\r\nX-New: 1"),
        (f"https://user:{TOKEN}@status.example", ""),
        (f"https://status.example/?token={TOKEN}", ""),
        (f"https://[{TOKEN}/", ""),
        (f"https://status.example:{TOKEN}/", ""),
    ],
    ids=range(6),
)
def test_a_refused_connection_shows_no_token(url: str, token: str) -> None:
    with pytest.raises(ConnectionSettingError) as caught:
        Connection(url, token)
    # The frame of this test knows the token; those below must not.
    own = caught.value.__traceback__
    assert own
    shown = with_variables(caught.value.with_traceback(own.tb_next))
    assert "refusal = " in shown
    assert SECRET not in shown
