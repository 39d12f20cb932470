"""A reference server in a thread, whose clock and faults are the test's, and questions to it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.message import Message
from http.client import HTTPConnection
from threading import Thread
from typing import Any

from synlighed.map.reference.answers import Service
from synlighed.map.reference.faults import Fault
from synlighed.map.reference.serving import ReferenceServer
from synlighed.map.reference.world import World
from tests.map.worlds import START, begun

TOKEN = "kun-til-laesning"


@dataclass(frozen=True)
class Answered:
    """What came back."""

    code: int
    headers: Message
    body: bytes

    @property
    def document(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found


@dataclass
class Running:
    """A server that answers."""

    server: ReferenceServer
    now: list[datetime] = field(default_factory=lambda: [START])

    def pass_minutes(self, minutes: float) -> None:
        """Puts the server's clock forward."""
        self.now[0] += timedelta(minutes=minutes)

    def fault(self, fault: Fault | None) -> None:
        """From now on, it does this wrong."""
        self.server.service = replace(self.server.service, fault=fault)

    def ask(
        self,
        target: str = "/v1/status",
        *,
        method: str = "GET",
        token: str | None = TOKEN,
        headers: Mapping[str, str] | None = None,
        body: str | None = None,
    ) -> Answered:
        """One question over a connection of its own."""
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=30)
        shown = {"Authorization": f"Bearer {token}"} if token is not None else {}
        try:
            connection.request(method, target, body=body, headers={**shown, **(headers or {})})
            answer = connection.getresponse()
            return Answered(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


@contextmanager
def running(
    scenario: str | World = "hverdag", *, token: str = TOKEN, **about: Any
) -> Iterator[Running]:
    """Serves a scenario, or one that has begun already, on a free port."""
    now = [START]
    world = scenario if isinstance(scenario, World) else begun(scenario, **about)
    service = Service(world, token)
    with ReferenceServer(0, service, lambda: now[0]) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield Running(server, now)
        finally:
            server.shutdown()
            thread.join()
