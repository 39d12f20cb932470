"""A star from top to bottom, one box a row, as a phone has room for."""

from collections.abc import Iterator, Sequence

from synlighed.graph.boxes import Box, Point, label_in, set_in
from synlighed.graph.drawing import Drawing, DrawnBundle, path
from synlighed.graph.star import Bundle, Star

WIDTH = 288
"""What the smallest phone, of 320 pixels, has between its margins."""
_EDGE = 2
_STEM = 12
"""Where the line is that all edges share, and how far in from it the boxes begin."""
_IN = 30
_BETWEEN, _APART = 7, 12
_ARROW = 18


def narrow(star: Star) -> Drawing:
    """A star as a phone has room for."""
    middle = set_in(star.middle, WIDTH - 2 * _EDGE, bold=True)
    naming, y = _stacked(star.naming, _EDGE)
    at = middle.at(_EDGE, y + _ARROW if star.naming else y)
    named, bottom = _stacked(star.named, at.y + at.height + _APART)
    return Drawing(
        shape="narrow",
        width=WIDTH,
        height=(bottom if star.named else at.y + at.height) + _EDGE,
        middle=at,
        naming=tuple(_with_edges(naming, (_STEM, at.y), comes_in=True)),
        named=tuple(_with_edges(named, (_STEM, at.y + at.height), comes_in=False)),
    )


def _stacked(bundles: Sequence[Bundle], top: int) -> tuple[list[DrawnBundle], int]:
    """The boxes one below the other under the names of their edges, and where the last ends."""
    found: list[DrawnBundle] = []
    y = top
    for bundle in bundles:
        y += _APART if found else 0
        label = label_in(bundle.label, WIDTH - _EDGE - _IN)
        lines = label.at(_IN, y)
        y += label.height + 2
        boxes: list[Box] = []
        for node in bundle.nodes:
            y += _BETWEEN if boxes else 0
            boxes.append(set_in(node, WIDTH - _EDGE - _IN).at(_IN, y))
            y += boxes[-1].height
        found.append(DrawnBundle(bundle.label, lines, tuple(boxes), ()))
    return found, y


def _with_edges(
    bundles: Sequence[DrawnBundle], middle: Point, *, comes_in: bool
) -> Iterator[DrawnBundle]:
    """Edges along one stem, of which the longest draws all and the others their ends."""
    boxes = [box for bundle in bundles for box in bundle.boxes]
    for bundle in bundles:
        edges = []
        for box in bundle.boxes:
            longest = box is boxes[0 if comes_in else -1]
            corner = (_STEM, box.centre)
            way = (middle if longest else corner, corner, (box.x, box.centre))
            if comes_in:
                edges.append(path(way[::-1], head=longest))
            else:
                edges.append(path(way, head=True))
        yield DrawnBundle(bundle.label, bundle.lines, bundle.boxes, tuple(edges))
