"""A star from left to right: what names the middle, the middle, what it names.

Each side is a tree whose root is the middle, with the names of the relations between. It is laid
out as one, since that keeps what is in it in order; a layered layout puts it in any.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import graphlay

from synlighed.graph.boxes import Box, Label, Point, Set, label_in, set_in
from synlighed.graph.drawing import Drawing, DrawnBundle, path
from synlighed.graph.star import Bundle, Star

_NODE, _LABEL, _MIDDLE = 176, 116, 148
_EDGE = 2
"""What the outermost boxes leave free for the width of their lines."""
_GAP = 22
_OPTIONS = {"direction": "leftright", "sibling_gap": 8, "subtree_gap": 18, "row_gap": _GAP}
_CLEAR = 5
"""Between a line and the words it is interrupted by."""


@dataclass(frozen=True)
class _Branch:
    bundle: Bundle
    label: Label
    nodes: tuple[Set, ...]


@dataclass(frozen=True)
class _Side:
    """One side of a star as it is laid out: the centre of every node, and of every edge its way."""

    branches: tuple[_Branch, ...]
    centres: tuple[Point, ...]
    ways: tuple[tuple[Point, ...], ...]

    def moved(self, x: int, y: int, *, turned: bool = False) -> "_Side":
        """The same elsewhere; and seen in a mirror, if it is turned."""

        def moved(point: Point) -> Point:
            return (x - point[0] if turned else x + point[0]), y + point[1]

        return _Side(
            self.branches,
            tuple(map(moved, self.centres)),
            tuple(tuple(map(moved, way)) for way in self.ways),
        )

    def reach(self) -> tuple[int, int]:
        """The upper and the lower end of the boxes and words around the middle."""
        heights: list[int] = []
        for branch in self.branches:
            heights += [branch.label.height, *(node.height for node in branch.nodes)]
        around = [(y, high // 2) for (_, y), high in zip(self.centres[1:], heights, strict=True)]
        return (
            min((y - half for y, half in around), default=0),
            max((y + half for y, half in around), default=0),
        )


def wide(star: Star) -> Drawing:
    """A star as a wide screen has room for."""
    middle = set_in(star.middle, _MIDDLE, bold=True)
    left, right = (_laid_out(side, middle) for side in (star.naming, star.named))
    half = middle.height // 2
    top = min(-half, left.reach()[0], right.reach()[0]) - _EDGE
    bottom = max(half, left.reach()[1], right.reach()[1]) + _EDGE
    beside = 2 * _GAP + _LABEL + _NODE
    begins = _EDGE + (beside if star.naming else 0)
    ends = begins + _MIDDLE + (beside if star.named else 0) + _EDGE
    return Drawing(
        shape="wide",
        width=ends,
        height=bottom - top,
        middle=middle.at(begins, -top - half),
        naming=tuple(_drawn(left.moved(begins + _MIDDLE, -top, turned=True), comes_in=True)),
        named=tuple(_drawn(right.moved(begins, -top), comes_in=False)),
    )


def _laid_out(bundles: Sequence[Bundle], middle: Set) -> _Side:
    """One side, with the middle at the left and its centre at no height."""
    branches = tuple(
        _Branch(
            bundle,
            label_in(bundle.label, _LABEL - 2 * _CLEAR),
            tuple(set_in(node, _NODE) for node in bundle.nodes),
        )
        for bundle in bundles
    )
    nodes, edges = [_node(_MIDDLE, middle.height)], []
    for branch in branches:
        hub = len(nodes)
        edges.append(_edge(0, hub))
        nodes.append(_node(_LABEL, branch.label.height))
        for node in branch.nodes:
            edges.append(_edge(hub, len(nodes)))
            nodes.append(_node(_NODE, node.height))
    laid_out = graphlay.layout_tree({"nodes": nodes, "edges": edges}, options=_OPTIONS)
    centres = [_point(node["center"]) for node in laid_out.nodes]
    ways = tuple(tuple(map(_point, edge["points"])) for edge in laid_out.edges)
    return _Side(branches, tuple(centres), ways).moved(0, -centres[0][1])


def _node(width: int, height: int) -> dict[str, Any]:
    return {"size": {"width": width, "height": height}, "shape": "box"}


def _edge(source: int, target: int) -> dict[str, Any]:
    return {"source": source, "target": target, "weight": 1}


def _point(at: dict[str, float]) -> Point:
    # Whole pixels: the same on any machine, whatever its last decimals are.
    return round(at["x"]), round(at["y"])


def _drawn(side: _Side, *, comes_in: bool) -> Iterator[DrawnBundle]:
    outward = -1 if comes_in else 1
    at = 1
    for branch in side.branches:
        (label_x, label_y), first = side.centres[at], side.ways[at - 1]
        free = branch.label.width // 2 + _CLEAR
        # The library ends an edge where it was told that the words end.
        to_label = (*first[:-1], (label_x - outward * free, label_y))
        edges = [path(to_label[::-1] if comes_in else to_label, head=comes_in)]
        boxes: list[Box] = []
        for number, node in enumerate(branch.nodes, at + 1):
            x, y = side.centres[number]
            boxes.append(node.at(x - _NODE // 2, y - node.height // 2))
            way = ((label_x + outward * free, label_y), *side.ways[number - 1][1:])
            edges.append(path(way[::-1] if comes_in else way, head=not comes_in))
        at += 1 + len(branch.nodes)
        yield DrawnBundle(
            label=branch.bundle.label,
            lines=branch.label.at(label_x, label_y - branch.label.height // 2),
            boxes=tuple(boxes),
            edges=tuple(edges),
        )
