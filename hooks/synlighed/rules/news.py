"""News and newsletters: ids that nothing else has, pictures that are there, nothing too early."""

from collections.abc import Iterator

from synlighed.danish.dates import format_date
from synlighed.danish.words import closest
from synlighed.load import Loaded, LoadedItem
from synlighed.model.news import News
from synlighed.model.newsletters import Newsletter
from synlighed.model.published import Published, fresh_uid
from synlighed.problems import Problem


def check_news(loaded: Loaded) -> Iterator[Problem]:
    """What came out, and what will."""
    yield from _uids(loaded)
    yield from _pictures(loaded)
    yield from _too_early(loaded)


def _uids(loaded: Loaded) -> Iterator[Problem]:
    """No two are one and the same to those who subscribe; a copied file is, until it is mended."""
    taken: dict[str, LoadedItem] = {}
    for entry in loaded.items:
        if isinstance(entry.item, Published):
            other = taken.setdefault(entry.item.uid, entry)
            if other is not entry:
                args = {"other": other.file.path, "fresh": fresh_uid(entry.file.path)}
                yield entry.problem("F424", ("uid",), args=args)


def _pictures(loaded: Loaded) -> Iterator[Problem]:
    names = sorted(loaded.pictures)
    there = {*loaded.pictures, *loaded.refused_pictures}
    for entry in loaded.items:
        name = (
            entry.item.picture.file if isinstance(entry.item, News) and entry.item.picture else ""
        )
        # What is wrong with one that is there, is told of it.
        if name and name not in there:
            near = tuple(closest(name, names))
            args = {"value": name}
            yield entry.problem("F425", ("picture", "file"), args=args, suggestions=near)


def _too_early(loaded: Loaded) -> Iterator[Problem]:
    """A newsletter brings no news that comes out after it, and nothing corrects what is to come."""
    days = {e.item.id: e.item.date for e in loaded.items if isinstance(e.item, News)}
    for entry in loaded.items:
        item = entry.item
        named = (
            [(("contents", n, "news"), story.news) for n, story in enumerate(item.contents)]
            if isinstance(item, Newsletter)
            else [(("corrects",), item.corrects)]
            if isinstance(item, News)
            else []
        )
        for place, id in named:
            if id in days and isinstance(item, Published) and days[id] > item.date:
                args = {"value": id, "later": format_date(days[id]), "day": format_date(item.date)}
                yield entry.problem("F426", place, args=args)
