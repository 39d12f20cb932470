"""The apps of the catalogue that are registered with the platform."""

from synlighed.catalogue import Catalogue
from synlighed.map.scenario import Registered
from synlighed.model.apps import App

REGISTERED = "registreret"


def registered_apps(catalogue: Catalogue) -> tuple[Registered, ...]:
    """Those that have an id there, in the order of their ids."""
    return tuple(
        sorted(
            Registered(app.map.app_id, app.title)
            for app in catalogue.items("apps")
            if isinstance(app, App)
            and app.map
            and app.map.app_id
            and app.map.registration == REGISTERED
        )
    )
