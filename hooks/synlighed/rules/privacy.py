"""No persons: CPR numbers are refused anywhere in a file, private addresses are warned of."""

import re
from collections.abc import Iterator
from itertools import islice

from synlighed.load import LoadedItem
from synlighed.load.datafile import DataFile
from synlighed.load.nodes import PROBLEMS_SHOWN
from synlighed.model.fields import Mailbox
from synlighed.problems import Problem
from synlighed.rules.around import Around

# Ten digits that begin with a day and a month; numbers since 2007 need not pass modulus 11
# (CPR-kontoret, "Personnumre uden kontrolciffer"), so the date is all there is to go by.
_CPR = re.compile(
    r"(?<![\w/.=-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d ?[-\u2013]? ?\d{4}(?![\w-])"
)
_PERSON = re.compile(r"^[a-zæøå]+[._][a-zæøå]+@", re.IGNORECASE)
_PRIVATE = frozenset(
    {
        "gmail.com", "hotmail.com", "hotmail.dk", "outlook.com", "outlook.dk", "live.dk",
        "live.com", "yahoo.com", "yahoo.dk", "icloud.com", "me.com", "proton.me",
        "protonmail.com", "mail.dk", "jubii.dk", "ofir.dk", "stofanet.dk", "youmail.dk",
    }
)  # fmt: skip
# At most 64 before the @ (RFC 5321), and only from where a word begins: a long line is read once.
_MAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def check_privacy(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """No CPR number in the item's file, comments included; no person's address."""
    yield from check_file(entry.file)
    yield from _persons(entry)


def check_file(file: DataFile) -> Iterator[Problem]:
    """The same of any file, also one that nothing could be made of."""
    yield from islice(_cpr_numbers(file), PROBLEMS_SHOWN + 1)
    yield from islice(_private_addresses(file), PROBLEMS_SHOWN + 1)


def _cpr_numbers(file: DataFile) -> Iterator[Problem]:
    if _CPR.search(file.text):
        for number, line in enumerate(file.lines, 1):
            for found in _CPR.finditer(line):
                length = found.end() - found.start()
                yield file.problem("F403", number, found.start() + 1, length)


def _private_addresses(file: DataFile) -> Iterator[Problem]:
    if "@" in file.text:
        for number, line in enumerate(file.lines, 1):
            for found in _MAIL.finditer(line):
                if _is_private(found[0]):
                    column, args = found.start() + 1, {"value": found[0]}
                    yield file.problem("A501", number, column, len(found[0]), args=args)


def _persons(entry: LoadedItem) -> Iterator[Problem]:
    for place, _, value in entry.values:
        if isinstance(value, Mailbox) and _PERSON.match(value) and not _is_private(value):
            yield entry.problem("A501", place, args={"value": value})


def _is_private(address: str) -> bool:
    return address.rpartition("@")[2].lower() in _PRIVATE
