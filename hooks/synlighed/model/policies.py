"""Policies: what the leadership has decided, when, and what is still open."""

from typing import Literal

from synlighed.model.declare import Part, examples, optional, required, several
from synlighed.model.fields import Date, Fact, Line, MarkdownText, MonthOrYear, Ref, Sentence
from synlighed.model.item import Item, Kind

DECISION = "Beslutningen"


class OpenQuestion(Part):
    """What nobody has decided yet, and who will."""

    question: Sentence = required(
        "Spørgsmål", "Det der ikke er afgjort.", "Gælder beslutningen også tablets?"
    )
    owner: Ref = required(
        "Svar ventes fra",
        "Det kontaktpunkt der skal svare.",
        "informationssikkerhed-raadgivning",
        to="contacts",
        inverse="Skylder svar om",
    )
    meanwhile: Sentence | None = optional(
        "Indtil da", "Hvad man gør, til svaret kommer.", "Spørg, før du bruger din egen telefon."
    )


class Policy(Item):
    """A decision that guidelines make into practice."""

    kind = Kind(
        key="policies",
        path="politikker",
        one="politik",
        several="politikker",
        many="Politikker",
        intro="Hvad ledelsen har besluttet om apps og mobile enheder, og hvad der er åbent.",
        icon="material/gavel",
        state="status",
        over=("ophævet",),
        card=("decision_body", "decided_on"),
    )
    own_examples = examples(
        title="Fælles tablets på afdelingen",
        summary="Hvem der må bruge afdelingens tablets, og til hvad.",
    )

    text: MarkdownText = required(
        "Politikken",
        "Beslutningen med egne ord, og hvad den betyder til hverdag. Markdown.",
        "Regionens systemer bruges fra udleveret udstyr.",
    )
    status: Literal["gældende", "skal bekræftes", "ophævet"] = required(
        "Status", "Om den gælder i dag.", "skal bekræftes", facet=True
    )
    decision_body: Fact[Line] = required(
        "Besluttet af", "Hvem der besluttede det.", "Direktionen", section=DECISION
    )
    decided_on: Fact[MonthOrYear] = required(
        "Besluttet", "Hvornår det blev besluttet.", "december 2012", section=DECISION
    )
    review_on: Date | None = optional(
        "Tages op igen",
        "Dagen beslutningen skal ses efter.",
        "1. juni 2027",
        section=DECISION,
        due="Beslutningen tages op igen",
    )
    open_questions: tuple[OpenQuestion, ...] = several(
        "Åbne spørgsmål", "Det der ikke er afgjort.", "question: Gælder den tablets?"
    )
