"""The guide of questions: short, and never without a way on."""

from collections.abc import Iterator, Mapping

from synlighed.load import Loaded, LoadedItem
from synlighed.model.fields import UNKNOWN
from synlighed.model.routes import Answer, Route
from synlighed.problems import Problem

DEEPEST = 5
"""So many questions can be answered before one is helped; more, and one gives up."""


def check_routes(loaded: Loaded) -> Iterator[Problem]:
    """No question is too far in, has no answers, or is led to by none."""
    site = loaded.known_site
    start = site.guidance.start if site and site.guidance else None
    routes = {e.item.id: (e, e.item) for e in loaded.items if isinstance(e.item, Route)}
    if start not in routes:
        return
    depths = _depths(start, routes)
    for id, (entry, route) in routes.items():
        if id not in depths:
            yield entry.problem("A511", ("title",), args={"value": route.title})
        elif depths[id] > DEEPEST:
            args = {"depth": depths[id], "most": DEEPEST}
            yield entry.problem("F318", ("title",), args=args)
        elif route.answers is UNKNOWN:
            yield entry.problem("F317", ("answers",))


def _depths(start: str, routes: Mapping[str, tuple[LoadedItem, Route]]) -> dict[str, int]:
    """How many questions it takes at most to have answered each that is led to."""
    depths: dict[str, int] = {}
    ahead = {start}
    # A guide that goes in a ring is told of by another rule; it must only not hold this one up.
    for depth in range(1, DEEPEST + 2):
        depths |= dict.fromkeys(ahead, depth)
        ahead = {
            str(answer.next)
            for id in ahead
            for answer in _answers(routes[id][1])
            if answer.next in routes
        }
    return depths


def _answers(route: Route) -> tuple[Answer, ...]:
    return route.answers if isinstance(route.answers, tuple) else ()
