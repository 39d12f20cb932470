"""What it costs to publish again after an edit, and to publish for readers outside."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from synlighed.visibility import Edition
from tests.bench.editing import edit
from tests.bench.running import ROOT, Measure, Run, ratio, run
from tests.corpus import visibility_of
from tests.site.project import Project, copy_project


def warm_against_cold(scratch: Path, data: Path) -> Iterator[Measure]:
    """The second `make build` renders only what changed."""
    # Our own prose leads to items that the data lack, which `make build` refuses.
    project = copy_project(scratch / "project", data)
    site, state = scratch / "published", scratch / "state-of-builds"
    cold = publish(site, project, state)
    warm = []
    for number in range(3):
        edit(project.data, number)
        warm.append(publish(site, project, state))
    best = min(warm, key=lambda r: r.seconds)
    yield ratio("make build of 5,000 items after one edit, against the first", best, cold, 0.2)
    shutil.rmtree(site)


def publish(site: Path, project: Project, state: Path) -> Run:
    """What `make build` runs."""
    command = [sys.executable, str(project.root / "scripts" / "build.py"), "--out", str(site)]
    own = str(project.root / "hooks")
    return run(command, project.data, SYNLIGHED_STATE=str(state), PYTHONPATH=own)


def outside_against_inside(scratch: Path, data: Path) -> Iterator[Measure]:
    """Leaving things out costs no more than it saves, when all is published from an empty state.

    The whole comes first, and what was read for it is not read again.
    """
    rounds = [_all_editions(scratch / f"editions-{number}", data) for number in range(2)]
    best = {edition: min(each[edition] for each in rounds) for edition in Edition}
    numbers = {
        edition: sum(edition.shows(visibility_of(file.stem)) for file in data.glob("*/*.yml"))
        for edition in Edition
    }
    inside = 1000 * best[Edition.INTERNAL] / numbers[Edition.INTERNAL]
    for edition in (Edition.PARTNER, Edition.PUBLIC):
        outside = 1000 * best[edition] / numbers[edition]
        yield Measure(
            f"an item of the edition »{edition}«, published after the whole, against one of that",
            outside / inside,
            1,
            "x",
            f"{outside:.1f} ms / {inside:.1f} ms; {numbers[edition]} items",
        )


def _all_editions(scratch: Path, data: Path) -> dict[Edition, float]:
    """The seconds that each edition takes, one after the other."""
    command = [sys.executable, "-m", "mkdocs", "build", "--dirty", "-f", str(ROOT / "mkdocs.yml")]
    return {
        edition: run(
            [*command, "-d", str(scratch / edition)],
            data,
            SYNLIGHED_EDITION=edition,
            SYNLIGHED_STATE=str(scratch / "state"),
        ).seconds
        for edition in Edition
    }
