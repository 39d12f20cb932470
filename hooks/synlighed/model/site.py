"""`data/site.yml`: what this one organisation calls things.

The generator knows no organisation; its names, its areas and the words of its strategy are here.
"""

from typing import Literal

from synlighed.model.declare import Part, optional, required, several
from synlighed.model.fields import (
    HostPath,
    LabelName,
    Line,
    ListId,
    Mail,
    Ref,
    Selector,
    Sentence,
    SitePath,
    Slug,
    Title,
    YesNo,
)


class VocabularyWord(Part):
    """A word that items may use in a field."""

    id: Slug = required("Id", "Ordet som det skrives i filerne.", "synlighed")
    name: Title = required("Navn", "Ordet som læserne ser det.", "Synlighed")
    summary: Sentence | None = optional(
        "Forklaring", "Hvad ordet dækker.", "Kendskab til det der findes."
    )


class Vocabularies(Part):
    """The lists of words that are this organisation's own."""

    focus_areas: tuple[VocabularyWord, ...] = several(
        "Indsatsområder", "Strategiens områder.", "id: synlighed"
    )
    tags: tuple[VocabularyWord, ...] = several(
        "Emner", "De emneord der må bruges.", "id: telemedicin"
    )
    roles: tuple[VocabularyWord, ...] = several(
        "Roller", "Dem siden er skrevet til, efter det de laver.", "id: projektleder"
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


class Door(Part):
    """A way in from the front page, named by what people come to do."""

    only_one = ("to", "page")

    title: Line = required("Titel", "Det læseren kommer for.", "Findes det allerede?")
    text: Line = required(
        "Tekst", "Én linje om, hvad der er bag døren.", "Se apps, services og projekter."
    )
    to: Slug | None = optional("Fører til", "Slagsen bag døren: apps, services, contacts …", "apps")
    page: SitePath | None = optional(
        "Side", "I stedet for en slags: en anden side på sitet.", "mistet-enhed/"
    )
    icon: Line | None = optional("Ikon", "Et ikon fra temaets samlinger.", "material/magnify")


class Guidance(Part):
    """What stands behind the pages that everybody must be able to find."""

    start: Ref | None = optional(
        "Find vej begynder med", "Det første spørgsmål under data/routes.", "hvad-vil-du"
    )
    approval: Ref | None = optional(
        "Godkendelse", "Den proces under data/processes, der fører til ja.", "faa-en-app-godkendt"
    )
    lost_device: tuple[Ref, ...] = several(
        "Mistet enhed",
        "Processerne under data/processes, én for hver slags ejer.",
        "mistet-regional-enhed",
    )


class Severity(Part):
    """What an alert of one severity means to those who use what it is about."""

    name: Line = required("Navn", "Som det står i alarmens etiket »severity«.", "critical")
    impact: Literal["nede", "delvist nede", "nedsat drift", "ingen"] = required(
        "Påvirkning", "Hvordan det virker, mens alarmen lyder.", "delvist nede"
    )


class Monitoring(Part):
    """Where the site learns what works now."""

    name: Title = required("Navn", "Hvad læserne kender målingerne som.", "Overvågningen")
    adapter: Literal["kontrakt", "prometheus"] | None = optional(
        "Forbindelse",
        "Hvad målingerne taler. Udelades det, er det kontrakten i håndbogen.",
        "kontrakt",
    )
    query: Selector | None = optional(
        "Måling",
        "Kun for Prometheus: den metrik, der er 1, når appen virker, og 0, når den ikke gør.",
        "probe_success",
    )
    app_label: LabelName | None = optional(
        "Etiket", "Kun for Prometheus: navnet på den etiket, der rummer appens id.", "app"
    )
    severities: tuple[Severity, ...] = several(
        "Alarmer",
        "Kun for Prometheus: hvad en alarm betyder for brugerne. Andre alarmer ændrer intet.",
        "name: critical",
    )


class Mailing(Part):
    """The list that the newsletter is mailed to."""

    sender: Mail = required(
        "Afsender",
        "Den fælles postkasse, nyhedsbrevet kommer fra, aldrig en persons.",
        "nyhedsbrev@synlighed.example",
    )
    list: Mail = required(
        "Postliste",
        "Adressen på den ene liste, der får nyhedsbrevet. Hvem der står på den, ved sitet ikke.",
        "alle-laesere@synlighed.example",
    )
    list_id: ListId = required(
        "Listens id",
        "Det postprogrammer kender listen på, også når adressen bliver en anden. Ret det aldrig.",
        "nyhedsbrev.synlighed.example",
    )
    subscribe: Mail | None = optional(
        "Tilmelding",
        "Den postkasse, man skriver til for at få nyhedsbrevet.",
        "tilmeld-nyhedsbrev@synlighed.example",
    )
    unsubscribe: Mail | None = optional(
        "Afmelding",
        "Den postkasse, man skriver til for at slippe for nyhedsbrevet.",
        "afmeld-nyhedsbrev@synlighed.example",
    )


class Feedback(Part):
    """Where readers write that a page is wrong, or whether it helped; one of the two."""

    only_one = ("mailbox", "form")

    mailbox: Mail | None = optional(
        "Postkasse",
        "Den fælles postkasse, svarene kommer til, aldrig en persons.",
        "svar@synlighed.example",
    )
    form: HostPath | None = optional(
        "Formular",
        "I stedet for mail: adressen på en formular på sitets egen vært. Den får at vide, hvilken "
        "side det drejer sig om.",
        "/formularer/svar",
    )
    visibility: Literal["intern", "partner", "offentlig"] | None = optional(
        "Synlighed",
        "Hvem der må se, hvor svarene sendes hen. Udelades det, er det kun internt.",
        "partner",
    )


class Site(Part):
    """The settings of the site as a whole."""

    source: str
    """The file itself, as a path from the root of the repository."""

    name: Title = required("Navn", "Sidens navn.", "Synlighed")
    organisation: Title = required("Organisation", "Hvem siden er til.", "Region Syddanmark")
    purpose: Sentence = required(
        "Formål", "Forsidens ene sætning.", "Her finder du apps, services og dem du kan spørge."
    )
    contact: Ref = required("Kontakt", "Det kontaktpunkt der har ansvar for siden.", "mobile-apps")
    live: YesNo | None = optional(
        "Taget i brug",
        "»ja«, når læserne stoler på siden: så er det en fejl, at noget på Hjælp, Godkendelse "
        "eller Mistet enhed er opdigtet.",
        "ja",
    )
    monitoring: Monitoring | None = optional(
        "Målinger", "Hvor sitet får at vide, hvad der virker lige nu.", "name: Overvågningen"
    )
    newsletter: Mailing | None = optional(
        "Nyhedsbrev som mail",
        "Hvem nyhedsbrevet kommer fra, og hvem det bliver sendt til.",
        "sender: nyhedsbrev@synlighed.example",
    )
    feedback: Feedback | None = optional(
        "Svar fra læserne",
        "Hvor læserne skriver hen, når en side er forkert eller ikke hjalp.",
        "mailbox: svar@synlighed.example",
    )
    guidance: Guidance | None = optional(
        "Vejledning", "Hvad der står bag de sider, som alle skal kunne finde.", "start: hvad-vil-du"
    )
    doors: tuple[Door, ...] = several(
        "Døre", "Forsidens indgange, i rækkefølge.", "title: Findes det allerede?"
    )
    app_reviewers: tuple[Ref, ...] = several(
        "Vurderer apps",
        "De ordninger under data/references, som læsere kan spørge om andres vurdering af en app.",
        "mindapps",
        to="references",
    )
    vocabularies: Vocabularies = required(
        "Ordlister",
        "Organisationens egne lister.",
        "focus_areas: [{id: synlighed, name: Synlighed}]",
    )
