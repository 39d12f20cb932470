"""Guidelines: the rules that apps are made and run by, and what each of them gives."""

from typing import Literal

from synlighed.model.declare import Part, examples, optional, required, several
from synlighed.model.fields import (
    Code,
    Date,
    Fact,
    Line,
    MarkdownText,
    Ref,
    Sentence,
    Term,
)
from synlighed.model.item import Item, Kind
from synlighed.model.vocabulary import Obligation, Phase

ABOUT = "Det gælder"
ORIGIN = "Sådan blev den til"


class Rule(Part):
    """One thing that shall, should or may be done."""

    code: Code = required("Nr.", "Reglens nummer, som aldrig bruges igen.", "RL-99.1", unique=True)
    obligation: Obligation = required(
        "Krav", "»skal« uden undtagelse, »bør« med god grund til andet, »kan« når man vil.", "skal"
    )
    text: Sentence = required(
        "Regel", "Det der skal gøres, i én sætning.", "Vis, hvem der spørger."
    )
    why: Sentence | None = optional(
        "Hvorfor", "Det reglen passer på.", "Ellers kan en mistet telefon bruges af alle."
    )
    benefit: Sentence | None = optional(
        "Fordel", "Det den giver den, der følger den.", "Loginnet er lavet, og I slipper for det."
    )
    instead: Sentence | None = optional(
        "Gør i stedet", "Vejen frem, når reglen siger nej.", "Hent tallene igen næste gang."
    )


class Amendment(Part):
    """What was changed in a guideline, and when."""

    date: Date = required("Dato", "Dagen ændringen gælder fra.", "1. november 2026")
    text: Sentence = required("Ændring", "Hvad der er nyt.", "Reglen om delte telefoner er ny.")


class Guideline(Item):
    """What the organisation's position means in practice, rule by rule."""

    kind = Kind(
        key="guidelines",
        path="retningslinjer",
        one="retningslinje",
        several="retningslinjer",
        many="Retningslinjer",
        intro="Reglerne for apps, sagt som hjælp: hvad du skal, bør og kan, og hvad det giver.",
        icon="material/compass-outline",
        state="status",
        over=("udgået",),
        card=("phases", "for_roles"),
    )
    own_examples = examples(
        title="Apps på fælles tablets",
        summary="Hvad du skal passe på, når flere bruger den samme tablet efter hinanden.",
    )

    code: Code = required("Nummer", "Retningslinjens eget nummer.", "RL-99", unique=True)
    status: Literal["udkast", "i høring", "gældende", "udgået"] = required(
        "Status", "Om man skal følge den endnu.", "i høring", facet=True
    )
    advice: MarkdownText = required(
        "Sådan gør du",
        "Vejen gennem reglerne: fordele, det man skal passe på, og hvordan man gør. Markdown.",
        "Begynd med at finde ud af, hvis telefon appen skal bruges på.",
    )
    phases: tuple[Phase, ...] = required(
        "Faser", "Hvornår i en apps liv den er vigtig.", "design", section=ABOUT, facet=True
    )
    for_roles: tuple[Term, ...] = required(
        "Roller",
        "Hvem der skal kende den.",
        "projektleder",
        section=ABOUT,
        vocabulary="roles",
        facet=True,
    )
    valid_from: Fact[Date] = required(
        "Gælder fra", "Dagen den gælder fra.", "1. januar 2027", section=ABOUT
    )
    version: Line | None = optional("Udgave", "Hvilken udgave det er.", "0.3", section=ABOUT)
    rules: Fact[tuple[Rule, ...]] = required(
        "Regler", "Reglerne, hver med sit nummer.", "code: RL-99.1"
    )
    implements: tuple[Ref, ...] = several(
        "Udmønter",
        "De politikker den gør til praksis.",
        "egen-enhed",
        section=ORIGIN,
        to="policies",
        inverse="Udmøntet i",
    )
    decided_in: Fact[Ref] | None = optional(
        "Besluttes i",
        "Den gruppe der beslutter den.",
        "vidensgruppe-apps",
        section=ORIGIN,
        to="groups",
        inverse="Beslutter",
    )
    consulted_units: tuple[Ref, ...] = several(
        "Hørt",
        "De enheder der er spurgt.",
        "ouh",
        section=ORIGIN,
        to="organisations",
        inverse="Hørt om",
    )
    related_services: tuple[Ref, ...] = several(
        "Services der hjælper",
        "De services man kan bruge for at følge den.",
        "map-adgang",
        section=ABOUT,
        to="services",
        inverse="Retningslinjer",
    )
    changes: tuple[Amendment, ...] = several(
        "Ændringer",
        "Hvad der er ændret, det nyeste først.",
        "date: 1. november 2026",
        section=ORIGIN,
    )
