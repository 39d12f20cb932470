"""What is like an app or a project, for those who are about to make the same."""

from dataclasses import dataclass

from synlighed.danish.searching import words_of
from synlighed.model.apps import App
from synlighed.model.declare import Field, fields_of
from synlighed.model.fields import Word
from synlighed.model.item import Item
from synlighed.model.projects import Project
from synlighed.pages.here import Here
from synlighed.similar.alike import Alike, Shared
from synlighed.urls import kind_url

_ON_PAGES_OF = (App, Project)
_REASONS_SHOWN = 3


@dataclass(frozen=True)
class ShownAlike:
    """An item that is like the one of the page, ready to be shown."""

    alike: Alike
    href: str
    one: str
    """What its kind is called."""
    both: tuple[str, ...]
    """What the two have in common."""


def similar_to(item: Item, here: Here) -> list[ShownAlike]:
    """What an item's page shows of others that are like it, but for those it shows already."""
    if not isinstance(item, _ON_PAGES_OF):
        return []
    fields = {field.key: field for field in fields_of(type(item))}
    return [_shown(alike, fields, here) for alike in here.catalogue.similar(item.kind.key, item.id)]


def _shown(alike: Alike, fields: dict[str, Field], here: Here) -> ShownAlike:
    kind = here.catalogue.model[alike.kind].kind
    named: dict[tuple[str, ...], str] = {}
    for shared in alike.shared:
        name = _name(shared, fields, here)
        # A tag and a word may be the same: psykiatri, psykiatrien.
        named.setdefault(tuple(words_of(name)), name)
    return ShownAlike(
        alike=alike,
        href=here.link(f"{kind_url(kind)}{alike.id}/"),
        one=kind.one,
        both=tuple(named.values())[:_REASONS_SHOWN],
    )


def _name(shared: Shared, fields: dict[str, Field], here: Here) -> str:
    """What is shared, within a sentence."""
    field = fields.get(shared.field)
    if field is None or field.type is not Word:
        return shared.text
    words = here.catalogue.site.vocabularies.words(field.declared.vocabulary)
    name = next((word.name for word in words if word.id == shared.text), shared.text)
    return name[:1].lower() + name[1:] if name[1:] == name[1:].lower() else name
