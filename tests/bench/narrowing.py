"""What it costs a reader's browser to narrow a long catalogue."""

import gzip
import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from synlighed.model import discover
from tests.bench.running import Measure, build
from tests.chromium import MISSING, start
from tests.corpus import write_corpus
from tests.serving import serve

ALL_APPS = {kind.kind.key: 0.0 for kind in discover()} | {"apps": 1.0}

CHOOSE = """
async (input) => {
  const start = performance.now();
  input.click();
  // Until what follows from it has been laid out and is about to be painted, twice over.
  for (let n = 0; n < 2; n += 1) await new Promise(requestAnimationFrame);
  document.body.getBoundingClientRect();
  return performance.now() - start;
}
"""


def facets(scratch: Path) -> Iterator[Measure]:
    """A catalogue of 5,000 apps."""
    data = write_corpus(scratch / "data-of-apps", 5_000, shares=ALL_APPS)
    site = scratch / "apps"
    build(site, data)
    files = [site / "apps" / "index.html", site / "afgraens" / "apps.json"]
    sizes = [len(gzip.compress(file.read_bytes(), 6)) / 1000 for file in files]
    yield Measure(
        "a catalogue of 5,000 items and what narrows it, compressed",
        sum(sizes),
        150,
        " kB",
        f"{sizes[0]:.1f} kB page and {sizes[1]:.1f} kB data",
    )
    with serve(site) as address, sync_playwright() as playwright:
        browser = start(playwright)
        if browser is None:
            raise SystemExit(MISSING)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/apps/")
        took = list(_choices(page))
        browser.close()
    yield Measure(
        "the slowest choice in it, in Chromium",
        max(took),
        100,
        " ms",
        f"median {statistics.median(took):.0f} ms of {len(took)}",
    )


def _choices(page: Page) -> Iterator[float]:
    """The milliseconds that each choice takes, one added to the other and taken back again."""
    page.locator("[data-sl-narrow]").hover()
    page.wait_for_load_state("networkidle")
    boxes = page.locator("[data-sl-facet] input").element_handles()
    for box in boxes[::3]:
        for _ in range(2):
            yield float(page.evaluate(CHOOSE, box))
