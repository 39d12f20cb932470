"""Notices: what does not work right now or soon will not, told by those who know of it."""

from typing import Literal

from synlighed.model.declare import Part, examples, optional, required, several, when
from synlighed.model.fields import MarkdownText, Moment, Ref, Sentence
from synlighed.model.item import Item, Kind

ABOUT = "Det gælder"
TIME = "Forløb"


class Update(Part):
    """What has become known since the notice was written."""

    at: Moment = required("Tidspunkt", "Hvornår det blev meldt ud.", "23. november 2026 kl. 9.42")
    text: Sentence = required(
        "Nyt", "Hvad der er sket siden sidst.", "Fejlen er fundet og bliver rettet i dag."
    )
    status: Literal["undersøges", "fundet", "overvåges", "løst"] | None = optional(
        "Status", "Hvor langt man er nået.", "fundet"
    )


class Notice(Item):
    """A message about the operation of apps and services: a disturbance, or planned work."""

    kind = Kind(
        key="notices",
        path="driftsmeddelelser",
        one="driftsmeddelelse",
        several="driftsmeddelelser",
        many="Driftsmeddelelser",
        intro="Fejl og planlagt arbejde på apps og services, og hvad du gør imens.",
        icon="material/alert-circle-outline",
        sought=80,
        state="type",
        first="impact",
        card=("impact", "starts", "ends", "apps", "services"),
        one_of=("apps", "services"),
        review_months=1,
    )
    own_examples = examples(
        title="Billeder bliver ikke sendt",
        summary="Billeder bliver liggende på telefonen. Alt andet virker, som det plejer.",
    )

    type: Literal["forstyrrelse", "vedligehold", "information"] = required(
        "Slags",
        "Om noget er gået galt, om der er planlagt arbejde, eller om det kun er godt at vide.",
        "forstyrrelse",
        facet=True,
    )
    impact: Literal["nede", "delvist nede", "nedsat drift", "ingen"] = required(
        "Påvirkning", "Hvor meget det mærkes, mens det står på.", "delvist nede", facet=True
    )
    text: MarkdownText = required(
        "Besked",
        "Hvad der er galt eller skal ske, hvem der mærker det, og hvad de gør imens. Markdown.",
        "Billeder bliver ikke sendt. Vent med at tage nye, til det virker igen.",
    )

    apps: tuple[Ref, ...] = several(
        "Apps",
        "De apps det går ud over.",
        "mit-sygehus",
        section=ABOUT,
        to="apps",
        inverse="Driftsmeddelelser",
    )
    services: tuple[Ref, ...] = several(
        "Services",
        "De services det går ud over.",
        "map-adgang",
        section=ABOUT,
        to="services",
        inverse="Driftsmeddelelser",
    )

    starts: Moment = required(
        "Begynder",
        "Hvornår det begyndte eller skal begynde, i dansk tid.",
        "23. november 2026 kl. 8.15",
        section=TIME,
    )
    ends: Moment | None = optional(
        "Slutter",
        "Hvornår det sluttede eller skal slutte. Udelades, så længe ingen ved det.",
        "23. november 2026 kl. 16.00",
        section=TIME,
        needed=when(type="vedligehold"),
    )
    updates: tuple[Update, ...] = several(
        "Opdateringer",
        "Det der er kommet frem siden, det ældste først.",
        "at: 23. november 2026 kl. 9.42",
        section=TIME,
        ordered=True,
    )

    @property
    def months_between_reviews(self) -> int:
        """How often it is reviewed: until its end is known, and not after."""
        return 0 if self.ends else super().months_between_reviews
