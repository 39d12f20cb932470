"""The feeds as files: RSS and Atom of every list, JSON Feed of all, and their archives."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import chain
from types import ModuleType
from typing import NamedTuple
from uuid import UUID, uuid5

from synlighed import markdown
from synlighed.addresses import Addresses
from synlighed.catalogue import Catalogue
from synlighed.digest import digest
from synlighed.feeds import atom, json_feed, rss
from synlighed.feeds.archives import cut
from synlighed.feeds.entries import Document, Entry, Picture
from synlighed.feeds.opml import Group, Subscription, subscriptions
from synlighed.feeds.plain import plain_text
from synlighed.filed import filed
from synlighed.inverse import Key
from synlighed.made import tells_status
from synlighed.memo import Recall
from synlighed.model.facets import facets_of
from synlighed.model.item import Item
from synlighed.model.news import News
from synlighed.model.newsletters import Newsletter
from synlighed.model.published import Published
from synlighed.newsfeeds import (
    EVERYTHING,
    NEW,
    NewsFeed,
    feed_of,
    moment_of,
    newsfeeds,
    told_in,
    urn_of,
)
from synlighed.pages.facets import former_values
from synlighed.pages.following import name_of, page_of, summary_of
from synlighed.pages.here import Here, fill
from synlighed.pages.issue import issue_of, picture_of
from synlighed.pages.news import shown_news
from synlighed.places import OPML, STATUS
from synlighed.sitepage import Settings, SiteFile
from synlighed.status import published
from synlighed.urls import item_url

FORMATS: Mapping[str, ModuleType] = {
    "rss.xml": rss,
    "atom.xml": atom,
    "feed.json": json_feed,
}
"""Who writes each document, by its name."""

Written = Mapping[str, bytes]
"""An entry in each format, by the names of the documents it is for."""

_NAMESPACE = UUID("c0a7f5e2-8f6e-4c9d-a1c4-b0a5d6e7f812")
"""Of the names that feeds are numbered by (RFC 9562, 5.5); it stays."""


class _Piece(NamedTuple):
    """What of a feed is in one of its documents; the one that readers follow has number 0."""

    feed: NewsFeed
    number: int
    archives: int
    """How many there are beside it."""
    items: tuple[Key, ...]

    @property
    def digest(self) -> bytes:
        """What tells it from others of the feed; a key, since no catalogue is asked for it."""
        return digest(f"{self.number} {self.archives}", *chain.from_iterable(self.items))


def feed_files(
    catalogue: Catalogue, addresses: Addresses, settings: Settings, recall: Recall
) -> Iterator[SiteFile]:
    """Every document of every list.

    An entry is written once, and remembered as long as what it says is what it was; documents are
    put together of that.
    """
    feeds = tuple(newsfeeds(catalogue))
    for feed in feeds:
        items = told_in(feed, catalogue)
        pieces = cut(len(items))
        for number, piece in enumerate((pieces.current, *pieces.archives)):
            there = _Piece(
                feed, number, len(pieces.archives), tuple(item.identity for item in items[piece])
            )
            make = partial(_document, there, addresses, settings, recall)
            yield from filed(recall, f"{feed.folder} {there.digest.hex()}", make)
    if feeds:
        here = Here(catalogue, addresses, "").from_afar(settings.site_url)
        yield SiteFile(OPML, _outline(feeds, here))


def _outline(feeds: Iterable[NewsFeed], here: Here) -> bytes:
    """All feeds, to subscribe to at once; one format of each, or everything would come twice."""
    site = here.catalogue.site.name
    news = [
        Subscription(
            name_of(feed, here), here.link(feed.document("rss.xml")), here.link(page_of(feed, here))
        )
        for feed in feeds
    ]
    groups = [Group(f"{site}: nyheder", tuple(news))]
    if tells_status(here.catalogue):
        status = Subscription("Driftsstatus", here.link(published.FEED), here.link(STATUS))
        groups.append(Group(f"{site}: drift", (status,)))
    return subscriptions(site, groups)


def _document(
    piece: _Piece, addresses: Addresses, settings: Settings, recall: Recall, catalogue: Catalogue
) -> Iterator[SiteFile]:
    """One document in every format."""
    here = Here(catalogue, addresses, "").from_afar(settings.site_url)
    feed, number = piece.feed, piece.number
    updated = moment_of(catalogue.get(*piece.items[0])) if piece.items else None
    entries = [
        recall.share(f"entry/{'/'.join(key)}", partial(_written, *key, addresses, settings))
        for key in piece.items
    ]
    before = number - 1 if number else piece.archives
    for format in feed.formats:
        uri = feed.document(format, number)
        doc = Document(
            title=f"{here.catalogue.site.name}: {name_of(feed, here)}",
            summary=summary_of(feed),
            author=here.catalogue.site.organisation,
            page=here.link(page_of(feed, here)),
            address=here.link(uri),
            current=here.link(feed.document(format)),
            previous=here.link(feed.document(format, before)) if before else "",
            id=uuid5(_NAMESPACE, feed.folder).urn,
        )
        yield SiteFile(uri, _content(doc, entries, format, updated))
        # Archives are found from it.
        for folder in () if number else _former(feed, here):
            there = here.root + folder + format
            copy = replace(doc, address=there, current=there)
            yield SiteFile(folder + format, _content(copy, entries, format, updated))


def _content(
    doc: Document, entries: Iterable[Written], format: str, updated: datetime | None
) -> bytes:
    written: bytes = FORMATS[format].document(doc, (entry[format] for entry in entries), updated)
    return written


def _former(feed: NewsFeed, here: Here) -> Iterator[str]:
    """The folders that a feed had before: readers do not follow it to another."""
    for facet in facets_of(News):
        if facet.slug == feed.of:
            for value in former_values(facet, feed.value, here.catalogue):
                if former := feed_of(News, facet, value):
                    yield former.folder


def _written(
    kind: str, id: str, addresses: Addresses, settings: Settings, catalogue: Catalogue
) -> Written:
    here = Here(catalogue, addresses, "").from_afar(settings.site_url)
    item = catalogue.get(kind, id)
    entry = entry_of(item, here)
    # Only of all news there is a feed in each format.
    formats = EVERYTHING.formats if isinstance(item, Published) else NEW.formats
    return {name: FORMATS[name].item(entry) for name in formats}


def entry_of(item: Item, here: Here) -> Entry:
    """An item as feeds tell of it.

    Args:
        item: What came out, or is new.
        here: The site, seen from afar.
    """
    here = here.about(item)
    html = _html(item, here)
    moment = moment_of(item)
    return Entry(
        id=urn_of(item),
        title=f"Eksempel: {item.title}" if item.example else item.title,
        published=moment,
        updated=moment,
        link=here.link(item_url(item)),
        summary=item.summary,
        html=html,
        text=plain_text(html),
        categories=_categories(item, here),
        picture=_picture(item, here),
    )


def _html(item: Item, here: Here) -> str:
    """All that is told of news and newsletters; of what is new, its description and its page."""
    if isinstance(item, Newsletter):
        return markdown.bare(fill("feed-issue.html", here=here, issue=issue_of(item, here)))
    if isinstance(item, News):
        return markdown.bare(fill("feed-news.html", here=here, news=shown_news(item, here)))
    return markdown.bare(fill("feed-item.html", here=here, item=item))


def _categories(item: Item, here: Here) -> tuple[str, ...]:
    """What it is; of a piece of news also which category it is of."""
    words = here.catalogue.site.vocabularies.news_categories
    names = [word.name for word in words if isinstance(item, News) and word.id == item.category]
    return (item.kind.one.capitalize(), *names)


def _picture(item: Item, here: Here) -> Picture | None:
    shown = picture_of(item, here) if isinstance(item, News) else None
    if shown is None:
        return None
    return Picture(shown.src, len(shown.picture.content), shown.picture.type)
