"""What an item is about."""

from math import isclose

from synlighed.similar.terms import terms_of, written
from tests.similar.things import app, project


def test_words_of_names_and_summary_and_some_values() -> None:
    item = app(
        "vaegt",
        "Vægtdagbogen",
        "Patienten måler sig derhjemme i 2026.",
        aliases=["Vægt 2"],
        former_names=[{"name": "Gamle Dagbog"}],
        tags=["telemedicin"],
        audiences=["patient"],
    )
    assert set(terms_of(item)) == {
        *("vægtdagbog", "vægt", "dagbog", "patient", "mål", "derhjem"),
        *("tags=telemedicin", "audiences=patient"),
    }


def test_a_name_and_a_tag_count_more_than_the_rest() -> None:
    terms = terms_of(
        app("x", "Sårpleje", "Hjælp til amputation.", tags=["login"], audiences=["patient"])
    )
    assert terms["sårplej"] == terms["tags=login"] > terms["amputation"]
    assert terms["amputation"] > terms["audiences=patient"]


def test_a_word_said_twice_counts_once() -> None:
    once = terms_of(project("x", "Sår", "Vi måler sår på afstand."))
    assert once == terms_of(project("x", "Sår", "Vi måler sår, sår og sår på afstand."))


def test_the_squares_add_up_to_one() -> None:
    terms = terms_of(app("x", "Sårpleje", "Hjælp til at pleje sår derhjemme.", tags=["login"]))
    assert isclose(sum(part * part for part in terms.values()), 1)


def test_a_word_is_told_as_the_item_writes_it() -> None:
    item = app("x", "Hjemmet", "Hjemmeplejen og Region Nord ser sårene via IT-udstyr.")
    told = {word: written(word, item) for word in ("hjemmeplej", "nord", "sår", "it", "hjem")}
    assert told == {
        "hjemmeplej": "hjemmeplejen",
        "nord": "Nord",
        "sår": "sårene",
        "it": "IT",
        "hjem": "hjemmet",
    }
    assert written("psykiatri", item) == ""
