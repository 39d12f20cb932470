"""Our feeds in a program from Debian, followed as its users follow them."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from synlighed.feeds.entries import Entry
from synlighed.feeds.opml import Group, Subscription, subscriptions
from synlighed.feeds.texts import plain_title
from tests.feeds.clients import MISSING, is_missing
from tests.feeds.feed_readers import by_feedparser
from tests.feeds.news import FORMATS, NEWS, SITE, Format, many, written
from tests.feeds.newsboat import Kept, follow, kept, read_all, reload, take_over
from tests.serving import serve

pytestmark = pytest.mark.skipif(is_missing("newsboat"), reason=MISSING.format("newsboat"))

FOLLOWED = [FORMATS["rss"], FORMATS["atom"]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    (made / ".newsboat").mkdir(parents=True)
    return made


@pytest.fixture
def site(tmp_path: Path) -> Path:
    made = tmp_path / "site"
    made.mkdir()
    return made


@pytest.fixture
def host(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


def publish(site: Path, format: Format, entries: tuple[Entry, ...], again: int = 0) -> str:
    """Puts a feed in the site, some minutes after it was put there before."""
    file = site / f"{format.stem}.{format.ending}"
    file.write_bytes(written(format, entries))
    at = 1_795_435_200 + 60 * again
    os.utime(file, (at, at))
    return file.name


def expected(entry: Entry, *, is_unread: bool = True) -> Kept:
    return Kept(
        entry.id,
        plain_title(entry.title),
        entry.link,
        entry.published.astimezone(UTC),
        is_unread,
    )


@pytest.mark.parametrize("format", FOLLOWED, ids=lambda format: format.stem)
def test_it_keeps_all_of_it(format: Format, home: Path, site: Path, host: str) -> None:
    news = many(69)
    address = f"{host}/{publish(site, format, news)}"
    follow(home, address)
    reload(home)
    found = kept(home, address)
    assert sorted(found) == sorted(map(expected, news))
    assert [one.published for one in found] == sorted(
        (one.published for one in found), reverse=True
    )


@pytest.mark.parametrize("format", FOLLOWED, ids=lambda format: format.stem)
def test_what_is_renamed_and_moved_is_not_new(
    format: Format, home: Path, site: Path, host: str
) -> None:
    """Another title, another address and another host; what was read stays so."""
    address = f"{host}/{publish(site, format, NEWS)}"
    follow(home, address)
    reload(home)
    read_all(home)
    renamed = tuple(
        replace(one, title=f"Rettet: {one.id}", link=f"https://ny.example/{number}/")
        for number, one in enumerate(NEWS)
    )
    more = many(4)[0]
    publish(site, format, (more, *renamed), again=1)
    reload(home)
    found = kept(home, address)
    assert [one.guid for one in found] == [more.id, *(one.id for one in NEWS)]
    assert [one.is_unread for one in found] == [True, False, False, False]
    assert [one.title for one in found[1:]] == [one.title for one in renamed]


def test_it_takes_over_the_list_of_feeds(home: Path, site: Path, host: str) -> None:
    """Of either format; entries in both it would keep for one of them only."""
    news = [NEWS, many(60)[:9]]
    addresses = [f"{host}/{publish(site, *one)}" for one in zip(FOLLOWED, news, strict=True)]
    groups = [
        Group(f"Gruppe {number} & mere", (Subscription("Nyt <b>", address, SITE),))
        for number, address in enumerate(addresses)
    ]
    opml = home / "feeds.opml"
    opml.write_bytes(subscriptions("Alle", groups))
    assert take_over(home, opml) == addresses
    reload(home)
    assert [len(kept(home, address)) for address in addresses] == [3, 9]


def test_the_whole_site(home: Path, built_site: Path) -> None:
    """Every feed of what we publish, by the addresses that it is published at."""
    feeds = [
        file.relative_to(built_site).as_posix()
        for name in ("rss.xml", "atom.xml")
        for file in sorted(built_site.rglob(name))
    ]
    assert len(feeds) > 20
    with serve(built_site) as host:
        addresses = [f"{host}/{uri}" for uri in feeds]
        follow(home, *addresses)
        reload(home)
    everything = next(address for address in addresses if address.endswith("/nyhedsbrev/rss.xml"))
    read = by_feedparser((built_site / "nyhedsbrev" / "rss.xml").read_bytes()).entries
    assert [one.guid for one in kept(home, everything)] == [entry.id for entry in read]
