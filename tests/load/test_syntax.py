"""A line that YAML cannot read is told of, mended in memory, and the rest of the file is read."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from synlighed.load.datafile import DataFile, decode
from synlighed.load.nodes import PROBLEMS_SHOWN, Mapping, Node, Scalar, Sequence, parse

AFTER = "\nowner: apps-og-hjaelp\n"

MENDED = {
    "title:Prøve": ("F116", "Prøve"),
    "title: Prøve: en app": ("F104", "Prøve: en app"),
    'title: "Prøve': ("F106", "Prøve"),
    "title: 'Prøve": ("F106", "Prøve"),
    'title: "Den "nye" app"': ("F119", 'Den "nye" app'),
    "title: 'EU's regler'": ("F119", "EU's regler"),
    'title: "Den" nye app': ("F119", '"Den" nye app'),
    'title: "C:\\Users\\x"': ("F123", "C:\\Users\\x"),
    "title: @prøve": ("F107", "@prøve"),
    "title: %": ("F107", "%"),
    "title: [Udkast] Prøve": ("F107", "[Udkast] Prøve"),
    "title: - Prøve": ("F127", "- Prøve"),
    "title: | Prøve": ("F120", "| Prøve"),
    "title: **Prøve**": ("F109", "**Prøve**"),
    "title: !%%% Prøve": ("F110", "!%%% Prøve"),
    "title: |\nPrøve": ("F121", "Prøve\n"),
    "title: |\n  Prøve\n- Test": ("F121", "Prøve\n- Test\n"),
}


@pytest.mark.parametrize(("text", "expected"), MENDED.items(), ids=list(MENDED))
def test_a_line_is_read_as_it_was_meant(text: str, expected: tuple[str, str]) -> None:
    node, (problem,) = parse(DataFile("x", f"{text}{AFTER}"))
    code, title = expected
    assert problem.code == code
    assert node and plain(node) == {"title": title, "owner": "apps-og-hjaelp"}


def test_the_place_is_where_the_quote_was_opened_and_not_where_it_closed() -> None:
    text = 'title: "Prøve\nsummary: En tekst\ndefinition: Den "nye" app\n'
    _, (problem,) = parse(DataFile("x", text))
    assert (problem.code, problem.line, problem.column) == ("F106", 1, 8)


def test_a_line_indented_too_far_is_read_as_the_field_it_is() -> None:
    node, (problem,) = parse(DataFile("x", "title: Prøve\n  owner: it\nsummary: a\n"))
    assert (problem.code, problem.line) == ("F126", 2)
    assert node and plain(node) == {"title": "Prøve", "owner": "it", "summary": "a"}


def test_members_of_a_list_that_are_out_of_line_are_told() -> None:
    node, problems = parse(DataFile("x", "tags:\n  - a\n - b\n   - c\n"))
    assert [(problem.code, problem.line) for problem in problems] == [("F118", 3), ("F126", 4)]
    assert node and plain(node) == {"tags": ["a", "b - c"]}


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    node, problems = parse(
        DataFile("x", "".join(f"{line}\n" for line in MENDED if "\n" not in line))
    )
    assert node
    assert {problem.code for problem in problems} >= {
        "F104", "F106", "F107", "F109", "F110", "F116", "F119", "F120", "F123", "F127",
    }  # fmt: skip


def test_a_file_gone_wrong_everywhere_is_not_read_for_ever() -> None:
    _, problems = parse(DataFile("x", "".join(f"f{n}: a: b\n" for n in range(500))))
    assert len(problems) == PROBLEMS_SHOWN + 1


LOST = {
    "title: Prøve #1": ("A509", 1, 14),
    "title: Prøve  # en bemærkning": None,
    "title: Prøve # en bemærkning": ("A509", 1, 14),
    "title: C# og https://example.org/#top": None,
    'title: "Prøve #1"': None,
    "# title: Prøve #1\ntitle: Prøve": None,
    "title: |\n  Prøve #1": None,
}


@pytest.mark.parametrize(("text", "expected"), LOST.items(), ids=list(LOST))
def test_what_a_number_sign_cuts_off_is_told(
    text: str, expected: tuple[str, int, int] | None
) -> None:
    _, problems = parse(DataFile("x", f"{text}\n"))
    assert [(p.code, p.line, p.column) for p in problems] == ([expected] if expected else [])


SWALLOWED = {
    "tags:\n  -a\n  -b": [("F122", 2), ("F122", 3)],
    "tags:\n  - a\n  -b": [("F122", 3)],
    "tags:\n  - a\n    - b": [("F126", 3)],
    "title: Prøve\n  owner:it": [("F116", 2)],
    "title: Prøve\n  se https://example.org/": [],
    "title:\n  https://example.org/": [],
    "title: En\n  lang\n  tekst": [],
    "number: -5": [],
    "title: Prøve\n  -- og mere": [],
}


@pytest.mark.parametrize(("text", "expected"), SWALLOWED.items(), ids=list(SWALLOWED))
def test_a_line_swallowed_by_the_one_above_is_told(
    text: str, expected: list[tuple[str, int]]
) -> None:
    _, problems = parse(DataFile("x", f"{text}\n"))
    assert [(problem.code, problem.line) for problem in problems] == expected


SIGNS = st.sampled_from(
    [*"\n\n\n    -:#[]{}\"'|>&*!%@`?,.\\<=abå\u201c\U0001f600", "\n- ", "\n  ", ": ", "title: ",
     "---\n", "...\n", " #", "|\n", "\n\n", "<<: *x", "!!str ", "? ", "\u0085", "<<<<<<< a\n"]
)  # fmt: skip
ALMOST_YAML = st.lists(SIGNS, max_size=60).map("".join)


@settings(deadline=None, max_examples=400)
@given(ALMOST_YAML | st.text(max_size=200))
@example("[")
@example("{a:\u0085}")
@example("title: |\n  a\n\t\nb")
@example("\u00a0\x1f")
def test_no_text_is_too_strange(text: str) -> None:
    """Whatever a file holds: a mapping, or an error; and every problem has a place in the file."""
    file, unreadable = decode(text.encode(), "x")
    if file is None:
        assert unreadable
        return
    node, problems = parse(file)
    assert node is not None or any(problem.is_error for problem in problems)
    for problem in [*unreadable, *problems]:
        assert problem.line <= len(file.lines)
        # In the line as it was written: spaces at its end may be gone since.
        line = problem.line_text or file.line(problem.line)
        assert 1 <= problem.column <= len(line) + 1
        assert problem.message


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(member) for member in node.items]
    assert isinstance(node, Mapping)
    return {key: plain(value) for key, (_, value) in node.entries.items()}
