"""What failed is told in plain Danish."""

import errno
import ssl
from datetime import timedelta

import pytest

from synlighed.map.answers import Kind
from synlighed.map.faults import of_error, of_status, spoken

HOST = "status.example"


@pytest.mark.parametrize(
    ("error", "kind", "reason"),
    [
        (TimeoutError(), Kind.TIMEOUT, "status.example svarede ikke i tide."),
        (ConnectionRefusedError(), Kind.REFUSED, "status.example tager ikke imod forbindelser."),
        (
            OSError(errno.EHOSTUNREACH, "No route to host"),
            Kind.NETWORK,
            "Der er ingen vej på netværket til status.example.",
        ),
        (
            ConnectionResetError(),
            Kind.BROKEN,
            "Forbindelsen til status.example blev afbrudt, før svaret var helt.",
        ),
        (
            ssl.SSLError(1, "WRONG_VERSION_NUMBER"),
            Kind.TLS,
            "Ingen sikker forbindelse til status.example: den anden ende taler ikke sikkert nok, "
            "eller slet ikke krypteret.",
        ),
        (
            ssl.SSLCertVerificationError(1, "something new"),
            Kind.TLS,
            "Ingen sikker forbindelse til status.example: certifikatet kan ikke godkendes "
            "(fejl 0).",
        ),
        (
            KeyError("x"),
            Kind.UNEXPECTED,
            "status.example kunne ikke spørges, af en uventet grund (KeyError).",
        ),
    ],
)
def test_an_error_is_found_however_it_is_wrapped(error: Exception, kind: Kind, reason: str) -> None:
    assert (of_error(error, HOST).kind, of_error(error, HOST).reason) == (kind, reason)
    if kind is not Kind.UNEXPECTED:
        assert of_error(ValueError("around", RuntimeError(error)), HOST).kind is kind


def test_a_ring_of_causes_ends() -> None:
    one, other = ValueError(), RuntimeError()
    one.__cause__, other.__cause__ = other, one
    assert of_error(one, HOST).kind is Kind.UNEXPECTED


@pytest.mark.parametrize("status", [*range(100, 600), 999])
def test_every_status_is_told_in_one_sentence(status: int) -> None:
    reason = of_status(status, HOST, pause=None).reason
    assert HOST in reason
    assert f"({status})" in reason
    assert reason.endswith((".", ": kontrollér adressen."))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.4, "1 sekund"),
        (1, "1 sekund"),
        (90, "90 sekunder"),
        (91, "2 minutter"),
        (3600, "60 minutter"),
        (5401, "2 timer"),
        (86400, "24 timer"),
    ],
)
def test_spans_of_time_in_words(seconds: float, words: str) -> None:
    assert spoken(timedelta(seconds=seconds)) == words
