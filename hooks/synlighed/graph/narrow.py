"""A star from top to bottom, one box a row, as a phone has room for."""

from collections.abc import Sequence

from synlighed.graph.boxes import Box, block_of, label_in
from synlighed.graph.drawing import Drawing, DrawnBundle, arrow_down, arrow_right
from synlighed.graph.star import Bundle, Star

WIDTH = 288
"""What the smallest phone, of 320 pixels, has between its margins."""
_EDGE = 2
_STEM, _IN = 12, 30
"""How far in the line is that all edges share, and where the boxes begin."""
_BETWEEN, _APART = 7, 12
_ARROW = 18


def narrow(star: Star) -> Drawing:
    """A star as a phone has room for."""
    naming, y = _stacked(star.naming, _EDGE, points_at_boxes=False)
    block = block_of(star.middle.name, star.middle.note, WIDTH - 2 * _EDGE, bold=True)
    middle = Box(star.middle, block, _EDGE, y + _ARROW if naming else y)
    below = middle.y + block.height
    named, bottom = _stacked(star.named, below + _APART, points_at_boxes=True)
    if naming:
        begin = _centre(naming[0].boxes[0])
        stem = f"M{_STEM} {begin}V{middle.y}{arrow_down(_STEM, middle.y)}"
        naming[0] = naming[0]._replace(edges=naming[0].edges + stem)
    if named:
        stem = f"M{_STEM} {below}V{_centre(named[-1].boxes[-1])}"
        named[-1] = named[-1]._replace(edges=named[-1].edges + stem)
    else:
        bottom = below
    return Drawing("narrow", WIDTH, bottom + _EDGE, middle, tuple(naming), tuple(named))


def _stacked(
    bundles: Sequence[Bundle], y: int, *, points_at_boxes: bool
) -> tuple[list[DrawnBundle], int]:
    """The boxes one below the other under the names of their edges, and where the last ends."""
    found: list[DrawnBundle] = []
    for bundle in bundles:
        y += _APART if found else 0
        label = label_in(bundle.label, WIDTH - _EDGE - _IN)
        top = y
        y += label.height + 2
        boxes: list[Box] = []
        edges = []
        for node in bundle.nodes:
            y += _BETWEEN if boxes else 0
            box = Box(node, block_of(node.name, node.note, WIDTH - _EDGE - _IN), _IN, y)
            y += box.block.height
            boxes.append(box)
            edges.append(f"M{_STEM} {_centre(box)}H{_IN}")
            if points_at_boxes:
                edges.append(arrow_right(_IN, _centre(box)))
        found.append(DrawnBundle(bundle.label, label, _IN, top, tuple(boxes), "".join(edges)))
    return found, y


def _centre(box: Box) -> int:
    return box.y + box.block.height // 2
