"""Acceptance criteria: what an app is asked before it is approved, one question a file."""

from typing import Literal

from synlighed.model.declare import examples, optional, required, several
from synlighed.model.fields import Code, MarkdownText, Ref, Sentence
from synlighed.model.item import Item, Kind
from synlighed.model.vocabulary import Obligation

ALWAYS = "altid"
"""The case of a question that every app is asked."""

Case = Literal[
    "altid",
    "personoplysninger",
    "medicinsk udstyr",
    "regional enhed",
    "kommunal enhed",
    "borgerens enhed",
    "delt enhed",
]


class Criterion(Item):
    """One question with a number, and what shows that it is answered."""

    kind = Kind(
        key="criteria",
        path="kriterier",
        one="kriterium",
        several="kriterier",
        many="Acceptkriterier",
        intro="De spørgsmål en app skal svare på, før den kan godkendes. Kopiér dem til din "
        "kravspecifikation.",
        icon="material/clipboard-check-outline",
        sought=90,
        state="obligation",
        told_when_new=False,
        card=("code", "question", "applies_when"),
    )
    own_examples = examples(
        title="Spærring af adgang",
        summary="Om adgangen kan lukkes hurtigt, når en telefon er væk.",
    )

    code: Code = required(
        "Nummer", "Kriteriets nummer, som aldrig bruges igen.", "AK-99", unique=True
    )
    question: Sentence = required(
        "Spørgsmål",
        "Det appen skal kunne svare på.",
        "Kan adgangen spærres, hvis telefonen er væk?",
    )
    obligation: Obligation = required(
        "Krav", "Om det skal, bør eller kan være opfyldt.", "skal", facet=True
    )
    theme: Literal[
        "formål",
        "databeskyttelse",
        "sikkerhed",
        "tilgængelighed",
        "klinik",
        "drift",
        "organisation",
    ] = required("Emne", "Hvad spørgsmålet handler om.", "sikkerhed", facet=True)
    applies_when: tuple[Case, ...] = required(
        "Gælder ved", "Hvornår spørgsmålet skal stilles.", "personoplysninger", facet=True
    )
    evidence: Sentence = required(
        "Sådan vises det",
        "Det man lægger frem som svar.",
        "En beskrivelse af, hvordan man spærrer.",
    )
    guidance: MarkdownText | None = optional(
        "Vejledning", "Hvordan man kommer frem til et svar. Markdown.", "Prøv det af på en telefon."
    )
    guidelines: tuple[Ref, ...] = several(
        "Retningslinjer",
        "De retningslinjer kriteriet kommer af.",
        "mistet-udstyr",
        to="guidelines",
        inverse="Efterprøves med",
    )
