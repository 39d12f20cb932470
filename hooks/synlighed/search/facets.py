"""What a search over all kinds is narrowed by: the fields that mean the same wherever they are."""

from collections.abc import Iterator
from functools import cache

from synlighed.danish.slugs import slugify
from synlighed.model.declare import fields_of
from synlighed.model.facets import Facet
from synlighed.model.item import Item

LABELS = {
    "lifecycle": "Livscyklus",
    "audiences": "Målgrupper",
    "units": "Enheder",
    "sectors": "Sektorer",
    "device_ownership": "Ejerskab af udstyr",
    "focus_areas": "Indsatsområder",
}
"""The fields, in the order that they are offered in, by one name for all kinds."""


@cache
def searched_facets(kind: type[Item]) -> tuple[Facet, ...]:
    """Those of the fields that a kind has, also where its own catalogue is not narrowed by them."""
    return tuple(Facet(field) for field in fields_of(kind) if field.key in LABELS)


@cache
def searched_slug(key: str) -> str:
    """What one of the fields is called in addresses: `livscyklus`."""
    return slugify(LABELS[key])


def values_for(item: Item) -> Iterator[str]:
    """The values of an item: `livscyklus=i-drift`."""
    for facet in searched_facets(type(item)):
        for value in facet.values(item):
            yield f"{searched_slug(facet.field.key)}={value}"
