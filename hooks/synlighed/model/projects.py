"""Projects: what is being tried and built, by whom, and what others can reuse."""

from typing import Literal

from synlighed.model.declare import Part, examples, optional, required, several, when
from synlighed.model.fields import Fact, Half, Line, Link, MarkdownText, MonthOrYear, Ref, Sentence
from synlighed.model.item import Item, Kind
from synlighed.model.plans import Plan
from synlighed.model.vocabulary import Sector

WHO = "Hvem er med"
TIME = "Tidsplan"
UNDER_WAY = ("forprojekt", "udvikling", "afprøvning", "udbredelse")
"""The stages in which somebody works on it."""
REUSE = "Genbrug"


class Period(Part):
    """From when until when."""

    start: MonthOrYear | None = optional("Fra", "Hvornår det begyndte.", "marts 2026")
    end: MonthOrYear | None = optional(
        "Til", "Hvornår det sluttede eller skal slutte.", "december 2027"
    )


class Reusable(Part):
    """Something from the project that others can take."""

    what: Line = required("Hvad", "Det andre kan bruge.", "Spørgeskema til patienter")
    where: Line = required("Hvor", "Hvor man får fat i det.", "Fås hos projektets kontakt")
    url: Link | None = optional("Adresse", "Hvor det ligger.", "https://example.org/skema")


class Project(Item):
    """A piece of work with mobile apps or devices, from idea to spread or stop."""

    kind = Kind(
        key="projects",
        path="projekter",
        one="projekt",
        several="projekter",
        many="Projekter",
        intro="Hvad der er i gang, afsluttet eller stoppet. Se efter her, før du begynder forfra.",
        icon="material/lightbulb-outline",
        sought=95,
        precedent=True,
        is_planned=True,
        state="stage",
        over=("stoppet",),
        card=("units", "initiated_by"),
        review_months=6,
    )
    own_examples = examples(
        title="Fastende til undersøgelsen",
        summary="En påmindelse på telefonen, så patienter møder fastende.",
    )

    problem: Fact[MarkdownText] = required(
        "Problemet",
        "Det projektet skal løse, set fra dem der har problemet. Markdown.",
        "Patienter møder op uden at være fastende.",
    )
    stage: Fact[
        Literal[
            "idé",
            "under vurdering",
            "forprojekt",
            "udvikling",
            "afprøvning",
            "udbredelse",
            "afsluttet",
            "stoppet",
        ]
    ] = required("Fase", "Hvor langt projektet er.", "afprøvning", facet=True)
    value_statement: Sentence | None = optional(
        "Værdi", "Hvem der får hvad ud af projektet.", "Færre aflyste undersøgelser"
    )
    stopped_because: Sentence | None = optional(
        "Stoppet fordi",
        "Hvorfor projektet stoppede, så andre kan lære af det.",
        "Data kunne ikke hentes sikkert.",
        needed=when(stage="stoppet"),
    )

    initiated_by: Fact[
        Literal["forvaltning", "enhed", "kommune", "leverandør", "kliniker", "stat", "flere sammen"]
    ] = required(
        "Startet af", "Hvem der satte projektet i gang.", "kliniker", section=WHO, facet=True
    )
    units: Fact[tuple[Ref, ...]] = required(
        "Enheder",
        "De enheder der er med.",
        "ouh",
        section=WHO,
        to="organisations",
        inverse="Projekter",
    )
    partners: tuple[Ref, ...] = several(
        "Partnere",
        "Andre organisationer der er med.",
        "medcom",
        section=WHO,
        to="organisations",
        inverse="Partner i",
    )
    sectors: tuple[Sector, ...] = several(
        "Sektorer", "De sektorer projektet rækker ind i.", "kommune", section=WHO, facet=True
    )
    contact: Fact[Ref] = required(
        "Kontakt",
        "Hvem man spørger om projektet.",
        "mobile-apps",
        section=WHO,
        to="contacts",
        inverse="Kontakt for",
    )
    funding: Line | None = optional(
        "Finansiering", "Hvor pengene kommer fra.", "Enhedens eget budget", section=WHO
    )

    period: Period | None = optional(
        "Periode", "Hvornår projektet løber.", "start: marts 2026", section=TIME
    )
    planned: Half | None = optional(
        "Ventes færdigt", "Det halvår resultatet ventes.", "2. halvår 2027", section=TIME
    )

    results: tuple[Ref, ...] = several(
        "Førte til apps",
        "De apps der kom ud af projektet.",
        "mit-sygehus",
        section=REUSE,
        to="apps",
        inverse="Kommer fra projektet",
    )
    result_services: tuple[Ref, ...] = several(
        "Førte til services",
        "De services der kom ud af projektet.",
        "map-adgang",
        section=REUSE,
        to="services",
        inverse="Kommer fra projektet",
    )
    needs_services: tuple[Ref, ...] = several(
        "Har brug for",
        "De services projektet venter på eller bygger på.",
        "map-adgang",
        section=REUSE,
        to="services",
        inverse="Efterspurgt af",
    )
    reusable: tuple[Reusable, ...] = several(
        "Kan genbruges", "Det andre kan tage med sig.", "what: Spørgeskema", section=REUSE
    )

    @property
    def plans(self) -> tuple[Plan, ...]:
        """When its result is expected; what is over has none in view."""
        is_over = self.stage in ("afsluttet", "stoppet")
        if is_over or (self.planned is None and self.stage not in UNDER_WAY):
            return ()
        return (Plan(ends=False, half=self.planned),)
