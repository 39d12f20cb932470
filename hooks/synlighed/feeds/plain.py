"""Clean HTML as a plain text that is pleasant to read, as in a mail."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

from synlighed.feeds.texts import clean

WIDTH = 72
"""Characters of a line; a mail that is answered has room for some marks before them."""

_BLOCKS = {"p", "pre", "blockquote", "ul", "ol", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}
_EMPTY = {"br", "hr", "img"}
# A hard space is none of them: it keeps together what it is between.
_SPACES = re.compile(r"[ \t\n\r\f]+")
_NARROWEST = 24
_RULE = "* * *"


def plain_text(html: str, width: int = WIDTH) -> str:
    """A plain text that says what some HTML says.

    Paragraphs are wrapped, and an address is put after the words that lead to it.

    Args:
        html: As `markdown.bare` leaves it, with absolute addresses.
        width: How long its lines are at most. Code and addresses are never broken.
    """
    reader = _Reader()
    reader.feed(clean(html))
    return "\n".join(_composed(reader.tree(), width))


class _Reader(HTMLParser):
    """Makes a tree of HTML in which every element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self._builder = TreeBuilder()
        self._builder.start("body", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in _EMPTY:
            self._builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self._builder.end(tag)

    def handle_data(self, data: str) -> None:
        self._builder.data(data)

    def tree(self) -> Element:
        """All that was read."""
        self.close()
        self._builder.end("body")
        return self._builder.close()


def _composed(element: Element, width: int, *, is_tight: bool = False) -> list[str]:
    """The lines of all that is in an element, with room between its blocks unless it is tight."""
    lines: list[str] = []
    for block in _blocks(element):
        made = _block(block, width)
        if lines and made and not is_tight:
            lines.append("")
        lines += made
    return lines


def _blocks(element: Element) -> Iterator[Element]:
    """The blocks in an element; text that stands among them is a paragraph."""
    loose = Element("p")
    loose.text = element.text
    for child in element:
        if child.tag not in _BLOCKS:
            loose.append(child)
            continue
        yield loose
        yield child
        loose = Element("p")
        loose.text = child.tail
    yield loose


def _block(block: Element, width: int) -> list[str]:
    match block.tag:
        case "hr":
            return [_RULE]
        case "pre":
            return "".join(block.itertext()).strip("\n").split("\n")
        case "blockquote":
            quoted = _composed(block, _inside(width, 2))
            return [f"> {line}".rstrip(" ") for line in quoted]
        case "ul" | "ol":
            return _list(block, width)
        case _:
            return _wrapped("".join(_words(block)), width)


def _list(block: Element, width: int) -> list[str]:
    """The points of a list, with room between them if any is written as a paragraph."""
    marks = [f"{number}. " if block.tag == "ol" else "- " for number in range(1, len(block) + 1)]
    indent = max(map(len, marks), default=0)
    is_tight = all(point.find("p") is None for point in block)
    lines: list[str] = []
    for mark, point in zip(marks, block, strict=True):
        if lines and not is_tight:
            lines.append("")
        made = _composed(point, _inside(width, indent), is_tight=is_tight)
        lines += _hung(mark.rjust(indent), made or [""])
    return lines


def _hung(mark: str, lines: Sequence[str]) -> list[str]:
    """Lines behind a mark, the later ones under the first."""
    first, *rest = lines
    under = " " * len(mark)
    return [f"{mark}{first}".rstrip(" "), *(f"{under}{line}".rstrip(" ") for line in rest)]


def _words(element: Element) -> Iterator[str]:
    """The words of an element in a line; only a break is a newline among them."""
    yield _SPACES.sub(" ", element.text or "")
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif child.tag == "img":
            yield f"[Billede: {child.get('alt', '')}]"
        elif child.tag == "a":
            yield _link("".join(_words(child)), child.get("href", ""))
        else:
            yield from _words(child)
        yield _SPACES.sub(" ", child.tail or "")


def _link(text: str, href: str) -> str:
    """Words with the address they lead to, which is said once when they are the address."""
    scheme, _, rest = href.partition(":")
    if scheme == "tel":
        return text.replace(" ", "\xa0")
    if not rest:
        return text
    address = rest if scheme == "mailto" else href
    if _bare(text) == _bare(address):
        return text if scheme == "mailto" else f"<{address}>"
    return f"{text} <{address}>".lstrip(" ")


def _bare(address: str) -> str:
    return address.strip(" ").removeprefix("https://").removeprefix("http://").rstrip("/")


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for one in text.split("\n"):
        lines += textwrap.wrap(
            one.strip(" "), width, break_long_words=False, break_on_hyphens=False
        )
    return lines


def _inside(width: int, indent: int) -> int:
    """The width that is left; deep in lists, lines rather grow longer than have no room."""
    return max(width - indent, _NARROWEST)
