"""A site that people rely on: nothing made up may stand where somebody is sent in need."""

from collections.abc import Iterator

from synlighed.load import Loaded
from synlighed.model.contacts import Contact
from synlighed.model.processes import Process
from synlighed.problems import Problem

MUST_BE_TRUE = (Contact, Process)
"""Whom to call, and what to do: a reader acts on it at once, and does not look for a mark."""


def check_live(loaded: Loaded) -> Iterator[Problem]:
    """Once `site.yml` says that the site is in use, no help and no process is an example."""
    if not loaded.known_site or not loaded.known_site.live:
        return
    for entry in loaded.all_items:
        if isinstance(entry.item, MUST_BE_TRUE) and entry.item.example:
            yield entry.problem("F406", ("example",))
