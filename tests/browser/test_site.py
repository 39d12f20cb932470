"""The built site in a browser: every family of pages, with and without JavaScript."""

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Open, Visit, record
from tests.browser.families import FAMILIES, IN_FRAME, find_families, redirects
from tests.browser.test_accessibility import DESKTOP, PHONE, overflow, search
from tests.serving import serve

# What hooks/theme/main.html puts in the place of Material's own markup.
FILTERED = [
    '<div class="sl-find" role="search" aria-label="Hele sitet"',
    '<nav class="md-path" aria-label="Du er her"',
    'title="Ret selv (for redaktører)"',
]


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("family", FAMILIES)
def test_every_page_opens_clean(open_family: Open, family: str, width: int) -> None:
    visit = open_family(family, width=width)
    assert visit.errors == []
    assert visit.hosts == {urlsplit(visit.page.url).netloc}
    assert overflow(visit.page) == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("family", IN_FRAME)
def test_without_javascript_one_can_read_and_find_the_way(
    open_family: Open, family: str, width: int
) -> None:
    visit = open_family(family, width=width, javascript=False)
    page = visit.page
    expect(page.locator("h1:visible")).to_have_count(1)
    assert page.locator(".md-content__inner").inner_text().strip()
    expect(menu(page).first).to_have_text("Forside")
    expect(menu(page).first).to_be_visible()
    expect(menu(page).last).to_be_visible()
    # What only a script can do is not offered.
    expect(page.locator(".md-header__button[for]:visible")).to_have_count(0)
    assert visit.errors == []


def test_without_javascript_the_menu_leads_on(open_family: Open) -> None:
    page = open_family("one of apps", width=PHONE, javascript=False).page
    menu(page).get_by_text("Hjælp", exact=True).click()
    page.get_by_role("navigation", name="Sider under Hjælp").get_by_text("Ordliste").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ordliste")


@pytest.mark.parametrize("width", [320, PHONE, 480])
def test_a_phone_shows_every_door_and_then_what_works(open_page: Open, width: int) -> None:
    """The doors are a tight list, so the question whether it works is not two screens down."""
    page = open_page("/", width=width).page
    tops = "all => all.map(e => Math.round(e.getBoundingClientRect().top + scrollY))"
    doors = page.eval_on_selector_all(".sl-doors a", tops)
    [works] = page.eval_on_selector_all("#drift", tops)
    assert len(doors) > 6
    assert max(doors) < works < 844
    small = "all => all.filter(e => e.getBoundingClientRect().height < 44).length"
    assert page.eval_on_selector_all(".sl-door", small) == 0


def test_the_colours_can_be_chosen_and_are_remembered(open_page: Open) -> None:
    page = open_page("/").page
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("Skift til mørkt udseende").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(".md-option:checked").focus()
    page.keyboard.press("Enter")
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_a_former_address_leads_to_the_item(
    open_page: Open, served_site: str, built_site: Path
) -> None:
    page = open_page("/404.html").page
    for path in redirects(built_site):
        page.goto(served_site + path, wait_until="commit")
        page.wait_for_url(lambda url, path=path: not url.endswith(path))
        expect(page.locator(".sl-item")).to_be_visible()


def test_the_theme_still_has_what_is_changed_in_it(built_site: Path) -> None:
    page = find_families(built_site)["one of apps"][1:]
    html = (built_site / page / "index.html").read_text(encoding="utf-8")
    assert [markup for markup in FILTERED if markup not in html] == []


def test_paper_is_light_and_has_no_buttons(open_family: Open) -> None:
    page = open_family("one of apps", dark=True).page
    page.emulate_media(media="print")
    expect(page.locator(".sl-lead")).to_have_css("color", "rgb(23, 33, 31)")
    for only_on_screens in (
        ".md-header",
        ".md-tabs",
        ".md-content__button",
        ".sl-footer__links",
        ".sl-feedback",
    ):
        expect(page.locator(only_on_screens)).to_be_hidden()
    # What a fact consists of stands on paper too.
    assert page.locator(".sl-part").count()
    for part in page.locator(".sl-part").all():
        expect(part).to_be_visible()
    expect(page.locator(".sl-footer__address")).to_be_visible()
    expect(page.locator(".sl-footer__address")).to_contain_text("/apps/")


def test_a_strict_policy_fits(browser: Browser, built_site: Path) -> None:
    pages = find_families(built_site)
    with serve(built_site, {"Content-Security-Policy": policy(built_site)}) as address:
        context = browser.new_context(locale="da-DK")
        visit = Visit(context.new_page())
        record(visit)
        for name, path in pages.items():
            if name != "redirect":
                visit.page.goto(address + path)
        visit.page.goto(address)
        visit.page.get_by_title("Skift til mørkt udseende").click()
        search(visit.page, "sygehus", DESKTOP)
        context.close()
    assert visit.errors == []


def menu(page: Page) -> Locator:
    """The links of the menu as they stand under the header."""
    return page.get_by_role("navigation", name="Faner").get_by_role("link")


def policy(site: Path) -> str:
    """The strictest policy: our own files, and the theme's inline scripts by their hashes."""
    scripts = set()
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        scripts.update(re.findall(r"<script>(.*?)</script>", html, re.DOTALL))
    hashes = sorted(base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts)
    allowed = " ".join(f"'sha256-{hash}'" for hash in hashes)
    return (
        f"default-src 'none'; script-src 'self' {allowed}; style-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


@pytest.mark.parametrize(
    ("at", "which", "space"),
    [
        ("godkendelse/", ".sl-process__step", "paddingLeft"),
        ("godkendelse/", ".sl-process__step", "marginBottom"),
        ("godkendelse/", ".sl-checklist > li", "paddingTop"),
        ("retningslinjer/delte-telefoner/", ".sl-rules__rule", "paddingTop"),
        ("find-vej/", ".sl-answers-to", "rowGap"),
    ],
)
def test_what_lays_a_list_out_decides_the_space_in_it(
    open_page: Open, at: str, which: str, space: str
) -> None:
    """The theme's own rules for lists would lay everything close together."""
    page = open_page(f"/{at}", width=PHONE).page
    found = page.locator(which).first.evaluate(
        "(element, name) => parseFloat(getComputedStyle(element)[name])", space
    )
    assert found > 5
