"""Whatever an editor writes, prose becomes plain text elements with links that lead out or home."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from synlighed.markdown import is_outside, links_in, render
from tests.browser.conftest import Open
from tests.browser.hostile import TEXTS

TAGS = {"a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"}
HEADINGS = {"h3", "h4", "h5", "h6"}
PLANTED = (Path(__file__).parent / "planted.js").read_text(encoding="utf-8")

SCHEMES = ["https:", "http:", "mailto:", "tel:", "javascript:", "JaVaScRiPt:", "data:", "vbscript:"]
SIGNS = [
    *"<>\"'`&;:/\\=()[]{}!#*_~|-+.\n\t ",
    *(
        "\n\n",
        "    ",
        "](",
        "![",
        "[x]: ",
        "<!--",
        "-->",
        "]]>",
        "<![CDATA[",
        "&#",
        "&lt;",
        "&colon;",
    ),
    *(
        "\x00",
        "\x02",
        "\x03",
        "\x02amp\x03",
        "\x02wzxhzdk:0\x03",
        "klzzwxh:0000",
        "\u2028",
        "\u202e",
    ),
]
fragments = st.one_of(
    st.sampled_from(TEXTS), st.sampled_from(SCHEMES), st.sampled_from(SIGNS), st.text(max_size=8)
)
texts = st.lists(fragments, max_size=12).map("".join)

# What Markdown reads as its own signs, at the start of a line or anywhere.
MARKED = re.compile(r"^[#>|~+-]|[&*_`\[\\]|<[^ <>]*[:@][^ <>]*>")


def outside_only(href: str) -> str | None:
    return href if is_outside(href) else None


@given(texts)
@example("\n".join(TEXTS))
@example("\n\n".join(TEXTS))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_only_plain_elements_and_links_that_may_be_followed(text: str) -> None:
    for element in elements(render(text, outside_only)):
        assert element.tag in TAGS | HEADINGS
        assert set(element.attrib) <= ({"href"} if element.tag == "a" else set())
        if "href" in element.attrib:
            assert is_outside(element.attrib["href"])


@given(texts)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_scheme_slips_past_those_who_resolve_links(text: str) -> None:
    """Even where every link is let through as it is written, none that runs comes out."""
    for element in elements(render(text, lambda href: href)):
        scheme, colon, _ = element.attrib.get("href", "").partition(":")
        assert not colon or "/" in scheme or is_outside(element.attrib["href"])


@given(texts)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_rules_see_every_link_that_is_shown(text: str) -> None:
    shown = []
    render(text, lambda href: shown.append(href))
    assert sorted(shown) == sorted(links_in(text))


@pytest.mark.parametrize("form", ["{}", "    {}", "- {}", "[{}](https://ond.example/)", "> # {}"])
def test_a_browser_sees_text_where_html_was_written(open_page: Open, form: str) -> None:
    page = open_page("/404.html").page
    for text in TEXTS:
        shown = show(page, render(form.format(text), outside_only))
        assert page.evaluate(PLANTED, ".md-content__inner") == []
        if not MARKED.search(text):
            assert text in " ".join(shown.split())


def show(page: Page, html: str) -> str:
    """Put the HTML where a page has its prose, and give the text one sees."""
    return page.locator(".md-content__inner").evaluate(
        "(place, html) => { place.innerHTML = html; return place.textContent }", html
    )


def elements(html: str) -> list[Element]:
    """Every element a browser would make of the HTML."""
    root = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [element for element in root.iter() if element is not root]
