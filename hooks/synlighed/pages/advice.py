"""Whether one may use an app, where nobody has written an answer: the question always has one."""

from markupsafe import Markup, escape

from synlighed.model.apps import App
from synlighed.model.item import Item
from synlighed.pages.present import NOT_KNOWN

_NOT_YET = "Nej, den er ikke i brug endnu."
_BY_LIFECYCLE = {
    "idé": f"{_NOT_YET} Den er kun en idé.",
    "under udvikling": f"{_NOT_YET} Den er ved at blive lavet.",
    "under afprøvning": "Spørg først. Den er ved at blive prøvet af.",
    "under indfasning": "Spørg først. Den er ved at blive taget i brug.",
    "under udfasning": "Spørg først. Den er på vej ud af brug.",
    "ikke i drift": "Nej, den er ikke i brug mere.",
}


def answer_of(item: Item) -> Markup:
    """The answer that an item's other facts give to the first question of its kind; or nothing."""
    if not isinstance(item, App):
        return Markup()
    told = _BY_LIFECYCLE.get(str(item.lifecycle))
    return escape(told) if told else NOT_KNOWN + Markup(" Spørg, før du bruger den.")
