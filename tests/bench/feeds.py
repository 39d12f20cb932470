"""What the feeds of many news cost: to write all documents there ever were of each."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from types import ModuleType

from feedgen.feed import FeedGenerator

from synlighed.feeds import atom, rss
from synlighed.feeds.archives import cut
from synlighed.feeds.entries import Document, Entry, Picture
from tests.bench.running import Measure

NEWS = 5_000
FEEDS = 40
SITE = "https://synlighed.example/nyhedsbrev/"
HTML = "<p>Noget <strong>nyt</strong>, som er lavet for at se, hvor lang tid det tager.</p>\n" * 10


def feeds() -> Measure:
    """Each entry is written once, for the feed of all news and for that of its topic."""
    news = [_entry(number) for number in range(NEWS, 0, -1)]
    topics = [news[topic :: FEEDS - 1] for topic in range(FEEDS - 1)]
    all_of_them = [news, *topics]
    sizes: list[int] = []

    def ours() -> None:
        sizes[:] = [len(content) for content in _ours(news, all_of_them)]

    def theirs() -> None:
        for name, entries in _documents(all_of_them):
            _theirs(name, entries)

    rounds = [(_seconds(ours), _seconds(theirs)) for _ in range(5)]
    took, alone = (min(column) for column in zip(*rounds, strict=True))
    return Measure(
        f"all feeds of {NEWS:,} news in RSS and Atom, against feedgen writing those of RSS",
        took / alone,
        1.5,
        "x",
        f"{took:.2f} / {alone:.2f} s, {len(sizes)} documents, {sum(sizes) / 1e6:.0f} MB",
    )


def _entry(number: int) -> Entry:
    published = datetime(2020, 1, 1, 9, tzinfo=UTC) + timedelta(hours=7 * number)
    return Entry(
        id=f"urn:uuid:8d1b9a52-5b0e-5c1c-9a57-{number:012x}",
        title=f"Nyt om noget nummer {number} & mere",
        published=published,
        updated=published,
        link=f"{SITE}nyt-{number}/",
        summary="Det korte af det lange, som er, hvad man ser i en liste.",
        html=HTML,
        text="",
        categories=("Drift", f"Emne {number % FEEDS}"),
        picture=Picture(f"{SITE}{number}.png", 40_000, "image/png") if number % 5 == 0 else None,
    )


def _documents(feeds: list[list[Entry]]) -> Iterator[tuple[str, list[Entry]]]:
    """The entries of every document, by its name."""
    for number, entries in enumerate(feeds):
        parts = cut(len(entries))
        yield f"{number}", entries[parts.current]
        for archive, part in enumerate(parts.archives, 1):
            yield f"{number}-{archive}", entries[part]


def _ours(news: list[Entry], feeds: list[list[Entry]]) -> Iterator[bytes]:
    for format in (rss, atom):
        items = {entry.id: format.item(entry) for entry in news}
        for name, entries in _documents(feeds):
            yield _document(format, name, [items[entry.id] for entry in entries], entries)


def _document(format: ModuleType, name: str, items: list[bytes], entries: list[Entry]) -> bytes:
    doc = Document(
        title=f"Nyhedsbrev {name}",
        summary="Alt nyt.",
        author="En region",
        page=SITE,
        address=f"{SITE}{name}.xml",
        current=f"{SITE}{name.partition('-')[0]}.xml",
    )
    content: bytes = format.document(doc, items, entries[0].updated)
    return content


def _theirs(name: str, entries: list[Entry]) -> bytes:
    channel = FeedGenerator()
    channel.title(f"Nyhedsbrev {name}")
    channel.description("Alt nyt.")
    channel.link(href=SITE)
    channel.language("da")
    channel.lastBuildDate(entries[0].updated)
    for entry in entries:
        one = channel.add_entry(order="append")
        one.title(entry.title)
        one.link(href=entry.link)
        one.description(entry.summary)
        one.content(entry.html, type="CDATA")
        one.guid(entry.id)
        for category in entry.categories:
            one.category(term=category)
        if picture := entry.picture:
            one.enclosure(picture.url, str(picture.length), picture.type)
        one.published(entry.published)
    content: bytes = channel.rss_str()
    return content


def _seconds(do: Callable[[], object]) -> float:
    """Of the processor: these are so few that whatever else the machine does would show."""
    start = time.process_time()
    do()
    return time.process_time() - start
