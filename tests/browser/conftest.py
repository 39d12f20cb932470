"""A browser, the built site behind an address, and a page opened in it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium
from tests.serving import serve


@dataclass
class Visit:
    """An opened page, what it complained of, and the hosts (with port) it asked."""

    page: Page
    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium; without one the test fails, for it has not been run."""
    with sync_playwright() as playwright:
        browser = chromium.start(playwright)
        if browser is None:
            pytest.fail(chromium.MISSING, pytrace=False)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served_site(built_site: Path) -> Iterator[str]:
    """The address of the built site, without a slash at the end."""
    with serve(built_site) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, served_site: str) -> Iterator[Callable[..., Visit]]:
    """Opens a page of the site by its path: `open_page("/apps/", width=360, dark=True)`."""
    with ExitStack() as opened:

        def open_page(
            path: str, *, width: int = 1280, dark: bool = False, javascript: bool = True
        ) -> Visit:
            context = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if dark else "light",
                java_script_enabled=javascript,
                locale="da-DK",
                reduced_motion="reduce",
            )
            opened.callback(context.close)
            visit = Visit(context.new_page())
            record(visit)
            visit.page.goto(served_site + path)
            return visit

        yield open_page


def record(visit: Visit) -> None:
    """Note every error and every request of the page from now on."""

    def note_message(message) -> None:
        if message.type == "error":
            visit.errors.append(message.text)

    def note_address(request) -> None:
        if host := urlsplit(request.url).netloc:
            visit.hosts.add(host)

    visit.page.on("console", note_message)
    visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
    visit.page.context.on("request", note_address)
    visit.page.on("websocket", note_address)
