"""Links in Markdown to what a reader may not know of become the text they stand on."""

import re
from collections.abc import Callable, Iterator

from synlighed.markdown import links_in

Hides = Callable[[str], bool]
"""Whether a link, as it is written, leads to what the reader may not know of."""

_TEXT = r"\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"
_TITLE = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\([^)]*\))"""
_INLINE = re.compile(
    rf"{_TEXT}\(\s*<?(?P<href>[^\s()<>]*)>?(?:\s+{_TITLE})?\s*\)",
    re.DOTALL,
)
_DEFINITION = re.compile(
    r"""^[ ]{0,3}\[(?P<name>[^\[\]]+)\]:[ \t]*\n?[ \t]*<?(?P<href>[^\s<>]+)>?[^\n]*\n?"""
    r"""(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\))[ \t]*\n?)?""",
    re.MULTILINE,
)
_BY_NAME = re.compile(_TEXT + r"(?:[ ]?\[(?P<name>[^\[\]]*)\])?")


def without_links(text: str, hides: Hides) -> str:
    """A Markdown text without the links that lead to something hidden.

    Args:
        text: As an editor wrote it.
        hides: Tells which links do.
    """
    if not any(map(hides, links_in(text))):
        return text
    text = _INLINE.sub(lambda link: link["text"] if hides(link["href"]) else link[0], text)
    text = _without_names(text, hides)
    while left := next(filter(hides, links_in(text)), None):
        text = next(made for made in _without(left, text) if made != text)
    return text


def _without(href: str, text: str) -> Iterator[str]:
    """Ways to be rid of a link that is written in a way of its own, the gentlest first."""
    yield re.sub(rf"\]\(\s*<?{re.escape(href)}.*\)", "]", text)
    yield text.replace(href, "")
    yield _ESCAPED.sub(r"\1", text)
    # Better no text than one that tells.
    yield ""


_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def hrefs_in(text: str) -> Iterator[str]:
    """Where the links and pictures of a Markdown text lead, or seem to."""
    for form in (_INLINE, _DEFINITION):
        yield from (found["href"] for found in form.finditer(text))


def _without_names(text: str, hides: Hides) -> str:
    """Without the links whose addresses stand by themselves, as `[name]: services/x`."""
    names = {found["name"].lower() for found in _DEFINITION.finditer(text) if hides(found["href"])}
    if not names:
        return text
    text = _DEFINITION.sub(lambda found: "" if hides(found["href"]) else found[0], text)

    def plain(link: re.Match[str]) -> str:
        name = (link["name"] or link["text"]).lower()
        return link["text"] if name in names else link[0]

    return _BY_NAME.sub(plain, text).strip()
