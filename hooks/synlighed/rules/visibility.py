"""What more people may see never rests on what fewer may."""

from collections.abc import Iterator

from synlighed.load import LoadedItem
from synlighed.model.narrowed import has_lost_all, indispensable
from synlighed.problems import Problem
from synlighed.rules.around import Around
from synlighed.visibility import Edition


def check_visibility(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """An item names nothing it cannot do without that is hidden from some of its readers."""
    readers = Edition(entry.item.visibility or Edition.INTERNAL)
    if readers.is_internal:
        return

    def seen_by(kind: str, id: str) -> Edition:
        # What does not exist at all is told of elsewhere.
        is_there = id in around.ids.get(kind, ())
        return around.visibility.get((kind, id), Edition.INTERNAL if is_there else Edition.PUBLIC)

    def shows(kind: str, id: str) -> bool:
        return readers.shows(seen_by(kind, id))

    for place, kind, id in indispensable(entry.item, shows):
        args = {
            "visibility": readers.value,
            "key": str(place[0]),
            "value": id,
            "narrow": seen_by(kind, id).value,
            "other": f"{kind}/{id}.yml",
        }
        yield entry.problem("F313", place, args=args)
    if has_lost_all(entry.item, shows):
        fields = tuple(f"»{key}«" for key in entry.item.kind.one_of)
        about = {"visibility": readers.value, "fields": fields}
        yield entry.problem("F314", ("visibility",), args=about)
