"""What loading, checking and compiling remember, as files.

What was read of the data is the same for every edition, so whoever builds one after the other reads
them once; what was made of them is each edition's own.
"""

import pickle
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from synlighed.digest import SIZE, digest
from synlighed.load import Known
from synlighed.memo import Memo
from synlighed.memory import making_what_is_kept
from synlighed.rules import Findings
from synlighed.wholefile import replace

T = TypeVar("T")


@dataclass
class Read:
    """What spares a build the reading and checking of files that an earlier one read."""

    known: Known = field(default_factory=Known)
    findings: Findings = field(default_factory=Findings)


@dataclass
class Remembered:
    """All that spares a build the work of an earlier one."""

    read: Read = field(default_factory=Read)
    memo: Memo = field(default_factory=Memo)


def recall(file: Path, program: bytes, type_: type[T]) -> T:
    """What a program remembered in a file; nothing if it was another, or the file is no good.

    Args:
        file: Where it is. Like the program, it must be writable by nobody else: pickles are code.
        program: The digest of the program, and of what else everything depends on.
        type_: What is remembered there; without anything given, it is nothing.
    """
    try:
        content = file.read_bytes()
    except OSError:
        return type_()
    head, body = content[: 2 * SIZE], content[2 * SIZE :]
    if head != program + digest(body):
        return type_()
    found: T = pickle.loads(body)
    return found


def remember(file: Path, program: bytes, remembered: object) -> None:
    """Writes what a program remembers, whole or not at all.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    with making_what_is_kept():
        body = pickle.dumps(remembered, pickle.HIGHEST_PROTOCOL)
    replace(file, program + digest(body) + body)
