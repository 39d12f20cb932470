"""OPML 2.0 (http://opml.org/spec2.opml): a list of feeds, which readers subscribe to at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime

from synlighed.feeds.elements import child, root, written
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
    made = root("opml", version="2.0")
    head = child(made, "head")
    child(head, "title", plain_title(title))
    if updated:
        child(head, "dateModified", format_datetime(updated.astimezone(UTC)))
    body = child(made, "body")
    for group in groups:
        folder = child(body, "outline", text=plain_title(group.title))
        for one in group.subscriptions:
            # Readers look for either, and for "rss" also when it is Atom.
            name = plain_title(one.title)
            told = {"text": name, "title": name, "type": "rss", "language": "da"}
            child(folder, "outline", **told, xmlUrl=one.address, htmlUrl=one.page)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + written(made)
