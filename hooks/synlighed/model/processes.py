"""Processes: how something is done here, step by step, and who acts."""

from synlighed.model.declare import Part, examples, optional, required, several
from synlighed.model.fields import Days, Fact, Line, Link, MarkdownText, Ref, Sentence, Term, Title
from synlighed.model.item import Item, Kind
from synlighed.model.vocabulary import Ownership

ABOUT = "Kort fortalt"


class Template(Part):
    """A form or text to begin with."""

    title: Line = required("Navn", "Hvad skabelonen hedder.", "Ansøgning på én side")
    url: Link | None = optional("Adresse", "Hvor den ligger.", "https://example.org/skabelon")


class Step(Part):
    """One step: who does what with what, and what comes of it."""

    title: Title = required(
        "Trin", "Hvad der sker, i få ord.", "Informationssikkerhed ser på appen"
    )
    actor: Ref | None = optional(
        "Hvem",
        "Det kontaktpunkt der handler. Udelades, når det er læseren selv.",
        "informationssikkerhed-raadgivning",
        to="contacts",
        inverse="Med i",
    )
    text: MarkdownText = required(
        "Sådan foregår det", "Hvad der sker, og hvad du gør. Markdown.", "Send beskrivelsen."
    )
    input: tuple[Line, ...] = several(
        "Du medbringer", "Det trinet bygger på.", "En kort beskrivelse"
    )
    output: tuple[Line, ...] = several("Du får", "Det trinet ender med.", "En vurdering")
    criteria: tuple[Ref, ...] = several(
        "Kriterier",
        "De kriterier der bliver set efter.",
        "ak-04",
        to="criteria",
        inverse="Ses efter i",
    )
    tools: tuple[Ref, ...] = several(
        "Værktøjer",
        "De værktøjer, man bruger i trinet.",
        "skabelon-til-forslag",
        to="tools",
        inverse="Bruges i",
    )
    duration_days: Days | None = optional("Hverdage", "Hvor mange hverdage det højst tager.", "10")
    templates: tuple[Template, ...] = several(
        "Skabeloner", "Noget at begynde med.", "title: Ansøgning på én side"
    )


class Process(Item):
    """The way from a wish to a result, as somebody meets it."""

    kind = Kind(
        key="processes",
        path="processer",
        one="proces",
        several="processer",
        many="Processer",
        intro="Sådan gør du, trin for trin: hvem der gør hvad, hvad du skal bruge, og hvor længe "
        "det tager.",
        icon="material/format-list-numbered",
        card=("for_roles",),
    )
    own_examples = examples(
        title="Få en telefon til vagten",
        summary="Sådan får afdelingen en telefon, som vagterne kan dele.",
    )

    before: MarkdownText | None = optional(
        "Før du begynder",
        "Det man skal vide eller have klar. Markdown.",
        "Se efter, om den findes.",
    )
    steps: Fact[tuple[Step, ...]] = required(
        "Trin", "Trinene i rækkefølge.", "title: Fortæl om idéen", ordered=True
    )
    contact: Fact[Ref] = required(
        "Spørg",
        "Hvem man ringer eller skriver til.",
        "mobile-apps",
        section=ABOUT,
        to="contacts",
        inverse="Hjælper med",
    )
    for_roles: tuple[Term, ...] = several(
        "Roller", "Hvem den er for.", "projektleder", section=ABOUT, vocabulary="roles", facet=True
    )
    device_ownership: tuple[Ownership, ...] = several(
        "Ejerskab af udstyr",
        "Hvis enhed det handler om, når det gør en forskel.",
        "regional",
        section=ABOUT,
        facet=True,
    )
    result: Sentence | None = optional(
        "Når det er overstået", "Hvad man har til sidst.", "Appen må bruges.", section=ABOUT
    )
    open_questions: tuple[Sentence, ...] = several(
        "Ikke afgjort endnu", "Det strategien ikke siger.", "Hvor længe en godkendelse gælder."
    )
