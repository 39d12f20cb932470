"""Every declaration is whole: it can be found, read by people, and written by whoever copies it."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from synlighed.danish.slugs import slugify
from synlighed.icons import exists
from synlighed.load.datafile import DataFile
from synlighed.load.items import build, salvage
from synlighed.load.nodes import parse
from synlighed.load.placing import RESERVED
from synlighed.model import Model, discover
from synlighed.model.declare import Field, Part, fields_of, optional, when
from synlighed.model.fields import Line
from synlighed.model.item import Item, Kind
from synlighed.model.projects import Project
from synlighed.model.relation import relations_of
from synlighed.model.site import Site
from synlighed.model.synonyms import Synonyms
from synlighed.model.terms import Term
from synlighed.model.values import parts_of
from synlighed.problems import Problem
from synlighed.rules.needed import only_one

MODEL = discover()
KINDS = MODEL.kinds


def parts_within(model: type[Part]) -> Iterator[type[Part]]:
    yield model
    for field in fields_of(model):
        if field.part:
            yield from parts_within(field.part)


WHOLE = (Site, Synonyms)
"""What the files about all of the site hold."""

PARTS = list(dict.fromkeys(part for model in (*KINDS, *WHOLE) for part in parts_within(model)))
FIELDS = [(part, field) for part in PARTS for field in fields_of(part)]

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind.key)
each_part = pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
each_field = pytest.mark.parametrize(
    ("part", "field"), FIELDS, ids=[f"{part.__name__}.{field.key}" for part, field in FIELDS]
)


def test_every_kind_is_found_by_lying_in_the_folder() -> None:
    assert [kind.kind.key for kind in MODEL] == [
        "ambassadors", "apps", "contacts", "criteria", "events", "groups", "guidelines", "lessons",
        "metrics", "news", "newsletters", "notices", "organisations", "policies", "processes",
        "projects", "references", "routes", "services", "terms", "tools", "trends",
    ]  # fmt: skip
    assert MODEL["apps"] is MODEL.kinds[1]
    assert "apps" in MODEL
    assert "site" not in MODEL


def test_two_kinds_cannot_share_a_folder_or_an_address() -> None:
    class Word(Item):
        kind = Kind(key="terms", path="ord", one="ord", several="ord", many="Ord")

    class Glossary(Item):
        kind = Kind(key="words", path="ordliste", one="ord", several="ord", many="Ord")

    with pytest.raises(ValueError, match="share one key"):
        Model.of([Term, Word, MODEL["contacts"], MODEL["organisations"]])
    with pytest.raises(ValueError, match="share one path"):
        Model.of([Term, Glossary, MODEL["contacts"], MODEL["organisations"]])


def test_a_relation_to_no_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="leads to no kind"):
        Model.of([Term])


@each_kind
def test_a_kind_has_all_its_names_and_an_icon(kind: type[Item]) -> None:
    about = kind.kind
    assert re.fullmatch("[a-z]+", about.key)
    assert re.fullmatch("[a-z]+(-[a-z]+)*", about.path)
    assert all(words.islower() for words in (about.one, about.several))
    assert about.many[0].isupper()
    assert about.intro.endswith((".", "?"))
    assert exists(about.icon), about.icon


@each_kind
def test_a_kind_names_only_fields_it_has(kind: type[Item]) -> None:
    keys = {field.key for field in fields_of(kind)}
    named = {*kind.kind.card, kind.kind.state or "title", kind.kind.first or "title"}
    named |= {*kind.kind.one_of}
    assert named <= keys
    for field in fields_of(kind):
        if field.declared.needed:
            assert {key for key, _ in field.declared.needed.conditions} <= keys


@each_part
def test_labels_tell_fields_from_each_other(part: type[Part]) -> None:
    labels = Counter(field.label.casefold() for field in fields_of(part))
    assert [label for label, count in labels.items() if count > 1] == []


ENGLISH = re.compile(r"\b(the|and|of|is|are|with|which|when|must)\b")


@each_field
def test_a_field_explains_itself_in_danish(part: type[Part], field: Field) -> None:
    assert field.label[:1].isupper() and field.label == field.label.strip()
    assert field.help[:1].isupper() or field.help.startswith("»")
    assert field.help.endswith((".", "?", "…"))
    assert field.example
    assert not ENGLISH.search(field.help), field.help


@pytest.mark.parametrize(
    ("part", "field"), [(part, field) for part, field in FIELDS if not field.part]
)
def test_an_example_can_be_pasted_as_it_is(part: type[Part], field: Field) -> None:
    """The sample in every message and in every new file is one the check accepts."""
    assert mistakes_in_sample(part, field) == []


def test_the_example_of_a_part_can_be_pasted_too() -> None:
    for part, field in FIELDS:
        if field.part:
            assert mistakes_in_sample(part, field) == []


def mistakes_in_sample(part: type[Part], field: Field) -> list[Problem]:
    file = DataFile("x", f"{field.sample}\n")
    node, problems = parse(file)
    if not node:
        return problems
    known = {"source": "x"} if part in (*KINDS, *WHOLE) else {}
    known |= {"id": "x"} if part in KINDS else {}
    _, found = build(part, file, node, **known)
    sample = salvage(part, file, node, **known)
    assert sample
    for _, inner in parts_of(sample):
        given = [key for key in inner.only_one if getattr(inner, key) is not None]
        if inner.only_one and len(given) != 1:
            found.append(Problem("F316", "x", line=1, args=only_one(inner, given)))
    # That the other fields are missing is told of the file, and of no line in it.
    return [problem for problem in (*problems, *found) if problem.line]


@each_field
def test_a_condition_is_told_in_danish_and_can_be_fulfilled(part: type[Part], field: Field) -> None:
    needed = field.declared.needed
    if needed:
        assert not field.required
        choices = {other.key: other.choices for other in fields_of(part)}
        for key, values in needed.conditions:
            assert set(values) <= set(choices[key])
        assert re.match(r"»[A-ZÆØÅ].*« er »", needed.describe(part))


def test_a_condition_names_each_field_and_its_values() -> None:
    condition = when(stage=("idé", "forprojekt", "udvikling"), initiated_by="enhed")
    assert condition.describe(Project) == (
        "»Fase« er »idé«, »forprojekt« eller »udvikling« og »Startet af« er »enhed«"
    )


@each_field
def test_choices_are_written_once_and_as_readers_see_them(part: type[Part], field: Field) -> None:
    assert len(set(field.choices)) == len(field.choices)
    assert all(choice == choice.strip() and "  " not in choice for choice in field.choices)
    assert len({choice.casefold() for choice in field.choices}) == len(field.choices)


@each_kind
def test_the_other_side_of_a_relation_has_an_address_of_its_own(kind: type[Item]) -> None:
    """On an item's page no two relations share a name, and none is taken for something else."""
    incoming = [relation for relation in MODEL.relations if relation.to == kind.kind.key]
    # The owner of items of every kind is one relation, declared once.
    declared = {(relation.inverse_slug, relation.keys, relation.inverse) for relation in incoming}
    slugs = Counter(slug for slug, _, _ in declared)
    assert [slug for slug, count in slugs.items() if count > 1] == []
    assert not slugs.keys() & RESERVED
    assert all(slugs)
    labels = {field.label for field in fields_of(kind)}
    assert [relation.inverse for relation in incoming if relation.inverse in labels] == []


@each_kind
def test_a_relation_says_what_both_ends_are_called(kind: type[Item]) -> None:
    for relation in relations_of(kind):
        assert relation.label[0].isupper() and relation.inverse[0].isupper()
        assert relation.to in MODEL
        assert not relation.acyclic or relation.to == relation.kind


@each_kind
def test_the_addresses_of_facets_are_apart(kind: type[Item]) -> None:
    slugs = [slugify(field.label) for field in fields_of(kind) if field.declared.facet]
    assert len(set(slugs)) == len(slugs)
    assert not RESERVED & set(slugs)


def test_a_new_kind_is_one_class() -> None:
    class Course(Item):
        """Something one can learn."""

        kind = Kind(key="courses", path="kurser", one="kursus", several="kurser", many="Kurser")
        place: Line | None = optional("Sted", "Hvor det holdes.", "Odense")

    model = Model.of([*KINDS, Course])
    assert model["courses"] is Course
    assert [field.key for field in fields_of(Course)][-1] == "place"
    assert {relation.key for relation in relations_of(Course)} == {"owner"}
