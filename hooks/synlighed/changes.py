"""What tells a catalogue from an earlier one, and which questions that can touch.

To ask everything again takes longer than most edits are worth: one app more is no news to what
asked for a service that does not name it.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from synlighed.asking import Question
from synlighed.calendar.schedule import past_list
from synlighed.catalogue import Catalogue
from synlighed.digest import digest
from synlighed.inverse import Key
from synlighed.model.events import Event
from synlighed.model.relation import named_by
from synlighed.model.terms import Term
from synlighed.similar.alike import MOST
from synlighed.similar.terms import terms_of

_OF_ITEM = {"find"}
_OF_KIND = {"count", "window", "items", "facet_counts", "narrowed", "count_narrowed"}
_OF_KIND |= {"count_examples", "years_out", "count_out", "out", "beside"}
_OF_LINKS = {"incoming", "linked", "count_linked", "owned", "count_owned"}
_OF_TERMS = {"abbreviation"}
_OF_ALL = {"alphabet", "alphabet_contents"}
_OF_EVENTS = {"slots", "count_slots", "days", "years"}
_OF_PRECEDENTS = {"precedents", "count_precedents"}
_OF_PLANS = {"planned", "planned_halves"}
_OF_LIKENESS = {"similar"}
_OVER: Key = (Event.kind.key, "")
"""Where the trace of time stands: when an event is over, it is in other lists, as if edited."""


class Trace(NamedTuple):
    """What an item leaves in a catalogue."""

    digest: bytes
    names: frozenset[Key]
    """The items that it names."""
    terms: frozenset[str] = frozenset()
    """What it is about, if it is compared with others."""


Traces = Mapping[Key, Trace]


def traces_of(catalogue: Catalogue, before: Traces) -> Traces:
    """What every item of a catalogue leaves in it; of those that are what they were, the same."""
    found: dict[Key, Trace] = {}
    for kind in catalogue.model:
        for item in catalogue.items(kind.kind.key):
            key, content = item.identity, catalogue.digest(item)
            known = before.get(key)
            same = known if known and known.digest == content else None
            found[key] = same or Trace(
                content,
                named_by(item),
                frozenset(terms_of(item) if kind.kind.precedent else ()),
            )
    found[_OVER] = _over(catalogue, before.get(_OVER))
    return found


def _over(catalogue: Catalogue, before: Trace | None) -> Trace:
    """What time leaves in the calendar: of the same events, how many are over tells which."""
    over = digest(str(catalogue.count_slots(past_list())))
    return before if before and before.digest == over else Trace(over, frozenset())


class Changes:
    """What changed from one catalogue to the next."""

    def __init__(self, before: Traces, now: Traces) -> None:
        """Compares what their items leave in them."""
        gone = before.keys() - now.keys()
        new = {key for key, trace in now.items() if before.get(key) is not trace}
        self._now = now
        self._items = gone | new
        self._kinds = {kind for kind, _ in self._items}
        changed = [traces[key] for traces in (before, now) for key in self._items & traces.keys()]
        self._still = self._untouched()
        self._linked = self._items.union(*(trace.names for trace in changed))
        self._terms = frozenset[str]().union(*(trace.terms for trace in changed))

    def _untouched(self) -> frozenset[str]:
        """What is asked in questions whose answers cannot have changed, whatever they are about."""
        found: set[str] = set()
        if not self._items:
            found |= _OF_PRECEDENTS | _OF_PLANS | _OF_ALL
        if Term.kind.key not in self._kinds:
            found |= _OF_TERMS
        if Event.kind.key not in self._kinds:
            found |= _OF_EVENTS
        return frozenset(found)

    def may_touch(self, question: Question) -> bool:
        """Whether the answer to a question can have changed; of most others it has not."""
        name, *given = question
        if name in self._still:
            return False
        if name in _OF_ITEM:
            return tuple(given) in self._items
        if name in _OF_KIND:
            return given[0] in self._kinds
        if name in _OF_LINKS:
            return tuple(given[:2]) in self._linked
        if name in _OF_LIKENESS:
            return tuple(given) in self._compared
        return True

    @cached_property
    def _compared(self) -> set[Key]:
        """What changed, what is linked with it, and what shares a rare term with it, or did."""
        having = {
            key: found for key, trace in self._now.items() if (found := trace.terms & self._terms)
        }
        numbers = Counter(term for found in having.values() for term in found)
        # Before, as many had it, but for those that changed.
        common = {term for term, number in numbers.items() if number > MOST + len(self._items)}
        return self._linked | {key for key, found in having.items() if found - common}
