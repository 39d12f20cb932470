"""Libraries that read feeds, each with a parser of its own."""

import re
from calendar import timegm
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, NamedTuple

import fastfeedparser
import feedparser
import html5lib


class Found(NamedTuple):
    """What a program knows of an entry."""

    id: str
    title: str
    link: str
    published: datetime
    categories: tuple[str, ...]
    enclosure: tuple[str, int, str] | None
    """Its address, bytes (0 when the program does not say) and media type."""
    letters: str
    """Of all that it says."""


class Feed(NamedTuple):
    """What a program knows of a document."""

    title: str
    link: str
    entries: list[Found]
    """In the order it has them in."""


def by_feedparser(content: bytes) -> Feed:
    read = feedparser.parse(BytesIO(content))
    assert not read.bozo, read.bozo_exception
    return Feed(
        read.feed.title,
        read.feed.link,
        [
            Found(
                one.id,
                one.title,
                one.link,
                datetime.fromtimestamp(timegm(one.published_parsed), UTC),
                _terms(one),
                _enclosure([(each.href, each.length, each.type) for each in one.enclosures]),
                letters(one.content[0].value),
            )
            for one in read.entries
        ],
    )


def by_fastfeedparser(content: bytes) -> Feed:
    read = fastfeedparser.parse(content)
    return Feed(
        read.feed.title,
        read.feed.link,
        [
            Found(
                one.id,
                one.title,
                one.link,
                datetime.fromisoformat(one.published),
                _terms(one),
                _enclosure(
                    [
                        # Of a link of Atom, it keeps no size.
                        (each.get("url") or each["href"], each.get("length", 0), each["type"])
                        for each in (*one.get("enclosures", ()), *one.get("links", ()))
                        if each.get("rel", "enclosure") == "enclosure"
                    ]
                ),
                letters(one.content[0]["value"]),
            )
            for one in read.entries
        ],
    )


READERS: dict[tuple[str, str], Callable[[bytes], Feed]] = {
    ("rss", "feedparser"): by_feedparser,
    ("rss", "fastfeedparser"): by_fastfeedparser,
    ("atom", "feedparser"): by_feedparser,
    ("atom", "fastfeedparser"): by_fastfeedparser,
    ("json", "fastfeedparser"): by_fastfeedparser,
}
"""By the format and the name of the library; feedparser reads no JSON."""


def letters(html: str) -> str:
    """The letters and digits of some HTML, as a browser reads it."""
    text = "".join(html5lib.parseFragment(html, treebuilder="etree").itertext())
    return "".join(re.findall(r"\w", text))


def _terms(one: Any) -> tuple[str, ...]:
    return tuple(tag["term"] for tag in one.get("tags", ()))


def _enclosure(found: list[tuple[str, Any, str]]) -> tuple[str, int, str] | None:
    assert len(found) <= 1
    return (found[0][0], int(found[0][1]), found[0][2]) if found else None
