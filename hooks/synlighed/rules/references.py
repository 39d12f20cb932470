"""References lead to something, and not to themselves or in a ring."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import Any

from synlighed.danish.slugs import slugify
from synlighed.danish.words import closest
from synlighed.load import Loaded, LoadedItem
from synlighed.load.nodes import PROBLEMS_SHOWN
from synlighed.model.relation import Place, Relation, relations_of
from synlighed.problems import ALLOWED_SHOWN, Problem


def check_references(loaded: Loaded) -> Iterator[Problem]:
    """Every id names an item, every word is in its vocabulary."""
    yield from _targets(loaded)
    yield from _words(loaded)
    yield from _rings(loaded)


def _targets(loaded: Loaded) -> Iterator[Problem]:
    """Every id, also of items that have other mistakes."""
    into_nothing: defaultdict[str, list[str]] = defaultdict(list)
    suggest = _Suggestions(loaded)
    for entry in loaded.all_items:
        dangling = 0
        for relation in relations_of(type(entry.item)):
            if relation.to in loaded.unread:
                continue
            for place, target in relation.targets(entry.item):
                if target in loaded.ids[relation.to]:
                    yield from _to_itself(entry, relation, place, target)
                elif relation.to in loaded.absent:
                    into_nothing[relation.to].append(target)
                elif (dangling := dangling + 1) <= PROBLEMS_SHOWN + 1:
                    yield entry.problem("F301", place, **suggest(relation.to, target))
    for kind, targets in into_nothing.items():
        times = "ét sted" if len(targets) == 1 else f"{len(targets)} steder"
        args = {"name": kind, "times": times, "value": slugify(targets[0])}
        yield Problem("F020", loaded.absent[kind], line=0, args=args)


def _to_itself(
    entry: LoadedItem, relation: Relation, place: Place, target: str
) -> Iterator[Problem]:
    is_itself = relation.to == relation.kind and target == entry.item.id
    if is_itself and not relation.to_itself:
        yield entry.problem("F309", place, args={"key": relation.keys[-1]})


class _Suggestions:
    """What an id that does not exist could have meant; found once for each."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.known: dict[tuple[str, str], dict[str, Any]] = {}
        self.called: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for item in (entry.item for entry in loaded.items):
            for name in dict.fromkeys((item.title.lower(), *item.former_ids)):
                self.called[item.kind.key, name].append(item.id)

    def __call__(self, kind: str, written: str) -> dict[str, Any]:
        about = self.known.get((kind, written))
        if about is None:
            about = self.known[kind, written] = self.about(kind, written)
        return about

    def about(self, kind: str, written: str) -> dict[str, Any]:
        """The ids spelt alike, or whose item is called what was written."""
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


def _words(loaded: Loaded) -> Iterator[Problem]:
    if not loaded.known_site or not loaded.known_site.vocabularies:
        return
    vocabularies = loaded.known_site.vocabularies

    @cache
    def words(vocabulary: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word.id for word in vocabularies.words(vocabulary)))

    for entry in loaded.all_items:
        for place, field, value in entry.values:
            vocabulary = field.declared.vocabulary
            if vocabulary and value not in words(vocabulary):
                args = {"value": value, "key": field.key, "label": field.label}
                args["vocabulary"] = vocabulary
                yield entry.problem(
                    "F304",
                    place,
                    args=args,
                    suggestions=tuple(closest(value, words(vocabulary))),
                    allowed=words(vocabulary),
                )


def _rings(loaded: Loaded) -> Iterator[Problem]:
    """Relations that come back to where they began, though they must not."""
    for relation in loaded.model.relations:
        if relation.acyclic:
            entries = {e.item.id: e for e in loaded.items if e.item.kind.key == relation.kind}
            ring = _ring(relation, entries)
            if ring:
                first = entries[ring[0]]
                place = next(p for p, to in relation.targets(first.item) if to == ring[1])
                args = {"key": relation.key, "path": " > ".join(ring)}
                yield first.problem("F310", place, args=args)


def _ring(relation: Relation, entries: dict[str, LoadedItem]) -> list[str]:
    """One ring of ids, each leading to the next and the last being the first; empty if none."""
    graph = {
        id: [target for _, target in relation.targets(entry.item) if target != id]
        for id, entry in entries.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        ring: list[str] = error.args[1][::-1]
        return ring
    return []
