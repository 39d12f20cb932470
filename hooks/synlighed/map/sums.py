"""What was counted of the days that are over, so that a refresh need not count it again."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from synlighed.status.history import DAYS, Sum
from synlighed.status.words import Status
from synlighed.wholefile import replace


def read_sums(file: Path, past: str) -> dict[str, Sum] | None:
    """For each component what was counted; nothing when it was of other days, or cannot be read.

    Args:
        file: Where it is kept.
        past: The name of the days.
    """
    try:
        raw = json.loads(file.read_bytes())
        if raw["past"] != past:
            return None
        return {component: _sum_of(*row) for component, row in raw["sums"].items()}
    except (OSError, ValueError, OverflowError, KeyError, TypeError, AttributeError):
        return None


def write_sums(file: Path, past: str, sums: Mapping[str, Sum]) -> None:
    """Keeps what was counted.

    Raises:
        OSError: it cannot be written.
    """
    rows = {
        component: [one.first.isoformat() if one.first else None, dict(one.seconds), one.worsts]
        for component, one in sums.items()
    }
    text = json.dumps({"past": past, "sums": rows}, ensure_ascii=False, separators=(",", ":"))
    replace(file, text.encode())


_RANKS = frozenset(str(status.rank) for status in Status)


def _sum_of(first: str | None, seconds: Mapping[str, float], worsts: str) -> Sum:
    if len(worsts) != DAYS or not _RANKS.issuperset(worsts):
        raise ValueError("of other days, or other words")
    counted = {Status(word): float(lasted) for word, lasted in seconds.items()}
    return Sum(date.fromisoformat(first) if first else None, counted, worsts)
