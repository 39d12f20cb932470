"""Events of every sort with what they name, and the calendar files of a site of them."""

from typing import Any

from synlighed.model.ambassadors import Ambassador
from synlighed.model.groups import Group
from synlighed.model.wordlists import Vocabularies
from synlighed.sitepage import Settings
from tests.calendar.events import CANCELLED, MONTHLY, SETTINGS, event, files_of, moved
from tests.export.sample import COMMON
from tests.pages.real import catalogue_of, contact

WHOLE = "kalender/kalender.ics"

SERIES: dict[str, Any] = {
    "id": "moede",
    "title": "Vidensgruppen, alle sammen",
    "type": "gruppemøde",
    "repeats": MONTHLY,
}


def group(id: str = "vidensgruppe", **fields: Any) -> Group:
    given = {"title": "Vidensgruppe", "type": "vidensgruppe", "purpose": "At dele viden."}
    unknown = dict.fromkeys(("can_ask", "how_to_join", "meets", "contact"), "ukendt")
    place = {"id": id, "source": f"data/groups/{id}.yml"}
    return Group.model_validate({**COMMON, **place, **given, **unknown, **fields})


def ambassador(id: str) -> Ambassador:
    given = {"title": "Ambassadør på OUH", "unit": "ukendt", "mailbox": "ukendt"}
    place = {"id": id, "source": f"data/ambassadors/{id}.yml", "topics": "ukendt"}
    return Ambassador.model_validate({**COMMON, **place, **given})


def roles(*names: str) -> dict[str, Any]:
    """The settings of a site with these roles."""
    words = [{"id": name.lower(), "name": name} for name in names]
    return {"vocabularies": Vocabularies.model_validate({"roles": words})}


FULL = (
    event(
        "apps-i-ambulatoriet",
        summary="Tre afdelinger fortæller; bagefter er der kaffe, kage og 😀.",
        former_ids=["ambulatoriet"],
        place="Auditoriet, Odense",
        url="https://video.example/moede;a,b",
        contact="mobile-apps",
        speakers=["ambassadoer-ouh"],
        speaker_roles=["projektleder"],
        registration={
            "url": "https://kurser.example/",
            "deadline": "20. januar 2027 kl. 12",
            "note": "Der er frokost.",
        },
        groups=["vidensgruppe"],
        seats="40",
        example="ja",
        changes=[
            moved("25. oktober 2026 kl. 2.30 vintertid", ends="kl. 4", place="Sal 2"),
            {**CANCELLED, "date": "22. november 2026", "reason": "For få var meldt til."},
        ],
    ),
    event(
        **SERIES,
        groups=["vidensgruppe"],
        changes=[moved("10. marts 2027 kl. 9", occurrence="2. marts 2027")],
    ),
    event("frist", title="Frist for forslag", type="frist", starts="1. marts 2027", ends=None),
    event("dage", title="To dage", starts="27. februar 2027", ends="28. februar 2027"),
    event("kladde", title="Kladden", type="webinar", content_status="udkast"),
)
AROUND = (
    contact("mobile-apps", title='Mobile "apps", team', mailbox="apps@region.example"),
    ambassador("ambassadoer-ouh"),
    group(former_ids=["gruppen"]),
)


def full(settings: Settings = SETTINGS) -> dict[str, bytes]:
    """The files of all of them."""
    return files_of(catalogue_of(*FULL, *AROUND, **roles("Projektleder")), settings)
