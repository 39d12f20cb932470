"""All items of a site in one row by their titles, page by page."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from synlighed.danish.ordering import initial, sort_key
from synlighed.model.item import Item

PER_PAGE = 400
"""What a phone opens at once; every item takes a line."""


@dataclass(frozen=True)
class Contents:
    """Where what is in the row."""

    begins: tuple[str, ...]
    """The title that each page begins with, but the first."""
    letters: tuple[tuple[str, int], ...]
    """Each letter that some title begins with, and the page where the first of them stands."""

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return len(self.begins) + 1

    def page_of(self, title: str) -> int:
        """The page on which a title has its place, whether any item is called so or not."""
        return bisect_right(self.begins, sort_key(title), key=sort_key) + 1


class Alphabet:
    """All items in the order of their titles, whatever their kind."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = sorted(items, key=lambda item: (sort_key(item.title), item.identity))
        self.contents = Contents(
            tuple(item.title for item in self._items[PER_PAGE::PER_PAGE]), tuple(self._letters())
        )

    def page(self, number: int) -> tuple[Item, ...]:
        """The items on a page; none where there is no such page."""
        return tuple(self._items[(number - 1) * PER_PAGE : number * PER_PAGE])

    def _letters(self) -> Iterable[tuple[str, int]]:
        first: dict[str, int] = {}
        for place, item in enumerate(self._items):
            first.setdefault(initial(item.title), place // PER_PAGE + 1)
        return first.items()
