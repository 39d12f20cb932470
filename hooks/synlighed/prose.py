"""What is written by hand in `docs/`: what of it an edition holds.

A page says itself who may see it, as `visibility: partner` in its front matter; nothing said means
that only those inside may. It may say when it was `last_reviewed`, and after how many months (12 if
not told otherwise, as `review_months: 6`) it should be again. A file beside the pages belongs to
the pages that name it.
"""

import posixpath
import re
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

import yaml

from synlighed.danish.dates import DateError, add_months, parse_date
from synlighed.danish.words import join_words
from synlighed.unlinking import hrefs_in, without_links
from synlighed.visibility import Edition

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.M | re.S)
_HEADING = re.compile(r"^# +(.+?)(?:\s*\{[^}]*\})?\s*$", re.M)
_ATTRIBUTES = re.compile(r"\{[:.#][^}\n]*\}|<[^>\n]*>")
_MARKS = re.compile(r"[*_`]+")
_PAGES = 512
"""So many pages are not read again when something else was edited."""
_IN_HTML = re.compile(r"""<[^>]*?\b(?:href|src|poster|data)\s*=\s*["']?([^"'\s>]+)""", re.I)

ASSETS = "assets/"
"""The folder of what every page needs."""


@dataclass(frozen=True)
class Prose:
    """A page written by hand, as the search knows it."""

    title: str
    summary: str
    """Its first paragraph, as plain text."""
    text: str
    """All of it but the title, in Markdown without links."""
    names: tuple[str, ...] = ()
    """What else readers call it: `aliases` in its front matter."""
    sought: int = 100
    """Percent; how much it counts in a search, as `search: {boost: 0.5}` says; 0 leaves it out."""
    review_due: date | None = None
    """The last day before it should be reviewed again; nothing when it does not say."""


class ProseError(Exception):
    """A page by hand that cannot be used as it is, told in Danish."""


def visibility_of(uri: str, text: str) -> str | None:
    """What a page says of who may see it, if anything.

    Args:
        uri: The page, from `docs/`.
        text: Its file, front matter included.

    Raises:
        ProseError: it says something that is no visibility.
    """
    try:
        said = _matter_of(text).get("visibility")
    except yaml.YAMLError:
        raise ProseError(f"docs/{uri}: Felterne øverst i filen er ikke gyldig YAML.") from None
    if said is not None and said not in list(Edition):
        allowed = join_words([f"»{edition}«" for edition in Edition], "eller")
        raise ProseError(f"docs/{uri}: »visibility« er »{said}«, men skal være {allowed}.")
    return said


def review_due_of(uri: str, text: str) -> date | None:
    """The last day before a page should be reviewed again, by what it says, if anything.

    Args:
        uri: The page, from `docs/`.
        text: Its file, front matter included.

    Raises:
        ProseError: it says something that is no day, or no number of months from 1 to 24.
    """
    matter = _matter_of(text)
    said, months = matter.get("last_reviewed"), matter.get("review_months", 12)
    if type(months) is not int or not 1 <= months <= 24:
        raise ProseError(
            f"docs/{uri}: »review_months« er »{months}«, men skal være et helt tal fra 1 til 24."
        )
    try:
        return add_months(parse_date(str(said)), months) if said is not None else None
    except DateError:
        raise ProseError(
            f"docs/{uri}: »last_reviewed« er »{said}«, men skal være en dato som »6. marts 2019«."
        ) from None


@lru_cache(maxsize=_PAGES)
def _matter_of(text: str) -> Mapping[str, Any]:
    """The fields on top of a page."""
    matter = _FRONT_MATTER.match(text)
    data = yaml.safe_load(matter[1]) if matter else None
    return data if isinstance(data, dict) else {}


def shown(pages: Mapping[str, str], files: Collection[str], edition: Edition) -> set[str]:
    """The uris of what an edition holds.

    Args:
        pages: The text of each page, by its uri.
        files: The uris of the files that are no pages.
        edition: Whom it is for.

    Raises:
        ProseError: a page says something that is no visibility.
    """
    kept = _shown_pages(pages, edition)
    named = {name for uri in kept for name in _named(uri, pages[uri])}
    return kept | {
        uri for uri in files if edition.is_internal or uri.startswith(ASSETS) or uri in named
    }


def _shown_pages(pages: Mapping[str, str], edition: Edition) -> set[str]:
    return {uri for uri, text in pages.items() if edition.shows(visibility_of(uri, text))}


def pages_of(pages: Mapping[str, str], edition: Edition) -> dict[str, Prose]:
    """The pages that an edition holds, by their addresses and in order.

    Args:
        pages: The text of each page, by its uri.
        edition: Whom it is for.

    Raises:
        ProseError: a page says something in its front matter that cannot be so.
    """
    found = sorted((address_of(uri), uri) for uri in _shown_pages(pages, edition))
    return {address: _read(uri, pages[uri]) for address, uri in found}


def hidden_texts(pages: Mapping[str, str], edition: Edition) -> list[str]:
    """The texts of the pages that an edition does not hold."""
    there = _shown_pages(pages, edition)
    return [text for uri, text in pages.items() if uri not in there]


@lru_cache(maxsize=_PAGES)
def _read(uri: str, text: str) -> Prose:
    due = review_due_of(uri, text)
    matter = _matter_of(text)
    names, sought = matter.get("aliases"), _sought(matter.get("search"))
    text = _FRONT_MATTER.sub("", text)
    title = title_of(text) or address_of(uri)
    text = _HEADING.sub("", text, count=1).strip()
    text = _ATTRIBUTES.sub("", without_links(text, lambda href: True))
    summary = next(filter(_is_sentence, text.split("\n\n")), "")
    return Prose(title, " ".join(_MARKS.sub("", summary).split()), text, _texts(names), sought, due)


def _texts(said: object) -> tuple[str, ...]:
    texts = said if isinstance(said, list) else [said]
    return tuple(str(text) for text in texts if text is not None)


def _sought(said: object) -> int:
    """What a page says of the search, in the words that renderers know."""
    if not isinstance(said, dict):
        return 100
    boost = said.get("boost", 1)
    is_number = isinstance(boost, (int, float)) and 0 < boost <= 10
    return 0 if said.get("exclude") else round(boost * 100) if is_number else 100


def _is_sentence(paragraph: str) -> bool:
    """Whether a paragraph can stand for the page: no heading, list, table or box."""
    return paragraph[:1].isalpha()


def title_of(text: str) -> str:
    """The first heading of a page; empty when there is none."""
    heading = _HEADING.search(_FRONT_MATTER.sub("", text))
    return heading[1].strip() if heading else ""


def below_heading(text: str, html: str) -> str:
    """A page with a block of HTML below its first heading, or on top when it has none.

    Args:
        text: Its file, front matter included.
        html: The block; an empty line would end it.
    """
    matter = _FRONT_MATTER.match(text)
    start = matter.end() if matter else 0
    heading = _HEADING.search(text, start)
    place = heading.end() if heading else start
    return f"{text[:place].rstrip()}\n\n{html.strip()}\n\n{text[place:].lstrip()}"


def address_of(uri: str) -> str:
    """The address of a page, by its uri: `om/` of `om/index.md`, `byod/` of `byod.md`."""
    path = uri.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{path}/" if path else ""


def _named(uri: str, text: str) -> Iterator[str]:
    """The uris that a page may lead to or show."""
    for href in (*hrefs_in(text), *_IN_HTML.findall(text)):
        for folder in (posixpath.dirname(uri), address_of(uri)):
            if full := _resolved(href, folder):
                yield full


def narrowed(uri: str, text: str, hidden: Container[str]) -> str:
    """A page in whose text no link leads to what is hidden.

    Args:
        uri: The page, from `docs/`.
        text: Its Markdown.
        hidden: Addresses and uris, from the root of the site.

    Raises:
        ProseError: a link written in HTML does, which cannot be made text.
    """

    def hides(href: str) -> bool:
        return _leads_to(href, posixpath.dirname(uri), hidden)

    text = without_links(text, hides)
    # A link in HTML begins at the page's address, and one in Markdown at its file.
    for href in _IN_HTML.findall(text):
        if hides(href) or _leads_to(href, address_of(uri), hidden):
            raise ProseError(
                f"docs/{uri} fører i HTML til »{href}«, som ikke er med i udgaven. Skriv linket i "
                "Markdown, så bliver det til tekst."
            )
    return text


def _leads_to(href: str, folder: str, hidden: Container[str]) -> bool:
    full = _resolved(href, folder)
    return bool(full) and any(name in hidden for name in (full, f"{full}/", f"{full}/index.md"))


def _resolved(href: str, folder: str) -> str:
    """A link from the root of the site; empty when it leads out of it, or nowhere."""
    path = unquote(re.split(r"[?#]", href, maxsplit=1)[0])
    if not path or ":" in path or path.startswith("//"):
        return ""
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
