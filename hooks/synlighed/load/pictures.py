"""Reads the pictures of a data folder."""

import stat
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import imagesize

from synlighed.load.disk import unreadable
from synlighed.pictures import TYPES, Picture
from synlighed.problems import Problem

FOLDER = "pictures"
"""Where they lie, beside the folders of the kinds."""

LARGEST = 1024 * 1024
"""Bytes; on a phone, a larger one is there when the reader is gone."""

WIDEST = 4000
"""Pixels, either way; a small file can unpack to more than a phone can hold."""


class _Format(NamedTuple):
    """How a file of one type begins, and whether it is whole."""

    begins: bytes
    is_whole: Callable[[bytes], bool]


def _is_whole_webp(content: bytes) -> bool:
    return len(content) >= int.from_bytes(content[4:8], "little") + 8


_FORMATS: Mapping[str, _Format] = {
    "image/png": _Format(b"\x89PNG\r\n\x1a\n", lambda content: b"IEND" in content[-16:]),
    "image/jpeg": _Format(b"\xff\xd8\xff", lambda content: b"\xff\xd9" in content[-64:]),
    "image/gif": _Format(b"GIF8", lambda content: b";" in content[-16:]),
    "image/webp": _Format(b"RIFF", _is_whole_webp),
}

_CAMERA = (b"Exif\0\0", b"eXIf", b"EXIF")
"""How the part begins in which cameras say when and where they were (Exif 3.0), in each format."""


def read_picture(file: Path, path: str) -> Picture | Problem:
    """A picture, or why it cannot be shown.

    Args:
        file: Where it is.
        path: What problems call it.
    """
    name = {"name": file.name}
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            return Problem("F018", path, line=0, args=name)
        if status.st_size > LARGEST:
            args = {"size": status.st_size // 1024, "limit": LARGEST // 1024}
            return Problem("F022", path, line=0, args=args)
        content = file.read_bytes()
    except OSError as error:
        return unreadable("Filen", path, error)
    format = _FORMATS.get(TYPES.get(file.suffix.removeprefix("."), ""))
    if format is None or not content.startswith(format.begins) or not format.is_whole(content):
        return Problem("F021", path, line=0, args=name)
    width, height = _size(content)
    if min(width, height) < 1:
        return Problem("F021", path, line=0, args=name)
    if max(width, height) > WIDEST:
        args = {"width": width, "height": height, "limit": WIDEST}
        return Problem("F023", path, line=0, args=args)
    if any(mark in content for mark in _CAMERA):
        return Problem("F024", path, line=0, args=name)
    return Picture(file.name, content, width, height)


def _size(content: bytes) -> tuple[int, int]:
    try:
        width, height = imagesize.get(BytesIO(content))
    except (ValueError, OSError, IndexError):
        return -1, -1
    return int(width), int(height)
