"""Abbreviations: what they look like, and which of them a reader can look up."""

import re
from functools import lru_cache

from synlighed.load import Loaded

ABBREVIATION = re.compile(r"(?<![\w./@:-])[A-ZÆØÅ]{2,6}(?![\w./@:-]*\w)")
"""Two to six capitals that are no part of an address, a file name or a longer word."""


def explained(loaded: Loaded) -> frozenset[str]:
    """The abbreviations a reader can look up: in the glossary, or as the name of something."""
    known: set[str] = set()
    for entry in loaded.all_items:
        names = (entry.item.title, *entry.item.aliases, getattr(entry.item, "short_name", ""))
        for name in filter(None, names):
            known.update(_abbreviations_in(name))
    # The name of a file that cannot be read says what it explains.
    return frozenset(known.union(id.upper() for ids in loaded.ids.values() for id in ids))


@lru_cache(maxsize=65_536)
def _abbreviations_in(name: str) -> list[str]:
    return ABBREVIATION.findall(name)
