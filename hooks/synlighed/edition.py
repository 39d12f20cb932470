"""A smaller catalogue for readers who may see less: what comes after cannot tell what it lacks."""

from collections.abc import Container, Iterator
from datetime import date

from synlighed.catalogue import Catalogue
from synlighed.inverse import Key
from synlighed.markdown import as_item
from synlighed.model import Model
from synlighed.model.fields import Markdown
from synlighed.model.item import Item
from synlighed.model.narrowed import narrowed
from synlighed.model.site import Site
from synlighed.synonyms import telling_nothing, text_of
from synlighed.unlinking import without_links
from synlighed.visibility import Edition


def narrow(catalogue: Catalogue, edition: Edition, today: date | None) -> Catalogue:
    """What the readers of an edition may see: its items, and of those what names no other.

    Args:
        catalogue: All there is, checked, so that no item needs one that fewer may see.
        edition: Whom the smaller one is for; the internal edition holds all that has come out.
        today: The day they see it on; none shows what is still to come out as well.
    """
    items = {item.identity: item for item in _shown(catalogue, edition, today)}
    if edition.is_internal and len(items) == len(catalogue):
        return catalogue

    def shows(kind: str, id: str) -> bool:
        return (kind, id) in items

    def hides(href: str) -> bool:
        target = as_item(href)
        return target is not None and not shows(*target)

    def to_text(text: Markdown) -> Markdown:
        plain = without_links(text, hides)
        return text if plain == text else Markdown(plain)

    kept = {key: narrowed(item, shows, to_text) for key, item in items.items()}
    same = {key: catalogue.digest(item) for key, item in items.items() if kept[key] is item}
    kinds = {kind for kind, _ in items}
    # Inside, a kind with nothing in it has its empty catalogue.
    model = catalogue.model
    if not edition.is_internal:
        model = Model(tuple(kind for kind in model if kind.kind.key in kinds))
    site = _site(catalogue.site, model, edition)
    shared = _components(catalogue, edition, shown=True) & _components(
        catalogue, edition, shown=False
    )
    return Catalogue(
        model,
        site,
        kept.values(),
        same,
        edition,
        shared=shared,
        pictures=catalogue.pictures,
        synonyms=telling_nothing(
            catalogue.synonyms, map(text_of, _hidden(catalogue, items)), map(text_of, kept.values())
        ),
    )


def _shown(catalogue: Catalogue, edition: Edition, today: date | None) -> Iterator[Item]:
    for kind in catalogue.model:
        yield from (
            item
            for item in catalogue.items(kind.kind.key)
            if edition.shows(item.visibility) and (today is None or item.is_out(today))
        )


def _hidden(catalogue: Catalogue, shown: Container[Key]) -> Iterator[Item]:
    for kind in catalogue.model:
        for item in catalogue.items(kind.kind.key):
            if item.identity not in shown:
                yield item


def _components(catalogue: Catalogue, edition: Edition, *, shown: bool) -> frozenset[str]:
    """What the platform calls the items that an edition shows, or those that it does not."""
    return frozenset(
        item.component
        for kind in catalogue.model
        for item in catalogue.items(kind.kind.key)
        if item.component and edition.shows(item.visibility) is shown
    )


def _site(site: Site, model: Model, edition: Edition) -> Site:
    """The site without doors to what is not there, and without a mailbox that is not for all."""
    doors = tuple(door for door in site.doors if door.to is None or door.to in model)
    is_asking = site.feedback is not None and edition.shows(site.feedback.visibility)
    feedback = site.feedback if is_asking else None
    if doors == site.doors and feedback == site.feedback:
        return site
    return site.model_copy(update={"doors": doors, "feedback": feedback})
