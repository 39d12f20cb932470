"""Ambassadors: who in a unit one can ask, and what they give talks about. Roles, never persons."""

from synlighed.model.declare import examples, optional, required, several
from synlighed.model.fields import Date, Fact, Line, Mail, Ref, YesNo
from synlighed.model.item import Item, Kind
from synlighed.model.vocabulary import Discipline, Sector


class Ambassador(Item):
    """A role in a unit that spreads knowledge of mobile apps, and brings questions back."""

    kind = Kind(
        key="ambassadors",
        path="ambassadoerer",
        one="ambassadør",
        several="ambassadører",
        many="Ambassadører",
        intro="Den nærmeste at spørge på dit sygehus, og dem der gerne kommer og holder oplæg.",
        icon="material/account-voice",
        sought=80,
        card=("unit", "topics"),
    )
    own_examples = examples(
        title="Ambassadør på Eksempelsygehuset",
        summary="Den nærmeste at spørge om apps på sygehuset, og som gerne holder oplæg.",
    )

    unit: Fact[Ref] = required(
        "Enhed",
        "Den enhed ambassadøren kommer fra.",
        "ouh",
        to="organisations",
        inverse="Ambassadører",
    )
    mailbox: Fact[Mail] = required(
        "Postkasse", "Funktionens fælles postkasse, aldrig en persons.", "apps@ouh.example"
    )
    available: YesNo | None = optional(
        "Tager imod oplæg", "»nej« når der er fuldt booket for tiden.", "ja"
    )
    topics: Fact[tuple[Line, ...]] = required(
        "Oplæg om", "Det ambassadøren kan fortælle om.", "Apps i ambulatoriet"
    )
    disciplines: tuple[Discipline, ...] = several(
        "Fagligheder", "De fag ambassadøren kender.", "klinik", facet=True
    )
    sectors: tuple[Sector, ...] = several(
        "Sektorer", "De sektorer ambassadøren arbejder med.", "kommune", facet=True
    )
    valid_from: Date | None = optional("Fra", "Første dag i rollen.", "1. januar 2026")
    valid_to: Date | None = optional(
        "Til", "Sidste dag i rollen.", "31. december 2027", due="Rollen udløber"
    )
