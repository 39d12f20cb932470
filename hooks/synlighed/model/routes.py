"""Routes: the questions that lead a reader the right way, one question a file."""

from typing import ClassVar

from synlighed.model.declare import Part, examples, optional, required
from synlighed.model.fields import Fact, Line, Link, Ref, Sentence, SitePath
from synlighed.model.item import Item, Kind


class Answer(Part):
    """An answer, and the one place it leads to."""

    only_one: ClassVar[tuple[str, ...]] = (
        "next", "app", "contact", "process", "guideline", "service", "group", "reference", "page",
        "url",
    )  # fmt: skip

    label: Line = required("Svar", "Som læseren ville sige det.", "Telefonen er væk")
    help: Sentence | None = optional(
        "Forklaring", "Det der skal til for at vælge rigtigt.", "Også når den måske er stjålet."
    )
    next: Ref | None = optional(
        "Næste spørgsmål",
        "Det spørgsmål svaret fører til.",
        "hvis-telefon-er-vaek",
        to="routes",
        inverse="Kommer efter",
        acyclic=True,
    )
    app: Ref | None = optional(
        "App", "Den app det handler om.", "mit-sygehus", to="apps", inverse="Find vej hertil"
    )
    contact: Ref | None = optional(
        "Kontaktpunkt", "Hvem der hjælper.", "servicedesk", to="contacts", inverse="Find vej hertil"
    )
    process: Ref | None = optional(
        "Proces",
        "Hvordan man gør.",
        "faa-en-app-godkendt",
        to="processes",
        inverse="Find vej hertil",
    )
    guideline: Ref | None = optional(
        "Retningslinje",
        "Hvad der gælder.",
        "mistet-udstyr",
        to="guidelines",
        inverse="Find vej hertil",
    )
    service: Ref | None = optional(
        "Service", "Hvad man kan bruge.", "map-adgang", to="services", inverse="Find vej hertil"
    )
    group: Ref | None = optional(
        "Gruppe", "Hvem der ved noget.", "referencegruppen", to="groups", inverse="Find vej hertil"
    )
    reference: Ref | None = optional(
        "Ramme",
        "Hvem uden for huset der tager sig af det.",
        "mindapps",
        to="references",
        inverse="Find vej hertil",
    )
    page: SitePath | None = optional("Side", "En anden side på sitet.", "mistet-enhed/")
    url: Link | None = optional("Adresse", "En side et andet sted.", "https://www.sundhed.dk/")


class Route(Item):
    """One question of the guide, and its answers."""

    kind = Kind(
        key="routes",
        path="find-vej",
        one="spørgsmål",
        several="spørgsmål",
        many="Find vej",
        intro="Svar på et par spørgsmål, og bliv sendt det rigtige sted hen.",
        icon="material/sign-direction",
        sought=60,
        listing="guide",
        told_when_new=False,
    )
    own_examples = examples(
        title="Hvad er der sket med telefonen?",
        summary="Find ud af, hvem du skal ringe til om telefonen.",
        visibility="intern",
    )

    help: Sentence | None = optional(
        "Hjælp", "Det der skal til for at svare.", "Er du i tvivl, så vælg det, der ligner mest."
    )
    answers: Fact[tuple[Answer, ...]] = required(
        "Svar", "De svar man kan vælge imellem.", "label: Telefonen er væk", ordered=True
    )
