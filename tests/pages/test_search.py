"""The search as a page, and all there is from A to Å on as many pages as it takes."""

from urllib.parse import urljoin

import pytest

from synlighed import alphabet
from synlighed.addresses import Addresses
from synlighed.catalogue import with_pages
from synlighed.edition import narrow
from synlighed.pages.here import Here
from synlighed.pages.search import search_facets
from synlighed.prose import Prose
from synlighed.site import Site
from synlighed.visibility import Edition
from tests.export.sample import TODAY, catalogue, catalogue_of, instrument, word
from tests.pages.builder import compile_small, compiled, page_of, read
from tests.site.html import text_of

PROSE = {
    "bi/": Prose("Bi", "En side om bier.", ""),
    "gemt/": Prose("Gemt", "En side, man ikke skal finde.", "", sought=0),
}


@pytest.fixture
def paged(monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site with so much in it that it takes three pages of three items."""
    monkeypatch.setattr(alphabet, "PER_PAGE", 3)
    words = [word(title, id=f"ord-{n}") for n, title in enumerate(("Ål", "Abe", "Zoo", "5G", "Bo"))]
    return compile_small(with_pages(catalogue_of(instrument(1), *words), PROSE))


def searches(site: Site) -> list[str]:
    return [page.url for page in site.pages if page.url.startswith("soeg/")]


def listed(site: Site, url: str) -> list[tuple[str, list[str]]]:
    """The letters of a page, with the lines under each."""
    return [
        (
            text_of(section[0]),
            [text_of(line) for line in section.iter("li")],
        )
        for section in read(page_of(site, url)).root.iter("section")
        if section.get("class") == "sl-letter"
    ]


def test_everything_is_there_under_its_letter_and_says_what_it_is(paged: Site) -> None:
    """Items and other pages among each other; what the search leaves out, this leaves out."""
    assert searches(paged) == ["soeg/", "soeg/side/2/", "soeg/side/3/"]
    assert listed(paged, "soeg/") == [
        ("#", ["5G ord"]),
        ("A", ["Abe ord", "Afdeling B1 organisation"]),
        ("B", ["Bi side"]),
    ]
    assert listed(paged, "soeg/side/2/") == [
        ("B", ["Bo ord"]),
        ("D", ["Driftsstatus side"]),
        ("H", ["Hjælp side"]),
        (
            "I",
            ["Indsatsområde: Måling & vægt side", "Indsatsområder side", "Instrumenter side"],
        ),
        ("M", ["Måler 1 instrument"]),
        ("O", ["Ordbog side", "Organisationer side", "Overblik side"]),
        ("Z", ["Zoo ord"]),
    ]
    assert listed(paged, "soeg/side/3/") == [("Å", ["Ål ord"])]


@pytest.mark.parametrize("url", ["soeg/", "soeg/side/2/", "soeg/side/3/"])
def test_each_letter_leads_to_where_it_begins(paged: Site, url: str) -> None:
    base = f"https://x.example/{url}"
    letters = {}
    for nav in read(page_of(paged, url)).root.iter("nav"):
        if nav.get("aria-label") == "Bogstaver":
            letters = {text_of(a): urljoin(base, a.get("href")) for a in nav.iter("a")}
    assert "".join(letters) == "#ABDHIMOZÅ"
    for letter, target in letters.items():
        page, _, id = target.removeprefix("https://x.example/").partition("#")
        [first, *_] = [to for to in searches(paged) if letter in dict(listed(paged, to))]
        assert page == first
        assert id in read(page_of(paged, page)).ids


def test_a_page_after_the_first_leads_back_to_the_search(paged: Site) -> None:
    """Neither the search nor the path at the top takes it for a page of its own."""
    page = page_of(paged, "soeg/side/2/")
    assert page.meta["search"] is False
    assert page.section == "soeg/index.md"
    [form] = read(page).root.iter("form")
    assert (
        urljoin("https://x.example/soeg/side/2/", form.get("action")) == "https://x.example/soeg/"
    )
    assert "data-sl-search" not in page.body


def test_an_edit_makes_no_page_anew_that_shows_the_same(paged: Site) -> None:
    """Each page comes of what stands on it, and of where the others begin."""
    words = [word(title, id=f"ord-{n}") for n, title in enumerate(("Ål", "Abe", "Zoo", "5G", "Bo"))]
    other = with_pages(catalogue_of(instrument(1, title="Maler"), *words), PROSE)
    after = compile_small(other)
    same = [url for url in searches(paged) if page_of(paged, url) == page_of(after, url)]
    assert same == ["soeg/", "soeg/side/3/"]


def test_samples_say_so() -> None:
    site = compile_small(catalogue_of(instrument(1, example="ja")))
    assert ("M", ["Måler 1 instrument Eksempel"]) in listed(site, "soeg/")


def test_the_box_narrows_by_kind_and_by_what_kinds_share() -> None:
    here = Here(catalogue(), Addresses(catalogue()), "soeg/")
    facets = {facet.label: [value.slug for value in facet.values] for facet in search_facets(here)}
    assert list(facets) == ["Slags", "Indsatsområder"]
    assert facets["Slags"] == ["contacts", "instruments", "words", "organisations", "sider"]
    # Elsewhere one may search in some kinds only.
    [kinds] = search_facets(here, only=("words", "instruments"))
    assert [value.name for value in kinds.values] == ["Instrumenter", "Ordbog"]


def test_readers_who_may_see_nothing_have_nothing_to_search() -> None:
    outside = narrow(catalogue_of(instrument(1)), Edition.PUBLIC, TODAY)
    assert searches(compile_small(outside)) == []
    assert searches(compile_small(with_pages(outside, PROSE))) == ["soeg/"]


def test_no_door_leads_to_what_is_not_there() -> None:
    """The sample has contact points, and no guide."""
    page = read(page_of(compiled(), "soeg/"))
    doors = [line for line in page.root.iter("li") if line.get("class") == "sl-door"]
    assert [text_of(link) for door in doors for link in door.iter("a")] == ["Hjælp"]
