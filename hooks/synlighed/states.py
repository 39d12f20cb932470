"""The state of an item, in words and in a tone of colour that only repeats the words."""

from dataclasses import dataclass

from synlighed.model.declare import fields_of
from synlighed.model.fields import UNKNOWN
from synlighed.model.item import Item
from synlighed.model.vocabulary import IN_USE

LIFECYCLE = "lifecycle"
"""The field whose words are also those for how something works now."""

_TONES = {
    "i drift": "good",
    "udbredelse": "good",
    "afsluttet": "good",
    "idé": "new",
    "under vurdering": "new",
    "forprojekt": "new",
    "under udvikling": "going",
    "under afprøvning": "going",
    "under indfasning": "going",
    "udvikling": "going",
    "afprøvning": "going",
    "under udfasning": "ending",
    "ikke i drift": "ended",
    "stoppet": "ended",
    "anvend": "good",
    "afprøv": "going",
    "følg": "new",
    "forstyrrelse": "ending",
    "vedligehold": "going",
}
"""Tones of the words that kinds use for states; every other word is neutral."""


@dataclass(frozen=True)
class State:
    """A state as it is shown."""

    label: str
    """Read aloud before the text, and not seen; empty when the text says it."""
    text: str
    tone: str


def state_of(item: Item) -> State | None:
    """The state of an item, when its kind has one.

    »I drift« in green says that something works now, so a life cycle is seen with its name; and of
    what is in use it has no colour.
    """
    value = getattr(item, item.kind.state) if item.kind.state else None
    if value is None:
        return None
    label = next(field.label for field in fields_of(type(item)) if field.key == item.kind.state)
    if value is UNKNOWN:
        return State("", f"{label} ikke oplyst", "unknown")
    tone = _TONES.get(value, "neutral")
    if item.kind.state == LIFECYCLE:
        is_used = item.is_watched or value in IN_USE
        return State("", f"{label}: {value}", "plain" if is_used else tone)
    return State(label, str(value)[:1].upper() + str(value)[1:], tone)
