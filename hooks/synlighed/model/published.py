"""What is published on a day, and known by an id of its own ever after."""

import datetime
from uuid import UUID, uuid5

from synlighed.danish.times import ZONE
from synlighed.model.declare import required
from synlighed.model.fields import Date, Uid
from synlighed.model.item import Item

_NAMESPACE = UUID("0d3f5f52-6f9e-4b8e-8f0b-6a4b8e0f7c31")


def fresh_uid(path: str, text: str) -> str:
    """An id to offer to whoever has no program to make one (RFC 9562).

    Args:
        path: The file it is for.
        text: What the file holds: one that lay there before had another id.
    """
    return str(uuid5(_NAMESPACE, f"{path}\n{text}"))


def moment_on(day: datetime.date, id: UUID, minute: int = 0) -> datetime.datetime:
    """The moment of a day at which something came out that has an id of its own.

    In the first minutes, so that a site that is built in the night tells of nothing to come.
    """
    part = datetime.timedelta(minutes=minute, microseconds=id.int % 60_000_000)
    return datetime.datetime.combine(day, datetime.time(), ZONE) + part


class Published(Item):
    """An item that comes out on a day; before that, readers hear nothing of it."""

    uid: Uid = required(
        "Fast id",
        "Det programmer kender punktet på; scripts/new.py laver det. Ret det aldrig, heller ikke "
        "når filen eller titlen får et andet navn: så kommer punktet til læserne én gang til.",
        "5b0a6c1e-7f0d-4a52-9d1c-2f6c8a3e9b47",
    )
    date: Date = required(
        "Dato",
        "Den dag læserne ser det; ligger dagen i fremtiden, venter det til da.",
        "23. november 2026",
    )

    @property
    def urn(self) -> str:
        """What feeds and mails know it by (RFC 9562, section 4)."""
        return f"urn:uuid:{self.uid}"

    @property
    def published_at(self) -> datetime.datetime:
        """When it came out: in a minute of its day, at a moment that only it has.

        Feeds want moments, and those of two entries should differ; the data say the day only.
        """
        return moment_on(self.date, UUID(self.uid), self.minute)

    @property
    def minute(self) -> int:
        """Of what is of one day, what has a later one comes after the rest."""
        return 0

    @property
    def order(self) -> tuple[object, ...]:
        """The newest first."""
        return -self.published_at.timestamp(), self.id

    def is_out(self, today: datetime.date) -> bool:
        """Whether readers may see it on a day."""
        return self.content_status != "udkast" and self.date <= today
