"""What an item is about: the words of its names and its summary, and some of its values."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from math import sqrt

from synlighed.danish.searching import SMALL_STEMS, spelled, stem
from synlighed.model.declare import fields_of
from synlighed.model.item import Item
from synlighed.model.once import once

VALUES = {"tags": 1.5, "use_cases": 1.5, "audiences": 0.7}
"""The fields whose values are compared, and how much each counts; a word of the summary counts 1.

Somebody chose a tag to say what the item is about; many different things are for patients.
"""

_OF_A_NAME = 1.5
_WORD = re.compile(r"[^\W_]+")
_EVERYDAY = """
    alene alligevel andre arbejde begge begynde blandt bruge dag del egen eget egne eksempel
    enkelt fem finde fire flere folk foregå fælles følge først gamle gammel gammelt gang gennem
    gik give gøre hele hjælpe holde idé kende komme kort lade land lang lave ligge længe læse
    løse mangle mere mest måde ny nye nyt ofte oftest projekt ret samle samlet samme sammen se
    sende ser side sidst skrive sted stor store tage tid to tre vej vide vise år
"""


@once
def terms_of(item: Item) -> Mapping[str, float]:
    """What an item is about, and how much of it each is: their squares add up to one.

    A word is as `danish.searching` compares it: `hjemmeplej`; a value is `tags=telemedicin`.
    """
    counts = dict.fromkeys(_words(item.summary), 1.0)
    counts |= {word: _OF_A_NAME for name in _names(item) for word in _words(name)}
    for key in _compared(type(item)):
        held = getattr(item, key)
        # It may be known of none of its values.
        for value in held if isinstance(held, tuple) else ():
            counts[f"{key}={value}"] = VALUES[key]
    length = sqrt(sum(count * count for count in counts.values()))
    return {term: count / length for term, count in counts.items()}


def written(term: str, item: Item) -> str:
    """A word as the item writes it: `hjemmeplejen`; empty when it does not write it as one."""
    for text in (item.summary, *_names(item)):
        for found in _WORD.finditer(text):
            word = found[0]
            if stem(spelled(word)) == term:
                # The first word of a text has a capital that it may not have elsewhere.
                is_first = found.start() == 0 and word[1:] == word[1:].lower()
                return word[:1].lower() + word[1:] if is_first else word
    return ""


def _names(item: Item) -> Iterator[str]:
    yield from (item.title, *item.aliases)
    yield from (former.name for former in item.former_names)


@cache
def _compared(kind: type[Item]) -> tuple[str, ...]:
    """Those of the fields that a kind has."""
    return tuple(field.key for field in fields_of(kind) if field.key in VALUES)


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(spelled(text)):
        found = stem(word)
        # Years and numbers of versions are shared by chance.
        if len(found) > 1 and found not in _SAY_LITTLE and not found.isdigit():
            yield found


_SAY_LITTLE = SMALL_STEMS | frozenset(map(stem, spelled(_EVERYDAY).split()))
"""Words of all Danish texts, which two items of a small site may be alone to have all the same."""
