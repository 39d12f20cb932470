"""JSON Schema of each kind's data files: editors complete and explain fields by it.

Draft 7, which is what the YAML extension of VS Code reads
(https://github.com/redhat-developer/yaml-language-server).
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any

from synlighed.catalogue import Catalogue
from synlighed.memo import Recall
from synlighed.model import Model
from synlighed.model.declare import Field, Part, When, fields_of
from synlighed.model.fields import UNKNOWN
from synlighed.model.item import Item
from synlighed.model.site import Site
from synlighed.model.synonyms import Synonyms
from synlighed.sitepage import SiteFile
from synlighed.urls import schema_url

WHOLE: Mapping[str, type[Part]] = {"site": Site, "synonyms": Synonyms}
"""What the files about all of the site hold, by their names."""

_TITLES: Mapping[type[Part], str] = {Site: "Hele siden", Synonyms: "Synonymer"}

DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_files(catalogue: Catalogue, recall: Recall) -> Iterator[SiteFile]:
    """The schema of each kind, published."""
    for kind in catalogue.model:
        url = schema_url(kind.kind)
        yield SiteFile(url, recall.make(url, partial(_published, kind)))


def _published(kind: type[Item], catalogue: Catalogue) -> bytes:
    # Those outside write no data files, and the words may be about what they cannot see.
    return encode(schema_of(kind, catalogue.site if catalogue.edition.is_internal else None))


def data_schemas(model: Model, site: Site) -> dict[str, bytes]:
    """The schemas that are kept beside the data, by their file names under `data/schema/`."""
    schemas = {f"{kind.kind.key}.json": encode(schema_of(kind, site)) for kind in model}
    return schemas | {f"{name}.json": encode(schema_of(part, site)) for name, part in WHOLE.items()}


def schema_of(kind: type[Part], site: Site | None) -> dict[str, Any]:
    """The JSON Schema of a kind's data file, with Danish names and help.

    Args:
        kind: The kind, or what a file about all of the site holds.
        site: Whose vocabularies fill in the open lists; without one, the schema is for those who
            read data and not for those who write them, and gives no examples.
    """
    conditions = [_condition(field, needed) for field, needed in _needed(kind)]
    one_of = kind.kind.one_of if issubclass(kind, Item) else ()
    return {
        "$schema": DRAFT,
        "title": kind.kind.many if issubclass(kind, Item) else _TITLES[kind],
        **_mapping(kind, site),
        **({"allOf": conditions} if conditions else {}),
        **({"anyOf": [{"required": [key]} for key in one_of]} if one_of else {}),
    }


def encode(schema: dict[str, Any]) -> bytes:
    """A schema as the bytes of its file."""
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _mapping(model: type[Part], site: Site | None) -> dict[str, Any]:
    """A kind or part: its fields, and no others."""
    known = _known(model)
    fields = fields_of(model)
    required = [field.key for field in fields if field.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.key: _field(field, known[field.key], site) for field in fields},
        **({"required": required} if required else {}),
    }


@cache
def _known(model: type[Part]) -> dict[str, Any]:
    """What pydantic says of the fields; of a part, once for all kinds that have it."""
    known: dict[str, Any] = model.model_json_schema()["properties"]
    return known


def _field(field: Field, known: dict[str, Any], site: Site | None) -> dict[str, Any]:
    """A field: what it takes, under its Danish name and with its help."""
    taken = _part(field, site) if field.part else _scalars(field, known, site)
    return {
        "title": field.label,
        "description": f"{field.help} For eksempel: {field.example}" if site else field.help,
        **taken,
    }


def _part(field: Field, site: Site | None) -> dict[str, Any]:
    assert field.part
    one = _mapping(field.part, site)
    taken = {"type": "array", "items": one} if field.many else one
    return {"anyOf": [taken, {"const": UNKNOWN.value}]} if field.can_be_unknown else taken


def _scalars(field: Field, known: dict[str, Any], site: Site | None) -> dict[str, Any]:
    """What pydantic says of the values; no value is written by leaving the field out."""
    taken = {key: value for key, value in known.items() if key in ("type", "items", *_BOUNDS)}
    variants = [variant for variant in known.get("anyOf", ()) if variant != {"type": "null"}]
    if len(variants) == 1:
        taken |= variants[0]
    elif variants:
        taken["anyOf"] = variants
    if field.declared.vocabulary and site:
        words = [word.id for word in site.vocabularies.words(field.declared.vocabulary)]
        taken["items"] = {"type": "string", "enum": words}
    return _with_digits(taken)


def _with_digits(taken: dict[str, Any]) -> dict[str, Any]:
    """Lets a text of digits alone stand unquoted, as the id `1813`: editors read it as a number."""
    if "anyOf" in taken:
        return {**taken, "anyOf": [_with_digits(variant) for variant in taken["anyOf"]]}
    if "items" in taken:
        return {**taken, "items": _with_digits(taken["items"])}
    if taken.get("type") == "string" and re.match(taken.get("pattern", "^$"), "70000000"):
        return {**taken, "type": ["string", "integer"]}
    return taken


_BOUNDS = ("enum", "const", "pattern", "format", "minLength", "maxLength", "minimum", "maximum")


def _needed(kind: type[Part]) -> Iterator[tuple[Field, When]]:
    for field in fields_of(kind):
        if field.declared.needed:
            yield field, field.declared.needed


def _condition(field: Field, when: When) -> dict[str, Any]:
    """»This field must stand when those hold these values« in JSON Schema."""
    properties = {
        key: {
            "anyOf": [{"enum": list(values)}, {"contains": {"enum": list(values)}, "type": "array"}]
        }
        for key, values in when.conditions
    }
    keys = [key for key, _ in when.conditions]
    return {
        "if": {"properties": properties, "required": keys},
        "then": {"required": [field.key]},
    }
