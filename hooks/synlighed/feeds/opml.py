"""OPML 2.0 (http://opml.org/spec2.opml): a list of feeds, which readers subscribe to at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from itertools import chain

from synlighed.feeds.elements import DECLARATION, around, element, written
from synlighed.feeds.texts import plain_title

TYPE = "text/x-opml"
"""The media type of a list."""


@dataclass(frozen=True)
class Subscription:
    """A feed that one can follow."""

    title: str
    address: str
    """Of its RSS or Atom, absolute: one format of each feed, or readers get everything twice."""
    page: str
    """The page that says the same, absolute."""


@dataclass(frozen=True)
class Group:
    """Feeds that a reader shows as a folder."""

    title: str
    subscriptions: tuple[Subscription, ...]


def subscriptions(title: str, groups: Iterable[Group], updated: datetime | None = None) -> bytes:
    """The list.

    Args:
        title: What it is a list of.
        groups: The feeds, in the order in which they are shown.
        updated: When the list was changed; None when nothing says.
    """
    head = [element("title", plain_title(title))]
    if updated:
        head.append(element("dateModified", format_datetime(updated.astimezone(UTC))))
    body = chain.from_iterable(map(_folder, groups))
    lines = around("opml", [*around("head", head), *around("body", body)], version="2.0")
    return DECLARATION + written(lines)


def _folder(group: Group) -> list[str]:
    feeds = map(_feed, group.subscriptions)
    return around("outline", feeds, text=plain_title(group.title))


def _feed(one: Subscription) -> str:
    name = plain_title(one.title)
    # Readers look for either name, and for this type also when it is Atom.
    told = {"text": name, "title": name, "type": "rss", "language": "da"}
    return element("outline", **told, xmlUrl=one.address, htmlUrl=one.page)
