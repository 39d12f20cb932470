"""The page of all that there is already."""

from pathlib import Path

from synlighed.edition import narrow
from synlighed.model.site import Door
from synlighed.visibility import Edition
from tests.export.expected import assert_expected
from tests.pages.builder import as_kept, compile_small, page_of
from tests.pages.real import catalogue_of
from tests.pages.test_pages import is_sound, links_of
from tests.similar.things import ITEMS, project

GOLDEN = Path(__file__).parent / "golden"


def test_all_that_there_is() -> None:
    """Every kind in one order, with what was stopped."""
    page = page_of(compile_small(catalogue_of(*ITEMS, contact="hjaelpen")), "findes-det-allerede/")
    assert (page.title, page.uri) == ("Findes det allerede?", "findes-det-allerede/index.md")
    assert_expected(as_kept(page.body), GOLDEN / "precedents.html")


def test_it_takes_as_many_pages_as_it_must() -> None:
    titles = [*(f"{n} projekter" for n in range(30)), *(f"Ωmega {n}" for n in range(30))]
    items = [
        project(f"p-{n}", title, "Noget af det hele, som er.") for n, title in enumerate(titles)
    ]
    site = compile_small(catalogue_of(*items))
    is_sound(site)
    urls = ["findes-det-allerede/", "findes-det-allerede/side/2/"]
    assert [page.url for page in site.pages if page.url.startswith("findes-det")] == urls
    listed = [
        [url for url in links_of(page_of(site, at)) if url.startswith("projekter/p-")]
        for at in urls
    ]
    assert list(map(len, listed)) == [48, 12]
    assert len(set(listed[0] + listed[1])) == 60
    assert page_of(site, urls[1]).section == "findes-det-allerede/index.md"


def test_where_there_is_nothing_there_is_no_page_and_no_door() -> None:
    door = Door(title="Findes det?", text="Se efter her.", page="findes-det-allerede/")
    with_it = catalogue_of(*ITEMS, doors=(door,))
    seen = [item.model_copy(update={"visibility": "offentlig"}) for item in ITEMS]
    outside = narrow(catalogue_of(seen[0], *ITEMS[1:], doors=(door,)), Edition.PUBLIC, None)
    assert "Findes det?" in page_of(compile_small(with_it), "").body
    site = compile_small(outside)
    assert "Findes det?" not in page_of(site, "").body
    assert not [page.url for page in site.pages if page.url.startswith("findes-det")]


def test_those_outside_see_their_kinds_only() -> None:
    seen = ITEMS[1].model_copy(update={"visibility": "offentlig"})
    outside = narrow(catalogue_of(seen, *ITEMS[2:]), Edition.PUBLIC, None)
    body = page_of(compile_small(outside), "findes-det-allerede/").body
    assert 'data-sl-kinds="apps"' in body and "Her står apps i én liste" in body
    assert "projekt" not in body and "Ål" not in body
