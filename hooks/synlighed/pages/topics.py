"""What one can ask about, and whom: the way into the contact points for who has a question."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from synlighed.danish.ordering import sort_key
from synlighed.model.contacts import Contact
from synlighed.model.fields import UNKNOWN
from synlighed.model.item import Item
from synlighed.model.site import Site

OTHERS = "Andet"
"""What is asked of contact points that do not say what they help with."""


@dataclass(frozen=True)
class Topic:
    """Something that a contact point answers."""

    text: str
    contact: Contact


@dataclass(frozen=True)
class Subject:
    """What several topics are about."""

    name: str
    topics: tuple[Topic, ...]


def subjects_of(items: Iterable[Item], site: Site) -> tuple[Subject, ...]:
    """All that these items answer, if they are contact points, under what it is about."""
    contacts = [item for item in items if isinstance(item, Contact)]
    return tuple(_subjects(contacts, site))


def _subjects(contacts: list[Contact], site: Site) -> Iterator[Subject]:
    words = site.vocabularies.subjects
    for id, name in (*((word.id, word.name) for word in words), (None, OTHERS)):
        found = [topic for one in contacts if one.subject == id for topic in _topics(one)]
        if found:
            yield Subject(name, tuple(sorted(found, key=lambda topic: sort_key(topic.text))))


def _topics(contact: Contact) -> Iterator[Topic]:
    for text in () if contact.answers is UNKNOWN else contact.answers:
        yield Topic(text, contact)
