"""The status as commands ask for it: from the platform that the environment names, if it does."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from inside import ROOT

from synlighed import environment
from synlighed.map.refresh import publish
from synlighed.map.source import Source
from synlighed.map.sources import source_of
from synlighed.map.store import Store
from synlighed.status.measured import Answer
from synlighed.status.watched import Watched


def now() -> datetime:
    """The time; in UTC, since moments are compared."""
    return environment.now().astimezone(UTC)


def settings() -> Watched:
    """What the data say of the platform, without reading the items: the build tells of mistakes."""
    # A refresh, which runs every minute, has no use for these.
    from synlighed.load import load
    from synlighed.model import Model
    from synlighed.watching import measured_by

    folder, shown_as = environment.data_folder(ROOT)
    site = load(folder, Model(()), shown_as=shown_as).site
    return measured_by(site) if site else Watched()


def source(watched: Watched) -> Source | None:
    """Whom to ask; nobody when nothing is set up.

    Raises:
        ConnectionSettingError: the address or the token cannot be used.
    """
    platform = environment.platform()
    return source_of(watched, *platform) if platform[0] else None


def ask(store: Store) -> Answer | None:
    """Asks how everything works, for the build that follows; nothing when there is nobody to ask.

    Raises:
        ConnectionSettingError: the address or the token cannot be used.
        OSError: the answer cannot be kept.
    """
    # Without a platform the data need not be read for what it speaks.
    whom = source(settings()) if environment.platform()[0] else None
    if whom is None:
        return None
    with store.locked():
        return store.renew(whom, now)


@contextmanager
def renewed(site: Path, store: Store) -> Iterator[None]:
    """Lets a site that took a while to build tell what is known by now, while it is put in place.

    Raises:
        OSError: the site or the state folder cannot be written.
    """
    url = environment.platform()[0]
    if not url:
        yield
        return
    with store.locked():
        publish(site, store, store.answer(url.rstrip("/")), now())
        yield
