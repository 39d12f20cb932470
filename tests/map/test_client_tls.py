"""A certificate that does not hold ends the asking: nothing is sent, and nothing else is tried."""

import socket
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from synlighed.map.answers import Kind
from synlighed.map.connection import Limits
from tests.map.client import TOKEN, Clock, ask, refused
from tests.map.faulty import FAULTS, JSON, Server, answer, redirect, serve

CA = trustme.CA()
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def ca_file(tmp_path: Path) -> str:
    file = tmp_path / "ca.pem"
    CA.cert_pem.write_to_path(file)
    return str(file)


def shows(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


GOOD = shows(CA.issue_cert("127.0.0.1"))


def test_a_certificate_from_our_own_authority_is_good(ca_file: str) -> None:
    with serve(answer(), tls=GOOD) as server:
        assert ask(server, token=TOKEN, ca_file=ca_file).body == JSON
    assert server.requests[0].headers["authorization"] == f"Bearer {TOKEN}"


def told(server: Server, ca_file: str = "") -> str:
    """Why there is no connection; nothing may have been asked, and nothing tried twice."""
    clock = Clock()
    why = refused(server, token=TOKEN, ca_file=ca_file, clock=clock)
    assert why.kind is Kind.TLS
    assert not server.requests
    assert not clock.slept
    start = f"Ingen sikker forbindelse til 127.0.0.1:{server.port}: "
    assert why.reason.startswith(start)
    return why.reason.removeprefix(start)


def test_an_authority_that_nobody_knows() -> None:
    with serve(answer(), tls=GOOD) as server:
        assert told(server).startswith("certifikatet er udstedt af nogen, der ikke er tillid til")


def test_another_authority_than_ours(ca_file: str) -> None:
    theirs = shows(trustme.CA().issue_cert("127.0.0.1"))
    with serve(answer(), tls=theirs) as server:
        assert told(server, ca_file).startswith("certifikatet er udstedt af nogen")


def test_a_certificate_that_has_run_out(ca_file: str) -> None:
    old = CA.issue_cert("127.0.0.1", not_before=LONG_AGO, not_after=LONG_AGO + timedelta(days=9))
    with serve(answer(), tls=shows(old)) as server:
        assert told(server, ca_file) == "certifikatet er udløbet."


@pytest.mark.parametrize("name", ["elsewhere.example", "127.0.0.2"])
def test_a_certificate_of_another(ca_file: str, name: str) -> None:
    with serve(answer(), tls=shows(CA.issue_cert(name))) as server:
        assert told(server, ca_file).startswith("certifikatet er udstedt til en anden")


def test_a_server_that_does_not_encrypt() -> None:
    with serve(answer()) as server:
        assert told(Server(server.port, "https")).startswith("den anden ende taler ikke sikkert")


@pytest.mark.parametrize("content", [None, "", "not a certificate"])
def test_a_file_of_certificates_that_is_none(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    with serve(answer(), tls=GOOD) as server:
        why = refused(server, token=TOKEN, ca_file=str(file))
    assert why.kind is Kind.TLS
    assert why.reason.startswith("Filen med rodcertifikater kan ikke læses")


def test_a_handshake_that_never_ends_is_a_timeout() -> None:
    """The system takes the connection, and nobody answers on it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(listener.getsockname()[1], "https")
        why = refused(server, limits=Limits(total=0.5, connect=30))
    assert why.kind is Kind.TIMEOUT


def test_from_an_encrypted_connection_no_redirect_leads_to_a_plain_one(ca_file: str) -> None:
    with serve(answer()) as plain, serve(redirect(f"{plain.url}/v1/status"), tls=GOOD) as server:
        why = refused(server, token=TOKEN, ca_file=ca_file)
    assert why.kind is Kind.REDIRECT
    assert why.reason.endswith(
        "viste videre til en forbindelse uden kryptering, og det følges ikke."
    )
    assert not plain.requests


@pytest.mark.parametrize("fault", ["drip head", "drip body"])
def test_the_deadline_holds_on_an_encrypted_connection(ca_file: str, fault: str) -> None:
    with serve(FAULTS[fault], tls=GOOD) as server:
        limits = Limits(connect=30, read=30, total=1.5)
        assert refused(server, ca_file=ca_file, limits=limits).kind is Kind.TIMEOUT
