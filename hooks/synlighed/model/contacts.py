"""Contact points: where help is to be had, by role and function."""

from synlighed.model.declare import examples, optional, required, several
from synlighed.model.fields import Days, Fact, Line, Link, Mail, PhoneNumber, Ref, Sentence, Term
from synlighed.model.item import Item, Kind

REACH = "Sådan får du fat i os"


class Contact(Item):
    """A role that answers, and how to reach it."""

    kind = Kind(
        key="contacts",
        path="hjaelp",
        one="kontaktpunkt",
        several="kontaktpunkter",
        many="Hjælp",
        intro="Hvem du skal spørge om hvad, og hvornår du kan vente svar.",
        icon="material/lifebuoy",
        first="answers",
        card=("answers", "not_for"),
        listing="long cards",
        review_months=6,
    )
    own_examples = examples(
        title="Hjælp til Vægtdagbogen",
        summary="Svarer, når patienter eller personale har spørgsmål til Vægtdagbogen.",
    )

    answers: Fact[tuple[Line, ...]] = required(
        "Svarer på", "De emner man kan spørge om.", "Registrering af apps i MAP"
    )
    subject: Term | None = optional(
        "Hjælp med",
        "Det spørgsmålene handler om, fra listen i site.yml.",
        "noget-virker-ikke",
        vocabulary="subjects",
    )
    not_for: tuple[Line, ...] = several(
        "Svarer ikke på",
        "Det andre svarer på, og gerne hvem.",
        "Glemt adgangskode: ring til Servicedesk",
    )
    organisation: Fact[Ref] = required(
        "Organisation",
        "Hvor kontaktpunktet hører til.",
        "regional-it",
        to="organisations",
        inverse="Kontaktpunkter",
    )
    mailbox: Mail | None = optional(
        "Postkasse",
        "Funktionens fælles postkasse, aldrig en persons.",
        "mobilapps@regional-it.example",
        section=REACH,
    )
    phone: PhoneNumber | None = optional(
        "Telefon", "Nummeret til funktionen.", "00 00 00 00", section=REACH
    )
    url: Link | None = optional(
        "Selvbetjening",
        "En side eller formular man kan bruge.",
        "https://example.org/hjaelp",
        section=REACH,
    )
    hours: Line | None = optional(
        "Åbningstid", "Hvornår der bliver svaret.", "Hverdage kl. 8.00-15.00", section=REACH
    )
    reply_within_days: Days | None = optional(
        "Svarer inden for (dage)", "Hvor mange hverdage der højst går.", "3", section=REACH
    )
    escalation: Sentence | None = optional(
        "Haster det?",
        "Hvad man gør, når det ikke kan vente.",
        "Ring til Servicedesk.",
        section=REACH,
    )
