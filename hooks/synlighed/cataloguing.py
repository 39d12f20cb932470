"""From what was loaded to a catalogue, when the rules find no error in it."""

from collections.abc import Collection
from datetime import date

from synlighed.catalogue import Catalogue
from synlighed.load import Loaded
from synlighed.problems import Problem
from synlighed.rules import Findings, check


def compile_catalogue(
    loaded: Loaded,
    today: date,
    findings: Findings | None = None,
    by_hand: Collection[str] | None = None,
) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """Checks what was loaded, and makes a catalogue of it when it holds no error.

    Args:
        loaded: The folder as it was read.
        today: The day the data should be true on.
        findings: What an earlier check found; what this one finds is added.
        by_hand: The addresses of the pages written by hand, if they are known.

    Returns:
        The catalogue, unless something is wrong; and all problems, warnings included.
    """
    problems = check(loaded, today, findings, by_hand)
    if loaded.site is None or any(problem.is_error for problem in problems):
        return None, problems
    items = (entry.item for entry in loaded.items)
    digests = {entry.item.identity: entry.file.digest for entry in loaded.items}
    catalogue = Catalogue(
        loaded.model,
        loaded.site,
        items,
        digests,
        pictures=loaded.pictures,
        downloads=loaded.downloads,
        synonyms=loaded.synonyms.groups if loaded.synonyms else (),
    )
    return catalogue, problems
