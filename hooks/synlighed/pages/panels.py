"""The panels that only one kind has: several fields read together, and shown as one answer."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from synlighed.model.apps import App
from synlighed.model.item import Item
from synlighed.model.vocabulary import OUTSIDE_STAFF
from synlighed.pages.devices import devices_of
from synlighed.pages.here import Here
from synlighed.pages.present import Fact, show
from synlighed.pages.trust import State, claims_of


@dataclass(frozen=True)
class Panel:
    """A section with a template of its own."""

    id: str
    title: str
    template: str
    content: Any
    fields: frozenset[str]
    """The fields it tells of, which need not be told of again."""


@dataclass(frozen=True)
class ShownClaim:
    """A claim, ready to be shown."""

    title: str
    state: State
    says: str
    facts: tuple[Fact, ...]
    ask: tuple[Item, ...] = ()
    """Those who may know more."""


def panels_of(item: Item, here: Here) -> tuple[Panel, ...]:
    """The panels on an item's page, in order."""
    return (_devices(item), _trust(item, here)) if isinstance(item, App) else ()


def _devices(app: App) -> Panel:
    return Panel(
        id="paa-din-enhed",
        title="Gælder på din enhed",
        template="devices.html",
        content=devices_of(app),
        fields=frozenset({"device_ownership", "usage_mode"}),
    )


def _trust(app: App, here: Here) -> Panel:
    return Panel(
        id="tillid",
        title="Det ved vi om godkendelse og sikkerhed",
        template="trust.html",
        content=_claims(app, here),
        fields=frozenset(
            {
                "approval",
                "security_consulted_on",
                "data_controller",
                "consent",
                "medical_device",
                "accessibility_statement",
                "external_reviews",
            }
        ),
    )


def _claims(app: App, here: Here) -> tuple[ShownClaim, ...]:
    def is_past(day: date) -> bool:
        return here.catalogue.is_past(day.isoformat())

    *claims, reviewed = (
        ShownClaim(
            claim.title,
            claim.state,
            claim.says,
            tuple(Fact(given.label, show(given.value, given.field, here)) for given in claim.given),
        )
        for claim in claims_of(app, is_past)
    )
    return (*claims, replace(reviewed, ask=_reviewers(app, here)))


def _reviewers(app: App, here: Here) -> tuple[Item, ...]:
    """Those outside who review apps: they are asked, and not copied, since they change their minds.

    Nobody reviews apps that only staff use.
    """
    if isinstance(app.audiences, tuple) and not {*app.audiences} & {*OUTSIDE_STAFF}:
        return ()
    found = (here.catalogue.find("references", id) for id in here.catalogue.site.app_reviewers)
    return tuple(item for item in found if item)
