"""The abbreviations that a reader can have explained, by the terms that stand for them."""

from collections.abc import Mapping
from dataclasses import dataclass

from synlighed.model.item import Item
from synlighed.model.terms import Term


@dataclass(frozen=True)
class Abbreviation:
    """What is told of an abbreviation wherever it is used: not all that its term says."""

    id: str
    meaning: str


def abbreviations_of(terms: tuple[Item, ...]) -> Mapping[str, Abbreviation]:
    """What each abbreviation stands for; of two terms for one, the first in their order."""
    return {
        term.title: Abbreviation(term.id, term.expansion or term.summary)
        for term in reversed(terms)
        if isinstance(term, Term) and term.abbreviation
    }
