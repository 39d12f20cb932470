"""Whether one may use an app stands on the page of every app, near its top."""

from typing import get_args

import pytest

from synlighed.model.vocabulary import Lifecycle
from tests.pages.builder import read
from tests.pages.real import app, contact, page_with
from tests.site.html import text_of

QUESTION = "Må jeg bruge den?"


ANSWERS = {
    "idé": "Nej, den er ikke i brug endnu.",
    "under udvikling": "Nej, den er ikke i brug endnu.",
    "under afprøvning": "Spørg først.",
    "under indfasning": "Spørg først.",
    "i drift": "Ikke oplyst Spørg, før du bruger den.",
    "under udfasning": "Spørg først.",
    "ikke i drift": "Nej, den er ikke i brug mere.",
    "ukendt": "Ikke oplyst Spørg, før du bruger den.",
}


@pytest.mark.parametrize(("lifecycle", "answer"), ANSWERS.items())
def test_an_app_nobody_wrote_advice_for_has_an_answer(lifecycle: str, answer: str) -> None:
    page = page_with("apps/min-plan/", app(lifecycle=lifecycle))
    assert f"{QUESTION} {answer}" in text_of(read(page).main)


def test_every_lifecycle_is_tried_above() -> None:
    assert ANSWERS.keys() == {*get_args(Lifecycle), "ukendt"}


def test_it_stands_before_all_other_facts() -> None:
    page = page_with("apps/min-plan/", app(lifecycle="idé", value_statement="Færre opkald"))
    shown = text_of(read(page).main)
    assert shown.count(QUESTION) == 1
    assert shown.index(QUESTION) < shown.index("Færre opkald") < shown.index("Gælder på din enhed")


def test_what_is_written_goes_before() -> None:
    advice = {"staff": "ja", "patients": "nej"}
    page = page_with("apps/min-plan/", app(lifecycle="idé", use_advice=advice))
    shown = text_of(read(page).main)
    assert "Medarbejdere Ja" in shown and "ikke i brug endnu" not in shown


def test_other_kinds_have_no_answer_but_their_own() -> None:
    page = page_with("hjaelp/hjaelpen/", contact())
    assert "i brug" not in text_of(read(page).main)
