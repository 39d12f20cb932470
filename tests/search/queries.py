"""What readers write, each with the page that they are looking for; and how much of it is found."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

SETS = ("queries", "second", "third")
AMONG = 3
"""Pages that are seen at once."""


@dataclass(frozen=True)
class Query:
    """A case of one of the sets."""

    category: str
    text: str
    wanted: tuple[str, ...]
    """Addresses from the root of the site; each is as right as the others."""

    def place_in(self, found: Sequence[str]) -> int | None:
        """Where the first wanted page stands, counted from nought; none if it is not there."""
        return next((at for at, url in enumerate(found) if url in self.wanted), None)


@dataclass
class Score:
    """Of some queries, how many found a wanted page first, and among the first few."""

    asked: int = 0
    first: int = 0
    among: int = 0

    def add(self, place: int | None) -> None:
        self.asked += 1
        self.first += place == 0
        self.among += place is not None and place < AMONG

    def __str__(self) -> str:
        first, among = (f"{100 * part / self.asked:3.0f} %" for part in (self.first, self.among))
        return f"first {first}, among {AMONG} {among} of {self.asked}"


def queries(name: str) -> list[Query]:
    """The cases of a set, category by category."""
    file = Path(__file__).with_name(f"{name}.yml")
    return [
        Query(category, case["q"], _several(case["finds"]))
        for category, cases in yaml.safe_load(file.read_text(encoding="utf-8")).items()
        for case in cases
    ]


def _several(finds: str | list[str]) -> tuple[str, ...]:
    return (finds,) if isinstance(finds, str) else tuple(finds)


def score(
    asked: Iterable[Query], found: Mapping[str, Sequence[str]]
) -> tuple[Score, dict[str, Score]]:
    """How well a search does, in all and category by category.

    Args:
        asked: The queries.
        found: The addresses that it gave for each text, best first.
    """
    whole, by_category = Score(), defaultdict[str, Score](Score)
    for query in asked:
        place = query.place_in(found[query.text])
        whole.add(place)
        by_category[query.category].add(place)
    return whole, dict(by_category)
