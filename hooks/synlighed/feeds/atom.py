"""Atom 1.0 (RFC 4287)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as xml

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Of a feed in which nothing ever happened; every feed must have a time (RFC 4287, 4.1.1), and one
# that went on would be a change that readers are told of (4.2.15).
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
# What XML 1.0 (section 2.2) has no way to write.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

xml.register_namespace("", _ATOM)


@dataclass(frozen=True)
class Entry:
    """One entry; equal ids are one entry that changed."""

    id: str
    """An IRI that never changes."""
    title: str
    updated: datetime
    published: datetime
    link: str
    """Absolute."""
    text: str
    """Plain text; empty lines part its paragraphs."""
    category: str = ""


@dataclass(frozen=True)
class Feed:
    """A feed."""

    title: str
    author: str
    address: str
    """Its own, absolute."""
    link: str
    """The page that says the same, absolute."""
    entries: tuple[Entry, ...]


def atom(feed: Feed) -> bytes:
    """The document, its entries with the newest first."""
    entries = sorted(feed.entries, key=lambda entry: (entry.updated, entry.id), reverse=True)
    root = xml.Element(f"{{{_ATOM}}}feed", {_LANGUAGE: "da"})
    _text(root, "id", feed.address)
    _text(root, "title", feed.title)
    _text(root, "updated", _time(max((one.updated for one in entries), default=_NEVER)))
    _text(_child(root, "author"), "name", feed.author)
    _child(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    _child(root, "link", rel="alternate", type="text/html", href=feed.link)
    for entry in entries:
        _entry(_child(root, "entry"), entry)
    xml.indent(root)
    text = xml.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(root: xml.Element, entry: Entry) -> None:
    _text(root, "id", entry.id)
    _text(root, "title", entry.title)
    _text(root, "updated", _time(entry.updated))
    _text(root, "published", _time(entry.published))
    _child(root, "link", rel="alternate", type="text/html", href=entry.link)
    if entry.category:
        _child(root, "category", term=entry.category)
    _text(root, "content", _html(entry.text.split("\n\n")), type="html")


def _html(paragraphs: Iterable[str]) -> str:
    """Paragraphs as the HTML that every reader shows them by, escaped."""
    parts = []
    for paragraph in filter(None, paragraphs):
        element = xml.Element("p")
        element.text = _clean(paragraph)
        parts.append(xml.tostring(element, "unicode"))
    return "".join(parts)


def _child(parent: xml.Element, name: str, **attributes: str) -> xml.Element:
    clean = {key: _clean(value) for key, value in attributes.items()}
    return xml.SubElement(parent, f"{{{_ATOM}}}{name}", clean)


def _text(parent: xml.Element, name: str, text: str, **attributes: str) -> None:
    _child(parent, name, **attributes).text = _clean(text)


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)


def _time(moment: datetime) -> str:
    """RFC 3339 in UTC, so that the same moment is always the same text."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
