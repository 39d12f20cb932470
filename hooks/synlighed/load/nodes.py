"""YAML text to nodes with positions.

Our own composer over libyaml's events, because composing is where YAML is dangerous: it recurses
(100,000 brackets crash the interpreter), it expands aliases (a kilobyte becomes gigabytes), it
keeps the last of two equal keys without a word, and its tags name Python objects. This one walks
the events with a stack of its own and keeps every scalar as the text that stands in the file.
"""

import re
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

from synlighed.load.datafile import INVISIBLE, DataFile, name_of
from synlighed.load.misread import WORD_QUOTES, misread
from synlighed.load.syntax import diagnose
from synlighed.model.relation import Place
from synlighed.problems import Problem

DEEPEST = 64
"""Levels. The deepest kind has four."""

PROBLEMS_SHOWN = 20
"""A file gone wrong everywhere is told of this often; the rest would only hide the start."""


@dataclass(slots=True)
class Scalar:
    """A value as the text that stands in the file."""

    text: str
    line: int
    column: int
    length: int
    last_line: int


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

    A line that cannot be read is told of, and read as it was probably meant, so that the rest of
    the file is checked too.

    Returns:
        The mapping, unless the file cannot be read as one; and every mistake found on the way.
    """
    if not file.text.strip():
        return None, [Problem("F014", file.path, line=0)]
    hopeless = [*_tabs(file), *_conflicts(file)]
    if hopeless:
        return None, hopeless
    lines = file.lines
    told: list[Problem] = []
    mended: set[int] = set()
    while True:
        composer = _Composer(file, lines)
        try:
            result = composer.run()
        except (yaml.YAMLError, UnicodeEncodeError):
            # A sign that files do not hold, such as what a terminal sends for an arrow.
            return None, [*told, file.problem("F105", 1)]
        found = [problem for problem in composer.problems if problem.line not in mended]
        if not composer.failure:
            return result, [*told, *found]
        finding = diagnose(file, lines, composer.failure, composer.last)
        if finding.problem.line not in mended:
            told.append(finding.problem)
        if not finding.mended or mended & finding.mended.keys() or len(told) > PROBLEMS_SHOWN:
            return None, told
        mended.update(finding.mended)
        lines = [finding.mended.get(number, line) for number, line in enumerate(lines, 1)]


def find(node: Node, place: Place) -> Scalar | Sequence | Mapping:
    """The node at a place, or the nearest one above it that stands in the file."""
    for step in place:
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)][1]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node


def find_key(node: Node, place: Place) -> Scalar | Sequence | Mapping:
    """The name of the field at a place, where it has one; else the node itself."""
    parent = find(node, place[:-1])
    if place and isinstance(parent, Mapping) and place[-1] in parent.entries:
        return parent.entries[str(place[-1])][0]
    return find(node, place)


class _GaveUp(Exception):
    """The file cannot be followed any further; the problem is noted."""


class _Composer:
    """Builds nodes from events, level by level."""

    def __init__(self, file: DataFile, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.text = file.text if lines is file.lines else "\n".join(lines)
        self.may_be_cut = " #" in self.text or "\t#" in self.text
        self.last: Event | None = None
        self.failure: yaml.MarkedYAMLError | None = None
        self.problems: list[Problem] = []
        self.open: list[Sequence | Mapping] = []
        self.keys: list[Scalar | None] = []
        self.root: Node | None = None
        self.documents = 0

    def run(self) -> Mapping | None:
        parser = yaml.CSafeLoader(self.text)
        try:
            while (event := parser.get_event()) is not None:
                self.take(event)
                self.last = event
        except yaml.MarkedYAMLError as error:
            self.failure = error
        except _GaveUp:
            return None
        finally:
            parser.dispose()
        return None if self.failure else self.result()

    def take(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            if event.tag or event.anchor:
                self.note_marks(event)
            self.add(self.scalar(event))
        elif isinstance(event, CollectionStartEvent):
            self.start(event)
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self.open.pop()
            self.keys.pop()
        elif isinstance(event, AliasEvent):
            self.note("F109", event)
            line, column = _at(event)
            self.add(Scalar("*", line, column, 1, line))
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.note("F111", event, args={"mark": "---"})
                raise _GaveUp

    def start(self, event: CollectionStartEvent) -> None:
        self.note_marks(event)
        if len(self.open) >= DEEPEST:
            self.note("F108", event, args={"limit": DEEPEST})
            raise _GaveUp
        line, column = _at(event)
        node = (Mapping if isinstance(event, MappingStartEvent) else Sequence)(line, column)
        self.add(node)
        self.open.append(node)
        self.keys.append(None)

    def scalar(self, event: ScalarEvent) -> Scalar:
        start, end = event.start_mark, event.end_mark
        assert start and end
        is_one_line = end.line == start.line
        if not event.style and (not is_one_line or self.may_be_cut or event.value[:1] in _TELLING):
            self.problems += misread(self.file, self.lines, event, not self.open)
        elif event.style == '"' and (hidden := INVISIBLE.search(event.value)):
            self.note("F115", event, args={"name": name_of(hidden[0])})
        length = max(end.column - start.column, 1) if is_one_line else 1
        return Scalar(event.value, start.line + 1, start.column + 1, length, end.line + 1)

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

    def note_marks(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.tag:
            line, column = _at(event)
            written = _TAG.search(self.lines[line - 1], column - 1)
            self.note("F110", event, args={"tag": written[0] if written else "!"})
        if event.anchor:
            self.note("F109", event)

    def note(self, code: str, event: Event, args: dict[str, object] | None = None) -> None:
        self.problems.append(self.file.problem(code, *_at(event), args=args or {}))

    def result(self) -> Mapping | None:
        if isinstance(self.root, Mapping):
            return self.root
        if self.root is None or (isinstance(self.root, Scalar) and not self.root.text):
            self.problems.append(Problem("F014", self.file.path, line=0))
        elif not any(problem.is_error for problem in self.problems):
            found = "en liste" if isinstance(self.root, Sequence) else "kun en tekst"
            args = {"found": found}
            self.problems.append(
                self.file.problem("F112", self.root.line, self.root.column, args=args)
            )
        return None


_TAG = re.compile(r"![^\s,\[\]{}]*")
# A text without quotes that begins with one of these may be read otherwise than it looks.
_TELLING = (*WORD_QUOTES, "-")


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


def _conflicts(file: DataFile) -> Iterator[Problem]:
    if "<<<<<<< " in file.text:
        for number, line in enumerate(file.lines, 1):
            if line.startswith("<<<<<<< "):
                yield file.problem("F124", number, 1, len(line))
