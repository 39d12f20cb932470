"""The declarations: one file per kind of item, and what they are built from.

A kind is found by lying here: `discover` reads every module of the folder, so a new kind is one
new file. Everything that must know "all kinds" is handed a `Model`.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from synlighed.model.item import Item
from synlighed.model.relation import Relation, relations_of


@dataclass(frozen=True)
class Model:
    """All kinds of items, in the order of their keys."""

    kinds: tuple[type[Item], ...]

    @cached_property
    def by_key(self) -> Mapping[str, type[Item]]:
        """The kinds by their key, which is the name of their folder under `data/`."""
        return MappingProxyType({kind.kind.key: kind for kind in self.kinds})

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every relation that some kind declares, those to the same kind in a fixed order."""
        return tuple(relation for kind in self.kinds for relation in relations_of(kind))

    def __iter__(self) -> Iterator[type[Item]]:
        return iter(self.kinds)

    def __getitem__(self, key: str) -> type[Item]:
        return self.by_key[key]

    def __contains__(self, key: object) -> bool:
        return key in self.by_key

    @classmethod
    def of(cls, kinds: Iterable[type[Item]]) -> "Model":
        """A model of just these kinds.

        Raises:
            ValueError: two kinds have one key or one address, or a relation leads to no kind.
        """
        model = cls(tuple(sorted(kinds, key=lambda kind: kind.kind.key)))
        for what in ("key", "path"):
            names = [getattr(kind.kind, what) for kind in model]
            if len(names) != len(set(names)):
                raise ValueError(f"two kinds share one {what}: {names}")
        for relation in model.relations:
            if relation.to not in model:
                raise ValueError(f"{relation.kind}.{relation.key} leads to no kind: {relation.to}")
        return model


def discover() -> Model:
    """The model of every kind declared in this folder."""
    modules = [
        importlib.import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
    ]
    return Model.of(
        {
            declared
            for module in modules
            for declared in vars(module).values()
            if isinstance(declared, type)
            and issubclass(declared, Item)
            and "kind" in vars(declared)
        }
    )
