"""From nodes to typed items; what pydantic refuses becomes problems with a place."""

import re
from copy import copy
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError, create_model
from pydantic_core import ErrorDetails

from synlighed.danish.slugs import slugify
from synlighed.danish.words import closest, join_words
from synlighed.load.datafile import HARD_SPACE, DataFile
from synlighed.load.nodes import PROBLEMS_SHOWN, Mapping, Node, Scalar, Sequence
from synlighed.messages import (
    KINDS_OF_NODE,
    MESSAGES,
    REASONS,
    UNKNOWN_IS_ALLOWED,
    UNKNOWN_IS_ALLOWED_IN,
)
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.relation import Place
from synlighed.problems import Problem

P = TypeVar("P", bound=Part)

_SIMPLE = re.compile(r"[\w][^\n:#\[\]{}\"']*$")
"""A text that can stand in a list between brackets as it is."""

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


def build(
    model: type[P], file: DataFile, node: Mapping, **known: Any
) -> tuple[P | None, list[Problem]]:
    """Makes a part or an item of a mapping.

    Args:
        model: What the mapping should be.
        file: Where it stands.
        node: The mapping.
        known: Values that are not written in the file, such as the id.

    Returns:
        The item, unless something is wrong with it; and all that is.
    """
    problems: list[Problem] = []
    raw = _raw_fields(file, node, known, problems)
    try:
        item = model.model_validate({**raw, **known})
    except ValidationError as error:
        told = {(problem.line, problem.column) for problem in problems}
        for problem in _problems(model, file, node, error):
            if problem.code == "F201" or (problem.line, problem.column) not in told:
                problems.append(problem)
        return None, problems
    return (None if problems else item), problems


def salvage(model: type[P], file: DataFile, node: Mapping, **known: Any) -> P | None:
    """What can be read of a mapping that `build` refused: fields with mistakes are `None`.

    So the rules can check the rest, and the editor hears of every mistake at once.
    """
    loose: type[P] = _loosened(model)
    raw = {}
    for name, (_, value) in node.entries.items():
        empty: list[Problem] = []
        raw[name] = _raw(value, file, name, empty)
        if empty or name in known:
            del raw[name]
    try:
        return loose.model_validate({**raw, **known})
    except ValidationError as error:
        for details in error.errors(include_url=False, include_input=False):
            raw.pop(str(details["loc"][0]), None)
    try:
        return loose.model_validate({**raw, **known})
    except ValidationError:
        return None


@cache
def _loosened(model: type[P]) -> type[P]:
    """The same model, with no field required."""
    fields: dict[str, Any] = {}
    for declared in fields_of(model):
        info = copy(model.model_fields[declared.key])
        if declared.required:
            info.default = None
        fields[declared.key] = (info.annotation, info)
    return create_model(model.__name__, __base__=model, **fields)


def find(node: Node, place: Place) -> Scalar | Sequence | Mapping:
    """The node at a place, or the nearest one above it that stands in the file."""
    for step in place:
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)][1]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node


def find_key(node: Node, place: Place) -> Scalar | Sequence | Mapping:
    """The name of the field at a place, where it has one; else the node itself."""
    parent = find(node, place[:-1])
    if place and isinstance(parent, Mapping) and place[-1] in parent.entries:
        return parent.entries[str(place[-1])][0]
    return find(node, place)


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


def _raw_fields(
    file: DataFile, node: Mapping, known: dict[str, Any], problems: list[Problem]
) -> dict[str, Any]:
    raw = {}
    for name, (key, value) in node.entries.items():
        if name in known:
            code = "F225" if name == "id" else "F202"
            problems.append(
                file.problem(code, key.line, key.column, key.length, args={"key": name})
            )
        else:
            raw[name] = _raw(value, file, name, problems)
    return raw


def _raw(node: Node, file: DataFile, key: str, problems: list[Problem]) -> Any:
    """The node as what pydantic reads: text, lists and dicts, nothing guessed."""
    if isinstance(node, Scalar):
        if not node.text or node.text.isspace():
            problems.append(_at(file, node, "F220", {"key": key}))
        return node.text
    if isinstance(node, Sequence):
        if not node.items:
            problems.append(_at(file, node, "F223", {"key": key}))
        return [_raw(member, file, key, problems) for member in node.items]
    return {name: _raw(value, file, name, problems) for name, (_, value) in node.entries.items()}


def _at(
    file: DataFile,
    node: Node,
    code: str,
    args: dict[str, Any],
    suggestions: tuple[str, ...] = (),
    allowed: tuple[str, ...] = (),
) -> Problem:
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


def _problems(
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
            about = missing_fields(absent)
            if place:
                node = find(root, place)
                found.append(file.problem("F201", node.line, node.column, **about))
            else:
                found.append(Problem("F201", file.path, line=0, **about))
    return found


def missing_fields(fields: list[Field]) -> dict[str, Any]:
    """What a problem says of fields that are not there."""
    names = tuple(f"»{field.key}« ({field.label})" for field in fields)
    can_be_unknown = tuple(f"»{field.key}«" for field in fields if field.can_be_unknown)
    unknown = UNKNOWN_IS_ALLOWED_IN.format(fields=join_words(can_be_unknown, "eller"))
    if len(can_be_unknown) in (0, len(fields)):
        unknown = UNKNOWN_IS_ALLOWED if can_be_unknown else ""
    args = {
        "fields": names if len(fields) <= FIELDS_NAMED else f"{len(fields)} felter",
        "unknown": unknown,
    }
    return {"args": args, "examples": tuple(field.sample for field in fields)}


def _problem(model: type[Part], file: DataFile, root: Mapping, details: ErrorDetails) -> Problem:
    place: Place = details["loc"]
    code = details["type"] if details["type"] in MESSAGES else _CODES[details["type"]]
    if code == "F202":
        return _unknown_field(model, file, root, place)
    node = find(root, place)
    key = str(next((step for step in reversed(place) if isinstance(step, str)), ""))
    field = field_at(model, place)
    if not isinstance(node, Scalar) or code == "F203":
        return _wrong_shape(file, node, place, field, details["type"])
    context = dict(details.get("ctx") or {})
    args: dict[str, Any] = {"key": key, "label": field.label, "help": field.help}
    args |= {"value": node.text, "why": REASONS.get(str(context.get("reason")), ""), **context}
    if code not in ("F205", "F206", "F207", "F218") and (hard := HARD_SPACE.search(node.text)):
        line = file.line(node.line)
        column = line.find(hard[0], node.column - 1) + 1
        if column:
            return file.problem("F103", node.line, column)
    allowed = {"F204": field.choices, "F214": ("ja", "nej")}.get(code, ())
    near = [slugify(node.text)] if code == "F217" else closest(node.text, allowed)
    return _at(file, node, code, args, tuple(filter(None, near)), allowed)


def _wrong_shape(file: DataFile, node: Node, place: Place, field: Field, error: str) -> Problem:
    """A list, a text or a mapping where another of them should be."""
    key, found = field.key, _found(node)
    if error == "tuple_type":
        example = field.sample
        if isinstance(node, Scalar) and not field.part and _SIMPLE.match(node.text):
            example = f"{key}: [{node.text}]"
        return _at(file, node, "F203", _shape(key, "en liste", found, example))
    if error.startswith("model"):
        example = field.sample
        if isinstance(place[-1], int) and isinstance(node, Scalar) and field.part:
            first = next(inner.key for inner in fields_of(field.part) if inner.required)
            example = f"- {first}: {node.text}"
        return _at(file, node, "F203", _shape(key, "en gruppe af felter", found, example))
    if isinstance(node, Mapping) and len(node.entries) == 1:
        # `- Glemt adgangskode: ring til Servicedesk`: the colon has made a mapping of a text.
        ((name, value),) = node.entries.values()
        if isinstance(value, Scalar) and name.line == value.line == node.line:
            text = file.line(node.line)[node.column - 1 :].strip()
            return _at(file, node, "F226", {"key": key, "example": f'"{text}"'})
    return _at(file, node, "F203", _shape(key, "en tekst", found, field.sample))


def _shape(key: str, expected: str, found: str, example: str) -> dict[str, Any]:
    return {"key": key, "expected": expected, "found": found, "example": example}


def _unknown_field(model: type[Part], file: DataFile, root: Mapping, place: Place) -> Problem:
    key, parent, name = find_key(root, place), find(root, place[:-1]), str(place[-1])
    fields = fields_of((field_at(model, place[:-1]).part if len(place) > 1 else None) or model)
    used = parent.entries if isinstance(parent, Mapping) else {}
    names = [field.key for field in fields if field.key not in used]
    labels = {field.label.lower(): field.key for field in fields}
    near = [labels[name.lower()]] if name.lower() in labels else closest(name, names)
    return _at(file, key, "F202", {"key": name}, tuple(near), () if near else tuple(names))


def _found(node: Node) -> str:
    if isinstance(node, Scalar):
        return KINDS_OF_NODE["text" if node.text else "nothing"]
    return KINDS_OF_NODE["list" if isinstance(node, Sequence) else "mapping"]
