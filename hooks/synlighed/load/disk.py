"""What the disk holds, asked for in the fewest calls: there are thousands of files.

The only module of the compile that knows `os`. A path as an object takes as long to make as the
file it names takes to read, and a folder knows of what lies in it whether it is a folder itself.
"""

import os
import re
import stat
from operator import attrgetter
from pathlib import Path, PurePath
from typing import NamedTuple

from synlighed.problems import Problem

LARGEST = 256 * 1024
"""Bytes. The longest honest item is a tenth of this; a larger file is a mistake or an attack."""

# What systems and editors leave behind.
_LITTER = re.compile(r"\.|~|.*~$|thumbs\.db$|desktop\.ini$", re.IGNORECASE | re.DOTALL)


class Entry(NamedTuple):
    """What lies in a folder."""

    path: str
    name: str
    stem: str
    suffix: str
    is_link: bool
    is_folder: bool

    @classmethod
    def of(cls, found: os.DirEntry[str]) -> "Entry":
        """What the folder itself tells, so that the disk is not asked of each file."""
        stem, suffix = os.path.splitext(found.name)  # noqa: PTH122 - thousands of them
        is_link = found.is_symlink()
        # A link may lead round to itself, which only a path takes calmly.
        is_folder = Path(found).is_dir() if is_link else found.is_dir()
        return cls(found.path, found.name, stem, suffix, is_link, is_folder)

    @property
    def ending(self) -> str:
        """What tells its format."""
        return self.suffix.lower()


def entries_of(folder: Path) -> list[Entry]:
    """What lies in a folder, in a fixed order.

    Raises:
        OSError: the disk does not say.
    """
    with os.scandir(folder) as lying:
        found = sorted(lying, key=attrgetter("name"))
    return [Entry.of(one) for one in found if not _LITTER.match(one.name)]


def read_bytes(file: str, path: str) -> bytes | Problem:
    """What a file holds, or why it is not read."""
    try:
        status = os.stat(file)  # noqa: PTH116 - thousands of them
        # Reading a device or a pipe could go on for ever.
        if not stat.S_ISREG(status.st_mode):
            return Problem("F018", path, line=0, args={"name": PurePath(file).name})
        if status.st_size > LARGEST:
            args = {"size": status.st_size // 1024, "limit": LARGEST // 1024}
            return Problem("F004", path, line=0, args=args)
        with open(file, "rb", buffering=0) as raw:  # noqa: PTH123
            return raw.read()
    except OSError as error:
        return unreadable("Filen", path, error)


def unreadable(what: str, path: str, error: OSError) -> Problem:
    """A file or folder that the disk does not give."""
    reason = "disken svarer ikke"
    if isinstance(error, (PermissionError, FileNotFoundError)):
        denied = isinstance(error, PermissionError)
        reason = "du har ikke lov til det" if denied else "den er væk"
    return Problem("F001", path, line=0, args={"what": what, "reason": reason})
