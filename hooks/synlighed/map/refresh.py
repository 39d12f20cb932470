"""Renews what a published site tells of the status, without building it again."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from synlighed.map.source import Source
from synlighed.map.store import Store
from synlighed.map.written import Written
from synlighed.status.board import Board
from synlighed.status.measured import Answer
from synlighed.status.published import FOLDER, WATCHED, renewed_files
from synlighed.status.watched import Watched
from synlighed.wholefile import remove_unfinished, replace

_PUBLIC = 0o644


class NoSite(Exception):
    """A folder that holds no site whose status can be renewed, told in Danish."""


def watched_by(site: Path) -> Watched:
    """What a published site watches.

    Raises:
        NoSite: it is none of ours.
    """
    try:
        return Watched.from_json(json.loads((site / WATCHED).read_bytes()))
    except OSError:
        told = f"{site} er ikke et site, der kan fornyes: {WATCHED} mangler."
    except (ValueError, KeyError, TypeError, AttributeError):
        told = f"{site / WATCHED} kan ikke læses."
    raise NoSite(f"{told} Byg sitet igen med scripts/build.py.")


def refresh(
    site: Path,
    store: Store,
    source_of: Callable[[Watched], Source | None],
    clock: Callable[[], datetime],
) -> Board:
    """Asks how everything works, and writes that into a published site.

    Each file is replaced whole, and only when it changes. Whatever goes wrong with the asking, the
    last good answer is shown, as old as it is.

    Args:
        site: The published folder.
        store: What is kept; locked meanwhile, so that builds and refreshes take turns.
        source_of: Whom to ask for what a site watches; nobody when nothing is set up.
        clock: The time now, with its zone.

    Raises:
        NoSite: the folder is none of our sites.
        OSError: something cannot be written.
    """
    with store.locked():
        watched = watched_by(site)
        source = source_of(watched)
        answer = store.renew(source, clock) if source else Answer()
        return _publish(site, store, watched, answer, clock())


def publish(site: Path, store: Store, answer: Answer, now: datetime) -> Board:
    """Writes what is known now into a published site; only under the lock.

    Raises:
        NoSite: the folder is none of our sites.
        OSError: something cannot be written.
    """
    return _publish(site, store, watched_by(site), answer, now)


def _publish(site: Path, store: Store, watched: Watched, answer: Answer, now: datetime) -> Board:
    board = store.board(watched, answer, now)
    remove_unfinished(site / FOLDER)
    written = Written(store.written(site))
    for file in renewed_files(board):
        if not written.holds(site, file) and (file.is_needed or (site / file.uri).exists()):
            write(site / file.uri, file.make())
            written.note(site, file)
    written.keep()
    return board


def write(file: Path, content: bytes) -> None:
    """Replaces a file of a published site, unless it says the same.

    Raises:
        OSError: it cannot be written.
    """
    try:
        if file.read_bytes() == content:
            return
    except OSError:
        # It is not there, or cannot be read: then it is to be.
        pass
    replace(file, content, mode=_PUBLIC)
