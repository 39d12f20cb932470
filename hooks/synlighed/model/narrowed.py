"""An item as it is for readers who may not know of all that it names."""

from collections.abc import Callable
from typing import Any

from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.fields import Markdown, Reference
from synlighed.model.item import Item
from synlighed.model.relation import Place, relations_of

Shows = Callable[[str, str], bool]
"""Whether readers may know of the item of a kind and id."""

_GONE = object()


def narrowed(item: Item, shows: Shows, to_text: Callable[[Markdown], Markdown]) -> Item:
    """The item without a trace of what its readers may not know of.

    A part that says nothing without what it names goes with it. The same object comes back when
    there is nothing to take away.

    Args:
        item: The item, which must name nothing hidden that it cannot do without.
        shows: What its readers may know of.
        to_text: Takes the links to the rest out of a text.

    Raises:
        ValueError: it names something hidden that it cannot do without.
    """
    kept = _part(item, shows, to_text)
    if kept is _GONE or has_lost_all(item, shows):
        raise ValueError(f"{item.source} names something hidden that it cannot do without")
    return kept  # type: ignore[no-any-return]


def indispensable(item: Item, shows: Shows) -> list[tuple[Place, str, str]]:
    """What an item names and cannot do without, but its readers may not know of.

    Returns:
        For each such name its place in the item, and the kind and id it leads to.
    """
    lost = {
        field.key
        for field in fields_of(type(item))
        if _must_stand(item, field)
        and _is_lost(getattr(item, field.key), _field(item, field, shows, lambda text: text))
    }
    return [
        (place, relation.to, target)
        for relation in relations_of(type(item))
        if relation.keys[0] in lost
        for place, target in relation.targets(item)
        if not shows(relation.to, target)
    ]


def has_lost_all(item: Item, shows: Shows) -> bool:
    """Whether readers may know of nothing in the fields of which its kind needs at least one."""
    fields = [field for field in fields_of(type(item)) if field.key in item.kind.one_of]
    held = [field for field in fields if getattr(item, field.key) not in (None, ())]
    return bool(held) and all(
        _is_lost(getattr(item, field.key), _field(item, field, shows, lambda text: text))
        for field in held
    )


def _part(part: Part, shows: Shows, to_text: Callable[[Markdown], Markdown]) -> Any:
    changes: dict[str, Any] = {}
    for field in fields_of(type(part)):
        value = getattr(part, field.key)
        kept = _field(part, field, shows, to_text)
        if kept is value:
            continue
        if _is_lost(value, kept):
            if _must_stand(part, field):
                return _GONE
            kept = () if field.many else None
        changes[field.key] = kept
    if not changes:
        return part
    rest = part.model_copy(update=changes)
    if part.only_one and all(getattr(rest, key) is None for key in part.only_one):
        return _GONE
    return rest


def _field(part: Part, field: Field, shows: Shows, to_text: Callable[[Markdown], Markdown]) -> Any:
    """The value of a field as it may be shown; the same object if all of it may."""
    value = getattr(part, field.key)
    if not isinstance(value, tuple):
        return _single(value, field, shows, to_text)
    members = [_single(member, field, shows, to_text) for member in value]
    if all(kept is member for kept, member in zip(members, value, strict=True)):
        return value
    return tuple(member for member in members if member is not _GONE)


def _single(value: Any, field: Field, shows: Shows, to_text: Callable[[Markdown], Markdown]) -> Any:
    if isinstance(value, Reference):
        return value if shows(field.declared.to, value) else _GONE
    if isinstance(value, Markdown):
        return to_text(value)
    return _part(value, shows, to_text) if isinstance(value, Part) else value


def _must_stand(part: Part, field: Field) -> bool:
    needed = field.declared.needed
    return field.required or bool(needed and needed.holds(part))


def _is_lost(value: Any, kept: Any) -> bool:
    return kept is _GONE or (kept == () and value != ())
