"""The lists of words in `data/site.yml` that are this organisation's own, and what each word says.

A word that stands for readers, or for something that is aimed at, has a page of its own.
"""

from collections.abc import Iterator

from synlighed.model.declare import Part, examples, optional, required, several
from synlighed.model.fields import Line, MarkdownText, Ref, Sentence, Slug, Title, YesNo
from synlighed.model.relation import Place
from synlighed.model.routes import Answer


class VocabularyWord(Part):
    """A word that items may use in a field."""

    id: Slug = required("Id", "Ordet som det skrives i filerne.", "synlighed")
    name: Title = required("Navn", "Ordet som læserne ser det.", "Synlighed")
    summary: Sentence | None = optional(
        "Forklaring", "Hvad ordet dækker.", "Kendskab til det der findes."
    )


class Job(Answer):
    """What a reader comes to do, and the one place that does it."""

    only_one = (*Answer.only_one, "to")
    own_examples = examples(
        help="Søg i alt det, der er prøvet, også det, der blev stoppet.",
        page="findes-det-allerede/",
    )

    label: Line = required(
        "Spørgsmål", "Som læseren selv ville sige det.", "Findes der allerede en app til det?"
    )
    to: Slug | None = optional("Liste", "Alt af en slags: apps, services, contacts …", "apps")


class Reader(VocabularyWord):
    """Readers who have something in common, and the page that is written to them."""

    heading: Title | None = optional("Overskrift", "Hvad deres side hedder.", "Til klinikere")
    opening: MarkdownText | None = optional(
        "Indledning",
        "To til fire sætninger til dem, øverst på deres side. Markdown.",
        "Her kan du se, hvad du må bruge, og hvem du kan spørge.",
    )
    jobs: tuple[Job, ...] = several(
        "Ærinder",
        "De tre til fem ting, de oftest kommer efter, i rækkefølge.",
        "label: Findes der allerede en app til det?",
        ordered=True,
    )

    @property
    def title(self) -> str:
        """What their page is called."""
        return self.heading or self.name


class Role(Reader):
    """Readers who do the same."""

    responsible: YesNo | None = optional(
        "Har ansvar",
        "»ja«, når de svarer for punkter: så fører deres side til overblikket over dem.",
        "ja",
    )


class FromSector(Reader):
    """Readers from one sector, as items name it in their own fields."""

    values: tuple[Line, ...] = several(
        "Står for",
        "Ordene for dem i felterne »Sektorer« og »Åben for«.",
        "kommune",
    )


class Gap(Part):
    """What is still missing, and how one can help."""

    what: Line = required("Mangler", "Det der ikke er endnu.", "Regler for egne telefoner")
    help: Sentence | None = optional(
        "Sådan kan I hjælpe", "Hvem der kan gøre noget, og hvad.", "Fortæl, hvad I har brug for."
    )
    contact: Ref | None = optional(
        "Kontaktpunkt", "Hvem man skriver til.", "mobile-apps", to="contacts"
    )


class Aim(VocabularyWord):
    """Something that is worked for, and what is still missing."""

    missing: tuple[Gap, ...] = several(
        "Mangler endnu", "Det der stadig skal til, sagt ligeud.", "what: Regler for egne telefoner"
    )


class Vocabularies(Part):
    """The lists of words that are this organisation's own."""

    focus_areas: tuple[Aim, ...] = several(
        "Indsatsområder", "Strategiens områder.", "id: synlighed"
    )
    challenges: tuple[Aim, ...] = several("Udfordringer", "Det strategien skal løse.", "id: a")
    tags: tuple[VocabularyWord, ...] = several(
        "Emner", "De emneord der må bruges.", "id: telemedicin"
    )
    roles: tuple[Role, ...] = several(
        "Roller", "Dem siden er skrevet til, efter det de laver.", "id: projektleder"
    )
    sectors: tuple[FromSector, ...] = several(
        "Sektorer", "Dem udefra som siden også er skrevet til.", "id: kommune"
    )
    subjects: tuple[VocabularyWord, ...] = several(
        "Hjælp med", "Det man søger hjælp til, det vigtigste først.", "id: noget-virker-ikke"
    )

    news_categories: tuple[VocabularyWord, ...] = several(
        "Kategorier af nyheder", "Hvad slags nyt der er.", "id: strategi"
    )

    def words(self, vocabulary: str) -> tuple[VocabularyWord, ...]:
        """The words of the list that a field's declaration names."""
        words: tuple[VocabularyWord, ...] = getattr(self, vocabulary)
        return words

    def jobs(self) -> Iterator[tuple[Place, Job]]:
        """What all readers come to do, each with its place."""
        for key, readers in (("roles", self.roles), ("sectors", self.sectors)):
            for number, reader in enumerate(readers):
                for job_number, job in enumerate(reader.jobs):
                    yield (key, number, "jobs", job_number), job

    def gaps(self) -> Iterator[tuple[Place, Gap]]:
        """What is missing of all that is aimed at, each with its place."""
        for key, aims in (("focus_areas", self.focus_areas), ("challenges", self.challenges)):
            for number, aim in enumerate(aims):
                for gap_number, gap in enumerate(aim.missing):
                    yield (key, number, "missing", gap_number), gap
