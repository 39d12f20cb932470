"""The page of the search, as staff use it: by words, choices, address and keyboard."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import COLOURS, EVERYTHING, Rules, findings
from tests.browser.conftest import Open
from tests.browser.test_accessibility import CLIPPED, DESKTOP, PHONE, overflow

Rows = list[dict[str, Any]]


@pytest.fixture
def rows(built_site: Path) -> Rows:
    """What the index says of every page."""
    index = json.loads((built_site / "soeg" / "indeks.json").read_bytes())
    names = ("url", "kind", "title", "state", "summary", "facets", "weight", "day")
    return [dict(zip(names, row, strict=False)) for row in index["pages"]]


def hits(page: Page) -> list[str]:
    return page.locator(".sl-hit__title").all_inner_texts()


def total(page: Page) -> Locator:
    return page.locator(".sl-tools > [role=status]")


def value(page: Page, facet: str, name: str) -> Locator:
    group = page.get_by_role("group", name=facet, exact=True)
    return group.get_by_role("checkbox", name=re.compile(rf"^{name} "))


def query(page: Page) -> str:
    return page.evaluate("decodeURIComponent(location.search)")


def is_soon(page: Page, true: Callable[[], bool]) -> None:
    """Waits for what follows what one did."""
    for _ in range(100):
        if true():
            return
        page.wait_for_timeout(20)
    assert true()


def field(page: Page) -> Locator:
    return page.get_by_label("Hvad leder du efter?")


def test_it_answers_while_one_writes(open_page: Open) -> None:
    """The list gives way, and the address says what is asked for, in one step of the history."""
    page = open_page("/soeg/").page
    expect(page.get_by_role("heading", name="Alt fra A til Å")).to_be_visible()
    before = page.evaluate("history.length")
    field(page).press_sequentially("mit sygehus", delay=20)
    expect(total(page)).to_contain_text("træf på »mit sygehus«")
    assert hits(page)[0] == "Mit Sygehus"
    assert query(page) == "?q=mit+sygehus"
    assert page.evaluate("history.length") == before
    expect(page.locator(".sl-listed")).to_be_hidden()
    marked = page.locator(".sl-hit").first.locator("mark").all_inner_texts()
    assert marked[:2] == ["Mit", "Sygehus"]


def test_a_choice_narrows_and_says_what_others_would_give(open_page: Open, rows: Rows) -> None:
    page = open_page("/soeg/?q=sygehus").page
    expect(total(page)).to_contain_text("træf på »sygehus«")
    all_ = int(total(page).inner_text().split()[0])
    apps = value(page, "Slags", "Apps")
    number = int(apps.locator("xpath=../span[last()]").inner_text())
    apps.check()
    expect(total(page)).to_have_text(f"{number} af {all_} træf på »sygehus«")
    assert query(page) == "?q=sygehus&slags=apps"
    kinds = page.locator(".sl-hit .sl-kicker").all_inner_texts()
    assert set(kinds) == {"App"} and len(kinds) == min(number, 24)
    # What is chosen in the facet itself does not count against its other values.
    expect(value(page, "Slags", "Projekter")).to_be_visible()
    expect(value(page, "Sektorer", "Region")).to_be_visible()


def test_back_takes_back_a_choice_and_not_a_letter(open_page: Open) -> None:
    page = open_page("/soeg/").page
    field(page).fill("telefon")
    expect(total(page)).to_contain_text("»telefon«")
    all_ = total(page).inner_text()
    value(page, "Slags", "Ordliste").check()
    expect(total(page)).to_contain_text(" af ")
    page.get_by_label("Sortér efter").select_option("Nyeste")
    assert query(page) == "?q=telefon&slags=terms&sorter=nyeste"
    page.go_back()
    expect(page.get_by_label("Sortér efter")).to_have_value("bedst")
    page.go_back()
    expect(total(page)).to_have_text(all_)
    expect(value(page, "Slags", "Ordliste")).not_to_be_checked()
    expect(field(page)).to_have_value("telefon")


def test_the_newest_first(open_page: Open, rows: Rows) -> None:
    page = open_page("/soeg/?q=app&sorter=nyeste").page
    expect(total(page)).to_contain_text("»app«")
    days = {(row["title"], row["url"]): row["day"] for row in rows}
    links = page.locator(".sl-hit__title a").evaluate_all(
        "all => all.map(a => [a.textContent, a.pathname.slice(1)])"
    )
    found = [days[title, url] for title, url in links]
    assert len(found) == 24
    assert found == sorted(found, reverse=True)


def test_a_choice_without_a_word_gives_all_that_have_it_by_name(
    open_page: Open, rows: Rows
) -> None:
    page = open_page("/soeg/?slags=services&livscyklus=i-drift").page
    expected = [
        row["title"]
        for row in rows
        if row["kind"] == "services" and "livscyklus=i-drift" in row["facets"]
    ]
    expect(total(page)).to_have_text(f"{len(expected)} træf")
    # Within a kind, the index has them as Danes do.
    assert hits(page) == expected
    expect(page.get_by_label("Sortér efter").locator("option").first).to_have_text("Navn")


def test_one_click_clears(open_page: Open) -> None:
    page = open_page("/soeg/?q=sygehus&slags=apps&livscyklus=i-drift").page
    page.get_by_role("button", name="Fjern Livscyklus: I drift").click()
    assert query(page) == "?q=sygehus&slags=apps"
    page.get_by_role("button", name="Ryd alle valg").click()
    assert query(page) == "?q=sygehus"
    page.get_by_role("button", name="Ryd søgefeltet").click()
    assert query(page) == ""
    expect(field(page)).to_be_focused()
    expect(page.get_by_role("heading", name="Alt fra A til Å")).to_be_visible()
    assert hits(page) == []


def test_more_than_one_looks_at_at_once(open_page: Open) -> None:
    page = open_page("/soeg/?q=app").page
    expect(page.locator(".sl-hit")).to_have_count(24)
    page.get_by_role("button", name=re.compile("^Vis flere")).click()
    expect(page.locator(".sl-hit")).to_have_count(48)
    link = page.locator(".sl-hit").nth(24).locator("a")
    expect(link).to_be_focused()
    link.press("Enter")
    page.go_back()
    expect(page.locator(".sl-hit")).to_have_count(48)


def test_what_is_misspelt_is_asked_again(open_page: Open) -> None:
    page = open_page("/soeg/?q=godkenndelze").page
    meant = page.locator(".sl-search__meant")
    meant.get_by_role("link", name="godkendelse").click()
    assert query(page) == "?q=godkendelse"
    expect(field(page)).to_have_value("godkendelse")
    expect(total(page)).to_be_focused()
    expect(meant).to_be_hidden()


def test_nothing_found_leads_on(open_page: Open) -> None:
    page = open_page("/soeg/?q=qqqqq").page
    expect(total(page)).to_have_text("Ingen træf på »qqqqq«.")
    expect(page.locator(".sl-narrow")).to_be_hidden()
    doors = page.locator(".sl-search__ways").get_by_role("link")
    assert doors.all_inner_texts() == ["Find vej", "Hjælp"]
    doors.first.click()
    assert page.url.endswith("/find-vej/")


def test_nothing_left_keeps_what_was_chosen(open_page: Open) -> None:
    page = open_page("/soeg/?q=sygehus&slags=apps&livscyklus=ide&maalgrupper=kliniker").page
    expect(total(page)).to_contain_text("passer til alle dine valg.")
    expect(value(page, "Livscyklus", "Idé")).to_be_checked()
    expect(page.get_by_role("button", name="Ryd alle valg")).to_be_visible()


def test_words_and_values_that_mean_harm_are_text(open_page: Open) -> None:
    visit = open_page("/soeg/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&slags=%22%3E&sorter=x")
    expect(total(visit.page)).to_contain_text("<img src=x onerror=alert(1)>")
    assert visit.page.locator(".sl-search img").count() == 0
    assert visit.errors == []


def test_a_search_that_cannot_be_fetched_leaves_the_list(open_page: Open) -> None:
    """It says so, and the next word tries again."""
    page = open_page("/om/").page
    page.context.route("**/soeg/indeks.json", lambda route: route.abort())
    page.goto(page.url.replace("/om/", "/soeg/?q=telefon"))
    expect(total(page)).to_have_text("Der kan ikke søges lige nu. Herunder står alt fra A til Å.")
    expect(page.get_by_role("heading", name="Alt fra A til Å")).to_be_visible()
    expect(page.locator(".sl-narrow")).to_be_hidden()
    page.context.unroute_all()
    field(page).press("Enter")
    expect(total(page)).to_contain_text("træf på »telefon«")
    expect(page.locator(".sl-narrow")).to_be_visible()


def test_by_keyboard_on_a_phone(open_page: Open) -> None:
    page = open_page("/soeg/", width=PHONE).page
    field(page).fill("sygehus")
    field(page).press("Enter")
    expect(total(page)).to_be_focused()
    expect(page.locator(".sl-hit").first).to_be_visible()
    page.locator(".sl-narrow > summary").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".sl-facet input:visible").first).to_be_focused()
    expect(page.get_by_text("Afgræns (1)")).to_be_visible()
    done = page.locator(".sl-narrow__done")
    expect(done).to_have_text(re.compile(r"^Vis \d+ træf$"))
    done.press("Enter")
    expect(page.locator(".sl-hit").first).to_be_in_viewport()


@pytest.mark.parametrize(
    ("dark", "rules"), [(False, EVERYTHING), (True, COLOURS)], ids=["light", "dark"]
)
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("asked", ["sygehus&slags=apps&slags=projects", "godkenndelze", "qqqqq"])
def test_axe_finds_nothing_in_what_is_found(
    open_page: Open, asked: str, width: int, dark: bool, rules: Rules
) -> None:
    page = open_page(f"/soeg/?q={asked}", width=width, dark=dark).page
    expect(total(page)).to_contain_text("på »")
    if width == PHONE and "slags" in asked:
        page.locator(".sl-narrow > summary").click()
    assert findings(page, rules) == []
    assert overflow(page) == []
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_without_javascript_there_is_all_from_a_to_aa(
    open_page: Open, built_site: Path, rows: Rows, width: int
) -> None:
    """And nothing that would not work."""
    page = open_page("/om/", width=width, javascript=False).page
    page.get_by_role("link", name="Alt fra A til Å").click()
    assert page.url.endswith("/soeg/")
    expect(page.locator(".sl-search__form")).to_be_hidden()
    expect(page.locator(".sl-narrow")).to_be_hidden()
    expect(page.get_by_text("Søgefeltet virker kun med JavaScript")).to_be_visible()
    page.get_by_role("navigation", name="Bogstaver").get_by_role("link", name="M").click()
    page.locator("#bogstav-m ~ ul").get_by_role(
        "link", name="Mit Sygehus", exact=True
    ).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mit Sygehus")
    listed = (built_site / "soeg" / "index.html").read_text(encoding="utf-8")
    for row in rows:
        assert f'href="../{row["url"]}"' in listed, row["title"]


def test_another_page_searches_in_some_kinds_only(open_page: Open) -> None:
    page = open_page("/findes-det-allerede/").page
    group = page.get_by_role("group", name="Slags")
    names = ["Apps", "Erfaringer", "Projekter", "Services", "Værktøjer"]
    expect(group.locator("label > span:first-of-type")).to_have_text(names)
    field(page).fill("sygehus")
    expect(total(page)).to_contain_text("træf på »sygehus«")
    expect(page.locator(".sl-listed")).to_be_hidden()
    kinds = set(page.locator(".sl-hit .sl-kicker").all_inner_texts())
    assert {"App", "Projekt"} <= kinds <= {"App", "Projekt", "Service", "Erfaring"}
    value(page, "Slags", "Projekter").check()
    expect(total(page)).to_contain_text(" af ")
    assert set(page.locator(".sl-hit .sl-kicker").all_inner_texts()) == {"Projekt"}
    assert findings(page, EVERYTHING) == []
