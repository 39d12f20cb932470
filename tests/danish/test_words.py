"""Lists in words, yes and no, and suggestions for mistyped words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.danish.words import closest, join_words, parse_yes_no

CHOICES = [
    "ambassadør",
    "app",
    "drift",
    "i drift",
    "kalender",
    "mistet-enhed",
    "patient",
    "pilot",
    "projekt",
    "retningslinje",
    "service",
    "sygehus-lillebaelt",
    "udfaset",
    "Åben data",
]


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")],
)
def test_join_words(words: list[str], text: str) -> None:
    """No comma before the last word."""
    assert join_words(words) == text


def test_join_words_with_another_conjunction() -> None:
    """For a choice instead of a list."""
    assert join_words(["ja", "nej"], "eller") == "ja eller nej"


@pytest.mark.parametrize(("text", "answer"), [("ja", True), (" Ja", True), ("NEJ", False)])
def test_yes_and_no(text: str, answer: bool) -> None:
    """In Danish, in any case."""
    assert parse_yes_no(text) is answer


@pytest.mark.parametrize("text", ["", "j", "yes", "no", "true", "1", "måske"])
def test_other_answers_are_refused(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match="^" + text):
        parse_yes_no(text)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("projetk", "projekt"),
        ("pliot", "pilot"),
        ("abp", "app"),
        ("calendar", "kalender"),
        ("udfasset", "udfaset"),
        ("ambasador", "ambassadør"),
        ("ambassadoer", "ambassadør"),
        ("aaben_data", "Åben data"),
        ("a\u030aben data", "Åben data"),
        ("Sygehus Lillebælt", "sygehus-lillebaelt"),
        ("patienter", "patient"),
        ("patienternes", "patient"),
        ("services", "service"),
        ("retnigslinjer", "retningslinje"),
        ("PROJEKT", "projekt"),
        ("mistet", "mistet-enhed"),
        ("syg", "sygehus-lillebaelt"),
    ],
)
def test_the_word_that_was_meant(word: str, meant: str) -> None:
    """Mistakes people make."""
    assert closest(word, CHOICES) == [meant]


@pytest.mark.parametrize("word", ["", "…", "xyz", "hund", "telefon", "pa", "kontor", "x" * 10_000])
def test_nothing_is_suggested_when_nothing_is_near(word: str) -> None:
    """A wild suggestion is worse than none."""
    assert closest(word, CHOICES) == []


def test_the_nearest_comes_first_and_the_alphabet_decides_a_tie() -> None:
    """The order of the choices does not matter, nor does a choice given twice."""
    choices = ["drift", "i drift", "drive", "drifts"]
    nearest = ["drift", "drifts", "i drift"]
    assert closest("drift", choices, 3) == closest("drift", choices[::-1] * 2, 3) == nearest


@given(st.text(), st.lists(st.text()), st.integers(0, 3))
def test_suggestions_are_choices(word: str, choices: list[str], limit: int) -> None:
    """Any text may be asked about."""
    suggestions = closest(word, choices, limit)
    assert len(suggestions) <= limit
    assert set(suggestions) <= set(choices)
