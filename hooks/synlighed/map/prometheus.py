"""Prometheus, with blackbox_exporter to look at the apps and perhaps Alertmanager, as a source.

Source: https://prometheus.io/docs/prometheus/latest/querying/api/ and, of Alertmanager,
`api/v2/openapi.yaml`.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote

from synlighed.map import strict_json
from synlighed.map.answers import Answer, Kind, Unreachable
from synlighed.map.client import get
from synlighed.map.connection import Connection, Limits
from synlighed.map.prometheus_answers import (
    Refused,
    Vector,
    read_alerts,
    read_silences,
    read_vector,
)
from synlighed.map.prometheus_document import Heard, document_of, has_apps
from synlighed.map.source import Reply
from synlighed.status.history import Seconds
from synlighed.status.probes import Probes

QUERY = "/api/v1/query?query="
# Firing and nothing else; who answers all the same is sorted out later.
ALERTS = "/api/v2/alerts?silenced=false&inhibited=false"
SILENCES = "/api/v2/silences"

LIMITS = Limits(largest=4 * 1024 * 1024)
"""For all the questions together; each series repeats its labels, so answers are large."""


@dataclass(frozen=True)
class Prometheus:
    """Prometheus behind a connection, and who knows of its alerts."""

    connection: Connection
    probes: Probes = field(default_factory=Probes)
    alertmanager: Connection | None = None
    """Without it there are no alerts and no planned work; the measurements stand alone."""

    @property
    def url(self) -> str:
        """Whom it asks."""
        return self.connection.url

    def ask(self, etag: str, not_before: datetime | None) -> Reply:
        """Asks for the status as it is now; there is no etag, so the answer is always whole.

        Raises:
            Unreachable: there is no answer that can be used; half of one cannot.
        """
        asking = _Asking(not_before)
        query = self.probes.query
        # The times first: no value is then said to be newer than it is.
        answer, times = asking.vector(self.connection, f"timestamp({query})")
        _, values = asking.vector(self.connection, query)
        if not has_apps(values, self.probes.app_label):
            host, label = self.connection.host, self.probes.app_label
            reason = f"Ingen af målingerne hos {host} har etiketten »{label}« med appens id."
            raise Unreachable(Kind.UNEXPECTED, reason)
        heard = Heard(answer.server_date or answer.fetched_at, self.url, values, times)
        if self.alertmanager:
            heard = replace(
                heard,
                alerts=read_alerts(asking.rows(self.alertmanager, ALERTS)),
                silences=read_silences(asking.rows(self.alertmanager, SILENCES)),
            )
        document = document_of(heard, self.probes)
        return Reply(document, "", answer.fetched_at, answer.skew or timedelta())

    def past(self, component: str) -> Mapping[date, Seconds]:
        """Nothing: how long it keeps what, and how densely, is not ours to know."""
        return {}


@dataclass(frozen=True)
class _Asking:
    """Questions that share one deadline."""

    not_before: datetime | None
    ends: float = field(default_factory=lambda: time.monotonic() + LIMITS.total)

    def vector(self, connection: Connection, query: str) -> tuple[Answer, Vector]:
        """What a query gives now."""
        answer = self._get(connection, QUERY + quote(query, safe=""))
        try:
            return answer, read_vector(strict_json.read(answer.body))
        except strict_json.NotJson as error:
            reason = f"{connection.host} svarede ikke med målinger: {error.reason}"
            raise Unreachable(Kind.NOT_JSON, reason) from None
        except Refused:
            reason = (
                f"{connection.host} svarede med en fejl eller noget andet end målinger: "
                "kontrollér indstillingerne."
            )
            raise Unreachable(Kind.UNEXPECTED, reason) from None

    def rows(self, connection: Connection, path: str) -> list[Any]:
        """What a list holds."""
        answer = self._get(connection, path)
        try:
            return strict_json.read_list(answer.body)
        except strict_json.NotJson as error:
            reason = f"{connection.host} svarede ikke med alarmer: {error.reason}"
            raise Unreachable(Kind.NOT_JSON, reason) from None

    def _get(self, connection: Connection, path: str) -> Answer:
        left = max(self.ends - time.monotonic(), 0.1)
        limits = replace(LIMITS, total=left)
        return get(connection, path, not_before=self.not_before, limits=limits)
