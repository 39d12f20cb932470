"""The platform that speaks the contract itself (`openapi.yaml`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import quote

from synlighed.map.answers import Kind, Unreachable
from synlighed.map.client import get
from synlighed.map.connection import Connection
from synlighed.map.source import Reply
from synlighed.map.strict_json import Json, NotJson, read
from synlighed.status.history import Seconds, seconds_of

STATUS = "/v1/status"
HISTORY = "/v1/history/{}?days=90"


@dataclass(frozen=True)
class Platform:
    """A platform behind a connection."""

    connection: Connection

    @property
    def url(self) -> str:
        """Whom it asks."""
        return self.connection.url

    def ask(self, etag: str, not_before: datetime | None) -> Reply:
        """Asks for the status as it is now.

        Raises:
            Unreachable: there is no answer that can be used.
        """
        answer = get(self.connection, STATUS, etag=etag, not_before=not_before)
        skew = answer.skew or timedelta()
        if answer.status == 304:
            return Reply(None, etag, answer.fetched_at, skew)
        return Reply(self._read(answer.body), answer.etag, answer.fetched_at, skew)

    def past(self, component: str) -> Mapping[date, Seconds]:
        """How a component worked before we began to listen, day by day.

        Raises:
            Unreachable: there is no answer that can be used.
        """
        found = self._read(get(self.connection, HISTORY.format(quote(component, safe=""))).body)
        days = found.get("days")
        return dict(filter(None, map(_day, days))) if isinstance(days, list) else {}

    def _read(self, body: bytes) -> Json:
        try:
            return read(body)
        except NotJson as error:
            reason = f"{self.connection.host} svarede ikke med status: {error.reason}"
            raise Unreachable(Kind.NOT_JSON, reason) from None


def _day(row: object) -> tuple[date, Seconds] | None:
    try:
        if isinstance(row, dict) and isinstance(row.get("seconds"), dict):
            return date.fromisoformat(str(row.get("date"))), seconds_of(row["seconds"])
    except (ValueError, TypeError, OverflowError):
        pass
    return None
