"""Facets: fields that a catalogue can be narrowed by, with their values as parts of addresses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from synlighed.danish.slugs import slugify
from synlighed.model.declare import Field, fields_of
from synlighed.model.fields import UNKNOWN
from synlighed.model.item import Item

NOT_KNOWN = "ikke-oplyst"
"""The value of items whose own nobody has found out."""


@dataclass(frozen=True)
class Facet:
    """One field to narrow a catalogue by."""

    field: Field

    @cached_property
    def slug(self) -> str:
        """Its name in addresses: `livscyklus`."""
        return slugify(self.field.label)

    def values(self, item: Item) -> Iterator[str]:
        """The values of an item, as they stand in addresses: `i-drift`."""
        value = getattr(item, self.field.key)
        for one in value if isinstance(value, tuple) else (value,):
            if one is not None:
                yield NOT_KNOWN if one is UNKNOWN else value_slug(one)


@cache
def facets_of(kind: type[Item]) -> tuple[Facet, ...]:
    """The facets of a kind: its own first, then those that every kind has.

    One does not narrow a guide, but follows it, nor issues, which are found by their years.
    """
    if kind.kind.listing in ("guide", "issues"):
        return ()
    facets = [Facet(field) for field in fields_of(kind) if field.declared.facet]
    common = {field.key for field in fields_of(Item)}
    return tuple(sorted(facets, key=lambda facet: facet.field.key in common))


SECTORS = ("sectors", "open_to")
"""The fields that say which sectors something is for."""


def sector_words(kinds: Iterable[type[Item]]) -> tuple[str, ...]:
    """What kinds call the sectors that something of theirs is for."""
    fields = (field for kind in kinds for field in fields_of(kind) if field.key in SECTORS)
    return tuple(dict.fromkeys(choice for field in fields for choice in field.choices))


@cache
def value_slug(value: Any) -> str:
    """A value as a part of an address."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return slugify(str(value))
