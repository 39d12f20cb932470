"""Pages of items of the real kinds, filled in as a test needs."""

from typing import Any

from synlighed.catalogue import Catalogue
from synlighed.model import discover
from synlighed.model.apps import App
from synlighed.model.contacts import Contact
from synlighed.model.item import Item
from synlighed.model.site import Site
from synlighed.site import SitePage
from tests.export.sample import COMMON, site
from tests.pages.builder import compile_small, page_of

EVERY_APP: dict[str, Any] = {
    "title": "Min Plan",
    "description": "ukendt",
    "lifecycle": "ukendt",
    "origin": "ukendt",
    "audiences": "ukendt",
    "sectors": "ukendt",
    "device_types": "ukendt",
    "device_ownership": "ukendt",
    "personal_data": "ukendt",
    "system_owner": "ukendt",
    "system_manager": "ukendt",
    "approval": "ukendt",
    "medical_device": "ukendt",
}


def app(**fields: Any) -> App:
    """An app of which only these fields are known."""
    given = {**COMMON, "id": "min-plan", "source": "data/apps/min-plan.yml", **EVERY_APP, **fields}
    return App.model_validate(given)


def contact(id: str = "hjaelpen", **fields: Any) -> Contact:
    """A contact point."""
    given = {
        **COMMON,
        "id": id,
        "source": f"data/contacts/{id}.yml",
        "title": "Hjælpen",
        "answers": "ukendt",
        "organisation": "ukendt",
        **fields,
    }
    return Contact.model_validate(given)


def catalogue_of(*items: Item, **settings: Any) -> Catalogue:
    """A catalogue of these items, in a site with these settings."""
    given = Site.model_copy(site(), update={"doors": (), **settings})
    return Catalogue(discover(), given, items)


def page_with(url: str, *items: Item, **settings: Any) -> SitePage:
    """The page at an address of a site of these items."""
    return page_of(compile_small(catalogue_of(*items, **settings)), url)
