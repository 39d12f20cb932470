"""Reads one data file as text: its encoding, its invisible characters, its size.

What a program may silently repair is repaired: a byte order mark, CRLF, and accents written as two
characters (NFD, as macOS does). Everything else is a `Problem`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from synlighed.problems import Problem

LARGEST = 256 * 1024
"""Bytes. The longest honest item is a tenth of this; a larger file is a mistake or an attack."""

# Control characters, soft hyphens, and what turns or hides text (Unicode UTS #39): none can be seen
# by whoever edits the line. The zero-width joiner is left alone, since emoji are built with it.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_HARD_SPACE_BEFORE_VALUE = re.compile(
    r"^([ \t]*(?:- *)*(?:[\w-]+:)?) *(\u00a0+)(?=\S|$)", re.MULTILINE
)


@dataclass(frozen=True)
class DataFile:
    """One file of the data folder, as text."""

    path: str
    """As problems and edit links name it, with `/`."""
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines, the first at index 0."""
        return self.text.split("\n")

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


def read(file: Path, path: str) -> tuple[DataFile | None, list[Problem]]:
    """Reads a file.

    Args:
        file: Where it is.
        path: What problems call it.

    Returns:
        The file, unless nothing of it can be read; and what is wrong with it as text.
    """
    try:
        size = file.stat().st_size
        if size > LARGEST:
            args = {"size": size // 1024, "limit": LARGEST // 1024}
            return None, [Problem("F004", path, line=0, args=args)]
        raw = file.read_bytes()
    except OSError as error:
        reason = _REASONS.get(type(error), "den svarer ikke")
        return None, [Problem("F001", path, line=0, args={"reason": reason})]
    return _decode(raw, path)


_REASONS = {
    PermissionError: "du har ikke lov til det",
    FileNotFoundError: "den er væk",
    IsADirectoryError: "den er en mappe",
}


def _decode(raw: bytes, path: str) -> tuple[DataFile | None, list[Problem]]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[:64].count(0) > len(raw[:64]) // 4:
        return None, [Problem("F003", path, line=0)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", errors="replace")
        rest = raw.splitlines()[before.count("\n")]
        line_text = rest.decode("cp1252", errors="replace")
        column = len(before) - (before.rfind("\n") + 1) + 1
        line = before.count("\n") + 1
        return None, [Problem("F002", path, line, column, line_text=line_text)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    file = DataFile(path, text)
    problems = list(_invisible(file))
    if "\u00a0" in text:
        problems += _hard_spaces(file)
        # Read on as if it were mended, so that the editor hears of every mistake at once.
        text = _HARD_SPACE_BEFORE_VALUE.sub(lambda m: m[1] + " " * (len(m[0]) - len(m[1])), text)
    return DataFile(path, _INVISIBLE.sub(" ", text)), problems


def _invisible(file: DataFile) -> Iterator[Problem]:
    for found in _INVISIBLE.finditer(file.text):
        line, column = _place(file.text, found.start())
        name = unicodedata.name(found[0], f"tegn nummer {ord(found[0])}")
        yield file.problem("F115", line, column, args={"name": f"{name} (U+{ord(found[0]):04X})"})


def _hard_spaces(file: DataFile) -> Iterator[Problem]:
    for found in _HARD_SPACE_BEFORE_VALUE.finditer(file.text):
        line, column = _place(file.text, found.start(2))
        yield file.problem("F103", line, column, len(found[2]))


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
