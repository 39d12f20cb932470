"""The items that are most like one, and what they share.

Two items are alike by the terms that both have, each weighed by how rare it is and by how much of
either item it is: the cosine of tf-idf (Manning, Raghavan and Schütze, "Introduction to Information
Retrieval", 2008, 6.3). It differs in two things, so that an edit touches those who share a rare
term with what was edited, and nobody else: the rarity of a term does not depend on how many items
there are, and the length of an item not on how rare its terms are.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from math import log

from synlighed.model.item import Item
from synlighed.similar.terms import terms_of, written
from synlighed.states import State, state_of

MOST = 50
"""Items; what more have tells of none of them what it is about, and is never looked up."""

_LEAST = 0.72
"""So much two items share that both have fourteen words, one of which only they have."""

_TELLING = 18
"""Items; what more have is no reason that anybody should be told."""

_REASONS = 2
"""Reasons that two must share; one may be a chance of spelling: a card and a map, `kort`."""

_SHOWN = 5


@dataclass(frozen=True)
class Shared:
    """Something that two items share."""

    field: str
    """The field whose value it is; empty when it is a word."""
    text: str
    """The value, or the word as the item that was asked for writes it."""


@dataclass(frozen=True)
class Alike:
    """What is told of an item that is like another: not all that it says."""

    kind: str
    id: str
    title: str
    summary: str
    state: State | None
    example: bool
    content_status: str
    shared: tuple[Shared, ...]
    """What tells most first."""


class Similar:
    """Items, and who has what in common."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Notes who has which term.

        Args:
            items: In the order that those that are equally alike come in.
        """
        self._items = tuple(items)
        self._terms = [terms_of(item) for item in self._items]
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for number, terms in enumerate(self._terms):
            for term in terms:
                self._having[term].append(number)

    def to(self, item: Item, without: Collection[tuple[str, str]] = ()) -> tuple[Alike, ...]:
        """The items most like one of them, the likest first; none when nothing is alike.

        Args:
            item: The one.
            without: The kinds and ids of those that are not looked for.
        """
        others = (other for other in self._by_likeness(item) if other.identity not in without)
        return tuple(
            _told(other, self._shared(item, other), item) for other in islice(others, _SHOWN)
        )

    def _by_likeness(self, item: Item) -> Iterator[Item]:
        ours = terms_of(item)
        worth = {
            term: part * _rarity(number) ** 2
            for term, part in ours.items()
            if 1 < (number := len(self._having[term])) <= MOST
        }
        reasons = Counter(
            number
            for term in worth
            if len(self._having[term]) <= _TELLING
            for number in self._having[term]
        )
        near = []
        for number, count in reasons.items():
            if count >= _REASONS and self._items[number].identity != item.identity:
                theirs = self._terms[number]
                score = sum(worth[term] * theirs[term] for term in worth if term in theirs)
                # Rounded, since the last digit of a logarithm is not the same on every machine.
                near.append((-round(score, 6), number))
        return (self._items[number] for score, number in sorted(near) if -score >= _LEAST)

    def _shared(self, item: Item, other: Item) -> list[str]:
        """The telling terms of both, the most telling first."""
        ours, theirs = terms_of(item), terms_of(other)
        worth = {
            term: -round(_rarity(number) ** 2 * part * theirs[term], 6)
            for term, part in ours.items()
            if term in theirs and (number := len(self._having[term])) <= _TELLING
        }
        return sorted(worth, key=lambda term: (worth[term], term))


def _rarity(number: int) -> float:
    return log(MOST / number)


def _told(other: Item, shared: list[str], item: Item) -> Alike:
    return Alike(
        kind=other.kind.key,
        id=other.id,
        title=other.title,
        summary=other.summary,
        state=state_of(other),
        example=bool(other.example),
        content_status=other.content_status or "",
        shared=tuple(one for term in shared if (one := _as_written(term, item)).text),
    )


def _as_written(term: str, item: Item) -> Shared:
    field, is_value, value = term.partition("=")
    return Shared(field, value) if is_value else Shared("", written(term, item))
