"""Asks the platform, and survives whatever it does.

The only module that knows `requests`, of which it uses little: its retries wait as long as the
server likes, its redirects read the whole body that comes with them, its timeouts are counted anew
from each byte, and it unpacks without a limit.
"""

import random
import re
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from http.cookiejar import DefaultCookiePolicy
from typing import Any, ClassVar
from urllib.parse import urljoin, urlsplit, urlunsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool

from synlighed.map import body, faults
from synlighed.map.answers import Answer, Failed, Fault, Kind, Unreachable
from synlighed.map.connection import Connection, Limits
from synlighed.map.deadline import Line, within
from synlighed.map.http_times import pause_asked, server_time

_CHUNK = 64 * 1024
_REDIRECTS = {301, 302, 303, 307, 308}
_ETAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]*"')
"""RFC 9110, 8.8.3, without the bytes that are no ASCII."""

_JSON = re.compile(r"application/(?:json|[!-~]+\+json)")


def now_in_utc() -> datetime:
    """The clock of this machine."""
    return datetime.now(UTC)


def full_jitter(most: float) -> float:
    """A pause between none and the longest, so that many who failed together do not return so."""
    return random.uniform(0, most)


@dataclass(frozen=True)
class _Question:
    connection: Connection
    path: str
    etag: str
    limits: Limits
    clock: Callable[[], datetime]
    ends: float
    """When the answer must be there, by the monotonic clock."""

    @property
    def left(self) -> float:
        """Seconds until then."""
        return self.ends - time.monotonic()


def get(
    connection: Connection,
    path: str,
    *,
    etag: str = "",
    not_before: datetime | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    clock: Callable[[], datetime] = now_in_utc,
    sleep: Callable[[float], None] = time.sleep,
    jitter: Callable[[float], float] = full_jitter,
) -> Answer:
    """Asks for one document, as often as there is time and reason to.

    Args:
        connection: Where, and with which token.
        path: Begins with a slash and follows the address of the connection; may have a query.
        etag: Of the document that the caller has; the answer may be 304 then.
        not_before: What an earlier `Unreachable` said; before that nothing is asked.
        limits: How much patience there is.
        clock: Tells the time, with a zone.
        sleep: Waits so many seconds.
        jitter: Chooses a pause that is at most so many seconds.

    Raises:
        Unreachable: there is no whole answer to be had now.
    """
    host = connection.host
    if not_before is not None:
        left = not_before - clock()
        # A longer pause than we would ever have noted was written by a clock that was wrong.
        if timedelta() < left <= limits.longest_pause:
            raise Unreachable(Kind.WAITING, faults.waiting(host, left).reason, not_before)
    ends = time.monotonic() + limits.total
    question = _Question(connection, path, etag, limits, clock, ends)
    for tried in range(1, limits.tries + 1):
        found = within(max(question.left, 0), partial(_try, question, tried))
        if isinstance(found, Answer):
            return found
        fault = found or faults.out_of_time(host, limits.total)
        pause = jitter(limits.backoff * 2 ** (tried - 1))
        if fault.pause is not None:
            pause = max(pause, fault.pause.total_seconds())
        if not fault.passing or tried == limits.tries or pause >= question.left:
            break
        sleep(pause)
        if question.left <= 0:
            break
    # Raised here, where no exception and no variable of a library is at hand to be shown.
    later = None if fault.pause is None else clock().astimezone(UTC) + fault.pause
    raise Unreachable(fault.kind, fault.reason, later)


def _try(question: _Question, tried: int, line: Line) -> Answer | Fault:
    """One try, with its redirects; never raises, so that no traceback knows the token."""
    try:
        with _session(line) as session:
            return _followed(question, session, line, tried)
    except Failed as failed:
        return failed.fault
    except Exception as error:
        return faults.of_error(error, question.connection.host)


def _followed(question: _Question, session: requests.Session, line: Line, tried: int) -> Answer:
    host = question.connection.host
    url = question.connection.url + question.path
    for _ in range(question.limits.redirects + 1):
        with _sent(question, session, url) as response:
            if response.status_code not in _REDIRECTS:
                return _read(question, response, line, tried)
            url = _target(question.connection, url, response.headers.get("Location", ""))
    times = question.limits.redirects
    reason = f"{host} viste videre mere end {times} gange i træk, og det følges ikke længere."
    raise Failed(Fault(Kind.REDIRECT, reason))


def _sent(question: _Question, session: requests.Session, url: str) -> requests.Response:
    connection, limits = question.connection, question.limits
    headers = {
        "Accept": "application/json",
        "Accept-Encoding": "gzip",
        "User-Agent": "synlighed",
    }
    if connection.token:
        headers["Authorization"] = f"Bearer {connection.token}"
    if _is_etag(question.etag):
        headers["If-None-Match"] = question.etag
    if connection.ca_file:
        _check_certificates(connection.ca_file)
    left = max(question.left, 0.001)
    return session.get(
        url,
        headers=headers,
        timeout=(min(limits.connect, left), min(limits.read, left)),
        verify=connection.ca_file or True,
        allow_redirects=False,
        stream=True,
    )


def _read(question: _Question, response: requests.Response, line: Line, tried: int) -> Answer:
    """The answer that a response is."""
    host, limits = question.connection.host, question.limits
    now = question.clock().astimezone(UTC)
    headers = response.headers
    status = response.status_code
    if status != 200 and not (status == 304 and _is_etag(question.etag)):
        raise Failed(
            faults.of_status(status, host, pause_asked(headers, now, limits.longest_pause))
        )
    etag = headers.get("ETag", "")
    date = server_time(headers)
    if status == 304:
        return Answer(304, b"", etag if _is_etag(etag) else question.etag, now, date, tried)
    media = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if not _JSON.fullmatch(media):
        raise Failed(faults.no_data(media, host))
    content = body.whole(_chunks(response, line), headers, limits.largest, host)
    return Answer(200, content, etag if _is_etag(etag) else "", now, date, tried)


def _chunks(response: requests.Response, line: Line) -> Iterator[bytes]:
    """The body as it comes, still packed: no chunk is waited for until it is full."""
    while not line.is_cut and (chunk := response.raw.read1(_CHUNK, decode_content=False)):
        yield chunk


def _target(connection: Connection, url: str, location: str) -> str:
    """Where a redirect leads.

    Args:
        connection: Which it may not leave.
        url: What was asked for.
        location: The answer.

    Raises:
        Failed: it leads to another scheme, host or port, or to nothing that can be read.
    """
    host, ours = connection.host, urlsplit(connection.url)
    try:
        target = urlsplit(urljoin(url, location))
        at_home = connection.leads_home(target.geturl()) and "@" not in target.netloc
    except ValueError:
        location, at_home = "", False
    if not location:
        reason = f"{host} viste videre uden at sige hvorhen."
        raise Failed(Fault(Kind.REDIRECT, reason))
    if ours.scheme == "https" and target.scheme == "http":
        reason = f"{host} viste videre til en forbindelse uden kryptering, og det følges ikke."
        raise Failed(Fault(Kind.REDIRECT, reason))
    if not at_home:
        reason = f"{host} viste videre til et andet sted, og det følges ikke."
        raise Failed(Fault(Kind.REDIRECT, reason))
    # Of what the server wrote only the path and query are used: no parser can read a host there.
    return urlunsplit((ours.scheme, ours.netloc, target.path or "/", target.query, ""))


def _is_etag(text: str) -> bool:
    return _ETAG.fullmatch(text) is not None


def _check_certificates(file: str) -> None:
    try:
        ssl.create_default_context(cafile=file)
    except OSError:
        raise Failed(faults.no_certificates()) from None


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: a session reads the body of whatever it thinks it must follow."""


class _Held(HTTPConnection):
    line: ClassVar[Line]

    def connect(self) -> None:
        super().connect()
        if self.sock:
            self.line.hold(self.sock)


class _Adapter(HTTPAdapter):
    """Opens connections that can be cut."""

    def __init__(self, line: Line) -> None:
        super().__init__(max_retries=0)
        self._line = line

    def get_connection_with_tls_context(self, *args: Any, **named: Any) -> HTTPConnectionPool:
        pool = super().get_connection_with_tls_context(*args, **named)
        if not issubclass(pool.ConnectionCls, _Held):
            held = type("_HeldConnection", (_Held, pool.ConnectionCls), {"line": self._line})
            pool.ConnectionCls = held
        return pool


def _session(line: Line) -> requests.Session:
    session = _Session()
    # No proxy and no .netrc of whoever runs this: the token goes to one host.
    session.trust_env = False
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    for scheme in ("http://", "https://"):
        session.mount(scheme, _Adapter(line))
    return session
