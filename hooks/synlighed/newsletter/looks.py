"""How a mail looks: a style for each element, and what becomes of the colours in the dark.

Only what Outlook for Windows shows, too, which sets pages with Word's engine, and Gmail keeps
(caniemail.com). Colours are those of the site, and have contrast enough on both grounds.
"""

from collections.abc import Mapping
from typing import NamedTuple

_FONT = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif;"
_TEXT = f"{_FONT}font-size:16px;line-height:24px;"
_SMALL = f"{_FONT}font-size:14px;line-height:20px;"
_BOLD = "font-weight:bold;"
_INK, _QUIET, _LINK = "color:#17211f;", "color:#4b5956;", "color:#0b615b;"

PROSE: Mapping[str, str] = {
    "p": f"margin:0 0 12px 0;{_TEXT}{_INK}",
    "li": f"{_TEXT}{_INK}",
    "a": f"{_LINK}text-decoration:underline;",
    **dict.fromkeys(("h3", "h4", "h5", "h6"), f"margin:0 0 8px 0;{_TEXT}{_INK}{_BOLD}"),
    "pre": f"font-family:Consolas,monospace;font-size:14px;line-height:20px;{_INK}",
}
"""The styles of what an editor may write in an introduction, by its element."""


class Look(NamedTuple):
    """How something looks."""

    style: str
    kind: str = ""
    """Its classes, by which the dark knows it."""


LOOKS: Mapping[str, Look] = {
    "preheader": Look("display:none;max-height:0;overflow:hidden;mso-hide:all;"),
    "page": Look("padding:16px 8px 16px 8px;background-color:#eef2f0;", "page"),
    "head": Look("padding:14px 24px 14px 24px;background-color:#0d4f4b;", "head"),
    "name": Look(
        f"{_FONT}font-size:18px;line-height:24px;{_BOLD}color:#ffffff;text-decoration:none;"
    ),
    "in browser": Look(f"{_SMALL}color:#ffffff;text-decoration:underline;"),
    "first": Look("padding:24px 24px 12px 24px;background-color:#ffffff;", "card prose"),
    "next": Look(
        "padding:20px 24px 12px 24px;background-color:#ffffff;border-top:1px solid #d5dedb;",
        "card line",
    ),
    "foot": Look(
        "padding:20px 24px 12px 24px;background-color:#f5f8f6;border-top:1px solid #d5dedb;",
        "foot line",
    ),
    "title": Look(f"margin:0 0 12px 0;{_FONT}font-size:26px;line-height:32px;{_INK}{_BOLD}", "ink"),
    "lead": Look(f"margin:0 0 12px 0;{_TEXT}{_INK}{_BOLD}", "ink"),
    "story": Look(f"margin:0 0 4px 0;{_FONT}font-size:20px;line-height:26px;{_INK}{_BOLD}", "ink"),
    "to story": Look(f"{_LINK}text-decoration:none;", "link"),
    "marks": Look(f"margin:0 0 10px 0;{_SMALL}{_QUIET}", "quiet"),
    "urgent": Look(f"color:#9a3412;{_BOLD}", "alert"),
    "example": Look(f"color:#6b4500;{_BOLD}", "made-up"),
    "text": Look(PROSE["p"], "ink"),
    "fact": Look(f"margin:0 0 4px 0;{_TEXT}{_INK}{_BOLD}", "ink"),
    "point": Look(PROSE["li"], "ink"),
    "made up box": Look("padding:8px 12px 8px 12px;background-color:#fff3d1;", "made-up-box"),
    "made up": Look(f"margin:0;{_SMALL}color:#6b4500;", "made-up"),
    "room": Look("font-size:12px;line-height:12px;"),
    "small": Look(f"margin:0 0 8px 0;{_SMALL}{_QUIET}", "quiet"),
    "small link": Look(PROSE["a"], "link"),
}
"""The look of each element of a letter, by what it is."""

DARK: Mapping[str, str] = {
    ".page": "background-color:#101a19",
    ".card": "background-color:#172423",
    ".foot": "background-color:#16211f",
    ".head": "background-color:#0b3330",
    ".line": "border-color:#2c3b39",
    ".ink, .prose p, .prose li, .prose pre, .prose h3, .prose h4": "color:#e7eeec",
    ".prose h5, .prose h6": "color:#e7eeec",
    ".quiet, .prose .quiet": "color:#b6c3bf",
    ".link, .prose a": "color:#7ed3c9",
    ".alert": "color:#f6b28a",
    ".made-up, .prose .made-up": "color:#f7d98c",
    ".made-up-box": "background-color:#362a0c",
}
"""What changes in the dark, in programs that ask a letter for that; others leave it light, or make
its colours anew themselves."""
