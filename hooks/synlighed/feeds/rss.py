"""RSS 2.0, as the profile of the RSS Advisory Board has it, with the archives of RFC 5005.

feedgen writes it, and is left to decide nothing: it takes the moment of the run for the date of
everything that is given none, the last link for the first, and puts new entries before old ones.
So each item is written alone, each document without items, and one is put in the other here.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from typing import Any

from synlighed.feeds.entries import Document, Entry
from synlighed.feeds.texts import clean, line, plain_title

TYPE = "application/rss+xml"
"""The media type of a document."""

RENEWED_EVERY = 60
"""Minutes for which a reader need not ask again, if it listens to that."""

_ATOM = "http://www.w3.org/2005/Atom"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_HISTORY = "http://purl.org/syndication/history/1.0"
_START, _END = b"    <item>", b"  </channel>\n</rss>\n"


def item(entry: Entry) -> bytes:
    """An entry, to be put in documents."""
    # Imported late: they take longer than a preview in which no news has changed.
    from feedgen.entry import FeedEntry
    from lxml import etree

    one = FeedEntry()
    one.title(plain_title(entry.title))
    one.link(href=line(entry.link), rel="alternate")
    # HTML, unlike the rest.
    one.description(escape(clean(entry.summary), quote=False))
    # Escaped: in a CDATA section the text could end it.
    one.content(clean(entry.html), type="html")
    one.guid(line(entry.id), permalink=False)
    for category in entry.categories:
        one.category(term=line(category))
    if picture := entry.picture:
        one.enclosure(line(picture.url), str(picture.length), line(picture.type))
    one.published(entry.published.astimezone(UTC))
    # In a document it need not say what its prefix stands for.
    rss = etree.Element("rss", nsmap={"content": _CONTENT})
    etree.SubElement(rss, "channel").append(one.rss_entry())
    content: bytes = etree.tostring(rss, encoding="utf-8", pretty_print=True)
    return content[content.index(_START) : content.rindex(_END)]


def document(doc: Document, items: Iterable[bytes], updated: datetime | None) -> bytes:
    """A document of a feed.

    Args:
        doc: What it says of itself.
        items: Its entries as `item` writes them, the newest first.
        updated: When the last of them was changed; None when there are none.
    """
    from feedgen.feed import FeedGenerator

    channel = FeedGenerator()
    # Else it tells of itself.
    channel.generator("")
    channel.docs("")
    channel.title(plain_title(doc.title))
    channel.description(plain_title(doc.summary) or plain_title(doc.title))
    channel.link(href=line(doc.address), rel="self", type=TYPE)
    # The last link is the page.
    channel.link(href=line(doc.page), rel="alternate")
    channel.language("da")
    channel.ttl(RENEWED_EVERY)
    if updated:
        channel.lastBuildDate(updated.astimezone(UTC))
    channel.register_extension("rest", lambda: _Rest(doc, updated), atom=False)
    head = channel.rss_str(pretty=True).removesuffix(_END)
    return b"".join((head, *items, _END))


class _Rest:
    """What feedgen has no words for; it calls this an extension."""

    def __init__(self, doc: Document, updated: datetime | None) -> None:
        self._doc, self._updated = doc, updated

    def extend_ns(self) -> dict[str, str]:
        """The namespaces, by prefix."""
        return {"dc": _DUBLIN_CORE} | ({"fh": _HISTORY} if self._doc.is_archive else {})

    def extend_rss(self, rss: Any) -> None:
        """Adds to the channel, and takes away what is from no data."""
        [channel] = rss
        if not self._updated:
            channel.remove(channel.find("lastBuildDate"))
        _add(channel, f"{{{_DUBLIN_CORE}}}creator").text = line(self._doc.author)
        for relation, address in self._doc.links:
            _add(channel, f"{{{_ATOM}}}link", rel=relation, href=line(address), type=TYPE)
        if self._doc.is_archive:
            _add(channel, f"{{{_HISTORY}}}archive")


def _add(channel: Any, name: str, **attributes: str) -> Any:
    made = channel.makeelement(name, attributes)
    channel.append(made)
    return made
