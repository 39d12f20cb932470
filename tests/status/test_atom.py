"""The feed changes when something is told, and at no other time."""

from dataclasses import replace
from datetime import datetime, timedelta
from xml.etree import ElementTree

from synlighed.status.atom import anchor, feed
from synlighed.status.board import Board
from synlighed.status.published import FEED
from synlighed.status.words import Status
from tests.status.boards import DOCUMENT, NOW, board, document, notice

ATOM = "{http://www.w3.org/2005/Atom}"


def updated(made: Board) -> datetime:
    """When the feed says it was last changed."""
    return datetime.fromisoformat(
        ElementTree.fromstring(feed(made, FEED)).findtext(f"{ATOM}updated", "")
    )


def a_minute_later(made: Board) -> Board:
    """The same told, and fetched again."""
    later = made.now + timedelta(minutes=1)
    return replace(made, now=later, answer=replace(made.answer, fetched=later))


def test_each_has_a_place_of_its_own_on_the_page() -> None:
    """Whatever signs its id has; the ids of ours are left as they are."""
    ids = ["a.b", "a-b", "a_b", "a b", "a_2e_b", "ab", "A.b", "ø", "a.-b", "a-.b"]
    assert len({anchor("haendelse", id) for id in ids}) == len(ids)
    assert anchor("driftsmeddelelse", "langsomt-login-2") == "driftsmeddelelse-langsomt-login-2"
    assert not any(sign.isspace() for id in ids for sign in anchor("haendelse", id))


def test_it_is_as_new_as_what_was_told_last() -> None:
    news = notice(
        "nyt", Status.DEGRADED, "apps/dagbog", updates=((NOW - timedelta(minutes=2), "Fundet."),)
    )
    assert updated(board(DOCUMENT, news)) == NOW - timedelta(minutes=2)
    assert updated(board(None, notice("gammelt", Status.MAJOR, "apps/dagbog"))) == (
        NOW - timedelta(hours=2)
    )


def test_nothing_new_is_no_news() -> None:
    """Not a byte of it, however often the platform is asked; also while there is nothing at all."""
    for made in (board(), board(document(dagbog="operational")), board(None)):
        assert feed(a_minute_later(made), FEED) == feed(made, FEED)
    assert updated(board(None)).year == 2005
