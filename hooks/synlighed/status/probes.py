"""What measurements are called, where what measures leaves the names to whoever runs it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from synlighed.status.words import Status, status_of


@dataclass(frozen=True)
class Probes:
    """Where the measurements of an app are found, and what an alert about it means."""

    query: str = "probe_success"
    """The metric that is 1 when an app works and 0 when it does not, perhaps with matchers."""
    app_label: str = "app"
    """The label that holds the id of the app, on metrics, alerts and silences."""
    severities: tuple[tuple[str, Status], ...] = (
        ("critical", Status.PARTIAL),
        ("warning", Status.DEGRADED),
    )
    """How an app works while an alert of each severity is firing; others change nothing."""

    def as_json(self) -> dict[str, Any]:
        """The whole as JSON values; `from_json` reads it back."""
        return {
            "query": self.query,
            "app_label": self.app_label,
            "severities": {severity: status.value for severity, status in self.severities},
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> "Probes":
        """Reads what `as_json` wrote.

        Raises:
            KeyError, TypeError, AttributeError: it is something else.
        """
        severities = raw["severities"].items()
        return cls(
            query=raw["query"],
            app_label=raw["app_label"],
            severities=tuple((severity, status_of(word)) for severity, word in severities),
        )
