"""What it costs to renew the status of a published site, against asking for it alone."""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from synlighed.map.diary import Diary
from synlighed.map.store import Store
from synlighed.status.board import Board
from synlighed.status.published import status_files
from synlighed.status.watched import Item, Watched
from synlighed.status.words import Status
from tests.bench.running import ROOT, Measure, Run, ratio, run

COMPONENTS = 2_000
TIMES = 5

ASKING_ALONE = """
import json, sys, requests
found = json.loads(requests.get(sys.argv[1] + "/v1/status", timeout=10).content)
assert len(found["components"]) == int(sys.argv[2])
"""


def refresh_against_asking(scratch: Path) -> Iterator[Measure]:
    """A minute like any other: a new document, 90 days of history, and a site that shows both."""
    site, state = scratch / "refreshed", scratch / "state-of-status"
    _site(site)
    with _serving() as (url, documents):
        _history(Store(state).diary(url))
        settings = {
            "MAP_URL": url,
            "MAP_TOKEN": "",
            "SYNLIGHED_STATE": str(state),
            "SOURCE_DATE_EPOCH": "",
            # Both are compiled before, as they are where they run every minute.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(scratch / "compiled"),
        }
        refresh = [sys.executable, str(ROOT / "scripts" / "status.py"), "refresh"]
        refresh += ["--site", str(site)]
        alone = [sys.executable, "-c", ASKING_ALONE, url, str(COMPONENTS)]

        def renewed() -> Run:
            documents.append(_document(len(documents)))
            return run(refresh, **settings)

        # The first writes every file; the others what has changed in a minute.
        renewed()
        pairs = [(renewed(), run(alone, **settings)) for _ in range(TIMES + 1)][1:]
        found, asking = (min(one, key=lambda r: r.seconds) for one in zip(*pairs, strict=True))
        yield ratio("a refresh of 2,000 components, against asking alone", found, asking, 3)
    shutil.rmtree(site)


def _watched() -> Watched:
    items = tuple(
        Item(f"apps/app-{number}", f"App {number}", f"apps/app-{number}/", f"nord.app-{number}")
        for number in range(COMPONENTS)
    )
    return Watched(items, (), "Prøve", "MAP", site_url="https://a.example/", shows_drift=True)


def _site(site: Path) -> None:
    for uri, content in status_files(Board(datetime.now(UTC), _watched())):
        (site / uri).parent.mkdir(parents=True, exist_ok=True)
        (site / uri).write_bytes(content)


def _history(diary: Diary) -> None:
    """What was measured until yesterday."""
    today = datetime.now(UTC).date()
    days = {
        today - timedelta(days=ago): {Status.OPERATIONAL: 86_000.0, Status.MAJOR: 400.0}
        for ago in range(1, 90)
    }
    diary.begin({item.component: days for item in _watched().items}, today)


def _document(cycle: int) -> bytes:
    """A new round of measuring, in which a few are not what they were."""
    now = datetime.now(UTC)
    components = [
        {
            "id": item.component,
            "name": item.title,
            "status": "degraded_performance" if number % 500 == cycle else "operational",
            "status_since": (now - timedelta(days=1)).isoformat(timespec="seconds"),
            "observed_at": now.isoformat(timespec="seconds"),
            "stale_after_s": 300,
            "message": None,
            "incident_ids": [],
            "maintenance_ids": [],
            "links": {},
        }
        for number, item in enumerate(_watched().items)
    ]
    document: dict[str, Any] = {
        "schema": "map-status/1",
        "generated_at": now.isoformat(),
        "cycle_id": str(cycle),
        "next_update_due": (now + timedelta(minutes=3)).isoformat(timespec="seconds"),
        "source": {"name": "MAP", "version": "1", "url": "https://map.example"},
        "components": components,
        "incidents": [],
        "maintenances": [],
        "partial": False,
        "missing": [],
    }
    return json.dumps(document).encode()


@contextmanager
def _serving() -> Iterator[tuple[str, list[bytes]]]:
    """A server that sends the last document, and knows no past."""
    documents = [_document(0)]

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(documents[-1])))
            self.end_headers()
            self.wfile.write(documents[-1])

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", documents
        finally:
            server.shutdown()
            thread.join()
