"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

Each entry is written once, and documents are put together of what was written.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from synlighed.feeds.entries import Document, Entry
from synlighed.feeds.texts import clean, line, plain_title, rfc3339

TYPE = "application/feed+json"
"""The media type of a document."""

_VERSION = "https://jsonfeed.org/version/1.1"
_END = "}"


def item(entry: Entry) -> bytes:
    """An entry as an item, to be put in documents."""
    made: dict[str, Any] = {
        "id": line(entry.id),
        "url": line(entry.link),
        "title": plain_title(entry.title),
        "summary": clean(entry.summary),
        "content_html": clean(entry.html),
        "content_text": clean(entry.text),
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(entry.updated),
        "tags": [line(category) for category in entry.categories],
    }
    if picture := entry.picture:
        url, type = line(picture.url), line(picture.type)
        made["image"] = url
        made["attachments"] = [{"url": url, "mime_type": type, "size_in_bytes": picture.length}]
    return _written({key: value for key, value in made.items() if value}).encode()


def document(doc: Document, items: Iterable[bytes], updated: datetime | None) -> bytes:
    """A document of a feed.

    Readers go from one to the next older; all of them say that they are of the one feed.

    Args:
        doc: What it says of itself.
        items: Its entries as `item` writes them, the newest first.
        updated: As for the other formats; this one says it of each entry only.
    """
    head = {
        "version": _VERSION,
        "title": plain_title(doc.title),
        "description": clean(doc.summary),
        "home_page_url": line(doc.page),
        "feed_url": line(doc.current),
        "next_url": line(doc.previous),
        "language": "da",
        "authors": [{"name": line(doc.author)}],
    }
    before = _written({key: value for key, value in head.items() if value}).removesuffix(_END)
    return b"".join((before.encode(), b',\n"items":[\n', b",\n".join(items), b"\n]}\n"))


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
