"""Events: what people meet about, and the days by which something must be done."""

from datetime import date, datetime, time
from typing import Literal

from synlighed.model.declare import Part, examples, optional, required, several
from synlighed.model.fields import (
    Count,
    Date,
    DayOrClock,
    DayOrMoment,
    Line,
    Link,
    Mail,
    MarkdownText,
    Ref,
    Sentence,
    Term,
    YesNo,
)
from synlighed.model.item import Item, Kind
from synlighed.model.vocabulary import Sector

TIME = "Hvornår"
PLACE = "Hvor"
FOR = "For hvem"
HELD_BY = "Hvem står bag"
AFTER = "Materialer"

CANCELLED = "aflyst"

Every = Literal["uge", "anden uge", "måned", "anden måned", "kvartal", "sidste i måneden"]


class Repeats(Part):
    """How an event comes again: each time at the same hours, on the same weekday."""

    every: Every = required(
        "Hver",
        "»måned« er samme ugedag i måneden som den første gang: begynder rækken den første tirsdag "
        "i en måned, er det hver første tirsdag. »sidste i måneden« er månedens sidste.",
        "måned",
    )
    until: Date = required("Til og med", "Den sidste dag, rækken kan nå til.", "30. juni 2027")
    exceptions: tuple[Date, ...] = several(
        "Undtagen",
        "Dage, hvor det aldrig har været meningen, fordi det er ferie eller helligdag.",
        "4. maj 2027",
    )


class Change(Part):
    """What was made different after the event was made known; what stood before is never lost."""

    date: Date = required("Meldt ud", "Den dag ændringen blev meldt ud.", "20. november 2026")
    what: Literal["flyttet", "aflyst"] = required(
        "Hvad", "Om det er flyttet, i tid eller til et andet sted, eller aflyst.", "flyttet"
    )
    occurrence: Date | None = optional(
        "Hvilken gang", "I en række: den dag, det ellers skulle have været.", "2. marts 2027"
    )
    onwards: YesNo | None = optional(
        "Og alle gange efter", "»ja« når det gælder denne gang og resten af rækken.", "nej"
    )
    starts: DayOrClock | None = optional(
        "Flyttet til",
        "Den nye tid; kun klokkeslættet, når dagen er den samme.",
        "9. marts 2027 kl. 13.00",
    )
    ends: DayOrClock | None = optional(
        "Slutter nu", "Hvis det ikke varer lige så længe som før.", "kl. 15.30"
    )
    place: Line | None = optional("Nyt sted", "Hvor det er i stedet.", "Mødelokale 2, Kolding")
    online_only: YesNo | None = optional(
        "Kun online", "»ja« når man ikke længere kan møde op.", "ja"
    )
    url: Link | None = optional(
        "Nyt link", "Det nye link til at deltage.", "https://video.example/"
    )
    reason: Sentence | None = optional("Hvorfor", "Kort, hvis det hjælper.", "Lokalet er optaget.")


class Registration(Part):
    """How one gets a seat."""

    url: Link | None = optional(
        "Tilmeld på", "Adressen på tilmeldingen.", "https://kurser.example/"
    )
    mailbox: Mail | None = optional(
        "Tilmeld til", "En fælles postkasse, aldrig en persons.", "apps@region.example"
    )
    deadline: DayOrMoment | None = optional(
        "Senest", "Sidste frist for at melde sig til.", "20. januar 2027"
    )
    note: Sentence | None = optional("Godt at vide", "Andet om tilmeldingen.", "Der er frokost.")


class Material(Part):
    """What is left of an event for those who were not there."""

    title: Line = required("Titel", "Hvad det er.", "Slides om vagttelefoner")
    type: Literal["præsentation", "optagelse", "referat", "andet"] = required(
        "Slags", "Hvad slags materiale det er.", "optagelse"
    )
    url: Link | None = optional(
        "Adresse", "Hvor det ligger. Udelades, så længe det er på vej.", "https://video.example/1"
    )
    occurrence: Date | None = optional(
        "Hvilken gang", "I en række: den dag, det efter planen var.", "2. februar 2027"
    )


class Event(Item):
    """A seminar, a talk, a meeting, a webinar or a deadline; one file, also when it comes again."""

    kind = Kind(
        key="events",
        path="kalender",
        one="arrangement",
        several="arrangementer",
        many="Kalender",
        intro="Seminarer, oplæg, møder og frister. Læg dem i din egen kalender.",
        icon="material/calendar-month-outline",
        sought=85,
        card=("type", "starts", "place"),
        listing="calendar",
        told_when_new=False,
        review_months=0,
    )
    own_examples = examples(
        title="Apps i ambulatoriet: tre erfaringer",
        summary="Tre afdelinger fortæller, hvad der skete, da de tog en app i brug til patienter.",
    )

    type: Literal["seminar", "oplæg", "gruppemøde", "webinar", "frist"] = required(
        "Slags",
        "Hvad det er. En frist er en dag, hvor noget skal være gjort.",
        "seminar",
        facet=True,
    )
    text: MarkdownText | None = optional(
        "Om arrangementet",
        "Programmet, og hvad man får ud af det. Markdown.",
        "Kl. 13.00: Velkomst.",
    )

    starts: DayOrMoment = required(
        "Begynder",
        "Dag og tid, i dansk tid; kun dagen, når det varer hele dagen. Bliver det flyttet, så lad "
        "dette stå, og skriv den nye tid i »changes«.",
        "2. februar 2027 kl. 13.00",
        section=TIME,
    )
    ends: DayOrClock | None = optional(
        "Slutter", "Klokkeslættet; er det en anden dag, så også dagen.", "kl. 15.00", section=TIME
    )
    repeats: Repeats | None = optional(
        "Gentages", "Når det kommer igen med faste mellemrum.", "every: måned", section=TIME
    )
    changes: tuple[Change, ...] = several(
        "Ændringer",
        "Flytninger og aflysninger, den ældste først. Tilføj nederst, og ret ikke i det gamle: så "
        "får alle, der har arrangementet i deres kalender, besked.",
        "date: 20. november 2026",
        section=TIME,
        ordered=True,
    )

    place: Line | None = optional(
        "Sted", "Bygning, lokale og by.", "Auditoriet, Odense", section=PLACE
    )
    url: Link | None = optional(
        "Deltag online", "Linket til videomødet.", "https://video.example/moede", section=PLACE
    )

    roles: tuple[Term, ...] = several(
        "For roller",
        "De roller det især er for; ordene står i site.yml.",
        "projektleder",
        section=FOR,
        vocabulary="roles",
        facet=True,
    )
    open_to: tuple[Sector, ...] = several(
        "Åbent for", "De sektorer der kan være med.", "kommune", section=FOR, facet=True
    )
    registration: Registration | None = optional(
        "Tilmelding", "Hvordan man melder sig til.", "deadline: 20. januar 2027", section=FOR
    )
    seats: Count | None = optional("Pladser", "Hvor mange der er plads til.", "40", section=FOR)

    groups: tuple[Ref, ...] = several(
        "Grupper",
        "De grupper det er et møde i eller står bag.",
        "vidensgruppe-apps",
        section=HELD_BY,
        to="groups",
        inverse="Arrangementer",
        facet=True,
    )
    units: tuple[Ref, ...] = several(
        "Enheder",
        "De enheder det er hos eller står bag.",
        "ouh",
        section=HELD_BY,
        to="organisations",
        inverse="Arrangementer",
        facet=True,
    )
    speakers: tuple[Ref, ...] = several(
        "Oplæg ved ambassadør",
        "De ambassadører der holder oplæg.",
        "ambassadoer-ouh",
        section=HELD_BY,
        to="ambassadors",
        inverse="Holder oplæg",
    )
    speaker_roles: tuple[Term, ...] = several(
        "Oplæg ved",
        "Andre der holder oplæg, efter rolle og aldrig ved navn; ordene står i site.yml.",
        "projektleder",
        section=HELD_BY,
        vocabulary="roles",
    )
    contact: Ref | None = optional(
        "Kontakt",
        "Hvem man spørger. Udelades, når det er den ansvarlige rolle.",
        "mobile-apps",
        section=HELD_BY,
        to="contacts",
        inverse="Arrangementer",
    )
    apps: tuple[Ref, ...] = several(
        "Apps",
        "De apps det handler om.",
        "mit-sygehus",
        section=HELD_BY,
        to="apps",
        inverse="Arrangementer",
    )
    services: tuple[Ref, ...] = several(
        "Services",
        "De services det handler om.",
        "map-adgang",
        section=HELD_BY,
        to="services",
        inverse="Arrangementer",
    )
    projects: tuple[Ref, ...] = several(
        "Projekter",
        "De projekter det handler om.",
        "map-konstruktion",
        section=HELD_BY,
        to="projects",
        inverse="Arrangementer",
    )

    materials: tuple[Material, ...] = several(
        "Materialer",
        "Slides, optagelse og referat, når det er holdt. Siden bliver på samme adresse.",
        "title: Slides",
        section=AFTER,
    )

    @property
    def is_announced(self) -> bool:
        """Whether calendars have it; of a draft there is a page to look at, and nothing else."""
        return self.content_status != "udkast"


Start = datetime | date
"""A moment, or a whole day."""
End = datetime | date | time
"""The same, or a time of the day that the beginning has."""
