"""Elements of XML formats, written with any text that stands in them."""

from xml.etree import ElementTree

from synlighed.feeds.texts import clean

Element = ElementTree.Element

# Prefixes are part of the names here, and the root says what they stand for: elements are written
# by themselves and put in documents later.


def root(name: str, /, **attributes: str) -> Element:
    """An element that is in no other yet."""
    return Element(name, _clean(attributes))


def child(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """A new last element of another."""
    made = ElementTree.SubElement(parent, name, _clean(attributes))
    made.text = clean(text) or None
    return made


def written(element: Element, level: int = 0) -> bytes:
    """An element in UTF-8, each of its elements on a line of its own.

    Args:
        element: What is written.
        level: How many elements it will stand in.
    """
    ElementTree.indent(element, level=level)
    return f"{'  ' * level}{ElementTree.tostring(element, 'unicode')}\n".encode()


def _clean(attributes: dict[str, str]) -> dict[str, str]:
    return {name: clean(value) for name, value in attributes.items()}
