"""Reads a whole data folder: `site.yml`, then a folder for each kind, with a file for each item."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from synlighed.danish.slugs import slugify
from synlighed.danish.words import closest
from synlighed.load.datafile import DataFile, read
from synlighed.load.items import build, find, find_key
from synlighed.load.nodes import Mapping as MappingNode
from synlighed.load.nodes import Scalar, parse
from synlighed.model import Model
from synlighed.model.declare import fields_of
from synlighed.model.fields import SLUG
from synlighed.model.item import Item
from synlighed.model.relation import Place
from synlighed.model.site import Site
from synlighed.model.values import Value, values_of
from synlighed.problems import Problem

SITE = "site.yml"
SCHEMAS = "schema"
"""The folder of generated schemas, beside the folders of the kinds."""

RESERVED = frozenset({"index", "side"})
"""Ids that are parts of addresses themselves; the facets of a kind are added to them."""

_ID = re.compile(SLUG)


@dataclass(frozen=True, eq=False)
class LoadedItem:
    """An item and where it was read.

    The nodes are not kept: they are five times the item, and are needed only when something is
    wrong with it.
    """

    item: Item
    file: DataFile

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """Every single value of the item; made once, since most rules go through them."""
        return tuple(values_of(self.item))

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
        node, _ = parse(self.file)
        assert node
        at = (find_key if key else find)(node, place)
        length = at.length if isinstance(at, Scalar) else 1
        if within:
            for number in range(at.line, len(self.file.lines) + 1):
                start = at.column - 1 if number == at.line else 0
                column = self.file.line(number).find(within, start) + 1
                if column:
                    return self.file.problem(code, number, column, len(within), **about)
        return self.file.problem(code, at.line, at.column, length, **about)


@dataclass(frozen=True)
class Loaded:
    """Everything that could be read, and everything that could not."""

    model: Model
    site: Site | None
    site_file: DataFile | None
    site_node: MappingNode | None
    items: tuple[LoadedItem, ...]
    ids: Mapping[str, frozenset[str]]
    """The ids that have a file, of every kind, readable or not."""
    problems: tuple[Problem, ...]

    def site_problem(self, code: str, place: Place, **about: object) -> Problem:
        """A problem at a place in `site.yml`."""
        assert self.site_file and self.site_node
        at = find(self.site_node, place)
        length = at.length if isinstance(at, Scalar) else 1
        return self.site_file.problem(code, at.line, at.column, length, **about)


def load(data: Path, model: Model, *, shown_as: str | None = None) -> Loaded:
    """Reads the folder `data`, without ever stopping at a mistake.

    Args:
        data: The folder.
        model: The kinds to look for.
        shown_as: What problems and edit links call the folder; its own path by default.
    """
    shown = shown_as if shown_as is not None else data.as_posix()
    if not data.is_dir():
        problem = Problem("F012", shown, line=0, args={"name": shown})
        return Loaded(model, None, None, None, (), {}, (problem,))
    problems = list(_strangers(data, shown, model))
    site, site_file, site_node = _load_site(data, shown, problems)
    items: list[LoadedItem] = []
    ids: dict[str, frozenset[str]] = {}
    for kind in model:
        folder = data / kind.kind.key
        files = list(_files(folder, f"{shown}/{kind.kind.key}", kind, problems))
        ids[kind.kind.key] = frozenset(file.stem for file, _ in files)
        for file, path in files:
            loaded = _load_item(file, path, kind, problems)
            if loaded:
                items.append(loaded)
    return Loaded(model, site, site_file, site_node, tuple(items), ids, tuple(problems))


def reserved_ids(kind: type[Item]) -> frozenset[str]:
    """The words that an item of a kind cannot have as id, since they are addresses already."""
    facets = {slugify(field.label) for field in fields_of(kind) if field.declared.facet}
    return RESERVED | facets


def _load_site(
    data: Path, shown: str, problems: list[Problem]
) -> tuple[Site | None, DataFile | None, MappingNode | None]:
    path = f"{shown}/{SITE}"
    if not (data / SITE).is_file():
        problems.append(Problem("F012", path, line=0, args={"name": path}))
        return None, None, None
    file, node = _parse(data / SITE, path, problems)
    if not file or not node:
        return None, None, None
    site, found = build(Site, file, node, source=path)
    problems += found
    return site, file, node


def _load_item(
    file: Path, path: str, kind: type[Item], problems: list[Problem]
) -> LoadedItem | None:
    text, node = _parse(file, path, problems)
    if not text or not node:
        return None
    item, found = build(kind, text, node, id=file.stem, source=path)
    problems += found
    return LoadedItem(item, text) if item else None


def _parse(
    file: Path, path: str, problems: list[Problem]
) -> tuple[DataFile | None, MappingNode | None]:
    text, found = read(file, path)
    problems += found
    if not text:
        return None, None
    node, found = parse(text)
    problems += found
    return text, node


def _strangers(data: Path, shown: str, model: Model) -> Iterator[Problem]:
    """What lies in the data folder and belongs to no kind."""
    keys = [kind.kind.key for kind in model]
    for entry in _entries(data):
        path = f"{shown}/{entry.name}"
        if entry.is_dir() and entry.name not in (*keys, SCHEMAS):
            near = tuple(closest(entry.name, keys))
            allowed = () if near else tuple(keys)
            args = {"name": entry.name}
            yield Problem("F007", path, line=0, args=args, suggestions=near, allowed=allowed)
        elif entry.is_symlink() and entry.is_dir():
            yield Problem("F008", path, line=0)
        elif entry.is_file() and entry.suffix in (".yml", ".yaml") and entry.name != SITE:
            yield Problem("F006", path, line=0, args={"name": entry.name})


def _files(
    folder: Path, shown: str, kind: type[Item], problems: list[Problem]
) -> Iterator[tuple[Path, str]]:
    """The data files of a kind's folder, by name; whatever else lies there is a problem."""
    if not folder.is_dir() or folder.is_symlink():
        return
    taken: dict[str, str] = {}
    for file in _entries(folder):
        path = f"{shown}/{file.name}"
        found = _misplaced(file, path, kind, taken)
        if found:
            problems.append(found)
        else:
            yield file, path


def _misplaced(file: Path, path: str, kind: type[Item], taken: dict[str, str]) -> Problem | None:
    name = file.stem
    if file.is_symlink():
        return Problem("F008", path, line=0)
    if file.is_dir():
        return Problem("F013", path, line=0)
    if file.suffix.lower() in (".yml", ".yaml"):
        other = taken.setdefault(name.casefold(), file.name)
        if other != file.name:
            return Problem("F011", path, line=0, args={"name": file.name, "other": other})
    if file.suffix != ".yml":
        if file.suffix.lower() in (".yml", ".yaml"):
            args = {"ending": file.suffix, "stem": name}
            return Problem("F005", path, line=0, args=args)
        return Problem("F006", path, line=0, args={"name": file.name})
    if not _ID.match(name) or name != name.strip():
        near = tuple(filter(None, [slugify(name)]))
        return Problem("F009", path, line=0, args={"name": name}, suggestions=near)
    if name in reserved_ids(kind):
        return Problem("F010", path, line=0, args={"name": name})
    return None


def _entries(folder: Path) -> list[Path]:
    """What lies in a folder, in a fixed order, without what systems and editors hide there."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return []
    return [entry for entry in entries if entry.name[0] != "." and entry.name[-1] != "~"]
