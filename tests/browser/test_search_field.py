"""The search on top of every page: by keyboard and on a phone, and when something is in its way."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.test_accessibility import DESKTOP, PHONE, search

INDEX = "**/soeg/indeks.json"


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Søg", exact=True)


def panel(page: Page) -> Locator:
    return page.locator(".sl-find__panel")


def opener(page: Page) -> Locator:
    return page.get_by_role("banner").get_by_role("link", name="Søg", exact=True)


def status(page: Page) -> Locator:
    """What is read aloud, once nobody writes any more."""
    return page.locator(".sl-find").get_by_role("status")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_it_finds_an_item(open_page: Open, width: int) -> None:
    page = open_page("/apps/strava/", width=width).page
    search(page, "mit sygehus", width)
    best = panel(page).get_by_role("group", name="Bedste træf").get_by_role("option")
    expect(best).to_have_count(3)
    expect(best.first).to_contain_text("Mit Sygehus")
    expect(best.first.locator(".sl-find__title mark")).to_have_text(["Mit", "Sygehus"])
    best.first.click()
    page.wait_for_url("**/apps/mit-sygehus/")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_it_goes_by_keyboard(open_page: Open, width: int) -> None:
    """The keys of a combobox with a list: the field keeps the focus, and tells what is chosen."""
    page = open_page("/om/", width=width).page
    search(page, "hjælp", width)
    options = panel(page).get_by_role("option")
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    assert field(page).get_attribute("aria-activedescendant") is None
    for key, chosen in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        one = options.nth(chosen)
        expect(one).to_have_attribute("aria-selected", "true")
        expect(field(page)).to_have_attribute("aria-activedescendant", one.get_attribute("id"))
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(panel(page).locator("[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    expect(options.last).to_be_in_viewport()
    target = options.last.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_escape_closes_it(open_page: Open, width: int) -> None:
    """What was written stays; a phone shows its page again, and the focus is where it was."""
    page = open_page("/om/", width=width).page
    search(page, "hjælp", width)
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(opener(page) if width == PHONE else field(page)).to_be_focused()
    assert not page.locator(".md-container").evaluate("e => e.inert")
    expect(page.locator(".sl-find__field")).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".sl-find__field")).to_have_value("hjælp")


def test_a_phone_shows_nothing_else(open_page: Open) -> None:
    page = open_page("/om/", width=PHONE).page
    opener(page).click()
    expect(field(page)).to_be_focused()
    assert page.locator(".md-container").evaluate("e => e.inert")
    page.get_by_role("button", name="Luk søgningen").click()
    expect(opener(page)).to_be_focused()
    expect(field(page)).to_be_hidden()
    assert not page.locator(".md-container").evaluate("e => e.inert")


def test_who_goes_on_leaves_it(open_page: Open) -> None:
    """By Tab through what is in it, and by a click beside it."""
    page = open_page("/om/").page
    search(page, "hjælp", DESKTOP)
    while field(page).evaluate("e => e.closest('.sl-find').contains(document.activeElement)"):
        page.keyboard.press("Tab")
    expect(panel(page)).to_be_hidden()
    field(page).focus()
    expect(panel(page)).to_be_visible()
    page.locator("h1").click()
    expect(panel(page)).to_be_hidden()


def test_it_tells_what_there_is(open_page: Open) -> None:
    """How many, and where all of them are; nothing found leads to who may know."""
    page = open_page("/om/").page
    search(page, "app", DESKTOP)
    expect(status(page)).to_have_text(re.compile(r"^\d+ træf$"))
    all_ = panel(page).get_by_role("link", name=re.compile(r"Se alle \d+ træf"))
    expect(all_).to_have_attribute("href", re.compile(r"/soeg/\?q=app$"))
    field(page).fill("xqzwvy")
    expect(status(page)).to_have_text("Ingen træf på »xqzwvy«.")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    for way in ("Find vej", "Hjælp", "Alt fra A til Å"):
        expect(panel(page).get_by_role("link", name=way)).to_be_visible()


def test_it_asks_what_was_meant(open_page: Open) -> None:
    page = open_page("/om/").page
    search(page, "servicdesk", DESKTOP)
    meant = panel(page).get_by_role("button", name="servicedesk", exact=True)
    expect(panel(page).locator(".sl-find__meant")).to_have_text("Mente du servicedesk?")
    meant.click()
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("servicedesk")
    expect(panel(page).locator(".sl-find__meant")).to_be_hidden()


def test_the_shortcut(open_page: Open) -> None:
    page = open_page("/om/").page
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")
    page.keyboard.type("24/7")
    expect(field(page)).to_have_value("24/7")


def test_the_shortcut_can_be_turned_off(open_page: Open) -> None:
    """On every page, until it is turned on (WCAG 2.1.4)."""
    page = open_page("/om/").page
    search(page, "hjælp", DESKTOP)
    panel(page).get_by_role("button", name="Slå genvejen fra").click()
    on = panel(page).get_by_role("button", name="Slå genvejen til")
    expect(on).to_be_focused()
    page.goto(page.url)
    page.keyboard.press("/")
    expect(page.locator("body")).to_be_focused()
    search(page, "hjælp", DESKTOP)
    on.click()
    page.goto(page.url)
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()


def test_nothing_is_fetched_before_somebody_searches(open_page: Open) -> None:
    page = open_page("/om/").page
    fetched = "() => performance.getEntriesByType('resource').map((entry) => entry.name)"
    assert not [name for name in page.evaluate(fetched) if "/assets/search/" in name]
    with page.expect_request(INDEX):
        field(page).focus()


def test_a_network_that_is_gone(open_page: Open) -> None:
    """It says so, leads on, and tries again when something else is written."""
    page = open_page("/om/").page
    page.context.route(INDEX, lambda route: route.abort())
    field(page).fill("hjælp")
    told = "Søgningen kan ikke hentes lige nu. Prøv igen om lidt."
    expect(status(page)).to_have_text(told)
    expect(panel(page).get_by_role("link", name="Hjælp")).to_be_visible()
    page.context.unroute_all()
    field(page).fill("hjælpe")
    expect(panel(page).get_by_role("option").first).to_be_visible()
    expect(status(page)).to_contain_text("træf")
    expect(panel(page).locator(".sl-find__none")).to_be_hidden()


def test_only_the_last_answer_is_shown(open_page: Open) -> None:
    """However fast one writes, and whatever was asked before."""
    page = open_page("/om/").page
    field(page).press_sequentially("strava", delay=0)
    expect(panel(page).get_by_role("option").first).to_contain_text("Strava")
    expect(panel(page).locator(".sl-find__foot a")).to_have_attribute(
        "href", re.compile("q=strava$")
    )


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_without_javascript_it_leads_to_the_page_of_the_search(
    open_page: Open, served_site: str, width: int
) -> None:
    page = open_page("/apps/strava/", width=width, javascript=False).page
    if width == PHONE:
        opener(page).click()
        assert page.url == f"{served_site}/soeg/"
    else:
        field(page).fill("mit sygehus")
        field(page).press("Enter")
        assert page.url == f"{served_site}/soeg/?q=mit+sygehus"
    expect(page.get_by_role("heading", level=1)).to_have_text("Søg")


def test_a_page_from_a_disk_is_left_alone(browser: Browser, built_site: Path) -> None:
    """Where nothing can be fetched, the field is a link to a page as without a script."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((built_site / "om" / "index.html").as_uri())
    page.keyboard.press("/")
    expect(page.locator("body")).to_be_focused()
    field(page).fill("hjælp")
    expect(panel(page)).to_be_hidden()
    assert errors == []
    page.close()


def test_whoever_left_the_list_and_writes_on_gets_an_answer(open_page: Open) -> None:
    """Esc closes it; a letter, an arrow and a click open it again."""
    page = open_page("/om/").page
    search(page, "hjælp", DESKTOP)
    first = panel(page).get_by_role("option").first
    for again in (
        lambda: page.keyboard.type("e"),
        lambda: page.keyboard.press("ArrowDown"),
        lambda: field(page).click(),
    ):
        page.keyboard.press("Escape")
        expect(panel(page)).to_be_hidden()
        again()
        expect(first).to_be_visible()


def test_esc_closes_it_from_everywhere_in_it(open_page: Open) -> None:
    page = open_page("/om/").page
    search(page, "hjælp", DESKTOP)
    panel(page).get_by_role("button", name="Slå genvejen fra").focus()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(field(page)).to_be_focused()


def test_the_chosen_is_seen_where_colours_are_forced(open_page: Open) -> None:
    page = open_page("/om/", forced_colors=True).page
    search(page, "hjælp", DESKTOP)
    page.keyboard.press("ArrowDown")
    outline = "option => getComputedStyle(option).outlineColor"
    chosen = page.locator('.sl-find__hit[aria-selected="true"]')
    assert chosen.evaluate(outline) not in ("rgba(0, 0, 0, 0)", "transparent")


def test_the_first_words_of_a_question_are_no_answer(open_page: Open) -> None:
    page = open_page("/om/").page
    field(page).fill("hvordan")
    expect(page.locator(".sl-find__status")).to_have_text("Skriv lidt mere.")
    expect(panel(page).locator(".sl-find__none")).to_be_hidden()


def test_what_is_found_for_another_word_says_so(open_page: Open) -> None:
    page = open_page("/om/").page
    field(page).fill("mistet telfon")
    told = r"^Ingen træf på »mistet telfon«\. Her er \d+ på »mistet telefon«\.$"
    expect(page.locator(".sl-find__status")).to_have_text(re.compile(told))


def test_what_was_asked_for_is_marked_in_whole_words(open_page: Open) -> None:
    """Also a compound of which it is a part, and what joins by a hyphen; and no small word."""
    page = open_page("/om/").page
    search(page, "erklæring", DESKTOP)
    marks = panel(page).locator("mark")
    assert "Tilgængelighedserklæring" in marks.all_inner_texts()
    field(page).fill("må jeg bruge it-systemer")
    expect(page.locator(".sl-find__foot a")).to_have_attribute("href", re.compile("it-systemer$"))
    said = {text.lower() for text in marks.all_inner_texts()}
    assert said
    assert not said & {"må", "jeg"}
