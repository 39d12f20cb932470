"""Long lists over several pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from synlighed.pages.here import Here

T = TypeVar("T")


@dataclass(frozen=True)
class PageLink:
    """A link to one page of a list."""

    label: str
    href: str
    current: bool


def pages_of(items: Sequence[T], size: int) -> Iterator[tuple[int, Sequence[T]]]:
    """The items page by page, the first page being 1; an empty list has one empty page."""
    for page, start in enumerate(range(0, max(len(items), 1), size), 1):
        yield page, items[start : start + size]


def page_links(
    here: Here, current: int, last: int, url: Callable[[int], str]
) -> tuple[PageLink, ...]:
    """Links to the pages of a list, from one of them."""
    return tuple(
        PageLink(str(page), here.link(url(page)), page == current) for page in range(1, last + 1)
    )
