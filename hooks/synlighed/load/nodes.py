"""YAML text to nodes with positions.

Our own composer over libyaml's events, because composing is where YAML is dangerous: it recurses
(100,000 brackets crash the interpreter), it expands aliases (a kilobyte becomes gigabytes), it
keeps the last of two equal keys without a word, and its tags name Python objects. This one walks
the events with a stack of its own and keeps every scalar as the text that stands in the file.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from synlighed.load.datafile import DataFile
from synlighed.problems import Problem

DEEPEST = 64
"""Levels. The deepest kind has four."""

PROBLEMS_SHOWN = 20
"""A file gone wrong everywhere is told of this often; the rest would only hide the start."""


@dataclass(slots=True)
class Scalar:
    """A value as it stands in the file; `plain` when nothing is quoted."""

    text: str
    line: int
    column: int
    length: int
    plain: bool


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Fields by their names, in the order they stand."""

    line: int
    column: int
    entries: dict[str, tuple[Scalar, "Node"]] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def parse(file: DataFile) -> tuple[Mapping | None, list[Problem]]:
    """Parses a file that should hold one mapping.

    Returns:
        The mapping, unless the file cannot be read as one; and every mistake found on the way.
    """
    if not file.text.strip():
        return None, [Problem("F014", file.path, line=0)]
    tabs = list(_tabs(file))
    if tabs:
        return None, tabs
    composer = _Composer(file)
    try:
        composer.run()
    except yaml.MarkedYAMLError as error:
        composer.problems.append(_syntax(file, error))
    except yaml.YAMLError:
        composer.problems.append(file.problem("F105", 1))
    except _GaveUp:
        pass
    else:
        return composer.result(), composer.problems[:PROBLEMS_SHOWN]
    return None, composer.problems[:PROBLEMS_SHOWN]


class _GaveUp(Exception):
    """The file cannot be followed any further; the problem is noted."""


class _Composer:
    """Builds nodes from events, level by level."""

    def __init__(self, file: DataFile) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.open: list[Sequence | Mapping] = []
        self.keys: list[Scalar | None] = []
        self.root: Node | None = None
        self.documents = 0

    def run(self) -> None:
        parser = yaml.CSafeLoader(self.file.text)
        try:
            while (event := parser.get_event()) is not None:
                self.take(event)
        finally:
            parser.dispose()

    def take(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            if event.tag:
                self.note("F110", event, args={"tag": event.tag})
            if event.anchor:
                self.note("F109", event)
            self.add(self.scalar(event))
        elif isinstance(event, CollectionStartEvent):
            self.start(event)
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self.open.pop()
            self.keys.pop()
        elif isinstance(event, AliasEvent):
            self.note("F109", event)
            self.add(Scalar("*", *_at(event), 1, False))
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.note("F111", event)
                raise _GaveUp

    def start(self, event: CollectionStartEvent) -> None:
        if event.tag:
            self.note("F110", event, args={"tag": event.tag})
        if event.anchor:
            self.note("F109", event)
        if len(self.open) >= DEEPEST:
            self.note("F108", event, args={"limit": DEEPEST})
            raise _GaveUp
        line, column = _at(event)
        node = (Mapping if isinstance(event, MappingStartEvent) else Sequence)(line, column)
        self.add(node)
        self.open.append(node)
        self.keys.append(None)

    def scalar(self, event: ScalarEvent) -> Scalar:
        line, column = _at(event)
        start, end = event.start_mark, event.end_mark
        assert start and end
        length = end.column - start.column if end.line == start.line else 1
        text = event.value
        plain = event.style is None
        if plain and len(text) > 1 and text[0] in _WORD_QUOTES and text[-1] in _WORD_QUOTES:
            self.problems.append(self.file.problem("F102", line, column, max(length, 1)))
        return Scalar(text, line, column, max(length, 1), plain)

    def add(self, node: Node) -> None:
        """Puts a node where the events say: as a value, as a key, or as the root."""
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self.keys[-1] is None:
            self.keys[-1] = self.key(node)
        else:
            key = self.keys[-1]
            self.keys[-1] = None
            first = parent.entries.get(key.text)
            if first:
                args = {"key": key.text, "first": first[0].line}
                self.problems.append(
                    self.file.problem("F113", key.line, key.column, key.length, args=args)
                )
            else:
                parent.entries[sys.intern(key.text)] = (key, node)

    def key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and node.text:
            return node
        self.problems.append(self.file.problem("F114", node.line, node.column))
        raise _GaveUp

    def note(self, code: str, event: Event, args: dict[str, object] | None = None) -> None:
        self.problems.append(self.file.problem(code, *_at(event), args=args or {}))

    def result(self) -> Mapping | None:
        if isinstance(self.root, Mapping):
            return self.root
        if self.root is None:
            self.problems.append(Problem("F014", self.file.path, line=0))
        else:
            found = "en liste" if isinstance(self.root, Sequence) else "bare en tekst"
            args = {"found": found}
            self.problems.append(
                self.file.problem("F112", self.root.line, self.root.column, args=args)
            )
        return None


_WORD_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a"


def _at(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    assert mark
    return mark.line + 1, mark.column + 1


def _tabs(file: DataFile) -> Iterator[Problem]:
    if "\t" in file.text:
        for number, line in enumerate(file.lines, 1):
            indent = line[: len(line) - len(line.lstrip())]
            if "\t" in indent and line.strip():
                yield file.problem("F101", number, indent.index("\t") + 1)


def _syntax(file: DataFile, error: yaml.MarkedYAMLError) -> Problem:
    """What libyaml says in English, as one of our messages."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = f"{error.context or ''} {error.problem or ''}"
    text = file.line(line)
    if "mapping values are not allowed" in said:
        return file.problem("F104", line, column, args={"key": text.split(":")[0].strip(" -")})
    if "cannot start any token" in said:
        return file.problem("F107", line, column, args={"character": text[column - 1 : column]})
    if "anchor" in said or "alias" in said:
        return file.problem("F109", line, column)
    if "tag" in said:
        return file.problem("F110", line, column, args={"tag": "!"})
    if "end of stream" in said or "quoted scalar" in said or "flow" in said:
        opened = error.context_mark or mark
        if opened:
            line, column = opened.line + 1, opened.column + 1
        return file.problem("F106", line, column)
    while line > 1 and not file.line(line).strip():
        line, column = line - 1, 1
    return file.problem("F105", line, column)
