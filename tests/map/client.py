"""What the tests of the client have in common."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from synlighed.map.answers import Answer, Unreachable
from synlighed.map.client import get
from synlighed.map.connection import Connection, Limits
from tests.map.faulty import Server

NOW = datetime(2026, 11, 23, 8, 42, tzinfo=UTC)

TOKEN = "hemmelig-noegle-0123456789"

PATIENT = Limits(connect=20, read=20, total=60)
"""For all that needs no time, also on a busy machine."""


@dataclass
class Clock:
    """Stands still, but for the pauses."""

    now: datetime = NOW
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> datetime:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)


def ask(
    server: Server,
    path: str = "/v1/status",
    *,
    token: str = "",
    ca_file: str = "",
    limits: Limits = PATIENT,
    clock: Clock | None = None,
    jitter: Callable[[float], float] = lambda most: most,
    **named: Any,
) -> Answer:
    clock = clock or Clock()
    connection = Connection(server.url, token, ca_file)
    return get(
        connection, path, limits=limits, clock=clock, sleep=clock.sleep, jitter=jitter, **named
    )


def refused(server: Server, *args: Any, **named: Any) -> Unreachable:
    """Why there was no answer."""
    with pytest.raises(Unreachable) as caught:
        ask(server, *args, **named)
    return caught.value
