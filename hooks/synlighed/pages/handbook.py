"""The field reference of the editor's handbook, read off the declarations."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from synlighed.catalogue import Catalogue
from synlighed.danish.slugs import slugify
from synlighed.danish.words import join_words
from synlighed.draft import example_file
from synlighed.memo import Recall
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.item import Item
from synlighed.pages.here import Here, render
from synlighed.pages.recipe import Recipe
from synlighed.sitepage import Heading, SiteFile, SitePage
from synlighed.urls import example_url, handbook_url, page_uri


@dataclass(frozen=True)
class Row:
    """What an editor must know of one field."""

    id: str
    field: Field
    rule: str
    allowed: tuple[str, ...]
    example: str
    rows: tuple["Row", ...]


@dataclass(frozen=True)
class Rows:
    """The fields of one section of a kind."""

    id: str
    title: str
    rows: tuple[Row, ...]


def handbook_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """A page of fields for every kind, for those who edit."""
    if not catalogue.edition.is_internal:
        return
    for kind in catalogue.model:
        yield Recipe(handbook_url(kind.kind), partial(_page, kind))


def example_files(catalogue: Catalogue, recall: Recall) -> Iterator[SiteFile]:
    """A file of every kind to begin with, in which each field is explained."""
    if catalogue.edition.is_internal:
        for kind in catalogue.model:
            url = example_url(kind.kind)
            yield SiteFile(url, recall.make(url, partial(_example, kind)))


def _example(kind: type[Item], catalogue: Catalogue) -> bytes:
    return example_file(kind).encode()


def _page(kind: type[Item], here: Here) -> SitePage:
    sections = _sections(kind, here)
    return SitePage(
        uri=page_uri(here.url),
        title=f"Felter: {kind.kind.many}",
        body=render(
            "handbook.html",
            here,
            kind=kind.kind,
            sections=sections,
            example=here.link(example_url(kind.kind)),
        ),
        headings=tuple(Heading(section.id, section.title) for section in sections),
        meta={"hide": ("navigation",), "search": False},
        section="haandbog/index.md",
    )


def _sections(kind: type[Item], here: Here) -> list[Rows]:
    common = {field.key for field in fields_of(Item)}
    by_title: dict[str, list[Row]] = {"Vigtigst": [], "Fælles for alle slags": []}
    for field in fields_of(kind):
        if field.key in ("title", "summary"):
            title = "Vigtigst"
        elif field.key in common:
            title = "Fælles for alle slags"
        else:
            title = field.declared.section or "Vigtigst"
        by_title.setdefault(title, []).append(_row(kind, field, here, ""))
    by_title["Fælles for alle slags"] = by_title.pop("Fælles for alle slags")
    return [Rows(slugify(title), title, tuple(rows)) for title, rows in by_title.items()]


def _row(model: type[Part], field: Field, here: Here, above: str) -> Row:
    id = f"{above}{slugify(field.key)}"
    return Row(
        id=id,
        field=field,
        rule=_rule(model, field),
        allowed=_allowed(field, here),
        example=field.sample,
        rows=tuple(_row(field.part, inner, here, f"{id}-") for inner in fields_of(field.part))
        if field.part
        else (),
    )


def _rule(model: type[Part], field: Field) -> str:
    if field.required:
        return "skal udfyldes; »ukendt« er tilladt" if field.can_be_unknown else "skal udfyldes"
    if field.declared.needed:
        return f"skal udfyldes, når {field.declared.needed.describe(model)}"
    one_of = model.kind.one_of if issubclass(model, Item) else ()
    if field.key in one_of:
        labels = [f"»{other.label}«" for other in fields_of(model) if other.key in one_of]
        return f"mindst ét af felterne {join_words(labels)} skal udfyldes"
    return "kan udelades"


def _allowed(field: Field, here: Here) -> tuple[str, ...]:
    if field.declared.vocabulary:
        words = here.catalogue.site.vocabularies.words(field.declared.vocabulary)
        return tuple(word.id for word in words)
    return field.choices
