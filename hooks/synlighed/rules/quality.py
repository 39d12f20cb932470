"""What makes a text hard to use or to trust: warnings to whoever writes it."""

import re
from collections.abc import Iterator

from synlighed.danish.slugs import slugify
from synlighed.load import Loaded, LoadedItem
from synlighed.model.fields import Markdown, Url
from synlighed.model.terms import Term
from synlighed.problems import Problem

_ABBREVIATION = re.compile(r"(?<![\w./@:-])[A-ZÆØÅ]{2,6}(?![\w./@:-]*\w)")
# Words of every Danish dictionary, and Roman numerals.
_COMMON = frozenset({"EU", "GPS", "SMS", "PDF", "IT", "TV", "CPR", "USB", "OK", "CE"})
_ROMAN = re.compile(r"^[IVX]+$")
_FIGURE = re.compile(
    r"(?<![\w./-])\d[\d.,]*\s?(?:%|procent|mio\.|millioner)|\b\d{1,3}(?:\.\d{3})+\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PROSE = ("summary", "value_statement")


def check_quality(loaded: Loaded) -> Iterator[Problem]:
    """Unencrypted links, abbreviations nobody explains, figures without a dated source."""
    known = _explained(loaded)
    for entry in loaded.all_items:
        for place, _, value in entry.values:
            if isinstance(value, Url) and value.startswith("http:"):
                yield entry.problem("A502", place)
        yield from _abbreviations(entry, known)
        yield from _figures(entry)


def _explained(loaded: Loaded) -> set[str]:
    """The abbreviations a reader can look up: in the glossary, or as the name of something."""
    known: set[str] = set()
    for entry in loaded.all_items:
        names = (entry.item.title, *entry.item.aliases, getattr(entry.item, "short_name", ""))
        for name in filter(None, names):
            known.update(_ABBREVIATION.findall(name))
    # The name of a file that cannot be read says what it explains.
    return known.union(id.upper() for ids in loaded.ids.values() for id in ids)


def _abbreviations(entry: LoadedItem, known: set[str]) -> Iterator[Problem]:
    told: set[str] = set()
    for place, text in _prose(entry):
        for word in _ABBREVIATION.findall(text):
            if word not in known | told | _COMMON and not _ROMAN.match(word):
                told.add(word)
                args = {"value": word, "slug": slugify(word)}
                yield entry.problem("A506", place, within=word, args=args)


def _figures(entry: LoadedItem) -> Iterator[Problem]:
    if isinstance(entry.item, Term) or entry.item.example:
        return
    if not any(source.date for source in entry.item.sources):
        for place, text in _prose(entry):
            figure = _FIGURE.search(text)
            if figure and not _YEAR.search(text):
                yield entry.problem("A507", place, within=figure[0])


def _prose(entry: LoadedItem) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for place, field, value in entry.values:
        if isinstance(value, Markdown) or field.key in _PROSE:
            yield place, value
