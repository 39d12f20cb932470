"""The mail of a newsletter, opened as programs show it: at any width, by day and by night."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.axe import findings
from tests.newsletter.issues import html_in, rich

WIDTHS = (320, 375, 640, 1000)


def as_gmail_may(html: str) -> str:
    """Without what stands in the head."""
    return re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)


@contextmanager
def opened(browser: Browser, html: str, scheme: str = "light") -> Iterator[tuple[Page, list[str]]]:
    """The mail, and what it asked others for."""
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.route("**/*", refuse)
    page.set_content(html)
    yield page, asked
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("read", [str, as_gmail_may], ids=["all of it", "without its sheet"])
def test_axe_finds_nothing(browser: Browser, scheme: str, read) -> None:  # type: ignore[no-untyped-def]
    """But that a mail is no page with landmarks."""
    rules = {"resultTypes": ["violations"], "rules": {"region": {"enabled": False},
             "landmark-one-main": {"enabled": False}}}  # fmt: skip
    with opened(browser, read(html_in(rich())), scheme) as (page, _):
        assert findings(page, rules) == []


def test_nobody_scrolls_sideways_to_read_it(browser: Browser) -> None:
    with opened(browser, html_in(rich())) as (page, _):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate("document.querySelector('h1').getBoundingClientRect().width") <= 600


def test_it_is_dark_by_night_where_a_program_asks_for_that(browser: Browser) -> None:
    colour = "getComputedStyle(document.querySelector('td.card')).backgroundColor"
    seen = []
    for scheme in ("light", "dark"):
        with opened(browser, html_in(rich()), scheme) as (page, _):
            seen.append(page.evaluate(colour))
    assert seen == ["rgb(255, 255, 255)", "rgb(23, 36, 35)"]


def test_it_asks_for_the_pictures_of_its_stories_and_for_nothing_else(browser: Browser) -> None:
    with opened(browser, html_in(rich())) as (_, asked):
        assert asked == ["https://intra.example/billeder/telefon.png"]
