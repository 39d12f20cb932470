"""What a rule about one item may know of all the others."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from synlighed.danish.slugs import slugify
from synlighed.danish.words import closest
from synlighed.load import Loaded
from synlighed.model.ambassadors import Ambassador
from synlighed.model.services import Service
from synlighed.model.vocabulary import ENDED
from synlighed.problems import ALLOWED_SHOWN
from synlighed.rules.abbreviations import explained
from synlighed.visibility import Edition


class Suggestions:
    """What an id that does not exist could have meant; found once for each."""

    def __init__(self, loaded: Loaded) -> None:
        """Knows the ids and names of everything that could be read."""
        self.loaded = loaded
        self.known: dict[tuple[str, str], dict[str, Any]] = {}

    @cached_property
    def called(self) -> Mapping[tuple[str, str], list[str]]:
        """The ids of what has a name or had an id, by kind and that."""
        called: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for item in (entry.item for entry in self.loaded.items):
            for name in dict.fromkeys((item.title.lower(), *item.former_ids)):
                called[item.kind.key, name].append(item.id)
        return called

    def __getstate__(self) -> dict[str, Any]:
        """Nothing: what is kept of a check is only compared."""
        return {"known": {}}

    def __call__(self, kind: str, written: str) -> dict[str, Any]:
        """What a problem says of an id of a kind, as it was written."""
        about = self.known.get((kind, written))
        if about is None:
            about = self.known[kind, written] = self._about(kind, written)
        return about

    def _about(self, kind: str, written: str) -> dict[str, Any]:
        ids = sorted(self.loaded.ids[kind])
        near = self.called.get((kind, written.lower())) or closest(written, ids)
        many = self.loaded.model[kind].kind.many
        slug = slugify(written)
        new = slug if slug and slug not in self.loaded.ids[kind] else "ID"
        return {
            "args": {"value": written, "many": many, "to": kind, "slug": new},
            "suggestions": tuple(near),
            "allowed": tuple(ids) if not near and len(ids) <= ALLOWED_SHOWN else (),
        }


@dataclass(frozen=True)
class Around:
    """The surroundings of every item: when two are equal, the same item has the same warnings.

    So what is found in an item that has no mistake can be kept for as long as this stays the same.
    It holds little, and nothing that most edits change.
    """

    today: date
    """The day the data should be true on."""
    ids: Mapping[str, frozenset[str]]
    absent: frozenset[str]
    unread: frozenset[str]
    words: Mapping[str, tuple[str, ...]]
    """The words of each vocabulary; a vocabulary that could not be read is not there."""
    explained: frozenset[str]
    """The abbreviations a reader can look up."""
    ending: Mapping[str, str]
    """The services that end or have ended, and which of the two."""
    covered: frozenset[str] | None
    """The units that have an ambassador; `None` when it cannot be said."""
    visibility: Mapping[tuple[str, str], Edition]
    """How much others than those inside may see of what is not only for these."""
    suggest: Suggestions = field(compare=False, repr=False)
    """For mistakes only, which are never kept."""

    @staticmethod
    def of(loaded: Loaded, today: date) -> "Around":
        """The surroundings that a folder's items have in common."""
        return Around(
            today=today,
            ids=loaded.ids,
            absent=frozenset(loaded.absent),
            unread=loaded.unread,
            words=_words(loaded),
            explained=explained(loaded),
            ending=_ending(loaded),
            covered=_covered(loaded),
            visibility=_visibility(loaded),
            suggest=Suggestions(loaded),
        )


def _words(loaded: Loaded) -> Mapping[str, tuple[str, ...]]:
    if not loaded.known_site or not loaded.known_site.vocabularies:
        return {}
    vocabularies = loaded.known_site.vocabularies
    return {
        name: tuple(dict.fromkeys(word.id for word in vocabularies.words(name)))
        for name in type(vocabularies).model_fields
    }


def _ending(loaded: Loaded) -> Mapping[str, str]:
    return {
        entry.item.id: str(entry.item.lifecycle)
        for entry in loaded.items
        if isinstance(entry.item, Service) and entry.item.lifecycle in ENDED
    }


def _visibility(loaded: Loaded) -> Mapping[tuple[str, str], Edition]:
    # Nothing is said of items with mistakes: their visibility may be one of these.
    wide = {entry.item.identity: Edition.PUBLIC for entry in loaded.partial}
    return wide | {
        entry.item.identity: Edition(entry.item.visibility)
        for entry in loaded.items
        if entry.item.visibility not in (None, Edition.INTERNAL)
    }


def _covered(loaded: Loaded) -> frozenset[str] | None:
    ambassadors = [e.item for e in loaded.all_items if isinstance(e.item, Ambassador)]
    key = Ambassador.kind.key
    if key in loaded.unread or len(ambassadors) < len(loaded.ids.get(key, ())):
        # One that cannot be read may be the unit's own.
        return None
    return frozenset(str(ambassador.unit) for ambassador in ambassadors)
