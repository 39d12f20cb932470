"""Find vej in our own data leads those outside as well as us, as far as they may see."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from synlighed.catalogue import Catalogue
from synlighed.cataloguing import compile_catalogue
from synlighed.edition import narrow
from synlighed.load import load
from synlighed.model import discover
from synlighed.model.routes import Answer, Route
from synlighed.prose import pages_of
from synlighed.visibility import Edition
from tests.conftest import ROOT
from tests.export.sample import TODAY

OUTSIDE = [Edition.PARTNER, Edition.PUBLIC]


@cache
def whole() -> Catalogue:
    """All of our own data, with the addresses of the pages by hand."""
    docs = ROOT / "docs"
    pages = {
        file.relative_to(docs).as_posix(): file.read_text(encoding="utf-8")
        for file in docs.rglob("*.md")
    }
    by_hand = pages_of(pages, Edition.INTERNAL)
    found, problems = compile_catalogue(
        load(Path(ROOT / "data"), discover(), shown_as="data"), TODAY, by_hand=by_hand
    )
    assert found, problems
    return found


def reached(catalogue: Catalogue) -> Iterator[Route]:
    """Each question that a reader can come to."""
    assert catalogue.site.guidance
    ahead, seen = [catalogue.site.guidance.start], set()
    while ahead:
        id = ahead.pop()
        if id and id not in seen:
            seen.add(id)
            route = catalogue.find("routes", id)
            assert isinstance(route, Route), f"{id} is hidden, but led to"
            yield route
            ahead += [answer.next for answer in answers_of(route) if answer.next]


def answers_of(route: Route) -> tuple[Answer, ...]:
    return route.answers if isinstance(route.answers, tuple) else ()


@pytest.mark.parametrize("edition", OUTSIDE)
def test_those_outside_can_begin(edition: Edition) -> None:
    """From the first question to where they come from, and on from there."""
    ids = {route.id for route in reached(narrow(whole(), edition, None))}
    assert {"hvor-kommer-du-fra", "hvad-har-kommunen-brug-for", "hvis-telefon-er-vaek"} <= ids


@pytest.mark.parametrize("edition", OUTSIDE)
def test_no_question_leaves_them_without_a_choice(edition: Edition) -> None:
    for route in reached(narrow(whole(), edition, None)):
        assert len(answers_of(route)) > 1, route.id


@pytest.mark.parametrize("edition", OUTSIDE)
def test_where_they_come_from_all_of_them_are_answered(edition: Edition) -> None:
    """No answer to that question is hidden from those it is for."""
    narrowed = narrow(whole(), edition, None).find("routes", "hvor-kommer-du-fra")
    assert narrowed == whole().find("routes", "hvor-kommer-du-fra")
