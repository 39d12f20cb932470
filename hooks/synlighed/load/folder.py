"""Reads a whole data folder: what is about all of the site, then a folder for each kind of item."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from synlighed.danish.words import closest
from synlighed.digest import digest
from synlighed.downloads import Download
from synlighed.load.datafile import DataFile, decode, read
from synlighed.load.disk import Entry, entries_of, read_bytes, unreadable
from synlighed.load.downloads import FOLDER as DOWNLOADS
from synlighed.load.downloads import read_download
from synlighed.load.items import build, salvage
from synlighed.load.known import Known
from synlighed.load.loaded import Loaded, LoadedItem, LoadedSynonyms
from synlighed.load.nodes import Mapping, parse
from synlighed.load.pictures import FOLDER as PICTURES
from synlighed.load.pictures import read_picture
from synlighed.load.placing import (
    ENDINGS,
    SCHEMAS,
    SITE,
    SYNONYMS,
    WHOLE,
    is_well_named,
    misplaced,
)
from synlighed.model import Model
from synlighed.model.declare import Part
from synlighed.model.item import Item
from synlighed.model.site import Site
from synlighed.model.synonyms import Synonyms
from synlighed.pictures import Picture
from synlighed.problems import Problem

P = TypeVar("P", bound=Part)


def load(
    data: Path, model: Model, *, shown_as: str | None = None, known: Known | None = None
) -> Loaded:
    """Reads the folder `data`, without ever stopping at a mistake.

    Args:
        data: The folder.
        model: The kinds to look for.
        shown_as: What problems and edit links call the folder; its own path by default.
        known: What an earlier load made; what this one makes takes its place.
    """
    shown = shown_as if shown_as is not None else data.as_posix()
    reading = _Reading(model, data, shown, known or Known())
    reading.read_top()
    reading.read_site()
    reading.read_synonyms()
    reading.read_pictures()
    reading.read_downloads()
    for kind in model:
        reading.read_kind(kind)
    return reading.result()


class _Reading:
    """A data folder while it is read."""

    def __init__(self, model: Model, data: Path, shown: str, known: Known) -> None:
        self.model, self.data, self.shown = model, data, shown
        self.before, self.known = known.by_path, known
        known.by_path = {}
        self.problems: list[Problem] = []
        self.site: Site | None = None
        self.known_site: Site | None = None
        self.site_file: DataFile | None = None
        self.synonyms: LoadedSynonyms | None = None
        self.sought: set[str] = set()
        """Of the files about all of the site, those to read."""
        self.items: list[LoadedItem] = []
        self.partial: list[LoadedItem] = []
        self.ids: dict[str, frozenset[str]] = {kind.kind.key: frozenset() for kind in model}
        self.unread: set[str] = set()
        self.absent: dict[str, str] = {}
        self.files: list[DataFile] = []
        self.pictures: dict[str, Picture] = {}
        self.refused: set[str] = set()
        self.downloads: dict[str, Download] = {}
        self.beside: set[str] = set()
        """Of the folders that are no kind's, those that are there."""

    def tell(self, code: str, path: str, *suggestions: str, **args: object) -> None:
        self.problems.append(Problem(code, path, line=0, args=args, suggestions=suggestions))

    def result(self) -> Loaded:
        return Loaded(
            model=self.model,
            site=self.site,
            known_site=self.known_site,
            site_file=self.site_file,
            synonyms=self.synonyms,
            items=tuple(self.items),
            partial=tuple(self.partial),
            ids=self.ids,
            absent=self.absent,
            unread=frozenset(self.unread),
            files=tuple(self.files),
            pictures=self.pictures,
            refused_files=frozenset(self.refused),
            downloads=self.downloads,
            problems=tuple(self.problems),
        )

    def entries(self, folder: Path, shown: str) -> list[Entry] | None:
        """What lies in a folder, in a fixed order; `None` when it cannot be said."""
        try:
            return entries_of(folder)
        except OSError as error:
            self.problems.append(unreadable("Mappen", shown, error))
            return None

    def read_top(self) -> None:
        """The data folder itself: a folder for each kind, and what is about all of the site."""
        keys = [kind.kind.key for kind in self.model]
        try:
            is_there = self.data.is_dir()
        except OSError:
            is_there = True
        entries = self.entries(self.data, self.shown) if is_there else None
        if not is_there:
            self.tell("F015", self.shown, name=self.shown)
        if entries is None:
            self.unread.update(keys)
            return
        names = {entry.name for entry in entries}
        self.beside = names & {PICTURES, DOWNLOADS}
        self.absent = {key: f"{self.shown}/{key}" for key in keys if key not in names}
        self.sought = {*WHOLE}
        for entry in entries:
            name, path = entry.name, f"{self.shown}/{entry.name}"
            is_ours = name in (*keys, SCHEMAS, PICTURES, DOWNLOADS)
            if entry.is_link and (is_ours or name in WHOLE):
                self.tell("F008", path, name=name)
                self.unread.add(name)
                self.sought.discard(name)
            elif is_ours and not entry.is_folder:
                self.tell("F019", path, name=name)
                self.unread.add(name)
            elif entry.is_folder and not is_ours and name not in WHOLE:
                self.stranger(name, path, keys)
            elif entry.ending in ENDINGS and name not in WHOLE:
                self.misplaced_at_top(entry, path, keys)
        if SITE in self.sought - names:
            self.tell("F012", f"{self.shown}/{SITE}")
        self.sought &= names

    def stranger(self, name: str, path: str, keys: list[str]) -> None:
        """A folder that belongs to no kind."""
        near = closest(name, keys)
        # What is in it is probably not lost.
        self.unread.update(self.absent.keys() & set(near))
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

    def misplaced_at_top(self, entry: Entry, path: str, keys: list[str]) -> None:
        meant = f"{entry.stem.lower()}.yml"
        if meant in WHOLE:
            self.tell("F005", path, ending=entry.suffix, name=meant)
            self.sought.discard(meant)
        else:
            self.tell("F016", path, name=entry.name, folders=", ".join(keys))

    def read_site(self) -> None:
        self.site, self.known_site, self.site_file = self.whole(Site, SITE)

    def read_synonyms(self) -> None:
        _, known, file = self.whole(Synonyms, SYNONYMS)
        self.synonyms = LoadedSynonyms.of(known, file) if known and file else None

    def whole(self, model: type[P], name: str) -> tuple[P | None, P | None, DataFile | None]:
        """A file about all of the site.

        Returns:
            What it holds, unless something is wrong with it; what of that is right; and the file,
            if anything is.
        """
        if name not in self.sought:
            return None, None, None
        path = f"{self.shown}/{name}"
        text, node, told = self.parsed(read(str(self.data / name), path))
        if not text or not node:
            return None, None, None
        made, found = build(model, text, node, source=path)
        self.problems += [problem for problem in found if problem.line not in told]
        known = made or salvage(model, text, node, source=path)
        return made, known, text if known else None

    def read_pictures(self) -> None:
        """The folder of pictures, if there is one."""
        for file, path in self.lying_in(PICTURES):
            read = read_picture(file, path)
            if isinstance(read, Picture):
                self.pictures[read.name] = read
            else:
                self.problems.append(read)
                self.refused.add(file.name)

    def read_downloads(self) -> None:
        """The folder of files to take home, if there is one."""
        for file, path in self.lying_in(DOWNLOADS):
            read, text, problems = read_download(file, path)
            self.problems += problems
            if text:
                self.files.append(text)
            if read:
                self.downloads[read.name] = read
            else:
                self.refused.add(file.name)

    def lying_in(self, folder: str) -> Iterator[tuple[Path, str]]:
        """Each file of a folder that is no kind's, and what problems call it."""
        if folder in self.beside - self.unread:
            shown = f"{self.shown}/{folder}"
            for entry in self.entries(self.data / folder, shown) or ():
                yield Path(entry.path), f"{shown}/{entry.name}"

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
        self.ids[key] = frozenset(e.stem for e in entries if e.ending in ENDINGS)
        for entry in self.well_placed(entries, shown, kind):
            self.read_item(entry, f"{shown}/{entry.name}", kind)

    def well_placed(self, entries: list[Entry], shown: str, kind: type[Item]) -> Iterator[Entry]:
        """The data files of a kind's folder; whatever else lies there is a problem."""
        taken: dict[str, str] = {}
        for entry in sorted(entries, key=lambda entry: not is_well_named(entry)):
            path = f"{shown}/{entry.name}"
            if entry.ending in ENDINGS:
                other = taken.setdefault(entry.stem.casefold(), entry.name)
                if other != entry.name:
                    self.tell("F011", path, name=entry.name, other=other)
                    continue
            problem = misplaced(entry, path, kind)
            if problem:
                self.problems.append(problem)
            else:
                yield entry

    def read_item(self, lying: Entry, path: str, kind: type[Item]) -> None:
        raw = read_bytes(lying.path, path)
        if isinstance(raw, Problem):
            self.problems.append(raw)
            return
        content = digest(kind.kind.key, raw)
        before, entry = self.before.get(path, (b"", None))
        told = len(self.problems)
        if entry is None or before != content:
            entry = self.new_item(raw, path, lying.stem, kind)
        else:
            self.files.append(entry.file)
        if entry:
            self.items.append(entry)
            if told == len(self.problems):
                self.known.by_path[path] = content, entry

    def new_item(self, raw: bytes, path: str, id: str, kind: type[Item]) -> LoadedItem | None:
        text, node, told = self.parsed(decode(raw, path))
        if not text or not node:
            return None
        item, found = build(kind, text, node, id=id, source=path)
        self.problems += [problem for problem in found if problem.line not in told]
        if item:
            return LoadedItem(item, text)
        if rest := salvage(kind, text, node, id=id, source=path):
            self.partial.append(LoadedItem(rest, text))
        return None

    def parsed(
        self, as_text: tuple[DataFile | None, list[Problem]]
    ) -> tuple[DataFile | None, Mapping | None, set[int]]:
        """The file, its content, and the lines of which there is nothing more to say."""
        text, problems = as_text
        node = None
        if text:
            self.files.append(text)
            node, found = parse(text)
            lines = {problem.line for problem in problems}
            problems = [*problems, *(problem for problem in found if problem.line not in lines)]
        self.problems += problems
        return text, node, {problem.line for problem in problems if problem.is_error}
