"""A folder served on 127.0.0.1, as a web server would serve the built site."""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from email.utils import format_datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


@contextmanager
def serve(
    folder: Path,
    headers: Mapping[str, str] | None = None,
    now: datetime | None = None,
    tls: ssl.SSLContext | None = None,
) -> Iterator[str]:
    """Serve `folder` on a free port, with extra `headers`, and give its address.

    Its clock stands still at `now` (in UTC), and it shows the certificate of `tls`, if given.
    """
    handler = partial(_Handler, directory=str(folder), headers_to_send=headers or {}, now=now)
    with _Server(("127.0.0.1", 0), handler) as server:
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http{'s' if tls else ''}://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that closes its page hangs up on what was on its way."""


class _Handler(SimpleHTTPRequestHandler):
    def __init__(
        self,
        *args: object,
        headers_to_send: Mapping[str, str],
        now: datetime | None,
        **kwargs: object,
    ):
        self.headers_to_send = headers_to_send
        self.now = now
        super().__init__(*args, **kwargs)

    def end_headers(self) -> None:
        for name, value in self.headers_to_send.items():
            self.send_header(name, value)
        super().end_headers()

    def date_time_string(self, timestamp: float | None = None) -> str:
        if self.now and timestamp is None:
            return format_datetime(self.now, usegmt=True)
        return super().date_time_string(timestamp)

    def log_message(self, *args: object) -> None:
        """Say nothing: the tests look at the requests from the browser's side."""
