"""Abbreviations made links to what they mean, where a page first uses them.

A link, since what shows a title only on hover is out of reach for a finger and a keyboard; once on
a page, since somebody who listens would hear it every time. It is done on the finished HTML, where
all that a page says stands in the order that it is read in.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Explanation:
    """What an abbreviation stands for, and where more is told of it."""

    meaning: str
    href: str


Explain = Callable[[str], Explanation | None]
"""What is to be said of a word, if anything."""

_PICTURE = re.compile("<svg.*?</svg>", re.DOTALL)
_CAPITALS = re.compile(r"[A-ZÆØÅ][\w-]*[A-ZÆØÅ][\w-]*")
_PIECE = re.compile(
    r"""
    <!--.*?-->
    | <(?P<end>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<attributes>(?:[^"'>]|"[^"]*"|'[^']*')*)>
    # A word with two capitals that is no part of an address, and whose end is not one's beginning.
    | (?<![\w./@:&#-])(?P<word>(?=\w*[A-ZÆØÅ][\w-]*[A-ZÆØÅ])[^\W_]+(?:-[^\W_]+)*)
      (?![\w/@]|[-.:][\w/])
    """,
    re.VERBOSE | re.DOTALL,
)

_NOT_IN = {
    "a", "abbr", "button", "caption", "code", "h1", "h2", "h3", "h4", "h5", "h6", "head", "label",
    "legend", "nav", "option", "pre", "script", "style", "summary", "svg", "textarea", "th",
}  # fmt: skip
"""What is a link or a name of something, and what is no prose."""

_NEVER_CLOSED = {"br", "hr", "img", "input", "source", "wbr"}
_NOT_WITH = re.compile(
    r'\shidden(?=[\s=]|$)|[\s"]sl-(?:hidden|names)\b|\sdata-sl-(?:status|overview)'
)
"""The attributes of what is not seen, of other names, and of what the browser writes anew."""


def explained(html: str, explain: Explain) -> str:
    """Sound HTML with each abbreviation explained once."""
    found = {name: explanation for name in _names(html) if (explanation := explain(name))}
    # Most pages have none, and to read all of their tags takes long.
    return _marked(html, found.get) if found else html


def _names(html: str) -> Iterator[str]:
    """All in a page that may be an abbreviation, and more: it may stand where no link can."""
    text = _PICTURE.sub("", html)
    words = (text[_start(text, found.start()) : found.end()] for found in _CAPITALS.finditer(text))
    return (name for word in dict.fromkeys(words) for name in _readings(word.rstrip("-")))


def _start(text: str, capital: int) -> int:
    """Where the word begins whose first capital stands there."""
    while capital and text[capital - 1].isalnum():
        capital -= 1
    return capital


def _readings(word: str) -> Iterable[str]:
    """The word itself, and the first part of a compound."""
    return dict.fromkeys((word, word.partition("-")[0]))


def _marked(html: str, explain: Explain) -> str:
    told: set[str] = set()
    within, depth = "", 0

    def piece(found: re.Match[str]) -> str:
        nonlocal within, depth
        tag = found["tag"]
        if not tag:
            return found[0] if within or not found["word"] else _told(found["word"], explain, told)
        if tag in _NEVER_CLOSED:
            return found[0]
        if within:
            depth += (-1 if found["end"] else 1) if tag == within else 0
            within = within if depth else ""
        elif not found["end"] and (tag in _NOT_IN or _NOT_WITH.search(found["attributes"])):
            within, depth = tag, 1
        return found[0]

    return _PIECE.sub(piece, html)


def _told(word: str, explain: Explain, told: set[str]) -> str:
    """The word, explained if it was not before."""
    for name in _readings(word):
        if name in told:
            break
        if explanation := explain(name):
            told.add(name)
            link = Markup('<a class="sl-abbr" href="{}"><abbr title="{}">{}</abbr></a>')
            rest = word.removeprefix(name)
            return link.format(explanation.href, explanation.meaning, name) + rest
    return word
