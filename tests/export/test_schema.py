"""The schemas that complete and explain fields in an editor agree with what the check says."""

import json
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from synlighed.export.schema import data_schemas, encode, schema_of
from synlighed.load import load
from synlighed.model import discover
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.item import Item
from synlighed.model.site import Site
from synlighed.model.synonyms import Synonyms
from tests.conftest import ROOT
from tests.corpus import write_corpus
from tests.export.expected import assert_expected
from tests.export.sample import DATA, MODEL, Instrument, site
from tests.export.yaml12 import as_editor

MODELS = discover()
SCHEMAS = sorted((ROOT / "data" / "schema").glob("*.json"))
FILES = sorted(file for file in (ROOT / "data").rglob("*.yml"))

FIRST_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")

formats = jsonschema.FormatChecker(())


@formats.checks("uri")
def is_uri(value: object) -> bool:
    """As the YAML extension checks it: an address with a scheme."""
    return not isinstance(value, str) or re.match(r"^[a-z][a-z0-9+.-]*:.", value) is not None


def path(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def kind_of(file: Path) -> str:
    """What a data file is of: its kind, or itself when it is about all of the site."""
    return file.stem if file.parent == ROOT / "data" else file.parent.name


@cache
def validator(file: Path) -> jsonschema.Draft7Validator:
    schema = json.loads(file.read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(schema, format_checker=formats)


@cache
def sample() -> jsonschema.Draft7Validator:
    """The schema of the kind that has a field of every type."""
    return jsonschema.Draft7Validator(schema_of(Instrument, site()), format_checker=formats)


def complaints(validator: jsonschema.Draft7Validator, text: str) -> list[str]:
    """What an editor would underline in a file."""
    return [
        f"{'.'.join(map(str, error.path))}: {error.message}"
        for error in validator.iter_errors(as_editor(text))
    ]


# ---- The committed schemas


def test_committed_schemas_are_up_to_date() -> None:
    """They are made of the declarations; after a change of those, run `scripts/schema.py`."""
    loaded = load(ROOT / "data", MODELS, shown_as="data")
    assert loaded.site
    written = {file.name: file.read_bytes() for file in SCHEMAS}
    assert written == data_schemas(MODELS, loaded.site), "run scripts/schema.py"


@pytest.mark.parametrize("file", SCHEMAS, ids=path)
def test_schemas_are_valid(file: Path) -> None:
    """By draft 7, which is what the YAML extension reads, and free of what it does not know."""
    schema = json.loads(file.read_text(encoding="utf-8"))
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    assert not {"$defs", "prefixItems", "dependentRequired", "$ref"} & set(keys_of(schema))


def keys_of(schema: Any) -> Iterator[str]:
    """Every keyword of a schema, but not the names of the fields it describes."""
    if isinstance(schema, list):
        for member in schema:
            yield from keys_of(member)
    elif isinstance(schema, dict):
        for key, value in schema.items():
            yield key
            yield from keys_of(list(value.values()) if key == "properties" else value)


@pytest.mark.parametrize("file", SCHEMAS, ids=path)
def test_every_field_is_explained_in_danish(file: Path) -> None:
    """Completion shows the name, hovering the help and an example."""
    schema = json.loads(file.read_text(encoding="utf-8"))
    for key, field in schema["properties"].items():
        assert field["title"] and field["title"] != key, key
        assert "For eksempel: " in field["description"], key


def test_a_schema_is_as_expected() -> None:
    """Of a kind with a field of every type, in full."""
    text = encode(schema_of(Instrument, site())).decode()
    assert_expected(text, Path(__file__).parent / "golden" / "instruments.schema.json")


# ---- The data files, as an editor sees them


@pytest.mark.parametrize("file", FILES, ids=path)
def test_every_data_file_names_its_schema(file: Path) -> None:
    """On its first line, so that VS Code needs no settings."""
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    found = FIRST_LINE.fullmatch(first)
    assert found, f"{file} begins with {first!r}"
    schema = (file.parent / found[1]).resolve()
    kind = kind_of(file)
    assert schema == ROOT / "data" / "schema" / f"{kind}.json"
    assert schema.is_file()


@pytest.mark.parametrize("file", FILES, ids=path)
def test_an_editor_has_nothing_to_say_of_the_data(file: Path) -> None:
    """What the check takes, VS Code does not underline."""
    kind = kind_of(file)
    schema = validator(ROOT / "data" / "schema" / f"{kind}.json")
    assert complaints(schema, file.read_text(encoding="utf-8")) == []


def test_settings_of_vs_code_lead_to_schemas() -> None:
    """Where they map files to schemas, both are there."""
    settings = ROOT / ".vscode" / "settings.json"
    if not settings.exists():
        return
    lines = settings.read_text(encoding="utf-8").splitlines()
    found = json.loads("\n".join(line for line in lines if not line.strip().startswith("//")))
    for schema, files in found.get("yaml.schemas", {}).items():
        assert (ROOT / schema).is_file(), schema
        for pattern in [files] if isinstance(files, str) else files:
            assert list(ROOT.glob(pattern.lstrip("/"))), pattern


@pytest.mark.parametrize("file", sorted((DATA / "instruments").glob("*.yml")), ids=lambda f: f.stem)
def test_an_editor_has_nothing_to_say_of_the_sample(file: Path) -> None:
    """Every type of value, filled in, unknown and hostile."""
    assert complaints(sample(), file.read_text(encoding="utf-8")) == []


def test_an_editor_has_nothing_to_say_of_any_filled_in_field(tmp_path: Path) -> None:
    """Every field of every kind, filled in by a program."""
    for file in sorted(write_corpus(tmp_path, 60).glob("*/*.yml")):
        schema = validator(ROOT / "data" / "schema" / f"{file.parent.name}.json")
        # The words of the vocabularies are those of another site.
        assert [
            complaint
            for complaint in complaints(schema, file.read_text(encoding="utf-8"))
            if not complaint.startswith(("focus_areas.", "tags.", "for_roles.", "subject."))
        ] == [], file


def all_fields() -> Iterator[Any]:
    """Each field of each kind and part, with the schema of what it holds."""
    for kind in [*MODELS, Site, Synonyms]:
        schema = schema_of(kind, site())
        name = kind.kind.key if issubclass(kind, Item) else kind.__name__.lower()
        yield from fields_below(kind, schema, name)


def fields_below(model: type[Part], schema: dict[str, Any], name: str) -> Iterator[Any]:
    for field in fields_of(model):
        of_field = schema["properties"][field.key]
        yield pytest.param(field, of_field, id=f"{name}.{field.key}")
        if field.part:
            inner = of_field["anyOf"][0] if "anyOf" in of_field else of_field
            yield from fields_below(field.part, inner.get("items", inner), f"{name}.{field.key}")


@pytest.mark.parametrize(("field", "schema"), list(all_fields()))
def test_the_example_of_a_field_can_be_written(field: Field, schema: dict[str, Any]) -> None:
    """As its help and the drafts of `scripts/new.py` show it, it is taken by the schema."""
    if field.part or field.declared.vocabulary:
        return
    value = as_editor(field.sample)[field.key]
    errors = jsonschema.Draft7Validator(schema, format_checker=formats).iter_errors(value)
    assert [error.message for error in errors] == []


@pytest.mark.parametrize(("field", "schema"), list(all_fields()))
def test_unknown_can_be_written_where_it_is_allowed(field: Field, schema: dict[str, Any]) -> None:
    """»ukendt« is among what an editor offers, exactly where the check takes it."""
    offered = [variant.get("const") for variant in schema.get("anyOf", ())]
    assert ("ukendt" in offered) is field.can_be_unknown


# ---- What is wrong is underlined


FULL = (DATA / "instruments" / "stetoskop.yml").read_text(encoding="utf-8")
UNKNOWN = (DATA / "instruments" / "termometer.yml").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("title: Stetoskop\n", ""),
        ("title: Stetoskop\n", "title: [Stetoskop]\n"),
        ("title: Stetoskop\n", "titel: Stetoskop\n"),
        ("title: Stetoskop\n", f"title: {'x' * 91}\n"),
        ("summary: Til at lytte på hjerte og lunger med, også gennem tøj.", "summary: Kort"),
        ("condition: i drift", "condition: i drft"),
        ("washable: nej", "washable: no"),
        ("washable: nej", "washable: false"),
        ("colours: [rød, blå]", "colours: rød"),
        ("colours: [rød, blå]", "colours: [rød, gul]"),
        ("price: 365", "price: 366"),
        ("price: 365", "price: 3.65"),
        ("manual: https://www.example.org/stetoskop/", "manual: www.example.org"),
        ("code: dk.maaler.stetoskop", "code: uden punktum"),
        ("mailbox: stetoskop@hospital.example", "mailbox: stetoskop"),
        ('phone: "+45 70 00 00 00"', "phone: ring bare"),
        ("  - size: AAA", "  - size: AAAA"),
        ("  - size: AAA", "  - antal: 2"),
        ("  staff: ja", "  staff: måske"),
        ("unit: aabenraa", "unit: Aabenraa Klinik"),
        ("owner: vaerkstedet", "owner: Værkstedet!"),
        ("last_reviewed: 1. november 2026", "last_reviewed: [2026]"),
        ("former_ids: [lytteroer]", "former_ids: [Lytterør]"),
        ("focus_areas: [maaling]", "focus_areas: [maling]"),
        ("visibility: partner", "visibility: alle"),
    ],
)
def test_mistakes_are_underlined(right: str, wrong: str) -> None:
    """A broken file does not validate."""
    assert right in FULL and complaints(sample(), FULL) == []
    assert complaints(sample(), FULL.replace(right, wrong))


@pytest.mark.parametrize(
    ("groups", "is_right"),
    [
        ("[mobil, telefon]", True),
        ("[112, alarm]", True),
        ("[nede, virker ikke længere]", True),
        ("mobil, telefon", False),
        ("[mobil]", False),
        ("[mobil, [telefon]]", False),
        ("[nede, hvad gør jeg når telefonen er væk]", False),
        (f"[mobil, {'x' * 61}]", False),
    ],
)
def test_a_group_of_synonyms(groups: str, is_right: bool) -> None:
    schema = validator(ROOT / "data" / "schema" / "synonyms.json")
    assert (complaints(schema, f"groups:\n  - {groups}\n") == []) is is_right


@pytest.mark.parametrize(
    ("condition", "is_needed"), [("i drift", True), ("i stykker", False), ("ukendt", False)]
)
def test_a_field_that_others_call_for(condition: str, is_needed: bool) -> None:
    """Is asked for in the editor too, and only then."""
    text = FULL.replace("condition: i drift", f"condition: {condition}")
    item = yaml.safe_load(text)
    del item["lending"]
    text = yaml.safe_dump(item, allow_unicode=True)
    told = complaints(sample(), text)
    assert any("'lending' is a required property" in complaint for complaint in told) is is_needed
    assert len(told) == is_needed


def test_a_condition_on_what_is_not_there() -> None:
    """Calls for nothing; that the field itself is missing is all there is to say."""
    item = yaml.safe_load(FULL)
    del item["condition"], item["lending"]
    [told] = complaints(sample(), yaml.safe_dump(item, allow_unicode=True))
    assert "'condition' is a required property" in told


@pytest.mark.parametrize("kind", list(MODELS), ids=lambda kind: kind.kind.key)
def test_conditions_name_real_fields_and_words(kind: type[Item]) -> None:
    """A condition on a word that no field has would never hold."""
    fields = {field.key: field for field in fields_of(kind)}
    for field in fields.values():
        if field.declared.needed:
            for key, words in field.declared.needed.conditions:
                assert set(words) <= set(fields[key].choices), f"{field.key}: {key}"


def test_several_conditions_at_once() -> None:
    """A list meets a condition when one of its words does."""
    apps = validator(ROOT / "data" / "schema" / "apps.json")
    text = (ROOT / "tests" / "site" / "data" / "apps" / "maaleren.yml").read_text(encoding="utf-8")
    assert complaints(apps, text) == []
    text = text.replace("lifecycle: under udvikling", "lifecycle: i drift")
    told = " ".join(complaints(apps, text))
    for key in ("use_advice", "platforms", "accessibility_statement"):
        assert f"'{key}' is a required property" in told
    told = " ".join(complaints(apps, text.replace("[patient, pårørende]", "[kliniker]")))
    assert "'accessibility_statement'" not in told
    told = " ".join(complaints(apps, text.replace("[patient, pårørende]", "ukendt")))
    assert "'accessibility_statement'" not in told


# ---- What people write is not underlined


@pytest.mark.parametrize(
    "line",
    [
        "title: 2014",
        "title: 1.10",
        "title: true",
        "nickname: 112",
        "story: 3.14",
        "steps: [1, 2.5, ja]",
        "built: 2014",
        "built: 2014-03",
        "built: marts 2014",
        "bought: 2026-11-23",
        "bought: 6/3-2019",
        "bought: 6. marts 2019",
        "renewed: H2 2027",
        "checked: 23. november 2026 kl. 9.42",
        "checked: 23.11.2026 9:42",
        "checked: 2026-11-23 09:42",
        "checked: 2026-11-23T09:42:00",
        "price: 12",
        'price: "12"',
        "phone: 70000000",
        "phone: 70 00 00 00",
        "unit: 1813",
        "former_ids: [1813]",
    ],
)
def test_what_the_check_takes_the_editor_takes(line: str, tmp_path: Path) -> None:
    """However YAML 1.2 reads it: no false error under something right."""
    key = line.partition(":")[0]
    text = "".join(f"{other}\n" for other in UNKNOWN if not other.startswith(f"{key}:"))
    text += f"{line}\n"
    shutil.copy(DATA / "site.yml", tmp_path)
    (tmp_path / "instruments").mkdir()
    (tmp_path / "instruments" / "x.yml").write_text(text, encoding="utf-8")
    assert [problem.message for problem in load(tmp_path, MODEL).problems] == []
    assert complaints(sample(), text) == []
