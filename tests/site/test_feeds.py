"""The feeds of the site as it is published: sound by themselves, and the same in two programs."""

from pathlib import Path

import listparser
import pytest

from tests.feeds.feed_lint import lint_atom, lint_opml, lint_rss
from tests.feeds.feed_readers import Found, by_fastfeedparser, by_feedparser

ADDRESS = "https://synlighed.example/"


def documents(site: Path, name: str) -> list[Path]:
    """The documents of one format, archives too."""
    return sorted(file for file in site.rglob(f"{name}*.xml") if "status" not in file.parts)


def told(entry: Found) -> tuple[object, ...]:
    """What both programs know of an entry, its moment to the second."""
    return (*entry[:3], entry.published.replace(microsecond=0), entry.letters)


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_every_document_is_sound(built_site: Path, name: str) -> None:
    lint = {"rss": lint_rss, "atom": lint_atom}[name]
    found = documents(built_site, name)
    assert any(file.stem == f"{name}-1" for file in found) and len(found) > 20
    for file in found:
        lint(file.read_bytes(), f"{ADDRESS}{file.relative_to(built_site).as_posix()}")


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_two_programs_read_the_same(built_site: Path, name: str) -> None:
    for file in documents(built_site, name):
        one, other = (read(file.read_bytes()) for read in (by_feedparser, by_fastfeedparser))
        assert list(map(told, one.entries)) == list(map(told, other.entries))
        dates = [entry.published for entry in one.entries]
        assert dates == sorted(dates, reverse=True)


def test_a_list_of_all_of_them(built_site: Path) -> None:
    content = (built_site / "abonner" / "feeds.opml").read_bytes()
    lint_opml(content)
    for feed in listparser.parse(content).feeds:
        assert (built_site / feed.url.removeprefix(ADDRESS)).is_file(), feed.url
