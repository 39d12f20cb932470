"""From a file to an item and back: nothing is lost, and what is refused has a place."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synlighed.danish.dates import PartialDate
from synlighed.export.plain import plain
from synlighed.load import Loaded, LoadedItem, load
from synlighed.load.datafile import DataFile, decode
from synlighed.load.items import build, salvage
from synlighed.load.nodes import Mapping, parse
from synlighed.model import discover
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.fields import UNKNOWN
from synlighed.model.item import Item
from synlighed.model.organisations import Organisation
from synlighed.model.routes import Answer, Route
from synlighed.model.terms import Term
from synlighed.model.values import values_of
from synlighed.problems import Problem
from synlighed.rules import check
from tests.corpus import write_corpus

TODAY = date(2026, 11, 23)
TERM = """\
title: Prøve
summary: En kort tekst, der siger noget.
definition: Det, vi prøver.
owner: apps-og-hjaelp
last_reviewed: 1. november 2026
created: ukendt
"""


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Items with every field filled in, a few of each kind."""
    folder = tmp_path_factory.mktemp("corpus") / "data"
    loaded = load(write_corpus(folder, 20), discover(), shown_as="data")
    assert not [problem for problem in loaded.problems if problem.is_error]
    return loaded


def test_a_file_becomes_an_item() -> None:
    term = built(TERM)
    assert (term.id, term.source) == ("proeve", "data/terms/proeve.yml")
    assert term.title == "Prøve"
    assert term.last_reviewed == date(2026, 11, 1)
    assert term.created is UNKNOWN
    assert term.see_also == ()
    assert term.expansion is None


def test_text_is_read_by_the_type_of_its_field() -> None:
    file, node = parsed(
        "title: NO\nsummary: 0123456789 0123456789\ntype: kommune\nlocations: [1.10, 13:00]\n"
        "valid_from: 2019-03\nowner: a\nlast_reviewed: 6.3.2019\ncreated: 6/3-2019\nexample: JA\n"
        "review_months: 12\n"
    )
    unit, problems = build(Organisation, file, node, id="x", source="x")
    assert not problems and unit
    assert (unit.title, unit.locations) == ("NO", ("1.10", "13:00"))
    assert unit.valid_from == PartialDate(2019, 3)
    assert unit.last_reviewed == unit.created == date(2019, 3, 6)
    assert (unit.example, unit.review_months) == (True, 12)


def test_missing_fields_are_one_problem() -> None:
    _, (problem,) = refused("title: Prøve\n")
    assert (problem.code, problem.line) == ("F201", 0)
    assert [example.partition(":")[0] for example in problem.examples] == [
        "summary", "owner", "last_reviewed", "created", "definition",
    ]  # fmt: skip


def test_a_misspelt_field_is_not_missing_too() -> None:
    _, (problem,) = refused(TERM.replace("title:", "titel:"))
    assert (problem.code, problem.suggestions) == ("F202", ("title",))


def test_a_field_called_by_its_danish_name_is_known() -> None:
    _, (problem,) = refused(TERM.replace("definition:", "Betydning:"))
    assert problem.suggestions == ("definition",)


def test_what_is_right_is_kept_when_something_is_wrong() -> None:
    file, node = parsed(TERM.replace("1. november 2026", "i går") + "see_also: [byod]\ntags: []\n")
    kept = salvage(Term, file, node, id="proeve", source="x")
    assert kept
    assert isinstance(kept, Term)
    assert (kept.title, kept.see_also, kept.owner) == ("Prøve", ("byod",), "apps-og-hjaelp")
    assert kept.last_reviewed is None
    assert kept.tags == ()
    assert ("see_also", 0) in [value.place for value in values_of(kept)]


def test_every_field_of_every_kind_can_be_filled_in(full: Loaded) -> None:
    """And `values_of` comes by each of them."""
    for kind in discover():
        entries = [entry for entry in full.items if type(entry.item) is kind]
        seen = {value.field for entry in entries for value in entry.values}
        assert seen >= set(single_fields(kind)), kind


def test_each_field_of_which_one_may_stand_can_be_filled_in() -> None:
    """The corpus takes any of them, so here each has its turn."""
    for place in Answer.only_one:
        field = next(field for field in fields_of(Answer) if field.key == place)
        file, node = parsed(
            "title: Hvad er galt?\nsummary: Et spørgsmål, der leder videre.\n"
            f"answers:\n  - {{label: Noget, {field.key}: '{field.example}'}}\n"
            "owner: ukendt\nlast_reviewed: ukendt\ncreated: ukendt\n"
        )
        item, problems = build(Route, file, node, id="hvad", source="data/routes/hvad.yml")
        assert isinstance(item, Route) and not problems
        assert ("answers", 0, field.key) in [value.place for value in values_of(item)]


def test_every_value_leads_back_to_its_text(full: Loaded) -> None:
    for entry in full.items:
        for place, field, value in entry.values:
            problem = entry.problem("F309", place)
            before = problem.line_text[: problem.column - 1].rstrip()
            after = problem.line_text[problem.column - 1 :]
            assert before.endswith((f"{field.key}:", "-"))
            assert not isinstance(value, str) or after[:1] in ("'", '"', "|", value[:1])


def test_an_item_written_as_json_is_the_same_item(full: Loaded) -> None:
    """What the export says of an item can be put into a data file, with commas for points."""
    for entry in full.items:
        text = json.dumps(with_commas(plain(entry.item)), ensure_ascii=False)
        file, node = parsed(text)
        kind = type(entry.item)
        again, problems = build(kind, file, node, id=entry.item.id, source=entry.item.source)
        assert not problems
        assert again == entry.item


def with_commas(value: Any) -> Any:
    """Decimals as people write them; `1.5` in a data file may mean one and a half or fifteen."""
    if isinstance(value, dict):
        return {key: with_commas(member) for key, member in value.items()}
    if isinstance(value, list):
        return [with_commas(member) for member in value]
    return str(value).replace(".", ",") if isinstance(value, float) else value


ANY_VALUE = (
    st.text(max_size=60)
    | st.sampled_from(
        ["", "ukendt", "[]", "{}", "[a, b]", "{a: b}", "|\n  a", "- a", "- a: b", "~"]
    )
    | st.text(st.sampled_from("abcæøå 0123456789.:/@-#\"'[]{}|>&*!%?,\n"), max_size=30)
)


@settings(deadline=None, max_examples=300)
@given(at=st.integers(0, 10**6), which=st.integers(0, 10**3), value=ANY_VALUE)
def test_one_value_changed_gives_an_item_or_a_problem_with_a_place(
    full: Loaded, at: int, which: int, value: str
) -> None:
    entry = full.items[at % len(full.items)]
    places = lines_with_values(entry)
    number = places[which % len(places)]
    lines = list(entry.file.lines)
    lines[number] = lines[number][: lines[number].index(": ") + 2] + value
    file, problems = decode("\n".join(lines).encode(), entry.file.path)
    assert file
    node, found = parse(file)
    problems = [*problems, *found]
    item: Item | None = None
    if node:
        kind = type(entry.item)
        item, found = build(kind, file, node, id=entry.item.id, source=entry.file.path)
        salvage(kind, file, node, id=entry.item.id, source=entry.file.path)
        problems = [*problems, *found]
    assert item or any(problem.is_error for problem in problems)
    for problem in problems:
        assert problem.line <= len(file.lines)
        assert 1 <= problem.column <= len(file.line(problem.line)) + 1
        assert problem.message and problem.severity
        assert all(isinstance(line, str) for line in problem.help)


@settings(deadline=None, max_examples=40)
@given(
    key=st.sampled_from(["title", "owner", "see_also", "definition", "sources", "tags"]),
    value=ANY_VALUE,
)
def test_the_rules_take_whatever_can_be_loaded(
    tmp_path_factory: pytest.TempPathFactory, key: str, value: str
) -> None:
    folder = tmp_path_factory.mktemp("mutated") / "data"
    (folder / "terms").mkdir(parents=True)
    text = "".join(line for line in TERM.splitlines(True) if not line.startswith(key))
    (folder / "terms" / "x.yml").write_text(f"{text}{key}: {value}\n", encoding="utf-8")
    for problem in check(load(folder, discover(), shown_as="data"), TODAY):
        assert problem.message


def single_fields(model: type[Part]) -> list[Field]:
    """The fields that hold values, down to those of parts, which the corpus always fills in.

    It makes no rings, and of fields of which one may stand it takes any.
    """
    fields = [f for f in fields_of(model) if not f.declared.acyclic and f.key != "former_ids"]
    fields = [f for f in fields if f.key not in model.only_one]
    inner = [single for f in fields if f.part for single in single_fields(f.part)]
    return [field for field in fields if not field.part] + inner


def lines_with_values(entry: LoadedItem) -> list[int]:
    return [n for n, line in enumerate(entry.file.lines) if ": " in line and line[0] != "#"]


def parsed(text: str) -> tuple[DataFile, Mapping]:
    file = DataFile("data/terms/proeve.yml", text)
    node, problems = parse(file)
    assert node and not problems
    return file, node


def built(text: str) -> Term:
    file, node = parsed(text)
    term, problems = build(Term, file, node, id="proeve", source=file.path)
    assert term and not problems
    return term


def refused(text: str) -> tuple[None, list[Problem]]:
    file, node = parsed(text)
    term, problems = build(Term, file, node, id="proeve", source=file.path)
    assert term is None
    return None, problems
