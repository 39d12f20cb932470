"""What loading, checking and compiling remember, as a file."""

import pickle
from dataclasses import dataclass, field
from pathlib import Path

from synlighed.digest import SIZE, digest
from synlighed.load import Known
from synlighed.memo import Memo
from synlighed.rules import Findings
from synlighed.wholefile import replace


@dataclass
class Remembered:
    """All that spares a build the work of an earlier one."""

    known: Known = field(default_factory=Known)
    findings: Findings = field(default_factory=Findings)
    memo: Memo = field(default_factory=Memo)


def recall(file: Path, program: bytes) -> Remembered:
    """What a program remembered in a file; nothing if it was another, or the file is no good.

    Args:
        file: Where it is. Like the program, it must be writable by nobody else: pickles are code.
        program: The digest of the program, and of what else everything depends on.
    """
    try:
        content = file.read_bytes()
    except OSError:
        return Remembered()
    head, body = content[: 2 * SIZE], content[2 * SIZE :]
    if head != program + digest(body):
        return Remembered()
    found: Remembered = pickle.loads(body)
    return found


def remember(file: Path, program: bytes, remembered: Remembered) -> None:
    """Writes what a program remembers, whole or not at all.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    body = pickle.dumps(remembered, pickle.HIGHEST_PROTOCOL)
    replace(file, program + digest(body) + body)
