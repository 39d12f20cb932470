"""References lead to something, and not to themselves or in a ring."""

from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from synlighed.danish.slugs import slugify
from synlighed.danish.words import closest
from synlighed.load import Loaded, LoadedItem
from synlighed.load.nodes import PROBLEMS_SHOWN
from synlighed.model.relation import Place, Relation, relations_of
from synlighed.problems import Problem
from synlighed.rules.around import Around


def check_references(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """Every id names an item, every word is in its vocabulary."""
    yield from _targets(entry, around)
    yield from _words(entry, around)


def check_folders(loaded: Loaded) -> Iterator[Problem]:
    """No kind that is referred to lacks its folder."""
    into_nothing: defaultdict[str, list[str]] = defaultdict(list)
    if loaded.absent:
        for entry in loaded.all_items:
            for relation in relations_of(type(entry.item)):
                if relation.to in loaded.absent and relation.to not in loaded.unread:
                    into_nothing[relation.to] += (id for _, id in relation.targets(entry.item))
    for kind, targets in into_nothing.items():
        if targets:
            times = "ét sted" if len(targets) == 1 else f"{len(targets)} steder"
            args = {"name": kind, "times": times, "value": slugify(targets[0])}
            yield Problem("F020", loaded.absent[kind], line=0, args=args)


def _targets(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    dangling = 0
    for relation in relations_of(type(entry.item)):
        if relation.to in around.unread:
            continue
        for place, target in relation.targets(entry.item):
            if target in around.ids[relation.to]:
                yield from _to_itself(entry, relation, place, target)
            elif relation.to not in around.absent:
                dangling += 1
                if dangling <= PROBLEMS_SHOWN + 1:
                    yield entry.problem("F301", place, **around.suggest(relation.to, target))


def _to_itself(
    entry: LoadedItem, relation: Relation, place: Place, target: str
) -> Iterator[Problem]:
    is_itself = relation.to == relation.kind and target == entry.item.id
    if is_itself and not relation.to_itself:
        yield entry.problem("F309", place, args={"key": relation.keys[-1]})


def _words(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    for place, field, value in entry.values:
        words = around.words.get(field.declared.vocabulary)
        if words is not None and value not in words:
            args = {"value": value, "key": field.key, "label": field.label}
            args["vocabulary"] = field.declared.vocabulary
            near = tuple(closest(value, words))
            yield entry.problem("F304", place, args=args, suggestions=near, allowed=words)


def check_rings(loaded: Loaded) -> Iterator[Problem]:
    """No relation comes back to where it began, where it must not."""
    by_kind: defaultdict[str, dict[str, LoadedItem]] = defaultdict(dict)
    for entry in loaded.items:
        by_kind[entry.item.kind.key][entry.item.id] = entry
    for relation in loaded.model.relations:
        if relation.acyclic:
            entries = by_kind[relation.kind]
            ring = _ring(relation, entries)
            if ring:
                first = entries[ring[0]]
                place = next(p for p, to in relation.targets(first.item) if to == ring[1])
                args = {"key": relation.key, "path": " > ".join(ring)}
                yield first.problem("F310", place, args=args)


def _ring(relation: Relation, entries: dict[str, LoadedItem]) -> list[str]:
    """One ring of ids, each leading to the next and the last being the first; empty if none."""
    items = relation.of_which(entry.item for entry in entries.values())
    graph = {item.id: [id for id in relation.ids(item) if id != item.id] for item in items}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        ring: list[str] = error.args[1][::-1]
        return ring
    return []
