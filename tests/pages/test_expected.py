"""Pages in full: a change of any of them is seen before it is committed."""

from pathlib import Path

import pytest

from tests.export.expected import assert_expected
from tests.export.sample import catalogue_of, instrument
from tests.pages.builder import as_kept, compile_small, compiled, file_of, page_of

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("", "front"),
        ("instrumenter/", "catalogue"),
        ("instrumenter/stetoskop/", "item"),
        ("instrumenter/termometer/", "unknown"),
        ("instrumenter/otoskop/", "hostile"),
        ("organisationer/aabenraa/", "relations"),
        ("hjaelp/vaerkstedet/", "contact"),
        ("ord/", "glossary"),
        ("instrumenter/tilstand/i-drift/", "narrowed"),
        ("haandbog/instrumenter/", "handbook"),
        ("soeg/", "search"),
    ],
)
def test_a_page_is_as_expected(url: str, name: str) -> None:
    """One of each family."""
    assert_expected(as_kept(page_of(compiled(), url).body), GOLDEN / f"{name}.html")


def test_a_links_page_is_as_expected() -> None:
    """All sources of a relation with one more than an item's page can hold."""
    site = compile_small(catalogue_of(*(instrument(n) for n in range(1, 22))))
    page = page_of(site, "organisationer/b1/maaler-med/")
    assert_expected(as_kept(page.body), GOLDEN / "links.html")


def test_what_a_browser_narrows_with_is_as_expected() -> None:
    """Without the dates' zero, which is the first of them."""
    text = file_of(compiled(), "afgraens/instruments.json")
    assert_expected(f"{text}\n", GOLDEN / "narrowing.json")


def test_a_redirect_is_as_expected() -> None:
    """A whole page, since nothing sets it in a frame."""
    redirect = file_of(compiled(), "instrumenter/lytteroer/index.html")
    assert_expected(redirect, GOLDEN / "redirect.html")
