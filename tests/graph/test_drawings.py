"""Nothing lies over anything else, and all of it is in the picture, however much there is."""

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synlighed.graph.drawing import Drawing
from synlighed.graph.lettering import width_of, wrapped
from synlighed.graph.narrow import narrow
from synlighed.graph.star import Bundle, Node, Star
from synlighed.graph.wide import wide

TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60),
    st.sampled_from(
        [
            "Hjemmemonitorering " * 9,
            "speciallægepraksisplanlægning" * 4,
            "بوابة المريض",
            "👩🏽‍⚕️" * 30,
        ]
    ),
)
NODE = st.builds(Node, TEXT, st.sampled_from(["", "Eksempel"]), st.sampled_from(["", "x/"]))
BUNDLES = st.lists(
    st.builds(Bundle, TEXT, st.lists(NODE, min_size=1, max_size=8).map(tuple)), max_size=5
).map(tuple)
STAR = st.builds(Star, st.builds(Node, TEXT), BUNDLES, BUNDLES)
Draw = Callable[[Star], Drawing]
BOTH = pytest.mark.parametrize("draw", [wide, narrow])


def rectangles(drawing: Drawing) -> list[tuple[int, int, int, int]]:
    boxes = [drawing.middle, *(box for bundle in drawing.bundles for box in bundle.boxes)]
    return [(b.x, b.y, b.x + b.block.width, b.y + b.block.height) for b in boxes]


@BOTH
@settings(max_examples=60)
@given(star=STAR)
def test_no_two_boxes_overlap_and_all_are_in_the_picture(draw: Draw, star: Star) -> None:
    drawing = draw(star)
    found = rectangles(drawing)
    assert len(found) == 1 + sum(len(b.nodes) for b in (*star.naming, *star.named))
    for left, top, right, bottom in found:
        assert 0 < left < right < drawing.width and 0 < top < bottom < drawing.height
    for one, other in combinations(found, 2):
        beside = one[2] < other[0] or other[2] < one[0]
        assert beside or one[3] < other[1] or other[3] < one[1]


@BOTH
@settings(max_examples=60)
@given(star=STAR)
def test_no_name_of_a_relation_lies_over_a_box(draw: Draw, star: Star) -> None:
    drawing = draw(star)
    for bundle in drawing.bundles:
        left = bundle.x - (bundle.block.width // 2 if draw is wide else 0)
        right, bottom = left + bundle.block.width, bundle.y + bundle.block.height
        assert left > 0 and right < drawing.width and bundle.y > 0 and bottom < drawing.height
        for x, y, end, below in rectangles(drawing):
            assert end <= left or right <= x or below <= bundle.y or bottom <= y


@BOTH
@settings(max_examples=30)
@given(star=STAR)
def test_what_a_reader_comes_to_is_in_the_order_it_was_given_in(draw: Draw, star: Star) -> None:
    drawing = draw(star)
    for side, given_ in ((drawing.naming, star.naming), (drawing.named, star.named)):
        boxes = [box for bundle in side for box in bundle.boxes]
        assert [box.node for box in boxes] == [node for one in given_ for node in one.nodes]
        assert [box.y for box in boxes] == sorted(box.y for box in boxes)


@BOTH
def test_the_same_is_drawn_the_same(draw: Draw) -> None:
    star = Star(Node("A"), (Bundle("Bruges af", (Node("B"), Node("C"))),), ())
    assert draw(star).bundles[0].edges == draw(star).bundles[0].edges
    assert isinstance(draw(star).height, int), "no decimal can differ between machines"


def test_an_arrow_points_at_what_is_named() -> None:
    star = Star(Node("A"), (Bundle("Bruges af", (Node("B"),)),), (Bundle("Udbyder", (Node("C"),)),))
    drawing = wide(star)
    [came], [went] = drawing.naming, drawing.named
    middle = drawing.middle
    assert f"L{middle.x} {middle.y + middle.block.height // 2}l-5 4" in came.edges
    [box] = went.boxes
    assert went.edges.endswith(f"L{box.x} {box.y + box.block.height // 2}l-5 4")


@settings(max_examples=200)
@given(text=TEXT, room=st.integers(60, 300), most=st.integers(1, 5))
def test_a_text_in_lines_fits_and_says_what_it_said(text: str, room: int, most: int) -> None:
    lines = wrapped(text, 13, room, most)
    assert 1 <= len(lines) <= most
    if "👩" not in text:
        assert all(width_of(line, 13) <= room for line in lines)
    if not lines[-1].endswith("…"):
        said = "".join(lines).replace("-", "").replace(" ", "")
        assert said == "".join(text.split()).replace("-", "")


def test_a_long_word_is_broken_with_a_hyphen_and_no_letter_stands_alone() -> None:
    assert wrapped("Informationssikkerhed", 13, 150, 4) == ("Informationssikker-", "hed")
    assert wrapped("Speciallægepraksis nu", 13, 116, 4) == ("Speciallægepra-", "ksis nu")
    assert wrapped("én to tre fire", 13, 45, 2) == ("én to", "tre …")
