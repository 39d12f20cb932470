"""Apps: what they are, whether one may use them, and who answers for them."""

from typing import Literal

from synlighed.model import vocabulary
from synlighed.model.app_parts import (
    Approval,
    Consent,
    DataSharing,
    ImpactAssessment,
    MapRegistration,
    MedicalDevice,
    Platform,
    Release,
    Review,
    Supplier,
    UseAdvice,
    UsedService,
)
from synlighed.model.declare import examples, optional, required, several, when
from synlighed.model.fields import Date, Fact, Half, Link, MarkdownText, MonthOrYear, Ref, Sentence
from synlighed.model.item import Item, Kind, Source
from synlighed.model.plans import Plan, plans_of_life
from synlighed.model.vocabulary import (
    ANY_PERSONAL_DATA,
    OUTSIDE_STAFF,
    Assurance,
    Audience,
    Identification,
    Lifecycle,
    Ownership,
    PersonalData,
    Sector,
)

USE = "Må jeg bruge den?"
WHO = "Hvem og hvor"
ACCESS = "Udstyr og adgang"
DATA = "Data og sikkerhed"
TRUST = "Godkendelse og sikkerhed"
DUTIES = "Ansvar"
TIME = "Udvikling over tid"
WHERE_FROM = "Hvor det står, og hvornår det er fra eller sidst blev set."

PUBLIC = ("national", "regional", "lokal", "kommunal")
IN_USE = when(lifecycle="i drift")
PUBLIC_PERSONAL_DATA = when(personal_data=ANY_PERSONAL_DATA, origin=PUBLIC)


class App(Item):
    """A mobile app that staff, patients or citizens meet."""

    kind = Kind(
        key="apps",
        path="apps",
        one="app",
        several="apps",
        many="Apps",
        intro="Apps i og omkring sundhedsvæsenet: hvad de kan, om du må bruge dem, og hvem du kan "
        "spørge.",
        icon="material/cellphone",
        sought=130,
        precedent=True,
        is_planned=True,
        state="lifecycle",
        over=("ikke i drift",),
        first="use_advice",
        card=("audiences", "origin"),
    )
    own_examples = examples(
        title="Vægtdagbogen",
        summary="Patienten vejer sig derhjemme, og afdelingen følger tallene.",
    )

    description: Fact[MarkdownText] = required(
        "Beskrivelse",
        "Hvad appen bruges til, og hvad den giver. Markdown.",
        "Patienten ser sit forløb trin for trin.",
    )
    lifecycle: Fact[Lifecycle] = required(
        "Livscyklus",
        "Hvor appen er i sit liv. Ordene er de samme som i OS2kitos.",
        "i drift",
        facet=True,
    )

    use_advice: Fact[UseAdvice] | None = optional(
        "Må jeg bruge den?",
        "Svaret til medarbejdere, og til dem der vil anbefale appen til patienter. Udelades det, "
        "svarer siden efter livscyklus.",
        "staff: spørg",
        section=USE,
        needed=IN_USE,
    )
    value_statement: Sentence | None = optional(
        "Værdi", "Hvem der får hvad ud af appen.", "Færre spørgsmål før indlæggelsen", section=USE
    )
    known_caveats: tuple[Sentence, ...] = several(
        "Kendte forbehold",
        "Det man skal vide, før man bruger eller anbefaler appen.",
        "Virker kun i afdelinger, der har lagt forløb ind",
        section=USE,
    )
    on_loss: Fact[Sentence] | None = optional(
        "Ved tab eller tyveri",
        "Hvad brugeren skal gøre, hvis enheden bliver væk.",
        "Spær adgangen hos MitID.",
        section=USE,
        needed=PUBLIC_PERSONAL_DATA,
    )
    fallback: Sentence | None = optional(
        "Når den ikke virker",
        "Hvad brugeren gør, så længe appen ikke virker.",
        "Skriv turene på papir, og tast dem ind bagefter.",
        section=USE,
    )

    origin: Fact[Literal["national", "regional", "lokal", "kommunal", "kommerciel"]] = required(
        "Oprindelse", "Hvem der står bag appen.", "regional", section=WHO, facet=True
    )
    publisher: Ref | None = optional(
        "Udgiver",
        "Organisationen bag appen.",
        "region-syddanmark",
        section=WHO,
        to="organisations",
        inverse="Udgiver af",
    )
    audiences: Fact[tuple[Audience, ...]] = required(
        "Målgrupper", "Hvem appen er til.", "patient", section=WHO, facet=True
    )
    sectors: Fact[tuple[Sector, ...]] = required(
        "Sektorer", "Hvilke sektorer appen rækker ind i.", "region", section=WHO, facet=True
    )
    units: Fact[tuple[Ref, ...]] = several(
        "Enheder",
        "Hvor i organisationen appen bruges.",
        "ouh",
        section=WHO,
        to="organisations",
        inverse="Apps i brug",
    )
    use_cases: tuple[
        Literal[
            "kørselsregistrering",
            "personalehåndbog",
            "introduktion",
            "støtte i patientforløb",
            "fjernmonitorering",
            "pårørendeinformation",
            "klinisk registrering",
            "sundhedsoverblik",
            "egen sundhed",
        ],
        ...,
    ] = several(
        "Anvendelse", "Hvad appen bruges til.", "støtte i patientforløb", section=WHO, facet=True
    )

    device_types: Fact[
        tuple[Literal["wearable", "tablet", "smartphone", "bærbar computer"], ...]
    ] = required("Udstyr", "Hvilke enheder appen er lavet til.", "smartphone", section=ACCESS)
    device_ownership: Fact[tuple[Ownership, ...]] = required(
        "Ejerskab af udstyr", "Hvis enheder appen bruges på.", "borger", section=ACCESS, facet=True
    )
    usage_mode: Literal["personlig", "delt"] | None = optional(
        "Brugsform",
        "Om enheden har én bruger eller deles, som en funktionstelefon.",
        "personlig",
        section=ACCESS,
    )
    platforms: Fact[tuple[Platform, ...]] = several(
        "Platforme", "Hvor appen kører og hentes.", "os: Android", section=ACCESS, needed=IN_USE
    )
    user_identification: tuple[Identification, ...] = several(
        "Login", "Hvordan brugeren viser, hvem hun er.", "MitID", section=ACCESS
    )
    assurance_level: Assurance | None = optional(
        "Sikringsniveau", "Niveauet efter NSIS.", "betydelig", section=ACCESS
    )

    personal_data: Fact[tuple[PersonalData, ...]] = required(
        "Personoplysninger",
        "De slags oplysninger appen behandler, med ordene fra SYS-AP.",
        "følsomme personoplysninger",
        section=DATA,
        facet=True,
    )
    data_controller: Fact[Ref] | None = optional(
        "Dataansvarlig",
        "Hvem der bestemmer over oplysningerne.",
        "region-syddanmark",
        section=DATA,
        to="organisations",
        inverse="Dataansvarlig for",
        needed=PUBLIC_PERSONAL_DATA,
    )
    data_processors: tuple[Ref, ...] = several(
        "Databehandlere",
        "Hvem der behandler oplysningerne for den dataansvarlige.",
        "medware",
        section=DATA,
        to="organisations",
        inverse="Databehandler for",
    )
    data_origin: tuple[
        Literal["patientens eget udstyr", "klinikkens udstyr", "register", "manuel indtastning"],
        ...,
    ] = several(
        "Datakilde", "Hvor oplysningerne er samlet op.", "patientens eget udstyr", section=DATA
    )
    data_sharing: tuple[DataSharing, ...] = several(
        "Deles med",
        "Hvem oplysningerne deles med, og hvorfor.",
        "party: Kommunal hjemmepleje",
        section=DATA,
    )
    consent: Fact[Consent] | None = optional(
        "Samtykke",
        "Om der kræves samtykke. Spørg Informationssikkerhed i tvivl.",
        "status: afklares",
        section=DATA,
        needed=PUBLIC_PERSONAL_DATA,
    )
    uses_services: tuple[UsedService, ...] = several(
        "Bruger services", "De services appen er afhængig af.", "service: map-adgang", section=DATA
    )
    map: MapRegistration | None = optional(
        "Registrering på platformen",
        "Kun registrerede apps kan tale med regionens systemer.",
        "registration: registreret",
        section=DATA,
    )

    system_owner: Fact[Ref] = required(
        "Systemejer",
        "Den rolle der ejer systemet.",
        "mobile-apps",
        section=DUTIES,
        to="contacts",
        inverse="Systemejer for",
    )
    system_manager: Fact[Ref] = required(
        "Systemforvalter",
        "Den rolle der forvalter systemet til daglig.",
        "mobile-apps",
        section=DUTIES,
        to="contacts",
        inverse="Systemforvalter for",
    )
    suppliers: tuple[Supplier, ...] = several(
        "Leverandører",
        "Hvem der udvikler, vedligeholder og drifter.",
        "role: udvikling",
        section=DUTIES,
    )
    acquisition: (
        Literal[
            "bestillingsudviklet",
            "egenudviklet",
            "kommercielt standardsystem",
            "open source standardsystem",
        ]
        | None
    ) = optional(
        "Anskaffelse",
        "Hvordan appen er kommet til veje, med ordene fra SYS-AP.",
        "bestillingsudviklet",
        section=DUTIES,
    )
    approval: Fact[Approval] = required(
        "Godkendelse",
        "Hvor langt appen er i regionens godkendelse.",
        "status: i gang",
        section=TRUST,
    )
    approval_source: Source | None = optional(
        "Kilde til godkendelse", WHERE_FROM, "title: Brev om godkendelse", section=TRUST
    )
    medical_device: Fact[MedicalDevice] = required(
        "Medicinsk udstyr",
        "Om appen er medicinsk udstyr, og i hvilken klasse.",
        "device_class: ikke medicinsk udstyr",
        section=TRUST,
    )
    medical_device_source: Source | None = optional(
        "Kilde til klasse", WHERE_FROM, "title: Notat om klassen", section=TRUST
    )
    security_consulted_on: Date | None = optional(
        "Informationssikkerhed hørt",
        "Dagen Informationssikkerhed sidst tog stilling.",
        "1. november 2026",
        section=TRUST,
    )
    security_source: Source | None = optional(
        "Kilde til sikkerhed", WHERE_FROM, "title: Svar fra Informationssikkerhed", section=TRUST
    )
    data_controller_source: Source | None = optional(
        "Kilde til dataansvar", WHERE_FROM, "title: Aftale om dataansvar", section=TRUST
    )
    consent_source: Source | None = optional(
        "Kilde til samtykke", WHERE_FROM, "title: Svar fra Jura og samtykke", section=TRUST
    )
    impact_assessment: Fact[ImpactAssessment] | None = optional(
        "Konsekvensanalyse",
        "Om der er lavet en konsekvensanalyse (DPIA) af risikoen for dem, oplysningerne er om.",
        "status: gennemført",
        section=TRUST,
    )
    impact_assessment_source: Source | None = optional(
        "Kilde til konsekvensanalyse",
        WHERE_FROM,
        "title: Konsekvensanalysen",
        section=TRUST,
    )
    accessibility_statement: Fact[Link] | None = optional(
        "Tilgængelighedserklæring",
        "Loven kræver en erklæring for offentlige apps.",
        "https://was.digst.dk/",
        section=TRUST,
        needed=when(
            lifecycle="i drift",
            origin=("regional", "lokal"),
            audiences=OUTSIDE_STAFF,
        ),
    )
    accessibility_source: Source | None = optional(
        "Kilde til erklæring", WHERE_FROM, "title: Tilsyn med erklæringen", section=TRUST
    )
    external_reviews: tuple[Review, ...] = several(
        "Vurderinger udefra",
        "Hvad andre har sagt om appen, med kilde og dato.",
        "scheme: MindApps",
        section=TRUST,
    )

    planned: Half | None = optional(
        "Ventes i drift",
        "Det halvår, appen ventes klar til alle, den er til.",
        "2. halvår 2027",
        section=TIME,
    )
    in_use_from: MonthOrYear | None = optional(
        "I brug fra", "Hvornår den kom i brug.", "2014", section=TIME
    )
    phased_out: MonthOrYear | None = optional(
        "Udfaset", "Hvornår den gik ud af brug, eller skal gøre det.", "marts 2019", section=TIME
    )
    replaces: tuple[Ref, ...] = several(
        "Afløser",
        "De apps som denne træder i stedet for.",
        "mit-sygehus",
        section=TIME,
        to="apps",
        inverse="Afløst af",
        acyclic=True,
    )
    releases: tuple[Release, ...] = several(
        "Udgivelser", "Versioner der er sendt ud.", "version: 1.10", section=TIME
    )

    @property
    def is_watched(self) -> bool:
        """While somebody uses it, or it is measured."""
        return self.lifecycle in vocabulary.IN_USE or bool(self.component)

    @property
    def component(self) -> str:
        """Its id on the platform, when it is registered there."""
        registered = self.map and self.map.registration == "registreret"
        return (self.map.app_id or "") if self.map and registered else ""

    @property
    def plans(self) -> tuple[Plan, ...]:
        """When it is expected in use, and when it goes out of it."""
        return plans_of_life(self.lifecycle, self.planned, self.phased_out)
