"""Lists of the items of one kind: by year, by value of a facet, and side by side."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from synlighed.model.facets import facets_of
from synlighed.model.item import Item
from synlighed.model.published import Published


class Lists:
    """What the items of a kind are listed by; each list is made when it is first asked for."""

    def __init__(self, kind: type[Item], items: tuple[Item, ...]) -> None:
        """Knows the items of a kind, in their order."""
        self._kind = kind
        self._items = items

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Item, ...]]:
        """Those that came out on a day, by the year of it."""
        lists: defaultdict[int, list[Item]] = defaultdict(list)
        for item in self._items:
            if isinstance(item, Published):
                lists[item.date.year].append(item)
        return {year: tuple(items) for year, items in lists.items()}

    @cached_property
    def by_facet(self) -> Mapping[tuple[str, str], tuple[Item, ...]]:
        """Those that have a value of a facet, by the names of both in addresses."""
        lists: defaultdict[tuple[str, str], list[Item]] = defaultdict(list)
        for facet in facets_of(self._kind):
            for item in self._items:
                for value in facet.values(item):
                    lists[facet.slug, value].append(item)
        return {key: tuple(items) for key, items in lists.items()}

    def count_examples(self, facet: str, value: str) -> int:
        """How many of those that have a value of a facet are examples."""
        return sum(bool(item.example) for item in self.by_facet.get((facet, value), ()))

    @cached_property
    def beside(self) -> Mapping[str, tuple[Item | None, Item | None]]:
        """What stands before and after each, by its id."""
        row = (None, *self._items, None)
        around = zip(row, self._items, row[2:], strict=False)
        return {item.id: (before, after) for before, item, after in around}
