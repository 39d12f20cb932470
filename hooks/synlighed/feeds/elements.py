"""Elements of XML formats, one on a line, with any text in them.

Most of what feeds cost is to write elements, and a tree of them takes twice the time of its text.
"""

from collections.abc import Iterable
from html import escape

from synlighed.feeds.texts import clean, line

DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'
"""What a document begins with."""


def element(name: str, text: str = "", /, **attributes: str) -> str:
    """An element with nothing but text in it."""
    start = _start(name, attributes)
    return f"<{start}>{escape(clean(text), quote=False)}</{name}>" if text else f"<{start} />"


def around(name: str, elements: Iterable[str], /, **attributes: str) -> list[str]:
    """An element with others in it."""
    return [f"<{_start(name, attributes)}>", *(f"  {one}" for one in elements), f"</{name}>"]


def written(elements: Iterable[str], *, level: int = 0) -> bytes:
    """Elements as they stand in a document.

    Args:
        elements: What is written.
        level: In how many others they are.
    """
    indent = "  " * level
    return "".join(f"{indent}{one}\n" for one in elements).encode()


def _start(name: str, attributes: dict[str, str]) -> str:
    for key, value in attributes.items():
        name += f' {key}="{escape(line(value))}"'
    return name
