"""How everything works in a sentence or two, which never say that all is well when some is not."""

from collections.abc import Iterator, Sequence

from synlighed.danish.numbers import count, in_words
from synlighed.danish.words import join_words
from synlighed.status.document import Incident
from synlighed.status.state import State
from synlighed.status.watched import Notice
from synlighed.status.words import Status

MOST_NAMED = 3
"""So many names a sentence can hold, and so many sentences can name what is wrong."""

_KINDS = {"apps": ("app", "apps"), "services": ("service", "services")}
"""What items are called in a sentence, by how their keys begin: one, and several."""

_SEVERAL = ("app eller service", "apps og services")

Trouble = Incident | Notice
"""What is wrong, or may be, without any item showing it."""


def summary_of(
    states: Sequence[State], troubles: Sequence[Trouble], *, knows_all: bool, is_late: bool
) -> str:
    """All of it in words.

    Args:
        states: How each item works.
        troubles: What else is wrong.
        knows_all: Whether nothing can be wrong that nobody told.
        is_late: Whether what the platform told is only the last that is known.
    """
    return " ".join(_sentences(states, troubles, knows_all, is_late))


def _sentences(
    states: Sequence[State], troubles: Sequence[Trouble], knows_all: bool, is_late: bool
) -> Iterator[str]:
    if not states:
        yield "Ingen apps eller services bliver fulgt."
        return
    yield from (_trouble(trouble, is_late) for trouble in troubles[:MOST_NAMED])
    if more := len(troubles[MOST_NAMED:]):
        yield f"Der er {count(more, 'hændelse', 'hændelser')} mere."
    disturbed = worst_first(states)
    if disturbed:
        yield f"{_names(disturbed)} virker ikke, som {'de' if len(disturbed) > 1 else 'den'} skal."
    if works := [state for state in states if state.is_worked_on]:
        yield f"Planlagt vedligehold på {_names(works)}."
    unknown = [state for state in states if state.status is Status.UNKNOWN]
    others = " andet" if disturbed or works or troubles else ""
    if any(state.status is Status.OPERATIONAL for state in states):
        measured = "" if knows_all and not unknown else ", der er målt,"
        yield f"Alt{others}{measured} er i drift."
    if unknown:
        yield _unmeasured(unknown)
    if not knows_all:
        yield "Noget kan være galt, uden at vi ved det."


def worst_first(states: Sequence[State]) -> list[State]:
    """What does not work as it should, the worst first."""
    found = [state for state in states if state.status.is_disturbed]
    return sorted(found, key=lambda state: -state.status.rank)


def _trouble(trouble: Trouble, is_late: bool) -> str:
    title = trouble.title.rstrip(".")
    if isinstance(trouble, Incident):
        return f"{'Sidst kendte' if is_late else 'Der er en'} hændelse: {title}."
    if trouble.is_example and not title.startswith("Eksempel"):
        title = f"Eksempel: {title}"
    sort = "planlagt vedligehold" if trouble.is_maintenance else "en driftsmeddelelse"
    return f"Der er {sort}: {title}."


def _unmeasured(unknown: list[State]) -> str:
    never = [state for state in unknown if not state.item.component]
    lost = [state for state in unknown if state.item.component]
    told = [f"{_counted(lost)} ved vi ikke noget om"] if lost else []
    if never:
        is_named = lost and _kinds(lost) == _kinds(never)
        told.append(f"{in_words(len(never)) if is_named else _counted(never)} bliver ikke målt")
    sentence = ", og ".join(told)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _counted(states: list[State]) -> str:
    one, several = _kinds(states)
    return f"{in_words(len(states))} {one if len(states) == 1 else several}"


def _kinds(states: list[State]) -> tuple[str, str]:
    return _KINDS.get("".join({state.item.key.partition("/")[0] for state in states}), _SEVERAL)


def _names(states: list[State]) -> str:
    names = [
        f"{state.item.title} (eksempel)" if state.is_example else state.item.title
        for state in states[:MOST_NAMED]
    ]
    if more := len(states) - len(names):
        names.append(f"{more} {'anden' if more == 1 else 'andre'}")
    return join_words(names, "og")
