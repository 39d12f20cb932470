"""How a mail looks: a style for each element, and what becomes of the colours in the dark.

Only what Outlook for Windows shows, too, which sets pages with Word's engine, and Gmail keeps
(caniemail.com). Colours are those of the site, and have contrast enough on both grounds.
"""

from collections.abc import Mapping

_FONT = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif;"
_TEXT = f"{_FONT}font-size:16px;line-height:24px;"
_SMALL = f"{_FONT}font-size:14px;line-height:20px;"
_BOLD = "font-weight:bold;"
_INK, _QUIET, _LINK = "color:#17211f;", "color:#4b5956;", "color:#0b615b;"

LOOKS: Mapping[str, Mapping[str, str]] = {
    # What an editor may write in an introduction, by its element.
    "p": {"class": "ink", "style": f"margin:0 0 12px 0;{_TEXT}{_INK}"},
    "li": {"class": "ink", "style": f"{_TEXT}{_INK}"},
    "a": {"class": "link", "style": f"{_LINK}text-decoration:underline;"},
    "h3": {"class": "ink", "style": f"margin:0 0 8px 0;{_TEXT}{_INK}{_BOLD}"},
    "h4": {"class": "ink", "style": f"margin:0 0 8px 0;{_TEXT}{_INK}{_BOLD}"},
    "h5": {"class": "ink", "style": f"margin:0 0 8px 0;{_TEXT}{_INK}{_BOLD}"},
    "h6": {"class": "ink", "style": f"margin:0 0 8px 0;{_TEXT}{_INK}{_BOLD}"},
    "pre": {"class": "ink", "style": f"{_SMALL}{_INK}font-family:Consolas,monospace;"},
    # The rest of a letter, by what it is.
    "title": {
        "class": "ink",
        "style": f"margin:0 0 12px 0;{_FONT}font-size:26px;line-height:32px;{_INK}{_BOLD}",
    },
    "story": {
        "class": "ink",
        "style": f"margin:0 0 4px 0;{_FONT}font-size:20px;line-height:26px;{_INK}{_BOLD}",
    },
    "lead": {"class": "ink", "style": f"margin:0 0 12px 0;{_TEXT}{_INK}{_BOLD}"},
    "marks": {"class": "quiet", "style": f"margin:0 0 10px 0;{_SMALL}{_QUIET}"},
    "fact": {"class": "quiet", "style": f"margin:0 0 4px 0;{_TEXT}{_QUIET}"},
    "urgent": {"class": "alert", "style": "color:#9a3412;font-weight:bold;"},
    "example": {"class": "made-up", "style": "color:#6b4500;font-weight:bold;"},
    "made up": {"class": "made-up", "style": f"margin:0;{_SMALL}color:#6b4500;"},
    "made up box": {
        "class": "made-up-box",
        "style": "padding:8px 12px 8px 12px;background-color:#fff3d1;",
    },
    "small": {"class": "quiet", "style": f"margin:0 0 8px 0;{_SMALL}{_QUIET}"},
    "page": {"class": "page", "style": "padding:16px 8px 16px 8px;background-color:#eef2f0;"},
    "card": {"class": "card", "style": "background-color:#ffffff;"},
    "head": {"class": "head", "style": "padding:14px 24px 14px 24px;background-color:#0d4f4b;"},
    "name": {
        "class": "name",
        "style": f"{_FONT}font-size:18px;line-height:24px;font-weight:bold;color:#ffffff;"
        "text-decoration:none;",
    },
    "in browser": {"class": "name", "style": f"{_SMALL}color:#ffffff;text-decoration:underline;"},
    "first": {"class": "card", "style": "padding:24px 24px 12px 24px;background-color:#ffffff;"},
    "next": {
        "class": "card line",
        "style": "padding:20px 24px 12px 24px;background-color:#ffffff;"
        "border-top:1px solid #d5dedb;",
    },
    "foot": {
        "class": "foot line",
        "style": "padding:20px 24px 12px 24px;background-color:#f5f8f6;"
        "border-top:1px solid #d5dedb;",
    },
}
"""The attributes of an element, by its name or by what it is."""

DARK: Mapping[str, str] = {
    "page": "background-color:#101a19",
    "card": "background-color:#172423",
    "foot": "background-color:#16211f",
    "head": "background-color:#0b3330",
    "line": "border-color:#2c3b39",
    "ink": "color:#e7eeec",
    "quiet": "color:#b6c3bf",
    "link": "color:#7ed3c9",
    "alert": "color:#f6b28a",
    "made-up": "color:#f7d98c",
    "made-up-box": "background-color:#362a0c",
}
"""What a class is in the dark, in programs that ask a letter for that; the others leave it light,
or make its colours anew themselves."""
