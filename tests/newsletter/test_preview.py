"""Whoever writes an issue sees it as its readers will get it; no reader sees that."""

from datetime import UTC, datetime
from functools import cache
from xml.etree.ElementTree import Element

import html5lib

from synlighed.catalogue import Catalogue, with_board
from synlighed.model.item import Item
from synlighed.site import Site, compile_site
from synlighed.sitepage import Settings
from synlighed.status.board import Board
from tests.newsletter.issues import (
    ITEMS,
    RICH,
    SETTINGS,
    catalogue_of,
    html_in,
    newsletter,
    picture,
    text_in,
)
from tests.pages.builder import file_of, page_of
from tests.pages.real import contact

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
PREVIEW = Settings(SETTINGS.site_url, is_preview=True)


def on_the_day(*items: Item) -> Catalogue:
    return with_board(catalogue_of(*items, pictures=(picture(),)), Board(NOW))


@cache
def compiled(*, is_preview: bool = True) -> Site:
    issues = (
        newsletter("nyhedsbrev-8", 8, title="I morgen", date="24. november 2026"),
        newsletter("nyhedsbrev-9", 9, title="Kladden", content_status="udkast"),
        newsletter("nyhedsbrev-6", 6, title="Før", date="1. november 2026"),
    )
    catalogue = on_the_day(*ITEMS, *issues)
    return compile_site(catalogue, PREVIEW if is_preview else SETTINGS)


def test_what_is_not_out_stands_first_and_says_so() -> None:
    body = page_of(compiled(), "forhaandsvisning/").body
    listed = [words(one) for one in elements(body) if one.tag == "li"]
    assert [text.split(" Eksempel")[0] for text in listed] == [
        "Nr. 8: I morgen Udkommer 24. november 2026",
        "Nr. 9: Kladden Udkast Udkommer, når det er klar",
        f"Nr. 7: {RICH.title}",
        "Nr. 6: Før Udkommet 1. november 2026",
    ]


def test_the_mail_is_the_one_that_is_sent() -> None:
    page = page_of(compiled(), "forhaandsvisning/nyhedsbrev-7/")
    catalogue = on_the_day(*ITEMS)
    assert file_of(compiled(), "forhaandsvisning/nyhedsbrev-7.html") == html_in(catalogue)
    frames = [one for one in elements(page.body) if one.tag == "iframe"]
    assert [frame.get("src") for frame in frames] == [
        "../../forhaandsvisning/nyhedsbrev-7.html"
    ] * 2
    assert [frame.get("width") for frame in frames] == ["375", "680"]
    assert all("allow-scripts" not in frame.get("sandbox", "") for frame in frames)
    [text] = [one.text for one in elements(page.body) if one.tag == "code"]
    assert text == text_in(catalogue)


def test_it_says_what_a_list_of_mails_shows_and_how_big_it_is() -> None:
    [html] = elements(page_of(compiled(), "forhaandsvisning/nyhedsbrev-7/").body)[:1]
    body = words(html)
    assert f"Emnelinje Eksempel: Nyhedsbrev 7: {RICH.title}" in body
    assert (
        "Fra Måleriet <nyhedsbrev@maaleriet.example>" in body
        and "Til alle@maaleriet.example" in body
    )
    assert "kB med billeder og kalenderfiler" in body


def test_the_page_of_an_issue_leads_there_and_back() -> None:
    page = page_of(compiled(), f"nyhedsbrev/{RICH.id}/")
    assert 'href="../../forhaandsvisning/nyhedsbrev-7/"' in page.body
    back = page_of(compiled(), "forhaandsvisning/nyhedsbrev-7/")
    assert 'href="../../nyhedsbrev/nyhedsbrev-7/"' in back.body


def test_it_is_in_no_search() -> None:
    found = [page for page in compiled().pages if page.url.startswith("forhaandsvisning/")]
    assert len(found) == 5
    assert all(page.meta["search"] is False for page in found)


def test_no_published_site_knows_of_it() -> None:
    site = compiled(is_preview=False)
    assert len(site.pages) > 20
    for page in site.pages:
        assert "forhaandsvisning" not in page.url + page.body
    for file in site.files:
        assert b"forhaandsvisning" not in file.uri.encode() + file.content


def test_without_an_issue_it_says_how_to_begin() -> None:
    site = compile_site(on_the_day(contact()), PREVIEW)
    body = page_of(site, "forhaandsvisning/").body
    assert "scripts/newsletter.py draft" in body


def elements(body: str) -> list[Element]:
    return list(html5lib.parse(body, namespaceHTMLElements=False).iter())


def words(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())
