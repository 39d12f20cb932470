"""How a problem is written out, for people and for programs; and that no text in it is harmful."""

import json
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synlighed.problems import FORMATS, Problem, as_github, as_gitlab, as_json, as_text, summary

UNKNOWN = Problem(
    "F202", "data/apps/a.yml", 3, 5, 5, "    titel: Prøve", {"key": "titel"}, ("title",)
)
EXPIRED = Problem("A503", "data/apps/b.yml", 9, 16, 4, "  valid_until: 2020", {"value": "2020"})
MISSING = Problem("F012", "data/site.yml", line=0)


def test_a_problem_is_shown_with_its_line_and_a_caret() -> None:
    assert as_text([EXPIRED, MISSING, UNKNOWN]) == (
        "data/apps/a.yml:3:5  fejl F202\n"
        "     3 |     titel: Prøve\n"
        "       |     ^^^^^\n"
        "  Feltet »titel« findes ikke her.\n"
        "  Mente du »title«?\n"
        "  Ret navnet, eller slet feltet.\n"
        "\n"
        "data/apps/b.yml:9:16  advarsel A503\n"
        "     9 |   valid_until: 2020\n"
        "       |                ^^^^\n"
        "  Godkendelsen udløb den 2020.\n"
        "  Forny den, eller ret »status« til det rigtige.\n"
        "\n"
        "data/site.yml  fejl F012\n"
        "  Filen »site.yml« mangler, og uden den kan siden ikke bygges.\n"
        "  Hent den igen fra git, eller lav en ny. Den giver siden navn, forside og emneord.\n"
        "\n"
        "2 fejl og 1 advarsel.\n"
    )


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        ([], "Ingen fejl."),
        ([UNKNOWN], "1 fejl."),
        ([UNKNOWN, MISSING], "2 fejl."),
        ([EXPIRED], "Ingen fejl og 1 advarsel."),
        ([EXPIRED] * 1234, "Ingen fejl og 1.234 advarsler."),
    ],
)
def test_the_last_line_counts(problems: list[Problem], expected: str) -> None:
    assert summary(problems) == expected


CARETS = {
    "title: Prøve": (8, 5, "Prøve"),
    "title: på æøå her": (15, 3, "her"),
    "\ttitle: x": (9, 1, "x"),
    "title: 看板 her": (11, 3, "her"),
    "title: 👍 her": (10, 3, "her"),
    "title: e\u0301\u0327 her": (12, 3, "her"),
    "title: " + "x" * 300 + " her": (309, 3, "her"),
    "title: her" + "x" * 300: (8, 3, "her"),
    "a" * 500 + " her " + "b" * 500: (502, 3, "her"),
}


@pytest.mark.parametrize(("line", "place"), CARETS.items(), ids=range(len(CARETS)))
def test_the_caret_stands_under_what_it_is_about(line: str, place: tuple[int, int, str]) -> None:
    """Also where letters are wide or have no width, and where the line is too long to show."""
    column, length, words = place
    text = as_text([Problem("F202", "x", 1, column, length, line, {"key": "x"})])
    _, shown, carets, *_ = text.splitlines()
    begins = width(carets[: carets.index("^")])
    cut = next(n for n in range(len(shown)) if width(shown[:n]) == begins and shown[n] == words[0])
    assert shown[cut:].startswith(words)
    assert carets.count("^") == length
    assert width(shown) < 130


def width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def test_a_caret_may_stand_after_the_last_letter() -> None:
    text = as_text([Problem("F220", "x", 1, 7, 1, "title:", {"key": "title"})])
    assert "\n     1 | title:\n       |       ^\n" in text


def test_allowed_values_are_listed_until_there_are_too_many() -> None:
    def listed(count: int) -> str:
        return Problem("F204", "x", allowed=tuple(f"v{n}" for n in range(count))).help[0]

    assert listed(2) == "Tilladt er: v0, v1."
    assert listed(13).endswith("v11 og 1 mere.")
    assert listed(20).endswith("v11 og 8 andre.")


def test_several_suggestions_are_joined_as_in_a_sentence() -> None:
    problem = Problem("F202", "x", args={"key": "x"}, suggestions=("a", "b", "c"))
    assert problem.help[0] == "Mente du »a«, »b« eller »c«?"


def test_a_long_value_is_shortened_and_a_help_text_is_not() -> None:
    long = "ord " * 50
    problem = Problem("F205", "x", args={"key": long, "length": 1, "shortest": 2, "help": long})
    assert len(problem.message) < 200
    assert problem.hint == long.strip()


def test_a_value_is_never_read_as_a_format() -> None:
    problem = Problem("F208", "x", args={"value": "{key} {0} {x.__class__} %s"})
    assert problem.message == "»{key} {0} {x.__class__} %s« er ikke et helt tal."


HOSTILE = [
    "\x1b[2J\x1b[31mFARE",
    "\x1b]0;titel\x07",
    "\x9b31m",
    "\r\nalt er godt",
    "\u202egro.elpmaxe",
    "\u2066\u200b\ufeff",
    "\x00\x08\x7f",
    "::error::falsk",
    "\n::set-output name=a::b",
    "%0A::warning::falsk",
    "\udce6",
]


def hostile(text: str) -> Problem:
    return Problem(
        "F204",
        f"data/{text}.yml",
        2,
        1,
        len(text),
        text,
        {"value": text, "key": text, "label": text},
        (text,),
        (text, text),
    )


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("format", FORMATS)
def test_no_text_reaches_the_terminal_as_anything_but_text(format: str, text: str) -> None:
    written = FORMATS[format]([hostile(text)])
    assert written.replace("\n", "").isprintable()
    assert written.encode()


@settings(deadline=None)
@given(st.text(st.characters(), max_size=40), st.integers(0, 60), st.integers(1, 60))
def test_whatever_a_problem_holds_it_can_be_written(text: str, column: int, length: int) -> None:
    problem = Problem(
        "F204", text, 1, column + 1, length, text, {"value": text, "key": text, "label": text}
    )
    for write in FORMATS.values():
        written = write([problem])
        assert written.replace("\n", "").isprintable()
        assert written.encode()


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_github_reads_one_command_for_each_problem(text: str) -> None:
    """A new line or a colon in a name would begin a command of its own."""
    lines = as_github([hostile(text), hostile(text)]).splitlines()
    assert len(lines) == 2
    for line in lines:
        assert re.match(r"::error file=[^:,]*,line=2,col=1,title=F204::[^\r\n]*$", line)


def test_github_shows_what_concerns_a_whole_file_at_its_first_line() -> None:
    assert as_github([MISSING]).startswith("::error file=data/site.yml,line=1,col=1,title=F012::")
    assert as_github([EXPIRED]).startswith("::warning file=data/apps/b.yml,line=9,col=16,")


def test_json_has_every_problem_in_full() -> None:
    first, second, third = json.loads(as_json([MISSING, EXPIRED, UNKNOWN]))
    assert first == {
        "path": "data/apps/a.yml",
        "line": 3,
        "column": 5,
        "length": 5,
        "severity": "error",
        "code": "F202",
        "message": "Feltet »titel« findes ikke her.",
        "suggestions": ["title"],
        "allowed": [],
        "hint": "Ret navnet, eller slet feltet.",
        "examples": [],
    }
    assert (second["severity"], third["line"]) == ("warning", 0)
    assert json.loads(as_json([])) == []


def test_gitlab_knows_each_problem_from_every_other() -> None:
    twice = [UNKNOWN, UNKNOWN, EXPIRED, MISSING]
    prints = [entry["fingerprint"] for entry in json.loads(as_gitlab(twice))]
    assert len(set(prints)) == 4
    assert all(re.fullmatch("[0-9a-f]{64}", print) for print in prints)


def test_gitlab_knows_a_problem_again_when_its_line_has_moved() -> None:
    moved = Problem("F202", "data/apps/a.yml", 30, 5, 5, "", {"key": "titel"}, ("title",))
    elsewhere = Problem("F202", "data/apps/c.yml", 3, 5, 5, "", {"key": "titel"}, ("title",))
    (before,), (after,), (other,) = (
        json.loads(as_gitlab([p])) for p in (UNKNOWN, moved, elsewhere)
    )
    assert before["fingerprint"] == after["fingerprint"] != other["fingerprint"]
    assert before["severity"] == "major"
    assert before["location"] == {"path": "data/apps/a.yml", "lines": {"begin": 3}}
