"""Atom 1.0 (RFC 4287), with the archives of RFC 5005.

Each entry is written once, and documents are put together of what was written.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape

from synlighed.feeds.elements import child, root, written
from synlighed.feeds.entries import Document, Entry
from synlighed.feeds.texts import line, plain_title, rfc3339

TYPE = "application/atom+xml"
"""The media type of a document."""

_NAMESPACES = {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "da"}
_HISTORY = {"xmlns:fh": "http://purl.org/syndication/history/1.0"}
# Of a feed in which nothing ever happened: every feed must have a time (RFC 4287, 4.1.1), one that
# went on would be a change that readers are told of (4.2.15), and none is older than the format.
_NEVER = datetime(2005, 12, 1, tzinfo=UTC)
_END = b"</feed>\n"


def item(entry: Entry) -> bytes:
    """An entry, to be put in documents."""
    made = root("entry")
    child(made, "id", entry.id)
    child(made, "title", plain_title(entry.title))
    child(made, "updated", rfc3339(entry.updated))
    child(made, "published", rfc3339(entry.published))
    child(made, "link", rel="alternate", type="text/html", href=entry.link)
    if picture := entry.picture:
        size = str(picture.length)
        child(made, "link", rel="enclosure", type=picture.type, length=size, href=picture.url)
    for category in entry.categories:
        child(made, "category", term=line(category))
    if entry.summary:
        child(made, "summary", escape(entry.summary, quote=False), type="html")
    child(made, "content", entry.html, type="html")
    return written(made, level=1)


def document(doc: Document, items: Iterable[bytes], updated: datetime | None) -> bytes:
    """A document of a feed.

    Args:
        doc: What it says of itself.
        items: Its entries as `item` writes them, the newest first.
        updated: When the last of them was changed; None when there are none.
    """
    made = root("feed", **_NAMESPACES, **(_HISTORY if doc.is_archive else {}))
    child(made, "id", doc.id or doc.current)
    child(made, "title", plain_title(doc.title))
    if doc.summary:
        child(made, "subtitle", plain_title(doc.summary))
    child(made, "updated", rfc3339(updated or _NEVER))
    child(child(made, "author"), "name", line(doc.author))
    child(made, "link", rel="self", type=TYPE, href=doc.address)
    child(made, "link", rel="alternate", type="text/html", href=doc.page)
    for relation, address in doc.links:
        child(made, "link", rel=relation, type=TYPE, href=address)
    if doc.is_archive:
        child(made, "fh:archive")
    head = written(made).removesuffix(_END)
    return b"".join((b'<?xml version="1.0" encoding="utf-8"?>\n', head, *items, _END))
