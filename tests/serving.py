"""A folder served on 127.0.0.1, as a web server would serve the built site."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


@contextmanager
def serve(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve `folder` on a free port, with extra `headers`, and give its address."""
    handler = partial(_Handler, directory=str(folder), headers_to_send=headers or {})
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that closes its page hangs up on what was on its way."""


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: object, headers_to_send: Mapping[str, str], **kwargs: object):
        self.headers_to_send = headers_to_send
        super().__init__(*args, **kwargs)

    def end_headers(self) -> None:
        for name, value in self.headers_to_send.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing: the tests look at the requests from the browser's side."""
