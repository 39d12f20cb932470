"""What an item names and what names it, as a picture on its page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from synlighed.addresses import links_pages
from synlighed.danish.numbers import count, format_number
from synlighed.graph.boxes import Block
from synlighed.graph.drawing import Drawing
from synlighed.graph.narrow import narrow
from synlighed.graph.star import Bundle, Node, Star
from synlighed.graph.wide import wide
from synlighed.inverse import Links
from synlighed.model.apps import App
from synlighed.model.criteria import Criterion
from synlighed.model.groups import Group
from synlighed.model.guidelines import Guideline
from synlighed.model.item import Item
from synlighed.model.lessons import Lesson
from synlighed.model.organisations import Organisation
from synlighed.model.policies import Policy
from synlighed.model.processes import Process
from synlighed.model.projects import Project
from synlighed.model.relation import relations_of
from synlighed.model.services import Service
from synlighed.pages.here import Here
from synlighed.urls import links_url

_ON_PAGES_OF = (App, Project, Service)
_SHOWN = (
    App, Criterion, Group, Guideline, Lesson, Organisation, Policy, Process, Project, Service
)  # fmt: skip
"""Not contacts, who stand beside the picture already and have to do with everything; nor what is
told by time, or leads to the item from a question or a word."""
_KINDS = frozenset(kind.kind.key for kind in _SHOWN)

FEWEST = 2
"""One edge is said in a line of the page, and seen in no picture."""
MOST = 12
_MOST_BUNDLES = 6
"""On each side; who has more kinds of relations sees how many others there are."""


@dataclass(frozen=True)
class Neighbourhood:
    """An item's neighbours as they are drawn, for wide screens and narrow ones."""

    name: str
    wide: Drawing
    narrow: Drawing
    has_both_sides: bool

    def words(self, block: Block) -> Markup:
        """The text of a block as SVG."""
        return _words(block)

    def box(self, block: Block) -> Markup:
        """The same, in its box."""
        return _box(block)


@dataclass(frozen=True)
class _Gathered:
    """Items which have the same relations to one, and where all are listed."""

    labels: tuple[str, ...]
    items: tuple[Item, ...]
    all_at: str = ""


def neighbours_of(item: Item, here: Here) -> Neighbourhood | None:
    """The picture for an item's page, if it is of a kind that has one and there is any to show."""
    if not isinstance(item, _ON_PAGES_OF):
        return None
    incoming = here.catalogue.incoming(item)
    naming = _gathered(_naming(item, incoming))
    named = _gathered(_named(item, here))
    if sum(len(one.items) for one in (*naming, *named)) < FEWEST:
        return None
    at = {links.label: _all_at(item, links, here) for links in incoming}
    naming = [_Gathered(one.labels, one.items, at[one.labels[0]]) for one in naming]
    shares = _shares([len(one.items) for one in (*naming, *named)], MOST)
    star = Star(
        Node(item.title),
        tuple(_bundles(naming, shares[: len(naming)], here)),
        tuple(_bundles(named, shares[len(naming) :], here)),
    )
    return Neighbourhood(
        f"Det hænger {item.title} sammen med",
        wide(star),
        narrow(star),
        bool(star.naming and star.named),
    )


def _named(item: Item, here: Here) -> Iterator[tuple[str, list[Item]]]:
    for relation in relations_of(type(item)):
        if relation.to in _KINDS:
            found = (here.catalogue.find(relation.to, id) for id in relation.ids(item))
            yield relation.label, [one for one in found if one and one is not item]


def _naming(item: Item, incoming: Iterable[Links]) -> Iterator[tuple[str, list[Item]]]:
    for links in incoming:
        yield (
            links.label,
            [one for one in links.items if isinstance(one, _SHOWN) and one is not item],
        )


def _gathered(found: Iterable[tuple[str, list[Item]]]) -> list[_Gathered]:
    """Each item once, under all that it is called; in the order of the names."""
    # By object, whose keys take time to make.
    items: dict[int, Item] = {}
    labels: dict[int, tuple[str, ...]] = {}
    for label, named in found:
        for one in named:
            before = labels.get(id(one), ())
            if before[-1:] != (label,):
                labels[id(one)] = (*before, label)
            items[id(one)] = one
    together: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for key, one in items.items():
        together[labels[key]].append(one)
    return [_Gathered(names, tuple(of)) for names, of in together.items()]


def _all_at(item: Item, links: Links, here: Here) -> str:
    if links_pages(len(links.items)):
        return here.link(links_url(item, links.slug))
    return f"#{links.slug}"


def _shares(sizes: Sequence[int], most: int) -> list[int]:
    """How many each may show, so that all together are about so many and none is forgotten."""
    shares = [0] * len(sizes)
    while sum(shares) < most and shares != list(sizes):
        for place, size in enumerate(sizes):
            if shares[place] < size and sum(shares) < most:
                shares[place] += 1
    # One more takes no more room than to say that there is one more.
    return [size if size == share + 1 else share for size, share in zip(sizes, shares, strict=True)]


def _bundles(gathered: Sequence[_Gathered], shares: Sequence[int], here: Here) -> Iterator[Bundle]:
    shown = list(zip(gathered, shares, strict=True))
    for one, share in shown[:_MOST_BUNDLES]:
        nodes = [_node(item, here) for item in one.items[:share]]
        if rest := len(one.items) - share:
            nodes.append(Node(f"og {format_number(rest)} flere", href=one.all_at))
        yield Bundle(_label(one.labels), tuple(nodes))
    if rest := sum(len(one.items) for one, _ in shown[_MOST_BUNDLES:]):
        yield Bundle("Andet", (Node(count(rest, "punkt", "punkter")),))


def _node(item: Item, here: Here) -> Node:
    return Node(item.title, _note(item), here.to_item(item))


def _note(item: Item) -> str:
    if item.content_status in ("udkast", "arkiveret"):
        return str(item.content_status).capitalize()
    return "Eksempel" if item.example else ""


def _label(labels: Sequence[str]) -> str:
    first, *others = labels
    rest = [label[:1].lower() + label[1:] for label in others]
    return " og ".join(filter(None, (", ".join((first, *rest[:-1])), *rest[-1:])))


# What stands in the pictures of many pages is written once.
@lru_cache(maxsize=20_000)
def _box(block: Block) -> Markup:
    box = Markup('<rect width="{}" height="{}" rx="6"/>{}')
    return box.format(block.width, block.height, _words(block))


@lru_cache(maxsize=1_000)
def _words(block: Block) -> Markup:
    lines = (Markup('<text x="{}" y="{}">{}</text>').format(*line) for line in block.lines)
    note = Markup('<text class="sl-star__note" x="{}" y="{}">{}</text>')
    return Markup("").join((*lines, note.format(*block.note) if block.note else ""))
