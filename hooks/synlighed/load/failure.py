"""The place where libyaml gave up, and the lines around it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import yaml
from yaml.events import Event

from synlighed.load.datafile import DataFile
from synlighed.problems import Problem

_PREFIX = re.compile(r"^ *(?:- +)*(?:[^:]*?: +)?")


@dataclass(frozen=True)
class Finding:
    """One mistake, and the lines as they were probably meant, by their number."""

    problem: Problem
    mended: Mapping[int, str] = field(default_factory=dict)


class Failure:
    """Where libyaml gave up: the place it noticed, and the place where that began."""

    def __init__(
        self,
        file: DataFile,
        lines: Sequence[str],
        error: yaml.MarkedYAMLError,
        last: Event | None,
    ) -> None:
        self.file, self.lines, self.last = file, lines, last
        mark = error.problem_mark or error.context_mark
        begun = error.context_mark or mark
        assert mark and begun
        self.line, self.column = mark.line + 1, mark.column + 1
        self.begun_line, self.begun_column = begun.line + 1, begun.column + 1
        self.about_start = "document start" in (error.problem or "")

    def text(self, line: int) -> str:
        """A line, counted from 1; empty beyond the end."""
        return self.lines[line - 1] if line <= len(self.lines) else ""

    def found(
        self,
        code: str,
        line: int,
        column: int = 0,
        *,
        mended: Mapping[int, str] | None = None,
        **args: object,
    ) -> Finding:
        """A finding; without a column it is about the whole line."""
        while line > 1 and not self.text(line).strip():
            line, column = line - 1, 0
        text = self.text(line)
        length = 1
        if not column:
            column = len(text) - len(text.lstrip()) + 1
            length = max(1, len(text.strip()))
        return Finding(self.file.problem(code, line, column, length, args=args), mended or {})

    def quoted(self, line: int, start: int | None = None) -> Mapping[int, str]:
        """The line with its value in quotes."""
        text = self.text(line)
        at = value_start(text) if start is None else start
        value = text[at:].rstrip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        value = value.replace("\\", "\\\\").replace('"', '\\"')
        return {line: f'{text[:at]}"{value}"'}

    def quoted_from(self, line: int, column: int) -> Mapping[int, str] | None:
        """The line with its value in quotes, if that is what begins at the column."""
        return self.quoted(line) if value_start(self.text(line)) == column - 1 else None


def value_start(text: str) -> int:
    """Where the value begins on a line, after dashes and the name of the field."""
    found = _PREFIX.match(text)
    return found.end() if found else 0


def indent(text: str) -> int:
    """How many spaces a line begins with."""
    return len(text) - len(text.lstrip(" "))
