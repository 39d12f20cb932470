"""What is on its way, as the reader's clock sees it; the page itself knows no today."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from synlighed.danish.times import ZONE

LATE = "Skulle have været klar"
Seen = Callable[..., Page]


@pytest.fixture
def seen(browser: Browser, served_site: str) -> Iterator[Seen]:
    """Opens the page at a moment by the reader's clock, in a browser of its own."""
    contexts = []

    def seen(at: datetime, *, javascript: bool = True) -> Page:
        context = browser.new_context(locale="da-DK", java_script_enabled=javascript)
        contexts.append(context)
        page = context.new_page()
        if javascript:
            page.clock.set_fixed_time(at)
        page.goto(f"{served_site}/paa-vej/")
        return page

    yield seen
    for context in contexts:
        context.close()


def day(year: int, month: int, number: int, hour: int = 0) -> datetime:
    return datetime(year, month, number, hour, tzinfo=ZONE)


def late(page: Page) -> set[str]:
    """The halves of the plan in which something is called late."""
    late = page.locator(".sl-half").filter(has=page.locator(".sl-late:visible"))
    return set(late.locator("h2").all_inner_texts())


def far(page: Page) -> list[str]:
    """The halves of the plan that are called far ahead."""
    far = page.locator(".sl-half").filter(has=page.locator(".sl-far:visible"))
    return far.locator("h2").all_inner_texts()


def test_nothing_is_late_until_its_half_year_has_passed(seen: Seen) -> None:
    assert late(seen(day(2027, 6, 30, 23))) == set()
    page = seen(day(2027, 7, 1, 1))
    assert late(page) == {"1. halvår 2027"}
    expect(page.locator(".sl-late:visible").first).to_have_text(LATE)


def test_what_ends_should_have_closed_by_then(seen: Seen) -> None:
    ends = ".sl-plan__what--ends .sl-late"
    expect(seen(day(2027, 12, 31, 23)).locator(ends)).to_be_hidden()
    expect(seen(day(2028, 1, 1, 1)).locator(ends)).to_have_text("Skulle være lukket")


def test_it_says_how_much_lies_more_than_two_years_ahead(seen: Seen) -> None:
    page = seen(day(2026, 11, 23))
    assert far(page) == ["1. halvår 2029"]
    told = page.locator("main p").filter(has_text="Planen rækker til og med")
    assert "1 af de 14 ligger mere end to år ude." in told.inner_text()
    page = seen(day(2027, 1, 1, 1))
    assert far(page) == []
    told = page.locator("main p").filter(has_text="Planen rækker til og med")
    assert "Intet ligger mere end to år ude." in told.inner_text()
    assert told.inner_text().count("mere end to år ude") == 1


def test_without_javascript_the_dates_speak(seen: Seen) -> None:
    page = seen(day(2030, 1, 1), javascript=False)
    expect(page.get_by_role("heading", name="1. halvår 2027")).to_be_visible()
    expect(page.get_by_text("Planen rækker til og med 1. halvår 2029.")).to_be_visible()
    assert late(page) == set()
    assert far(page) == []
