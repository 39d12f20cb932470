"""Whom readers ask."""

from synlighed.model.contacts import Contact
from synlighed.model.events import Event
from synlighed.model.item import Item
from synlighed.model.processes import Process
from synlighed.pages.here import Here


def contact_of(item: Item, here: Here) -> Contact | None:
    """Who to ask about an item; a contact point speaks for itself."""
    # Whoever keeps the description of a process is not whom one calls on the way.
    id: object = item.contact if isinstance(item, Process) else item.owner
    if isinstance(item, Event) and item.contact:
        id = item.contact
    if isinstance(item, Contact) or not isinstance(id, str):
        return None
    contact = here.catalogue.find(Contact.kind.key, id)
    return contact if isinstance(contact, Contact) else None


def mending_mailbox(item: Item, here: Here) -> str:
    """Where whoever answers for what the page says is told of a mistake; empty when nowhere."""
    owner = here.catalogue.find(Contact.kind.key, str(item.owner))
    return (owner.mailbox or "") if isinstance(owner, Contact) else ""
