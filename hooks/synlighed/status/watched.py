"""What a site watches: its apps and services, and what its editors have told of them.

A build writes it into the site (`status/watched.json`), so that a refresh knows what is shown there
without reading the data again. It holds nothing of an item that the edition does not, but says what
the measurements are called: no reader needs it, and a web server does not hand it out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from synlighed.status.probes import Probes
from synlighed.status.words import Status, status_of


@dataclass(frozen=True)
class Item:
    """An app or service that readers want to know the status of."""

    key: str
    """Its kind and id: `apps/mit-sygehus`."""
    title: str
    url: str
    """From the root of the site."""
    component: str = ""
    """What the platform calls it; empty when it is not measured."""
    fallback: str = ""
    """What to do while it does not work."""
    is_example: bool = False
    is_shared: bool = False
    """Whether something that readers may not know of is measured as the same component."""


@dataclass(frozen=True)
class Notice:
    """Something editors have told of items."""

    id: str
    title: str
    url: str
    summary: str
    is_maintenance: bool
    impact: Status
    """How the items work meanwhile; operational when they are not touched."""
    created: datetime
    starts: datetime
    ends: datetime | None
    items: tuple[str, ...]
    """Their keys."""
    updates: tuple[tuple[datetime, str], ...] = ()
    """What was added since, the newest first."""
    is_example: bool = False
    first_id: str = ""
    """What it was called at first, if that was something else."""

    @property
    def known_as(self) -> str:
        """What feeds and calendars know it by, whatever it is called now."""
        return self.first_id or self.id

    def is_on(self, now: datetime) -> bool:
        """Whether it holds at a moment."""
        return self.starts <= now and (self.ends is None or now < self.ends)

    def is_ahead(self, now: datetime) -> bool:
        """Whether it is still to come."""
        return now < self.starts

    def is_planned(self, now: datetime) -> bool:
        """Whether it tells of what is to come, or of work that is going on."""
        return self.is_ahead(now) or (self.is_maintenance and self.is_on(now))

    @property
    def status(self) -> Status:
        """What it says of its items while it holds; planned work is never called an outage."""
        return Status.UNDER_MAINTENANCE if self.is_maintenance else self.impact


@dataclass(frozen=True)
class Watched:
    """All that a site watches."""

    items: tuple[Item, ...] = ()
    notices: tuple[Notice, ...] = ()
    name: str = ""
    """What readers know the site as."""
    source: str = ""
    """What they know the platform as."""
    adapter: str = ""
    """What it speaks; empty for the contract."""
    probes: Probes = field(default_factory=Probes)
    """What the measurements are called, where it leaves that to us."""
    site_url: str = "/"
    shows_drift: bool = False
    """Whether readers may know what is measured but not shown: its name, and what hits it."""

    def as_json(self) -> dict[str, Any]:
        """The whole as JSON values; `from_json` reads it back."""
        return {
            "items": [vars(item) for item in self.items],
            "notices": [_notice_as_json(notice) for notice in self.notices],
            "name": self.name,
            "source": self.source,
            "adapter": self.adapter,
            "probes": self.probes.as_json(),
            "site_url": self.site_url,
            "shows_drift": self.shows_drift,
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> "Watched":
        """Reads what `as_json` wrote.

        Raises:
            KeyError, TypeError, ValueError, AttributeError: it is something else.
        """
        return cls(
            items=tuple(Item(**item) for item in raw["items"]),
            notices=tuple(map(_notice_from_json, raw["notices"])),
            name=raw["name"],
            source=raw["source"],
            adapter=raw["adapter"],
            probes=Probes.from_json(raw["probes"]),
            site_url=raw["site_url"],
            shows_drift=raw["shows_drift"],
        )


def _notice_as_json(notice: Notice) -> dict[str, Any]:
    return {
        **vars(notice),
        "impact": notice.impact.value,
        "created": notice.created.isoformat(),
        "starts": notice.starts.isoformat(),
        "ends": notice.ends.isoformat() if notice.ends else None,
        "updates": [[at.isoformat(), text] for at, text in notice.updates],
    }


def _notice_from_json(raw: Mapping[str, Any]) -> Notice:
    return Notice(
        **{
            **raw,
            "impact": status_of(raw["impact"]),
            "created": datetime.fromisoformat(raw["created"]),
            "starts": datetime.fromisoformat(raw["starts"]),
            "ends": datetime.fromisoformat(raw["ends"]) if raw["ends"] else None,
            "items": tuple(raw["items"]),
            "updates": tuple((datetime.fromisoformat(at), text) for at, text in raw["updates"]),
        }
    )
