"""Commands run for a benchmark, what they cost, and the promises that this is held against."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Run:
    """What one command cost."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Measure:
    """A promise, and what was found."""

    promise: str
    found: float
    bound: float
    unit: str
    because: str

    @property
    def is_kept(self) -> bool:
        return self.found <= self.bound

    def __str__(self) -> str:
        sign = "ok  " if self.is_kept else "OVER"
        return (
            f"{sign} {self.promise}: {self.found:.2f}{self.unit} "
            f"(at most {self.bound:g}{self.unit}; {self.because})"
        )


def ratio(promise: str, one: Run, other: Run, bound: float) -> Measure:
    """One run in terms of another."""
    because = f"{one.seconds:.1f} s / {other.seconds:.1f} s"
    return Measure(promise, one.seconds / other.seconds, bound, "x", because)


def build(site: Path, data: Path, config: Path = ROOT / "mkdocs.yml", **settings: str) -> Run:
    """Builds a site in a process of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config), "-d", str(site)]
    return run(command, data, **settings)


def fastest(command: Sequence[str]) -> Run:
    """The least of three runs, since whatever disturbs a run makes it slower."""
    return min((run(command) for _ in range(3)), key=lambda r: r.seconds)


def run(command: Sequence[str], data: Path | None = None, **settings: str) -> Run:
    """Runs a command to its end."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(data, **settings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        said = process.stderr.read() if process.stderr else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{said[-2000:]}")
    return Run(time.perf_counter() - start, usage.ru_maxrss / 1024)


def environment(data: Path | None, **settings: str) -> dict[str, str]:
    """What a command finds in the environment: some data, and a fixed clock."""
    fixed = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795435200"}
    ours = {"SYNLIGHED_DATA": str(data)} if data else {}
    return os.environ | fixed | ours | settings
