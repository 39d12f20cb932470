"""What the search knows of one page."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from synlighed.danish.searching import as_one_word, telling_words_of, words_of

_LONGEST_NAME = 4
"""Words; a name of so many may be written as one word."""


@dataclass(frozen=True)
class Page:
    """A page as it is to be found."""

    url: str
    kind: str
    """The key of the kind of item it tells of, or `sider`."""
    title: str
    state: str
    """Its state, as readers see it, and whether it is made up; may be empty."""
    summary: str
    names: tuple[str, ...]
    """What else it is called, its codes too."""
    text: tuple[str, ...]
    facets: tuple[str, ...]
    """Its values of facets: `livscyklus=i-drift`."""
    weight: int
    """Percent; how much it counts beside others that say the same."""
    day: int
    """The day it came out or was made, as a proleptic ordinal; 0 if it is not known."""


class Document(NamedTuple):
    """A page in the index: what is shown of it, as JSON, and its words, field by field."""

    shown: str
    names: str
    """Name by name, with `|` between them; the title comes first."""
    summary: str
    text: str
    """Each word once."""

    def row(self) -> str:
        """The document as JSON; words are letters and digits, which need no escape."""
        return f'[{self.shown},"{self.names}","{self.summary}","{self.text}"]'

    def words(self) -> list[str]:
        """Every word of the document, some more than once."""
        return f"{self.names} {self.summary} {self.text}".replace("|", " ").split()


def document_of(page: Page) -> Document:
    """What the index holds of a page."""
    shown = (
        page.url,
        page.kind,
        page.title,
        page.state,
        page.summary,
        " ".join(page.facets),
        page.weight,
        page.day,
    )
    summary = tuple(telling_words_of(page.summary))
    said = {word for text in page.text for word in telling_words_of(text)}
    return Document(
        json.dumps(shown, ensure_ascii=False, separators=(",", ":"))[1:-1],
        "|".join(dict.fromkeys(_names((page.title, *page.names)))),
        " ".join(summary),
        " ".join(sorted(said.difference(summary))),
    )


def _names(names: Iterable[str]) -> Iterator[str]:
    """The words of each name, and the name as one word when it has several: `mitsygehus`."""
    for name in names:
        words = tuple(words_of(name))
        if words:
            yield " ".join(words)
        if 1 < len(words) <= _LONGEST_NAME:
            yield as_one_word(name)
