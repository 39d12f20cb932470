"""What is worked for: what answers it, and what is missing."""

from pathlib import Path

from synlighed.catalogue import with_board
from synlighed.edition import narrow
from synlighed.model.item import Item
from synlighed.model.wordlists import Vocabularies
from synlighed.site import Site
from synlighed.status.board import Board
from synlighed.visibility import Edition
from tests.export.expected import assert_expected
from tests.pages.builder import as_kept, compile_small, page_of
from tests.pages.real import catalogue_of, contact
from tests.pages.test_calendar import NOW, event
from tests.pages.test_pages import is_sound, links_of, urls
from tests.similar.things import lesson, project

GOLDEN = Path(__file__).parent / "golden"

WORDS = Vocabularies.model_validate(
    {
        "focus_areas": [
            {
                "id": "synlighed",
                "name": "Synlighed",
                "summary": "Kendskab på tværs.",
                "missing": [
                    {"what": "Et forum.", "help": "Vær vært.", "contact": "hjaelpen"},
                    {"what": "Ro."},
                ],
            },
            {"id": "ro", "name": "Ro"},
        ],
        "challenges": [
            {"id": "a", "name": "Døren er lukket", "missing": [{"what": "En nøgle."}]},
            {"id": "b", "name": "Ingen ved det"},
        ],
    }
)
ITEMS = (
    contact(visibility="offentlig"),
    lesson("laert", "Lært", "Det lærte vi.", focus_areas=["synlighed"], challenges=["a"]),
    *(
        project(f"p-{n}", f"Projekt {n}", "Det gør vi.", focus_areas=["synlighed"])
        for n in range(7)
    ),
)


def site_of(*items: Item) -> Site:
    return compile_small(catalogue_of(*items, vocabularies=WORDS))


def test_an_area_says_what_is_missing_and_what_answers() -> None:
    """By kind, some of each, and where all are."""
    site = site_of(*ITEMS)
    is_sound(site)
    page = page_of(site, "omraader/synlighed/")
    assert (page.title, page.section) == ("Synlighed", "omraader/index.md")
    assert_expected(as_kept(page.body), GOLDEN / "area.html")
    assert "Alle 7 projekter" in page.body
    assert "projekter/indsatsomraader/synlighed/" in links_of(page)


def test_an_area_that_nothing_claims_says_so() -> None:
    body = page_of(site_of(*ITEMS), "omraader/ro/").body
    assert "Her er endnu ingen politikker, retningslinjer" in body


def test_areas_are_listed_with_how_much_there_is() -> None:
    page = page_of(site_of(*ITEMS), "omraader/")
    assert "8 bidrag, 2 ting mangler" in page.body and "0 bidrag, 0 ting mangler" in page.body
    assert {"omraader/synlighed/", "omraader/ro/", "udfordringer/"} <= {*links_of(page)}


def test_what_was_made_up_is_counted_apart() -> None:
    """What is in the calendar too, as long as it is still to come."""
    named = {"focus_areas": ["synlighed"], "challenges": ["a"]}
    more = (
        lesson("paa", "På", "Det var på.", example="ja", **named),
        event("kommer", focus_areas=["synlighed"], example="ja"),
        event(
            "gammelt", focus_areas=["synlighed"], example="ja", starts="2. februar 2025 kl. 13.00"
        ),
    )
    whole = with_board(catalogue_of(*ITEMS, *more, vocabularies=WORDS), Board(NOW))
    site = compile_small(whole)
    told = "10 bidrag, heraf 2 opdigtede"
    assert f"{told}, 2 ting mangler" in page_of(site, "omraader/").body
    assert f"<p>{told}.</p>" in page_of(site, "omraader/synlighed/").body
    assert "<p>2 bidrag, heraf 1 opdigtet.</p>" in page_of(site, "udfordringer/").body


def test_all_challenges_are_on_one_page_each_with_its_place() -> None:
    page = page_of(site_of(*ITEMS), "udfordringer/")
    assert [heading.id for heading in page.headings] == ["a", "b"]
    assert_expected(as_kept(page.body), GOLDEN / "challenges.html")


def test_what_claims_a_challenge_can_be_narrowed_by_it() -> None:
    assert urls(site_of(*ITEMS), "erfaringer/udfordringer/") == ["erfaringer/udfordringer/a/"]


def test_outside_nothing_is_said_of_what_others_may_have() -> None:
    """That no guideline is there for all to see does not say that there is none."""
    seen = lesson("set", "Set", "Det så vi.", focus_areas=["synlighed"], visibility="offentlig")
    outside = narrow(catalogue_of(*ITEMS, seen, vocabularies=WORDS), Edition.PUBLIC, None)
    site = compile_small(outside)
    is_sound(site)
    body = page_of(site, "omraader/synlighed/").body
    assert "Et forum." in body and "Her er endnu" not in body and "Projekt" not in body
    assert urls(site, "omraader/") == ["omraader/", "omraader/synlighed/"]
    assert urls(site, "udfordringer/") == []


def test_where_nothing_is_worked_for_there_is_no_page() -> None:
    site = compile_small(catalogue_of(*ITEMS[:1], vocabularies=Vocabularies()))
    assert urls(site, "omraader/") == urls(site, "udfordringer/") == []
