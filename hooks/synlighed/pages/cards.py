"""An item as a catalogue shows it: a card, or a word and its meaning."""

from collections.abc import Sequence
from dataclasses import dataclass

from synlighed.danish.ordering import initial
from synlighed.danish.slugs import slugify
from synlighed.model.contacts import Contact
from synlighed.model.declare import fields_of
from synlighed.model.item import Item
from synlighed.pages.here import Here
from synlighed.pages.present import Fact, show_briefly
from synlighed.states import State, state_of


@dataclass(frozen=True)
class Card:
    """An item as its catalogue shows it."""

    item: Item
    state: State | None
    facts: tuple[Fact, ...]
    contact: Contact | None
    """Whom to call, when the item is a contact point."""


@dataclass(frozen=True)
class Letter:
    """The words under one letter."""

    id: str
    title: str
    cards: tuple[Card, ...]


def cards_of(items: Sequence[Item], here: Here) -> tuple[Card, ...]:
    """Items as their catalogue shows them."""
    return tuple(_card(item, here) for item in items)


def _card(item: Item, here: Here) -> Card:
    here = here.about(item)
    fields = {field.key: field for field in fields_of(type(item))}
    facts = tuple(
        Fact(fields[key].label, show_briefly(getattr(item, key), fields[key], here))
        for key in item.kind.card
        if getattr(item, key) not in (None, ())
    )
    return Card(item, state_of(item), facts, item if isinstance(item, Contact) else None)


def letters_of(cards: Sequence[Card]) -> tuple[Letter, ...]:
    """Words under their letters."""
    # Digits come before a, other alphabets after å, and both stand under #: once.
    by_letter: dict[str, list[Card]] = {}
    for card in cards:
        by_letter.setdefault(initial(card.item.title), []).append(card)
    return tuple(
        Letter(letter_id(letter), letter, tuple(under)) for letter, under in by_letter.items()
    )


def letter_id(letter: str) -> str:
    """The id of the heading of a letter."""
    return f"bogstav-{slugify(letter) or 'andre'}"
