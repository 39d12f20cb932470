"""Danish alphabetical order, as the examples of Retskrivningsordbogen § 4 have it."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.danish.ordering import initial, sort_key

TEXTS = st.one_of(st.text(), st.text("aAåÅæÆäøöüyéeE1209 -.'\u030a\u0308", max_size=8))


@pytest.mark.parametrize(
    "in_order",
    [
        "Adgang App dataadgang dataansvarlig databehandler dataudveksling Esbjerg Karl karl "
        "Odense Zealand æble Ærø Ølgod øre Åbenrå Aabenraa Aarhus",
        "Nygård Nygaard",
        "Kirkegade Kirkegård Kirkegaard Kirker",
        "Aaron Adam Aage",
        "data dataansvarlig Datagaard Åben Aabenraafonden Aarhusmodellen",
        "Schytt Schütt Schyum",
        "Ængel Ängel ære",
        "øl öl ør",
        "morter mortér mortere",
        "Ide ide idé Ideal",
        "2 10 100 A",
    ],
)
def test_words_in_order(in_order: str) -> None:
    """Each line is in Danish order."""
    assert shuffled_and_sorted(in_order.split()) == in_order.split()


@pytest.mark.parametrize(
    "in_order",
    [
        ["App", "App 2", "App 10", "App til alle", "Appetit"],
        ["iOS 9", "iOS 17.2", "iOS 17.10", "iOS 18"],
        ["Åbenrå og Aarhus", "Aabenraa og Århus"],
        ["Alarm", "»Bilag«", "(Cave)", "- Dosis"],
        ["e-boks", "Ebola"],
        ["07", "7", "8"],
        ["", "- ", "a"],
    ],
)
def test_phrases_in_order(in_order: list[str]) -> None:
    """Word by word, numbers by value, punctuation ignored."""
    assert shuffled_and_sorted(in_order) == in_order


@given(st.lists(TEXTS, unique=True))
def test_the_order_is_total(texts: list[str]) -> None:
    """The order of the input never shows in the result."""
    assert sorted(texts, key=sort_key) == shuffled_and_sorted(texts)


@given(TEXTS, TEXTS)
def test_keys_are_equal_only_for_equal_texts(one: str, other: str) -> None:
    """No two texts can change places between builds."""
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(TEXTS)
def test_encoding_counts_only_on_a_tie(text: str) -> None:
    """Composed and decomposed letters are the same letters."""
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert sort_key(composed)[:2] == sort_key(decomposed)[:2]


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("dataansvarlig", "D"),
        ("Aabenraa", "Å"),
        ("Åben", "Å"),
        ("A\u030aben", "Å"),
        ("Aaron", "A"),
        ("ærø", "Æ"),
        ("öl", "Ø"),
        ("Übung", "Y"),
        ("élite", "E"),
        ("»Citat«", "C"),
        ("3D-print", "#"),
        ("Ωmega", "#"),
        ("…", "#"),
        ("", "#"),
    ],
)
def test_initial(text: str, letter: str) -> None:
    """The heading is the letter a text is sorted under."""
    assert initial(text) == letter


def shuffled_and_sorted(texts: list[str]) -> list[str]:
    """Sort a list of which the original order is lost."""
    shuffled = list(texts)
    random.Random(1).shuffle(shuffled)
    return sorted(shuffled, key=sort_key)
