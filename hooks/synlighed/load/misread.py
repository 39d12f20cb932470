"""What YAML reads without complaint, but otherwise than it looks.

Nothing is guessed: where a text without quotes has lost its end to a comment, or has swallowed the
line below, the editor is told.
"""

import re
from collections.abc import Iterator, Sequence

from yaml.events import ScalarEvent

from synlighed.load.datafile import DataFile
from synlighed.problems import Problem

WORD_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a"
NO_SPACE_AFTER_COLON = re.compile(r"^ *(?:- +)*([A-Za-z_]+):(?!//)(?=[^\s:])")
NO_SPACE_AFTER_DASH = re.compile(r"^ *-(?=[^\s-])")

_DASH = re.compile(r"^ *- ")
# Comments are set off by two spaces, and by one from their own text.
_CUT = re.compile(r" #|\s*#\S")


def is_word_quoted(text: str) -> bool:
    """Whether a text begins with a quotation mark of Word's, which ends it or is never closed."""
    inside = text[1:-1]
    return text[:1] in tuple(WORD_QUOTES) and not any(sign in WORD_QUOTES for sign in inside)


def misread(
    file: DataFile, lines: Sequence[str], event: ScalarEvent, is_root: bool
) -> Iterator[Problem]:
    """What a text without quotes has lost or taken in.

    Args:
        file: The file as the editor has it.
        lines: Its lines as they were read.
        event: The text.
        is_root: Whether it is the whole content of the file.
    """
    start, end = event.start_mark, event.end_mark
    assert start and end
    text = event.value
    if len(text) > 1 and text[0] in WORD_QUOTES and text[-1] in WORD_QUOTES:
        length = end.column - start.column if start.line == end.line else 1
        yield file.problem("F102", start.line + 1, start.column + 1, length)
    for number in range(start.line, min(end.line + 1, len(lines))) if text else ():
        line = lines[number]
        begins_here = number == start.line
        if begins_here and line[: start.column].strip():
            continue
        if found := NO_SPACE_AFTER_DASH.match(line):
            yield file.problem("F122", number + 1, found.end())
        elif not begins_here and _DASH.match(line):
            length = len(line.strip())
            yield file.problem("F126", number + 1, len(line) - len(line.lstrip()) + 1, length)
        elif (is_root or not begins_here) and (found := NO_SPACE_AFTER_COLON.match(line)):
            yield file.problem("F116", number + 1, found.end(), args={"key": found[1]})
    rest = lines[end.line][end.column :] if end.line < len(lines) else ""
    if _CUT.match(rest):
        column = end.column + rest.index("#") + 1
        length = len(lines[end.line].rstrip()) - column + 1
        yield file.problem("A509", end.line + 1, column, length)
