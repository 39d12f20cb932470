"""JSON for programs: the data as it is written, and what the other side of relations adds."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synlighed.catalogue import Catalogue
from synlighed.cataloguing import compile_catalogue
from synlighed.export.json import json_files
from synlighed.export.plain import plain
from synlighed.export.schema import schema_files
from synlighed.load import load
from synlighed.memo import Memo, Recall
from synlighed.model import discover
from synlighed.sitepage import Settings
from tests.conftest import ROOT
from tests.corpus import TODAY, write_corpus
from tests.export.expected import assert_expected
from tests.export.sample import catalogue, catalogue_of, instrument

SETTINGS = Settings("https://maaleriet.example/")
GOLDEN = Path(__file__).parent / "golden"


def exported(catalogue: Catalogue) -> dict[str, bytes]:
    return {
        file.uri: file.content
        for file in json_files(catalogue, SETTINGS, Recall(Memo(), catalogue))
    }


def document(catalogue: Catalogue, kind: str) -> Any:
    return json.loads(exported(catalogue)[f"api/v1/{kind}.json"])


@pytest.mark.parametrize("kind", ["instruments", "organisations"])
def test_a_file_is_as_expected(kind: str) -> None:
    """In full; indented here, so that a difference can be read."""
    text = json.dumps(document(catalogue(), kind), ensure_ascii=False, indent=2) + "\n"
    assert_expected(text, GOLDEN / f"{kind}.json")


def test_a_file_is_compact_utf8() -> None:
    """Letters as they are, no spaces, a newline at the end, no byte order mark."""
    content = exported(catalogue())["api/v1/instruments.json"]
    assert content.startswith(b'{"kind":"instruments","schema":') and content.endswith(b"}\n")
    assert "Hørerør".encode() in content and b"\\u" not in content


def test_every_kind_has_a_file() -> None:
    """Also when it has no item."""
    assert list(exported(catalogue_of())) == [
        "api/v1/contacts.json",
        "api/v1/instruments.json",
        "api/v1/organisations.json",
        "api/v1/words.json",
    ]
    assert document(catalogue_of(), "instruments")["items"] == []


def test_fields_are_what_the_file_says() -> None:
    """Ids for relations, ISO dates, numbers, `ja` and `nej`, and nothing for what is absent."""
    items = {item["id"]: item for item in document(catalogue(), "instruments")["items"]}
    full, unknown = items["stetoskop"]["fields"], items["termometer"]["fields"]
    assert full["unit"] == "aabenraa"
    assert (full["bought"], full["built"], full["renewed"]) == (
        "2019-03-06",
        "2014-03",
        "2. halvår 2027",
    )
    assert (full["price"], full["washable"], full["example"]) == (365, "nej", "ja")
    assert full["batteries"][1] == {"size": "AAA"}
    assert unknown["condition"] == unknown["unit"] == unknown["last_reviewed"] == "ukendt"
    assert "price" not in unknown and "batteries" not in unknown
    assert items["stetoskop"]["example"] is True and items["termometer"]["example"] is False


def test_relations_are_the_other_side() -> None:
    """By the name in the address, with kind and id."""
    [clinic] = document(catalogue(), "organisations")["items"]
    assert clinic["relations"] == {
        "kontaktpunkter": ["contacts/vaerkstedet"],
        "maaler-med": ["instruments/otoskop", "instruments/stetoskop"],
    }


def valid_under_published_schema(catalogue: Catalogue) -> int:
    """How many items were looked at; each is valid under the schema its document names."""
    schemas = {
        file.uri: json.loads(file.content)
        for file in schema_files(catalogue, Recall(Memo(), catalogue))
    }
    seen = 0
    for uri, content in exported(catalogue).items():
        found = json.loads(content)
        name = found["schema"].removeprefix(SETTINGS.site_url)
        assert uri.rpartition("/")[2] == name.rpartition("/")[2]
        validator = jsonschema.Draft7Validator(schemas[name])
        for item in found["items"]:
            assert [e.message for e in validator.iter_errors(item["fields"])] == [], item["id"]
            seen += 1
        assert found["count"] == len(found["items"])
    return seen


def test_fields_are_valid_under_the_published_schema(tmp_path: Path) -> None:
    """The sample, the project's own data, and data with every field filled in."""
    assert valid_under_published_schema(catalogue()) == len(catalogue())
    model = discover()
    for folder in (ROOT / "data", write_corpus(tmp_path, 40)):
        whole, problems = compile_catalogue(load(folder, model), TODAY)
        assert whole, problems
        assert valid_under_published_schema(whole) == len(whole) >= 40


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_every_text_comes_back(text: str) -> None:
    """Whatever is in it."""
    try:
        item = instrument(1, description=text)
    except ValueError:
        return
    [found] = document(catalogue_of(item), "instruments")["items"]
    assert found["fields"]["description"] == plain(item.description)
