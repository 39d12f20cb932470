"""Text and moments as every format of feeds can hold them."""

import re
from datetime import UTC, datetime

# Control characters but tab and newline; what XML 1.0 (section 2.2) has no way to write, which are
# also the lone surrogates that UTF-8 has none for; and line ends that are not so to every parser.
_ODD = re.compile("\r\n|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = {"\r\n", "\r", "\x85", "\u2028", "\u2029"}
_LIKE_HTML = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_SPACES = re.compile(r"[ \t\n]+")


def clean(text: str) -> str:
    """A text without the characters that some format or reader cannot hold.

    Every kind of line end becomes a newline, so that no words run together.
    """
    # Nearly every text is without them, and this is told faster than they are looked for.
    if text.replace("\n", "").isprintable():
        return text
    return _ODD.sub(lambda odd: "\n" if odd[0] in _LINE_ENDS else "", text)


def line(text: str) -> str:
    """A clean text on one line, for names and addresses."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _SPACES.sub(" ", clean(text)).strip(" ")


def plain_title(text: str) -> str:
    """A clean text on one line that says the same in a reader that takes it for HTML.

    Titles are plain text in every format, but not to every reader. What would be a tag or a
    character reference is kept from it by a word joiner (U+2060), which nobody sees.
    """
    return _LIKE_HTML.sub("\\g<0>\u2060", line(text))


def rfc3339(moment: datetime) -> str:
    """A moment in UTC, to the second: `2026-11-23T08:42:00Z`. The same moment is the same text."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
