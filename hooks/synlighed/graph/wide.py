"""A star from left to right: what names the middle, the middle, what it names.

Each side is a tree whose root is the middle, with the names of the relations between. It is laid
out as one, since that keeps what is in it in order; a layered layout puts it in any.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import graphlay

from synlighed.graph.boxes import Block, Box, block_of, label_in
from synlighed.graph.drawing import Drawing, DrawnBundle, across, arrow_right
from synlighed.graph.star import Bundle, Star

_NODE, _LABEL, _MIDDLE = 186, 112, 148
_GAP = 22
_BESIDE = 2 * _GAP + _LABEL + _NODE
_OPTIONS = {"direction": "leftright", "sibling_gap": 8, "subtree_gap": 18, "row_gap": _GAP}
_EDGE = 2
"""What the outermost boxes leave free for the width of their lines."""
_CLEAR = 5
"""Between a line and the words it is interrupted by."""


def wide(star: Star) -> Drawing:
    """A star as a wide screen has room for."""
    middle = block_of(star.middle.name, star.middle.note, _MIDDLE, bold=True)
    sides = [[_blocks(bundle) for bundle in side] for side in (star.naming, star.named)]
    heights = [[block.height for branch in side for block in branch] for side in sides]
    centres = _centres(middle.height, sides)
    half = middle.height // 2
    ends = [(-half, half)]
    for ys, highs in zip(centres, heights, strict=True):
        ends += [(y - high // 2, y + high // 2) for y, high in zip(ys, highs, strict=True)]
    down = _EDGE - min(top for top, _ in ends)
    x = _EDGE + (_BESIDE if star.naming else 0)
    naming, named = (iter([y + down for y in ys]) for ys in centres)
    return Drawing(
        shape="wide",
        width=x + _MIDDLE + (_BESIDE if star.named else 0) + _EDGE,
        height=max(bottom for _, bottom in ends) + down + _EDGE,
        middle=Box(star.middle, middle, x, down - half),
        naming=tuple(_drawn(star.naming, sides[0], naming, x, down, outward=-1)),
        named=tuple(_drawn(star.named, sides[1], named, x + _MIDDLE, down, outward=1)),
    )


def _blocks(bundle: Bundle) -> list[Block]:
    """The name of a bundle, then its nodes."""
    label = label_in(bundle.label, _LABEL - 2 * _CLEAR)
    return [label, *(block_of(node.name, node.note, _NODE) for node in bundle.nodes)]


def _centres(middle: int, sides: Sequence[Sequence[Sequence[Block]]]) -> list[list[int]]:
    """How far below the centre of the middle that of every block is, side by side."""
    nodes: list[dict[str, Any]] = []
    edges = []
    roots = []
    for side in sides:
        roots.append(len(nodes))
        nodes.append(_sized(_MIDDLE, middle))
        for branch in side:
            hub = len(nodes)
            edges.append({"source": roots[-1], "target": hub, "weight": 1})
            nodes.append(_sized(_LABEL, branch[0].height))
            for block in branch[1:]:
                edges.append({"source": hub, "target": len(nodes), "weight": 1})
                nodes.append(_sized(_NODE, block.height))
    # Two trees in one go; where they are beside each other is of no interest.
    laid_out = graphlay.layout_tree({"nodes": nodes, "edges": edges}, options=_OPTIONS)
    # Whole pixels: the same on any machine, whatever the last decimals are.
    ys = [round(node["center"]["y"]) for node in laid_out.nodes]
    left, right = roots
    return [[y - ys[left] for y in ys[1:right]], [y - ys[right] for y in ys[right + 1 :]]]


def _sized(width: int, height: int) -> dict[str, Any]:
    return {"size": {"width": width, "height": height}, "shape": "box"}


def _drawn(
    bundles: Sequence[Bundle],
    side: Sequence[Sequence[Block]],
    ys: Iterator[int],
    x: int,
    y: int,
    *,
    outward: int,
) -> Iterator[DrawnBundle]:
    """One side of a star, whose middle ends there.

    Args:
        bundles: What is on it.
        side: Their words and nodes.
        ys: How far down the centre of each is.
        x: Where the middle ends.
        y: How far down its centre is.
        outward: 1 to the right, where arrows point at the nodes; -1 to the left.
    """
    label_x = x + outward * (_GAP + _LABEL // 2)
    near = x + outward * (2 * _GAP + _LABEL)
    bends = (x + outward * (_GAP // 2), near - outward * (_GAP // 2))
    for bundle, (label, *blocks) in zip(bundles, side, strict=True):
        label_y = next(ys)
        free = outward * (label.width // 2 + _CLEAR)
        edges = [across(x, y, bends[0], label_x - free, label_y)]
        if outward < 0:
            edges.append(arrow_right(x, y))
        boxes = []
        for node, block in zip(bundle.nodes, blocks, strict=True):
            centre = next(ys)
            left = near if outward > 0 else near - _NODE
            boxes.append(Box(node, block, left, centre - block.height // 2))
            edges.append(across(label_x + free, label_y, bends[1], near, centre))
            if outward > 0:
                edges.append(arrow_right(near, centre))
        top = label_y - label.height // 2
        yield DrawnBundle(bundle.label, label, label_x, top, tuple(boxes), "".join(edges))
