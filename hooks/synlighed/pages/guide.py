"""Find vej: a question and its answers on a page, and the whole guide as an outline."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from synlighed.catalogue import Catalogue
from synlighed.entrances import item_of
from synlighed.model.routes import Answer, Route
from synlighed.pages.here import Here, block


@dataclass(frozen=True)
class ShownAnswer:
    """An answer that leads somewhere, and where to."""

    label: str
    help: str
    href: str
    to: str
    """What it leads to; empty for another question."""
    is_example: bool
    next: Route | None


def shown_guide(here: Here) -> Markup:
    """The first question, and everything that it can lead to; nothing when there is none."""
    start = start_of(here.catalogue)
    if not start:
        return Markup()
    return block(
        "guide.html",
        here,
        start=start,
        answers=answers_of(start, here),
        outline=outline_of(start, here),
    )


def start_of(catalogue: Catalogue) -> Route | None:
    """The first question of the guide."""
    guidance = catalogue.site.guidance
    found = catalogue.find("routes", guidance.start or "") if guidance else None
    return found if isinstance(found, Route) else None


def outline_of(start: Route, here: Here) -> list[tuple[Route, tuple[ShownAnswer, ...]]]:
    """Every question that can be reached, each once and in the order one comes to it."""
    found: dict[str, tuple[Route, tuple[ShownAnswer, ...]]] = {}
    ahead = [start]
    while ahead:
        route = ahead.pop(0)
        if route.id not in found:
            answers = answers_of(route, here)
            found[route.id] = route, answers
            ahead += [answer.next for answer in answers if answer.next]
    return list(found.values())


def answers_of(route: Route, here: Here) -> tuple[ShownAnswer, ...]:
    """The answers to a question, without those that lead to nothing that readers may see."""
    return tuple(_answers(route, here))


def _answers(route: Route, here: Here) -> Iterator[ShownAnswer]:
    for answer in route.answers if isinstance(route.answers, tuple) else ():
        if shown := shown_answer(answer, here):
            yield shown


def shown_answer(answer: Answer, here: Here) -> ShownAnswer | None:
    """An answer and where it leads; nothing when that is nothing that readers may see."""
    if answer.page:
        if not here.has(answer.page):
            return None
        return _shown(answer, here.link(answer.page), here.title_at(answer.page))
    if answer.url:
        return _shown(answer, answer.url, "Uden for sitet")
    item = item_of(answer, here.catalogue)
    is_question = isinstance(item, Route)
    if item is None or (isinstance(item, Route) and next(_answers(item, here), None) is None):
        return None
    return ShownAnswer(
        label=answer.label,
        help=answer.help or "",
        href=here.to_item(item),
        to="" if is_question else f"{item.kind.one.capitalize()}: {item.title}",
        is_example=bool(item.example) and not is_question,
        next=item if isinstance(item, Route) else None,
    )


def _shown(answer: Answer, href: str, to: str) -> ShownAnswer:
    return ShownAnswer(answer.label, answer.help or "", href, to, is_example=False, next=None)
