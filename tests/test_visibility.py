"""Editions: which holds what, and how one is asked for."""

from typing import get_args

import pytest

from synlighed import environment
from synlighed.environment import SettingError
from synlighed.model.declare import fields_of
from synlighed.model.item import Item
from synlighed.visibility import Edition


@pytest.mark.parametrize(
    ("edition", "shown"),
    [
        (Edition.INTERNAL, {None, "intern", "partner", "offentlig"}),
        (Edition.PARTNER, {"partner", "offentlig"}),
        (Edition.PUBLIC, {"offentlig"}),
    ],
)
def test_each_edition_holds_those_below_it(edition: Edition, shown: set[str | None]) -> None:
    every = (None, "intern", "partner", "offentlig")
    assert {visibility for visibility in every if edition.shows(visibility)} == shown


def test_an_unknown_visibility_is_no_visibility() -> None:
    with pytest.raises(ValueError, match="public"):
        Edition.PUBLIC.shows("public")


def test_items_are_marked_on_the_same_scale() -> None:
    field = next(field for field in fields_of(Item) if field.key == "visibility")
    assert field.choices == tuple(Edition) == get_args(field.type)


def test_only_outside_editions_say_what_they_are() -> None:
    assert [edition.called for edition in Edition] == [
        "",
        "Udgave for partnere",
        "Offentlig udgave",
    ]


@pytest.mark.parametrize("said", [{}, {"SYNLIGHED_EDITION": ""}, {"SYNLIGHED_EDITION": "intern"}])
def test_nothing_asked_for_is_the_internal_edition(said: dict[str, str]) -> None:
    assert environment.edition(said) is Edition.INTERNAL


def test_an_edition_is_asked_for_by_its_danish_name() -> None:
    assert environment.edition({"SYNLIGHED_EDITION": "offentlig"}) is Edition.PUBLIC


@pytest.mark.parametrize("name", ["public", "Offentlig", " partner", "intern,partner"])
def test_an_edition_that_is_none_is_told_in_danish(name: str) -> None:
    """Never guessed at: a slip must not publish more than was asked for."""
    with pytest.raises(SettingError) as told:
        environment.edition({"SYNLIGHED_EDITION": name})
    assert str(told.value) == (
        f"SYNLIGHED_EDITION skal være »intern«, »partner« eller »offentlig«, men er »{name}«."
    )
