"""What the house promises of speed and size, each measured against something in the same run.

Run with `make bench`; ends with 1 when a promise is broken. A ratio holds on any machine, so no
test is timed and, but for what one person waits for, no second is compared with a number written
down.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench import (
    calendars,
    compiling,
    editing,
    feeds,
    narrowing,
    publishing,
    refreshing,
    renderers,
    searching,
    watching,
)
from tests.bench.running import Measure, build
from tests.corpus import write_corpus


def main() -> int:
    broken = 0
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        for found in measure_all(Path(scratch)):
            print(found, flush=True)
            broken += isinstance(found, Measure) and not found.is_kept
    return int(broken > 0)


def measure_all(scratch: Path) -> Iterator[Measure | str]:
    """Every promise, one after the other, and what is only told."""
    data = {n: write_corpus(scratch / f"data-{n}", n) for n in (1_000, 5_000, 10_000)}
    yield compiling.check_against_loading(data[5_000])
    yield from compiling.build_against_stock(scratch, data[5_000])
    yield renderers.zensical(scratch, data[1_000])
    yield from compiling.growth(scratch, data[1_000], data[10_000])
    yield from publishing.outside_against_inside(scratch, data[5_000])
    yield from publishing.warm_against_cold(scratch, data[5_000])
    full = build(scratch / "full", data[5_000])
    yield from editing.edit_to_screen(scratch, data[5_000], full)
    yield from narrowing.facets(scratch)
    yield from calendars.calendar(scratch)
    yield feeds.feeds()
    yield from searching.search(scratch)
    yield from watching.status(scratch)
    yield from refreshing.refresh_against_asking(scratch)


if __name__ == "__main__":
    sys.exit(main())
