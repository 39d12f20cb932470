"""A browser, the built site behind an address, and a page opened in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests import chromium
from tests.browser.families import DISTURBED, OF_MANY, find_families
from tests.browser.hostile import write_hostile
from tests.browser.watched import NOW, build_disturbed
from tests.conftest import build, shared_folder
from tests.serving import serve


@dataclass
class Visit:
    """An opened page, what it complained of, and the hosts (with port) it asked."""

    page: Page
    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)


Open = Callable[..., Visit]


@dataclass(frozen=True)
class Hostile:
    """Data that means harm, and the site built of them."""

    data: Path
    site: Path


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


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Hostile:
    """The site of the data that means harm, built once for all workers."""
    shared = shared_folder(tmp_path_factory, worker_id)
    hostile = Hostile(shared / "hostile-data", shared / "hostile-site")
    with FileLock(shared / "hostile.lock"):
        if not hostile.site.exists():
            write_hostile(hostile.data)
            build(hostile.site, state=shared / "hostile-state", data=hostile.data)
    return hostile


@pytest.fixture(scope="session")
def served_hostile(hostile: Hostile) -> Iterator[str]:
    """The address of the hostile site, without a slash at the end."""
    with serve(hostile.site) as address:
        yield address


@pytest.fixture(scope="session")
def disturbed_site(
    built_site: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Path:
    """The site built while something is down, once for all workers."""
    shared = shared_folder(tmp_path_factory, worker_id)
    site = shared / "disturbed-site"
    with FileLock(shared / "disturbed.lock"):
        if not site.exists():
            build_disturbed(site, shared / "disturbed-state", built_site)
    return site


@pytest.fixture(scope="session")
def served_disturbed(disturbed_site: Path) -> Iterator[str]:
    """The address of the disturbed site, by whose clock no time passes."""
    with serve(disturbed_site, now=NOW) as address:
        yield address


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> dict[bool, Visit]:
    """One tab with JavaScript and one without: a new one costs more than a test."""
    opened = {}
    for javascript in (True, False):
        context = browser.new_context(java_script_enabled=javascript, locale="da-DK")
        opened[javascript] = Visit(context.new_page())
        record(opened[javascript])
    return opened


@pytest.fixture
def open_page(tabs: dict[bool, Visit], served_site: str) -> Iterator[Open]:
    """Opens a page by its path on the site: `open_page("/apps/", width=360, dark=True)`.

    A test has one page at a time; the next it opens takes the place of the last.
    """

    def open_page(
        path: str,  # or a whole address
        *,
        width: int = 1280,
        dark: bool = False,
        javascript: bool = True,
        forced_colors: bool = False,
        stay: bool = False,
    ) -> Visit:
        visit = tabs[javascript]
        # What the last page still asks for is not asked by this one.
        visit.page.goto("about:blank")
        visit.errors.clear()
        visit.hosts.clear()
        visit.page.set_viewport_size({"width": width, "height": 900})
        visit.page.emulate_media(
            media="screen",
            color_scheme="dark" if dark else "light",
            forced_colors="active" if forced_colors else "none",
            reduced_motion="reduce",
        )
        if stay:
            visit.page.route(path, _without_refresh)
        visit.page.goto(path if "://" in path else served_site + path)
        return visit

    yield open_page
    page = tabs[True].page
    page.unroute_all()
    page.evaluate("() => location.protocol === 'http:' && localStorage.clear()")


@pytest.fixture(scope="session")
def families(
    built_site: Path, served_site: str, served_hostile: str, served_disturbed: str
) -> dict[str, str]:
    """The address of one page of every family."""
    here = {name: served_site + path for name, path in find_families(built_site).items()}
    there = {name: served_hostile + path for name, path in OF_MANY.items()}
    now = {name: served_disturbed + path for name, path in DISTURBED.items()}
    return here | there | now


@pytest.fixture
def open_family(open_page: Open, families: dict[str, str]) -> Open:
    """Opens a page of a family as `open_page` does; a redirect does not lead on."""
    return lambda name, **how: open_page(families[name], stay=name == "redirect", **how)


def _without_refresh(route: Route) -> None:
    response = route.fetch()
    route.fulfill(response=response, body=response.text().replace('http-equiv="refresh"', ""))


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
