"""The navigation as it is written in the configuration: lists of titles, pages and sections."""

from collections.abc import Container, Iterator
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


def with_only(nav: Any, uris: Container[str]) -> Any:
    """A navigation without the pages that are not there, and without the sections left empty."""
    if isinstance(nav, list):
        kept = (with_only(entry, uris) for entry in nav)
        return [entry for entry in kept if entry]
    if isinstance(nav, dict):
        entries = ((title, with_only(target, uris)) for title, target in nav.items())
        return {title: target for title, target in entries if target}
    return nav if not str(nav).endswith(".md") or nav in uris else None
