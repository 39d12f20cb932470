"""What pydantic refuses, as problems with a place and with what could have been meant."""

import re
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from synlighed.danish.slugs import slugify
from synlighed.danish.words import closest, join_words
from synlighed.load.datafile import HARD_SPACE, DataFile
from synlighed.load.misread import is_word_quoted
from synlighed.load.nodes import (
    PROBLEMS_SHOWN,
    Mapping,
    Node,
    Scalar,
    Sequence,
    find,
    find_key,
)
from synlighed.messages import MESSAGES
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.fields import SLUG, Uuid
from synlighed.model.published import fresh_uid
from synlighed.model.relation import Place
from synlighed.problems import Problem
from synlighed.wording import (
    KINDS_OF_NODE,
    REASONS,
    UNKNOWN_IS_ALLOWED,
    UNKNOWN_IS_ALLOWED_BUT_IN,
    UNKNOWN_IS_ALLOWED_IN,
)

_SIMPLE = re.compile(r"[\w][^\n:#\[\]{}\"']*$")
"""A text that can stand in a list between brackets as it is."""

_ENGLISH = {"yes": "ja", "true": "ja", "no": "nej", "false": "nej"}

FIELDS_NAMED = 3
"""So many missing fields are named in a sentence; more are told by their examples."""

_CODES = {
    "extra_forbidden": "F202",
    "literal_error": "F204",
    "string_type": "F203",
    "tuple_type": "F203",
    "model_type": "F203",
    "model_attributes_type": "F203",
}
"""What pydantic calls the mistakes that our own types do not name themselves."""


def problems_of(
    model: type[Part], file: DataFile, root: Mapping, error: ValidationError
) -> list[Problem]:
    """What pydantic refuses; the missing fields of a mapping are one problem."""
    found: list[Problem] = []
    meant: set[Place] = set()
    missing: dict[Place, list[Field]] = {}
    for details in error.errors(include_url=False, include_input=False):
        place: Place = details["loc"]
        if details["type"] == "missing":
            missing.setdefault(place[:-1], []).append(field_at(model, place))
        elif len(found) <= PROBLEMS_SHOWN:
            problem = _problem(model, file, root, details)
            found.append(problem)
            if problem.code == "F202":
                meant.update((*place[:-1], name) for name in problem.suggestions)
    for place, fields in missing.items():
        # A field whose name is misspelt is not missing too.
        absent = [field for field in fields if (*place, field.key) not in meant]
        if absent and len(found) <= PROBLEMS_SHOWN:
            about = missing_fields(absent, file)
            if place:
                node = find(root, place)
                found.append(file.problem("F201", node.line, node.column, **about))
            else:
                found.append(Problem("F201", file.path, line=0, **about))
    return found


def missing_fields(fields: list[Field], file: DataFile) -> dict[str, Any]:
    """What a problem says of fields that are not there in a file."""
    names = tuple(f"»{field.key}« ({field.label})" for field in fields)
    args = {
        "fields": names if len(fields) <= FIELDS_NAMED else f"{len(fields)} felter",
        "unknown": _where_unknown_is_allowed(fields),
    }
    return {"args": args, "examples": tuple(_sample(field, file) for field in fields)}


def _sample(field: Field, file: DataFile) -> str:
    """How a field could be written; an id that nothing else has must not be copied."""
    return f"{field.key}: {fresh_uid(file.path, file.text)}" if field.type is Uuid else field.sample


def _where_unknown_is_allowed(fields: list[Field]) -> str:
    can = [f"»{field.key}«" for field in fields if field.can_be_unknown]
    cannot = [f"»{field.key}«" for field in fields if not field.can_be_unknown]
    if not can:
        return ""
    if not cannot:
        return UNKNOWN_IS_ALLOWED
    if len(can) > FIELDS_NAMED:
        return UNKNOWN_IS_ALLOWED_BUT_IN.format(fields=join_words(cannot, "eller"))
    return UNKNOWN_IS_ALLOWED_IN.format(fields=join_words(can, "eller"))


def _problem(model: type[Part], file: DataFile, root: Mapping, details: ErrorDetails) -> Problem:
    place: Place = details["loc"]
    code = details["type"] if details["type"] in MESSAGES else _CODES[details["type"]]
    if code == "F202":
        return unknown_field(model, file, root, place)
    node = find(root, place)
    key = str(next((step for step in reversed(place) if isinstance(step, str)), ""))
    field = field_at(model, place)
    if not isinstance(node, Scalar) or code == "F203":
        return _wrong_shape(file, node, place, field, details["type"])
    context = dict(details.get("ctx") or {})
    args: dict[str, Any] = {"key": key, "label": field.label, "help": field.help}
    args |= {
        "fresh": fresh_uid(file.path, file.text),
        "value": node.text,
        "why": REASONS.get(str(context.get("reason")), ""),
        **context,
    }
    if code not in ("F205", "F206", "F207", "F218") and (hard := HARD_SPACE.search(node.text)):
        line = file.line(node.line)
        column = line.find(hard[0], node.column - 1) + 1
        if column:
            return file.problem("F103", node.line, column)
    allowed = {"F204": field.choices, "F214": ("ja", "nej")}.get(code, ())
    return problem_at(file, node, code, args, _meant(code, node.text, allowed), allowed)


def _meant(code: str, text: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    """What could have been meant by a value that a field refuses."""
    if code == "F210":
        return (f"https://{text}",) if text.startswith("www.") and text.isprintable() else ()
    if code == "F214" and text.lower() in _ENGLISH:
        return (_ENGLISH[text.lower()],)
    if code == "F217":
        slug = slugify(text)
        return (slug,) if re.fullmatch(SLUG, slug) else ()
    return tuple(closest(text, allowed))


def _wrong_shape(file: DataFile, node: Node, place: Place, field: Field, error: str) -> Problem:
    """A list, a text or a mapping where another of them should be."""
    key, found = field.key, _found(node)
    if error == "tuple_type":
        example = _as_list(node, place, field)
        return problem_at(file, node, "F203", _shape(key, "en liste", found, example))
    if error.startswith("model"):
        example = field.sample
        if isinstance(place[-1], int) and isinstance(node, Scalar) and field.part:
            first = next(inner.key for inner in fields_of(field.part) if inner.required)
            example = f"- {first}: {node.text}"
        return problem_at(file, node, "F203", _shape(key, "en gruppe af felter", found, example))
    if isinstance(node, Mapping) and len(node.entries) == 1:
        # `- Glemt adgangskode: ring til Servicedesk`: the colon has made a mapping of a text.
        ((name, value),) = node.entries.values()
        if isinstance(value, Scalar) and name.line == value.line == node.line:
            text = file.line(node.line)[node.column - 1 :].strip()
            if is_word_quoted(text):
                return file.problem("F102", node.line, node.column, len(text))
            return problem_at(file, node, "F226", {"key": key, "example": f'"{text}"'})
    return problem_at(file, node, "F203", _shape(key, "en tekst", found, field.sample))


def _as_list(node: Node, place: Place, field: Field) -> str:
    """What should be a list, written as one."""
    is_simple = isinstance(node, Scalar) and not field.part and _SIMPLE.match(node.text)
    text = node.text if isinstance(node, Scalar) and is_simple else ""
    if field.grouped and isinstance(place[-1], int):
        return f"- [{text}]" if "," in text else f"- {field.example}"
    return f"{field.key}: [{text}]" if text else field.sample


def _shape(key: str, expected: str, found: str, example: str) -> dict[str, Any]:
    return {"key": key, "expected": expected, "found": found, "example": example}


def unknown_field(model: type[Part], file: DataFile, root: Mapping, place: Place) -> Problem:
    """A field that is not there to fill in, with the one that was probably meant."""
    key, parent, name = find_key(root, place), find(root, place[:-1]), str(place[-1])
    fields = fields_of((field_at(model, place[:-1]).part if len(place) > 1 else None) or model)
    used = parent.entries if isinstance(parent, Mapping) else {}
    names = [field.key for field in fields if field.key not in used]
    labels = {field.label.lower(): field.key for field in fields}
    near = [labels[name.lower()]] if name.lower() in labels else closest(name, names)
    return problem_at(file, key, "F202", {"key": name}, tuple(near), () if near else tuple(names))


def _found(node: Node) -> str:
    if isinstance(node, Scalar):
        return KINDS_OF_NODE["text" if node.text else "nothing"]
    return KINDS_OF_NODE["list" if isinstance(node, Sequence) else "mapping"]


def problem_at(
    file: DataFile,
    node: Node,
    code: str,
    args: dict[str, Any],
    suggestions: tuple[str, ...] = (),
    allowed: tuple[str, ...] = (),
) -> Problem:
    """A problem about a node."""
    length = node.length if isinstance(node, Scalar) else 1
    return file.problem(
        code,
        node.line,
        node.column,
        length,
        args=args,
        suggestions=suggestions,
        allowed=allowed,
    )


def field_at(model: type[Part], place: Place) -> Field:
    """The declaration of the field at a place; inside a part, that of the part's own field."""
    field: Field | None = None
    for step in place:
        if isinstance(step, str):
            owner = field.part if field and field.part else model
            field = next((f for f in fields_of(owner) if f.key == step), field)
    if field is None:
        raise LookupError(f"no field of {model.__name__} at {place}")
    return field
