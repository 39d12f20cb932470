"""References lead to something, and not to themselves or in a ring."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from synlighed.danish.words import closest
from synlighed.load import Loaded, LoadedItem
from synlighed.model.relation import Place, Relation, relations_of
from synlighed.problems import Problem


def check_references(loaded: Loaded) -> Iterator[Problem]:
    """Every id names an item, every word is in its vocabulary."""
    for entry in loaded.items:
        for relation in relations_of(type(entry.item)):
            for place, target in relation.targets(entry.item):
                yield from _reference(loaded, entry, relation, place, target)
        yield from _words(loaded, entry)
    yield from _rings(loaded)


def _reference(
    loaded: Loaded, entry: LoadedItem, relation: Relation, place: Place, target: str
) -> Iterator[Problem]:
    key = relation.keys[-1]
    if target not in loaded.ids[relation.to]:
        ids = sorted(loaded.ids[relation.to])
        near = tuple(_near(loaded, relation.to, target, ids))
        yield entry.problem(
            "F301",
            place,
            args={"value": target, "many": loaded.model[relation.to].kind.many, "to": relation.to},
            suggestions=near,
            allowed=() if near else tuple(ids),
        )
    elif relation.to == relation.kind and target == entry.item.id and not relation.to_itself:
        yield entry.problem("F309", place, args={"key": key})


def _near(loaded: Loaded, kind: str, written: str, ids: list[str]) -> list[str]:
    """The ids that could be meant: those spelt alike, or whose item is called what was written."""
    called = [
        other.item.id
        for other in loaded.items
        if other.item.kind.key == kind
        and written.lower() in (other.item.title.lower(), *other.item.former_ids)
    ]
    return called or closest(written, ids)


def _words(loaded: Loaded, entry: LoadedItem) -> Iterator[Problem]:
    if not loaded.site:
        return
    for place, field, value in entry.values:
        vocabulary = field.declared.vocabulary
        if not vocabulary:
            continue
        words = [word.id for word in loaded.site.vocabularies.words(vocabulary)]
        if value not in words:
            near = tuple(closest(value, words))
            args = {
                "value": value,
                "key": field.key,
                "label": field.label,
                "vocabulary": vocabulary,
            }
            yield entry.problem("F304", place, args=args, suggestions=near, allowed=tuple(words))


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
