"""What it costs to publish again after an edit, and to publish for readers outside."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from synlighed.visibility import Edition
from tests.bench.editing import edit
from tests.bench.running import Measure, Run, build, ratio, run
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
    """Leaving things out costs no more than it saves."""
    for edition in (Edition.PARTNER, Edition.PUBLIC):
        sizes, runs = [], []
        for each in (edition, Edition.INTERNAL):
            items = data.glob("*/*.yml")
            sizes.append(sum(each.shows(visibility_of(file.stem)) for file in items))
            made = (
                build(scratch / each, data, SYNLIGHED_EDITION=each, SYNLIGHED_STATE="")
                for _ in range(2)
            )
            runs.append(min(made, key=lambda r: r.seconds))
        outside, inside = (1000 * run.seconds / size for run, size in zip(runs, sizes, strict=True))
        yield Measure(
            f"an item of the edition »{edition}«, against one of the whole",
            outside / inside,
            1,
            "x",
            f"{outside:.1f} ms / {inside:.1f} ms; {sizes[0]} and {sizes[1]} items",
        )
