"""The steps of a process as a picture: boxes from top to bottom, as a phone has room for."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from synlighed.pages.here import Here, block

WIDTH = 320
_LINE = 18
_PADDING = 12
_BETWEEN = 26
_CHARACTERS = 30
"""As many as a line of a box has room for, in the widest of the usual letters."""


@dataclass(frozen=True)
class Box:
    """One step, and where it stands."""

    number: int
    top: int
    height: int
    lines: tuple[tuple[int, str], ...]
    """Each line of the name, and how far down it stands."""
    who: str
    who_at: int

    @property
    def bottom(self) -> int:
        """Where the arrow to the next begins."""
        return self.top + self.height


def flow(name: str, steps: Sequence[tuple[str, str]], here: Here) -> Markup:
    """An SVG of the steps, that says the same in words.

    Args:
        name: What comes of them, as the picture's name.
        steps: The name of each, and who acts.
        here: The page it stands on.
    """
    boxes = tuple(_boxes(steps))
    height = boxes[-1].bottom + 2 if boxes else 0
    told = [f"{number}. {title}: {who}" for number, (title, who) in enumerate(steps, 1)]
    return block(
        "flow.html",
        here,
        name=name,
        told="; ".join(told),
        boxes=boxes,
        width=WIDTH,
        height=height,
        between=_BETWEEN,
    )


def _boxes(steps: Sequence[tuple[str, str]]) -> Iterator[Box]:
    top = 2
    for number, (title, who) in enumerate(steps, 1):
        lines = textwrap.wrap(title, _CHARACTERS)
        first = top + _PADDING + 12
        placed = tuple((first + _LINE * row, line) for row, line in enumerate(lines))
        who_at = first + _LINE * len(lines)
        height = 2 * _PADDING + _LINE * (len(lines) + 1) - 4
        yield Box(number, top, height, placed, textwrap.shorten(who, 38, placeholder=" …"), who_at)
        top += height + _BETWEEN
