"""The panels that only one kind has: several fields read together, and shown as one answer."""

from dataclasses import dataclass
from typing import Any

from synlighed.model.apps import App
from synlighed.model.item import Item
from synlighed.pages.devices import devices_of


@dataclass(frozen=True)
class Panel:
    """A section with a template of its own."""

    id: str
    title: str
    template: str
    content: Any
    fields: frozenset[str]
    """The fields it tells of, which need not be told of again."""


def panels_of(item: Item) -> tuple[Panel, ...]:
    """The panels on an item's page, in order."""
    return (_devices(item),) if isinstance(item, App) else ()


def _devices(app: App) -> Panel:
    return Panel(
        id="paa-din-enhed",
        title="Gælder på din enhed",
        template="devices.html",
        content=devices_of(app),
        fields=frozenset({"device_ownership", "usage_mode"}),
    )
