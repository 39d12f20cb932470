"""One thing in the middle, what names it, and what it names."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Node:
    """Something to be drawn as a box."""

    name: str
    note: str = ""
    """A word to be seen beside the name, as that it is made up."""
    href: str = ""
    """Where it leads; drawn as a link if anywhere."""

    @property
    def said(self) -> str:
        """All of it in one line."""
        return f"{self.name}, {self.note}" if self.note else self.name


@dataclass(frozen=True)
class Bundle:
    """The edges between the middle and some nodes, which have one name."""

    label: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Star:
    """A graph in which every edge has the middle at one end."""

    middle: Node
    naming: tuple[Bundle, ...]
    """The edges that come in."""
    named: tuple[Bundle, ...]
    """The edges that go out."""
