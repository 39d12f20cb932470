"""A site whose platform is known to have said something, and what it says next, for a browser."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from synlighed.map.connection import Connection
from synlighed.map.platform import Platform
from synlighed.map.refresh import watched_by
from synlighed.map.scenario import Registered
from synlighed.map.source import Reply
from synlighed.map.store import Store
from synlighed.status.board import Board
from synlighed.status.document import read_document
from synlighed.status.measured import Answer
from synlighed.status.published import as_json
from synlighed.status.words import Status
from tests.conftest import NOW as BUILT
from tests.conftest import build
from tests.map.asking import TOKEN, running
from tests.map.sources import told
from tests.status.boards import notice

NOW = datetime.fromtimestamp(int(BUILT), UTC)
"""When every site of the tests is built: 23. november 2026 kl. 13.00 in Denmark."""

PLATFORM = "http://127.0.0.1:9"
"""Nothing answers there; a build asks nobody."""

DOWN, SLOW, FINE = "eksempel.koerselsregistrering", "eksempel.vagttelefon", "eksempel.ventetid"
APP = "/apps/eksempel-koerselsregistrering/"
"""An app with a fallback; it is down in the disturbed site."""
WELL = "/apps/eksempel-ventetid/"
"""An app that works there."""

SEEN = """
    Math.random = () => 0.5;
    window.timers = new Map();
    window.rests = 0;
    const [set, clear] = [window.setTimeout, window.clearTimeout];
    window.setTimeout = (act, wait, ...more) => {
        const id = set(() => { window.timers.delete(id); act(...more); }, wait);
        window.timers.set(id, wait);
        if (wait > 50_000) window.rests += 1;
        return id;
    };
    window.clearTimeout = (id) => { window.timers.delete(id); clear(id); };
    window.hide = (is) => {
        Object.defineProperty(document, "hidden", { value: is, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    };
    window.look = () => {
        window.changes = [];
        const note = (all) => window.changes.push(...all.map((one) => one.target.nodeName));
        const whole = { subtree: true, childList: true, characterData: true, attributes: true };
        for (const one of document.querySelectorAll("article.md-content__inner, body > .sl-hidden"))
            new MutationObserver(note).observe(one, whole);
        window.shifts = 0;
        new PerformanceObserver((all) => { window.shifts += all.getEntries().length; })
            .observe({ type: "layout-shift" });
    };
"""
"""Sees which timers run, how often the script has come to rest, and what it changed on the page."""


def build_disturbed(site: Path, state: Path, plain: Path) -> None:
    """Builds the site eleven minutes into an outage, with planned work ahead.

    Args:
        site: Where to.
        state: Where what was heard is kept; it is written first.
        plain: The site built of the same data.
    """
    apps = _registered(plain)
    with running("nedbrud", apps=apps, start=NOW - timedelta(minutes=11)) as there:
        there.now[0] = NOW
        raw = there.ask().document
        connection = Connection(there.server.url, TOKEN)
        past = {app.id: Platform(connection).past(app.id) for app in apps}
    with running("hverdag", apps=apps, start=NOW) as there:
        raw["maintenances"] = there.ask().document["maintenances"]
    source = told(Reply(raw, "", NOW, timedelta()), url=PLATFORM)
    source.past = past.__getitem__
    Store(state).renew(source, lambda: NOW)
    build(site, state=state, MAP_URL=PLATFORM)


def _registered(site: Path) -> tuple[Registered, ...]:
    items = watched_by(site).items
    return tuple(sorted(Registered(one.component, one.title) for one in items if one.component))


def status(
    site: Path,
    now: datetime = NOW,
    /,
    words: Mapping[str, str] | None = None,
    *,
    nothing_of: str = "",
    **document: Any,
) -> dict[str, Any]:
    """What the site's own file says, when the platform says a word of each component.

    Args:
        site: The built site.
        now: When the platform measured.
        words: By component; all others are in operation.
        nothing_of: An item of which editors tell something that nobody notices.
        document: What else the platform's document holds.
    """
    components = [
        {
            "id": app.id,
            "status": (words or {}).get(app.id, "operational"),
            "status_since": "2026-11-23T08:00:00+01:00",
            "observed_at": now.isoformat(),
            "stale_after_s": 300,
        }
        for app in _registered(site)
    ]
    whole = {
        "schema": "map-status/1",
        "generated_at": now.isoformat(),
        "next_update_due": (now + timedelta(minutes=2)).isoformat(),
        "components": components,
        **document,
    }
    watched = watched_by(site)
    if nothing_of:
        told = notice("nyt", Status.OPERATIONAL, nothing_of, starts=now, created=now)
        watched = replace(watched, notices=(*watched.notices, told))
    found = as_json(Board(now, watched, Answer(read_document(whole), now)))
    copied: dict[str, Any] = json.loads(json.dumps(found))
    return copied


def incident(id: str, *components: str, **about: Any) -> dict[str, Any]:
    """An incident as the platform tells of it."""
    return {
        "id": id,
        "title": f"Hændelsen {id}",
        "status": "investigating",
        "impact": "critical",
        "started_at": (NOW - timedelta(minutes=9)).isoformat(),
        "updated_at": NOW.isoformat(),
        "components": list(components),
        "updates": [
            {
                "at": (NOW - timedelta(minutes=8)).isoformat(),
                "status": "investigating",
                "body": "Vi leder efter årsagen.",
            }
        ],
        **about,
    }
