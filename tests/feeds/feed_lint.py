"""What RSS, Atom, JSON Feed and OPML ask of a document, and the readers of it; without any library.

RSS is that of the Advisory Board's profile (https://www.rssboard.org/rss-profile), Atom RFC 4287,
archives RFC 5005, and JSON Feed version 1.1.
"""

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
ARCHIVE = "{http://purl.org/syndication/history/1.0}archive"

_CHANNEL = {
    "title", "link", "description", "language", "lastBuildDate", "ttl", "item",
    f"{ATOM}link", CREATOR, ARCHIVE,
}  # fmt: skip
_ITEM = {
    "title", "link", "description", CONTENT, "guid", "category", "enclosure", "pubDate",
}  # fmt: skip
_RFC822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}"
)
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
_RELATIVE = re.compile(r"""(?:href|src)=["'](?!https?:|mailto:|tel:)""")
_MARKUP = re.compile(r"<[A-Za-z/!?]|&#?\w+;")


def lint_rss(content: bytes, address: str) -> None:
    """Asserts that a document of RSS, published at an address, is without a fault."""
    rss = _xml(content)
    assert (rss.tag, rss.get("version")) == ("rss", "2.0")
    [channel] = rss
    assert {child.tag for child in channel} <= _CHANNEL
    for name in ("title", "link", "description", "language", "ttl", CREATOR):
        assert len(channel.findall(name)) == 1, name
    assert channel.findtext("language") == "da"
    _assert_plain(channel.findtext("title", ""))
    _assert_absolute(channel.findtext("link", ""))
    _assert_rfc822(channel, "lastBuildDate")
    _assert_links(channel, address, "application/rss+xml")
    items = channel.findall("item")
    assert [child.tag for child in channel][-len(items) or len(channel) :] == ["item"] * len(items)
    assert bool(channel.findall("lastBuildDate")) is bool(items)
    for item in items:
        _assert_item(item)
    _assert_order(
        [item.findtext("guid", "") for item in items],
        [parsedate_to_datetime(item.findtext("pubDate", "")) for item in items],
    )


def _assert_item(item: Element) -> None:
    tags = Counter(child.tag for child in item)
    assert set(tags) <= _ITEM
    assert all(tags[name] == 1 for name in ("title", "link", "description", "guid", "pubDate"))
    assert all(tags[name] <= 1 for name in (CONTENT, "enclosure"))
    names = [child.tag for child in item]
    if CONTENT in tags:
        assert names.index("description") < names.index(CONTENT), "readers show the last of them"
    _assert_plain(item.findtext("title", ""))
    _assert_absolute(item.findtext("link", ""))
    _assert_rfc822(item, "pubDate")
    guid = item.find("guid")
    assert guid is not None and guid.get("isPermaLink") == "false"
    assert _IRI.fullmatch(guid.text or "")
    for enclosure in item.findall("enclosure"):
        assert set(enclosure.attrib) == {"url", "length", "type"}
        _assert_absolute(enclosure.get("url", ""))
        assert int(enclosure.get("length", "")) > 0 and "/" in enclosure.get("type", "")
    for name in ("description", CONTENT):
        assert not _RELATIVE.search(item.findtext(name, "")), "nobody knows relative to what"


def lint_atom(content: bytes, address: str) -> None:
    """Asserts that a document of Atom, published at an address, is without a fault."""
    feed = _xml(content)
    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "da"
    for name in ("id", "title", "updated", "author"):
        assert len(feed.findall(ATOM + name)) == 1, name
    assert len(feed.findall(f"{ATOM}subtitle")) <= 1
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    _assert_plain(feed.findtext(f"{ATOM}title", ""))
    assert _IRI.fullmatch(feed.findtext(f"{ATOM}id", ""))
    assert _links(feed, "alternate")
    _assert_links(feed, address, "application/atom+xml")
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        _assert_entry(entry)
    newest = max((_rfc3339(one, "updated") for one in entries), default=None)
    assert newest in (None, _rfc3339(feed, "updated")), "it is as new as its newest entry"
    _assert_order(
        [entry.findtext(f"{ATOM}id", "") for entry in entries],
        [_rfc3339(entry, "published") for entry in entries],
    )


def _assert_entry(entry: Element) -> None:
    for name in ("id", "title", "updated", "published", "content"):
        assert len(entry.findall(ATOM + name)) == 1, name
    assert len(entry.findall(f"{ATOM}summary")) <= 1
    _assert_plain(entry.findtext(f"{ATOM}title", ""))
    assert _IRI.fullmatch(entry.findtext(f"{ATOM}id", ""))
    [alternate] = _links(entry, "alternate")
    _assert_absolute(alternate.get("href", ""))
    for enclosure in _links(entry, "enclosure"):
        assert int(enclosure.get("length", "")) > 0 and enclosure.get("type")
    [content] = entry.findall(f"{ATOM}content")
    assert content.get("type") == "html" and not _RELATIVE.search(content.text or "")
    assert all(category.get("term") for category in entry.findall(f"{ATOM}category"))


def lint_json(content: bytes, address: str) -> None:
    """Asserts that a document of JSON Feed is without a fault.

    An archive says of itself which feed it is of, and not where it lies.
    """
    feed = json.loads(content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    known = {
        "version", "title", "description", "home_page_url", "feed_url", "next_url", "language",
        "authors", "items",
    }  # fmt: skip
    assert set(feed) <= known and feed["language"] == "da"
    _assert_plain(feed["title"])
    assert [list(author) for author in feed["authors"]] == [["name"]]
    for name in ("home_page_url", "feed_url", "next_url"):
        _assert_absolute(feed.get(name, "https://example/"))
    assert feed.get("next_url") != feed["feed_url"] and feed.get("next_url") != address
    for item in feed["items"]:
        _assert_json_item(item)
    _assert_order(
        [item["id"] for item in feed["items"]],
        [datetime.fromisoformat(item["date_published"]) for item in feed["items"]],
    )


def _assert_json_item(item: dict[str, Any]) -> None:
    known = {
        "id", "url", "title", "summary", "content_html", "content_text", "date_published",
        "date_modified", "tags", "image", "attachments",
    }  # fmt: skip
    assert set(item) <= known
    assert isinstance(item["id"], str) and _IRI.fullmatch(item["id"])
    _assert_plain(item["title"])
    _assert_absolute(item["url"])
    assert not _RELATIVE.search(item.get("content_html", ""))
    for name in ("date_published", "date_modified"):
        assert _RFC3339.fullmatch(item[name])
    assert all(isinstance(tag, str) and tag for tag in item.get("tags", []))
    for attached in item.get("attachments", []):
        assert set(attached) == {"url", "mime_type", "size_in_bytes"}
        assert isinstance(attached["size_in_bytes"], int) and attached["url"] == item["image"]


def lint_opml(content: bytes) -> None:
    """Asserts that a list of subscriptions in OPML 2.0 is without a fault."""
    opml = _xml(content)
    assert (opml.tag, opml.get("version")) == ("opml", "2.0")
    head, body = opml
    assert (head.tag, body.tag) == ("head", "body")
    # What else there may be names a person, or the state of somebody's window.
    assert {child.tag for child in head} <= {"title", "dateModified"}
    _assert_rfc822(head, "dateModified")
    for outline in body.iter("outline"):
        assert outline.get("text"), "each has a text"
        if len(outline):
            assert outline.get("type") is None
            continue
        assert outline.get("type") == "rss"
        for name in ("xmlUrl", "htmlUrl"):
            _assert_absolute(outline.get(name, ""))
    addresses = Counter(one.get("xmlUrl") for one in body.iter("outline") if one.get("xmlUrl"))
    assert all(number == 1 for number in addresses.values()), addresses.most_common(1)


LINT: dict[str, Callable[[bytes, str], None]] = {
    "rss": lint_rss,
    "atom": lint_atom,
    "feed": lint_json,
}
"""By the stem of the file's name."""


def _xml(content: bytes) -> Element:
    text = content.decode()
    assert re.match(r"<\?xml version=['\"]1.0['\"] encoding=['\"]utf-8['\"]\?>\n", text, re.I)
    assert not re.search("[\x7f-\x9f\u2028\u2029]|<!\\[CDATA\\[", text)
    return ElementTree.fromstring(content)


def _links(parent: Element, relation: str) -> list[Element]:
    return [link for link in parent.findall(f"{ATOM}link") if link.get("rel") == relation]


def _assert_links(feed: Element, address: str, type: str) -> None:
    """One link to itself, and those that lead through the archives (RFC 5005, section 4)."""
    relations = Counter(link.get("rel") for link in feed.findall(f"{ATOM}link"))
    assert all(number == 1 for number in relations.values()), relations
    [own] = _links(feed, "self")
    assert own.get("href") == address, "where it says that it lies"
    is_archive = feed.find(ARCHIVE) is not None
    assert bool(relations["current"]) is is_archive
    for relation in ("self", "prev-archive", "current"):
        for link in _links(feed, relation):
            _assert_absolute(link.get("href", ""))
            assert link.get("type") == type
            assert relation == "self" or link.get("href") != address


def _assert_order(ids: list[str], published: list[datetime]) -> None:
    assert len(set(ids)) == len(ids), "an entry twice"
    assert published == sorted(published, reverse=True), "the newest is not first"


def _assert_plain(title: str) -> None:
    assert title.strip() and "\n" not in title, f"no title: {title!r}"
    assert not _MARKUP.search(title), f"{title!r} could be taken for HTML"


def _assert_absolute(address: str) -> None:
    assert re.match(r"https?://\S+$", address), f"not absolute: {address!r}"


def _assert_rfc822(parent: Element, name: str) -> None:
    for date in parent.findall(name):
        text = date.text or ""
        assert _RFC822.fullmatch(text), f"{name} is no date: {text!r}"
        assert parsedate_to_datetime(text).strftime("%a") == text[:3], "another day of the week"


def _rfc3339(parent: Element, name: str) -> datetime:
    text = parent.findtext(ATOM + name, "")
    assert _RFC3339.fullmatch(text), f"{name} is no time: {text!r}"
    return datetime.fromisoformat(text)
