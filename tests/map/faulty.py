"""A web server on 127.0.0.1 that behaves as badly as it is told to, on bare sockets."""

import gzip
import socket
import ssl
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache, partial
from threading import Event, Thread

JSON = b'{"schema": "status/1"}'

TLS_HELLO = b"\x16\x03"
"""How a client begins that wants to encrypt (RFC 8446, 5.1)."""

LOGIN = b"<!doctype html><title>Log ind</title><form></form>"


@dataclass(frozen=True)
class Request:
    path: str
    headers: Mapping[str, str]


@dataclass
class Call:
    """One connection, with the request that came on it."""

    socket: socket.socket
    request: Request
    over: Event
    """Set when the test is."""

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def reset(self) -> None:
        """Hang up so that the other end is told (SO_LINGER of 0 seconds)."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


Behaviour = Callable[[Call], None]


@dataclass
class Server:
    port: int
    scheme: str
    # Without a repr: they show the token.
    requests: list[Request] = field(default_factory=list, repr=False)

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [request.path for request in self.requests]


@contextmanager
def serve(*behaviours: Behaviour, tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Answers the first request by the first behaviour, and so on; the last one repeats."""
    over = Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        server = Server(listener.getsockname()[1], "https" if tls else "http")
        answer = partial(_answer, server, behaviours, tls, over)
        threads = [Thread(target=_accept, args=(listener, answer, over))]
        threads[0].start()
        try:
            yield server
        finally:
            over.set()
            threads[0].join()


def _accept(listener: socket.socket, answer: Callable[[socket.socket], None], over: Event) -> None:
    threads = []
    while not over.is_set():
        with suppress(TimeoutError):
            connection, _ = listener.accept()
            threads.append(Thread(target=answer, args=(connection,)))
            threads[-1].start()
    for thread in threads:
        thread.join()


def _answer(
    server: Server,
    behaviours: tuple[Behaviour, ...],
    tls: ssl.SSLContext | None,
    over: Event,
    connection: socket.socket,
) -> None:
    connection.settimeout(30)
    # The other end may hang up at any moment, or refuse our certificate.
    with connection, suppress(OSError):
        if tls:
            connection = tls.wrap_socket(connection, server_side=True)
        with connection:
            request = _read(connection)
            if request:
                server.requests.append(request)
                behaviour = behaviours[min(len(server.requests), len(behaviours)) - 1]
                behaviour(Call(connection, request, over))


def _read(connection: socket.socket) -> Request | None:
    came = b""
    while b"\r\n\r\n" not in came:
        more = connection.recv(4096)
        came += more
        if came.startswith(TLS_HELLO):
            # As nginx does.
            connection.sendall(_head(400, {"Content-Type": "text/html"}))
            return None
        if not more:
            return None
    first, *lines = came.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    return Request(first.split(" ")[1], {name.lower(): value for name, value in headers.items()})


# ---- Behaviours


def answer(
    status: int = 200,
    body: bytes = JSON,
    media: str = "application/json",
    length: int | None = None,
    **headers: str,
) -> Behaviour:
    """A plain answer; `Retry_After="5"` is the header Retry-After."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    size = len(body) if length is None else length
    head = {"Content-Type": media, "Content-Length": str(size), "Connection": "close"} | named
    return lambda call: call.send(_head(status, head) + body)


def _head(status: int, headers: Mapping[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} Whatever", *(f"{n}: {v}" for n, v in headers.items() if v)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def chunked(*chunks: bytes, end: bytes = b"0\r\n\r\n") -> Behaviour:
    head = {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}
    body = b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks)
    return lambda call: call.send(_head(200, head) + body + end)


def redirect(location: str, status: int = 302) -> Behaviour:
    return answer(status, b"Videre", "text/html", Location=location)


def until_closed(call: Call) -> None:
    """A body whose end is the end of the connection."""
    call.send(_head(200, {"Content-Type": "application/json"}) + JSON)


def silent(call: Call) -> None:
    """Takes the question and says nothing."""
    call.over.wait()


def drip_head(call: Call) -> None:
    """A header that never ends; each byte comes before a read would time out."""
    call.send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    _drip(call, b"x")


def drip_continue(call: Call) -> None:
    """Endless interim answers, which http.client skips."""
    _drip(call, b"HTTP/1.1 100 Continue\r\n\r\n")


def drip_body(call: Call) -> None:
    call.send(_head(200, {"Content-Type": "application/json"}) + b"{")
    _drip(call, b" ")


def drip_chunk_size(call: Call) -> None:
    """The extension of a chunk's size never ends."""
    head = {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}
    call.send(_head(200, head) + b"1;")
    _drip(call, b"x")


def drip_redirect(call: Call) -> None:
    """A redirect with a body that never ends."""
    call.send(_head(302, {"Location": "/v1/there"}))
    _drip(call, b"x" * 1000)


def _drip(call: Call, data: bytes) -> None:
    while not call.over.wait(0.02):
        call.send(data)


def flood(call: Call) -> None:
    """A body without end, as fast as it goes."""
    call.send(_head(200, {"Content-Type": "application/json"}))
    while not call.over.is_set():
        call.send(b" " * 65536)


def reset(call: Call) -> None:
    """Hangs up without a word."""
    call.reset()


def reset_in_body(call: Call) -> None:
    call.send(_head(200, {"Content-Type": "application/json", "Content-Length": "100"}) + b"{")
    call.reset()


def not_http(call: Call) -> None:
    call.send(b"SSH-2.0-OpenSSH_9.2\r\n")


def many_headers(call: Call) -> None:
    call.send(_head(200, {f"X-{number}": "x" for number in range(1000)}))


@cache
def zeros(packing: str, mebibytes: int = 32) -> bytes:
    """A bomb: what unpacks to a thousand times its size."""
    packer = zlib.compressobj(9, wbits=31 if packing == "gzip" else 15)
    block = b"\0" * 1024 * 1024
    return b"".join(packer.compress(block) for _ in range(mebibytes)) + packer.flush()


def packed(packing: str, body: bytes) -> Behaviour:
    return answer(body=body, Content_Encoding=packing)


FAULTS: Mapping[str, Behaviour] = {
    "silent": silent,
    "drip head": drip_head,
    "drip continue": drip_continue,
    "drip body": drip_body,
    "drip chunk size": drip_chunk_size,
    "flood": flood,
    "reset": reset,
    "reset in body": reset_in_body,
    "not http": not_http,
    "many headers": many_headers,
    "huge Content-Length": answer(length=10**12),
    "truncated": answer(length=len(JSON) + 1),
    "chunked, truncated": chunked(JSON, end=b""),
    "chunked, cut in a chunk": chunked(end=b'40\r\n{"a'),
    "chunked, no size": chunked(end=b"xyz\r\n"),
    "gzip bomb": packed("gzip", zeros("gzip")),
    "deflate bomb": packed("deflate", zeros("deflate")),
    "bomb in a redirect": answer(
        302, zeros("gzip"), Location="http://elsewhere.example/", Content_Encoding="gzip"
    ),
    "gzip, truncated": packed("gzip", gzip.compress(JSON)[:-6]),
    "gzip, and more": packed("gzip", gzip.compress(JSON) + b"x"),
    "gzip that is none": packed("gzip", JSON),
    "packed unasked": packed("br", JSON),
    "login page": answer(body=LOGIN, media="text/html; charset=utf-8"),
    "no type": answer(media=""),
    "text": answer(media="text/plain"),
    "no content": answer(204, b""),
    "part": answer(206),
    "not modified, unasked": answer(304, b""),
    "401": answer(401, WWW_Authenticate="Bearer"),
    "403": answer(403),
    "404": answer(404),
    "407": answer(407),
    "418": answer(418),
    "429": answer(429),
    "429, an hour": answer(429, Retry_After="3600"),
    "500": answer(500),
    "503": answer(503),
    "503, until a day": answer(503, Retry_After="Wed, 25 Nov 2099 10:00:00 GMT"),
    "redirect elsewhere": redirect("https://elsewhere.example/v1/status"),
    "redirect in a loop": redirect("/v1/status"),
    "redirect nowhere": answer(302),
    "redirect to nonsense": redirect("http://[::1/"),
    "redirect to a wrong port": redirect("http://127.0.0.1:99999/"),
    "redirect to a file": redirect("file:///etc/passwd"),
    "redirect with a name": redirect("http://user:secret@127.0.0.1/"),
}
"""Everything that must end in `Unreachable`, by its name."""
