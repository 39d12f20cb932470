"""Reads a whole data folder: `site.yml`, then a folder for each kind, with a file for each item."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from synlighed.danish.slugs import slugify
from synlighed.danish.words import closest
from synlighed.load.datafile import DataFile, read, reason
from synlighed.load.items import build, salvage
from synlighed.load.loaded import Loaded, LoadedItem
from synlighed.load.nodes import Mapping, parse
from synlighed.model import Model
from synlighed.model.declare import fields_of
from synlighed.model.fields import SLUG
from synlighed.model.item import Item
from synlighed.model.site import Site
from synlighed.problems import Problem

SITE = "site.yml"
SCHEMAS = "schema"
"""The folder of generated schemas, beside the folders of the kinds."""

RESERVED = frozenset({"index", "side"})
"""Ids that are parts of addresses themselves; the facets of a kind are added to them."""

_ENDINGS = (".yml", ".yaml")
_ID = re.compile(SLUG)
# What systems and editors leave behind.
_LITTER = re.compile(r"\.|~|.*~$|thumbs\.db$|desktop\.ini$", re.IGNORECASE | re.DOTALL)


def load(data: Path, model: Model, *, shown_as: str | None = None) -> Loaded:
    """Reads the folder `data`, without ever stopping at a mistake.

    Args:
        data: The folder.
        model: The kinds to look for.
        shown_as: What problems and edit links call the folder; its own path by default.
    """
    reading = _Reading(model, data, shown_as if shown_as is not None else data.as_posix())
    if os.path.isdir(data):  # noqa: PTH112 - Path.is_dir raises where one may not look
        reading.read_top()
        reading.read_site()
        for kind in model:
            reading.read_kind(kind)
    else:
        reading.tell("F015", reading.shown, name=reading.shown)
    return reading.result()


def reserved_ids(kind: type[Item]) -> frozenset[str]:
    """The words that an item of a kind cannot have as id, since they are addresses already."""
    facets = {slugify(field.label) for field in fields_of(kind) if field.declared.facet}
    return RESERVED | facets


class _Reading:
    """A data folder while it is read."""

    def __init__(self, model: Model, data: Path, shown: str) -> None:
        self.model, self.data, self.shown = model, data, shown
        self.problems: list[Problem] = []
        self.site: Site | None = None
        self.known_site: Site | None = None
        self.site_file: DataFile | None = None
        self.site_is_told = False
        self.items: list[LoadedItem] = []
        self.partial: list[LoadedItem] = []
        self.ids: dict[str, frozenset[str]] = {kind.kind.key: frozenset() for kind in model}
        self.unread: set[str] = set()
        self.absent: dict[str, str] = {}
        self.files: list[DataFile] = []

    def tell(self, code: str, path: str, *suggestions: str, **args: object) -> None:
        self.problems.append(Problem(code, path, line=0, args=args, suggestions=suggestions))

    def result(self) -> Loaded:
        return Loaded(
            model=self.model,
            site=self.site,
            known_site=self.known_site,
            site_file=self.site_file if self.known_site else None,
            items=tuple(self.items),
            partial=tuple(self.partial),
            ids=self.ids,
            absent=self.absent,
            unread=frozenset(self.unread),
            files=tuple(self.files),
            problems=tuple(self.problems),
        )

    def entries(self, folder: Path, shown: str) -> list[os.DirEntry[str]] | None:
        """What lies in a folder, in a fixed order; `None` when it cannot be said."""
        try:
            with os.scandir(folder) as entries:
                found = [entry for entry in entries if not _LITTER.match(entry.name)]
        except OSError as error:
            self.tell("F001", shown, reason=reason(error))
            return None
        return sorted(found, key=lambda entry: entry.name)

    def read_top(self) -> None:
        """The data folder itself: a folder for each kind, and `site.yml`."""
        keys = [kind.kind.key for kind in self.model]
        entries = self.entries(self.data, self.shown)
        self.absent = {key: f"{self.shown}/{key}" for key in keys}
        if entries is None:
            self.site_is_told = True
            self.unread.update(keys)
        for entry in entries or ():
            name, path = entry.name, f"{self.shown}/{entry.name}"
            stem, ending = os.path.splitext(name)  # noqa: PTH122 - it is a name, not a path
            is_folder = entry.is_dir(follow_symlinks=False)
            ours = name in (*keys, SCHEMAS)
            self.absent.pop(name, None)
            if entry.is_symlink() and (ours or name == SITE):
                self.tell("F008", path, name=name)
                self.unread.add(name)
                self.site_is_told |= name == SITE
            elif ours and not is_folder:
                self.tell("F019", path, name=name)
                self.unread.add(name)
            elif is_folder and not ours and name != SITE:
                self.stranger(name, path, keys)
            elif ending.lower() in _ENDINGS and name != SITE:
                self.misplaced_at_top(name, stem, ending, path, keys)

    def stranger(self, name: str, path: str, keys: list[str]) -> None:
        """A folder that belongs to no kind."""
        near = closest(name, keys)
        self.unread.update(near)
        allowed = () if near else tuple(keys)
        self.problems.append(
            Problem(
                "F007",
                path,
                line=0,
                args={"name": name},
                suggestions=tuple(near),
                allowed=allowed,
            )
        )

    def misplaced_at_top(
        self, name: str, stem: str, ending: str, path: str, keys: list[str]
    ) -> None:
        if stem.lower() == "site":
            self.tell("F005", path, ending=ending, name=SITE)
            self.site_is_told = True
        else:
            self.tell("F016", path, name=name, folders=", ".join(keys))

    def read_site(self) -> None:
        file, path = self.data / SITE, f"{self.shown}/{SITE}"
        if self.site_is_told:
            return
        if not os.path.lexists(file):
            self.tell("F012", path)
            return
        text, node, told = self.parsed(file, path)
        if text and node:
            self.site_file = text
            self.site, found = build(Site, text, node, source=path)
            self.problems += [problem for problem in found if problem.line not in told]
            self.known_site = self.site or salvage(Site, text, node, source=path)

    def read_kind(self, kind: type[Item]) -> None:
        """The folder of a kind, unless it is known to be unreadable."""
        key = kind.kind.key
        if key in self.unread or key in self.absent:
            return
        shown = f"{self.shown}/{key}"
        entries = self.entries(self.data / key, shown)
        if entries is None:
            self.unread.add(key)
            return
        self.ids[key] = frozenset(
            stem for stem, ending in map(_split, entries) if ending.lower() in _ENDINGS
        )
        for entry in self.well_placed(entries, shown, kind):
            self.read_item(Path(entry.path), f"{shown}/{entry.name}", kind)

    def well_placed(
        self, entries: list[os.DirEntry[str]], shown: str, kind: type[Item]
    ) -> Iterator[os.DirEntry[str]]:
        """The data files of a kind's folder; whatever else lies there is a problem."""
        taken: dict[str, str] = {}
        for entry in sorted(entries, key=lambda entry: not _is_well_named(entry)):
            stem, ending = _split(entry)
            if ending.lower() in _ENDINGS:
                other = taken.setdefault(stem.casefold(), entry.name)
                if other != entry.name:
                    args = {"name": entry.name, "other": other}
                    self.tell("F011", f"{shown}/{entry.name}", **args)
                    continue
            problem = _misplaced(entry, f"{shown}/{entry.name}", kind)
            if problem:
                self.problems.append(problem)
            else:
                yield entry

    def read_item(self, file: Path, path: str, kind: type[Item]) -> None:
        text, node, told = self.parsed(file, path)
        if not text or not node:
            return
        item, found = build(kind, text, node, id=file.stem, source=path)
        self.problems += [problem for problem in found if problem.line not in told]
        if item:
            self.items.append(LoadedItem(item, text))
        elif rest := salvage(kind, text, node, id=file.stem, source=path):
            self.partial.append(LoadedItem(rest, text))

    def parsed(self, file: Path, path: str) -> tuple[DataFile | None, Mapping | None, set[int]]:
        """The file, its content, and the lines of which there is nothing more to say."""
        text, problems = read(file, path)
        node = None
        if text:
            self.files.append(text)
            node, found = parse(text)
            lines = {problem.line for problem in problems}
            problems = [*problems, *(problem for problem in found if problem.line not in lines)]
        self.problems += problems
        return text, node, {problem.line for problem in problems if problem.is_error}


def _split(entry: os.DirEntry[str]) -> tuple[str, str]:
    return os.path.splitext(entry.name)  # noqa: PTH122 - it is a name, not a path


def _is_well_named(entry: os.DirEntry[str]) -> bool:
    stem, ending = _split(entry)
    return ending == ".yml" and _ID.fullmatch(stem) is not None


def _misplaced(entry: os.DirEntry[str], path: str, kind: type[Item]) -> Problem | None:
    name = entry.name
    stem, ending = _split(entry)
    args = {"name": name}
    if entry.is_symlink():
        return Problem("F008", path, line=0, args=args)
    if entry.is_dir():
        return Problem("F013", path, line=0)
    if ending.lower() not in _ENDINGS:
        return Problem("F006", path, line=0, args=args)
    if ending != ".yml":
        return Problem("F005", path, line=0, args={"ending": ending, "name": f"{stem}.yml"})
    if not _ID.fullmatch(stem):
        near = tuple(filter(None, [slugify(stem)]))
        return Problem("F009", path, line=0, args={"name": stem}, suggestions=near)
    if stem in reserved_ids(kind):
        return Problem("F010", path, line=0, args={"name": stem})
    return None
