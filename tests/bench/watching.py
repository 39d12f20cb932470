"""What it costs a reader's browser that a page tells how things work now."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Request, sync_playwright

from tests.bench.running import ROOT, Measure
from tests.browser.watched import APP, NOW, SEEN, WELL, build_disturbed
from tests.chromium import MISSING, start
from tests.conftest import build
from tests.serving import serve

MODULE = ROOT / "docs" / "assets" / "status.js"
PANEL = re.compile(rb"<section [^>]*data-sl-status=.*?</section>", re.DOTALL)


def status(scratch: Path) -> Iterator[Measure]:
    """The page of an app that is measured and works, and a tab that nobody looks at."""
    plain, site = scratch / "watched-plain", scratch / "watched"
    build(plain, state=scratch / "watched-plain-state")
    build_disturbed(site, scratch / "watched-state", plain)
    page = (site / WELL.strip("/") / "index.html").read_bytes()
    module = _compressed(MODULE.read_bytes())
    panel = _compressed(page) - _compressed(PANEL.sub(b"", page))
    yield Measure(
        "the status on a page and what renews it, compressed",
        module + panel,
        4,
        " kB",
        f"{module:.2f} kB module and {panel:.2f} kB panel",
    )
    with serve(site, now=NOW) as address, sync_playwright() as playwright:
        browser = start(playwright)
        if browser is None:
            raise SystemExit(MISSING)
        yield _hidden(browser, address)
        browser.close()


def _hidden(browser: Browser, address: str) -> Measure:
    page = browser.new_page()
    page.clock.install(time=NOW)
    page.add_init_script(SEEN)
    page.goto(address + APP)
    page.wait_for_function("rests > 0")
    page.evaluate("hide(true)")
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    timers = int(page.evaluate("timers.size"))
    page.clock.run_for(3_600_000)
    return Measure(
        "what a hidden tab does in an hour",
        timers + len(asked),
        0,
        "",
        f"{timers} timers run, {len(asked)} requests",
    )


def _compressed(content: bytes) -> float:
    return len(gzip.compress(content, 9)) / 1000
