"""From nodes to typed items; what pydantic refuses becomes problems with a place."""

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from synlighed.danish.slugs import slugify
from synlighed.danish.words import closest
from synlighed.load.datafile import DataFile
from synlighed.load.nodes import Mapping, Node, Scalar, Sequence
from synlighed.messages import KINDS_OF_NODE, MESSAGES, REASONS, UNKNOWN_IS_ALLOWED
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.relation import Place
from synlighed.problems import Problem

P = TypeVar("P", bound=Part)

_CODES = {
    "missing": "F201",
    "extra_forbidden": "F202",
    "literal_error": "F204",
    "string_type": "F203",
    "tuple_type": "F203",
    "model_type": "F203",
    "model_attributes_type": "F203",
    "too_short": "F223",
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
    empties: list[Problem] = []
    raw = {
        key: _raw(value, file, key, empties)
        for key, (_, value) in node.entries.items()
        if key not in known
    }
    problems = [
        file.problem(
            "F225" if name == "id" else "F202", key.line, key.column, key.length, args={"key": name}
        )
        for name, (key, _) in node.entries.items()
        if name in known
    ] + empties
    try:
        item = model.model_validate({**raw, **known})
    except ValidationError as error:
        told = {(problem.line, problem.column) for problem in empties}
        for details in error.errors(include_url=False):
            problem = _problem(model, file, node, details)
            if (problem.line, problem.column) not in told or problem.code == "F201":
                problems.append(problem)
        return None, problems
    return (None if problems else item), problems


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


def _raw(node: Node, file: DataFile, key: str, empties: list[Problem]) -> Any:
    """The node as what pydantic reads: text, lists and dicts, nothing guessed."""
    if isinstance(node, Scalar):
        if node.plain and not node.text:
            line = file.line(node.line)
            column = min(node.column, len(line.rstrip()) + 1)
            empties.append(file.problem("F220", node.line, column, args={"key": key}))
        return node.text
    if isinstance(node, Sequence):
        return [_raw(member, file, key, empties) for member in node.items]
    return {name: _raw(value, file, name, empties) for name, (_, value) in node.entries.items()}


def _problem(model: type[Part], file: DataFile, root: Mapping, details: ErrorDetails) -> Problem:
    place: Place = details["loc"]
    context = dict(details.get("ctx") or {})
    code = details["type"] if details["type"] in MESSAGES else _CODES[details["type"]]
    key = str(next((step for step in reversed(place) if isinstance(step, str)), ""))
    node = find(root, place)
    if code == "F202":
        return _unknown_field(model, file, root, place)
    field = field_at(model, place)
    args: dict[str, Any] = {"key": key, "label": field.label, "example": field.sample}
    args |= {"help": field.help, "value": node.text if isinstance(node, Scalar) else "", **context}
    args["unknown"] = UNKNOWN_IS_ALLOWED if field.can_be_unknown else ""
    args["why"] = REASONS.get(str(context.get("reason")), "")
    if code == "F201":
        return file.problem(code, node.line, node.column, args=args)
    allowed: tuple[str, ...] = ()
    if code == "F204":
        if not isinstance(node, Scalar):
            code = "F203"
        allowed = field.choices
    elif code == "F214":
        allowed = ("ja", "nej")
    if code == "F203":
        args |= {"expected": _expected(field, details["type"]), "found": _found(node)}
    suggestions = tuple(closest(str(args["value"]), allowed)) if allowed else ()
    if code == "F217":
        suggestions = _as_slug(str(args["value"]))
    return file.problem(
        code,
        node.line,
        node.column,
        node.length if isinstance(node, Scalar) else 1,
        args=args,
        suggestions=suggestions,
        allowed=allowed,
    )


def _unknown_field(model: type[Part], file: DataFile, root: Mapping, place: Place) -> Problem:
    key = find_key(root, place)
    parent = field_at(model, place[:-1]).part if len(place) > 1 else model
    names = [field.key for field in fields_of(parent or model)]
    labels = {field.label.lower(): field.key for field in fields_of(parent or model)}
    name = str(place[-1])
    near = [labels[name.lower()]] if name.lower() in labels else closest(name, names)
    return file.problem(
        "F202",
        key.line,
        key.column,
        key.length if isinstance(key, Scalar) else 1,
        args={"key": name},
        suggestions=tuple(near),
        allowed=tuple(names) if not near else (),
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


def _expected(field: Field, error: str) -> str:
    if error == "tuple_type":
        return "en liste"
    if error.startswith("model"):
        return "en gruppe af felter"
    return "en tekst"


def _found(node: Node) -> str:
    if isinstance(node, Scalar):
        return KINDS_OF_NODE["text" if node.text else "nothing"]
    return KINDS_OF_NODE["list" if isinstance(node, Sequence) else "mapping"]


def _as_slug(value: str) -> tuple[str, ...]:
    slug = slugify(value)
    return (slug,) if slug else ()
