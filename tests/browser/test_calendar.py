"""The calendar, as staff use it: narrowed, long after it was built, and without scripts."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from synlighed.danish.times import ZONE
from tests.browser.conftest import Hostile, Open
from tests.browser.families import items_of
from tests.browser.test_accessibility import DESKTOP, PHONE

NOW = datetime(2026, 11, 23, 9, 42, tzinfo=ZONE)
"""When the site was built."""


def shown(page: Page) -> list[str]:
    """The titles in the list, that can be seen."""
    return page.locator(".sl-listed .sl-slot__title:visible").all_inner_texts()


def total(page: Page) -> int:
    """How many were coming when the site was built, on all pages of the list."""
    return int(page.locator(".sl-total").get_attribute("data-sl-number") or 0)


def wait_until_narrowed(page: Page) -> None:
    """The first choice fetches the other pages of the list."""
    expect(page.get_by_role("status").filter(has_text=" af ")).to_be_visible()


def value(page: Page, facet: str, name: str) -> Any:
    group = page.get_by_role("group", name=facet, exact=True)
    return group.get_by_role("checkbox", name=re.compile(rf"^{name} "))


def query(page: Page) -> str:
    return page.evaluate("location.search")


@pytest.fixture
def later(browser: Browser, served_site: str) -> Any:
    """Opens a page of the site some time after it was built."""
    contexts = []

    def open_later(path: str, after: timedelta, **options: Any) -> Page:
        context = browser.new_context(timezone_id="America/New_York", **options)
        contexts.append(context)
        page = context.new_page()
        page.clock.install(time=NOW + after)
        page.goto(served_site + path)
        return page

    yield open_later
    for context in contexts:
        context.close()


def test_several_facets_at_once(open_page: Open) -> None:
    """Values of one facet widen, and facets narrow; the counts say what each choice would give."""
    page = open_page("/kalender/").page
    label = page.locator('[data-sl-facet="slags"] label', has_text="Webinar")
    number = int(label.locator(".sl-facet__number").inner_text())
    value(page, "Slags", "Webinar").check()
    expect(page.locator(".sl-slot:visible")).to_have_count(number)
    expect(page.get_by_role("status").filter(has_text="af")).to_have_text(
        f"{number} af {total(page)} arrangementer"
    )
    assert query(page) == "?slags=webinar"
    value(page, "Slags", "Frist").check()
    assert len(shown(page)) > number
    value(page, "Slags", "Frist").uncheck()
    value(page, "For roller", "Udvikler").check()
    assert 0 < len(shown(page)) < number
    assert query(page) == "?slags=webinar&for-roller=udvikler"


def test_the_address_can_be_shared_and_gone_back_to(open_page: Open) -> None:
    page = open_page("/kalender/?slags=frist").page
    wait_until_narrowed(page)
    deadlines = shown(page)
    assert deadlines and value(page, "Slags", "Frist").is_checked()
    value(page, "Slags", "Seminar").check()
    assert len(shown(page)) > len(deadlines)
    page.go_back()
    expect(value(page, "Slags", "Seminar")).not_to_be_checked()
    assert shown(page) == deadlines
    page.get_by_role("button", name="Ryd alle valg").click()
    assert len(shown(page)) > len(deadlines) and query(page) == ""


def test_the_grid_forgets_days_that_do_not_pass(open_page: Open) -> None:
    page = open_page("/kalender/?slags=frist", width=DESKTOP).page
    wait_until_narrowed(page)
    marked = page.locator(".sl-month:visible .sl-grid a[href]")
    assert marked.count() == len(shown(page))
    for day in marked.all():
        expect(day).to_have_text(re.compile(r"^\d+\.: 1 arrangement$"))


def test_a_day_of_the_grid_leads_to_its_place_in_the_list(open_page: Open) -> None:
    page = open_page("/kalender/", width=DESKTOP).page
    day = page.locator(".sl-grid a").last
    to = day.get_attribute("href") or ""
    day.click()
    expect(page.locator(to)).to_be_in_viewport()


def test_what_is_over_by_now_is_not_announced(later: Any) -> None:
    """On a site that was built a month ago: also not on its front page."""
    fresh, old = (later("/kalender/", timedelta(days=days)) for days in (0, 30))
    expect(old.locator(".sl-listed .sl-slot").first).to_be_hidden()
    before, after = shown(fresh), shown(old)
    assert 0 < len(after) < len(before) and before[-len(after) :] == after
    left = total(old) - len(before) + len(after)
    assert old.locator(".sl-total").inner_text() == f"{left} arrangementer"
    months = old.locator(".sl-month:visible > :is(h2, h3)").all_inner_texts()
    assert months and "November 2026" not in months
    front = later("/", timedelta(days=30))
    first = front.locator("[data-sl-coming] .sl-slot").first
    expect(first).to_be_hidden()


def test_a_narrowed_page_announces_nothing_that_is_over_either(later: Any) -> None:
    page = later("/kalender/slags/oplaeg/", timedelta(days=2000))
    kinds = page.locator("[data-sl-coming] .sl-slot:visible")
    expect(kinds).to_have_count(0)
    expect(page.get_by_text("Det, der stod her, har været.")).to_be_visible()
    # What was over when the site was built is where it was.
    assert page.locator(".sl-slot:visible").count() > 0


def test_what_is_over_stands_among_what_has_been(later: Any, built_site: Path) -> None:
    """On the page of a series, and of a group, where that is told of as well."""
    path = next(i["path"] for i in items_of(built_site, "events") if "repeats" in i["fields"])
    fresh, old = (later(path, timedelta(days=days)) for days in (0, 4000))
    number = fresh.locator(".sl-slot:visible").count()
    assert number and old.locator("[data-sl-been] .sl-slot:visible").count() == number
    expect(old.get_by_role("heading", name="Kommende")).to_be_hidden()
    expect(old.get_by_text("Det har været.")).to_be_visible()
    expect(old.get_by_role("link", name="Læg alle gange i din kalender")).to_be_hidden()


def test_the_list_is_told_anew_while_it_is_open(later: Any) -> None:
    page = later("/kalender/", timedelta())
    first = page.locator(".sl-listed .sl-slot").first
    over = datetime.fromisoformat(first.get_attribute("data-sl-over"))
    expect(first).to_be_visible()
    page.clock.fast_forward((over - NOW - timedelta(minutes=1)) // timedelta(milliseconds=1))
    expect(first).to_be_visible()
    page.clock.fast_forward(2 * 60 * 1000)
    expect(first).to_be_hidden()


def test_the_page_of_an_event_says_that_it_was(later: Any, built_site: Path) -> None:
    """And it can be joined until then, and not after."""
    path = next(
        item["path"]
        for item in items_of(built_site, "events")
        if item["fields"].get("url")
        and "2027" in item["fields"]["starts"]
        and "repeats" not in item["fields"]
        and not any(c["what"] == "aflyst" for c in item["fields"].get("changes", []))
    )
    before, after = (later(path, timedelta(days=days)) for days in (0, 900))
    expect(before.get_by_text("Det har været.")).to_be_hidden()
    expect(before.get_by_role("link", name="Deltag i videomødet")).to_be_visible()
    expect(after.get_by_text("Det har været.")).to_be_visible()
    expect(after.get_by_role("link", name="Deltag i videomødet")).to_be_hidden()
    expect(after.get_by_role("link", name="Læg i din kalender")).to_be_hidden()


def test_times_are_danish_wherever_the_reader_is(later: Any) -> None:
    here = later("/kalender/", timedelta())
    texts = here.locator(".sl-slot time").all_inner_texts()
    assert any("kl. 13.00" in text for text in texts)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_it_narrows_without_scripts_by_one_value(open_page: Open, width: int) -> None:
    page = open_page("/kalender/", javascript=False, width=width).page
    page.get_by_text("Afgræns listen").click()
    page.get_by_role("link", name="Webinar", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kalender, slags: Webinar")
    assert set(page.locator(".sl-slot__where .sl-kind").all_inner_texts()) == {"Webinar"}
    expect(page.get_by_role("heading", name="Tidligere")).to_be_visible()


def test_all_pages_of_a_long_list_are_narrowed(
    open_page: Open, hostile: Hostile, served_hostile: str
) -> None:
    """The other pages are fetched when somebody chooses, and only then."""
    if not (hostile.site / "kalender" / "side" / "2").exists():
        pytest.fail("the hostile calendar has one page only")
    page = open_page(served_hostile + "/kalender/").page
    first = len(shown(page))
    number = total(page)
    assert number > first
    value(page, "Slags", "Webinar").check()
    expect(page.get_by_role("status").filter(has_text="af")).to_have_text(
        re.compile(rf"^\d+ af {number} arrangementer$")
    )
    page.get_by_role("button", name="Ryd alle valg").click()
    assert len(shown(page)) == number
    for link in page.locator(".sl-listed .sl-slot__title").all()[first : first + 3]:
        assert page.request.get(link.evaluate("a => a.href")).ok
