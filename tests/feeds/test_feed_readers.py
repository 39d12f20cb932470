"""Other programs read in our feeds what we wrote, whatever it is, and the same in each format."""

from datetime import UTC
from html import escape

import listparser
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from synlighed.feeds.entries import Entry
from synlighed.feeds.opml import Group, Subscription, subscriptions
from synlighed.feeds.plain import plain_text
from synlighed.feeds.texts import plain_title
from synlighed.markdown import is_outside, render
from tests.export.expected import assert_expected
from tests.feeds.feed_lint import lint_opml
from tests.feeds.feed_readers import READERS, Found, letters
from tests.feeds.news import FIRST, FORMATS, NEWS, PAGE, PICTURE, SITE, made, many, whole, written
from tests.feeds.test_documents import GOLDEN, TEXTS

MARKDOWN = st.one_of(
    # A file of data can hold no lone surrogate.
    TEXTS.map(lambda text: text.encode("utf-8", "ignore").decode()),
    st.text("*_`#>[]()!-1. \n\tab<&æ\u2028\x00", max_size=100),
)


def expected(entry: Entry) -> Found:
    """An entry, as every program should know it."""
    picture = entry.picture
    return Found(
        entry.id,
        plain_title(entry.title),
        entry.link,
        entry.published.astimezone(UTC),
        entry.categories,
        (picture.url, picture.length, picture.type) if picture else None,
        letters(entry.html),
    )


def as_told(found: Found) -> Found:
    """What a program found, with the size of a picture that it does not say."""
    if found.enclosure and not found.enclosure[1]:
        url, _, type = found.enclosure
        return found._replace(enclosure=(url, PICTURE.length, type))
    return found


@pytest.mark.parametrize(("format", "name"), READERS)
def test_a_program_reads_what_we_wrote(format: str, name: str) -> None:
    """Titles, dates, ids, links, categories and enclosures, in our order."""
    found = READERS[format, name](written(FORMATS[format], NEWS))
    assert (found.title, found.link) == ("Nyhedsbrev: drift", PAGE)
    assert [as_told(one) for one in found.entries] == [expected(one) for one in NEWS]


@pytest.mark.parametrize(("format", "name"), READERS)
def test_a_program_finds_all_there_ever_was(format: str, name: str) -> None:
    news = many(175)
    documents = list(whole(FORMATS[format], news).values())
    current, *archives = [READERS[format, name](content).entries for content in documents]
    found = [*current, *(one for archive in reversed(archives) for one in archive)]
    assert [as_told(one) for one in found] == [expected(one) for one in news]


@settings(max_examples=100)
@given(TEXTS, MARKDOWN)
@example("<script>alert(1)</script>", "]]> <script>alert(1)</script> &lt;b&gt; \u2028 <!--")
@example("&lt;b&gt;", "`</p>` <![CDATA[x]]>")
def test_every_letter_arrives_in_every_format(title: str, text: str) -> None:
    html = render(text, lambda href: href if is_outside(href) else None)
    # What could be UTF-8 that was read as Latin-1, feedparser takes for that: no text with a euro.
    one = made(title=f"€ {title}", html=f"<p>€</p>{html}", text=plain_text(html))
    for (format, name), read in READERS.items():
        [found] = read(written(FORMATS[format], (one,))).entries
        assert letters(escape(found.title)) == letters(escape(one.title)), (format, name)
        assert "<script" not in found.title, (format, name)
        assert found.letters == letters(one.html), (format, name)


GROUPS = (
    Group("Hele nyhedsbrevet", (Subscription("Alt nyt", f"{SITE}rss.xml", SITE),)),
    Group(
        "Efter emne",
        (
            Subscription("Drift & apps", f"{SITE}emner/drift/rss.xml", PAGE),
            Subscription('<b> "x"', f"{SITE}emner/b/atom.xml?a=1&b=2", f"{SITE}emner/b/"),
        ),
    ),
)


def test_the_list_of_feeds_in_full() -> None:
    content = subscriptions("Nyhedsbrev & drift", GROUPS, FIRST)
    lint_opml(content)
    assert_expected(content.decode(), GOLDEN / "feeds.opml")


def test_a_program_reads_the_list_of_feeds() -> None:
    found = listparser.parse(subscriptions("Nyhedsbrev & drift", GROUPS, FIRST))
    assert not found.bozo, found.bozo_exception
    assert found.version == "opml2"
    assert (found.meta.title, found.meta.modified_parsed) == ("Nyhedsbrev & drift", FIRST)
    assert not {"author", "ownername", "owneremail"} & {key.lower() for key in found.meta}
    assert [(feed.title, feed.url, feed.tags) for feed in found.feeds] == [
        (plain_title(one.title), one.address, [group.title])
        for group in GROUPS
        for one in group.subscriptions
    ]


@given(TEXTS, TEXTS)
def test_a_list_holds_any_title(title: str, name: str) -> None:
    group = Group(f"x{title}", (Subscription(f"x{name}", f"{SITE}rss.xml", SITE),))
    content = subscriptions(title, (group,))
    lint_opml(content)
    [feed] = listparser.parse(content).feeds
    assert feed.title == plain_title(f"x{name}")
