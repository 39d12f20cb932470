"""A mistake in the data, with its place; and how a list of them is written out.

A `Problem` carries structure only; every word an editor reads comes from `messages`.
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from synlighed.danish.numbers import count
from synlighed.danish.words import join_words
from synlighed.messages import MESSAGES

ALLOWED_SHOWN = 12
"""So many allowed values are listed before the rest is counted."""

_OURS = frozenset({"condition", "example", "fields", "help", "unknown"})
"""What messages name that we have written ourselves, so it may be long."""


@dataclass(frozen=True)
class Problem:
    """One mistake: what, where, and what could have been meant."""

    code: str
    """A key of `MESSAGES`: F for errors, which stop a build, A for warnings, which do not."""
    path: str
    """The file, as a path the editor can open from where the command was run."""
    line: int = 1
    """Counted from 1; 0 when the problem is the file itself."""
    column: int = 1
    """Counted from 1, in characters."""
    length: int = 1
    """How many characters the mistake covers."""
    line_text: str = ""
    """The line itself."""
    args: Mapping[str, Any] = field(default_factory=dict)
    """What the message names."""
    suggestions: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    """Lines that could be written, under the hint."""

    @property
    def is_error(self) -> bool:
        """Whether the problem stops a build."""
        return self.code.startswith("F")

    @property
    def severity(self) -> str:
        """The severity, in Danish."""
        return "fejl" if self.is_error else "advarsel"

    @property
    def message(self) -> str:
        """What is wrong, in one Danish sentence."""
        return MESSAGES[self.code].text.format_map(_Named(self.args))

    @property
    def hint(self) -> str:
        """How it is mended."""
        return MESSAGES[self.code].hint.format_map(_Named(self.args)).strip()

    @property
    def help(self) -> tuple[str, ...]:
        """What helps mend it: what could have been meant, what is allowed, and how."""
        lines = []
        if self.suggestions:
            meant = join_words([f"»{_one_line(word)}«" for word in self.suggestions], "eller")
            lines.append(f"Mente du {meant}?")
        if self.allowed:
            shown, rest = self.allowed[:ALLOWED_SHOWN], len(self.allowed) - ALLOWED_SHOWN
            more = f" og {count(rest, 'mere', 'andre')}" if rest > 0 else ""
            lines.append(f"Tilladt er: {', '.join(map(_one_line, shown))}{more}.")
        if self.hint:
            lines.append(self.hint)
        return (*lines, *(f"  {example}" for example in self.examples))

    @property
    def excerpt(self) -> str:
        """The line, with its number, and under it a caret at the mistake."""
        if not self.line_text.strip():
            return ""
        text, caret = _excerpt(self)
        number = f"{self.line:>4}"
        return f"{number} | {text}\n{' ' * len(number)} | {caret}"

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The order problems are told in: as one reads the files."""
        return (self.path, self.line, self.column, self.code)


class _Named(dict[str, Any]):
    """Shows a value named in a message on one line, shortened, and never as a format."""

    def __init__(self, args: Mapping[str, Any]) -> None:
        super().__init__({name: _told(name, value) for name, value in args.items()})


def _told(name: str, value: Any) -> Any:
    if isinstance(value, tuple):
        return join_words([_one_line(word) for word in value])
    if not isinstance(value, str):
        return value
    return _one_line(value, longest=400 if name in _OURS else 80)


def _one_line(text: str, longest: int = 80) -> str:
    text = " ".join(_blanked(text[:1000]).split())
    return text if len(text) <= longest else text[: longest - 3] + "..."


def _blanked(text: str) -> str:
    """The text with a space for each character that cannot be seen, or that turns the text."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


def escaped(path: str) -> str:
    """A path that is safe to print: what cannot be seen in it is spelt out."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in path
    )


def as_text(problems: Iterable[Problem]) -> str:
    """The problems as an editor reads them in a terminal, with the line and a caret under it."""
    problems = sorted(problems, key=lambda problem: problem.order)
    return _told_in_full(problems, problems)


def errors_as_text(problems: Iterable[Problem]) -> str:
    """The same with the errors alone, which many warnings would hide; all are counted."""
    problems = sorted(problems, key=lambda problem: problem.order)
    return _told_in_full([problem for problem in problems if problem.is_error], problems)


def _told_in_full(shown: Iterable[Problem], counted: Iterable[Problem]) -> str:
    return "\n".join([*map(_block, shown), summary(counted)]) + "\n"


def _block(problem: Problem) -> str:
    place = escaped(problem.path)
    if problem.line:
        place += f":{problem.line}:{problem.column}"
    lines = [f"{place}  {problem.severity} {problem.code}"]
    lines += [f"  {line}" for line in problem.excerpt.splitlines()]
    lines.append(f"  {problem.message}")
    lines += [f"  {line}" for line in problem.help]
    return "\n".join(lines) + "\n"


def _excerpt(problem: Problem, width: int = 100) -> tuple[str, str]:
    """The part of the line around the mistake, printable, with a caret line of the same width."""
    text, at = problem.line_text, problem.column - 1
    if len(text) > width:
        start = max(0, at - width // 2)
        before, after = "…" * (start > 0), "…" * (start + width < len(text))
        text, at = f"{before}{text[start : start + width]}{after}", at - start + len(before)
    shown = _blanked(text)
    carets = _columns(shown[at : at + problem.length])
    return shown.rstrip(), " " * _columns(shown[:at]) + "^" * max(1, carets)


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def _json(document: object) -> str:
    """JSON that can be read, and in which what cannot be seen is spelt out."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    if not text.replace("\n", "").isprintable():
        text = "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)
    return f"{text}\n"


def summary(problems: Iterable[Problem]) -> str:
    """The last line of a check: how many of each, or that there are none."""
    problems = list(problems)
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    told = [count(errors, "fejl", "fejl")] if errors else ["Ingen fejl"]
    if warnings:
        told.append(count(warnings, "advarsel", "advarsler"))
    return " og ".join(told) + "."


def as_json(problems: Iterable[Problem]) -> str:
    """The problems as a JSON array, for other programs."""
    return _json(
        [
            {
                "path": escaped(problem.path),
                "line": problem.line,
                "column": problem.column,
                "length": problem.length,
                "severity": "error" if problem.is_error else "warning",
                "code": problem.code,
                "message": problem.message,
                "suggestions": list(problem.suggestions),
                "allowed": list(problem.allowed),
                "hint": problem.hint,
                "examples": list(problem.examples),
            }
            for problem in sorted(problems, key=lambda problem: problem.order)
        ]
    )


def as_github(problems: Iterable[Problem]) -> str:
    """The problems as workflow commands, which GitHub shows beside the changed lines.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "".join(
        f"::{'error' if problem.is_error else 'warning'} "
        f"file={_github(escaped(problem.path), ':,')},"
        f"line={max(problem.line, 1)},col={problem.column},"
        f"title={problem.code}::{_github(' '.join((problem.message, *problem.help)))}\n"
        for problem in sorted(problems, key=lambda problem: problem.order)
    )


def _github(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def as_gitlab(problems: Iterable[Problem]) -> str:
    """The problems as a Code Quality report, which GitLab shows in a merge request.

    A fingerprint tells a mistake from every other, and stays when lines are added above it.
    Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    seen: Counter[str] = Counter()
    report = []
    for problem in sorted(problems, key=lambda problem: problem.order):
        what = f"{problem.code}\0{problem.path}\0{problem.message}"
        seen[what] += 1
        known_by = f"{what}\0{seen[what]}".encode(errors="backslashreplace")
        report.append(
            {
                "description": " ".join((problem.message, *problem.help)),
                "check_name": problem.code,
                "fingerprint": sha256(known_by).hexdigest(),
                "severity": "major" if problem.is_error else "minor",
                "location": {
                    "path": escaped(problem.path),
                    "lines": {"begin": max(problem.line, 1)},
                },
            }
        )
    return _json(report)


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}
