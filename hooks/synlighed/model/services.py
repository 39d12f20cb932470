"""Services: what projects can draw on, from interfaces to advice."""

from typing import Literal

from synlighed.model import vocabulary
from synlighed.model.declare import Part, examples, optional, required, several, when
from synlighed.model.fields import (
    BundleId,
    Date,
    Days,
    Fact,
    Half,
    Line,
    Link,
    MarkdownText,
    Ref,
    Sentence,
    YesNo,
)
from synlighed.model.item import Item, Kind
from synlighed.model.plans import Plan, plans_of_life
from synlighed.model.vocabulary import (
    Assurance,
    Criticality,
    Lifecycle,
    Operation,
    PersonalData,
)

ACCESS = "Sådan får du adgang"
TECHNOLOGY = "Teknik"
DUTIES = "Drift og ansvar"

TECHNICAL = ("datatjeneste", "platform")


class Environment(Part):
    """A place where the service runs."""

    type: Literal["udvikling", "test", "præproduktion", "produktion"] = required(
        "Miljøtype", "Hvad miljøet bruges til.", "test"
    )
    url: Link | None = optional(
        "Adresse", "Miljøets adresse, hvis den må være kendt.", "https://test.example.org/"
    )
    note: Sentence | None = optional(
        "Bemærk", "Hvad man skal vide om miljøet.", "Kun opdigtede patienter"
    )


class Specification(Part):
    """The technical description of an interface."""

    type: Literal["OpenAPI", "FHIR", "WSDL", "andet"] = required(
        "Slags", "Hvilken form beskrivelsen har.", "FHIR"
    )
    url: Link = required(
        "Adresse", "Hvor beskrivelsen ligger.", "https://medcomdk.github.io/MedComLandingPage/"
    )
    version: Line | None = optional("Version", "Hvilken udgave.", "R4")


class Deprecation(Part):
    """When a service ends, and what to use instead."""

    date: Date = required(
        "Dato", "Sidste dag servicen kan bruges.", "31. december 2027", due="Servicen lukker"
    )
    replaced_by: Ref | None = optional(
        "Afløses af",
        "Den service man skal bruge i stedet.",
        "map-adgang",
        to="services",
        inverse="Afløser",
        acyclic=True,
    )


class Service(Item):
    """Something a project can use: an interface, a tool, a platform, or help."""

    kind = Kind(
        key="services",
        path="services",
        one="service",
        several="services",
        many="Services",
        intro="Det du kan bygge på i stedet for at lave det selv: data, værktøjer og rådgivning.",
        icon="material/puzzle-outline",
        sought=120,
        precedent=True,
        is_planned=True,
        state="lifecycle",
        over=("ikke i drift",),
        first="open_to",
        card=("type", "open_to"),
    )
    own_examples = examples(
        title="Aftaler til apps",
        summary="Lader en app hente patientens aftaler, så ingen skal taste dem ind.",
    )

    type: Fact[
        Literal["datatjeneste", "værktøj", "platform", "assistance", "rådgivning", "vejledning"]
    ] = required("Slags", "Hvad servicen er.", "datatjeneste", facet=True)
    what_you_get: Fact[MarkdownText] = required(
        "Det får du",
        "Hvad servicen giver den, der bruger den. Markdown.",
        "Adgang til bookede aftaler.",
    )
    lifecycle: Fact[Lifecycle] = required(
        "Livscyklus", "Hvor servicen er i sit liv.", "i drift", facet=True
    )

    open_to: Fact[
        tuple[Literal["egne projekter", "kommuner", "almen praksis", "eksterne leverandører"], ...]
    ] = required(
        "Åben for", "Hvem der må bruge servicen.", "egne projekter", section=ACCESS, facet=True
    )
    access_rules: Fact[Sentence] = required(
        "Regler for adgang",
        "Hvad der skal være på plads, før man må bruge servicen.",
        "Appen skal være registreret i MAP.",
        section=ACCESS,
    )
    access_steps: Fact[tuple[Sentence, ...]] = required(
        "Sådan gør du",
        "Trinene fra ønske til adgang, i rækkefølge.",
        "Skriv til Regional IT.",
        section=ACCESS,
        ordered=True,
    )
    expected_days: Days | None = optional(
        "Forventet tid i dage", "Hvor mange dage der normalt går.", "10", section=ACCESS
    )
    requires_project: YesNo | None = optional(
        "Kræver et projekt",
        "»nej« når man kan bruge servicen uden at have et projekt.",
        "nej",
        section=ACCESS,
    )
    cost_model: Line | None = optional(
        "Betaling",
        "Hvad det koster at bruge servicen.",
        "Gratis for regionens projekter",
        section=ACCESS,
    )

    part_of_map: YesNo | None = optional(
        "Del af platformen",
        "»ja« når servicen er en del af regionens platform.",
        "ja",
        section=TECHNOLOGY,
        facet=True,
    )
    backend_domain: tuple[Literal["patient", "HR", "drift", "kommunikation"], ...] = several(
        "Område",
        "Hvilken del af regionens systemer servicen giver adgang til.",
        "patient",
        section=TECHNOLOGY,
        facet=True,
    )
    operations: Fact[tuple[Operation, ...]] = several(
        "Adgang",
        "Om man kan læse eller skrive.",
        "læs",
        section=TECHNOLOGY,
        needed=when(type="datatjeneste"),
    )
    data_categories: Fact[tuple[PersonalData, ...]] = several(
        "Personoplysninger",
        "De slags oplysninger servicen udstiller.",
        "følsomme personoplysninger",
        section=TECHNOLOGY,
        needed=when(type="datatjeneste"),
    )
    environments: Fact[tuple[Environment, ...]] = several(
        "Miljøer",
        "Hvor servicen kører.",
        "type: test",
        section=TECHNOLOGY,
        needed=when(type=TECHNICAL, lifecycle="i drift"),
    )
    specification: Specification | None = optional(
        "Specifikation", "Den tekniske beskrivelse.", "type: FHIR", section=TECHNOLOGY
    )
    standards: tuple[Line, ...] = several(
        "Standarder", "De standarder servicen følger.", "HL7 FHIR R4", section=TECHNOLOGY
    )
    assurance_level: Assurance | None = optional(
        "Sikringsniveau", "Niveauet efter NSIS.", "betydelig", section=TECHNOLOGY
    )

    provider: Fact[Ref] = required(
        "Udbyder",
        "Hvem der stiller servicen til rådighed.",
        "regional-it",
        section=DUTIES,
        to="organisations",
        inverse="Udbyder",
    )
    support: Fact[Ref] = required(
        "Support",
        "Hvem man spørger, når det driller.",
        "mobile-apps",
        section=DUTIES,
        to="contacts",
        inverse="Support for",
    )
    service_hours: Line | None = optional(
        "Åbningstid", "Hvornår der er hjælp at få.", "Hverdage kl. 8.00-15.00", section=DUTIES
    )
    monitored_as: BundleId | None = optional(
        "Id i målingerne",
        "Det id, servicen bliver målt under.",
        "rsyd.adgang",
        section=DUTIES,
        unique=True,
    )
    fallback: Sentence | None = optional(
        "Når den ikke virker",
        "Hvad brugerne gør, så længe servicen ikke virker.",
        "Slå op i det fælles kort på nettet.",
        section=DUTIES,
    )
    criticality: Criticality | None = optional(
        "Kritikalitet",
        "Hvor meget der afhænger af servicen, med ordene fra SYS-AP.",
        "forretningskritisk",
        section=DUTIES,
    )
    change_policy: Sentence | None = optional(
        "Ændringer",
        "Hvordan og hvornår ændringer bliver meldt ud.",
        "Meldes ud tre måneder før.",
        section=DUTIES,
    )
    planned: Half | None = optional(
        "Ventes i drift",
        "Det halvår, servicen ventes klar til brug.",
        "2. halvår 2027",
        section=DUTIES,
    )
    deprecation: Deprecation | None = optional(
        "Lukkes",
        "Hvornår servicen holder op, og hvad man bruger i stedet.",
        "date: 31. december 2027",
        section=DUTIES,
        needed=when(lifecycle="under udfasning"),
    )

    @property
    def is_watched(self) -> bool:
        """While somebody uses it and it is a machine, or it is measured."""
        is_running = self.type in (*TECHNICAL, "værktøj") and self.lifecycle in vocabulary.IN_USE
        return is_running or bool(self.component)

    @property
    def component(self) -> str:
        """Its id where it is measured."""
        return self.monitored_as or ""

    @property
    def plans(self) -> tuple[Plan, ...]:
        """When it is expected in use, and when it goes out of it."""
        end = self.deprecation.date if self.deprecation else None
        return plans_of_life(self.lifecycle, self.planned, end)
