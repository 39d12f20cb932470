"""Reads one data file as text: its encoding, its invisible characters, its size.

What a program may silently repair is repaired: a byte order mark, CRLF, and accents written as two
characters (NFD, as macOS does). Everything else is a `Problem`.
"""

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from synlighed.digest import digest
from synlighed.load.disk import read_bytes
from synlighed.problems import Problem
from synlighed.wording import FILES, SIGNS

# Control characters, soft hyphens, what turns or hides text (Unicode UTS #39), and the signs of
# Word's own fonts: none can be seen, or not by everyone. The zero-width joiner is left alone, since
# emoji are built with it.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200e"
    "\u200f\u2028-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufeff\uffa0\ufff9-\uffff"
    "\U000e0000-\U000e007f]"
)
_LOST = "\ufffd"
HARD_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
# Where it would become part of a name, or take the place of the space that YAML asks for.
_HARD_SPACE_BEFORE_VALUE = re.compile(
    rf"^([ \t]*(?:- *)*+(?:[\w-]+:)?) *({HARD_SPACE.pattern}+)(?=\S|$)"
)
_BLOCK_BEGINS = re.compile(r"^( *)(?:- +)*(?:[^\s#:]+ *: +)?[|>][-+0-9]*\s*(?:#.*)?$")


@dataclass(frozen=True)
class DataFile:
    """One file of the data folder, as text."""

    path: str
    """As problems and edit links name it, with `/`."""
    text: str

    @cached_property
    def digest(self) -> bytes:
        """What tells this content at this place from every other."""
        return digest(self.path, self.text)

    @property
    def lines(self) -> list[str]:
        """The lines, the first at index 0; not kept, since they take five times their text."""
        return _lines(self.text)

    def line(self, number: int) -> str:
        """Line `number`, counted from 1; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def problem(
        self, code: str, line: int, column: int = 1, length: int = 1, **about: object
    ) -> Problem:
        """A problem at a place in this file."""
        return Problem(
            code=code,
            path=self.path,
            line=line,
            column=column,
            length=length,
            line_text=self.line(line),
            **about,  # type: ignore[arg-type]
        )


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    return text.split("\n")


def read(file: str, path: str) -> tuple[DataFile | None, list[Problem]]:
    """Reads a file.

    Args:
        file: Where it is.
        path: What problems call it.

    Returns:
        The file, unless nothing of it can be read; and what is wrong with it as text.
    """
    raw = read_bytes(file, path)
    return decode(raw, path) if isinstance(raw, bytes) else (None, [raw])


def decode(raw: bytes, path: str) -> tuple[DataFile | None, list[Problem]]:
    """The bytes of a file as text, tidied, and what is wrong with them."""
    what = next((name for begins, name in FILES.items() if raw.startswith(begins)), "")
    if what:
        return None, [Problem("F017", path, line=0, args={"what": what})]
    if _is_utf16(raw):
        return None, [Problem("F003", path, line=0)]
    try:
        text = raw.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return None, [_not_utf8(error.object, error.start, path)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:
        # On a line with nothing else, nobody sees it.
        text = re.sub(r"^[ \t]+$", "", text, flags=re.MULTILINE)
    if text.isascii() and not INVISIBLE.search(text):
        return DataFile(path, text), []
    return _tidied(DataFile(path, unicodedata.normalize("NFC", text)))


def _is_utf16(raw: bytes) -> bool:
    """Whether it says so, or every other byte of its beginning is empty."""
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return True
    halves = (raw[:64:2], raw[1:64:2])
    return any(half and half.count(0) > len(half) // 2 for half in halves)


def _not_utf8(raw: bytes, offset: int, path: str) -> Problem:
    before = raw[:offset].decode().replace("\r\n", "\n").replace("\r", "\n")
    rest = re.split(b"[\r\n]", raw[offset:], maxsplit=1)[0].decode("cp1252", errors="replace")
    begun = before.rpartition("\n")[2]
    return Problem("F002", path, before.count("\n") + 1, len(begun) + 1, line_text=f"{begun}{rest}")


def _tidied(file: DataFile) -> tuple[DataFile, list[Problem]]:
    """Names what cannot be seen, and mends it, so that the rest of the file can be checked too."""
    problems = list(_invisible(file))
    text = INVISIBLE.sub(" ", file.text)
    if HARD_SPACE.search(text):
        lines = [_without_hard_end(line) for line in text.split("\n")]
        for number, found in _hard_spaces(lines):
            problems.append(file.problem("F103", number + 1, found.start(2) + 1, len(found[2])))
            start, end = found.span(2)
            lines[number] = lines[number][:start] + " " * (end - start) + lines[number][end:]
        text = "\n".join(lines)
    return DataFile(file.path, text), problems


def _invisible(file: DataFile) -> Iterator[Problem]:
    if INVISIBLE.search(file.text):
        for number, line in enumerate(file.lines, 1):
            for found in INVISIBLE.finditer(line):
                if found[0] == _LOST:
                    yield file.problem("F125", number, found.start() + 1)
                else:
                    args = {"name": name_of(found[0])}
                    yield file.problem("F115", number, found.start() + 1, args=args)


def name_of(sign: str) -> str:
    """What a sign that cannot be seen is called."""
    kinds = {"Cc": "et styretegn", "Co": "et tegn fra en særlig skrifttype"}
    kind = kinds.get(unicodedata.category(sign), "et tegn, der styrer, hvordan tekst vises")
    return f"{SIGNS.get(sign, kind)} (U+{ord(sign):04X})"


def _without_hard_end(line: str) -> str:
    """A line without the hard spaces after its text, as YAML leaves out other spaces there."""
    stripped = line.rstrip()
    is_hard = HARD_SPACE.search(line, len(stripped)) is not None
    return stripped if is_hard and not stripped.endswith((":", "-")) else line


def _hard_spaces(lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Hard spaces that change how a line is read; in a text over several lines they do not."""
    block: int | None = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (indent > block or not line.strip()):
            continue
        begins = _BLOCK_BEGINS.match(line)
        block = len(begins[1]) if begins else None
        found = _HARD_SPACE_BEFORE_VALUE.match(line)
        if found:
            yield number, found
