"""The first version of a new item's file: what must be known filled in, all the rest explained."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import yaml

from synlighed.danish.dates import format_date
from synlighed.danish.slugs import slugify
from synlighed.danish.words import closest, join_words
from synlighed.load import Loaded
from synlighed.load.datafile import decode
from synlighed.load.items import build
from synlighed.load.nodes import parse
from synlighed.model.declare import Field, fields_of
from synlighed.model.fields import UNKNOWN, Markdown
from synlighed.model.item import Item
from synlighed.model.published import Published
from synlighed.problems import Problem

DATED_BY_US = ("created", "last_reviewed")
"""Nobody need be asked what day it is."""

MADE_BY_US = ("uid",)
"""What somebody must be given, and nobody can make up."""

OPTIONAL = "# Felter med # foran kan udelades. Fjern # for at bruge dem."
MADE_UP = """\
# Alt her er opdigtet. Skriv det rigtige i stedet, og slet så linjen »example: ja«."""

WIDTH = 96


def questions(kind: type[Item]) -> tuple[Field, ...]:
    """What must be asked before an item of a kind can be written, in the order of its file."""
    return tuple(
        field
        for field in _in_file_order(kind)
        if (field.required and not field.part and field.key not in (*DATED_BY_US, *MADE_BY_US))
        or field.key in kind.kind.one_of
    )


def can_be_skipped(kind: type[Item], field: Field, answers: Mapping[str, str]) -> bool:
    """Whether a question needs no answer: another field of those of which one must stand does.

    Args:
        kind: What the item is.
        field: What is asked for.
        answers: What was answered before.
    """
    one_of = kind.kind.one_of
    return is_today(kind, field) or (
        field.key in one_of and (field.key != one_of[-1] or any(answers.get(key) for key in one_of))
    )


def is_today(kind: type[Item], field: Field) -> bool:
    """Whether a day that is not given is the day the item is made: that on which it comes out."""
    return issubclass(kind, Published) and field.key == "date"


def mistakes_in(kind: type[Item], field: Field, answer: str, loaded: Loaded) -> list[Problem]:
    """What is wrong with an answer, as the check would say it of the file."""
    text = f"{field.key}: {_value(field, answer)}\n"
    # What a terminal could not read as text comes as surrogates.
    file, problems = decode(text.encode(errors="surrogateescape"), "svar")
    node, found = parse(file) if file else (None, [])
    problems += found
    if file and node:
        _, found = build(kind, file, node, id="svar", source="svar")
        problems += [problem for problem in found if problem.code != "F201"]
    if field.declared.to and not problems:
        known = sorted(loaded.ids.get(field.declared.to, ()))
        for word in _words(field, answer):
            if word not in known and word.lower() != UNKNOWN.value:
                many = loaded.model[field.declared.to].kind.many
                args = {"value": word, "many": many, "to": field.declared.to}
                args["slug"] = slugify(word) or "ID"
                near = tuple(closest(word, known))
                problems.append(Problem("F301", "svar", args=args, suggestions=near))
    return problems


def draft(kind: type[Item], answers: Mapping[str, str], today: date) -> str:
    """The text of the file.

    Args:
        kind: What the item is.
        answers: What was answered, by the keys of the fields asked for; nothing where a question
            was skipped. What is made by us is among it, where the kind has that.
        today: The day the item is made.
    """
    dated = {*DATED_BY_US, *(field.key for field in fields_of(kind) if is_today(kind, field))}
    given = {key: format_date(today) for key in dated}
    given |= {key: answer for key, answer in answers.items() if answer}
    return _file(kind, OPTIONAL, (_lines(field, given) for field in _in_file_order(kind)))


def example_file(kind: type[Item]) -> str:
    """A file of a kind as the handbook shows it: a made-up item that lacks nothing it must have."""
    examples = {field.key: field.example for field in fields_of(kind)}
    given = {
        field.key: field.example
        for field in fields_of(kind)
        if field.required
        or field.key in ("example", *kind.kind.one_of)
        or (field.key == "sources" and kind.kind.is_sourced)
        or _is_called_for(field, examples)
    }
    lines = (_lines(field, given, whole=True) for field in _in_file_order(kind))
    return _file(kind, f"{MADE_UP}\n{OPTIONAL}", lines)


def _file(kind: type[Item], about: str, lines: Iterable[Iterator[str]]) -> str:
    """The fields of a file under the headings of their sections."""
    blocks = [f"# yaml-language-server: $schema=../schema/{kind.kind.key}.json\n{about}"]
    section = ""
    for field, block in zip(_in_file_order(kind), lines, strict=True):
        if field.declared.section not in ("", section):
            section = field.declared.section
            blocks.append(f"# {section.upper()}")
        blocks.append("\n".join(block))
    return "\n\n".join(blocks) + "\n"


def _in_file_order(kind: type[Item]) -> Iterator[Field]:
    """The name first, then what is the kind's own, then what all kinds have."""
    common = {field.key for field in fields_of(Item)}
    fields = fields_of(kind)
    yield from (field for field in fields if field.key in ("title", "summary"))
    yield from (field for field in fields if field.key not in common)
    yield from (f for f in fields if f.key in common and f.key not in ("title", "summary"))


def _lines(field: Field, answers: Mapping[str, str], *, whole: bool = False) -> Iterator[str]:
    """A field with what it is for: filled in, or behind `#`; `whole` fills in groups as well."""
    yield from _comment(f"{field.label}: {field.help}{_allowed(field)}")
    if field.part and whole and field.key in answers:
        yield from _part(field, behind="")
    elif field.key in answers:
        value = _value(field, answers[field.key])
        yield f"{field.key}:{value}" if value.startswith("\n") else f"{field.key}: {value}"
    elif field.required or (field.can_be_unknown and _is_called_for(field, answers)):
        if field.part:
            yield from _comment(f"Slet »{UNKNOWN.value}«, når du fjerner # fra linjerne under.")
        yield f"{field.key}: {UNKNOWN.value}"
        yield from _part(field)
    elif field.part:
        yield from _part(field)
    elif field.many:
        yield from (f"# {field.key}:", f"#   - {scalar(field.example)}")
    else:
        yield f"# {field.sample}"


def _comment(text: str) -> Iterator[str]:
    for line in textwrap.wrap(text, WIDTH):
        yield f"# {line}"


def _allowed(field: Field) -> str:
    return f" Vælg mellem: {', '.join(field.choices)}." if field.choices else ""


def _is_called_for(field: Field, answers: Mapping[str, str]) -> bool:
    """Whether the answers so far call for a field that may else be left out."""
    needed = field.declared.needed
    return needed is not None and all(
        any(word.strip() in allowed for word in answers.get(key, "").split(","))
        for key, allowed in needed.conditions
    )


def _part(field: Field, behind: str = "# ") -> Iterator[str]:
    """How a group of fields is written out, as comments unless it stands behind nothing."""
    if not field.part:
        return
    others = field.part.only_one[1:]
    yield f"{behind}{field.key}:"
    shown = [inner for inner in fields_of(field.part) if inner.key not in others]
    for number, inner in enumerate(shown):
        start = "  - " if field.many and number == 0 else "    " if field.many else "  "
        yield f"{behind}{start}{inner.sample}"
    if others:
        yield from _comment(
            f"I stedet for »{field.part.only_one[0]}«: {join_words(others, 'eller')}."
        )


def _words(field: Field, answer: str) -> list[str]:
    return [word.strip() for word in answer.split(",")] if field.many else [answer.strip()]


def _value(field: Field, answer: str) -> str:
    """An answer as YAML; several values are given with commas between."""
    if answer.strip().lower() == UNKNOWN.value and field.can_be_unknown:
        return UNKNOWN.value
    if field.type is Markdown:
        return "|\n" + textwrap.indent(answer.strip(), "  ")
    if field.many:
        return "".join(f"\n  - {scalar(word)}" for word in _words(field, answer))
    return scalar(answer)


def scalar(text: str) -> str:
    """Text as a YAML scalar on one line, quoted only where it must be."""
    dumped = yaml.safe_dump(text, allow_unicode=True, width=10_000, default_style=None)
    return str(dumped).removesuffix("...\n").strip()
