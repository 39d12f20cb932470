"""What no single field can know: how items fit together, and what must not be published.

Each family of rules is a file with functions from one item and what is around it, or from all that
was loaded, to problems. Like loading, the rules never stop at the first mistake.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from synlighed.load import Loaded
from synlighed.load.nodes import PROBLEMS_SHOWN
from synlighed.problems import Problem
from synlighed.rules.around import Around
from synlighed.rules.clashes import check_clashes
from synlighed.rules.dates import check_dates
from synlighed.rules.events import check_events
from synlighed.rules.identity import check_identity, check_repeated
from synlighed.rules.live import check_live
from synlighed.rules.markdown import check_markdown
from synlighed.rules.metrics import check_metrics
from synlighed.rules.needed import check_needed
from synlighed.rules.news import check_news
from synlighed.rules.notices import check_notices
from synlighed.rules.overdue import check_overdue
from synlighed.rules.pages import check_pages
from synlighed.rules.privacy import check_file, check_privacy
from synlighed.rules.quality import check_quality
from synlighed.rules.references import check_folders, check_references, check_rings
from synlighed.rules.routes import check_routes
from synlighed.rules.site import check_site
from synlighed.rules.synonyms import check_synonyms
from synlighed.rules.tools import check_tools
from synlighed.rules.trends import check_trends
from synlighed.rules.upkeep import check_upkeep
from synlighed.rules.visibility import check_visibility

OF_ANY_ITEM = (
    check_references,
    check_repeated,
    check_dates,
    check_markdown,
    check_privacy,
    check_quality,
)
"""Rules about one item, also when some of its fields could not be read."""

OF_SOUND_ITEMS = (
    check_needed,
    check_notices,
    check_events,
    check_metrics,
    check_trends,
    check_upkeep,
    check_visibility,
)
"""Rules about an item that only say something true when all its fields are known."""

OF_ALL = (
    check_site,
    check_synonyms,
    check_live,
    check_folders,
    check_rings,
    check_identity,
    check_routes,
    check_news,
    check_tools,
)
"""Rules about how the items fit together."""


@dataclass
class Findings:
    """What was found in items without mistakes, kept for as long as they and all around stay."""

    around: Around | None = None
    by_file: dict[str, tuple[bytes, tuple[Problem, ...]]] = field(default_factory=dict)


def check(
    loaded: Loaded,
    today: date,
    findings: Findings | None = None,
    by_hand: Collection[str] | None = None,
) -> tuple[Problem, ...]:
    """Everything that is wrong with the data: what loading found, and what the rules find.

    Args:
        loaded: The folder as it was read.
        today: The day the data should be true on.
        findings: What an earlier check by the same program found; what this one finds is added.
        by_hand: The addresses of the pages written by hand; unless they are known, nothing is said
            of what leads to pages.
    """
    around = Around.of(loaded, today)
    found = [
        *(problem for rule in OF_ALL for problem in rule(loaded)),
        *check_clashes(loaded, today),
        *check_overdue(loaded, today),
        *(check_pages(loaded, by_hand) if by_hand is not None else ()),
        *_in_other_files(loaded),
        *_in_items(loaded, around, findings or Findings()),
        *(
            problem
            for entry in loaded.partial
            for rule in OF_ANY_ITEM
            for problem in rule(entry, around)
        ),
    ]
    news = _not_told(found, loaded.problems)
    in_order = sorted([*loaded.problems, *news], key=lambda problem: problem.order)
    return tuple(sorted(_shortened(in_order), key=lambda problem: problem.order))


def _in_other_files(loaded: Loaded) -> Iterator[Problem]:
    """What stands in files that became no item."""
    of_items = {entry.file.path for entry in loaded.all_items}
    for file in loaded.files:
        if file.path not in of_items:
            yield from check_file(file)


def _in_items(loaded: Loaded, around: Around, findings: Findings) -> Iterator[Problem]:
    known = findings.by_file if findings.around == around else {}
    findings.around, findings.by_file = around, {}
    for entry in loaded.items:
        path, digest = entry.file.path, entry.file.digest
        before, problems = known.get(path, (b"", ()))
        if before != digest:
            rules = (*OF_ANY_ITEM, *OF_SOUND_ITEMS)
            problems = tuple(problem for rule in rules for problem in rule(entry, around))
        if not any(problem.is_error for problem in problems):
            findings.by_file[path] = digest, problems
        yield from problems


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
