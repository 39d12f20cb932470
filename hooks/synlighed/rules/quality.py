"""What makes a text hard to use or to trust: warnings to whoever writes it."""

import re
from collections.abc import Iterator

from synlighed.danish.slugs import slugify
from synlighed.load import LoadedItem
from synlighed.model.fields import Markdown, Url
from synlighed.model.terms import Term
from synlighed.problems import Problem
from synlighed.rules.abbreviations import ABBREVIATION
from synlighed.rules.around import Around

# Words of every Danish dictionary, and Roman numerals.
_COMMON = frozenset({"EU", "GPS", "SMS", "PDF", "IT", "TV", "CPR", "USB", "OK", "CE"})
_ROMAN = re.compile(r"^[IVX]+$")
_FIGURE = re.compile(
    r"(?<![\w./-])\d[\d.,]*\s?(?:%|procent|mio\.|millioner)|\b\d{1,3}(?:\.\d{3})+\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PROSE = ("summary", "value_statement")


def check_quality(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """Unencrypted links, abbreviations nobody explains, figures without a dated source."""
    for place, _, value in entry.values:
        if isinstance(value, Url) and value.startswith("http:"):
            yield entry.problem("A502", place)
    yield from _abbreviations(entry, around.explained)
    yield from _figures(entry)


def _abbreviations(entry: LoadedItem, known: frozenset[str]) -> Iterator[Problem]:
    told: set[str] = set()
    for place, text in _prose(entry):
        for word in ABBREVIATION.findall(text):
            if word not in known and word not in told | _COMMON and not _ROMAN.match(word):
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
