"""Abbreviations: what they look like, and which of them a reader can look up."""

import re
from itertools import chain

from synlighed.load import Loaded
from synlighed.model.item import Item
from synlighed.model.once import once

ABBREVIATION = re.compile(r"(?<![\w./@:-])[A-ZÆØÅ]{2,6}(?![\w./@:-]*\w)")
"""Two to six capitals that are no part of an address, a file name or a longer word."""


def explained(loaded: Loaded) -> frozenset[str]:
    """The abbreviations a reader can look up: in the glossary, or as the name of something."""
    found = (_in_names(entry.item) for entry in loaded.all_items)
    # The name of a file that cannot be read says what it explains.
    files = (id.upper() for ids in loaded.ids.values() for id in ids)
    return frozenset(chain(chain.from_iterable(found), files))


@once
def _in_names(item: Item) -> tuple[str, ...]:
    names = (item.title, *item.aliases, getattr(item, "short_name", ""))
    return tuple(word for name in filter(None, names) for word in ABBREVIATION.findall(name))
