"""A page that can be made: its address, and who makes it."""

from collections.abc import Callable
from dataclasses import dataclass

from synlighed.pages.here import Here
from synlighed.sitepage import SitePage


@dataclass(frozen=True)
class Recipe:
    """A page before it is made; its maker reads data through `here`, and in no other way."""

    url: str
    compose: Callable[[Here], SitePage]
