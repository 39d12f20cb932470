"""Lessons: what somebody learnt, so that the next need not."""

from typing import Literal

from synlighed.model.declare import examples, optional, required, several
from synlighed.model.fields import Fact, MarkdownText, MonthOrYear, Ref, Sentence
from synlighed.model.item import Item, Kind
from synlighed.model.vocabulary import Ownership

ABOUT = "Det handler om"


class Lesson(Item):
    """A problem that was met, and the advice that came of it."""

    kind = Kind(
        key="lessons",
        path="erfaringer",
        one="erfaring",
        several="erfaringer",
        many="Erfaringer",
        intro="Det andre har lært, så du ikke behøver at lære det igen.",
        icon="material/school-outline",
        sought=90,
        precedent=True,
        state="confidence",
        first="advice",
        card=("advice",),
        review_months=24,
    )
    own_examples = examples(
        title="Kollegaen var stadig logget ind",
        summary="På en delt telefon kunne den næste se den forriges opkald.",
    )

    advice: Sentence = required(
        "Rådet", "Det næste hold bør gøre.", "Prøv appen på en delt telefon, før I køber."
    )
    problem: MarkdownText = required(
        "Problemet", "Hvad man løb ind i. Markdown.", "Kollegaen blev ved med at være logget ind."
    )
    what_we_did: MarkdownText | None = optional(
        "Det gjorde vi", "Hvad man gjorde ved det. Markdown.", "Appen logger nu af efter vagten."
    )
    outcome: Sentence | None = optional(
        "Sådan gik det", "Hvad der kom ud af det.", "Ingen har set en andens opkald siden."
    )
    confidence: Literal["enkelt erfaring", "gentaget", "efterprøvet"] = required(
        "Hvor sikkert",
        "Om det er set én gang, flere gange, eller er prøvet efter.",
        "gentaget",
        facet=True,
    )
    date: Fact[MonthOrYear] = required("Fra", "Hvornår det blev lært.", "marts 2026", section=ABOUT)
    origin: tuple[Ref, ...] = several(
        "Lært hos",
        "De enheder det kommer fra.",
        "ouh",
        section=ABOUT,
        to="organisations",
        inverse="Erfaringer",
    )
    apps: tuple[Ref, ...] = several(
        "Apps",
        "De apps det handler om.",
        "mit-sygehus",
        section=ABOUT,
        to="apps",
        inverse="Erfaringer",
    )
    services: tuple[Ref, ...] = several(
        "Services",
        "De services det handler om.",
        "map-adgang",
        section=ABOUT,
        to="services",
        inverse="Erfaringer",
    )
    projects: tuple[Ref, ...] = several(
        "Projekter",
        "De projekter det kommer af.",
        "faelles-vagttelefon",
        section=ABOUT,
        to="projects",
        inverse="Erfaringer",
    )
    guidelines: tuple[Ref, ...] = several(
        "Retningslinjer",
        "De retningslinjer det hører til.",
        "delte-telefoner",
        section=ABOUT,
        to="guidelines",
        inverse="Erfaringer",
    )
    device_ownership: tuple[Ownership, ...] = several(
        "Ejerskab af udstyr", "Hvis enheder det gælder.", "regional", section=ABOUT, facet=True
    )
