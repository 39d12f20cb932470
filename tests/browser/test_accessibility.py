"""WCAG 2.1 AA: what axe can decide, and what a browser can decide where axe cannot."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import COLOURS, EVERYTHING, Rules, findings
from tests.browser.conftest import Open
from tests.browser.families import FAMILIES, IN_FRAME

PHONE, DESKTOP = 360, 1280

# WCAG 1.4.12.
TEXT_SPACING = """
* { letter-spacing: 0.12em !important; line-height: 1.5 !important }
* { word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""

# Elements whose text is cut off, and not only hidden from sight for screen readers.
CLIPPED = """() => [...document.querySelectorAll(".md-tabs *, .md-content *, .md-footer *")]
    .filter(e => getComputedStyle(e).overflow !== "visible" && !e.matches(".sl-hidden, pre, pre *"))
    .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
    .map(e => e.outerHTML.slice(0, 200))"""

# The focused element: what it is, whether it can be seen, and whether one sees that it has focus.
FOCUSED = """() => {
    const e = document.activeElement;
    const seen = e.matches(".md-option")
        ? e.nextElementSibling : e.closest(".sl-facet__value") ?? e;
    const box = seen.getBoundingClientRect();
    const style = getComputedStyle(seen);
    window.passed ??= [];
    const after = window.passed.at(-1);
    const again = e === document.body || window.passed.includes(e);
    window.passed.push(e);
    return {
        again,
        name: `${e.tagName} ${e.getAttribute("aria-label") || e.title || e.textContent.trim()}`,
        inside: box.width > 0 && box.left >= 0 && box.right <= innerWidth + 1
            && box.bottom > 0 && box.top < innerHeight && style.visibility === "visible",
        shown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        next: !after || !!(after.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING),
    };
}"""


MODES = pytest.mark.parametrize(
    ("dark", "rules"), [(False, EVERYTHING), (True, COLOURS)], ids=["light", "dark"]
)
"""Dark is the same page in other colours."""


@MODES
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("family", FAMILIES)
def test_axe_finds_nothing(
    open_family: Open, family: str, width: int, dark: bool, rules: Rules
) -> None:
    page = open_family(family, width=width, dark=dark).page
    assert findings(page, rules) == []


@MODES
def test_axe_finds_nothing_in_the_open_menu(open_family: Open, dark: bool, rules: Rules) -> None:
    page = open_family("prose", width=PHONE, dark=dark).page
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("button", name="Luk menuen")).to_be_focused()
    assert findings(page, rules) == []


@MODES
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_in_the_open_search(
    open_family: Open, width: int, dark: bool, rules: Rules
) -> None:
    page = open_family("front", width=width, dark=dark).page
    search(page, "sygehus", width)
    assert findings(page, rules) == []


@pytest.mark.parametrize("family", FAMILIES)
def test_the_page_reads_well(open_family: Open, family: str) -> None:
    page = open_family(family, width=PHONE).page
    assert page.locator("html").get_attribute("lang") == "da"
    assert page.locator("h1:visible").count() == 1
    levels = page.eval_on_selector_all(
        ":is(main, .md-content) :is(h1, h2, h3, h4, h5, h6)",
        "all => all.map(e => Number(e.tagName[1]))",
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    # A browser tells nobody of a list whose bullets are styled away.
    unnamed = """all => all.filter(e => getComputedStyle(e).listStyleType === "none")
        .filter(e => e.getAttribute("role") !== "list").map(e => e.outerHTML.slice(0, 200))"""
    assert page.eval_on_selector_all(".md-content__inner :is(ul, ol)", unnamed) == []
    twice = """all => all.map(e => [...e.querySelectorAll("a")].map(a => a.href))
        .filter(links => new Set(links).size < links.length)"""
    assert page.eval_on_selector_all(".sl-card", twice) == []


def test_a_state_is_read_with_its_name(open_page: Open) -> None:
    page = open_page("/apps/").page
    states = page.locator(".sl-state").all_text_contents()
    assert states
    assert all(state.startswith("Livscyklus") for state in states)


@pytest.mark.parametrize("family", IN_FRAME)
def test_the_skip_link_leads_past_the_frame(open_family: Open, family: str) -> None:
    page = open_family(family, width=PHONE).page
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip:focus")
    expect(skip).to_be_in_viewport()
    expect(skip).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(
        """() => !!(document.querySelector("h1").compareDocumentPosition(document.activeElement)
            & Node.DOCUMENT_POSITION_FOLLOWING)"""
    )


@pytest.mark.parametrize(("width", "dark"), [(PHONE, True), (DESKTOP, False)])
@pytest.mark.parametrize(
    "family", ["front", "catalogue of terms", "one of apps", "handbook", "missing page"]
)
def test_tab_goes_where_the_eye_goes(
    open_family: Open, family: str, width: int, dark: bool
) -> None:
    page = open_family(family, width=width, dark=dark).page
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["again"]:
            break
        assert focused["inside"] and focused["shown"] and focused["next"], focused


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_and_closes_by_keyboard(open_family: Open, key: str) -> None:
    page = open_family("prose", width=PHONE).page
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.focus()
    page.keyboard.press(key)
    close = page.get_by_role("button", name="Luk menuen")
    expect(close).to_be_focused()
    assert page.locator(".md-content").evaluate("e => e.inert")
    links = page.locator(".md-nav--primary a:visible")
    expect(links.first).to_have_text("Forside")
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(links.first).to_be_hidden()
    page.keyboard.press(key)
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press(key)
    expect(menu).to_be_focused()
    assert not page.locator(".md-content").evaluate("e => e.inert")


def test_a_wider_window_gives_the_page_back(open_family: Open) -> None:
    page = open_family("prose", width=PHONE).page
    page.get_by_role("button", name="Menu", exact=True).click()
    page.set_viewport_size({"width": DESKTOP, "height": 900})
    page.wait_for_function("() => !document.querySelector('.md-content').inert")


def test_no_letter_is_a_command(open_family: Open) -> None:
    """But »/«, which can be turned off: see test_search_field.py."""
    page = open_family("front").page
    before = page.url
    for key in "sfpn,.":
        page.keyboard.press(key)
    expect(page.locator("body")).to_be_focused()
    assert page.url == before


@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_scrolls_sideways_at_400_percent(open_family: Open, family: str) -> None:
    page = open_family(family, width=320).page
    assert overflow(page) == []
    page.add_style_tag(content=TEXT_SPACING)
    assert overflow(page) == []
    assert page.evaluate(CLIPPED) == []


def test_forced_colours_keep_what_colour_showed(open_family: Open) -> None:
    page = open_family("catalogue of apps", forced_colors=True).page
    for mark in (".sl-state--plain", ".sl-example", ".sl-card"):
        edge = page.locator(mark).first
        expect(edge).to_have_css("border-top-style", "solid")
        assert edge.evaluate(
            "e => getComputedStyle(e).borderTopColor !== getComputedStyle(e).backgroundColor"
        )


def test_nothing_moves_for_those_who_asked(open_family: Open) -> None:
    page = open_family("prose", width=PHONE).page
    page.get_by_role("button", name="Menu", exact=True).click()
    assert page.evaluate("() => document.getAnimations().length") == 0


def search(page: Page, text: str, width: int) -> None:
    """Search as one does with a keyboard."""
    field = page.get_by_role("combobox", name="Søg", exact=True)
    if width == PHONE:
        page.get_by_role("banner").get_by_role("link", name="Søg", exact=True).focus()
        page.keyboard.press("Enter")
    else:
        field.focus()
    expect(field).to_be_focused()
    page.keyboard.insert_text(text)
    page.get_by_role("option").first.wait_for()


def overflow(page: Page) -> list[str]:
    """The elements that make the page wider than the window."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? []
            : [...document.querySelectorAll("body *")]
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                .map(e => e.outerHTML.slice(0, 200))"""
    )
