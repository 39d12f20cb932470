"""An editor's change of one item, and how soon it is on the screen."""

import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from synlighed.status.published import STATUS
from tests.bench.running import ROOT, Measure, Run, environment

PATIENCE = 300
"""Seconds until a preview that does not answer is given up."""


def edit(data: Path, number: int) -> tuple[str, str]:
    """Changes what an app says of itself; gives its address, and the new words."""
    file = data / "apps" / f"apps-{100 + 7 * number}.yml"
    words = f"Rettet for at måle, gang nummer {number}"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(place for place, line in enumerate(lines) if line.startswith("summary: "))
    lines[place] = f"summary: {words}\n"
    file.write_text("".join(lines), encoding="utf-8")
    return f"apps/{file.stem}/", words


def edit_to_screen(scratch: Path, data: Path, full: Run) -> Iterator[Measure]:
    """`make site` makes again only what an edit changed."""
    with preview(data, scratch / "state-of-preview", scratch / "said") as address:
        # The first edit also warms what the first build had no use for, and so does the first
        # after anything was measured.
        at_once = [_seconds_until_shown(address, *edit(data, number)) for number in range(10, 16)]
        later = [_seconds_until_shown(address, *_edit_later(address, data, 16 + n)) for n in (0, 1)]
    seconds = at_once[1:]
    found = statistics.median(seconds)
    yield Measure(
        "an edit of one in 5,000 items to its page in make site, against a full build",
        found / full.seconds,
        0.1,
        "x",
        f"{found:.2f} s / {full.seconds:.1f} s",
    )
    promise = "the same in seconds, on a quiet machine"
    yield Measure(promise, found, 1.5, " s", ", ".join(f"{one:.2f}" for one in seconds))
    promise = "the same, when all was measured anew since the last edit"
    yield Measure(promise, later[1], 1.5, " s", "the second edit after a measuring")


def _edit_later(address: str, data: Path, number: int) -> tuple[str, str]:
    """The same, but not before everything was measured anew."""
    before, start = _answer(address + STATUS), time.perf_counter()
    while _answer(address + STATUS) == before:
        if time.perf_counter() - start > PATIENCE:
            sys.exit("the preview measures nothing anew")
        time.sleep(0.5)
    # Until all that it measured is written down.
    time.sleep(2)
    return edit(data, number)


def _seconds_until_shown(address: str, page: str, words: str) -> float:
    start = time.perf_counter()
    while words not in _answer(address + page):
        if time.perf_counter() - start > PATIENCE:
            sys.exit(f"the preview never showed {words!r} at {page}")
        time.sleep(0.02)
    return time.perf_counter() - start


@contextmanager
def preview(data: Path, state: Path, log: Path) -> Iterator[str]:
    """What `make site` runs, from when it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(ROOT / "scripts" / "site.py"), "--port", str(port)]
    around = environment(data, SYNLIGHED_STATE=str(state))
    with (
        log.open("w") as said,
        subprocess.Popen(command, cwd=ROOT, env=around, stdout=said, stderr=said) as run,
    ):
        try:
            address = f"http://127.0.0.1:{port}/"
            start = time.perf_counter()
            while not _answer(address):
                if run.poll() is not None or time.perf_counter() - start > PATIENCE:
                    sys.exit(f"the preview does not answer:\n{log.read_text()[-2000:]}")
                time.sleep(0.5)
            yield address
        finally:
            os.kill(run.pid, signal.SIGTERM)


def _answer(url: str) -> str:
    try:
        with urlopen(url, timeout=60) as answer:
            return str(answer.read().decode())
    except (URLError, ConnectionError, TimeoutError):
        return ""
