"""What was read from a data folder: items with their places, and what was wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from synlighed.calendar.slots import Slot, slots_of
from synlighed.downloads import Download
from synlighed.load.datafile import DataFile
from synlighed.load.nodes import Mapping as MappingNode
from synlighed.load.nodes import Node, Scalar, find, find_key, parse
from synlighed.model import Model
from synlighed.model.events import Event
from synlighed.model.item import Item
from synlighed.model.relation import Place
from synlighed.model.site import Site
from synlighed.model.synonyms import Synonyms
from synlighed.model.values import Value, unique_values_of, values_of
from synlighed.pictures import Picture
from synlighed.problems import Problem


@dataclass(frozen=True, eq=False)
class LoadedItem:
    """An item and where it was read.

    Its nodes and values are not kept, since they take more room than all the rest: the nodes are
    needed only when something is wrong with it, the values only while rules go through it.
    """

    item: Item
    file: DataFile

    @property
    def values(self) -> tuple[Value, ...]:
        """Every single value of the item."""
        return _values(self)

    @cached_property
    def unique_values(self) -> tuple[Value, ...]:
        """Those that no other item of the kind may have."""
        return tuple(unique_values_of(self.item))

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every time of an event; made once, since a series can have hundreds."""
        return slots_of(self.item) if isinstance(self.item, Event) else ()

    def problem(
        self, code: str, place: Place, *, key: bool = False, within: str = "", **about: object
    ) -> Problem:
        """A problem at a place in the item.

        Args:
            code: Which problem.
            place: The way to the value it is about.
            key: Whether to point at the field's name instead of its value.
            within: The words inside a long text to point at.
            about: What else `Problem` takes.
        """
        node = _node(self.file)
        at = find_key(node, place) if key else find(node, place)
        if within and isinstance(at, Scalar):
            words = _whole(within)
            for number in range(at.line, at.last_line + 1):
                start = at.column - 1 if number == at.line else 0
                if found := words.search(self.file.line(number), start):
                    column = found.start() + 1
                    return self.file.problem(code, number, column, len(within), **about)
        return _problem(self.file, at, code, **about)


@dataclass(frozen=True)
class LoadedSynonyms:
    """The synonyms and where they were read."""

    groups: tuple[tuple[str, ...], ...]
    file: DataFile

    @classmethod
    def of(cls, synonyms: Synonyms, file: DataFile) -> "LoadedSynonyms":
        """What was read of a file, also when that is not all."""
        return cls(synonyms.groups or (), file)

    def problem(self, code: str, place: Place, **about: object) -> Problem:
        """A problem at a place in the file."""
        return _problem(self.file, find(_node(self.file), place), code, **about)

    def line(self, place: Place) -> int:
        """The line of a place, counted from 1."""
        return find(_node(self.file), place).line


def _problem(file: DataFile, at: Node, code: str, **about: object) -> Problem:
    length = at.length if isinstance(at, Scalar) else 1
    return file.problem(code, at.line, at.column, length, **about)


def _whole(words: str) -> re.Pattern[str]:
    """Finds the words, but not as a piece of other words."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return re.compile(before + re.escape(words) + after)


@lru_cache(maxsize=1)
def _values(entry: LoadedItem) -> tuple[Value, ...]:
    """The values of an item; one rule after the other goes through them."""
    return tuple(values_of(entry.item))


@lru_cache(maxsize=1)
def _node(file: DataFile) -> MappingNode:
    """The nodes of a file that was read before; an item seldom has one problem only."""
    node, _ = parse(file)
    assert node
    return node


@dataclass(frozen=True)
class Loaded:
    """Everything that could be read, and everything that could not."""

    model: Model
    site: Site | None
    known_site: Site | None
    """The site, also when it has mistakes; then the fields they are in are `None`."""
    site_file: DataFile | None
    synonyms: LoadedSynonyms | None
    """What means the same in a search; `None` when nobody has said."""
    items: tuple[LoadedItem, ...]
    partial: tuple[LoadedItem, ...]
    """The items that have mistakes; the fields they are in are `None`."""
    ids: Mapping[str, frozenset[str]]
    """The ids that have a file, of every kind, readable or not."""
    absent: Mapping[str, str]
    """The kinds that have no folder, and where it would be."""
    unread: frozenset[str]
    """The kinds whose folder is there, but cannot be read; nothing is known of their ids."""
    files: tuple[DataFile, ...]
    """Every file that could be read as text."""
    pictures: Mapping[str, Picture]
    """The pictures, by their names."""
    downloads: Mapping[str, Download]
    """The files that readers may take home, by their names."""
    refused_files: frozenset[str]
    """The names of pictures and files that are there and cannot be published."""
    problems: tuple[Problem, ...]

    @cached_property
    def all_items(self) -> tuple[LoadedItem, ...]:
        """The items, with and without mistakes."""
        return (*self.items, *self.partial)

    def site_problem(self, code: str, place: Place, **about: object) -> Problem:
        """A problem at a place in `site.yml`."""
        assert self.site_file
        return _problem(self.site_file, find(_node(self.site_file), place), code, **about)
