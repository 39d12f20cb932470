"""Addresses made of Danish words, in the ASCII spelling Danes use where letters are missing.

An address is a promise, so the same word gives the same slug however it is encoded.
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "œ": "oe", "ð": "d", "đ": "d", "þ": "th", "ß": "ss", "ł": "l"}
)
_COMPOSED = (("a\u030a", "aa"), ("a\u0308", "ae"), ("o\u0308", "oe"), ("u\u0308", "ue"))
_MARKS = re.compile(r"[\u0300-\u036f]+")
_OTHER = re.compile(r"[^a-z0-9]+")
_NAMELESS_HEADING = "afsnit"


def slugify(text: str) -> str:
    """Write a text as lower-case ASCII words joined by hyphens.

    æ becomes ae, ø oe and å aa; accents go. A text without letters and digits gives ``""``.
    """
    plain = text.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).lower()
        for composed, letters in _COMPOSED:
            plain = plain.replace(composed, letters)
        plain = _MARKS.sub("", plain).translate(_LETTERS)
    return _OTHER.sub("-", plain).strip("-")


def heading_slug(text: str, separator: str) -> str:
    """Write the anchor of a heading, in the signature of Python-Markdown's toc ``slugify``.

    Never empty: an anchor must have a name.
    """
    return (slugify(text) or _NAMELESS_HEADING).replace("-", separator)
