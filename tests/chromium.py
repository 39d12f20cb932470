"""Starts a Chromium for the browser tests; as a program, fetches one when none can start."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

# Playwright's own Chromium goes into .venv with everything else.
os.environ.setdefault("PLAYWRIGHT_BROWSERS_PATH", "0")

INSTALLED = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "google-chrome")

# Chromium asks nothing of the net on its own account, and finds no other host than this one.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

MISSING = (
    "Browsertestene kan ikke køre, for ingen Chromium kan starte her: installer den "
    "(på Debian og Ubuntu: sudo apt install chromium), eller sæt CHROMIUM til dens sti."
)


def start(playwright: Playwright) -> Browser | None:
    """Start the first Chromium that can."""
    for executable in executables():
        try:
            return playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        except Error:
            continue
    return None


def executables() -> Iterator[str | None]:
    """Yield what to try in turn: the one asked for, or those installed and Playwright's own."""
    if chosen := os.environ.get("CHROMIUM"):
        yield chosen
        return
    yield from filter(None, map(shutil.which, INSTALLED))
    yield None


def main() -> None:
    with sync_playwright() as playwright:
        if browser := start(playwright):
            browser.close()
            return
    if "CHROMIUM" in os.environ:
        return
    print("Henter Chromium til browsertestene ...", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]
    # The tests tell what is missing, should this fail.
    subprocess.run(command, check=False, capture_output=True)


if __name__ == "__main__":
    main()
