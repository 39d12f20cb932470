"""What pages show at the edges: nothing, one, many, unknown, and Danish."""

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urljoin

import pytest

from synlighed.addresses import Addresses
from synlighed.danish.slugs import slugify
from synlighed.model import discover
from synlighed.model.declare import fields_of
from synlighed.model.item import Item
from synlighed.model.relation import relations_of
from synlighed.pages.catalogue import catalogue_pages_of_all
from synlighed.pages.front import front_pages
from synlighed.pages.here import Here
from synlighed.pages.links import links_pages_of_all
from synlighed.site import Site, SitePage
from tests.export.sample import UNIT, catalogue_of, instrument, word
from tests.pages.builder import compile_small, compiled, page_of, read
from tests.site.html import text_of


def shown(page: SitePage) -> str:
    return text_of(read(page).main)


def links_of(page: SitePage) -> list[str]:
    """The addresses within the site that a page links to, from its root."""
    base = f"https://x.example/{page.url}"
    to = (urljoin(base, link.to) for link in read(page).links)
    return [url.removeprefix("https://x.example/") for url in to if url.startswith("https://x.")]


def urls(site: Site, start: str) -> list[str]:
    return [page.url for page in site.pages if page.url.startswith(start)]


def of_unit(number: int) -> Site:
    """A site whose unit is named by so many instruments."""
    return compile_small(catalogue_of(*(instrument(n) for n in range(1, number + 1))))


def lists_of_unit(number: int) -> Site:
    """The same without the pages of single items: all that grows with their number."""
    catalogue = catalogue_of(*(instrument(n) for n in range(1, number + 1)))
    addresses = Addresses(catalogue)
    recipes = (
        *front_pages(),
        *catalogue_pages_of_all(catalogue),
        *links_pages_of_all(catalogue),
    )
    pages = (recipe.compose(Here(catalogue, addresses, recipe.url)) for recipe in recipes)
    return Site(tuple(pages), ())


# ---- Sound pages


def is_sound(site: Site) -> None:
    """Every page is sound HTML with one h1, no id twice, and links that lead somewhere."""
    known = {page.url for page in site.pages} | {file.uri for file in site.files}
    read_pages = {page.url: read(page) for page in site.pages}
    assert len(read_pages) == len({page.uri for page in site.pages}) == len(site.pages)
    for page in site.pages:
        found = read_pages[page.url]
        assert found.errors == (), page.url
        assert [text_of(h1) for h1 in found.root.iter("h1")], page.url
        assert found.root.find(".//h1").get("id") == "indhold"
        assert max(Counter(found.ids).values()) == 1, (page.url, found.ids)
        for url in links_of(page):
            path, _, fragment = url.partition("?")[0].partition("#")
            assert path in known or path == page.url, f"{page.url} links to {url}"
            there = read_pages[path].ids if fragment else ()
            assert not fragment or fragment in there, f"{page.url} links to {url}"
        for heading in page.headings:
            assert heading.id in found.ids, page.url
        if page.section:
            sections = {other.uri for other in site.pages} | {"haandbog/index.md"}
            assert page.section in sections, page.url


def test_the_sample_is_sound() -> None:
    """Every type of value, filled in, unknown and hostile."""
    is_sound(compiled())


@pytest.mark.parametrize("number", [0, 1, 21, 49])
def test_any_number_is_sound(number: int) -> None:
    """On both sides of where a list is divided."""
    is_sound(of_unit(number))


@pytest.mark.parametrize("kind", list(discover()), ids=lambda kind: kind.kind.key)
def test_no_two_parts_of_a_page_can_have_one_id(kind: type[Item]) -> None:
    """However an item is filled in: sections, relations to it, and what all pages have."""
    common = {field.key for field in fields_of(Item)}
    own = [field for field in fields_of(kind) if field.key not in common]
    sections = {slugify(f.declared.section) for f in own if f.declared.section}
    sections |= {slugify(f.label) for f in own if f.key == kind.kind.first}
    incoming = {
        relation.inverse_slug
        for other in discover()
        for relation in relations_of(other)
        if relation.to == kind.kind.key
    }
    fixed = {"indhold", "sporg", "haenger-sammen-med", "om-oplysningerne", "drift"}
    fixed |= {"paa-din-enhed", "tillid", "ligner"}
    assert not sections & incoming and not (sections | incoming) & fixed
    assert not incoming & {"index", "side"}, "these are parts of addresses"


@pytest.mark.parametrize("kind", list(discover()), ids=lambda kind: kind.kind.key)
def test_relations_of_one_name_mean_one_thing(kind: type[Item]) -> None:
    """Two labels may not fall on one address."""
    names: dict[str, str] = {}
    for other in discover():
        for relation in relations_of(other):
            if relation.to == kind.kind.key:
                assert names.setdefault(relation.inverse_slug, relation.inverse) == relation.inverse


# ---- Catalogues


def test_an_empty_catalogue_says_how_to_begin() -> None:
    """It is there all the same, since links and the navigation lead to it."""
    page = page_of(compile_small(catalogue_of()), "instrumenter/")
    assert "Her er ikke noget endnu." in shown(page)
    assert "scripts/new.py instruments" in shown(page)


@pytest.mark.parametrize(
    ("number", "told"), [(1, "1 instrument"), (2, "2 instrumenter"), (1200, "1.200 instrumenter")]
)
def test_a_catalogue_counts(number: int, told: str) -> None:
    """In the right form of the word, with a point between thousands."""
    site = lists_of_unit(number)
    assert re.search(
        rf"(?<![\d.]){re.escape(told)}(?![\wæøå])", shown(page_of(site, "instrumenter/"))
    )
    assert told in shown(page_of(site, ""))


def test_a_catalogue_is_divided() -> None:
    """48 cards to a page, each page saying where one is and linking to the others."""
    site = of_unit(97)
    pages = ["instrumenter/", "instrumenter/side/2/", "instrumenter/side/3/"]
    lists = [url for url in urls(site, "instrumenter/") if not re.search("maaler|tilstand", url)]
    assert lists == pages
    cards = [items_linked(page_of(site, url)) for url in pages]
    assert [len(on_page) for on_page in cards] == [48, 48, 1]
    assert len(set().union(*cards)) == 97
    for number, url in enumerate(pages, 1):
        page = page_of(site, url)
        assert f"side {number} af 3" in shown(page)
        assert set(pages) - {url} <= set(links_of(page))
    assert page_of(site, "instrumenter/side/2/").section == "instrumenter/index.md"
    assert page_of(site, "instrumenter/side/2/").title == "Instrumenter, side 2"


def items_linked(page: SitePage) -> set[str]:
    return {url for url in links_of(page) if re.fullmatch(r"instrumenter/maaler-\d+/", url)}


def test_addresses_of_a_catalogue_of_5000() -> None:
    """The first page keeps its address, however many follow."""
    site = lists_of_unit(5000)
    pages = [url for url in urls(site, "instrumenter/") if "maaler" not in url]
    assert len(pages) == 105 and pages[0] == "instrumenter/"
    assert pages[-1] == "instrumenter/side/105/"
    assert "5.000 instrumenter, side 105 af 105" in shown(page_of(site, pages[-1]))
    links = [url for url in urls(site, "organisationer/b1/") if "maaler-med" in url]
    assert len(links) == 25 and links[-1] == "organisationer/b1/maaler-med/side/25/"
    assert max(len(page.body) for page in site.pages) < 60_000


def test_danish_order_in_a_catalogue() -> None:
    """Numbers by value, then a to å; names with aa where they are read."""
    names = ["Ål", "Øre", "Ære", "Zebra", "Aabenraa", "Data", "dåse", "App 10", "App 9"]
    items = [instrument(n, title=name) for n, name in enumerate(names)]
    page = page_of(compile_small(catalogue_of(*items)), "instrumenter/")
    titles = [text_of(h2) for h2 in read(page).root.iter("h2")]
    assert titles == ["App 9", "App 10", "Data", "dåse", "Zebra", "Ære", "Øre", "Aabenraa", "Ål"]


def glossary(words: Sequence[str]) -> SitePage:
    items = [word(title, f"ord-{number}") for number, title in enumerate(words)]
    return page_of(compile_small(catalogue_of(*items)), "ord/")


def test_letters_of_the_glossary() -> None:
    """Å last, and Aabenraa under it; ä is read as æ, and é as e."""
    page = glossary(["Ål", "Aabenraa", "Øre", "Æble", "Data", "app", "Ärlig", "Émile"])
    letters = [text_of(h2) for h2 in read(page).root.iter("h2")]
    assert letters == ["A", "D", "E", "Æ", "Ø", "Å"]
    assert "Aabenraa" in shown(page).partition(" Å Aabenraa")[1]


def test_signs_of_the_glossary_stand_together() -> None:
    """Digits sort first and other alphabets last, but `#` is one heading with one address."""
    page = glossary(["5G", "App", "Ω", "24/7"])
    assert [text_of(h2) for h2 in read(page).root.iter("h2")] == ["#", "A"]
    assert Counter(read(page).ids)["bogstav-andre"] == 1


def test_a_long_glossary_is_divided() -> None:
    """100 words to a page; a letter may go on over the leaf."""
    words = [f"Ord {n}" for n in range(101)]
    items = [word(title, f"ord-{number}") for number, title in enumerate(words)]
    site = compile_small(catalogue_of(*items))
    assert "ord/side/2/" in urls(site, "ord/")
    assert "101 ord, side 2 af 2" in shown(page_of(site, "ord/side/2/"))
    is_sound(site)


# ---- Relations


@pytest.mark.parametrize(("number", "shown_", "pages"), [(1, 1, 0), (20, 20, 0), (21, 20, 1)])
def test_an_item_shows_twenty_of_a_relation(number: int, shown_: int, pages: int) -> None:
    """When there are more, it links to all of them."""
    site = of_unit(number)
    page = page_of(site, "organisationer/b1/")
    assert len(items_linked(page)) == shown_
    assert f"Måler med ({number})" in shown(page)
    more = urls(site, "organisationer/b1/maaler-med/")
    assert len(more) == pages
    assert ("Vis alle 21 under »Måler med«" in shown(page)) is bool(pages)
    assert set(more) <= set(links_of(page))
    for url in more:
        all_ = page_of(site, url)
        assert len(items_linked(all_)) == number
        assert "21 punkter" in shown(all_)
        assert "organisationer/b1/" in links_of(all_)
        assert all_.title == "Afdeling B1: Måler med"


def test_two_hundred_and_one_of_a_relation() -> None:
    """200 to a page, and the one left over on the next."""
    site = of_unit(201)
    first, second = urls(site, "organisationer/b1/maaler-med/")
    assert (first, second) == (
        "organisationer/b1/maaler-med/",
        "organisationer/b1/maaler-med/side/2/",
    )
    assert len(items_linked(page_of(site, first))) == 200
    assert len(items_linked(page_of(site, second))) == 1
    assert "201 punkter, side 2 af 2" in shown(page_of(site, second))
    assert second in links_of(page_of(site, first)) and first in links_of(page_of(site, second))


def test_sources_of_a_relation_are_in_danish_order() -> None:
    """Also on an item's page, where they may be of several kinds."""
    items = [instrument(1, title="Ål"), instrument(2, title="Zebra"), instrument(3, title="Abe")]
    page = page_of(compile_small(catalogue_of(*items)), "organisationer/b1/")
    links = [text_of(a) for a in read(page).root.iter("a") if "maaler" in (a.get("href") or "")]
    assert links == ["Abe", "Zebra", "Ål"]


# ---- Values


def test_an_item_of_which_nothing_is_known() -> None:
    """Each fact that should be there says so; none is guessed, none is left out in silence."""
    page = page_of(compiled(), "instrumenter/termometer/")
    text = shown(page)
    assert text.count("Ikke oplyst") >= 6
    assert "Tilstand ikke oplyst" in text
    for label in ("Farver", "Afdeling", "Må jeg låne det?", "Sidst gennemgået"):
        assert label in text
    # What may be left out and is, is not mentioned.
    assert "Pris" not in text and "Batterier" not in text
    assert "None" not in text and "ukendt" not in text.lower()


def test_numbers_and_dates_are_danish() -> None:
    """For readers; the machine-readable date stands beside."""
    page = page_of(compiled(), "instrumenter/stetoskop/")
    text = shown(page)
    for value in ("6. marts 2019", "marts 2014", "2. halvår 2027", "1. maj 2027", "1 hverdag"):
        assert value in text
    times = {e.get("datetime") for e in read(page).root.iter("time")}
    assert {"2019-03-06", "2014-03", "2026-11-01"} <= times


def test_hostile_texts_are_shown_as_they_stand() -> None:
    """In pages, attributes and titles."""
    page = page_of(compiled(), "instrumenter/otoskop/")
    found = read(page)
    assert not list(found.root.iter("script")) and not list(found.root.iter("b"))
    assert "<script>alert('øre')</script> & \"ører\"; komma" in shown(page)
    assert "<b>Ikke fed</b>" in shown(page)
    assert not [e for e in found.root.iter() if any(name.startswith("on") for name, _ in e.items())]
    assert page.title == '=HYPERLINK("http://example.org/";"Otoskop")'


def test_an_item_leads_back_to_its_catalogue_and_its_file() -> None:
    """For the path at the top of the page, and for the edit link."""
    page = page_of(compiled(), "instrumenter/stetoskop/")
    assert page.section == "instrumenter/index.md"
    assert page.source == "data/instruments/stetoskop.yml"
    assert page.meta["description"] == ("Til at lytte på hjerte og lunger med, også gennem tøj.")


def test_every_page_of_an_example_says_so() -> None:
    """Wherever it is named."""
    for url in ("instrumenter/", "instrumenter/stetoskop/", "organisationer/aabenraa/", ""):
        page = page_of(compiled(), url)
        named = [n for n in links_of(page) if n == "instrumenter/stetoskop/"]
        assert "Eksempel" in shown(page) and (named or url == "instrumenter/stetoskop/"), url


def test_the_compile_changes_with_its_input_only() -> None:
    """Twice the same catalogue, twice the same bytes."""
    items = [instrument(n) for n in range(1, 30)]
    one = compile_small(catalogue_of(*items))
    other = compile_small(catalogue_of(*reversed(items)))
    assert one == other
    assert UNIT.title == "Afdeling B1"
