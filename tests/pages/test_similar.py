"""What the page of an app or a project tells of others like it."""

import re
from pathlib import Path

from synlighed.model.wordlists import Vocabularies, VocabularyWord
from tests.export.expected import assert_expected
from tests.pages.builder import as_kept, compile_small, page_of
from tests.pages.real import catalogue_of, page_with
from tests.similar.things import ITEMS, app

GOLDEN = Path(__file__).parent / "golden"


def test_what_is_like_an_app() -> None:
    body = page_of(compile_small(catalogue_of(*ITEMS)), "apps/saar/").body
    [section] = re.findall(r'<section class="sl-section sl-similar".*?</section>', body, re.DOTALL)
    assert_expected(as_kept(section), GOLDEN / "similar.html")


def test_on_a_page_of_something_else_nothing_is_told() -> None:
    site = compile_small(catalogue_of(*ITEMS))
    for url in ("erfaringer/aftal/", "hjaelp/hjaelpen/"):
        assert "Ligner" not in page_of(site, url).body


def test_a_tag_is_told_by_its_name_and_what_is_the_same_once() -> None:
    """As a word within a sentence."""
    tagged = [
        app(
            id,
            id,
            "Psykiatrien på afstand, hver dag.",
            tags=["psykiatri"],
            use_cases=["egen sundhed"],
        )
        for id in ("puls", "ro")
    ]
    words = VocabularyWord(id="psykiatri", name="Psykiatri")
    body = page_with("apps/ro/", *tagged, vocabularies=Vocabularies(tags=(words,))).body
    assert re.findall("Begge: (.*?)<", body) == ["psykiatri, egen sundhed, afstand"]
