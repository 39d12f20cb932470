"""What a search over all kinds is narrowed by: the fields that mean the same wherever they are."""

from collections.abc import Iterator
from functools import cache

from synlighed.model.declare import fields_of
from synlighed.model.facets import Facet
from synlighed.model.item import Item

KEYS = ("lifecycle", "audiences", "units", "sectors", "device_ownership", "focus_areas")
"""The fields, in the order that they are offered in."""


@cache
def searched_facets(kind: type[Item]) -> tuple[Facet, ...]:
    """Those of the fields that a kind has, also where its own catalogue is not narrowed by them."""
    return tuple(Facet(field) for field in fields_of(kind) if field.key in KEYS)


def values_for(item: Item) -> Iterator[str]:
    """The values of an item: `livscyklus=i-drift`."""
    for facet in searched_facets(type(item)):
        for value in facet.values(item):
            yield f"{facet.slug}={value}"
