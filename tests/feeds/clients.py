"""Programs that people use, each with a home of its own, asked what they show."""

import os
import re
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

MISSING = "{0} er ikke installeret (på Debian og Ubuntu: sudo apt install {0})."

_KHAL = """\
[calendars]
[[prøve]]
path = {home}/calendar
[locale]
local_timezone = Europe/Copenhagen
default_timezone = Europe/Copenhagen
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
"""


class Shown(NamedTuple):
    """What a program shows: by the clock in Denmark, or a day; of whole days, the last is one."""

    starts: str
    ends: str
    title: str


def is_missing(program: str) -> bool:
    """Whether a test with it must be left out; a build server leaves out none."""
    return not shutil.which(program) and "CI" not in os.environ


def shown_by_khal(calendar: bytes, home: Path) -> set[Shown]:
    """What khal lists of a calendar that it imported."""
    (home / "calendar").mkdir()
    file, settings = home / "kalender.ics", home / "khal.conf"
    file.write_bytes(calendar)
    settings.write_text(_KHAL.format(home=home), encoding="utf-8")
    run(home, "khal", "-c", str(settings), "import", "--batch", str(file))
    asked = ("--day-format", "", "--format", "{start}\t{end}\t{title}")
    said = run(home, "khal", "-c", str(settings), "list", *asked, "2020-01-01", "2040-01-01")
    return {Shown(*line.rstrip().split("\t")) for line in said.splitlines() if line}


def shown_by_calcurse(calendar: bytes, home: Path) -> set[Shown]:
    """What calcurse shows of a calendar that it imported; of several whole days each by itself."""
    file = home / "kalender.ics"
    file.write_bytes(calendar)
    folders = ("-D", str(home), "-C", str(home))
    said = run(home, "calcurse", *folders, "-i", str(file))
    assert " 0 skipped" in said, said
    hours = "%(start:%Y-%m-%d %H:%M)\t%(end:%Y-%m-%d %H:%M)\t%m\n"
    asked = ("--filter-type", "cal", "--from", "01/01/2020", "--days", "7300")
    formats = [
        f"--format-{kind}={form}"
        for kind, form in (
            ("apt", hours),
            ("recur-apt", hours),
            ("event", "\t\t%m\n"),
            ("recur-event", "\t\t%m\n"),
        )
    ]
    return _by_day(run(home, "calcurse", *folders, "-Q", *asked, *formats))


def _by_day(said: str) -> set[Shown]:
    found, day = set(), ""
    for line in said.splitlines():
        if re.fullmatch(r"\d\d/\d\d/\d\d:", line):
            day = datetime.strptime(line, "%m/%d/%y:").date().isoformat()
        elif line:
            starts, ends, title = line.split("\t")
            found.add(Shown(starts or day, ends or day, title))
    return found


def run(home: Path, *command: str) -> str:
    """Runs a program that finds nothing of the machine's own."""
    folders = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    run = subprocess.run(
        command,
        env={
            **folders,
            "HOME": str(home),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TZ": "Europe/Copenhagen",
        },
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )
    assert run.returncode == 0, run.stdout
    return run.stdout


def as_shown(value: datetime | date) -> str:
    """A time as the programs were told to write it."""
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value.isoformat()
