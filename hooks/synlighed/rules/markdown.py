"""Links in prose lead to items that exist or out on the net; pictures have no place in it."""

from collections.abc import Iterator

from synlighed import markdown
from synlighed.danish.words import closest
from synlighed.load import LoadedItem
from synlighed.model.fields import Markdown
from synlighed.model.relation import Place
from synlighed.problems import Problem
from synlighed.rules.around import Around

MOST_BRACKETS = 300
"""Python-Markdown looks for the end of each from where it stands, so 20,000 take a minute."""


def check_markdown(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """Every link in every Markdown field can be followed."""
    for place, field, value in entry.values:
        if isinstance(value, Markdown):
            if value.count("[") > MOST_BRACKETS:
                args = {"key": field.key, "count": value.count("["), "most": MOST_BRACKETS}
                yield entry.problem("F312", place, args=args)
                continue
            for href in markdown.links_in(value):
                yield from _link(around, entry, place, field.key, href)


def _link(
    around: Around, entry: LoadedItem, place: Place, key: str, href: str
) -> Iterator[Problem]:
    if not href:
        yield entry.problem("F307", place, within="![", args={"key": key})
    elif item := markdown.as_item(href):
        kind, id = item
        if kind not in around.unread and id not in around.ids.get(kind, ()):
            choices = [f"{kind}/{other}" for kind, ids in around.ids.items() for other in ids]
            near = tuple(closest(href.strip("/"), sorted(choices)))
            yield entry.problem("F305", place, within=href, args={"value": href}, suggestions=near)
    elif not markdown.is_outside(href):
        yield entry.problem("F306", place, within=href, args={"value": href})
