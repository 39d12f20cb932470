"""News: what somebody should hear of, told once."""

from synlighed.model.declare import Part, examples, optional, required, several
from synlighed.model.fields import FileName, Line, MarkdownText, Ref, Term, YesNo
from synlighed.model.item import Kind
from synlighed.model.mentions import Mention
from synlighed.model.published import Published

FOR = "For hvem"
ABOUT = "Det handler om"


class Picture(Part):
    """A picture, and what it shows."""

    file: FileName = required(
        "Fil",
        "Filens navn i mappen data/pictures: PNG, JPEG, GIF eller WebP.",
        "vagttelefon-i-laderen.png",
    )
    alt: Line = required(
        "Beskrivelse",
        "Hvad man ser, for den der ikke ser det. Ikke hvem: der er ingen personer på sitet.",
        "En telefon i en lader på vagtværelset.",
    )


class News(Published):
    """A piece of news."""

    kind = Kind(
        key="news",
        path="nyheder",
        one="nyhed",
        several="nyheder",
        many="Nyheder",
        intro="Det nyeste om strategien, driften og de værktøjer, du kan bruge.",
        icon="material/newspaper-variant-outline",
        sought=80,
        card=("date", "category", "roles"),
        told_when_new=False,
        newest_first=True,
        review_months=0,
    )
    own_examples = examples(
        title="Vagttelefonen har fået en ny app",
        summary="Fra december viser vagttelefonen selv, hvem der har vagten på afdelingen.",
    )

    category: Term = required(
        "Kategori",
        "Hvad slags nyt det er; ordene står i site.yml.",
        "vaerktoejer",
        vocabulary="news_categories",
        facet=True,
    )
    text: MarkdownText = required(
        "Tekst",
        "Hele nyheden, det vigtigste først. Markdown.",
        "Fra den 1. december står vagtholdet på skærmen.",
    )
    urgent: YesNo | None = optional("Haster", "»ja« når læseren skal gøre noget nu.", "nej")
    picture: Picture | None = optional(
        "Billede", "Et billede, der siger mere end pynt.", "file: vagttelefon-i-laderen.png"
    )

    roles: tuple[Term, ...] = several(
        "For roller",
        "De roller det især er for; ordene står i site.yml.",
        "projektleder",
        section=FOR,
        vocabulary="roles",
        facet=True,
    )
    units: tuple[Ref, ...] = several(
        "For enheder",
        "De enheder det især er for. Udelades, når det er for alle.",
        "ouh",
        section=FOR,
        to="organisations",
        inverse="Nyheder til enheden",
        facet=True,
    )

    about: tuple[Mention, ...] = several(
        "Handler om",
        "De punkter, der skal vise nyheden.",
        "app: mit-sygehus",
        section=ABOUT,
        inverse="Nyheder",
    )
    corrects: Ref | None = optional(
        "Retter",
        "Den nyhed, denne retter. Skriv en ny, når læserne skal se rettelsen; små fejl rettes bare "
        "i den gamle.",
        "eksempel-forslag-senest-den-8-september",
        section=ABOUT,
        to="news",
        inverse="Rettet af",
        acyclic=True,
    )

    @property
    def minute(self) -> int:
        """A correction comes after what it corrects, also on the same day."""
        return 1 if self.corrects else 0
