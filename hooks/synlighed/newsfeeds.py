"""The feeds there are: which lists of what has come out readers can follow, and where they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from heapq import merge
from uuid import UUID, uuid5

from synlighed.catalogue import Catalogue
from synlighed.feeds.archives import cut
from synlighed.model.facets import Facet, facets_of
from synlighed.model.item import Item
from synlighed.model.news import News
from synlighed.model.newsletters import Newsletter
from synlighed.model.once import once
from synlighed.model.published import Published, moment_on

FOLDER = f"{Newsletter.kind.path}/"
BY = ("category", "roles", "units")
"""The fields of news that people follow by."""

_NAMESPACE = UUID("6b1f7c52-1d5e-4f0f-9b2a-90a6a4c9d3e8")
"""Of the names that items new in the catalogue are numbered by (RFC 9562, 5.5); it stays."""


@dataclass(frozen=True)
class NewsFeed:
    """A list to follow."""

    folder: str
    """Where its documents are."""
    of: str
    """What it is of: `alt`, `nyhedsbrev`, `nyt`, or the name of a facet."""
    value: str = ""
    """Of a facet, its value, as addresses name it."""

    @property
    def formats(self) -> tuple[str, ...]:
        """The names of its documents."""
        return ("rss.xml", "atom.xml", "feed.json") if self.of == "alt" else ("rss.xml", "atom.xml")

    def document(self, format: str, archive: int = 0) -> str:
        """The address of a document: the one that readers follow, or an archive by its number."""
        name, _, ending = format.rpartition(".")
        return f"{self.folder}{name}-{archive}.{ending}" if archive else f"{self.folder}{format}"


EVERYTHING = NewsFeed(FOLDER, "alt")
ISSUES = NewsFeed(f"{FOLDER}kun-nyhedsbrevet/", "nyhedsbrev")
NEW = NewsFeed(f"{FOLDER}nyt-i-kataloget/", "nyt")


def newsfeeds(catalogue: Catalogue) -> Iterator[NewsFeed]:
    """Every list to follow; of a value only when there is something to read."""
    if not has_news(catalogue):
        return
    yield from (EVERYTHING, NEW)
    if Newsletter.kind.key in catalogue.model:
        yield ISSUES
    if News.kind.key in catalogue.model:
        facets = {facet.slug: facet for facet in facets_of(News)}
        for slug, value, _ in catalogue.facet_counts(News.kind.key):
            if feed := feed_of(News, facets[slug], value):
                yield feed


def feed_of(kind: type[Item], facet: Facet, value: str) -> NewsFeed | None:
    """The list to follow that holds what a catalogue narrowed by a value does, if there is one."""
    if kind is not News or facet.field.key not in BY:
        return None
    return NewsFeed(f"{kind.kind.path}/{facet.slug}/{value}/", facet.slug, value)


def has_news(catalogue: Catalogue) -> bool:
    """Whether there is a newsletter, or news, to follow."""
    return News.kind.key in catalogue.model or Newsletter.kind.key in catalogue.model


def told_in(feed: NewsFeed, catalogue: Catalogue) -> tuple[Item, ...]:
    """All that a list ever told of, the newest first."""
    news, issues = (
        catalogue.items(kind.kind.key) if kind.kind.key in catalogue.model else ()
        for kind in (News, Newsletter)
    )
    if feed.of == NEW.of:
        return _new(catalogue)
    if feed.of == ISSUES.of:
        return issues
    if feed.of == EVERYTHING.of:
        return tuple(merge(news, issues, key=lambda item: item.order))
    number = catalogue.count_narrowed(News.kind.key, feed.of, feed.value)
    own = catalogue.narrowed(News.kind.key, feed.of, feed.value, 0, number)
    return tuple(merge(own, _for_all(feed, news), key=lambda item: item.order))


def _count_told_in(feed: NewsFeed, catalogue: Catalogue) -> int:
    """How many those are; of what is new in the catalogue, without putting them in order."""
    if feed.of == NEW.of:
        return sum(1 for _ in _told_when_new(catalogue))
    return len(told_in(feed, catalogue))


def _for_all(feed: NewsFeed, news: tuple[Item, ...]) -> Iterator[Item]:
    """Of news, what is for nobody in particular; of a category each is."""
    facet = next(facet for facet in facets_of(News) if facet.slug == feed.of)
    return (item for item in news if not getattr(item, facet.field.key))


def documents(feed: NewsFeed, catalogue: Catalogue) -> Iterator[str]:
    """The addresses of all documents of a list."""
    archives = len(cut(_count_told_in(feed, catalogue)).archives)
    for format in feed.formats:
        yield from (feed.document(format, number) for number in range(archives + 1))


@once
def moment_of(item: Item) -> datetime:
    """When an item came out, or was new in the catalogue; no two items at the same moment.

    Raises:
        TypeError: nobody knows.
    """
    if isinstance(item, Published):
        return item.published_at
    if not isinstance(item.created, date):
        raise TypeError(f"{item.source}: created")
    return moment_on(item.created, UUID(urn_of(item)))


def urn_of(item: Item) -> str:
    """What programs know an item by; it stays under another id, title and host (RFC 9562)."""
    if isinstance(item, Published):
        return item.urn
    first = item.former_ids[0] if item.former_ids else item.id
    return uuid5(_NAMESPACE, f"{item.kind.key}/{first}").urn


def _new(catalogue: Catalogue) -> tuple[Item, ...]:
    by_moment = ((moment_of(item), item.id, item) for item in _told_when_new(catalogue))
    known = sorted(by_moment, key=lambda entry: entry[:2], reverse=True)
    return tuple(item for *_, item in known)


def _told_when_new(catalogue: Catalogue) -> Iterator[Item]:
    """What is told of when it is new in the catalogue, and is known to have been."""
    return (
        item
        for kind in catalogue.model
        if kind.kind.told_when_new
        for item in catalogue.items(kind.kind.key)
        if isinstance(item.created, date) and item.content_status != "udkast"
    )
