"""What a kind shows in a way of its own, where a list of facts would not do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from synlighed.model.guidelines import Guideline
from synlighed.model.item import Item
from synlighed.model.processes import Process
from synlighed.model.routes import Route
from synlighed.pages.guide import shown_question
from synlighed.pages.here import Here
from synlighed.pages.process import shown_steps
from synlighed.pages.rules import shown_rules


@dataclass(frozen=True)
class Own:
    """Something a kind shows itself, and the fields of which it says all there is."""

    fields: frozenset[str]
    show: Callable[[Any, Here], Markup]


_OF_KIND: Mapping[type[Item], Own] = {
    Guideline: Own(frozenset({"rules"}), shown_rules),
    Process: Own(frozenset({"steps"}), shown_steps),
    Route: Own(frozenset({"answers", "help"}), shown_question),
}
_NOTHING = Own(frozenset(), lambda item, here: Markup())


def own_of(kind: type[Item]) -> Own:
    """What a kind shows itself."""
    return _OF_KIND.get(kind, _NOTHING)
