"""Danish words as the search compares them; tests/browser/test_words.py does it in a browser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.danish.compounds import compounds, parts_of
from synlighed.danish.searching import (
    SMALL_STEMS,
    as_one_word,
    spelled,
    stem,
    telling_words_of,
    words_of,
)
from tests.search.cases import COMPOUNDS, JOINED, WORDS


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text: str, words: list[str]) -> None:
    assert list(words_of(text)) == words


@pytest.mark.parametrize(("text", "word"), JOINED)
def test_a_text_as_one_word(text: str, word: str) -> None:
    assert as_one_word(text) == word


@pytest.mark.parametrize(("word", "known", "parts"), COMPOUNDS)
def test_compounds(word: str, known: list[str], parts: list[str]) -> None:
    [word] = words_of(word)
    assert list(parts_of(word, set(map(stem, known)).__contains__)) == parts


def test_words_are_made_of_each_other() -> None:
    """Of those that are there, the long ones of the short."""
    words = [stem(word) for word in ("patient", "patienten", "sikkerhed", "patientsikkerhed", "og")]
    assert compounds(words) == {"patientsikker": ("patient", "sikker")}


def test_nothing_is_made_of_small_words() -> None:
    assert compounds([stem(word) for word in ("under", "søge", "undersøge")]) == {}


def test_small_words_tell_nothing() -> None:
    """Before their endings are taken: »digst« is no »dig«."""
    assert list(telling_words_of("Hvad gør jeg med en app fra Digst?")) == ["app", "dig"]
    assert "dig" in SMALL_STEMS


@given(st.text())
def test_any_text_has_words(text: str) -> None:
    """With nothing in them but letters and digits, so that they need no escape in the index."""
    for word in (*words_of(text), as_one_word(text)):
        assert word == "" or word.isalnum()


@given(st.text() | st.text("aeouAEOUÅæøßœ\u0301\u0308\u030a"))
def test_what_is_spelled_is_not_spelled_otherwise_again(text: str) -> None:
    assert spelled(spelled(text)) == spelled(text)


@given(st.text())
def test_a_text_is_the_same_in_any_letters(text: str) -> None:
    """As far as they are Danish ones."""
    danish = "".join(
        letter for letter in text.lower() if letter in "abcdefghijklmnopqrstuvwxyzæøå "
    )
    assert list(words_of(danish.upper())) == list(words_of(danish))


@given(st.text("abdeiklnrstæøå", min_size=1), st.sets(st.text("abdeiklnrstæøå", min_size=1)))
def test_a_compound_is_made_of_known_and_shorter_words(word: str, known: set[str]) -> None:
    for part in parts_of(word, known.__contains__):
        assert part in known and len(part) < len(word)
