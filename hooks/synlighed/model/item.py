"""The fields that every kind has, and what a kind says about itself."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Literal

from synlighed.danish.dates import add_months
from synlighed.danish.ordering import sort_key
from synlighed.model.declare import Part, optional, required, several
from synlighed.model.fields import (
    Date,
    Fact,
    Line,
    Link,
    MonthOrYear,
    Months,
    Ref,
    Slug,
    Summary,
    Term,
    Title,
    YesNo,
)
from synlighed.model.plans import Plan


@dataclass(frozen=True)
class Kind:
    """What a kind of item is called, where it lives, and how it is listed."""

    key: str
    """Its folder under `data/`, and its name for programs."""
    path: str
    """Its address: `/<path>/` and `/<path>/<id>/`."""
    one: str
    """One of them, in a sentence: `app`."""
    several: str
    """Several of them, in a sentence: `apps`."""
    many: str
    """The heading of the catalogue: `Apps`."""
    intro: str = ""
    """The sentence under that heading."""
    icon: str = "material/file-document-outline"
    """An icon of the theme's bundled sets."""
    state: str = ""
    """The field whose value is an item's state, shown wherever the item is named."""
    over: tuple[str, ...] = ()
    """The words of that state for what is no more; the search has it after the rest."""
    sought: int = 100
    """Percent; how much an item counts in a search beside those of other kinds."""
    first: str = ""
    """The field that answers what most readers come for; it stands out at the top of the page."""
    card: tuple[str, ...] = ()
    """The fields shown on the item's card in the catalogue."""
    listing: Literal["cards", "long cards", "definitions", "guide", "calendar", "issues"] = "cards"
    """How the catalogue looks: cards, which hold little or much, words under their letters, a guide
    that one follows from its first question, a calendar, or what came out, year by year."""
    one_of: tuple[str, ...] = ()
    """Fields of which at least one is filled in, whoever may see the item."""
    is_sourced: bool = False
    """Whether what it tells is worth nothing unless it says where that comes from."""
    newest_first: bool = False
    """Whether what came out last comes first, and not what is first by name."""
    told_when_new: bool = True
    """Whether readers want to hear of a new one; not of what is only a piece of something."""
    precedent: bool = False
    """Whether one looks here before one begins: there may be no need to make it again."""
    is_planned: bool = False
    """Whether readers are told of it before it is there, and before it goes."""
    review_months: int = 12
    """How often an item is reviewed when it does not say itself; 0 when it need not be."""


class FormerName(Part):
    """A name the item was known by before."""

    name: Title = required(
        "Navn", "Det tidligere navn, som læsere stadig kan søge på.", "Mit Forløb"
    )
    until: MonthOrYear | None = optional(
        "Indtil", "Sidste dag med det gamle navn.", "6. marts 2019"
    )


class Source(Part):
    """Where a statement comes from."""

    title: Line = required("Titel", "Hvad kilden hedder.", "Strategi for mobile apps")
    url: Link | None = optional("Adresse", "Kildens adresse på nettet.", "https://www.dst.dk/")
    date: MonthOrYear | None = optional(
        "Dato", "Hvornår kilden er fra, eller sidst blev set; gerne bare året.", "1. november 2026"
    )


class Item(Part):
    """One thing the site tells about: the fields that are common to every kind."""

    kind: ClassVar[Kind]

    id: Slug
    source: str
    """The data file behind the item, as a path from the root of the repository."""

    title: Title = required("Navn", "Det navn læserne kender. Højst 90 tegn.", "Mit Sygehus")
    summary: Summary = required(
        "Kort beskrivelse",
        "Én sætning, der kan stå alene i en liste eller et søgeresultat. 20 til 200 tegn.",
        "Appen følger patienten gennem et forløb på sygehuset.",
    )
    owner: Fact[Ref] = required(
        "Ansvarlig rolle",
        "Det kontaktpunkt, der svarer for, at oplysningerne er rigtige.",
        "mobile-apps",
        to="contacts",
        inverse="Ansvarlig for",
        to_itself=True,
        searched=False,
    )
    last_reviewed: Fact[Date] = required(
        "Sidst gennemgået",
        "Den dag nogen sidst så efter, om alt stadig passer.",
        "23. november 2026",
        due="Frist for gennemgang",
    )
    review_months: Months | None = optional(
        "Gennemgås hver", "Hvor mange måneder der højst må gå mellem to gennemgange.", "12"
    )
    created: Fact[Date] = required(
        "Oprettet", "Den dag filen blev lavet; scripts/new.py skriver den.", "23. november 2026"
    )
    aliases: tuple[Line, ...] = several(
        "Også kaldet",
        "Andre navne og stavemåder, som læsere kan finde på at søge med.",
        "MitSygehus",
    )
    former_names: tuple[FormerName, ...] = several(
        "Tidligere navne", "Navne der ikke bruges mere.", "name: Mit Forløb"
    )
    former_ids: tuple[Slug, ...] = several(
        "Tidligere id'er",
        "Filens gamle navne, det ældste først; adresserne bliver ved med at virke.",
        "gammelt-navn",
    )
    focus_areas: tuple[Term, ...] = several(
        "Indsatsområder",
        "De indsatsområder i strategien, som punktet hører til.",
        "synlighed",
        vocabulary="focus_areas",
        facet=True,
    )
    challenges: tuple[Term, ...] = several(
        "Udfordringer",
        "De udfordringer i strategien, som punktet er med til at svare på.",
        "a",
        vocabulary="challenges",
        facet=True,
        searched=False,
    )
    tags: tuple[Term, ...] = several(
        "Emner", "Emneord fra listen i site.yml.", "telemedicin", vocabulary="tags", facet=True
    )
    visibility: Literal["intern", "partner", "offentlig"] | None = optional(
        "Synlighed",
        "Hvem der må se punktet. Udelades det, er det kun internt.",
        "partner",
        searched=False,
    )
    content_status: Literal["udkast", "klar", "arkiveret"] | None = optional(
        "Status på indhold",
        "Om teksten er færdig. Udelades det, er den klar.",
        "klar",
        searched=False,
    )
    example: YesNo | None = optional(
        "Eksempel", "»ja« når punktet er opdigtet for at vise, hvad websitet kan.", "ja"
    )
    sources: tuple[Source, ...] = several(
        "Kilder",
        "Hvor oplysningerne kommer fra, især tal og påstande.",
        "title: Danmarks Statistik",
        searched=False,
    )

    @cached_property
    def identity(self) -> tuple[str, str]:
        """Kind and id: what tells the item from every other."""
        return self.kind.key, self.id

    @cached_property
    def order(self) -> tuple[object, ...]:
        """What puts it in its place among those of its kind."""
        return sort_key(self.title), self.id

    def is_out(self, today: datetime.date) -> bool:
        """Whether readers may see it on a day; most is there from the moment it is written."""
        return True

    @property
    def other_names(self) -> tuple[str, ...]:
        """What it is called by what it is, and not because an editor wrote it."""
        return ()

    @property
    def is_over(self) -> bool:
        """Whether it is kept for those who look back, and not for those who look for help."""
        state = getattr(self, self.kind.state) if self.kind.state else None
        return self.content_status == "arkiveret" or state in self.kind.over

    @property
    def is_watched(self) -> bool:
        """Whether readers want to know if it works now."""
        return False

    @property
    def component(self) -> str:
        """What the platform that measures calls it; empty when it is not measured."""
        return ""

    @property
    def plans(self) -> tuple[Plan, ...]:
        """What somebody has in view for it."""
        return ()

    @property
    def months_between_reviews(self) -> int:
        """How often the item is reviewed: its own word, or its kind's; 0 when it need not be."""
        return 0 if self.is_over else self.review_months or self.kind.review_months

    @property
    def review_due(self) -> datetime.date | None:
        """The last day before it should be reviewed again; nothing when nobody knows or need."""
        months = self.months_between_reviews
        if not months or not isinstance(self.last_reviewed, datetime.date):
            return None
        return add_months(self.last_reviewed, months)
