"""What the check and a full build cost, and how that grows."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.running import ROOT, Measure, build, fastest, ratio, run

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


def check_against_loading(data: Path) -> Measure:
    """The check does all it does in a small multiple of what reading YAML costs anyway."""
    loading = fastest([sys.executable, "-c", LOAD_ALONE, str(data)])
    checking = fastest([sys.executable, str(ROOT / "scripts/check.py"), "--data", str(data)])
    return ratio("check of 5,000 items, against loading the same YAML", checking, loading, 4)


def build_against_stock(scratch: Path, data: Path) -> Iterator[Measure]:
    """A build costs what the theme costs for as many pages, and no page grows with the site."""
    config = stock(scratch / "for-stock", data)
    site, stock_site = scratch / "site", scratch / "stock"
    runs = [(build(site, data), build(stock_site, data, config)) for _ in range(2)]
    ours, its = (min(pair, key=lambda r: r.seconds) for pair in zip(*runs, strict=True))
    promise = "full build of 5,000 items, against stock Material with the same pages"
    yield ratio(promise, ours, its, 1.25)
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
    yield ratio("build of 10,000 items, against 1,000", last, first, 11)
    yield Measure("memory at 10,000 items", last.megabytes, 600, " MB", "peak of the build")


def stock(folder: Path, data: Path | None = None) -> Path:
    """A configuration of stock Material, with its search, for the same pages.

    Args:
        folder: Where it and the pages are put.
        data: Of which they are made; the project's own by default.
    """
    staged = stage(folder, data)
    config = folder / "stock.yml"
    config.write_text(STOCK.format(docs=staged), encoding="utf-8")
    return config


def stage(folder: Path, data: Path | None) -> Path:
    """The compiled pages as another renderer gets them."""
    staged = folder / "staged"
    run([sys.executable, str(ROOT / "scripts/stage.py"), "--out", str(staged)], data)
    return staged
