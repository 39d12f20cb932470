"""What was written into a published site, so that thousands of files need not be read again.

A file is only taken to be as it was written while the disk says that nobody has touched it: a site
that was built anew is other files.
"""

import json
import os
from pathlib import Path

from synlighed.status.published import StatusFile
from synlighed.wholefile import replace

_Mark = list[str | int]


class Written:
    """Of each file what it is made of, and how the disk told it from others then."""

    def __init__(self, file: Path) -> None:
        """Reads what was noted; whatever cannot be read was not."""
        self._file = file
        try:
            raw = json.loads(file.read_bytes())
        except (OSError, ValueError):
            raw = None
        self._known: dict[str, _Mark] = raw if isinstance(raw, dict) else {}
        self._found: dict[str, _Mark] = {}

    def holds(self, site: Path, file: StatusFile) -> bool:
        """Whether a site still holds a file as it was made of the same."""
        known = self._known.get(file.uri)
        if not known or not file.of or known != _mark(site, file):
            return False
        self._found[file.uri] = known
        return True

    def note(self, site: Path, file: StatusFile) -> None:
        """Takes down a file that was written just now."""
        if file.of and (mark := _mark(site, file)):
            self._found[file.uri] = mark

    def keep(self) -> None:
        """Keeps it for the next time.

        Raises:
            OSError: it cannot be written.
        """
        if self._found != self._known:
            replace(self._file, json.dumps(self._found, ensure_ascii=False).encode())


def _mark(site: Path, file: StatusFile) -> _Mark | None:
    try:
        there = os.stat(os.path.join(site, file.uri))  # noqa: PTH116, PTH118 - thousands of them
    except OSError:
        return None
    return [file.of, there.st_ino, there.st_mtime_ns, there.st_ctime_ns, there.st_size]
