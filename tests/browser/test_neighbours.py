"""The picture of what an item hangs together with, as somebody sees and uses it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Hostile, Open

BUSY = "/apps/mit-sygehus/"

# Texts that reach out of the box they stand in, or that are smaller than 11 px as they are shown.
AMISS = """() => [...document.querySelectorAll(".sl-star__picture")]
    .filter(svg => svg.checkVisibility())
    .flatMap(svg => [...svg.querySelectorAll("text")].filter(text => {
        const at = text.getBoundingClientRect();
        const within = (text.parentNode.querySelector("rect") ?? svg).getBoundingClientRect();
        const size = parseFloat(getComputedStyle(text).fontSize);
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        return at.left < within.left || at.right > within.right || at.top < within.top
            || at.bottom > within.bottom || scale * size < 11;
    }))
    .map(text => text.textContent)"""

# Texts that lie over another.
OVER = """() => [...document.querySelectorAll(".sl-star__picture")]
    .filter(svg => svg.checkVisibility())
    .flatMap(svg => {
        const boxes = [...svg.querySelectorAll("text")].map(t => [t, t.getBoundingClientRect()]);
        return boxes.filter(([t, a]) => boxes.some(([o, b]) => t !== o && a.left < b.right
            && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom));
    })
    .map(([text]) => text.textContent)"""


@pytest.mark.parametrize("width", [320, 390, 1100, 1280])
def test_every_text_is_in_its_box_and_large_enough(open_page: Open, width: int) -> None:
    page = open_page(BUSY, width=width).page
    unfold(page)
    assert page.locator(".sl-star__picture:visible").count() == 1
    assert page.evaluate(AMISS) == []
    assert page.evaluate(OVER) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_whatever_things_are_called(open_page: Open, served_hostile: str, hostile: Hostile) -> None:
    """Long words, other scripts, and what looks like markup."""
    pages = [
        file.parent.relative_to(hostile.site).as_posix()
        for file in sorted(hostile.site.rglob("index.html"))
        if 'class="sl-star' in file.read_text(encoding="utf-8")
    ]
    assert pages
    for path in pages[:12]:
        for width in (320, 1280):
            page = open_page(f"{served_hostile}/{path}/", width=width).page
            unfold(page)
            assert page.evaluate(AMISS) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("width", [390, 1280])
def test_a_box_is_a_link_by_keyboard_too(open_page: Open, width: int) -> None:
    page = open_page(BUSY, width=width).page
    unfold(page)
    link = page.locator(".sl-star__picture:visible").get_by_role("link").first
    name = link.get_attribute("aria-label") or ""
    page.locator("#haenger-sammen-med").evaluate("e => { e.tabIndex = -1; e.focus() }")
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.sl-star__picture a')"):
            break
    expect(link).to_be_focused()
    expect(link).to_have_css("outline-style", "solid")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(name.removesuffix(", Eksempel"))


def test_who_listens_hears_each_by_its_relation(open_page: Open) -> None:
    page = open_page(BUSY).page
    picture = page.get_by_role("group", name=re.compile("^Det hænger .* sammen med$"))
    units = picture.get_by_role("group", name="Enheder").get_by_role("link")
    assert units.count() >= 2
    # The same stand in words: among the facts, or in the lists below.
    for link in picture.get_by_role("link").all():
        href = link.get_attribute("href")
        assert page.locator(f'.sl-item :is(dd, .sl-links, .sl-ask) a[href="{href}"]').count(), href


def test_on_paper_there_is_the_picture_and_nothing_to_open(open_page: Open) -> None:
    page = open_page(BUSY, width=700).page
    page.emulate_media(media="print")
    expect(page.locator(".sl-star__picture--wide")).to_be_visible()
    expect(page.locator(".sl-star__narrow")).to_be_hidden()


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('.sl-star details').forEach(d => d.open = true)")
