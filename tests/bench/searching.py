"""What the search costs: a build that makes its index, and a reader who fetches and asks it."""

import gzip
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.bench import compiling
from tests.bench.running import Measure, Run, build, run
from tests.chromium import MISSING, start
from tests.corpus import write_corpus
from tests.serving import serve

PATIENCE = 600_000
"""Milliseconds until a search that does not answer is given up."""

PHONE = {"width": 390, "height": 844}
ASKED = ("blodtryk", "samtykke", "apps til patienten", "hjemme hos borgeren", "overblikk")
"""Texts of which a large catalogue holds much; the last is misspelt."""

INDEXING = """\
import sys
from datetime import date
from time import perf_counter
from pathlib import Path
from synlighed.cataloguing import compile_catalogue
from synlighed.load import load
from synlighed.memo import Once
from synlighed.model import discover
from synlighed.search.index import index_files

catalogue, _ = compile_catalogue(load(Path(sys.argv[1]), discover()), date(2026, 11, 23))
start = perf_counter()
list(index_files(catalogue, Once(catalogue)))
Path(sys.argv[2]).write_text(str(perf_counter() - start))
"""

# Writes a text letter by letter, and gives the milliseconds from each until its answer is laid out.
TYPED = """async (text) => {
    const field = document.querySelector(".sl-find__field");
    const foot = document.querySelector(".sl-find__foot a");
    const took = [];
    for (let length = 2; length <= text.length; length += 1) {
        const written = text.slice(0, length).trim();
        if (written.length < length) continue;
        field.value = written;
        const answered = new Promise((done) => {
            const watch = new MutationObserver(() => {
                if (new URL(foot.href).searchParams.get("q") !== written) return;
                watch.disconnect();
                done();
            });
            watch.observe(foot, { attributes: true, childList: true });
        });
        const start = performance.now();
        field.dispatchEvent(new Event("input"));
        await answered;
        document.querySelector(".sl-find__list").getBoundingClientRect();
        took.push(performance.now() - start);
    }
    return took;
}"""


@dataclass
class Fetched:
    """What a browser fetches of a folder from now on, with its workers."""

    site: Path
    context: BrowserContext
    paths: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.context.on("request", lambda request: self.paths.add(urlsplit(request.url).path))

    def kilobytes(self, *also: str) -> float:
        """All of it, each file once and compressed as web servers do."""
        files = {self.site / unquote(path).lstrip("/") for path in (*self.paths, *also)}
        return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) / 1000


@dataclass(frozen=True)
class Cold:
    """The first search of a reader who was never here: what is fetched, and the time it takes."""

    kilobytes: float
    seconds: float


def search(scratch: Path) -> Iterator[Measure | str]:
    """The search of sites of 500 and 5,000 items, beside the one that Material comes with."""
    with sync_playwright() as playwright:
        browser = start(playwright)
        if browser is None:
            raise SystemExit(MISSING)
        for size, bound in ((500, 250), (5_000, 1_000)):
            data = write_corpus(scratch / f"searched-{size}", size)
            ours, stock = scratch / f"search-{size}", scratch / f"stock-search-{size}"
            whole = build(ours, data)
            build(stock, data, compiling.stock(scratch / f"stock-{size}", data))
            yield from _cold(browser, ours, stock, size, bound)
            if size == 5_000:
                yield _warm(browser, ours)
                yield _indexing(scratch, data, whole)
            for site in (ours, stock):
                shutil.rmtree(site)
        browser.close()


def _cold(browser: Browser, ours: Path, stock: Path, size: int, bound: int) -> Iterator[Measure]:
    own, its = first_search(browser, ours), first_stock_search(browser, stock)
    yield Measure(
        f"all that the search fetches for its first answer at {size:,} items, compressed",
        own.kilobytes,
        bound,
        " kB",
        f"Material's search: {its.kilobytes:.0f} kB",
    )
    yield Measure(
        f"a page opened on a phone and its first answer at {size:,} items, against Material's",
        own.seconds / its.seconds,
        1,
        "x",
        f"{own.seconds:.2f} s / {its.seconds:.2f} s",
    )


def first_search(browser: Browser, site: Path) -> Cold:
    """Ours, with what each page has of it before anybody asks."""

    def ask(page: Page) -> None:
        page.locator("[data-sl-find-open]").click()
        page.locator(".sl-find__field").fill(ASKED[0])
        page.locator(".sl-find__hit").first.wait_for()

    own = ("search.js", "search-field.js", "search-field.css")
    return _first(browser, site, ask, *(f"assets/{name}" for name in own))


def first_stock_search(browser: Browser, site: Path) -> Cold:
    """Material's, without the part of it that is in the theme's own script."""

    def ask(page: Page) -> None:
        page.locator(".md-header label[for=__search].md-header__button").click()
        field = page.locator("[data-md-component=search-query]")
        field.fill(ASKED[0][:-1])
        # It searches when a key is let go.
        field.press(ASKED[0][-1])
        page.locator(".md-search-result__link").first.wait_for()

    return _first(browser, site, ask)


def _first(browser: Browser, site: Path, ask: Callable[[Page], None], *also: str) -> Cold:
    """The faster of two readers, and what the search fetched for one."""
    seconds, kilobytes = [], 0.0
    with serve(site) as address:
        for _ in range(2):
            context = browser.new_context(viewport=PHONE, locale="da-DK")
            context.set_default_timeout(PATIENCE)
            fetched, page = Fetched(site, context), context.new_page()
            begun = perf_counter()
            page.goto(f"{address}/om/")
            ask(page)
            seconds.append(perf_counter() - begun)
            fetched.paths = {path for path in fetched.paths if _is_of_search(path)}
            kilobytes = fetched.kilobytes(*also)
            context.close()
    return Cold(kilobytes, min(seconds))


def _is_of_search(path: str) -> bool:
    own, stock = ("/assets/search/", "/soeg/"), ("/search/", "/assets/javascripts/workers/")
    return path.startswith((*own, *stock, "/assets/javascripts/lunr/"))


def _warm(browser: Browser, site: Path) -> Measure:
    """Until the list is there, for each letter of what somebody writes."""
    with serve(site) as address:
        page = browser.new_page(viewport=PHONE, locale="da-DK")
        page.goto(f"{address}/om/")
        page.locator("[data-sl-find-open]").click()
        # The first answers are compiled as they are made.
        for text in ASKED:
            page.evaluate(TYPED, text)
        took = [one for text in ASKED for one in page.evaluate(TYPED, text)]
        page.close()
    return Measure(
        "a letter to its answer when warm, at 5,000 items",
        statistics.median(took),
        50,
        " ms",
        f"median of {len(took)}, the slowest {max(took):.0f} ms",
    )


def _indexing(scratch: Path, data: Path, whole: Run) -> Measure:
    """What the index adds to a build from nothing, in which no word has been seen before.

    The index is made alone, of a catalogue that is read already, and its time is taken from that of
    a build with all that it does, so that a build without it is what is left.
    """
    took = seconds_to_index(data, scratch)
    return Measure(
        "the index of 5,000 items, against the build without it",
        took / (whole.seconds - took),
        0.35,
        "x",
        f"{took:.1f} s / {whole.seconds - took:.1f} s",
    )


def seconds_to_index(data: Path, scratch: Path) -> float:
    """What it takes to make the index alone, in a process that begins with nothing."""
    told = scratch / "indexing"
    seconds = []
    for _ in range(2):
        run([sys.executable, "-c", INDEXING, str(data), str(told)])
        seconds.append(float(told.read_text()))
    return min(seconds)
