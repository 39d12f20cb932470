"""An item as a catalogue shows it: a card, or a word and its meaning."""

from collections.abc import Sequence
from dataclasses import dataclass

from synlighed.model.contacts import Contact
from synlighed.model.declare import fields_of
from synlighed.model.item import Item
from synlighed.model.metrics import Metric
from synlighed.pages.here import Here
from synlighed.pages.letters import Letter, under_letters
from synlighed.pages.metric import latest_of
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
    if isinstance(item, Metric):
        facts = (*latest_of(item, here), *facts)
    return Card(item, state_of(item), facts, item if isinstance(item, Contact) else None)


def letters_of(cards: Sequence[Card]) -> tuple[Letter[Card], ...]:
    """Words under their letters."""
    return under_letters(cards, lambda card: card.item.title)
