"""Tools: what somebody can take and use in the work, as a file of this site or elsewhere."""

from typing import Literal

from synlighed.model.declare import examples, optional, required, several
from synlighed.model.fields import Date, Download, Fact, Line, Link, MarkdownText, Term
from synlighed.model.item import Item, Kind

ABOUT = "Om værktøjet"


class Tool(Item):
    """A template, a list to tick or a program, ready to be used."""

    kind = Kind(
        key="tools",
        path="vaerktoejer",
        one="værktøj",
        several="værktøjer",
        many="Værktøjer",
        intro="Skabeloner, tjeklister og andet, du kan hente og bruge med det samme.",
        icon="material/tools",
        sought=90,
        precedent=True,
        card=("type", "format", "for_roles"),
        one_of=("url", "file"),
    )
    own_examples = examples(
        title="Tjekliste til den første test",
        summary="Ti ting at prøve af med de første brugere, før flere får appen.",
    )

    file: Download | None = optional(
        "Fil",
        "Filens navn i mappen data/files: .csv eller .txt.",
        "tjekliste-foer-idriftsaettelse.csv",
        searched=False,
    )
    url: Link | None = optional(
        "Link", "Hvor det kan hentes eller bruges, når det ligger et andet sted.",
        "https://wcag.dk/",
    )  # fmt: skip
    how_to: MarkdownText = required(
        "Sådan bruger du det",
        "Hvad man gør med det. Markdown.",
        "Udfyld den sammen med afdelingen.",
    )
    type: Literal["skabelon", "tjekliste", "tekst", "vejledning", "program"] = required(
        "Slags", "Hvad det er.", "tjekliste", section=ABOUT, facet=True
    )
    format: Literal["regneark", "ren tekst", "webside"] = required(
        "Format", "Hvad det åbner i.", "regneark", section=ABOUT, facet=True
    )
    for_roles: tuple[Term, ...] = several(
        "Roller", "Hvem det er for.", "projektleder", section=ABOUT, vocabulary="roles", facet=True
    )
    version: Fact[Line] = required("Version", "Hvilken udgave det er.", "1.0", section=ABOUT)
    updated: Fact[Date] = required(
        "Opdateret", "Dagen det sidst blev ændret.", "23. november 2026", section=ABOUT
    )
    terms_of_use: Fact[Line] = required(
        "Vilkår",
        "Hvem der må bruge og ændre det, eller licensens navn.",
        "Må frit bruges og ændres",
        section=ABOUT,
    )
