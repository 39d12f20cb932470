"""The guide of questions: short, and never without a way on."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from synlighed.load import Loaded
from synlighed.model.fields import UNKNOWN
from synlighed.model.routes import Answer, Route
from synlighed.problems import Problem

DEEPEST = 5
"""So many questions can be answered before one is helped; more, and one gives up."""


def check_routes(loaded: Loaded) -> Iterator[Problem]:
    """No answer leads too far in, no question has no answers, and none is led to by none."""
    site = loaded.known_site
    start = site.guidance.start if site and site.guidance else None
    routes = {e.item.id: (e, e.item) for e in loaded.items if isinstance(e.item, Route)}
    if start not in routes:
        return
    ways = {id: _ways(route, routes) for id, (_, route) in routes.items()}
    reached = _reached(start, ways)
    depths = _depths(start, {id: ways[id] for id in reached})
    for id, (entry, route) in routes.items():
        if id not in reached:
            yield entry.problem("A511", ("title",), args={"value": route.title})
        elif route.answers is UNKNOWN:
            yield entry.problem("F317", ("answers",))
        elif depths.get(id) == DEEPEST:
            # What lies further in is only too deep because of these.
            for number, next in ways[id]:
                if next in depths:
                    place = ("answers", number, "next")
                    yield entry.problem("F318", place, args={"most": DEEPEST})


Ways = tuple[tuple[int, str], ...]
"""The answers of a question that lead to another, each by its number."""


def _ways(route: Route, routes: Collection[str]) -> Ways:
    return tuple(
        (number, str(answer.next))
        for number, answer in enumerate(_answers(route))
        if answer.next in routes
    )


def _reached(start: str, ways: Mapping[str, Ways]) -> tuple[str, ...]:
    """The questions one can come to."""
    found = [start]
    seen = {start}
    for id in found:
        new = [next for _, next in ways[id] if next not in seen]
        found += dict.fromkeys(new)
        seen.update(new)
    return tuple(found)


def _depths(start: str, ways: Mapping[str, Ways]) -> dict[str, int]:
    """How many questions it takes at most to have answered each.

    A question in a ring, or behind one, has no depth; another rule tells of the ring.
    """
    waiting = Counter(next for led_to in ways.values() for _, next in led_to)
    longest = Counter({start: 1})
    known = [] if waiting[start] else [start]
    for id in known:
        for _, next in ways[id]:
            longest[next] = max(longest[next], longest[id] + 1)
            waiting[next] -= 1
            if not waiting[next]:
                known.append(next)
    return {id: longest[id] for id in known}


def _answers(route: Route) -> tuple[Answer, ...]:
    return route.answers if isinstance(route.answers, tuple) else ()
