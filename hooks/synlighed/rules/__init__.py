"""What no single field can know: how items fit together, and what must not be published.

Each family of rules is a file with functions from what was loaded to problems; `check` is the list
of them. Like loading, the rules never stop at the first mistake.
"""

from datetime import date

from synlighed.load import Loaded
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
        *loaded.problems,
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
    return tuple(sorted(found, key=lambda problem: problem.order))
