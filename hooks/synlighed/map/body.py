"""The body of an answer, unpacked here so that it cannot grow past its limit.

A few kilobytes can unpack to gigabytes, so zlib is never asked for more than there is room for.
"""

import re
import zlib
from collections.abc import Iterable, Mapping
from typing import Protocol

from synlighed.map.answers import Failed, Fault, Kind

_WINDOW = {"gzip": 31, "x-gzip": 31, "deflate": 15}
"""What zlib is told to expect (RFC 9110, 8.4.1): the header of gzip, or zlib's own."""


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = 0, /) -> bytes: ...


def whole(chunks: Iterable[bytes], headers: Mapping[str, str], largest: int, host: str) -> bytes:
    """The whole body, unpacked.

    Args:
        chunks: As they come from the network.
        headers: Say how it is packed, and perhaps how long it is.
        largest: The most bytes it may have, packed and unpacked.
        host: What a message calls the server.

    Raises:
        Failed: it is too large, damaged, or packed in a way that we did not ask for.
    """
    if _promised(headers) > largest:
        raise Failed(_too_large(host))
    encoding = headers.get("Content-Encoding", "").strip().lower()
    if encoding in ("", "identity"):
        return _limited(chunks, largest, host)
    if encoding not in _WINDOW:
        reason = f"{host} har pakket sit svar på en måde, som ikke kan læses."
        raise Failed(Fault(Kind.UNEXPECTED, reason))
    return _unpacked(chunks, zlib.decompressobj(_WINDOW[encoding]), largest, host)


def _promised(headers: Mapping[str, str]) -> int:
    """The length that the server gives in advance; 0 when it gives none."""
    digits = headers.get("Content-Length", "")
    # More digits than these are a number that Python will not read, and too large anyhow.
    return int(digits[:18]) if re.fullmatch(r"[0-9]+", digits) else 0


def _limited(chunks: Iterable[bytes], largest: int, host: str) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > largest:
            raise Failed(_too_large(host))
    return bytes(body)


def _unpacked(chunks: Iterable[bytes], unpacker: _Unpacker, largest: int, host: str) -> bytes:
    body = bytearray()
    came = 0
    damaged = Failed(Fault(Kind.BROKEN, f"Svaret fra {host} er beskadiget.", passing=True))
    for chunk in chunks:
        came += len(chunk)
        try:
            body += unpacker.decompress(chunk, largest - len(body) + 1)
        except zlib.error:
            raise damaged from None
        if max(came, len(body)) > largest:
            raise Failed(_too_large(host))
        if unpacker.unused_data:
            raise damaged
    if not unpacker.eof:
        raise damaged
    return bytes(body)


def _too_large(host: str) -> Fault:
    return Fault(Kind.TOO_LARGE, f"Svaret fra {host} er alt for stort og blev ikke læst.")
