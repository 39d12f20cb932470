"""Metrics: something counted again and again, with what is counted, of whom, and by whom."""

from decimal import Decimal
from typing import Literal

from synlighed.model.declare import Part, examples, optional, required, several, when
from synlighed.model.fields import Amount, Answers, Fact, Line, MonthOrYear, Ref, Sentence, YesNo
from synlighed.model.item import Item, Kind

ABOUT = "Det handler om"

SATISFACTION = "tilfredshed"
"""The purpose of what tells whether users are content."""


class Scale(Part):
    """The numbers that could be answered, from one end to the other."""

    least: Amount = required("Fra", "Det laveste tal, der kan svares eller nås.", "0")
    most: Amount = required("Til", "Det højeste tal.", "100")
    least_means: Line | None = optional("Laveste betyder", "Hvad det står for.", "Slet ikke")
    most_means: Line | None = optional("Højeste betyder", "Hvad det står for.", "I høj grad")


class Point(Part):
    """What was found at one time, or is expected to be."""

    date: MonthOrYear = required(
        "Dato", "Dagen, måneden eller året tallet gælder for.", "november 2026"
    )
    value: Amount = required("Tal", "Tallet, gerne med komma.", "87,5")
    n: Answers | None = optional("Antal", "Hvor mange svar eller målinger der ligger bag.", "214")
    note: Sentence | None = optional(
        "Bemærkning", "Det, man skal vide om netop dette tal.", "Kun sygehusene i Esbjerg."
    )
    approximate: YesNo | None = optional("Omtrentligt", "»ja« når tallet er rundet af.", "ja")
    forecast: YesNo | None = optional(
        "Forventet", "»ja« når ingen har målt det, men nogen venter det.", "ja"
    )


class Metric(Item):
    """A series of numbers that says how something goes."""

    kind = Kind(
        key="metrics",
        path="tal",
        one="tal",
        several="tal",
        many="Tal",
        intro="Det, vi tæller og spørger om, med hvem der er spurgt, hvornår, og hvor tallene "
        "kommer fra.",
        icon="material/chart-line",
        sought=80,
        card=("purpose",),
        told_when_new=False,
        is_sourced=True,
    )
    own_examples = examples(
        title="Tablets på sengeafdelingerne",
        summary="Hvor mange tablets der er taget i brug på sygehusenes sengeafdelinger.",
    )

    definition: Sentence = required(
        "Det tælles",
        "Hvad der er talt, hos hvem, og hvordan.",
        "Tablets, der har været tændt inden for 30 dage, på regionens sygehuse.",
    )
    purpose: Literal["tilfredshed", "brug", "andet"] = required(
        "Slags", "Hvad tallet siger noget om.", "brug", facet=True
    )
    unit: Line = required("Enhed", "Det tallet er antal eller mål af.", "tablets")
    question: Fact[Sentence] | None = optional(
        "Spørgsmål",
        "Spørgsmålet, ord for ord.",
        "Hjalp siden dig?",
        needed=when(purpose=SATISFACTION),
    )
    scale: Fact[Scale] | None = optional(
        "Skala",
        "Det laveste og højeste, der kan svares.",
        "least: 0",
        needed=when(purpose=SATISFACTION),
    )
    points: Fact[tuple[Point, ...]] = required(
        "Målinger", "Tallene med dato, det ældste først.", "date: november 2026", ordered=True
    )
    apps: tuple[Ref, ...] = several(
        "Apps",
        "De apps, tallet handler om.",
        "mit-sygehus",
        section=ABOUT,
        to="apps",
        inverse="Tal",
    )
    services: tuple[Ref, ...] = several(
        "Services",
        "De services, tallet handler om.",
        "map-adgang",
        section=ABOUT,
        to="services",
        inverse="Tal",
    )
    projects: tuple[Ref, ...] = several(
        "Projekter",
        "De projekter, tallet handler om.",
        "faelles-vagttelefon",
        section=ABOUT,
        to="projects",
        inverse="Tal",
    )

    @property
    def series(self) -> tuple[Point, ...]:
        """The points; none as long as nobody knows any."""
        return self.points if isinstance(self.points, tuple) else ()

    @property
    def ends(self) -> tuple[Decimal, Decimal] | None:
        """The least and the most of its scale, if it has one that is known."""
        return (self.scale.least, self.scale.most) if isinstance(self.scale, Scale) else None
