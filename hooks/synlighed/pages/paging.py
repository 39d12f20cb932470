"""Long lists over several pages."""

from collections.abc import Callable
from dataclasses import dataclass

from synlighed.pages.here import Here


@dataclass(frozen=True)
class PageLink:
    """A link to one page of a list."""

    label: str
    href: str
    current: bool


def page_links(
    here: Here, current: int, last: int, url: Callable[[int], str]
) -> tuple[PageLink, ...]:
    """Links to the pages of a list, from one of them."""
    return tuple(
        PageLink(str(page), here.link(url(page)), page == current) for page in range(1, last + 1)
    )
