"""Synonyms tell nothing of what is hidden, and those of this project lead somewhere."""

from datetime import date
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from synlighed import environment, prose
from synlighed.catalogue import Catalogue, with_pages
from synlighed.cataloguing import compile_catalogue
from synlighed.danish.searching import words_of
from synlighed.edition import narrow
from synlighed.load import load
from synlighed.model import discover
from synlighed.model.values import values_of
from synlighed.places import KNOWN_AS
from synlighed.synonyms import Groups, telling_nothing, text_of
from synlighed.visibility import Edition
from tests.conftest import ROOT
from tests.export.sample import catalogue_of, site, word
from tests.newsletter.issues import news
from tests.pages.real import contact

TODAY = date(2026, 11, 23)
PUBLIC = {"visibility": "offentlig"}

HIDDEN = [
    word("Falken", id="falk"),
    word("Telefonsvarer", id="svarer", aliases=["Båndoptager"]),
    word("Noget", id="laaner", former_ids=["regnbuen"], summary="En kikkert til at se langt med."),
]
SHOWN = [word("Telefoner", id="telefoner", expansion="En båndoptager", **PUBLIC)]

GROUPS: Groups = (
    ("mobil", "telefon", "telefonsvarer"),
    ("falk", "ugle"),
    ("optager", "båndoptagere", "låner", "kassette"),
    ("spektiv", "teleskop", "en kikkert"),
    ("bue", "regnbue"),
    ("sky", "regn"),
)


def test_a_word_that_stands_in_hidden_items_alone_is_left_out() -> None:
    """In whatever field of theirs, and however it is inflected."""
    assert telling_nothing(GROUPS, map(text_of, HIDDEN), map(text_of, SHOWN)) == (
        ("mobil", "telefon"),
        ("optager", "båndoptagere", "kassette"),
        ("spektiv", "teleskop"),
        ("sky", "regn"),
    )


def test_each_edition_has_its_own() -> None:
    catalogue = catalogue_of(*HIDDEN, *SHOWN, synonyms=GROUPS)
    assert narrow(catalogue, Edition.INTERNAL, TODAY).synonyms == GROUPS
    outside = narrow(catalogue, Edition.PUBLIC, TODAY)
    assert outside.synonyms == telling_nothing(GROUPS, map(text_of, HIDDEN), map(text_of, SHOWN))


def test_what_is_still_to_come_is_hidden_inside_too() -> None:
    """But not to those who write it."""
    coming = news(title="Falken flyver", date="24. november 2026")
    groups = (("falk", "ugle", "høg"),)
    catalogue = Catalogue(discover(), site(), [coming, contact()], synonyms=groups)
    assert narrow(catalogue, Edition.INTERNAL, TODAY).synonyms == (("ugle", "høg"),)
    assert narrow(catalogue, Edition.INTERNAL, date(2026, 11, 24)).synonyms == groups
    assert narrow(catalogue, Edition.INTERNAL, None).synonyms == groups


words = st.sampled_from(["ål", "abe", "ugle", "falk", "telefonen", "5G"])
names = st.lists(words, min_size=1, max_size=2).map(" ".join)
groups = st.lists(st.lists(names, min_size=2, max_size=3).map(tuple)).map(tuple)
titles = st.lists(st.sampled_from(["Ål", "Aber", "Uglen", "Falk", "Telefon", "Andet"]))


@given(groups, titles, titles)
def test_no_word_that_is_left_tells_anything(
    groups: Groups, hidden: list[str], shown: list[str]
) -> None:
    """And none is lost that does not."""
    kept = telling_nothing(groups, hidden, shown)
    known, secret = (
        {word for title in titles for word in words_of(title)} for titles in (shown, hidden)
    )
    for name in chain.from_iterable(kept):
        assert not secret.difference(known) & {*words_of(name)}
    for group in groups:
        safe = tuple(name for name in group if not secret.difference(known) & {*words_of(name)})
        assert (safe in kept) is (len(safe) > 1)


def test_every_group_of_ours_leads_somewhere() -> None:
    """One of its words stands in an item or on a page."""
    catalogue, _ = compile_catalogue(load(ROOT / "data", discover(), shown_as="data"), TODAY)
    assert catalogue
    pages = prose.pages_of(environment.pages_by_hand(ROOT / "docs"), Edition.INTERNAL).values()
    used = {word for page in pages for word in words_of(f"{page.title} {page.text}")}
    used.update(word for names in KNOWN_AS.values() for name in names for word in words_of(name))
    for kind in catalogue.model:
        for item in catalogue.items(kind.kind.key):
            used.update(*(words_of(str(value.value)) for value in values_of(item)))
    assert len(catalogue.synonyms) >= 25
    leads_nowhere = [
        group
        for group in catalogue.synonyms
        if not any(used.issuperset(words_of(name)) for name in group)
    ]
    assert leads_nowhere == []


def test_a_word_of_a_hidden_page_is_left_out_too() -> None:
    """Unless what readers see has it as well."""
    groups = (("spærre", "blokere", "falkenberg"), ("frist", "deadline"))
    pages = {"om/": prose.Prose("Om", "", "Hvad en deadline er.")}
    hidden = ["# Projekt Falkenberg\n\nVores frist og vores deadline."]
    beside = with_pages(catalogue_of(word("Frist"), synonyms=groups), pages, hidden)
    assert beside.synonyms == (("spærre", "blokere"), ("frist", "deadline"))
