"""A small catalogue to see exports and pages on: a kind with a field of every type, and a few more.

The kinds are declared here, so that a new field of a real kind changes none of the expected files.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from synlighed.catalogue import Catalogue
from synlighed.cataloguing import compile_catalogue
from synlighed.load import load
from synlighed.model import Model
from synlighed.model.contacts import Contact
from synlighed.model.declare import Part, optional, required, several, when
from synlighed.model.fields import (
    UNKNOWN,
    BundleId,
    Date,
    Days,
    Fact,
    Half,
    Line,
    Link,
    Mail,
    MarkdownText,
    Moment,
    MonthOrYear,
    PhoneNumber,
    Ref,
    Sentence,
    YesNo,
)
from synlighed.model.item import Item, Kind
from synlighed.model.organisations import Organisation
from synlighed.model.site import Site

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 23)

Answer = Literal["ja", "nej", "spørg"]


class Lending(Part):
    """Whether one may borrow it."""

    staff: Fact[Answer] = required("Personale", "Må ansatte låne det?", "ja")
    patients: Fact[Answer] = required("Patienter", "Må patienter låne det?", "nej")
    note: Sentence | None = optional("Bemærk", "Hvad svaret afhænger af.", "Spørg først.")


class Battery(Part):
    """A battery it takes."""

    size: Literal["AA", "AAA"] = required("Størrelse", "Den slags der passer.", "AA")
    number: Days | None = optional("Antal", "Hvor mange.", "2")
    shop: Link | None = optional("Butik", "Hvor de købes.", "https://example.org/")


class Instrument(Item):
    """Something to measure with: a field of every type."""

    kind = Kind(
        key="instruments",
        path="instrumenter",
        one="instrument",
        several="instrumenter",
        many="Instrumenter",
        intro="Alt det man måler med.",
        icon="material/stethoscope",
        state="condition",
        first="lending",
        card=("colours", "unit"),
    )

    description: Fact[MarkdownText] = required("Beskrivelse", "Hvad det er. Markdown.", "Måler.")
    condition: Fact[Literal["i drift", "i stykker"]] = required(
        "Tilstand", "Om det virker.", "i drift", facet=True
    )
    lending: Fact[Lending] | None = optional(
        "Må jeg låne det?", "Svaret.", "staff: ja", needed=when(condition="i drift")
    )
    colours: Fact[tuple[Literal["rød", "blå", "grøn"], ...]] = required("Farver", "Alle.", "rød")
    nickname: Line | None = optional("Kælenavn", "Hvad det kaldes.", "Lytteren", section="Mere")
    story: Sentence | None = optional("Historie", "Hvor det kom fra.", "Arvet.", section="Mere")
    steps: tuple[Sentence, ...] = several(
        "Sådan gør du", "Trin for trin.", "Tænd", section="Mere", ordered=True
    )
    price: Days | None = optional("Pris", "I kroner.", "365", section="Mere")
    washable: YesNo | None = optional("Kan vaskes", "I maskine.", "ja", section="Mere")
    bought: Date | None = optional("Købt", "Dagen.", "6. marts 2019", section="Tid")
    built: MonthOrYear | None = optional("Bygget", "Året.", "2014", section="Tid")
    renewed: Half | None = optional("Fornyes", "Halvåret.", "2. halvår 2027", section="Tid")
    checked: Moment | None = optional(
        "Efterset", "Minuttet.", "23. november 2026 kl. 9.42", section="Tid"
    )
    manual: Link | None = optional("Vejledning", "Siden.", "https://example.org/", section="Mere")
    mailbox: Mail | None = optional("Postkasse", "Den.", "a@example.org", section="Mere")
    phone: PhoneNumber | None = optional("Telefon", "Den.", "70 00 00 00", section="Mere")
    code: BundleId | None = optional("Kode", "Den.", "dk.maaler", section="Mere", unique=True)
    batteries: tuple[Battery, ...] = several("Batterier", "Dem.", "size: AA", section="Mere")
    unit: Fact[Ref] = required("Afdeling", "Hvor.", "b1", to="organisations", inverse="Måler med")
    spare_for: tuple[Ref, ...] = several(
        "Reserve for", "Hvad det kan stå i stedet for.", "x", to="instruments", inverse="Reserver"
    )


class Glossary(Item):
    """A word: a kind that is listed by its letters."""

    kind = Kind(
        key="words",
        path="ord",
        one="ord",
        several="ord",
        many="Ordbog",
        intro="Hvad det betyder.",
        card=("expansion",),
        listing="definitions",
        told_when_new=False,
    )

    expansion: Line | None = optional("Står for", "Det hele.", "Bring Your Own Device")


MODEL = Model.of([Instrument, Glossary, Contact, Organisation])


@cache
def catalogue() -> Catalogue:
    """The catalogue of the folder `data` beside this file."""
    catalogue, problems = compile_catalogue(load(DATA, MODEL, shown_as="data"), TODAY)
    assert catalogue, [problem.message for problem in problems]
    return catalogue


COMMON: dict[str, Any] = {
    "summary": "Et punkt, som er lavet til en prøve.",
    "owner": "ukendt",
    "last_reviewed": "1. november 2026",
    "created": "1. november 2026",
}
UNIT = Organisation.model_validate(
    {**COMMON, "id": "b1", "source": "data/b1.yml", "title": "Afdeling B1", "type": "region"}
)


def instrument(number: int, **fields: Any) -> Instrument:
    """An instrument called `Måler <number>`, of unit B1; what is not given is unknown."""
    given = {
        **COMMON,
        "id": f"maaler-{number}",
        "source": f"data/instruments/maaler-{number}.yml",
        "title": f"Måler {number}",
        "description": UNKNOWN.value,
        "condition": UNKNOWN.value,
        "colours": UNKNOWN.value,
        "unit": "b1",
        **fields,
    }
    return Instrument.model_validate(given)


def word(title: str, id: str = "", **fields: Any) -> Glossary:
    """A word of the glossary."""
    given = {**COMMON, "id": id or "x", "source": "data/words/x.yml", "title": title, **fields}
    return Glossary.model_validate(given)


def catalogue_of(*items: Item, synonyms: tuple[tuple[str, ...], ...] = ()) -> Catalogue:
    """A catalogue of unit B1 and these items."""
    return Catalogue(MODEL, site(), [UNIT, *items], synonyms=synonyms)


def site() -> Site:
    """The settings of the small catalogue."""
    return catalogue().site
