"""Reads the pictures of a data folder."""

import stat
from io import BytesIO
from pathlib import Path

import imagesize

from synlighed.load.disk import unreadable
from synlighed.pictures import TYPES, Picture
from synlighed.problems import Problem

FOLDER = "pictures"
"""Where they lie, beside the folders of the kinds."""

LARGEST = 1024 * 1024
"""Bytes; on a phone, a larger one is there when the reader is gone."""

_BEGINS = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/gif": b"GIF8",
    "image/webp": b"RIFF",
}


def read_picture(file: Path, path: str) -> Picture | Problem:
    """A picture, or why it cannot be shown.

    Args:
        file: Where it is.
        path: What problems call it.
    """
    type_ = TYPES.get(file.suffix.removeprefix("."))
    if type_ is None:
        return Problem("F021", path, line=0, args={"name": file.name})
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            return Problem("F018", path, line=0, args={"name": file.name})
        if status.st_size > LARGEST:
            args = {"size": status.st_size // 1024, "limit": LARGEST // 1024}
            return Problem("F022", path, line=0, args=args)
        content = file.read_bytes()
    except OSError as error:
        return unreadable("Filen", path, error)
    width, height = _size(content) if content.startswith(_BEGINS[type_]) else (-1, -1)
    if min(width, height) < 1:
        return Problem("F021", path, line=0, args={"name": file.name})
    return Picture(file.name, content, width, height)


def _size(content: bytes) -> tuple[int, int]:
    try:
        width, height = imagesize.get(BytesIO(content))
    except (ValueError, OSError, IndexError):
        return -1, -1
    return int(width), int(height)
