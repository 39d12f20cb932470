"""newsboat, a feed reader from Debian, with a home of its own."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tests.feeds.clients import run


class Kept(NamedTuple):
    """What newsboat keeps of an entry."""

    guid: str
    title: str
    link: str
    published: datetime
    is_unread: bool


def follow(home: Path, *addresses: str) -> None:
    """Follows feeds from now on."""
    (home / "urls").write_text("".join(f"{one}\n" for one in addresses), encoding="utf-8")


def take_over(home: Path, opml: Path) -> list[str]:
    """Follows all feeds of a list from another program; the addresses that it then follows."""
    urls = home / "urls"
    run(home, "newsboat", "-u", str(urls), "-i", str(opml))
    return [line.split()[0] for line in urls.read_text(encoding="utf-8").splitlines() if line]


def reload(home: Path) -> None:
    """Asks every feed, and finds nothing wrong with any.

    Raises:
        AssertionError: it complained.
    """
    config, log = home / "config", home / "log"
    config.write_text("", encoding="utf-8")
    files = ("-u", home / "urls", "-c", home / "cache.db", "-C", config)
    run(home, "newsboat", *map(str, files), "-d", str(log), "-l", "3", "-x", "reload")
    assert not log.exists() or not log.read_text(encoding="utf-8"), log.read_text(encoding="utf-8")


def kept(home: Path, address: str) -> list[Kept]:
    """What is kept of a feed, in the order in which it is shown."""
    asked = (
        "SELECT guid, title, url, pubDate, unread FROM rss_item "
        "WHERE feedurl = ? ORDER BY pubDate DESC, id"
    )
    with closing(sqlite3.connect(home / "cache.db")) as cache:
        rows = cache.execute(asked, (address,)).fetchall()
    return [
        Kept(guid, title, link, datetime.fromtimestamp(date, UTC), bool(unread))
        for guid, title, link, date, unread in rows
    ]


def read_all(home: Path) -> None:
    """Marks everything as read, as a person does."""
    with closing(sqlite3.connect(home / "cache.db")) as cache, cache:
        cache.execute("UPDATE rss_item SET unread = 0")
