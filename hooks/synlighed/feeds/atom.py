"""Atom 1.0 (RFC 4287), with the archives of RFC 5005.

Each entry is written once, and documents are put together of what was written.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape

from synlighed.feeds.elements import DECLARATION, around, element, written
from synlighed.feeds.entries import Document, Entry
from synlighed.feeds.texts import line, plain_title, rfc3339

TYPE = "application/atom+xml"
"""The media type of a document."""

_NAMES = {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "da"}
_HISTORY = {"xmlns:fh": "http://purl.org/syndication/history/1.0"}
# Of a feed in which nothing ever happened: every feed must have a time (RFC 4287, 4.1.1), one that
# went on would be a change that readers are told of (4.2.15), and none is older than the format.
_NEVER = datetime(2005, 12, 1, tzinfo=UTC)
_END = b"</feed>\n"


def item(entry: Entry) -> bytes:
    """An entry, to be put in documents."""
    elements = [
        element("id", entry.id),
        element("title", plain_title(entry.title)),
        element("updated", rfc3339(entry.updated)),
        element("published", rfc3339(entry.published)),
        element("link", rel="alternate", type="text/html", href=entry.link),
    ]
    if picture := entry.picture:
        of = {"type": picture.type, "length": str(picture.length), "href": picture.url}
        elements.append(element("link", rel="enclosure", **of))
    elements += (element("category", term=line(category)) for category in entry.categories)
    if entry.summary:
        # As HTML, like the content, no reader can mistake it for what it is not.
        elements.append(element("summary", escape(entry.summary, quote=False), type="html"))
    elements.append(element("content", entry.html, type="html"))
    return written(around("entry", elements), level=1)


def document(doc: Document, items: Iterable[bytes], updated: datetime | None) -> bytes:
    """A document of a feed.

    Args:
        doc: What it says of itself.
        items: Its entries as `item` writes them, the newest first.
        updated: When the last of them was changed; None when there are none.
    """
    elements = [element("id", doc.id or doc.current), element("title", plain_title(doc.title))]
    if doc.summary:
        elements.append(element("subtitle", plain_title(doc.summary)))
    elements += (
        element("updated", rfc3339(updated or _NEVER)),
        *around("author", [element("name", line(doc.author))]),
        element("link", rel="self", type=TYPE, href=doc.address),
        element("link", rel="alternate", type="text/html", href=doc.page),
        *(element("link", rel=to, type=TYPE, href=address) for to, address in doc.links),
    )
    names = _NAMES
    if doc.is_archive:
        elements.append(element("fh:archive"))
        names = _NAMES | _HISTORY
    head = written(around("feed", elements, **names)).removesuffix(_END)
    return b"".join((DECLARATION, head, *items, _END))
