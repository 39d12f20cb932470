"""What the house promises of speed and size, each measured against something in the same run.

Run with `make bench`; ends with 1 when a promise is broken. A ratio holds on any machine, so no
test is timed and no second is compared with a number written down.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.corpus import write_corpus  # noqa: E402 - found by the line above

STOCK = """\
site_name: Plain
site_url: https://synlighed.example/
docs_dir: {docs}
theme:
  name: material
  language: da
  font: false
  features: [navigation.tabs, navigation.path, navigation.top, navigation.prune]
plugins: [search]
markdown_extensions: [admonition, attr_list, tables, toc]
not_in_nav: "*"
nav:
  - index.md
  - apps/index.md
  - services/index.md
  - projekter/index.md
  - hjaelp/index.md
  - ambassadoerer/index.md
  - organisationer/index.md
  - ordliste/index.md
"""

LOAD_ALONE = """\
import sys, yaml
from pathlib import Path
for file in sorted(Path(sys.argv[1]).rglob("*.yml")):
    yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
"""


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


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        measures = []
        for measure in measure_all(Path(scratch)):
            sign = "ok  " if measure.is_kept else "OVER"
            print(
                f"{sign} {measure.promise}: {measure.found:.2f}{measure.unit} "
                f"(at most {measure.bound:g}{measure.unit}; {measure.because})",
                flush=True,
            )
            measures.append(measure)
    return int(not all(measure.is_kept for measure in measures))


def measure_all(scratch: Path) -> Iterator[Measure]:
    """Every promise, one after the other."""
    data = {n: write_corpus(scratch / f"data-{n}", n) for n in (1_000, 5_000, 10_000)}
    yield check_against_loading(data[5_000])
    yield from build_against_stock(scratch, data[5_000])
    yield from growth(scratch, data[1_000], data[10_000])


def check_against_loading(data: Path) -> Measure:
    """The check does all it does in a small multiple of what reading YAML costs anyway."""
    loading = fastest([sys.executable, "-c", LOAD_ALONE, str(data)])
    checking = fastest([sys.executable, str(ROOT / "scripts/check.py"), "--data", str(data)])
    return Measure(
        "check of 5,000 items, against loading the same YAML",
        checking.seconds / loading.seconds,
        4,
        "x",
        f"{checking.seconds:.1f} s / {loading.seconds:.1f} s",
    )


def build_against_stock(scratch: Path, data: Path) -> Iterator[Measure]:
    """A build costs what the theme costs for as many pages, and no page grows with the site."""
    staged = scratch / "staged"
    run([sys.executable, str(ROOT / "scripts/stage.py"), "--out", str(staged)], data)
    config = scratch / "stock.yml"
    config.write_text(STOCK.format(docs=staged), encoding="utf-8")
    site, stock_site = scratch / "site", scratch / "stock"
    runs = [(build(site, data), build(stock_site, data, config)) for _ in range(2)]
    ours, stock = (min(pair, key=lambda r: r.seconds) for pair in zip(*runs, strict=True))
    yield Measure(
        "full build of 5,000 items, against stock Material with the same pages",
        ours.seconds / stock.seconds,
        1.25,
        "x",
        f"{ours.seconds:.1f} s / {stock.seconds:.1f} s",
    )
    largest = max(site.rglob("*.html"), key=lambda file: file.stat().st_size)
    yield Measure(
        "largest page at 5,000 items",
        largest.stat().st_size / 1000,
        100,
        " kB",
        str(largest.relative_to(site).parent),
    )
    shutil.rmtree(site)
    shutil.rmtree(stock_site)


def growth(scratch: Path, small: Path, large: Path) -> Iterator[Measure]:
    """Ten times the items cost ten times the time, and fit in memory."""
    first = min((build(scratch / "small", small) for _ in range(2)), key=lambda r: r.seconds)
    last = build(scratch / "large", large)
    yield Measure(
        "build of 10,000 items, against 1,000",
        last.seconds / first.seconds,
        11,
        "x",
        f"{last.seconds:.1f} s / {first.seconds:.1f} s",
    )
    yield Measure("memory at 10,000 items", last.megabytes, 600, " MB", "peak of the build")


def build(site: Path, data: Path, config: Path = ROOT / "mkdocs.yml") -> Run:
    """Builds a site in a process of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config), "-d", str(site)]
    return run(command, data)


def fastest(command: Sequence[str]) -> Run:
    """The least of three runs, since whatever disturbs a run makes it slower."""
    return min((run(command) for _ in range(3)), key=lambda r: r.seconds)


def run(command: Sequence[str], data: Path | None = None) -> Run:
    """Runs a command to its end."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795435200"}
    if data:
        environment["SYNLIGHED_DATA"] = str(data)
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
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


if __name__ == "__main__":
    sys.exit(main())
