"""What measures: whatever it speaks, it is asked in one way, and answers by the contract."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from synlighed.status.history import Seconds


@dataclass(frozen=True)
class Reply:
    """What a source says when it is asked."""

    raw: dict[str, Any] | None
    """The document of the contract; nothing when it is the one we have."""
    etag: str
    fetched: datetime
    skew: timedelta
    """How far the source's clock is ahead of ours."""


class Source(Protocol):
    """Something that measures; each language has a file of its own in this folder."""

    @property
    def url(self) -> str:
        """Whom it asks; what was heard from another is not believed."""

    def ask(self, etag: str, not_before: datetime | None) -> Reply:
        """Asks for the status as it is now.

        Args:
            etag: Of the document we have.
            not_before: When it wants to be asked again.

        Raises:
            Unreachable: there is no answer that can be used.
        """

    def past(self, component: str) -> Mapping[date, Seconds]:
        """How a component worked before we began to listen, day by day; nothing if nobody knows.

        Raises:
            Unreachable: there is no answer that can be used.
        """
