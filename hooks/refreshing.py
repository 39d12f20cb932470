"""The preview's own refreshing of the status, as operations do for a published site."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from typing import Any

from synlighed import environment
from synlighed.map.connection import ConnectionSettingError
from synlighed.map.refresh import NoSite, refresh
from synlighed.map.sources import source_of
from synlighed.map.store import Store

log = logging.getLogger("mkdocs.hooks.refreshing")

EVERY = 30
"""Seconds between two questions."""

_stopped = Event()


def on_serve(server: Any, config: Any, builder: Callable[..., None]) -> Any:
    """Begins to refresh, when there is somebody to ask."""
    if environment.platform()[0]:
        root, site = Path(config.config_file_path).parent, Path(config.site_dir)
        Thread(target=_refreshing, args=(root, site), daemon=True).start()
    return server


def on_shutdown() -> None:
    """Ends it, before the folder goes."""
    _stopped.set()


def _refreshing(root: Path, site: Path) -> None:
    store = Store(environment.state_folder(root))
    while not _stopped.wait(EVERY):
        try:
            refresh(
                site,
                store,
                lambda watched: source_of(watched, *environment.platform()),
                lambda: datetime.now(UTC),
            )
        except NoSite:
            # It is being built, or cannot be yet.
            continue
        except (ConnectionSettingError, OSError) as error:
            log.info("Status bliver ikke fornyet: %s", error)
