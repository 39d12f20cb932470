"""How a field is declared, and how a declaration is read back.

`required`, `optional` and `several` are the one line a field takes in its kind. `fields_of` gives
those lines back as `Field`s: the checks, the JSON Schema, the handbook, the pages and the exports
read nothing else about a kind.
"""

import types
import typing
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, Self, Union

from pydantic import BaseModel, ConfigDict
from pydantic import Field as pydantic_field
from pydantic.fields import FieldInfo

from synlighed.danish.words import join_words
from synlighed.model.fields import Unknown

DECLARED = "declared"
"""Where a declaration lies among the JSON Schema extras of its pydantic field."""


_NOT_NOTED: set[str] = set()


class Part(BaseModel):
    """A mapping inside an item, such as one source or one supplier; declared as a kind is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    only_one: ClassVar[tuple[str, ...]] = ()
    """Fields of which exactly one is filled in."""
    own_examples: ClassVar[Mapping[str, str]] = {}
    """Its examples of fields that it shares with others, by their keys."""

    def model_post_init(self, context: Any) -> None:
        """Lets go of pydantic's own note of which fields were given: nobody asks, and it is big."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_NOTED)

    def __copy__(self) -> Self:
        """The same fields, which may be given other values: without what was worked out of them."""
        copied = super().__copy__()
        object.__setattr__(copied, "__dict__", self._fields())
        return copied

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """The same, with copies of what is in the fields."""
        bare = copy(self)
        memo = {} if memo is None else memo
        # Kept as long as its number is in there, as `copy.deepcopy` keeps what it copies.
        memo.setdefault(id(memo), []).append(bare)
        return super(Part, bare).__deepcopy__(memo)

    def __getstate__(self) -> dict[Any, Any]:
        """The fields: what was worked out of them is no part of it."""
        return {**super().__getstate__(), "__dict__": self._fields()}

    def _fields(self) -> dict[str, Any]:
        declared = type(self).model_fields
        return {key: value for key, value in self.__dict__.items() if key in declared}


@dataclass(frozen=True)
class When:
    """A condition on other fields of the same item: each must hold one of the values named."""

    conditions: tuple[tuple[str, tuple[str, ...]], ...]

    def holds(self, item: Part) -> bool:
        """Whether the item's own values fulfil every condition; an unknown value never does."""
        return all(
            any(value in allowed for value in _as_tuple(getattr(item, key)))
            for key, allowed in self.conditions
        )

    def describe(self, model: type[Part]) -> str:
        """The condition in Danish: `Livscyklus er "i drift"`."""
        labels = {field.key: field.label for field in fields_of(model)}
        return " og ".join(
            f"»{labels[key]}« er " + join_words([f"»{value}«" for value in allowed], "eller")
            for key, allowed in self.conditions
        )


def when(**conditions: str | tuple[str, ...]) -> When:
    """The condition that each field named holds the value, or one of the values, given."""
    return When(tuple((key, _as_tuple(values)) for key, values in conditions.items()))


@dataclass(frozen=True)
class Declared:
    """What a field's line says beyond its type, label, help and example."""

    section: str = ""
    facet: bool = False
    to: str = ""
    inverse: str = ""
    acyclic: bool = False
    to_itself: bool = False
    vocabulary: str = ""
    unique: bool = False
    ordered: bool = False
    searched: bool = True
    """Whether readers may find the item by its value."""
    needed: When | None = None
    due: str = ""
    """What happens on the day that the field holds, for whoever must act before it does."""
    due_when: When | None = None
    """When that is so, if not always."""


@dataclass(frozen=True)
class Field:
    """One field of a kind or part, as everything but pydantic reads it."""

    key: str
    label: str
    help: str
    example: str
    required: bool
    many: bool
    grouped: bool
    """Whether each of its many values is a list in turn."""
    can_be_unknown: bool
    type: Any
    declared: Declared

    @property
    def choices(self) -> tuple[str, ...]:
        """The values allowed by the declaration itself; empty when it is open."""
        return typing.get_args(self.type) if typing.get_origin(self.type) is Literal else ()

    @property
    def part(self) -> "type[Part] | None":
        """The mapping the field holds, when it holds one."""
        return self.type if isinstance(self.type, type) and issubclass(self.type, Part) else None

    @property
    def sample(self) -> str:
        """How the field can be written in a data file, on one line."""
        if self.part:
            needed = self.part.only_one[:1]
            fields = [f for f in fields_of(self.part) if f.required or f.key in needed]
            value = f"{{{', '.join(field.sample for field in fields) or self.example}}}"
        elif any(sign in self.example for sign in (",", ": ")):
            value = f'"{self.example}"'
        else:
            value = self.example
        if self.grouped:
            value = self.example
        return f"{self.key}: [{value}]" if self.many else f"{self.key}: {value}"


def required(label: str, help: str, example: str, **declared: Any) -> Any:
    """A field that every item of the kind must fill in."""
    return _field(..., label, help, example, declared)


def optional(label: str, help: str, example: str, **declared: Any) -> Any:
    """A field that may be left out; absent is `None`."""
    return _field(None, label, help, example, declared)


def several(label: str, help: str, example: str, **declared: Any) -> Any:
    """A list that may be left out; absent is empty."""
    return _field((), label, help, example, declared)


def examples(**examples: str) -> Mapping[str, str]:
    """A kind's own examples of fields that all kinds have, by their keys."""
    return types.MappingProxyType(examples)


def _field(default: Any, label: str, help: str, example: str, declared: dict[str, Any]) -> Any:
    return pydantic_field(
        default,
        title=label,
        description=help,
        examples=[example],
        json_schema_extra={DECLARED: Declared(**declared)},  # type: ignore[dict-item]
    )


@cache
def fields_of(model: type[Part]) -> tuple[Field, ...]:
    """The declared fields of a kind or part, in the order they were written."""
    return tuple(_read_fields(model))


def _read_fields(model: type[Part]) -> Iterator[Field]:
    for key, info in model.model_fields.items():
        if isinstance(info.json_schema_extra, dict) and DECLARED in info.json_schema_extra:
            example = model.own_examples.get(key) or str((info.examples or [""])[0])
            declared = typing.cast(Declared, info.json_schema_extra[DECLARED])
            yield _read_field(key, info, declared, example)


def _read_field(key: str, info: FieldInfo, declared: Declared, example: str) -> Field:
    inner, unknown = _unwrap(info.annotation)
    many = typing.get_origin(inner) is tuple
    if many:
        inner, _ = _unwrap(typing.get_args(inner)[0])
    grouped = typing.get_origin(inner) is tuple
    if grouped:
        inner, _ = _unwrap(typing.get_args(inner)[0])
    return Field(
        key=key,
        label=info.title or key,
        help=info.description or "",
        example=example,
        required=info.is_required(),
        many=many,
        grouped=grouped,
        can_be_unknown=unknown,
        type=inner,
        declared=declared,
    )


def _unwrap(annotation: Any) -> tuple[Any, bool]:
    """The type itself without `Annotated`, `None` and `Unknown`, and whether it had the last."""
    unknown = False
    while True:
        if typing.get_origin(annotation) is Annotated:
            annotation = typing.get_args(annotation)[0]
        elif typing.get_origin(annotation) in (Union, types.UnionType):
            members = typing.get_args(annotation)
            unknown = unknown or Unknown in members
            annotation = next(m for m in members if m not in (types.NoneType, Unknown))
        else:
            return annotation, unknown


def _as_tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
