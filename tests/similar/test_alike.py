"""Which items are alike."""

from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.catalogue import Catalogue
from synlighed.edition import narrow
from synlighed.inverse import Key
from synlighed.memo import Memo, Recall
from synlighed.model.item import Item
from synlighed.similar.alike import MOST, Alike
from synlighed.site import Settings, plan_site
from synlighed.visibility import Edition
from tests.pages.real import catalogue_of
from tests.similar.things import app, lesson, project

SETTINGS = Settings("https://maaleriet.example/")

WOUNDS = app("saar", "Sårbilleder", "Sygeplejersken tager et billede af såret til journalen.")
ALBUM = project("album", "Album", "Billeder af sår kommer fra telefonen til journalen.")
DRIVING = app("koersel", "Kørebog", "Chauffører noterer deres ture i bilen.")
WAITING = lesson("ventetid", "Ventetid", "Akutmodtagelsen skriver køen på en skærm.")


def alike(item: Item, *others: Item) -> list[str]:
    """What an item of a catalogue is like, in order."""
    return [one.id for one in catalogue_of(item, *others).similar(*item.identity)]


def test_items_that_speak_of_the_same_are_alike() -> None:
    assert alike(WOUNDS, ALBUM, DRIVING, WAITING) == ["album"]
    assert alike(ALBUM, WOUNDS, DRIVING, WAITING) == ["saar"]


def test_of_what_is_like_nothing_nothing_is_told() -> None:
    assert alike(DRIVING, WOUNDS, ALBUM, WAITING) == []


def test_the_likest_comes_first_and_the_same_ones_in_their_order() -> None:
    more = [project(f"p{n}", "Album", ALBUM.summary) for n in (2, 1)]
    less = project("mindre", "Skuffe", "Billeder og tegninger fra journalen, kunst og musik.")
    assert alike(WOUNDS, less, *more, DRIVING) == ["p1", "p2", "mindre"]


def test_it_is_told_why() -> None:
    [found] = catalogue_of(WOUNDS, ALBUM, DRIVING).similar("apps", "saar")
    assert [shared.text for shared in found.shared] == ["billede", "journalen", "såret"]
    assert (found.kind, found.title, found.summary) == ("projects", "Album", ALBUM.summary)
    assert found.state and found.state.text == "Fase ikke oplyst"


def test_values_are_told_with_their_field() -> None:
    both: dict[str, Any] = {"use_cases": ["egen sundhed"], "audiences": ["borger"]}
    one, other = app("a", "Løb", "Tur i skoven.", **both), app("b", "Cyklus", "Kalender.", **both)
    [found] = catalogue_of(one, other).similar("apps", "a")
    assert [(shared.field, shared.text) for shared in found.shared] == [
        ("use_cases", "egen sundhed"),
        ("audiences", "borger"),
    ]


def test_one_word_alone_is_no_reason() -> None:
    """A map and a card are both `kort`."""
    cycling = app("a", "Turplan", "Ruterne på skærmens landkort.", aliases=["Pulskort"])
    card = app("b", "Bevis", "Dokumentation på skærmen.", aliases=["Pulskort"])
    assert alike(cycling, card, DRIVING) == ["b"]
    assert alike(cycling.model_copy(update={"aliases": ()}), card, DRIVING) == []


def test_what_all_have_is_no_reason() -> None:
    others = [project(f"p{n}", f"Projekt {n}", WOUNDS.summary) for n in range(MOST)]
    assert alike(WOUNDS, *others) == []
    assert len(alike(WOUNDS, *others[:15])) == 5


def test_what_it_has_a_relation_to_is_shown_already() -> None:
    """Whichever of the two says so."""
    said = ALBUM.model_copy(update={"results": ("saar",)})
    led = project("album", "Album", ALBUM.summary, results=["saar"])
    assert said == led
    assert alike(WOUNDS, led, DRIVING) == [] == alike(led, WOUNDS, DRIVING)


@pytest.mark.parametrize("stage", ["stoppet", "afsluttet"])
def test_what_is_over_is_told_of_too(stage: str) -> None:
    over = project("album", "Album", ALBUM.summary, stage=stage, stopped_because="Ingen brugte det")
    [found] = catalogue_of(WOUNDS, over).similar("apps", "saar")
    assert found.state and found.state.text == stage.capitalize()


def test_an_edition_tells_of_no_hidden_item_and_is_as_if_there_were_none() -> None:
    seen = [each.model_copy(update={"visibility": "offentlig"}) for each in (WOUNDS, ALBUM)]
    hidden = [
        project(f"skjult-{n}", "Sår i journalen", "Billede af sår til journalen.") for n in range(9)
    ]
    inside = catalogue_of(*seen, *hidden)
    outside = narrow(inside, Edition.PUBLIC, None)
    assert {one.id for one in inside.similar("apps", "saar")} > {"skjult-0"}
    assert outside.similar("apps", "saar") == catalogue_of(*seen).similar("apps", "saar")


def every(catalogue: Catalogue) -> tuple[Item, ...]:
    """All that can be alike."""
    return catalogue.precedents(0, catalogue.count_precedents())


WORDS = ["sår", "puls", "billede", "journal", "vægt", "kør", "telefon"]


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """A few apps, projects and lessons with few words, so that some are alike and some are not."""
    items: list[Item] = []
    numbers = draw(st.lists(st.integers(1, 6), unique=True))
    for number in numbers:
        words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
        make = (app, project, lesson)[number % 3]
        fields: dict[str, Any] = {"aliases": draw(st.sampled_from([[], ["EKG"]]))}
        if make is lesson and 1 in numbers and draw(st.booleans()):
            fields["projects"] = ["id-1"]
        items.append(make(f"id-{number}", words[0], " ".join(words), **fields))
    return catalogue_of(*items)


@given(catalogues())
def test_no_item_is_like_itself_or_what_it_names(found: Catalogue) -> None:
    """And all that is told of is there, best first, at most five."""
    for item in every(found):
        others = [(one.kind, one.id) for one in found.similar(*item.identity)]
        assert len(set(others)) == len(others) <= 5
        assert item.identity not in others
        assert all(found.find(*other) for other in others)
        linked = {other.identity for links in found.incoming(item) for other in links.items}
        assert linked.isdisjoint(others)


@given(catalogues(), st.randoms())
def test_the_order_they_are_given_in_makes_no_difference(found: Catalogue, by: Any) -> None:
    items = list(every(found))
    by.shuffle(items)
    for item in items:
        assert catalogue_of(*items).similar(*item.identity) == found.similar(*item.identity)


def answers(catalogue: Catalogue) -> dict[Key, tuple[Alike, ...]]:
    """What each item is like."""
    return {item.identity: catalogue.similar(*item.identity) for item in every(catalogue)}


def remembered(catalogue: Catalogue, before: Memo) -> tuple[dict[Key, tuple[Alike, ...]], Memo]:
    """The same, where it is known from an earlier catalogue if that can be; and what is known."""
    recall = Recall(before, catalogue)
    found = {
        item.identity: recall.make(str(item.identity), partial(_similar, item.identity))
        for item in every(catalogue)
    }
    return found, recall.memo()


def _similar(identity: Key, catalogue: Catalogue) -> tuple[Alike, ...]:
    return catalogue.similar(*identity)


@given(st.lists(catalogues(), min_size=2, max_size=4))
def test_after_edits_it_is_what_it_is_from_nothing(row: list[Catalogue]) -> None:
    """An answer that an edit can have changed is asked for again."""
    memo = Memo()
    for each in row:
        found, memo = remembered(each, memo)
        assert found == answers(each)


def test_a_term_that_becomes_common_or_rare_is_noticed() -> None:
    """Also by items that nobody edited."""
    limits = (15, 16, 17, 16, MOST - 3, MOST - 2, MOST - 1, MOST, MOST - 1, 15)
    memo, seen = Memo(), []
    for number in limits:
        others = [project(f"p{n}", f"P {n}", "Billede af noget helt andet.") for n in range(number)]
        each = catalogue_of(WOUNDS, ALBUM, *others)
        found, memo = remembered(each, memo)
        assert found == answers(each)
        seen.append(found[WOUNDS.identity])
    assert len(set(seen)) > 1


def test_an_edit_makes_again_the_pages_that_tell_of_it_and_few_more() -> None:
    def made(catalogue: Catalogue, before: Memo) -> Memo:
        recall = Recall(before, catalogue)
        plan_site(catalogue, SETTINGS, recall)
        return recall.memo()

    def again(edited: Item) -> set[str]:
        first = made(catalogue_of(WOUNDS, ALBUM, DRIVING), Memo())
        second = made(catalogue_of(WOUNDS, edited, DRIVING), first)
        new = {key for key, value in second.made.items() if value is not first.made.get(key)}
        return {key for key in new if key.startswith("/apps/") and key.count("/") == 3}

    assert again(ALBUM.model_copy(update={"title": "Albummet"})) == {"/apps/saar/"}
    # What is not told of it there is no news there.
    assert again(ALBUM.model_copy(update={"funding": "Egne penge"})) == set()
