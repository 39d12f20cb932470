"""Slugs: what Danish words become in an address."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.danish.slugs import heading_slug, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ambassadører", "ambassadoerer"),
        ("Sygehus Lillebælt", "sygehus-lillebaelt"),
        ("Åben på Ærø", "aaben-paa-aeroe"),
        ("Aabenraa", "aabenraa"),
        ("A\u030aben", "aaben"),
        ("Mistet enhed?", "mistet-enhed"),
        ("  -- app_2.0 -- ", "app-2-0"),
        ("Idé & café", "ide-cafe"),
        ("Käse, Öl und Müller", "kaese-oel-und-mueller"),
        ("Straße", "strasse"),
        ("Þór Guðmund", "thor-gudmund"),
        ("hunden gǿr", "hunden-goer"),
        ("…", ""),
        ("", ""),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    """Letters Danes know keep their sound; the rest is a hyphen."""
    assert slugify(text) == slug


@given(st.text())
def test_a_slug_is_safe_in_an_address(text: str) -> None:
    """ASCII words with single hyphens between, or nothing."""
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slugify(text))
    assert slugify(slugify(text)) == slugify(text)


@given(st.text())
def test_the_encoding_does_not_matter(text: str) -> None:
    """A file name from macOS gives the address a file name from Windows gives."""
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert slugify(composed) == slugify(decomposed)


@pytest.mark.parametrize(
    ("text", "separator", "anchor"),
    [
        ("Sådan gør du", "-", "saadan-goer-du"),
        ("Sådan gør du", "_", "saadan_goer_du"),
        ("???", "-", "afsnit"),
    ],
)
def test_a_heading_always_has_an_anchor(text: str, separator: str, anchor: str) -> None:
    """As Python-Markdown's toc calls it."""
    assert heading_slug(text, separator) == anchor
