"""What no single field can know: how items fit together, and what must not be published.

Each family of rules is a file with functions from what was loaded to problems; `check` is the list
of them. Like loading, the rules never stop at the first mistake.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from synlighed.load import Loaded
from synlighed.load.nodes import PROBLEMS_SHOWN
from synlighed.problems import Problem
from synlighed.rules.dates import check_dates
from synlighed.rules.identity import check_identity
from synlighed.rules.markdown import check_markdown
from synlighed.rules.needed import check_needed
from synlighed.rules.privacy import check_privacy
from synlighed.rules.quality import check_quality
from synlighed.rules.references import check_references
from synlighed.rules.site import check_site
from synlighed.rules.upkeep import check_upkeep


def check(loaded: Loaded, today: date) -> tuple[Problem, ...]:
    """Everything that is wrong with the data: what loading found, and what the rules find.

    Args:
        loaded: The folder as it was read.
        today: The day the data should be true on.
    """
    found = [
        *check_site(loaded),
        *check_references(loaded),
        *check_identity(loaded),
        *check_needed(loaded),
        *check_dates(loaded, today),
        *check_markdown(loaded),
        *check_privacy(loaded),
        *check_upkeep(loaded, today),
        *check_quality(loaded),
    ]
    news = _not_told(found, loaded.problems)
    in_order = sorted([*loaded.problems, *news], key=lambda problem: problem.order)
    return tuple(sorted(_shortened(in_order), key=lambda problem: problem.order))


def _not_told(found: Iterable[Problem], before: Iterable[Problem]) -> Iterator[Problem]:
    """Without what is said of lines that could not be read as they stand."""
    lines = {(problem.path, problem.line) for problem in before if problem.code.startswith("F1")}
    for problem in found:
        if problem.code == "F403" or (problem.path, problem.line) not in lines:
            yield problem


def _shortened(problems: list[Problem]) -> Iterator[Problem]:
    """The first problems of each file: one gone wrong everywhere would hide the others."""
    for path, group in groupby(problems, key=lambda problem: problem.path):
        of_file = list(group)
        for code, severity in (("F128", True), ("A510", False)):
            alike = [problem for problem in of_file if problem.is_error is severity]
            if len(alike) > PROBLEMS_SHOWN:
                yield Problem(code, path, line=0, args={"shown": PROBLEMS_SHOWN})
            yield from alike[:PROBLEMS_SHOWN]
            yield from (problem for problem in alike[PROBLEMS_SHOWN:] if problem.code == "F403")
