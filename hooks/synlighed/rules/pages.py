"""Addresses of pages, where data name them: each page is there."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from synlighed.danish.words import closest
from synlighed.load import Loaded
from synlighed.model.declare import Part, fields_of
from synlighed.model.facets import facets_of
from synlighed.model.fields import PagePath
from synlighed.places import (
    APPROVAL,
    AREAS,
    CHALLENGES,
    HANDBOOK,
    LOST,
    OVERVIEW,
    PRECEDENTS,
    ROADMAP,
    ROLES,
    SEARCH,
    SECTORS,
    STATUS,
    SUBSCRIBE,
    TALKS,
    duties_url,
)
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
    narrowed: set[str] | None = None
    for place, way in loaded.known_site.ways() if loaded.known_site else ():
        if way.page and way.page not in known:
            narrowed = set(_narrowed(loaded)) if narrowed is None else narrowed
            if way.page not in narrowed:
                place = (*place, "page")
                yield loaded.site_problem("F315", place, **_about(way.page, known | narrowed))


@cache
def _can_name_pages(part: type[Part]) -> bool:
    return any(
        field.type is PagePath or (field.part is not None and _can_name_pages(field.part))
        for field in fields_of(part)
    )


def _made_of_data(loaded: Loaded) -> Iterator[str]:
    yield from (STATUS, SEARCH, OVERVIEW, duties_url())
    yield from (SUBSCRIBE for kind in loaded.model if kind.kind.newest_first)
    yield from (TALKS for _ in loaded.ids.get("ambassadors", ()))
    yield from (PRECEDENTS for kind in loaded.model if kind.kind.precedent)
    yield from (ROADMAP for kind in loaded.model if kind.kind.is_planned)
    yield from (f"{kind.kind.path}/" for kind in loaded.model)
    yield from (f"{HANDBOOK}{kind.kind.path}/" for kind in loaded.model)
    site = loaded.known_site
    if site and site.vocabularies:
        words = site.vocabularies
        lists = (ROLES, words.roles), (SECTORS, words.sectors), (AREAS, words.focus_areas)
        for url, words_of_list in lists:
            yield from (
                (url, *(f"{url}{word.id}/" for word in words_of_list)) if words_of_list else ()
            )
        yield from (CHALLENGES,) if words.challenges else ()
    if site and site.guidance:
        yield from (APPROVAL,) if site.guidance.approval else ()
        yield from (LOST,) if site.guidance.lost_device else ()


def _narrowed(loaded: Loaded) -> Iterator[str]:
    """The catalogues narrowed by one value that some item has."""
    for item in (entry.item for entry in loaded.items):
        for facet in facets_of(type(item)):
            for value in facet.values(item):
                yield f"{item.kind.path}/{facet.slug}/{value}/"


def _about(page: str, known: Collection[str]) -> dict[str, Any]:
    return {"args": {"value": page}, "suggestions": tuple(closest(page, sorted(known)))}
