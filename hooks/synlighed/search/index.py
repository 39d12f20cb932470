"""`/soeg/indeks.json`: all that the browser searches in.

`pages`: for each page a row of eleven: its address, kind, title, state, summary and values of
facets; its weight in percent; the day it was made; the words of its names, of its summary, and of
the rest.
`compounds`: what a word is made of. `synonyms`: groups of names that mean the same. `small`: words
that say little. `kinds`: what each kind is called, one and many. Words are as
`danish.searching.words_of` gives them.
"""

import json
from collections.abc import Iterator
from typing import Any

from synlighed.catalogue import Catalogue
from synlighed.danish.compounds import compounds
from synlighed.danish.searching import SMALL_WORDS, words_of
from synlighed.filed import item_rows
from synlighed.inverse import Key
from synlighed.memo import Recall
from synlighed.model.terms import Term
from synlighed.search.document import Document, document_of
from synlighed.search.items import page_of
from synlighed.search.others import OTHERS, other_pages
from synlighed.sitepage import SiteFile

INDEX = "soeg/indeks.json"


def index_files(catalogue: Catalogue, recall: Recall) -> Iterator[SiteFile]:
    """The index."""
    documents = tuple(_documents(catalogue, recall))
    words = set[str]().union(*map(Document.words, documents))
    head = {
        "kinds": {
            **{kind.kind.key: [kind.kind.one, kind.kind.many] for kind in catalogue.model},
            OTHERS: ["side", "Sider"],
        },
        "small": sorted(SMALL_WORDS),
        "compounds": {word: " ".join(parts) for word, parts in compounds(words).items()},
        "synonyms": recall.make("search/synonyms", _synonyms),
    }
    rows = ",\n".join(document.row() for document in documents)
    yield SiteFile(INDEX, f'{_encode(head)[:-1]},"pages":[\n{rows}\n]}}\n'.encode())


def _documents(catalogue: Catalogue, recall: Recall) -> Iterator[Document]:
    yield from recall.make("search/others", _others)
    for kind in catalogue.model:
        yield from item_rows(kind.kind.key, catalogue, recall, "search", _item)


def _others(catalogue: Catalogue) -> tuple[Document, ...]:
    return tuple(map(document_of, other_pages(catalogue)))


def _item(identity: Key, catalogue: Catalogue) -> Document:
    return document_of(page_of(catalogue.get(*identity), catalogue))


def _synonyms(catalogue: Catalogue) -> list[list[str]]:
    """What means the same: as editors say, and an abbreviation and what it stands for."""
    groups = [*catalogue.synonyms, *_abbreviations(catalogue)]
    return [names for group in groups if len(names := _different(group)) > 1]


def _abbreviations(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    if Term.kind.key in catalogue.model:
        for term in catalogue.items(Term.kind.key):
            if isinstance(term, Term) and term.abbreviation and term.expansion:
                yield term.title, term.expansion


def _different(names: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(" ".join(words_of(name)) for name in names))


def _encode(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
