"""What must be the only one of its kind: old ids, app ids, names."""

from collections.abc import Iterator

from synlighed.load import Loaded, LoadedItem
from synlighed.load.placing import reserved_ids
from synlighed.model.fields import UNKNOWN
from synlighed.model.relation import Place
from synlighed.problems import Problem
from synlighed.rules.around import Around


def check_identity(loaded: Loaded) -> Iterator[Problem]:
    """No address, id or name leads two ways."""
    yield from _former_ids(loaded)
    yield from _unique_values(loaded)
    yield from _names(loaded)


def _former_ids(loaded: Loaded) -> Iterator[Problem]:
    taken: dict[tuple[str, str], str] = {}
    for entry in loaded.all_items:
        kind = entry.item.kind.key
        for number, former in enumerate(entry.item.former_ids):
            place: Place = ("former_ids", number)
            other = taken.setdefault((kind, former), entry.file.path)
            if former in loaded.ids[kind]:
                folder = entry.file.path.rpartition("/")[0]
                other = f"{folder}/{former}.yml"
            elif other == entry.file.path:
                if former in reserved_ids(type(entry.item)):
                    yield entry.problem("F010", place, args={"name": former})
                continue
            yield entry.problem("F302", place, args={"value": former, "other": other})


def _unique_values(loaded: Loaded) -> Iterator[Problem]:
    taken: dict[tuple[str, str, str], LoadedItem] = {}
    for entry in loaded.all_items:
        for place, field, value in entry.unique_values:
            if value is not UNKNOWN:
                key = (entry.item.kind.key, field.key, str(value))
                other = taken.setdefault(key, entry)
                if other is not entry:
                    args = {"value": value, "other": other.file.path, "key": field.key}
                    yield entry.problem("F303", place, args=args)


def _names(loaded: Loaded) -> Iterator[Problem]:
    """A name that leads to two items of a kind; two may share an alias, which only helps search."""
    titles: dict[tuple[str, str], LoadedItem] = {}
    for entry in loaded.items:
        key = (entry.item.kind.key, entry.item.title.casefold())
        other = titles.setdefault(key, entry)
        if other is not entry:
            args = {"value": entry.item.title, "other": other.file.path}
            yield entry.problem("A508", ("title",), args=args)
    for entry in loaded.items:
        for number, alias in enumerate(entry.item.aliases):
            named = titles.get((entry.item.kind.key, alias.casefold()), entry)
            if named is not entry:
                args = {"value": alias, "other": named.file.path}
                yield entry.problem("A508", ("aliases", number), args=args)


def check_repeated(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """No list says a thing twice."""
    seen: set[tuple[Place, object]] = set()
    for place, field, value in entry.values:
        if isinstance(place[-1], int):
            if (place[:-1], value) in seen:
                yield entry.problem("F308", place, args={"value": str(value), "key": field.key})
            seen.add((place[:-1], value))
