"""Relations: declared once, on one side, with the name each side is known by.

A relation is a field that holds the id of another item, on the kind itself or inside one of its
parts. The other side is computed by the catalogue.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter
from typing import Any

from synlighed.danish.slugs import slugify
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.fields import Reference
from synlighed.model.item import Item
from synlighed.model.once import once

Place = tuple[str | int, ...]
"""The way to a value inside an item: keys, and numbers in lists; as pydantic writes locations."""


@dataclass(frozen=True)
class Relation:
    """One declared relation, from a kind's field to another kind."""

    kind: str
    keys: tuple[str, ...]
    to: str
    label: str
    inverse: str
    acyclic: bool
    """Whether following it may never lead back."""
    to_itself: bool
    """Whether an item may name itself, as a contact point that answers for its own page."""

    @property
    def key(self) -> str:
        """The relation's name for programs, as `suppliers.organisation`."""
        return ".".join(self.keys)

    @cached_property
    def inverse_slug(self) -> str:
        """The name of the other side in an address, as `bruges-af`."""
        return slugify(self.inverse)

    def of_which(self, items: Iterable[Item]) -> Iterator[Item]:
        """Those that can name any; through most relations most items name none."""
        return filter(attrgetter(self.keys[0]), items)

    def targets(self, item: Item) -> Iterator[tuple[Place, Reference]]:
        """Every id the item names through this relation, with its place in the item."""
        return _references(item, self.keys, ())

    def ids(self, item: Item) -> list[Reference]:
        """Every id the item names through this relation, without its place: it takes a fifth."""
        first, *inner = self.keys
        found = _several(getattr(item, first))
        for key in inner:
            parts = (part for part in found if isinstance(part, Part))
            found = [value for part in parts for value in _several(getattr(part, key))]
        return [value for value in found if isinstance(value, Reference)]


@cache
def relations_of(kind: type[Item]) -> tuple[Relation, ...]:
    """The relations a kind declares, in the order of its fields."""
    return tuple(_declared(kind.kind.key, kind, ()))


@once
def names_in(item: Item) -> tuple[tuple[str, tuple[str, str]], ...]:
    """For every id in an item, what the relation is called from the other side, and what is named.

    What is named is told by its kind and id, and the relation by its name in addresses.
    """
    return tuple(
        (relation.inverse_slug, (relation.to, str(id)))
        for relation in relations_of(type(item))
        for id in relation.ids(item)
    )


def named_by(item: Item) -> frozenset[tuple[str, str]]:
    """The kind and id of every item that one names."""
    return frozenset(named for _, named in names_in(item))


def _declared(kind: str, model: type[Part], above: tuple[Field, ...]) -> Iterator[Relation]:
    for field in fields_of(model):
        if field.declared.to:
            yield Relation(
                kind=kind,
                keys=tuple(f.key for f in (*above, field)),
                to=field.declared.to,
                label=above[0].label if above else field.label,
                # Of a part that several kinds have, each says what it is from the other side.
                inverse=field.declared.inverse or above[0].declared.inverse,
                acyclic=field.declared.acyclic,
                to_itself=field.declared.to_itself,
            )
        elif field.part:
            yield from _declared(kind, field.part, (*above, field))


def _several(value: Any) -> Sequence[Any]:
    """What a field holds, whether it is several or one."""
    return value if isinstance(value, tuple) else (value,)


def _references(value: Any, keys: tuple[str, ...], at: Place) -> Iterator[tuple[Place, Reference]]:
    if isinstance(value, tuple):
        for number, member in enumerate(value):
            yield from _references(member, keys, (*at, number))
    elif isinstance(value, Part):
        yield from _references(getattr(value, keys[0]), keys[1:], (*at, keys[0]))
    elif isinstance(value, Reference):
        yield at, value
