"""Groups: where people with the same questions meet, and who advises."""

from typing import Literal

from synlighed.model.declare import Part, examples, required, several
from synlighed.model.fields import Fact, Line, MarkdownText, Ref, Sentence
from synlighed.model.item import Item, Kind
from synlighed.model.vocabulary import Discipline, Sector

MEET = "Mød gruppen"


class Member(Part):
    """A seat in the group; a role, never a person."""

    role: Line = required("Rolle", "Den rolle der har pladsen.", "Ambassadør for mobile apps")
    unit: Ref = required(
        "Enhed", "Hvor rollen hører til.", "ouh", to="organisations", inverse="Med i gruppen"
    )


class Group(Item):
    """A knowledge group, a reference group, a forum or a board."""

    kind = Kind(
        key="groups",
        path="grupper",
        one="gruppe",
        several="grupper",
        many="Grupper",
        intro="Her mødes de, der arbejder med det samme som dig. Kig med, eller spørg dem.",
        icon="material/account-group-outline",
        first="can_ask",
        card=("type", "disciplines"),
    )
    own_examples = examples(
        title="Vidensgruppe for apps til børn",
        summary="For dig, der arbejder med apps til børn og vil dele det, I har lært.",
    )

    type: Literal["vidensgruppe", "referencegruppe", "forum", "styregruppe"] = required(
        "Slags", "Hvad gruppen er.", "vidensgruppe", facet=True
    )
    purpose: MarkdownText = required(
        "Formål", "Hvad gruppen er til for. Markdown.", "At dele erfaringer med apps til børn."
    )
    can_ask: Fact[tuple[Sentence, ...]] = required(
        "Spørg gruppen om", "Det den kan svare på.", "Hvornår der skal samtykke til."
    )
    disciplines: tuple[Discipline, ...] = several(
        "Fagligheder", "De fag der er med.", "jura", facet=True
    )
    open_to: tuple[Sector, ...] = several(
        "Åben for", "De sektorer der kan være med.", "kommune", section=MEET, facet=True
    )
    how_to_join: Fact[Sentence] = required(
        "Sådan kommer du med", "Hvad man gør for at deltage.", "Skriv til kontakten.", section=MEET
    )
    meets: Fact[Line] = required(
        "Mødes", "Hvor tit og hvordan.", "Hver anden måned, på Teams", section=MEET
    )
    contact: Fact[Ref] = required(
        "Kontakt",
        "Hvem man skriver til.",
        "mobile-apps",
        section=MEET,
        to="contacts",
        inverse="Kontakt for",
    )
    members: tuple[Member, ...] = several(
        "Medlemmer", "Roller og enheder, aldrig navne.", "role: Ambassadør", section=MEET
    )
