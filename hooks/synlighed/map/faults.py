"""What each way of failing is called, and whether it may pass.

A sentence names the host as it stands in the settings and nothing that came from elsewhere: a
server could write anything into a redirect, a status line or a certificate, even our own token.
"""

import errno
import socket
import ssl
from collections.abc import Iterator
from datetime import timedelta
from http.client import HTTPException
from math import ceil
from typing import TypeVar

from synlighed.danish.numbers import count
from synlighed.map.answers import Fault, Kind

_E = TypeVar("_E", bound=BaseException)

_CERTIFICATE = {
    9: "certifikatet gælder ikke endnu",
    10: "certifikatet er udløbet",
    18: "certifikatet er udstedt af serveren selv",
    19: "certifikatet er udstedt af nogen, der ikke er tillid til",
    20: "certifikatet er udstedt af nogen, der ikke er tillid til",
    21: "certifikatet er udstedt af nogen, der ikke er tillid til",
    23: "certifikatet er trukket tilbage",
    62: "certifikatet er udstedt til et andet navn",
    64: "certifikatet er udstedt til en anden adresse",
}
"""By the numbers of OpenSSL, `X509_V_ERR_*` in `openssl/x509_vfy.h`."""

_NO_WAY = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN}


def of_error(error: Exception, host: str) -> Fault:
    """What an exception from the network means.

    Args:
        error: As libraries raised it, often wrapped several times.
        host: What a message calls the server.
    """
    causes = list(_causes(error))
    if tls := _first(ssl.SSLError, causes):
        return _tls(tls, host)
    if _first(socket.gaierror, causes):
        return Fault(Kind.NAME, f"Navnet {host} kan ikke slås op på netværket.", passing=True)
    if _first(ConnectionRefusedError, causes):
        return Fault(Kind.REFUSED, f"{host} tager ikke imod forbindelser.", passing=True)
    if _first(TimeoutError, causes):
        return Fault(Kind.TIMEOUT, f"{host} svarede ikke i tide.", passing=True)
    if any(cause.errno in _NO_WAY for cause in causes if isinstance(cause, OSError)):
        return Fault(Kind.NETWORK, f"Der er ingen vej på netværket til {host}.", passing=True)
    if _first(ConnectionError, causes) or _first(HTTPException, causes):
        reason = f"Forbindelsen til {host} blev afbrudt, før svaret var helt."
        return Fault(Kind.BROKEN, reason, passing=True)
    name = type(error).__name__
    return Fault(Kind.UNEXPECTED, f"{host} kunne ikke spørges, af en uventet grund ({name}).")


def of_status(status: int, host: str, pause: timedelta | None) -> Fault:
    """What a status other than 200, 304 and the redirects means.

    Args:
        status: Of the answer.
        host: What a message calls the server.
        pause: How long it asks us to wait.
    """
    if status == 401:
        reason = f"Adgang afvist: {host} kender ikke vores adgangsnøgle (401)."
        return Fault(Kind.DENIED, reason)
    if status == 403:
        reason = f"Adgang afvist: {host} giver ikke vores adgangsnøgle lov til at læse (403)."
        return Fault(Kind.DENIED, reason)
    if status in (404, 410):
        reason = f"{host} har ikke det, der spørges om ({status}): kontrollér adressen."
        return Fault(Kind.NOT_FOUND, reason)
    if status in (400, 422):
        reason = f"{host} forstår ikke det, der spørges om ({status}): kontrollér indstillingerne."
        return Fault(Kind.UNEXPECTED, reason)
    if status in (429, 503):
        asks = f" og beder om en pause på {spoken(pause)}" if pause else ""
        reason = f"{host} har for travlt til at svare ({status}){asks}."
        # Who says "too often" is not asked again at once; who is down may be up again.
        passing = status == 503 or pause is not None
        return Fault(Kind.BUSY, reason, passing=passing, pause=pause)
    if status >= 500:
        reason = f"{host} svarede med en fejl ({status})."
        return Fault(Kind.SERVER_ERROR, reason, passing=True, pause=pause)
    return Fault(Kind.UNEXPECTED, f"{host} svarede på en måde, der ikke ventes ({status}).")


def out_of_time(host: str, seconds: float) -> Fault:
    """The deadline for everything has come."""
    patience = spoken(timedelta(seconds=seconds))
    reason = f"{host} blev ikke færdig med at svare inden for {patience}."
    return Fault(Kind.TIMEOUT, reason)


def waiting(host: str, left: timedelta) -> Fault:
    """The server has asked for a pause that is not over."""
    reason = f"{host} har bedt om en pause og spørges først igen om {spoken(left)}."
    return Fault(Kind.WAITING, reason)


def no_certificates() -> Fault:
    """The file of certificates is absent, or is something else."""
    return Fault(Kind.TLS, "Filen med rodcertifikater kan ikke læses, eller den rummer ingen.")


def no_data(content_type: str, host: str) -> Fault:
    """A successful answer of another type than JSON."""
    if "html" in content_type:
        reason = f"{host} svarede med en webside i stedet for data, måske en login-side."
    else:
        reason = f"{host} svarede med noget andet end data (JSON)."
    return Fault(Kind.NOT_JSON, reason)


def spoken(span: timedelta) -> str:
    """A span of time in words, rounded up: `45 sekunder`, `60 minutter`, `24 timer`."""
    seconds = span.total_seconds()
    if seconds <= 90:
        return count(ceil(seconds), "sekund", "sekunder")
    if seconds <= 90 * 60:
        return count(ceil(seconds / 60), "minut", "minutter")
    return count(ceil(seconds / 3600), "time", "timer")


def _tls(error: ssl.SSLError, host: str) -> Fault:
    if isinstance(error, ssl.SSLCertVerificationError):
        number = getattr(error, "verify_code", 0)
        why = _CERTIFICATE.get(number, f"certifikatet kan ikke godkendes (fejl {number})")
    else:
        why = "den anden ende taler ikke sikkert nok, eller slet ikke krypteret"
    return Fault(Kind.TLS, f"Ingen sikker forbindelse til {host}: {why}.")


def _first(kind: type[_E], causes: list[BaseException]) -> _E | None:
    return next((cause for cause in causes if isinstance(cause, kind)), None)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and all that it wraps, each once."""
    left: list[object] = [error]
    seen: set[int] = set()
    while left:
        found = left.pop()
        if isinstance(found, BaseException) and id(found) not in seen:
            seen.add(id(found))
            yield found
            left += [found.__context__, found.__cause__, getattr(found, "reason", None)]
            left += found.args
