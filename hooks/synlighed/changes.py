"""What tells a catalogue from an earlier one, and which questions that can touch.

To ask everything again takes longer than most edits are worth: one app more is no news to what
asked for a service that does not name it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from synlighed.asking import Question
from synlighed.catalogue import Catalogue, Key
from synlighed.model.item import Item
from synlighed.model.relation import relations_of
from synlighed.model.terms import Term

_OF_ITEM = {"find"}
_OF_KIND = {"count", "window", "items", "facet_counts", "narrowed", "count_narrowed"}
_OF_LINKS = {"incoming", "linked", "count_linked"}
_OF_TERMS = {"abbreviation"}


class Trace(NamedTuple):
    """What an item leaves in a catalogue."""

    digest: bytes
    names: frozenset[Key]
    """The items that it names."""


Traces = Mapping[Key, Trace]


def traces_of(catalogue: Catalogue, before: Traces) -> Traces:
    """What every item of a catalogue leaves in it; of those that are what they were, the same."""
    found: dict[Key, Trace] = {}
    for kind in catalogue.model:
        for item in catalogue.items(kind.kind.key):
            key, digest = item.identity, catalogue.digest(item)
            known = before.get(key)
            same = known if known and known.digest == digest else None
            found[key] = same or Trace(digest, _named(item))
    return found


def _named(item: Item) -> frozenset[Key]:
    relations = relations_of(type(item))
    return frozenset((relation.to, id) for relation in relations for id in relation.ids(item))


class Changes:
    """What changed from one catalogue to the next."""

    def __init__(self, before: Traces, now: Traces) -> None:
        """Compares what their items leave in them."""
        gone = before.keys() - now.keys()
        new = {key for key, trace in now.items() if before.get(key) is not trace}
        self._items = gone | new
        self._kinds = {kind for kind, _ in self._items}
        traces = (traces[key] for traces in (before, now) for key in self._items & traces.keys())
        self._linked = self._items.union(*(trace.names for trace in traces))

    def may_touch(self, question: Question) -> bool:
        """Whether the answer to a question can have changed; of most others it has not."""
        name, *given = question
        if name in _OF_ITEM:
            return tuple(given) in self._items
        if name in _OF_KIND:
            return given[0] in self._kinds
        if name in _OF_LINKS:
            return tuple(given[:2]) in self._linked
        if name in _OF_TERMS:
            return Term.kind.key in self._kinds
        return True
