"""Danish prose in Markdown, to clean HTML.

Python-Markdown reads it, so that data and hand-written pages share one dialect; nh3 then lets only
plain text elements through. HTML in the text is shown as the text it is. A link goes out on the
net, or to an item as `[MAP](services/map-platform)`; what that leads to is for the caller to say.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

OUTSIDE = ("https", "http", "mailto", "tel")
"""The schemes a link out of the site may have."""

_TAGS = {"p", "br", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr"}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ITEM = re.compile(r"^/?([a-z]+)/([a-z0-9-]+)/?$")
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)

# Text without these is rendered without looking for links in it.
_MAY_LINK = re.compile(r"\]\s*[(\[:]|<|!\[")


class _Links(Treeprocessor):
    """Hands every link and image to whoever asked for the rendering."""

    resolve: Callable[[str], str | None]

    def run(self, root: Element) -> None:
        open_levels: list[int] = []
        for element in root.iter():
            if element.tag == "a":
                href = self.resolve(element.get("href", ""))
                if href is None:
                    # Not allowed below, so only what is in it is left.
                    element.tag = "span"
                else:
                    element.set("href", href)
            elif element.tag == "img":
                self.resolve("")
            elif element.tag in _HEADINGS:
                # The page has its own h1, and an h2 over the text; no level may be skipped.
                level = _HEADINGS.index(element.tag)
                open_levels = [*(above for above in open_levels if above < level), level]
                element.tag = _HEADINGS[min(len(open_levels) + 1, 5)]


def render(text: str, resolve: Callable[[str], str | None]) -> str:
    """Clean HTML for a Markdown text.

    Args:
        text: What the editor wrote.
        resolve: Gives the address that a link as written leads to, or None to unlink it.
    """
    return nh3.clean(
        _convert(text, resolve),
        tags=_TAGS | set(_HEADINGS),
        attributes={"a": {"href"}, "*": set()},
        url_schemes=set(OUTSIDE),
        link_rel=None,
    )


def bare(html: str) -> str:
    """HTML with nothing in it but what every program that shows texts can show, pictures too."""
    return nh3.clean(
        html,
        tags=_TAGS | set(_HEADINGS) | {"img"},
        attributes={"a": {"href"}, "img": {"src", "alt", "width", "height"}, "*": set()},
        url_schemes=set(OUTSIDE),
        link_rel=None,
    )


def styled(html: str, styles: Mapping[str, str]) -> str:
    """HTML of `render` for where no style sheet is.

    Args:
        html: As `render` makes it.
        styles: The style of each element, by its name: `{"p": "margin:0"}`.
    """
    return nh3.clean(
        html,
        tags=_TAGS | set(_HEADINGS),
        attributes={"a": {"href"}, "*": set()},
        # One for each element: of several, the order is another in each run.
        set_tag_attribute_values={tag: {"style": style} for tag, style in styles.items()},
        url_schemes=set(OUTSIDE),
        link_rel=None,
    )


def links_in(text: str) -> list[str]:
    """Every link of a text as it is written; an image counts as an empty one."""
    found: list[str] = []
    if _MAY_LINK.search(text):

        def note(href: str) -> str:
            found.append(href)
            return href

        _convert(text, note)
    return found


def is_outside(href: str) -> bool:
    """Whether a link goes out of the site, to a place that links may go to."""
    scheme = _SCHEME.match(href)
    return scheme is not None and scheme[1].lower() in OUTSIDE


def as_item(href: str) -> tuple[str, str] | None:
    """The kind and id that a link to an item names: `services/map-platform`."""
    found = _ITEM.match(href)
    return (found[1], found[2]) if found else None


def _convert(text: str, resolve: Callable[[str], str | None]) -> str:
    reader, links = _reader()
    links.resolve = resolve
    html = reader.reset().convert(text)
    # The reader lasts, and whoever resolves links holds all that they may lead to.
    del links.resolve
    return html


@cache
def _reader() -> tuple[Markdown, _Links]:
    reader = Markdown(extensions=["sane_lists"], output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    links = _Links(reader)
    reader.treeprocessors.register(links, "synlighed-links", 0)
    return reader, links
