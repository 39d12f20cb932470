"""Newsletters: what was new since the last one, chosen and put in order by an editor."""

from synlighed.model.declare import Part, examples, optional, required, several
from synlighed.model.fields import Count, Line, MarkdownText, Moment, Sentence
from synlighed.model.item import Kind
from synlighed.model.mentions import Mention
from synlighed.model.published import Published

CONTENTS = "Det bringer det"

UNWRITTEN = "SKRIV HER: "
"""What the texts of a draft begin with, until somebody has written them."""


class Story(Mention):
    """What a newsletter brings: an item, and perhaps words of its own about it."""

    text: Sentence | None = optional(
        "Tekst",
        "I stedet for punktets korte beskrivelse, når nyhedsbrevet vil sige det på sin egen måde.",
        "Prøv den, før du laver et nyt skema.",
    )


class PlannedWork(Part):
    """Planned maintenance that readers should know of, and that has no notice of its own."""

    title: Line = required("Titel", "Hvad der bliver vedligeholdt.", "Opdatering af MAP")
    starts: Moment = required("Begynder", "Hvornår, i dansk tid.", "2. december 2026 kl. 22.00")
    ends: Moment | None = optional("Slutter", "Hvornår det slutter.", "2. december 2026 kl. 23.30")


class Newsletter(Published):
    """One issue of the newsletter."""

    kind = Kind(
        key="newsletters",
        path="nyhedsbrev",
        one="nyhedsbrev",
        several="nyhedsbreve",
        many="Nyhedsbreve",
        intro="Nyt om apps, services og projekter, samlet så det kan læses på et minut.",
        icon="material/email-newsletter",
        sought=60,
        card=("number", "date"),
        listing="issues",
        told_when_new=False,
        newest_first=True,
        review_months=0,
    )
    own_examples = examples(
        title="Vagttelefonen viser, hvem der har vagten",
        summary="En app til vagttelefonen, to seminarer og det, tre projekter lærte i efteråret.",
        uid="e1d7a0c4-52b8-4f36-8c9a-0b7e4d2f6a15",
    )

    number: Count = required("Nummer", "Nyhedsbrevets nummer i rækken.", "7", unique=True)
    intro: MarkdownText = required(
        "Indledning",
        "Et par linjer om, hvorfor netop det her er værd at læse. Markdown.",
        "Denne gang handler det mest om vagttelefonen.",
    )
    contents: tuple[Story, ...] = several(
        "Indhold",
        "Det nyhedsbrevet bringer, i den rækkefølge det skal læses.",
        "news: ny-app-til-vagttelefonen",
        section=CONTENTS,
        inverse="Omtalt i nyhedsbreve",
    )
    planned_work: tuple[PlannedWork, ...] = several(
        "Planlagt vedligehold",
        "Det der ikke virker i en periode, og som ikke har sin egen driftsmeddelelse.",
        "title: Opdatering af MAP",
        section=CONTENTS,
    )

    @property
    def other_names(self) -> tuple[str, ...]:
        """By its number."""
        return (f"{self.kind.one} nr. {self.number}", f"{self.kind.one} {self.number}")

    @property
    def minute(self) -> int:
        """After the news that it brings."""
        return 2
