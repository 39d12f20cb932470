"""What was sent, remembered in the state folder, so that nobody gets the same letter twice.

It is written down that a letter is being sent before that is done, and that it was sent when it is.
Whatever stops a run between the two, the next run refuses: rather none than two.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from synlighed.wholefile import replace

SENDING, SENT = "bliver sendt", "sendt"


@dataclass(frozen=True)
class Sending:
    """What is known of the sending of a letter."""

    state: str
    """`SENDING` or `SENT`."""
    to: str
    at: str
    """When, in Danish."""


class Busy(Exception):
    """Somebody else is sending right now."""


class Record:
    """The record of one letter."""

    def __init__(self, folder: Path, uid: str) -> None:
        self._file = folder / f"{uid}.json"

    def read(self) -> Sending | None:
        """What is known; nothing of what was never sent.

        What cannot be read was begun, and nobody knows more.

        Raises:
            OSError: the record cannot be opened.
        """
        try:
            found = json.loads(self._file.read_bytes())
            return Sending(*(str(found[key]) for key in ("state", "to", "at")))
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            return Sending(SENDING, "", "")

    def write(self, sending: Sending | None) -> None:
        """Replaces what is known, and returns when the disk has it.

        Raises:
            OSError: it cannot be written.
        """
        if sending is None:
            self._file.unlink(missing_ok=True)
        else:
            text = json.dumps(asdict(sending), ensure_ascii=False, indent=1)
            replace(self._file, f"{text}\n".encode())
            _on_disk(self._file)
        _on_disk(self._file.parent)


@contextmanager
def record_of(state: Path, uid: str) -> Iterator[Record]:
    """The record of a letter, while nobody else may send any.

    Args:
        state: The state folder.
        uid: What the letter is known by.

    Raises:
        Busy: somebody else is sending.
        OSError: the folder cannot be written.
    """
    folder = state / "sent"
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise Busy from None
    try:
        yield Record(folder, uid)
    finally:
        os.close(lock)


def _on_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
