"""Addresses of pages, where data name them: each page is there."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from synlighed.danish.words import closest
from synlighed.load import Loaded
from synlighed.model.declare import Part, fields_of
from synlighed.model.fields import PagePath
from synlighed.places import APPROVAL, LOST, PRECEDENTS, ROADMAP, STATUS
from synlighed.problems import Problem


def check_pages(loaded: Loaded, by_hand: Collection[str]) -> Iterator[Problem]:
    """Each page that data lead to is made of data, or written by hand.

    Args:
        loaded: The folder as it was read.
        by_hand: The addresses of the pages written by hand.
    """
    known = {*by_hand, *_made_of_data(loaded)}
    for entry in (entry for entry in loaded.items if _can_name_pages(type(entry.item))):
        for value in entry.values:
            if isinstance(value.value, PagePath) and value.value not in known:
                yield entry.problem("F315", value.place, **_about(value.value, known))
    for number, door in enumerate((loaded.known_site and loaded.known_site.doors) or ()):
        if door.page and door.page not in known:
            place = ("doors", number, "page")
            yield loaded.site_problem("F315", place, **_about(door.page, known))


@cache
def _can_name_pages(part: type[Part]) -> bool:
    return any(
        field.type is PagePath or (field.part is not None and _can_name_pages(field.part))
        for field in fields_of(part)
    )


def _made_of_data(loaded: Loaded) -> Iterator[str]:
    yield STATUS
    yield from (PRECEDENTS for kind in loaded.model if kind.kind.precedent)
    yield from (ROADMAP for kind in loaded.model if kind.kind.is_planned)
    yield from (f"{kind.kind.path}/" for kind in loaded.model)
    site = loaded.known_site
    if site and site.guidance:
        yield from (APPROVAL,) if site.guidance.approval else ()
        yield from (LOST,) if site.guidance.lost_device else ()


def _about(page: str, known: Collection[str]) -> dict[str, Any]:
    return {"args": {"value": page}, "suggestions": tuple(closest(page, sorted(known)))}
