"""News and newsletters: ids that nothing else has, pictures that are there, nothing too early."""

from collections.abc import Iterator
from itertools import count

from synlighed.danish.dates import format_date
from synlighed.danish.words import closest
from synlighed.load import Loaded, LoadedItem
from synlighed.model.declare import fields_of
from synlighed.model.item import Item
from synlighed.model.mentions import Mention
from synlighed.model.news import News
from synlighed.model.newsletters import UNWRITTEN, Newsletter
from synlighed.model.published import Published, fresh_uid
from synlighed.model.relation import Place
from synlighed.problems import Problem
from synlighed.visibility import Edition

_WRITTEN = ("title", "summary", "intro")
"""The fields of a newsletter in which a draft says what should stand there."""


def check_news(loaded: Loaded) -> Iterator[Problem]:
    """What came out, and what will."""
    items = {entry.item.identity: entry.item for entry in loaded.items}
    yield from _uids(loaded)
    for entry in loaded.items:
        if isinstance(entry.item, News):
            yield from _picture(entry, loaded)
            yield from _repeated(entry, "about", entry.item.about)
            yield from _correction(entry, entry.item, items)
        elif isinstance(entry.item, Newsletter):
            yield from _repeated(entry, "contents", entry.item.contents)
            yield from _unwritten(entry, entry.item)
            yield from _contents(entry, entry.item, items)


def _uids(loaded: Loaded) -> Iterator[Problem]:
    """No two are one and the same to those who subscribe; a copied file is, until it is mended."""
    entries = [entry for entry in loaded.items if isinstance(entry.item, Published)]
    in_use = {entry.item.uid for entry in entries if isinstance(entry.item, Published)}
    taken: dict[str, LoadedItem] = {}
    for entry in entries:
        assert isinstance(entry.item, Published)
        other = taken.setdefault(entry.item.uid, entry)
        if other is not entry:
            offered = (fresh_uid(entry.file.path, f"{entry.file.text}{n}") for n in count())
            fresh = next(uid for uid in offered if uid not in in_use)
            args = {"other": other.file.path, "fresh": fresh}
            yield entry.problem("F424", ("uid",), args=args)


def _picture(entry: LoadedItem, loaded: Loaded) -> Iterator[Problem]:
    picture = entry.item.picture if isinstance(entry.item, News) else None
    # What is wrong with one that is there, is told of it.
    there = {*loaded.pictures, *loaded.refused_files}
    if picture and picture.file not in there:
        near = tuple(closest(picture.file, sorted(loaded.pictures)))
        args = {"value": picture.file}
        yield entry.problem("F425", ("picture", "file"), args=args, suggestions=near)


def _repeated(entry: LoadedItem, key: str, mentions: tuple[Mention, ...]) -> Iterator[Problem]:
    """Nothing is brought twice."""
    seen: set[tuple[str, str]] = set()
    for number, mention in enumerate(mentions):
        for name, id in _named(mention):
            if (name, id) in seen:
                args = {"value": id, "key": key}
                yield entry.problem("F308", (key, number, name), args=args)
            seen.add((name, id))


def _named(mention: Mention) -> Iterator[tuple[str, str]]:
    """The field that a mention fills in, and the id in it."""
    for field in fields_of(Mention):
        if id := getattr(mention, field.key):
            yield field.key, str(id)


def _correction(
    entry: LoadedItem, news: News, items: dict[tuple[str, str], Item]
) -> Iterator[Problem]:
    """It comes after what it corrects, and to all who read that."""
    corrected = items.get((News.kind.key, str(news.corrects)))
    if isinstance(corrected, News):
        yield from _not_yet(entry, ("corrects",), news, corrected)
        readers = Edition(corrected.visibility or Edition.INTERNAL)
        if not readers.shows(news.visibility):
            args = {"value": corrected.id, "readers": readers.readers.lower(), "to": readers.value}
            place: Place = ("visibility",) if news.visibility else ("corrects",)
            yield entry.problem("A515", place, args=args)


def _contents(
    entry: LoadedItem, newsletter: Newsletter, items: dict[tuple[str, str], Item]
) -> Iterator[Problem]:
    """It brings what is out by then, and to each of its readers something."""
    if newsletter.content_status == "udkast":
        return
    readers = Edition(newsletter.visibility or Edition.INTERNAL)
    kinds = {field.key: field.declared.to for field in fields_of(Mention)}
    seen = bool(newsletter.planned_work)
    for number, story in enumerate(newsletter.contents):
        for name, id in _named(story):
            item = items.get((kinds[name], id))
            seen = seen or item is None or readers.shows(item.visibility)
            if isinstance(item, Published):
                yield from _not_yet(entry, ("contents", number, name), newsletter, item)
    if not seen:
        place: Place = ("contents",) if newsletter.contents else ()
        yield entry.problem("A514", place, args={"readers": readers.readers.lower()})


def _not_yet(
    entry: LoadedItem, place: Place, item: Published, other: Published
) -> Iterator[Problem]:
    if other.content_status == "udkast" != item.content_status:
        yield entry.problem("F428", place, args={"value": other.id})
    elif other.date > item.date:
        args = {"value": other.id, "later": format_date(other.date), "day": format_date(item.date)}
        yield entry.problem("F426", place, args=args)


def _unwritten(entry: LoadedItem, newsletter: Newsletter) -> Iterator[Problem]:
    """Nothing goes out that the program wrote for somebody to write."""
    if newsletter.content_status != "udkast":
        for key in _WRITTEN:
            if str(getattr(newsletter, key)).startswith(UNWRITTEN.strip()):
                yield entry.problem("F427", (key,), args={"key": key})
