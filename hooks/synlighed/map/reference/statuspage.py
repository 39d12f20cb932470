"""The status in the shape of Atlassian's Statuspage API v2, which other programs read.

It has no word for what is unknown, so that becomes the mildest trouble, and says so: never green.
Source: https://metastatuspage.com/api
"""

from typing import Any

from synlighed.danish.words import join_words
from synlighed.map.reference.documents import NAME, Document
from synlighed.map.reference.timeline import ZONE

PAGE = "eksempel"

UNKNOWN_AS = "degraded_performance"
UNKNOWN = "ukendt"

_INDICATORS = (
    ("major_outage", "critical", "Nede"),
    ("partial_outage", "major", "Delvist nede"),
    ("degraded_performance", "minor", "Nedsat drift"),
    ("unknown", "minor", "Ukendt"),
    ("under_maintenance", "maintenance", "Planlagt vedligehold"),
)
"""The worst word that any app has, what it makes of the page, and how it is said."""


def summary(status: Document) -> Document:
    """The whole page (`/api/v2/summary.json`).

    Args:
        status: The document of `/v1/status`.
    """
    url = status["source"]["url"]
    components = {
        found["id"]: _component(found, place, status["generated_at"])
        for place, found in enumerate(status["components"], start=1)
    }
    return {
        "example": status["example"],
        "page": {
            "id": PAGE,
            "name": NAME,
            "url": url,
            "time_zone": ZONE.key,
            "updated_at": status["generated_at"],
        },
        "status": _overall(status),
        "components": list(components.values()),
        "incidents": [
            _incident(found, components, url)
            for found in status["incidents"]
            if not found["resolved_at"]
        ],
        "scheduled_maintenances": [
            _maintenance(found, components, url)
            for found in status["maintenances"]
            if found["status"] != "completed"
        ],
    }


def _overall(status: Document) -> dict[str, str]:
    words = [found["status"] for found in status["components"]]
    said = [
        f"{label}: {words.count(word)}" for word, _, label in _INDICATORS if words.count(word) > 0
    ]
    for word, indicator, _ in _INDICATORS:
        if word in words:
            return {"indicator": indicator, "description": join_words(said, "og")}
    if not words:
        return {"indicator": "minor", "description": "Ingen apps er registreret"}
    return {"indicator": "none", "description": "Alle apps er i drift"}


def _component(found: Document, place: int, made: str) -> Document:
    unknown = found["status"] == "unknown"
    changed = found["status_since"] or made
    return {
        "id": found["id"],
        "name": found["name"],
        "status": UNKNOWN_AS if unknown else found["status"],
        "description": UNKNOWN if unknown else None,
        "created_at": changed,
        "updated_at": changed,
        "position": place,
        "group": False,
        "group_id": None,
        "only_show_if_degraded": False,
        "showcase": False,
        "start_date": None,
        "page_id": PAGE,
    }


def _incident(found: Document, components: dict[str, Document], url: str) -> Document:
    watched = [update["at"] for update in found["updates"] if update["status"] == "monitoring"]
    return _entry(found, components, url) | {
        "impact": found["impact"],
        "created_at": found["updates"][0]["at"],
        "started_at": found["started_at"],
        "updated_at": found["updates"][-1]["at"],
        "monitoring_at": watched[0] if watched else None,
        "incident_updates": [
            {
                "id": update["id"],
                "incident_id": found["id"],
                "status": update["status"],
                "body": update["body"],
                "created_at": update["at"],
                "display_at": update["at"],
                "updated_at": update["at"],
            }
            for update in reversed(found["updates"])
        ],
    }


def _maintenance(found: Document, components: dict[str, Document], url: str) -> Document:
    return _entry(found, components, url) | {
        "impact": "maintenance",
        "created_at": found["updated_at"],
        "started_at": found["starts_at"],
        "updated_at": found["updated_at"],
        "monitoring_at": None,
        "scheduled_for": found["starts_at"],
        "scheduled_until": found["ends_at"],
        "incident_updates": [],
    }


def _entry(found: Document, components: dict[str, Document], url: str) -> dict[str, Any]:
    return {
        "id": found["id"],
        "name": found["title"],
        "status": found["status"],
        "resolved_at": None,
        "shortlink": f"{url}/v1/incidents",
        "page_id": PAGE,
        "components": [components[id] for id in found["components"]],
    }
