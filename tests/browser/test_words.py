"""The browser makes of what is asked the same words as the build makes of the pages."""

from collections.abc import Callable, Iterator
from typing import Any
from unicodedata import category

import pytest
from playwright.sync_api import Browser

from synlighed.danish.searching import words_of
from tests.conftest import ROOT
from tests.search.cases import COMPOUNDS, JOINED, WORDS

CALL = """async ([name, cases]) => {
    const danish = await import("/assets/search/danish.js");
    return cases.map((given) => danish[name](...given));
}"""
COMPOUND = """async (cases) => {
    const { partsOf, stem } = await import("/assets/search/danish.js");
    return cases.map(([word, known]) => {
        const stems = new Set(known.map(stem));
        return partsOf(stem(word), (part) => stems.has(part));
    });
}"""

Call = Callable[[str, list[str]], list[Any]]


@pytest.fixture(scope="module")
def in_browser(browser: Browser, served_site: str) -> Iterator[Call]:
    """Calls a function of `danish.js` with each of some texts, in a browser."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served_site}/404.html")
    yield lambda name, texts: page.evaluate(CALL, [name, [[text] for text in texts]])
    context.close()


def test_words(in_browser: Call) -> None:
    assert in_browser("wordsOf", [text for text, _ in WORDS]) == [words for _, words in WORDS]


def test_a_text_as_one_word(in_browser: Call) -> None:
    assert in_browser("asOneWord", [text for text, _ in JOINED]) == [word for _, word in JOINED]


def test_compounds(browser: Browser, served_site: str) -> None:
    page = browser.new_page()
    page.goto(f"{served_site}/404.html")
    made = page.evaluate(COMPOUND, [[word, known] for word, known, _ in COMPOUNDS])
    page.close()
    assert made == [parts for *_, parts in COMPOUNDS]


def test_every_word_of_the_site(in_browser: Call) -> None:
    """As editors write it, with all that stands beside it."""
    files = [*(ROOT / "data").rglob("*.yml"), *(ROOT / "docs").rglob("*.md")]
    texts = [file.read_text(encoding="utf-8") for file in sorted(files)]
    assert in_browser("wordsOf", texts) == [list(words_of(text)) for text in texts]


def test_letters_and_signs_from_everywhere(in_browser: Call) -> None:
    """Each alone, and within a word."""
    signs = [sign for sign in map(chr, range(0x20, 0xD800)) if category(sign)[0] in "LMPS"]
    texts = [text for sign in signs for text in (sign, f"god{sign}kendelse")]
    made = in_browser("wordsOf", texts)
    assert [t for t, words in zip(texts, made, strict=True) if words != list(words_of(t))] == []
