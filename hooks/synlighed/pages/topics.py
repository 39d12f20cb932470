"""What one can ask about, and whom: the way into the contact points for who has a question."""

from collections.abc import Iterable
from dataclasses import dataclass

from synlighed.danish.ordering import sort_key
from synlighed.model.contacts import Contact
from synlighed.model.fields import UNKNOWN
from synlighed.model.item import Item


@dataclass(frozen=True)
class Topic:
    """Something that a contact point answers."""

    text: str
    contact: Contact


def topics_of(items: Iterable[Item]) -> tuple[Topic, ...]:
    """All that these items answer, if they are contact points, in Danish order."""
    topics = (
        Topic(text, item)
        for item in items
        if isinstance(item, Contact) and item.answers is not UNKNOWN
        for text in item.answers
    )
    return tuple(sorted(topics, key=lambda topic: (sort_key(topic.text), topic.contact.id)))
