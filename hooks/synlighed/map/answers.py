"""What comes of asking: an answer, or one sentence on why there is none."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal


@dataclass(frozen=True)
class Answer:
    """What the platform answered, whole; what it means is for others to read."""

    status: Literal[200, 304]
    """304: what the caller has, by its `etag`, is still the newest. That is no new observation."""
    body: bytes
    """Unpacked; nothing when the status is 304."""
    etag: str
    """As the server wrote it, to be sent next time; nothing if it gave none."""
    fetched_at: datetime
    """By our clock, in UTC, when the headers came."""
    server_date: datetime | None
    """By the server's clock at that moment; nothing if it did not say."""
    tries: int = 1

    @property
    def skew(self) -> timedelta | None:
        """How far the server's clock is ahead of ours."""
        return self.server_date - self.fetched_at if self.server_date else None


class Kind(StrEnum):
    """Why there is no answer."""

    TIMEOUT = "timeout"
    REFUSED = "refused"
    NAME = "name"
    NETWORK = "network"
    BROKEN = "broken"
    TLS = "tls"
    DENIED = "denied"
    NOT_FOUND = "not_found"
    BUSY = "busy"
    WAITING = "waiting"
    SERVER_ERROR = "server_error"
    REDIRECT = "redirect"
    TOO_LARGE = "too_large"
    NOT_JSON = "not_json"
    UNEXPECTED = "unexpected"


@dataclass(frozen=True)
class Fault:
    """What went wrong in one try."""

    kind: Kind
    reason: str
    """One Danish sentence. It names the host, and nothing that the server wrote."""
    passing: bool = False
    """Whether another try may go better."""
    pause: timedelta | None = None
    """How long the server asked us to wait."""


class Failed(Exception):
    """Ends a try with a fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.reason)
        self.fault = fault


class Unreachable(Exception):
    """There is no answer to be had now; the last good one stands."""

    def __init__(self, kind: Kind, reason: str, not_before: datetime | None = None) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        """One Danish sentence for whoever reads it, without token, query or answer."""
        self.not_before = not_before
        """By our clock, in UTC: do not ask again earlier, and give it to `get` next time."""
