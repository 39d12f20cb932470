"""What a contact point answers for, in whatever capacity."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from synlighed.inverse import Links
from synlighed.model.item import Item
from synlighed.model.relation import relations_of

DUTIES: Mapping[str, str] = MappingProxyType(
    {
        "ansvarlig-for": "ansvarlig",
        "systemejer-for": "systemejer",
        "systemforvalter-for": "systemforvalter",
    }
)
"""What whoever answers for an item is to it, by the relation's name from the other side."""


def owned_among(incoming: Iterable[Links]) -> tuple[Item, ...]:
    """Of all that names a contact point, what it answers for; each item once."""
    owned = {id(item): item for links in incoming if links.slug in DUTIES for item in links.items}
    return tuple(owned.values())


def duties(item: Item, contact: str) -> tuple[str, ...]:
    """In which capacities a contact point answers for an item: `ansvarlig`, `systemejer`."""
    return tuple(
        DUTIES[relation.inverse_slug]
        for relation in relations_of(type(item))
        if relation.inverse_slug in DUTIES and contact in relation.ids(item)
    )
