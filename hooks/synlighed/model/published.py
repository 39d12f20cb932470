"""What is published on a day, and known by an id of its own ever after."""

import datetime
from uuid import UUID, uuid5

from synlighed.danish.times import ZONE
from synlighed.model.declare import required
from synlighed.model.fields import Date, Uid
from synlighed.model.item import Item

NIGHT = datetime.time(3)
"""From when on what is of a day came out on it: it is that day in UTC too, and all clocks have been
changed."""

_NAMESPACE = UUID("0d3f5f52-6f9e-4b8e-8f0b-6a4b8e0f7c31")


def fresh_uid(path: str) -> str:
    """An id for the item of a file, to offer to whoever has no program to make one (RFC 9562)."""
    return str(uuid5(_NAMESPACE, path))


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
        """When it came out: in an hour of the night, at a second that only it has.

        Feeds want moments, and those of two entries should differ; the data say the day only.
        """
        seconds = UUID(self.uid).int % 3600
        return datetime.datetime.combine(self.date, NIGHT, ZONE) + datetime.timedelta(
            seconds=seconds
        )

    @property
    def order(self) -> tuple[object, ...]:
        """The newest first."""
        return -self.published_at.timestamp(), self.id

    def is_out(self, today: datetime.date) -> bool:
        """Whether readers may see it on a day."""
        return self.content_status != "udkast" and self.date <= today
