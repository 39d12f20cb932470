"""Items that say only what a test is about."""

from typing import Any

from synlighed.model.apps import App
from synlighed.model.lessons import Lesson
from synlighed.model.projects import Project
from tests.export.sample import COMMON
from tests.pages import real


def app(id: str, title: str, summary: str, **fields: Any) -> App:
    """An app of which nothing else is known."""
    return real.app(
        id=id, source=f"data/apps/{id}.yml", title=title, summary=_long(summary), **fields
    )


def project(id: str, title: str, summary: str, **fields: Any) -> Project:
    """A project of which nothing else is known."""
    unknown = dict.fromkeys(("problem", "stage", "initiated_by", "units", "contact"), "ukendt")
    given = {
        **COMMON,
        **unknown,
        "id": id,
        "source": f"data/projects/{id}.yml",
        "title": title,
        "summary": _long(summary),
        **fields,
    }
    return Project.model_validate(given)


def lesson(id: str, title: str, summary: str, **fields: Any) -> Lesson:
    """A lesson that somebody learnt."""
    given = {
        **COMMON,
        "id": id,
        "source": f"data/lessons/{id}.yml",
        "title": title,
        "summary": _long(summary),
        "advice": "Gør det.",
        "problem": "Det gik galt.",
        "confidence": "gentaget",
        "date": "ukendt",
        **fields,
    }
    return Lesson.model_validate(given)


def _long(summary: str) -> str:
    """As long as a summary must be, with words that say nothing."""
    return summary if len(summary) >= 20 else f"{summary} og det er for det hele."


ITEMS = (
    real.contact(),
    app(
        "saar",
        "Sårbilleder",
        "Sygeplejersken tager et billede af såret til journalen.",
        lifecycle="under afprøvning",
        audiences=["patient", "kliniker"],
        example="ja",
    ),
    project(
        "album",
        "Album <til> sår",
        "Billeder af patientens sår kommer fra telefonen til journalen.",
        stage="stoppet",
        stopped_because="Billederne blev liggende på telefonen.",
    ),
    lesson("ved-doeren", "Ål ved døren", "Et menneske ved døren hjælper mere end en pjece."),
    lesson("aftal", "5 aftaler", "Aftal, hvem der ser på tallene, før nogen måler."),
)
"""A few, of which two are alike."""
