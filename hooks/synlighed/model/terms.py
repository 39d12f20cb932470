"""Terms: the glossary, one word a file."""

from synlighed.model.declare import examples, optional, required, several
from synlighed.model.fields import Line, MarkdownText, Ref, Sentence, YesNo
from synlighed.model.item import Item, Kind


class Term(Item):
    """A word or abbreviation, and the one thing it means here."""

    kind = Kind(
        key="terms",
        path="ordliste",
        one="ord",
        several="ord",
        many="Ordliste",
        intro="Ord og forkortelser, forklaret så alle kan være med.",
        icon="material/book-alphabet",
        sought=90,
        card=("expansion",),
        listing="definitions",
        told_when_new=False,
        review_months=24,
    )
    own_examples = examples(
        title="QR",
        summary="Et firkantet mønster, som telefonens kamera kan læse.",
    )

    expansion: Line | None = optional("Står for", "Det forkortelsen står for.", "Quick Response")
    definition: MarkdownText = required(
        "Betydning",
        "Én forklaring, i ord uden for faget. Markdown.",
        "Et mønster, som kameraet læser som en adresse.",
    )
    abbreviation: YesNo | None = optional("Forkortelse", "»ja« når ordet er en forkortelse.", "ja")
    see_also: tuple[Ref, ...] = several(
        "Se også", "Andre ord der hører til.", "mobil-enhed", to="terms", inverse="Nævnt under"
    )
    do_not_confuse: Sentence | None = optional(
        "Forveksl ikke med",
        "Det ordet ofte bliver blandet sammen med.",
        "En QR-kode er ikke det samme som en stregkode.",
    )
