"""From nodes to typed items, by what their kinds declare."""

from copy import copy
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError, create_model

from synlighed.load.datafile import DataFile
from synlighed.load.nodes import Mapping, Node, Scalar, Sequence
from synlighed.load.refused import problem_at, problems_of, unknown_field
from synlighed.model.declare import Part, fields_of
from synlighed.problems import Problem

P = TypeVar("P", bound=Part)


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
    raw = _raw_fields(model, file, node, known, problems)
    try:
        item = model.model_validate({**raw, **known})
    except ValidationError as error:
        told = {(problem.line, problem.column) for problem in problems}
        for problem in problems_of(model, file, node, error):
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


def _raw_fields(
    model: type[Part],
    file: DataFile,
    node: Mapping,
    known: dict[str, Any],
    problems: list[Problem],
) -> dict[str, Any]:
    raw = {}
    for name, (key, value) in node.entries.items():
        if name == "id" and name in known:
            problems.append(problem_at(file, key, "F225", {}))
        elif name in known:
            problems.append(unknown_field(model, file, node, (name,)))
        else:
            raw[name] = _raw(value, file, name, problems)
    return raw


def _raw(node: Node, file: DataFile, key: str, problems: list[Problem]) -> Any:
    """The node as what pydantic reads: text, lists and dicts, nothing guessed."""
    if isinstance(node, Scalar):
        if not node.text or node.text.isspace():
            problems.append(problem_at(file, node, "F220", {"key": key}))
        return node.text
    if isinstance(node, Sequence):
        if not node.items:
            problems.append(problem_at(file, node, "F223", {"key": key}))
        return [_raw(member, file, key, problems) for member in node.items]
    return {name: _raw(value, file, name, problems) for name, (_, value) in node.entries.items()}
