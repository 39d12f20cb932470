"""The overview, on paper and long after it was built."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from synlighed.danish.times import ZONE
from tests.browser.conftest import Open

BUILT = date(2026, 11, 23)
"""The day of every build in the tests."""


@pytest.fixture
def opened_on(browser: Browser, served_site: str) -> Iterator[object]:
    """Opens the overview on a day, at noon."""
    contexts = []

    def open_on(day: date) -> Page:
        context = browser.new_context(timezone_id="Europe/Copenhagen", locale="da-DK")
        contexts.append(context)
        page = context.new_page()
        page.clock.install(time=datetime.combine(day, time(12), ZONE))
        page.goto(f"{served_site}/overblik/")
        return page

    yield open_on
    for context in contexts:
        context.close()


def due_days(page: Page) -> list[tuple[str, int]]:
    """The days on which reviews are due, and how many, as the page has them."""
    written = page.locator("[data-sl-reviews]").get_attribute("data-sl-reviews") or ""
    pairs = (each.rpartition(" ") for each in written.split(","))
    return [(day, int(number)) for day, _, number in pairs]


def number(page: Page, gap: str) -> int:
    shown = page.locator(f'[data-sl-gap="{gap}"] .sl-tile__number').inner_text()
    return int(shown.replace(".", ""))


def test_it_fits_on_one_sheet_of_paper(open_page: Open) -> None:
    page = open_page("/overblik/").page
    page.emulate_media(media="print")
    paper = page.pdf(format="A4")
    page.emulate_media(media="screen")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) == 1


def test_on_the_day_it_was_built_it_says_what_was_counted(opened_on) -> None:  # type: ignore[no-untyped-def]
    page = opened_on(BUILT)
    expect(page.locator("[data-sl-gap=gennemgang] p")).to_contain_text("opgjort 23. november 2026")
    expect(page.locator(".sl-lead")).not_to_contain_text("siden")


@pytest.mark.parametrize("days", [1, 40, 400, 4000])
def test_later_the_browser_counts_again(opened_on, days: int) -> None:  # type: ignore[no-untyped-def]
    today = BUILT + timedelta(days=days)
    page = opened_on(today)
    due = due_days(page)
    overdue = sum(many for day, many in due if day < today.isoformat())
    assert number(page, "gennemgang") == overdue
    assert number(page, "gennemgang") + number(page, "snart") <= sum(many for _, many in due)
    if days == 4000:
        assert overdue == sum(many for _, many in due) > 200
    expect(page.locator("[data-sl-gap=gennemgang] p")).to_contain_text("talt i dag")
    said = "Det er én dag siden" if days == 1 else f"Det er {days:,} dage siden".replace(",", ".")
    expect(page.locator(".sl-lead")).to_contain_text(f"{said}, så noget kan have ændret sig.")


def test_a_clock_that_is_behind_changes_nothing(opened_on) -> None:  # type: ignore[no-untyped-def]
    page = opened_on(date(2020, 1, 1))
    expect(page.locator("[data-sl-gap=gennemgang] p")).to_contain_text("opgjort 23. november 2026")


def test_each_number_is_that_of_the_list_behind_it(open_page: Open) -> None:
    page = open_page("/overblik/", javascript=False).page
    tiles = page.locator("[data-sl-gap]")
    links = [
        (tiles.nth(n).locator(".sl-tile__number").inner_text(), tiles.nth(n).locator("a"))
        for n in range(tiles.count())
    ]
    said = [(text, link.get_attribute("href")) for text, link in links]
    assert len(said) >= 8
    for shown, href in said:
        text = shown.replace("–", "0")
        page = open_page(f"/overblik/{href}", javascript=False).page
        expect(page.locator(".sl-lead")).to_contain_text(re.compile(rf"^{re.escape(text)} af "))
        assert page.locator(".sl-links > li").count() == int(text.replace(".", ""))
