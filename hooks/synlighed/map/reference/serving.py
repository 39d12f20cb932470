"""The reference server's connection to the network: 127.0.0.1, and nothing else."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event
from typing import Any

from synlighed.map.reference import faults
from synlighed.map.reference.answers import Answer, Request, Service, answer, problem
from synlighed.map.reference.faults import Fault

HOST = "127.0.0.1"

PIECE = 32
PAUSE = 1.0
"""How many bytes a slow server sends, and then waits how many seconds."""

IDLE = 30
"""After so many silent seconds, a connection is given up."""


class ReferenceServer(ThreadingHTTPServer):
    """Answers as the contract says, by a clock that may be any.

    `service` may be replaced while it runs: with another fault, or another scenario.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int, service: Service, clock: Callable[[], datetime]) -> None:
        """Begins to listen.

        Args:
            port: Where; 0 for one that is free.
            service: What is served.
            clock: The time now, with its zone.

        Raises:
            OSError: the port cannot be had.
        """
        self.service = service
        self.clock = clock
        self.is_closing = Event()
        super().__init__((HOST, port), _Handler)

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://{HOST}:{self.server_port}"

    def server_close(self) -> None:
        """Stops listening, and lets go of those who are being answered slowly."""
        self.is_closing.set()
        super().server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing: whoever hangs up has had enough."""


class _Handler(BaseHTTPRequestHandler):
    server: ReferenceServer
    protocol_version = "HTTP/1.1"
    # What cannot be read is answered all the same, and not as HTTP was in 1991.
    default_request_version = "HTTP/1.0"
    timeout = IDLE
    # The head and the body are two writes; without this the second waits for the first to arrive.
    wbufsize = -1

    def do_GET(self) -> None:
        self._respond()

    do_HEAD = do_GET

    def _respond(self) -> None:
        service = self.server.service
        # A body is not read, so what follows it could be taken for a request.
        if "content-length" in self.headers or "transfer-encoding" in self.headers:
            self.close_connection = True
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.path, headers, self.command)
        now = faults.clock(service.fault, self.server.clock())
        self._send(answer(service, request, now), is_slow=service.fault is Fault.SLOW)

    def _send(self, found: Answer, *, is_slow: bool = False) -> None:
        self.send_response(found.code)
        for name, value in found.headers.items():
            self.send_header(name, value)
        if found.code != 304:
            self.send_header("Content-Length", str(len(found.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        for piece in self._slowly(found.body) if is_slow else [found.body]:
            self.wfile.write(piece)
            self.wfile.flush()

    def _slowly(self, body: bytes) -> Iterator[bytes]:
        for start in range(0, len(body), PIECE):
            yield body[start : start + PIECE]
            if self.server.is_closing.wait(PAUSE):
                return

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Tells of what http.server itself refuses, as of everything else."""
        # Whatever else was sent with it is not read.
        self.close_connection = True
        if code == 501:
            self._send(problem(405, "Brug GET.", {"Allow": "GET, HEAD"}))
        else:
            self._send(problem(code, "Spørgsmålet kan ikke læses."))

    def version_string(self) -> str:
        return "eksempel"

    def date_time_string(self, timestamp: float | None = None) -> str:
        now = faults.clock(self.server.service.fault, self.server.clock())
        return format_datetime(now.astimezone(UTC), usegmt=True)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: what is asked for is of no interest, and may hold secrets."""
