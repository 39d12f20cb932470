"""Other engines, asked the same over the same pages: told, and the reason for the one that is used.

Run as `.venv/bin/python tests/bench/engines.py`; prints a table in Markdown.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.laying import ENGINES, Document, documents_of
from tests.bench.running import build
from tests.bench.searching import ASKED, Fetched, seconds_to_index
from tests.chromium import MISSING, start
from tests.corpus import write_corpus
from tests.search.queries import SETS, Score, queries, score
from tests.serving import serve

SIZES = (500, 5_000)
PATIENCE = 600_000
"""Milliseconds until an engine that does not answer is given up."""

FIND = """async (text) => {
    while (!globalThis.firstFor) await new Promise(setTimeout);
    return firstFor(text);
}"""
TIMED = """async (text) => {
    const start = performance.now();
    await firstFor(text);
    return performance.now() - start;
}"""


@dataclass(frozen=True)
class Cost:
    """What an engine costs on a site of some size."""

    indexing: float
    """Seconds of a build."""
    fetched: float
    """Kilobytes to the first answer, compressed."""
    cold: float
    """Seconds from a page that is opened to its first answer."""
    warm: float
    """Milliseconds from a question to its answer, the median."""

    def __str__(self) -> str:
        seconds = f"{self.indexing:.1f} s | {self.fetched:.0f} kB | {self.cold:.1f} s"
        return f"{seconds} | {self.warm:.0f} ms"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="engines-") as scratch, sync_playwright() as playwright:
        browser = start(playwright)
        if browser is None:
            raise SystemExit(MISSING)
        for line in compare(Path(scratch), browser):
            print(line, flush=True)
        browser.close()


def compare(scratch: Path, browser: Browser) -> Iterator[str]:
    """The tables: what is found of the project's own pages, and what it costs on larger sites."""
    own = scratch / "own"
    build(own, None)
    found = {name: _found(scratch / f"{name}-own", own, name, browser) for name in ENGINES}
    yield from _table(found)
    for size in SIZES:
        data, site = write_corpus(scratch / f"data-{size}", size), scratch / f"site-{size}"
        build(site, data)
        documents = documents_of(site)
        yield f"\n| {size:,} items | index | fetched | first answer | next |"
        yield "| --- | --- | --- | --- | --- |"
        for name in ENGINES:
            folder = scratch / f"{name}-{size}"
            yield f"| {name} | {_cost(folder, site, name, documents, browser, data, scratch)} |"


def _found(folder: Path, site: Path, name: str, browser: Browser) -> dict[str, list[str]]:
    """The first addresses for every query."""
    folder.mkdir()
    ENGINES[name](folder, site, documents_of(site))
    texts = sorted({query.text for set_ in SETS for query in queries(set_)})
    with serve(folder) as address:
        page = _opened(browser, address)
        found = {text: page.evaluate(FIND, text) for text in texts}
        page.context.close()
    return found


def _table(found: dict[str, dict[str, list[str]]]) -> Iterator[str]:
    """First, and among the first three, in percent: of each set, and of each category of both."""
    sets = {set_: queries(set_) for set_ in SETS}
    asked = [query for of_set in sets.values() for query in of_set]
    rows = sets | {
        category: [query for query in asked if query.category == category]
        for category in dict.fromkeys(query.category for query in asked)
    }
    yield f"| | queries | {' | '.join(found)} |"
    yield f"| --- | --- |{' --- |' * len(found)}"
    for name, row in rows.items():
        cells = (_cell(score(row, texts)[0]) for texts in found.values())
        yield f"| {name} | {len(row)} | {' | '.join(cells)} |"


def _cell(score: Score) -> str:
    return f"{100 * score.first / score.asked:.0f} / {100 * score.among / score.asked:.0f}"


def _cost(
    folder: Path,
    site: Path,
    name: str,
    documents: list[Document],
    browser: Browser,
    data: Path,
    scratch: Path,
) -> Cost:
    folder.mkdir()
    indexing = ENGINES[name](folder, site, documents)
    if name == "ours":
        indexing = seconds_to_index(data, scratch)
    with serve(folder) as address:
        page = _opened(browser, "about:blank")
        fetched = Fetched(folder, page.context)
        begun = perf_counter()
        page.goto(address)
        page.evaluate(FIND, ASKED[0])
        cold = perf_counter() - begun
        fetched.paths -= {"/"}
        took = [page.evaluate(TIMED, text) for text in (*ASKED, *ASKED)]
        page.context.close()
    return Cost(indexing, fetched.kilobytes(), cold, statistics.median(took[len(ASKED) :]))


def _opened(browser: Browser, address: str) -> Page:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address)
    return page


if __name__ == "__main__":
    main()
