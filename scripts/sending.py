"""Hands a mail to a mail server (SMTP, RFC 5321), and knows whether the server took it."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from synlighed.environment import Relay

PATIENCE = 30
"""Seconds that the server may take over each of its answers."""


class NotSent(Exception):
    """The server surely did not take the mail; why, in Danish."""


class PerhapsSent(Exception):
    """Nobody knows whether the server took the mail; why, in Danish."""


def send(mail: bytes, sender: str, to: str, relay: Relay) -> None:
    """Sends a mail to one address.

    Raises:
        NotSent: it was surely not sent.
        PerhapsSent: the connection was lost between the last byte and the server's answer.
    """
    with _connected(relay) as server:
        with _surely_not(relay):
            _accepted(server.mail(sender), f"vil ikke sende for {sender}")
            _accepted(server.rcpt(to), f"vil ikke sende til {to}")
        try:
            _accepted(server.data(mail), "tog ikke imod mailen")
        except smtplib.SMTPDataError as error:
            raise NotSent(_refused(error, "tog ikke imod mailen")) from None
        except (smtplib.SMTPException, OSError):
            message = "Forbindelsen til postserveren røg, før den nåede at svare."
            raise PerhapsSent(message) from None
        # It has the mail; whatever it thinks of a good-bye.
        with suppress(smtplib.SMTPException, OSError):
            server.quit()


@contextmanager
def _connected(relay: Relay) -> Iterator[smtplib.SMTP]:
    """A server that knows who we are, over a connection that nobody else can read."""
    with _surely_not(relay):
        context = _trusting(relay)
        if relay.security == "implicit":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                relay.host, relay.port, timeout=PATIENCE, context=context
            )
        else:
            server = smtplib.SMTP(relay.host, relay.port, timeout=PATIENCE)
    try:
        with _surely_not(relay):
            if relay.security == "starttls":
                server.starttls(context=context)
            server.ehlo_or_helo_if_needed()
            if relay.user:
                server.login(relay.user, relay.password)
        yield server
    finally:
        server.close()


def _trusting(relay: Relay) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=relay.trusted or None)
    except OSError:
        raise NotSent(f"SMTP_CA er {relay.trusted}, men der er ingen certifikater.") from None


@contextmanager
def _surely_not(relay: Relay) -> Iterator[None]:
    """Tells what went wrong before the server got the mail."""
    where = f"Postserveren {relay.host} (port {relay.port})"
    try:
        yield
    except smtplib.SMTPAuthenticationError:
        raise NotSent(f"{where} kender ikke SMTP_USER, eller SMTP_PASSWORD er forkert.") from None
    except smtplib.SMTPNotSupportedError as error:
        lacks = "login" if "AUTH" in str(error) else "STARTTLS"
        raise NotSent(f"{where} kan ikke {lacks}. Se SMTP_TLS og SMTP_PORT.") from None
    except smtplib.SMTPResponseException as error:
        raise NotSent(_refused(error, "sagde nej")) from None
    except ssl.SSLCertVerificationError:
        raise NotSent(
            f"{where} har et certifikat, der ikke kan stoles på. Er det udstedt internt, så sæt "
            "SMTP_CA til filen med jeres eget rodcertifikat."
        ) from None
    except TimeoutError:
        raise NotSent(f"{where} svarede ikke inden for {PATIENCE} sekunder.") from None
    except smtplib.SMTPServerDisconnected:
        raise NotSent(f"{where} afbrød forbindelsen. Se SMTP_TLS og SMTP_PORT.") from None
    # A name of a host that cannot be one is a UnicodeError.
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", "") or type(error).__name__
        raise NotSent(f"{where} kan ikke nås ({reason}). Se SMTP_HOST.") from None


def _accepted(reply: tuple[int, bytes], refusal: str) -> None:
    code, text = reply
    if not 200 <= code < 300:
        raise NotSent(_refused(smtplib.SMTPResponseException(code, text), refusal))


def _refused(error: smtplib.SMTPResponseException, refusal: str) -> str:
    """What the server answered, so that whoever runs it knows what to look for."""
    text = error.smtp_error
    said = text.decode(errors="replace") if isinstance(text, bytes) else str(text)
    shown = "".join(sign for sign in " ".join(said.split()) if sign.isprintable())[:200]
    return f"Postserveren {refusal}: {error.smtp_code} {shown}".rstrip()
