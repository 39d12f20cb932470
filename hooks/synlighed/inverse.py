"""Relations from the other side: which items name an item."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from synlighed.danish.ordering import sort_key
from synlighed.model import Model
from synlighed.model.item import Item
from synlighed.model.relation import names_in, relations_of

Key = tuple[str, str]
"""An item's kind and id."""


@dataclass(frozen=True)
class Links:
    """The items that one name of a relation leads to, from one item."""

    label: str
    slug: str
    items: tuple[Item, ...]


def turned_round(
    items: Mapping[str, tuple[Item, ...]], model: Model
) -> Mapping[Key, tuple[Links, ...]]:
    """For each item the links to it, in the order of their names; built in one pass."""
    # By object, whose keys take time to make; an item may name another in two fields.
    turned: defaultdict[str, defaultdict[Key, dict[int, Item]]]
    turned = defaultdict(lambda: defaultdict(dict))
    labels: dict[str, str] = {}
    for kind in model:
        for relation in relations_of(kind):
            labels.setdefault(relation.inverse_slug, relation.inverse)
        for item in items[kind.kind.key]:
            for slug, named in names_in(item):
                turned[slug][named][id(item)] = item
    links: dict[Key, list[Links]] = defaultdict(list)
    for slug in sorted(labels, key=lambda slug: sort_key(labels[slug])):
        for key, naming in turned[slug].items():
            links[key].append(Links(labels[slug], slug, tuple(naming.values())))
    return {key: tuple(found) for key, found in links.items()}
