"""A site that people rely on: nothing made up may stand where somebody is sent in need."""

from collections.abc import Iterator

from synlighed.load import Loaded
from synlighed.model.contacts import Contact
from synlighed.model.processes import Process
from synlighed.model.site import Site
from synlighed.problems import Problem


def check_live(loaded: Loaded) -> Iterator[Problem]:
    """Once `site.yml` says that the site is in use, nothing that is acted on at once is made up.

    That is whom to call, how an app is approved, and what to do about a lost device: a reader in
    need does not look for a mark.
    """
    site = loaded.known_site
    if not site or not site.live:
        return
    acted_on = {*_processes(site)}
    for entry in loaded.all_items:
        is_acted_on = isinstance(entry.item, Contact) or (
            isinstance(entry.item, Process) and entry.item.id in acted_on
        )
        if is_acted_on and entry.item.example:
            yield entry.problem("F406", ("example",))


def _processes(site: Site) -> Iterator[str]:
    if guidance := site.guidance:
        yield from guidance.lost_device or ()
        if guidance.approval:
            yield guidance.approval
