"""Data in which every free text is meant to break out of the page, file or cell it is in."""

import random
from collections import Counter
from pathlib import Path

import yaml

from synlighed import markdown
from synlighed.model.declare import Field
from synlighed.model.fields import Markdown
from tests.corpus import write_corpus

TEXTS = (Path(__file__).parent / "hostile.txt").read_text(encoding="utf-8").splitlines()
"""Each does harm if it is ever read as code: it then leaves the word `plantet` behind."""

ITEMS = 230
SHORT = {"title": 60, "name": 60}
"""As long as these fields may be, with a number after it; the shortest of the others takes 200."""


def write_hostile(folder: Path) -> Path:
    """Writes the folder: every text of `TEXTS` in every way that fields are shown."""
    write_corpus(folder, ITEMS, text=_Texts())
    (folder / "site.yml").write_text(_site(), encoding="utf-8")
    for number, file in enumerate(sorted((folder / "apps").glob("*.yml"))):
        with file.open("a", encoding="utf-8") as old:
            old.write(f"former_ids:\n- gammel-{number}\n")
    # One takes the calendar several pages, and of neither anything is hidden since it was.
    _come_every_week(folder / "events" / "events-1.yml", "webinar", "1. december 2028")
    _come_every_week(folder / "events" / "events-2.yml", "seminar", "1. februar 2027")
    return folder


def _come_every_week(file: Path, type_: str, until: str) -> None:
    """Makes of an event a series that is still to come."""
    event = yaml.safe_load(file.read_text(encoding="utf-8"))
    first = "1. december 2026"
    event["repeats"] = {"every": "uge", "until": until}
    event |= {
        "type": type_,
        "starts": f"{first} kl. 9.00",
        "ends": "kl. 15.00",
        "content_status": "klar",
    }
    event["registration"]["deadline"] = "30. november 2026"
    event["changes"][0] |= {"starts": "2. december 2026 kl. 10.00", "ends": "kl. 18.00"}
    for part in (*event["changes"], *event["materials"]):
        part["occurrence"] = first
    file.write_text(yaml.safe_dump(event, allow_unicode=True), encoding="utf-8")


class _Texts:
    """Goes through the texts once for each name of a field."""

    def __init__(self) -> None:
        self.turns: Counter[str] = Counter()

    def __call__(self, rng: random.Random, field: Field) -> str:
        text = TEXTS[self.turns[field.key] % len(TEXTS)]
        self.turns[field.key] += 1
        if field.type is Markdown:
            return _prose(text)
        if field.key == "summary":
            return f"{text} plantet i et resumé"
        return text[: SHORT.get(field.key)]


def _prose(text: str) -> str:
    """The text wherever Markdown lets it stand, as far as the rules for links let it be built."""
    forms = ["    {}", "{}", "- {}", "# {}", "**{}**", "`{}`", "[{}](https://ond.example/)"]
    built = "\n\n".join(form.format(text) for form in forms)
    while not all(markdown.is_outside(href) for href in markdown.links_in(built)):
        # What it is a link to is refused: what is left is shown as code.
        forms = forms[:1] if len(forms) > 1 else []
        built = "\n\n".join(form.format(text) for form in forms) or f"`plantet` {text[:1]}"
    return f"Prosa\n\n{built}"


def _gaps() -> list[dict[str, str]]:
    # New ones each time: YAML writes what is there twice as an alias.
    return [{"what": text, "help": text, "contact": "contacts-0"} for text in TEXTS]


def _jobs() -> list[dict[str, str]]:
    return [{"label": text, "help": text, "to": "apps"} for text in TEXTS]


def _site() -> str:
    words = [
        {"id": "synlighed", "name": TEXTS[4], "summary": TEXTS[0], "missing": _gaps()},
        {"id": "sikkerhed", "name": TEXTS[40], "summary": TEXTS[45]},
    ]
    tags = [{"id": "telemedicin", "name": TEXTS[1]}, {"id": "login", "name": TEXTS[30]}]
    challenges = [
        {"id": "a", "name": TEXTS[9], "summary": TEXTS[10], "missing": _gaps()},
        {"id": "b", "name": TEXTS[11]},
    ]
    roles = [
        {"id": "projektleder", "name": TEXTS[2], "heading": TEXTS[12], "summary": TEXTS[13]},
        {"id": "kliniker", "name": TEXTS[3], "opening": "\n\n".join(TEXTS), "jobs": _jobs()},
    ]
    sectors = [{"id": "kommune", "name": TEXTS[14], "values": ["kommune"], "jobs": _jobs()}]
    categories = [{"id": "drift", "name": TEXTS[7]}, {"id": "vaerktoejer", "name": TEXTS[8]}]
    subjects = [{"id": "virker-ikke", "name": TEXTS[5]}]
    doors = [{"title": text[:60], "text": text, "to": "apps"} for text in TEXTS]
    site = {
        "name": TEXTS[30],
        "organisation": TEXTS[38],
        "purpose": TEXTS[6],
        "contact": "contacts-0",
        "doors": doors,
        "feedback": {"mailbox": "svar@enhed.example"},
        "vocabularies": {
            "focus_areas": words,
            "challenges": challenges,
            "sectors": sectors,
            "tags": tags,
            "roles": roles,
            "subjects": subjects,
            "news_categories": categories,
        },
    }
    return yaml.safe_dump(site, allow_unicode=True, sort_keys=False)
