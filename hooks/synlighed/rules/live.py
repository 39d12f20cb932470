"""A site that people rely on: nothing made up may stand where somebody is sent in need."""

import re
from collections.abc import Iterator

from synlighed.load import Loaded, LoadedItem
from synlighed.model.contacts import Contact
from synlighed.model.criteria import Criterion
from synlighed.model.processes import Process
from synlighed.model.site import Site
from synlighed.problems import Problem

_NUMBER = r"(?<![\d+])(?:\+\d\d ?)?0(?: ?0){5,}(?! ?\d)"
_MAILBOX = r"[\w.+-]+@[\w.-]+\.example\b"
NOBODY_ANSWERS = re.compile(f"{_NUMBER}|{_MAILBOX}")
"""Numbers and mailboxes that can never be somebody's."""
IS_AN_EXAMPLE = re.compile(r"\ber (?:kun |bare |blot )?(?:et )?eksemp(?:el|ler)\b(?! på)", re.I)
CALLED_AN_EXAMPLE = re.compile(rf"{IS_AN_EXAMPLE.pattern}|^eksempel\b|\bopdigtet\b", re.I)
"""The same of what is short, and said of the item itself."""


def check_live(loaded: Loaded) -> Iterator[Problem]:
    """Once `site.yml` says that the site is in use, nothing that is acted on at once is made up.

    That is whom to call, how an app is approved and by what, and what to do about a lost device: a
    reader in need does not look for a mark.
    """
    site = loaded.known_site
    if not site or not site.live:
        return
    acted_on = _acted_on(loaded, site)
    for entry in loaded.all_items:
        if isinstance(entry.item, Contact) or entry.item.identity in acted_on:
            if entry.item.example:
                yield entry.problem("F406", ("example",))
            else:
                yield from _made_up(entry)


def _acted_on(loaded: Loaded, site: Site) -> frozenset[tuple[str, str]]:
    """The processes that pages are made of, and the criteria that stand there with them."""
    guidance = site.guidance
    if not guidance:
        return frozenset()
    processes = {*(guidance.lost_device or ())}
    criteria: set[str] = set()
    if guidance.approval:
        processes.add(guidance.approval)
        for entry in loaded.all_items:
            if isinstance(entry.item, Process) and entry.item.id == guidance.approval:
                criteria.update(_criteria(entry.item))
    return frozenset(
        (kind.kind.key, str(id))
        for kind, ids in ((Process, processes), (Criterion, criteria))
        for id in ids
    )


def _criteria(process: Process) -> Iterator[str]:
    if isinstance(process.steps, tuple):
        for step in process.steps:
            yield from step.criteria


def _made_up(entry: LoadedItem) -> Iterator[Problem]:
    """What is left of the example in an item that is none any more."""
    for place, field, value in entry.values:
        if not isinstance(value, str):
            continue
        if found := NOBODY_ANSWERS.search(value):
            args = {"value": found[0]}
            yield entry.problem("F407", place, within=found[0], args=args)
        said = CALLED_AN_EXAMPLE if field.key in ("title", "summary") else IS_AN_EXAMPLE
        if found := said.search(value):
            yield entry.problem("F408", place, within=found[0])
