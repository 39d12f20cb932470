"""A board of four watched apps, two services and three notices, at a fixed moment."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from synlighed.status.board import Board
from synlighed.status.document import read_document
from synlighed.status.history import Day
from synlighed.status.measured import Answer
from synlighed.status.watched import Item, Notice, Watched
from synlighed.status.words import Status

NOW = datetime(2026, 11, 23, 8, 42, tzinfo=UTC)
"""23. november 2026 kl. 09.42 in Denmark."""

DOCUMENT = json.loads(
    (Path(__file__).parents[1] / "map" / "golden" / "status.json").read_text(encoding="utf-8")
)
"""What the reference server says on an ordinary day."""

ITEMS = (
    Item("apps/dagbog", "Dagbog", "apps/dagbog/", "nord.dagbog", "Skriv på papir."),
    Item("apps/koerebog", "Kørebog", "apps/koerebog/", "nord.koerebog"),
    Item("apps/maaleren", "Måleren", "apps/maaleren/", "nord.maaleren"),
    Item("apps/gammel", 'Gammel & "god" <app>', "apps/gammel/"),
    Item("services/opslag", "Opslag", "services/opslag/", "nord.opslag"),
)


def notice(id: str, impact: Status, *items: str, **about: Any) -> Notice:
    """Something editors tell, an hour old and still going on."""
    given = {
        "title": f"Om {id}",
        "url": f"driftsmeddelelser/{id}/",
        "summary": "Det bliver der set på.",
        "is_maintenance": False,
        "created": NOW - timedelta(hours=2),
        "starts": NOW - timedelta(hours=1),
        "ends": None,
    }
    return Notice(id=id, impact=impact, items=items, **(given | about))


def board(
    document: dict[str, Any] | None = DOCUMENT,
    *notices: Notice,
    now: datetime = NOW,
    items: tuple[Item, ...] = ITEMS,
    shows_drift: bool = True,
    **answer: Any,
) -> Board:
    """A board of what a platform and the editors say."""
    heard = Answer(read_document(document), now, **answer) if document else Answer(**answer)
    watched = Watched(
        items, notices, "Prøve", "MAP", site_url="https://a.example/", shows_drift=shows_drift
    )
    days = {
        "nord.dagbog": tuple(
            Day(
                date(2026, 11, day), {Status.OPERATIONAL: 80_000.0, Status.MAJOR: 400.0 * (day % 3)}
            )
            for day in range(2, 23)
        )
    }
    return Board(now, watched, heard, days)


def incident(*components: Any, **about: Any) -> dict[str, Any]:
    """An incident that began an hour ago, as the platform tells of it."""
    given = {
        "id": "uheld",
        "title": "Alt går langsomt",
        "impact": "critical",
        "status": "investigating",
        "started_at": (NOW - timedelta(hours=1)).isoformat(),
        "resolved_at": None,
        "components": list(components),
        "updates": [],
    }
    return given | about


def document(**components: str) -> dict[str, Any]:
    """A document that says this of the components »nord.…«, just measured."""
    return {
        "schema": "map-status/1",
        "generated_at": NOW.isoformat(),
        "next_update_due": (NOW + timedelta(minutes=2)).isoformat(),
        "components": [
            {
                "id": f"nord.{name}",
                "status": status,
                "observed_at": (NOW - timedelta(seconds=10)).isoformat(),
                "stale_after_s": 300,
            }
            for name, status in components.items()
        ],
    }
