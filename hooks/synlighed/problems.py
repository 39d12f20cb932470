"""A mistake in the data, with its place; and how a list of them is written out.

A `Problem` carries structure only; every word an editor reads comes from `messages`.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from synlighed.danish.numbers import count
from synlighed.danish.words import join_words
from synlighed.messages import MESSAGES

ALLOWED_SHOWN = 12
"""So many allowed values are listed before the rest is counted."""


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
            meant = join_words([f"»{word}«" for word in self.suggestions], "eller")
            lines.append(f"Mente du {meant}?")
        if self.allowed:
            shown = ", ".join(self.allowed[:ALLOWED_SHOWN])
            rest = len(self.allowed) - ALLOWED_SHOWN
            lines.append(f"Tilladt er: {shown}{f' og {rest} andre' if rest > 0 else ''}.")
        if self.hint:
            lines.append(self.hint)
        return tuple(lines)

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The order problems are told in: as one reads the files."""
        return (self.path, self.line, self.column, self.code)


class _Named(dict[str, Any]):
    """Shows a value named in a message on one line, shortened, and never as a format."""

    def __init__(self, args: Mapping[str, Any]) -> None:
        super().__init__({name: _one_line(value) for name, value in args.items()})


def _one_line(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = " ".join("".join(c if c.isprintable() else " " for c in value).split())
    return text if len(text) <= 80 else text[:77] + "..."


def as_text(problems: Iterable[Problem]) -> str:
    """The problems as an editor reads them in a terminal, with the line and a caret under it."""
    problems = sorted(problems, key=lambda problem: problem.order)
    return "\n".join([*map(_block, problems), summary(problems)]) + "\n"


def _block(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path
    lines = [f"{place}  {problem.severity} {problem.code}"]
    if problem.line_text.strip():
        text, caret = _excerpt(problem)
        lines += [f"  {problem.line:>4} | {text}", f"       | {caret}"]
    lines.append(f"  {problem.message}")
    lines += [f"  {line}" for line in problem.help]
    return "\n".join(lines) + "\n"


def _excerpt(problem: Problem, width: int = 100) -> tuple[str, str]:
    """The part of the line around the mistake, printable, with a caret line of the same width."""
    text = "".join(c if c.isprintable() else " " for c in problem.line_text)
    start = max(0, problem.column - 1 - width // 2) if len(text) > width else 0
    shown = text[start : start + width]
    at = max(0, problem.column - 1 - start)
    carets = max(1, min(problem.length, max(1, len(shown) - at)))
    return shown.rstrip(), " " * at + "^" * carets


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
    return (
        json.dumps(
            [
                {
                    "path": problem.path,
                    "line": problem.line,
                    "column": problem.column,
                    "length": problem.length,
                    "severity": "error" if problem.is_error else "warning",
                    "code": problem.code,
                    "message": problem.message,
                    "suggestions": list(problem.suggestions),
                    "allowed": list(problem.allowed),
                    "hint": problem.hint,
                }
                for problem in sorted(problems, key=lambda problem: problem.order)
            ],
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def as_github(problems: Iterable[Problem]) -> str:
    """The problems as workflow commands, which GitHub shows beside the changed lines.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "".join(
        f"::{'error' if problem.is_error else 'warning'} "
        f"file={_github(problem.path, ':,')},line={max(problem.line, 1)},col={problem.column},"
        f"title={problem.code}::{_github(' '.join((problem.message, *problem.help)))}\n"
        for problem in sorted(problems, key=lambda problem: problem.order)
    )


def _github(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def as_gitlab(problems: Iterable[Problem]) -> str:
    """The problems as a Code Quality report, which GitLab shows in a merge request.

    Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    return (
        json.dumps(
            [
                {
                    "description": " ".join((problem.message, *problem.help)),
                    "check_name": problem.code,
                    "fingerprint": f"{problem.code}:{problem.path}:{problem.line}:{problem.column}",
                    "severity": "major" if problem.is_error else "minor",
                    "location": {"path": problem.path, "lines": {"begin": max(problem.line, 1)}},
                }
                for problem in sorted(problems, key=lambda problem: problem.order)
            ],
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}
