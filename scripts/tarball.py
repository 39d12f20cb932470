"""A package as npm keeps it, of which nothing is believed but what its checksum vouches for."""

import base64
import hashlib
import io
import tarfile
import zlib
from collections.abc import Mapping

LARGEST = 16 * 1024 * 1024
"""Bytes of a tarball, and of what it unpacks to."""

_GZIP = 16 + zlib.MAX_WBITS


class Unfit(Exception):
    """A tarball of which nothing is used; says why in Danish, to follow the name of its package."""


def take(content: bytes, integrity: str, files: Mapping[str, str]) -> dict[str, bytes]:
    """The files that are wanted of a tarball; it is never unpacked to the disk.

    Args:
        content: The tarball, packed with gzip.
        integrity: Its SHA-512, as `sha512-` and base64 (W3C Subresource Integrity, 3.5).
        files: The path in the tarball of each, by the name it gets.

    Raises:
        Unfit: it is another tarball, is too large, or lacks a file.
    """
    if integrity_of(content) != integrity:
        raise Unfit(
            "passer ikke til sin kontrolsum og blev ikke installeret: "
            "prøv igen, og meld det, hvis det gentager sig."
        )
    try:
        with tarfile.open(fileobj=io.BytesIO(_unpacked(content)), mode="r:") as archive:
            return {name: _member(archive, path) for name, path in files.items()}
    except (tarfile.TarError, zlib.error):
        raise Unfit("er ikke pakket som andre pakker på npm og blev ikke installeret.") from None


def integrity_of(content: bytes) -> str:
    """The SHA-512 of a tarball, as a lock says it."""
    return "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode("ascii")


def _unpacked(content: bytes) -> bytes:
    unpacked = zlib.decompressobj(_GZIP).decompress(content, LARGEST + 1)
    if len(unpacked) > LARGEST:
        raise Unfit(f"fylder pakket ud mere end {LARGEST // 2**20} MB og blev ikke installeret.")
    return unpacked


def _member(archive: tarfile.TarFile, path: str) -> bytes:
    try:
        member = archive.getmember(path)
    except KeyError:
        raise Unfit(f"har ingen fil {path}: ret, hvilke filer der hentes.") from None
    # A sparse file may be far larger than its tarball.
    opened = archive.extractfile(member) if member.isreg() and not member.issparse() else None
    if opened is None:
        raise Unfit(f"har ingen almindelig fil {path}: ret, hvilke filer der hentes.")
    return opened.read()
