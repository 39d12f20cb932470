"""Trends: new technology that somebody keeps an eye on, and what we make of it for now."""

from typing import Literal

from synlighed.model.declare import Part, examples, optional, required, several
from synlighed.model.fields import Date, Fact, MarkdownText, MonthOrYear, Ref, Sentence
from synlighed.model.item import Item, Kind

ASSESSMENT = "Derfor"
"""The reason, with what else is to be known of it, stands first on the page."""
ABOUT = "Hører sammen med"

Assessment = Literal["afvent", "følg", "afprøv", "anvend"]
"""From what we leave alone to what we use."""

Area = Literal["medicoteknisk", "uden for medicoteknik"]


class Move(Part):
    """One time the assessment was made, or made another."""

    date: Date = required("Dato", "Dagen det blev vurderet.", "23. november 2026")
    assessment: Assessment = required("Vurdering", "Hvad vurderingen blev.", "afvent")
    why: Sentence = required(
        "Fordi", "Hvorfor, i én sætning.", "Ingen har endnu vist, at tallene holder."
    )


class Trend(Item):
    """A development in technology, with what we think of it, since when, and why."""

    kind = Kind(
        key="trends",
        path="tendenser",
        one="tendens",
        several="tendenser",
        many="Tendenser",
        intro="Ny teknologi, vi holder øje med: hvad den kan bruges til, hvad vi gør ved den nu, "
        "og hvornår vi ser på den igen.",
        icon="material/radar",
        sought=80,
        state="assessment",
        first="why",
        card=("why", "area", "next_review"),
    )
    own_examples = examples(
        title="Ure, der måler blodtryk",
        summary="Ure, der måler blodtrykket uden manchet, og hvad vi gør ved dem indtil videre.",
    )

    why: Sentence = required(
        "Derfor",
        "Hvorfor vurderingen er, som den er i dag.",
        "Målingerne kan endnu ikke sammenlignes med sygehusets egne.",
    )
    assessment: Assessment = required(
        "Vurdering",
        "Hvad vi gør ved den nu: afventer, følger den, prøver den af eller bruger den. Det samme, "
        "som står i den sidste linje af »moves«.",
        "afvent",
        facet=True,
    )
    description: MarkdownText | None = optional(
        "Hvad det er",
        "Teknologien, og hvad den kan betyde for patienter og medarbejdere. Markdown.",
        "Uret måler om natten og sender tallene til telefonen.",
    )
    area: Area = required(
        "Område",
        "Om det hører til medicoteknikken, eller er teknologi, der er lavet til noget andet.",
        "medicoteknisk",
        section=ASSESSMENT,
        facet=True,
    )
    first_seen: Fact[MonthOrYear] = required(
        "Først set", "Hvornår vi fik øje på den.", "marts 2026", section=ASSESSMENT
    )
    assessed_on: Fact[Date] = required(
        "Sidst vurderet",
        "Dagen nogen sidst så på den, også når vurderingen blev den samme.",
        "23. november 2026",
        section=ASSESSMENT,
    )
    next_review: Fact[Date] = required(
        "Ses på igen",
        "Dagen den senest skal vurderes igen.",
        "23. maj 2027",
        section=ASSESSMENT,
        due="Vurderes igen",
    )
    moves: Fact[tuple[Move, ...]] = required(
        "Vurderet før og nu",
        "Hver gang vurderingen blev en anden, den første gang først. Linjer bliver ikke rettet "
        "eller slettet siden.",
        "date: 23. november 2026",
        ordered=True,
    )
    apps: tuple[Ref, ...] = several(
        "Apps",
        "De apps, hvor den kan mærkes.",
        "mit-sygehus",
        section=ABOUT,
        to="apps",
        inverse="Tendenser",
    )
    services: tuple[Ref, ...] = several(
        "Services",
        "De services, den bygger på eller ændrer.",
        "map-adgang",
        section=ABOUT,
        to="services",
        inverse="Tendenser",
    )
    projects: tuple[Ref, ...] = several(
        "Projekter",
        "De projekter, der prøver den af.",
        "faelles-vagttelefon",
        section=ABOUT,
        to="projects",
        inverse="Tendenser",
    )
    lessons: tuple[Ref, ...] = several(
        "Erfaringer",
        "Det, vi har lært om den.",
        "log-af-af-sig-selv",
        section=ABOUT,
        to="lessons",
        inverse="Tendenser",
    )

    @property
    def history(self) -> tuple[Move, ...]:
        """Its moves; none as long as nobody knows them."""
        return self.moves if isinstance(self.moves, tuple) else ()
