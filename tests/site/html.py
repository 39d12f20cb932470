"""A built page, read as a browser reads it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib

LINKING = {"href", "src", "action", "poster", "data", "srcset", "formaction"}


@dataclass(frozen=True)
class Link:
    """An address that a page names, and where."""

    tag: str
    attribute: str
    to: str

    @property
    def is_inside(self) -> bool:
        """Whether it leads to this site."""
        parts = urlsplit(self.to)
        return not parts.scheme and not parts.netloc


@dataclass(frozen=True)
class Page:
    """A page of a built site."""

    file: Path
    root: Element
    errors: tuple[str, ...]

    @cached_property
    def ids(self) -> list[str]:
        return [value for element in self.root.iter() if (value := element.get("id"))]

    @cached_property
    def links(self) -> list[Link]:
        return [
            Link(str(element.tag), name, value)
            for element in self.root.iter()
            for name, value in element.items()
            if name in LINKING
        ]

    @property
    def main(self) -> Element:
        """The content, without the frame of the site."""
        found = self.root.find(".//article")
        return found if found is not None else self.root.find(".//body")

    def meta(self, name: str) -> str | None:
        return next(
            (e.get("content") for e in self.root.iter("meta") if e.get("name") == name), None
        )

    @property
    def title(self) -> str:
        return "".join(self.root.find(".//head/title").itertext())


def read_page(file: Path) -> Page:
    """Reads a page of a folder."""
    return read_text(file.read_text(encoding="utf-8"), file)


def read_text(text: str, file: Path = Path()) -> Page:
    """Reads a page, and what a strict parser has to say of it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(text)
    errors = tuple(f"{place[0]}: {code} {about}" for place, code, about in parser.errors)
    return Page(file, root, errors)


def text_of(element: Element) -> str:
    """What is read aloud of an element, with single spaces."""
    return " ".join("".join(element.itertext()).split())
