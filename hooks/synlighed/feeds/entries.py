"""What feeds say, in plain values; each format has a module of its own that writes them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Picture:
    """A picture that goes with an entry (an enclosure)."""

    url: str
    """Absolute."""
    length: int
    """Bytes."""
    type: str
    """Its media type (RFC 6838)."""


@dataclass(frozen=True)
class Entry:
    """One entry; equal ids are one entry that changed."""

    id: str
    """An IRI that never changes, whatever becomes of the title, the address or the host."""
    title: str
    published: datetime
    updated: datetime
    link: str
    """Absolute."""
    summary: str
    """Plain text, in a sentence or two."""
    html: str
    """All of it, as safe HTML in which every address is absolute."""
    text: str
    """The same as plain text."""
    categories: tuple[str, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True)
class Document:
    """One document of a feed: the one that readers follow, or an archive of what is older.

    Together the documents hold all that was ever in the feed (RFC 5005, section 4).
    """

    title: str
    summary: str
    author: str
    """Who publishes, an organisation."""
    page: str
    """The page that says the same, absolute."""
    address: str
    """Its own, absolute."""
    current: str
    """The address of the document that readers follow; equal to `address` in that one."""
    previous: str = ""
    """The address of the archive with the entries next older than these, if there is one."""
    id: str = ""
    """An IRI that never changes, in all documents of the feed; `current` where there is no other.
    Only Atom has a place for it."""

    @property
    def is_archive(self) -> bool:
        """Whether this is not the document that readers follow."""
        return self.address != self.current

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """The other documents of the feed, by their relations to this one (RFC 5005, section 4).

        None leads to what is newer: then an archive would change when there is another.
        """
        links = (
            ("prev-archive", self.previous),
            ("current", self.current if self.is_archive else ""),
        )
        return tuple((relation, address) for relation, address in links if address)
