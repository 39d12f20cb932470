"""The navigation as it is written in the configuration: lists of titles, pages and sections."""

from collections.abc import Iterator
from typing import Any


def titles_in(nav: Any) -> dict[str, str]:
    """The titles that a navigation gives pages, by their uris."""
    return dict(_titles(nav))


def _titles(nav: Any) -> Iterator[tuple[str, str]]:
    if isinstance(nav, list):
        for entry in nav:
            yield from _titles(entry)
    elif isinstance(nav, dict):
        for title, target in nav.items():
            if isinstance(target, str):
                yield target, title
            else:
                yield from _titles(target)


def is_all_titled(nav: Any) -> bool:
    """Whether a navigation says itself what each of its pages is called."""
    if isinstance(nav, list):
        return all(isinstance(entry, dict) and is_all_titled(entry) for entry in nav)
    if isinstance(nav, dict):
        return all(isinstance(target, str) or is_all_titled(target) for target in nav.values())
    return False
