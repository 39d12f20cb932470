"""Pages as they were rendered, in their frame, so that they can be published again as they are."""

import sqlite3
import zlib
from dataclasses import dataclass
from pathlib import Path

from synlighed.digest import digest

_SCHEMA = """
CREATE TABLE IF NOT EXISTS rendered (
    uri TEXT PRIMARY KEY, digest BLOB NOT NULL, content BLOB NOT NULL, html BLOB NOT NULL
) WITHOUT ROWID
"""


@dataclass(frozen=True)
class Rendered:
    """One page in its frame."""

    digest: bytes
    """Of everything it shows, the frame included."""
    html: bytes


class RenderedPages:
    """Every page of one edition as it was rendered last, in a file.

    Nothing depends on it: when it cannot be read or written, the pages are rendered again.
    """

    def __init__(self, file: Path) -> None:
        """Opens the file, or begins anew when it is no good."""
        self._database = _open(file)
        question = "SELECT uri, digest, content FROM rendered"
        self._known: dict[str, tuple[bytes, bytes]] = {
            uri: (digest, content) for uri, digest, content in self._database.execute(question)
        }
        self._fresh: dict[str, tuple[bytes, bytes, bytes]] = {}

    def content(self, uri: str, digest: bytes) -> bytes | None:
        """The digest of a page's HTML as it should be now, if it is here."""
        known, content = self._known.get(uri, (b"", b""))
        return content if known == digest else None

    def get(self, uri: str, digest: bytes) -> Rendered | None:
        """A page as it should be now, if it is here unharmed."""
        if self.content(uri, digest) is None:
            return None
        question = "SELECT digest, content, html FROM rendered WHERE uri = ?"
        try:
            row = self._fresh.get(uri) or self._database.execute(question, (uri,)).fetchone()
            found, _, html = row
            # Another build may have replaced it since.
            if found != digest:
                return None
            return Rendered(digest, zlib.decompress(html))
        except (sqlite3.DatabaseError, zlib.error, ValueError, TypeError):
            return None

    def keep(self, uri: str, page: Rendered) -> None:
        """Keeps a page in place of an earlier version."""
        self._known[uri] = page.digest, digest(page.html)
        self._fresh[uri] = *self._known[uri], zlib.compress(page.html, 1)

    def save(self, uris: set[str]) -> None:
        """Makes sure that the next build finds these pages, and no others.

        In one short transaction, since another build may be waiting to do the same.

        Raises:
            sqlite3.Error: it cannot be written.
        """
        gone = self._known.keys() - uris
        rows = [(uri, *row) for uri, row in self._fresh.items() if uri in uris]
        with self._database:
            self._database.executemany("INSERT OR REPLACE INTO rendered VALUES (?, ?, ?, ?)", rows)
            self._database.executemany(
                "DELETE FROM rendered WHERE uri = ?", [(uri,) for uri in gone]
            )
        self._fresh.clear()
        for uri in gone:
            del self._known[uri]

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()


def _open(file: Path) -> sqlite3.Connection:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _connect(file)
        except sqlite3.DatabaseError:
            file.unlink()
            return _connect(file)
    except (sqlite3.Error, OSError):
        return _connect(":memory:")


def _connect(file: Path | str) -> sqlite3.Connection:
    # The web server of a preview answers from threads, but only the build asks here.
    database = sqlite3.connect(file, timeout=60, check_same_thread=False)
    # Should the power fail, the pages are rendered again.
    database.execute("PRAGMA synchronous = OFF")
    # What an earlier program kept.
    database.execute("DROP TABLE IF EXISTS page")
    database.execute(_SCHEMA)
    database.execute("SELECT count(content) FROM rendered").fetchone()
    return database
