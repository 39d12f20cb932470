"""A build that renders only what changed, and gives what a build of everything would give."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from synlighed.digest import digest
from synlighed.memo import Memo
from synlighed.state.published import Published
from synlighed.state.remembered import Read, Remembered, recall, remember
from synlighed.state.rendered import Rendered, RenderedPages
from synlighed.state.templates import Templates

_ANYTHING = b""
"""The digest of what may be in a file, for all that we know."""


class Incremental:
    """The builds of one edition by one program: what the last made, in memory and on disk."""

    def __init__(self, folder: Path, name: str, program: bytes, settings: bytes) -> None:
        """Finds what earlier builds left.

        Args:
            folder: The state folder.
            name: What tells these builds from others that keep their state in the same folder.
            program: The digest of the program.
            settings: That of what else the whole site depends on; reading the data does not.
        """
        self._read, self._program = folder / "data.memory", program
        self._memo, self._compiler = folder / f"{name}.memory", digest(program, settings)
        self.remembered = Remembered(
            recall(self._read, self._program, Read), recall(self._memo, self._compiler, Memo)
        )
        # Nothing in these is changed later: what a build finds takes their place.
        found = self.remembered.read
        self._read_before = Read(replace(found.known), replace(found.findings))
        self._is_remembered = False
        self.templates = Templates(folder / "templates.memory", program)
        self._rendered = RenderedPages(folder / f"{name}.pages")
        self._site_dir: Path | None = None
        self._there: dict[str, bytes] = {}
        self._published: Published | None = None

    def begin(self, site_dir: Path, published: Path | None = None) -> None:
        """Begins a build.

        Args:
            site_dir: Where, in the folder of the last build or another.
            published: The folder that it is to take the place of.
        """
        if site_dir != self._site_dir:
            self._site_dir, self._there = site_dir, {}
        self._published = Published(published) if published else None

    def distrust(self, uris: Iterable[str]) -> None:
        """Takes nothing in the folder for what it should be, and anything to be there.

        Args:
            uris: Those of everything that was about to be published.
        """
        self._there = dict.fromkeys({*self._there, *uris}, _ANYTHING)

    def is_there(self, uri: str, digest: bytes) -> bool:
        """Whether the folder holds a page or file as it should be; if it can, it does so now."""
        assert self._site_dir
        if self._there.get(uri) == digest:
            return True
        content = self._rendered.content(uri, digest)
        if content is None:
            return False
        file = self._place(uri)
        if not (self._published and self._published.share(uri, content, file)):
            page = self._rendered.get(uri, digest)
            if page is None:
                return False
            file.write_bytes(page.html)
        self._there[uri] = digest
        return True

    def is_published(self, uri: str, content: bytes) -> bool:
        """Whether the folder holds a file of this content; if that is published, it does so now."""
        if self._there.get(uri) == content:
            return True
        if self._published and self._published.share(uri, content, self._place(uri)):
            self._there[uri] = content
            return True
        return False

    def _place(self, uri: str) -> Path:
        """Where in the folder something is to lie."""
        assert self._site_dir
        file = self._site_dir / uri
        file.parent.mkdir(parents=True, exist_ok=True)
        return file

    def rendered(self, uri: str, page: Rendered) -> None:
        """Takes in a page that was rendered, and is being written to the folder."""
        self._rendered.keep(uri, page)
        self._there[uri] = page.digest

    def written(self, uri: str, digest: bytes) -> None:
        """Takes in a file that is being written to the folder."""
        self._there[uri] = digest

    def end(self, pages: set[str], uris: Iterable[str]) -> str:
        """Ends a build: nothing else stays in the folder, and the next build will know.

        Args:
            pages: The uris of what was or could have been rendered.
            uris: Those of everything that was published.

        Returns:
            Why the next build will not know, in a word; empty when it will.
        """
        assert self._site_dir
        uris = set(uris)
        for uri in self._there.keys() - uris:
            _remove(self._site_dir, uri)
            del self._there[uri]
        for uri in uris - self._there.keys():
            # Not made by us, but it goes when its source does.
            self._there[uri] = _ANYTHING
        try:
            self._rendered.save(pages)
            self.templates.save()
            if not self._is_remembered:
                # Written already where another edition was built of the same data; it takes long.
                if self.remembered.read != self._read_before:
                    remember(self._read, self._program, self.remembered.read)
                remember(self._memo, self._compiler, self.remembered.memo)
                self._is_remembered = True
        except (sqlite3.Error, OSError) as error:
            return str(error)
        return ""


def _remove(folder: Path, uri: str) -> None:
    """Removes a file, and the folders that it leaves empty."""
    file = folder / uri
    file.unlink(missing_ok=True)
    for parent in file.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()
