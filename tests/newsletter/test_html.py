"""The HTML of a mail holds nothing but what mail programs show.

The lists below follow https://www.caniemail.com for Outlook for Windows (2016 to 2024, which sets
mails with Word's engine) and Gmail: what both support, on the elements where Word does. What only
others honour is listed with what stands in for it.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest

from synlighed.newsletter.html import LARGEST
from synlighed.newsletter.looks import DARK, LOOKS, PROSE
from tests.newsletter.issues import catalogue_of, html_in, newsletter, rich
from tests.pages.real import app, contact

ON_ALL = {"class", "style"}
ON_TABLES = {"role", "width", "align", "border", "cellpadding", "cellspacing", "lang"}
ATTRIBUTES: dict[str, set[str]] = {
    "html": {"lang", "dir", "xmlns", "xmlns:o"},
    "head": set(), "title": set(), "style": set(),
    "meta": {"charset", "name", "content"},
    "body": ON_ALL, "div": ON_ALL,
    "table": ON_TABLES | ON_ALL, "tbody": set(), "tr": set(),
    "td": {"align", "bgcolor", "height"} | ON_ALL,
    "h1": ON_ALL, "h2": ON_ALL, "h3": ON_ALL, "h4": ON_ALL, "h5": ON_ALL, "h6": ON_ALL,
    "p": ON_ALL, "strong": ON_ALL, "em": set(), "code": set(), "pre": ON_ALL, "br": set(),
    "a": {"href"} | ON_ALL, "ul": set(), "ol": set(), "li": ON_ALL, "blockquote": set(),
    "hr": set(), "img": {"src", "alt", "width", "border"} | ON_ALL,
}  # fmt: skip
"""Elements and their attributes."""

TEXT = {"color", "font-family", "font-size", "font-weight", "line-height", "text-decoration"}
BLOCK = TEXT | {"margin"}
PROPERTIES: dict[str, set[str]] = {
    "body": {"margin", "padding"},
    "td": {"padding", "background-color", "border-top", "font-size", "line-height"},
    "p": BLOCK, "h1": BLOCK, "h2": BLOCK, "h3": BLOCK, "h4": BLOCK, "h5": BLOCK, "h6": BLOCK,
    "pre": BLOCK, "a": TEXT, "strong": TEXT, "li": TEXT,
}  # fmt: skip
"""Properties, on the elements where Word honours them: it knows a margin on texts, and padding on
cells only."""

HELPED: dict[str, set[str]] = {
    # Word: the attribute `width` of a table around it, in a conditional comment.
    "table": {"max-width"},
    # Word: the attribute `width`.
    "img": {"display", "width", "max-width", "height"},
    # Word: `mso-hide`.
    "div": {"display", "max-height", "overflow", "mso-hide"},
}
"""Properties that some programs do not know, where something else does the same for those."""


def elements(html: str) -> Iterator[Element]:
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    yield from (element for element in tree.iter() if isinstance(element.tag, str))


def style_of(element: Element) -> dict[str, str]:
    pairs = (one.split(":", 1) for one in element.get("style", "").split(";") if one.strip())
    return {name.strip(): value.strip() for name, value in pairs}


def everything() -> str:
    """An issue with all that an editor can write in an introduction."""
    intro = (
        "# Et\n\n## To\n\n### Tre\n\n#### Fire\n\n1. a\n\n- b\n\n> c\n\n    d\n\n`e` *f* **g**\n\n"
    )
    issue = newsletter(intro=f"{intro}---\n\nlinje  \nto [h](https://www.dst.dk/)")
    return html_in(catalogue_of(issue, contact()))


@pytest.mark.parametrize("html", [html_in(rich()), everything()], ids=["rich", "everything"])
def test_every_program_knows_what_is_in_it(html: str) -> None:
    for element in elements(html):
        assert element.tag in ATTRIBUTES, element.tag
        assert set(element.attrib) <= ATTRIBUTES[element.tag], (element.tag, element.attrib)
        known = PROPERTIES.get(element.tag, set()) | HELPED.get(element.tag, set())
        assert set(style_of(element)) <= known, (element.tag, element.get("style"))


def test_what_is_helped_has_its_help() -> None:
    html = html_in(rich())
    for element in elements(html):
        style = style_of(element)
        if element.tag == "img":
            assert element.get("alt") and style["max-width"] == f"{element.get('width')}px"
        if element.tag == "div":
            assert style["display"] == "none" and style["mso-hide"] == "all"
        if element.tag == "td" and "background-color" in style:
            assert element.get("bgcolor") == style["background-color"]
    assert html.count('<!--[if mso]><table role="presentation" width="600"') == 1
    assert html.count("<![endif]-->") == html.count("<!--[if mso]>") == 3


def test_every_table_is_there_for_the_layout_and_says_so() -> None:
    for html in (html_in(rich()), everything()):
        tables = [element for element in elements(html) if element.tag == "table"]
        assert tables and {table.get("role") for table in tables} == {"presentation"}


def test_a_reader_by_ear_hears_the_language_and_the_headings_in_order() -> None:
    found = list(elements(html_in(rich())))
    assert [element.get("lang") for element in found if element.get("lang")] == ["da", "da"]
    levels = [int(element.tag[1]) for element in found if re.fullmatch("h[1-6]", element.tag)]
    assert levels == [1] + [2] * 9


def test_the_list_of_mails_shows_the_summary_first() -> None:
    body = html_in(rich()).split("<body", 1)[1].split(">", 1)[1]
    text = re.sub(r"\s*<[^>]+>\s*", "\n", body).strip()
    assert text.startswith("En ny app, et seminar og det, tre projekter lærte i efteråret;")


def test_styles_that_gmail_takes_away_are_for_the_dark_only() -> None:
    html = html_in(rich())
    [sheet] = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert re.fullmatch(r"\s*@media \(prefers-color-scheme: dark\) \{.*\}\s*", sheet, re.DOTALL)
    assert '<meta name="color-scheme" content="light dark">' in html
    classes = {name for selector in DARK for name in re.findall(r"\.([a-z-]+)", selector)}
    used = {name for element in elements(html) for name in element.get("class", "").split()}
    assert classes == used


def test_it_asks_nobody_for_anything() -> None:
    """No picture but those of the stories, no font, no sheet: nobody learns who read it."""
    html = html_in(rich())
    assert "url(" not in html and "@import" not in html and "<link" not in html
    assert re.findall(r'src="([^"]*)"', html) == ["https://intra.example/billeder/telefon.png"]


def test_every_address_is_whole() -> None:
    for address in re.findall(r'(?:href|src)="([^"]*)"', html_in(rich())):
        assert re.match("https://[a-z]|mailto:", address), address


def test_a_long_letter_fits_into_gmail() -> None:
    """Sixty stories: six times what a reader has a minute for."""
    apps = [app(id=f"app-{n}", title="Å" * 60, summary="Æ" * 200) for n in range(60)]
    issue = newsletter(contents=[{"app": one.id} for one in apps])
    assert len(html_in(catalogue_of(issue, contact(), *apps)).encode()) < LARGEST


def luminance(colour: str) -> float:
    """WCAG 2.1, relative luminance."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    light = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def in_the_dark(name: str, found: str) -> str:
    """What a colour becomes of what has these classes."""
    for selector, style in DARK.items():
        if f".{name}" in selector.split(", "):
            return style.split(":")[1]
    return found


def test_colours_have_contrast_enough_by_day_and_by_night() -> None:
    """WCAG 2.1, 1.4.3: 4.5 to 1, also for what is large."""
    grounds = {
        "name": "head", "in browser": "head", "made up": "made up box", "small": "foot",
        "small link": "foot",
    }  # fmt: skip
    tried = 0
    for name, look in LOOKS.items():
        ink = re.search(r"(?<![-a-z])color:(#[0-9a-f]{6})", look.style)
        if not ink:
            continue
        behind = LOOKS[grounds.get(name, "next")]
        ground = re.search(r"background-color:(#[0-9a-f]{6})", behind.style)
        assert ground
        assert contrast(ink[1], ground[1]) >= 4.5, name
        night = in_the_dark(look.kind, ink[1]), in_the_dark(behind.kind.split()[0], ground[1])
        assert contrast(*night) >= 4.5, (name, night)
        tried += 1
    assert tried > 12


def test_what_an_editor_writes_looks_as_the_rest() -> None:
    html = everything()
    for element in elements(html):
        if element.tag in ("h3", "h4", "li", "pre"):
            assert element.get("style") == PROSE[element.tag]
