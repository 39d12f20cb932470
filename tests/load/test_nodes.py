"""YAML is read as the text that stands in the file, and every value knows its place."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from synlighed.load.datafile import DataFile
from synlighed.load.nodes import DEEPEST, Mapping, Node, Scalar, Sequence, find, find_key, parse

ITEM = """\
# En bemærkning
title: Prøve
quoted: "Æ: \\"ø\\""
single: 'It''s'
empty_line:

text: |
  Første linje.

  Sidste linje.
folded: >-
  En
  linje
several:
  - en
  - "to"
  - {a: 1, b: [x, y]}
part:
  name: Mit Forløb
  until: 6. marts 2019
"""


def test_a_file_becomes_nodes_in_the_order_it_is_written() -> None:
    assert plain(read(ITEM)) == {
        "title": "Prøve",
        "quoted": 'Æ: "ø"',
        "single": "It's",
        "empty_line": "",
        "text": "Første linje.\n\nSidste linje.\n",
        "folded": "En linje",
        "several": ["en", "to", {"a": "1", "b": ["x", "y"]}],
        "part": {"name": "Mit Forløb", "until": "6. marts 2019"},
    }
    assert list(read(ITEM).entries)[:3] == ["title", "quoted", "single"]


@pytest.mark.parametrize(
    "text",
    ["13:00", "13.00", "NO", "no", "on", "yes", "true", "null", "~", "0123", "0x1F", "1_000",
     "1.10", "2026-11-22", "2026-11-22 13:00:00", "1e3", ".inf", "=", "<<"],
)  # fmt: skip
def test_nothing_is_guessed(text: str) -> None:
    """What YAML reads as times, numbers, dates and truths is the text the editor wrote."""
    node = read(f"key: {text}\n").entries["key"][1]
    assert isinstance(node, Scalar)
    assert node.text == text


@pytest.mark.parametrize(
    ("place", "line", "column", "length"),
    [
        (("title",), 2, 8, 5),
        (("quoted",), 3, 9, 10),
        (("empty_line",), 5, 12, 1),
        (("text",), 7, 7, 1),
        (("several",), 15, 3, None),
        (("several", 1), 16, 5, 4),
        (("several", 2), 17, 5, None),
        (("several", 2, "b"), 17, 15, None),
        (("several", 2, "b", 1), 17, 19, 1),
        (("part", "until"), 20, 10, 13),
        (("part", "nothing"), 19, 3, None),
    ],
)
def test_a_place_leads_to_its_line_and_column(
    place: tuple[str | int, ...], line: int, column: int, length: int | None
) -> None:
    node = find(read(ITEM), place)
    assert (node.line, node.column) == (line, column)
    assert getattr(node, "length", None) == length


def test_the_name_of_a_field_has_a_place_too() -> None:
    key = find_key(read(ITEM), ("part", "until"))
    assert (key.line, key.column) == (20, 3)


def test_64_levels_are_read_and_65_are_not() -> None:
    deep = "a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)
    assert parse(DataFile("x", deep))[1] == []
    node, (problem,) = parse(DataFile("x", deep.replace("[", "[[").replace("]", "]]")))
    assert (node, problem.code) == (None, "F108")


@pytest.mark.parametrize(
    "text", ["---\ntitle: a\n", "title: a\n...\n", "%YAML 1.2\n---\ntitle: a\n"]
)
def test_one_document_may_be_marked_as_such(text: str) -> None:
    assert plain(read(text)) == {"title": "a"}


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=30)
VALUES = st.recursive(
    WORDS,
    lambda values: st.lists(values, max_size=4) | st.dictionaries(WORDS, values, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(
    st.dictionaries(WORDS.filter(bool), VALUES, min_size=1, max_size=5),
    st.booleans(),
    st.sampled_from(["", '"', "'"]),
)
def test_every_value_stands_where_its_position_says(
    values: dict[str, object], flow: bool, style: str
) -> None:
    """Cut out of the file by line, column and length, a value on one line reads the same."""
    text = yaml.safe_dump(
        values,
        allow_unicode=True,
        default_flow_style=flow,
        default_style=style or None,
        sort_keys=False,
        width=10_000,
    )
    file = DataFile("x", text)
    node, problems = parse(file)
    if any(problem.is_error for problem in problems):
        # A text in the quotes of Word, or one that begins as an alias would.
        return
    assert node and plain(node) == values
    for scalar in scalars(node):
        line = file.line(scalar.line)
        cut = line[scalar.column - 1 : scalar.column - 1 + scalar.length]
        if scalar.last_line == scalar.line and cut[:1] not in "|>":
            assert scalar.text in (cut, yaml.load(f"- {cut}", yaml.BaseLoader)[0])


def read(text: str) -> Mapping:
    node, problems = parse(DataFile("data/x.yml", text))
    assert not problems
    assert node
    return node


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(member) for member in node.items]
    return {key: plain(value) for key, (_, value) in node.entries.items()}


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for member in node.items for scalar in scalars(member)]
    return [s for key, value in node.entries.values() for s in (key, *scalars(value))]
