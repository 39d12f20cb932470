"""A data folder of any size, made from the declarations: every field of every kind is filled in.

The same size and seed give the same bytes. One contact point owns half of all items, since that is
how real organisations look and where quadratic costs hide.
"""

import random
import string
import uuid
import zlib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args, get_origin

import yaml

from synlighed.danish.dates import PartialDate, format_date
from synlighed.danish.half_years import HalfYear
from synlighed.model import Model, discover
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.events import Event
from synlighed.model.fields import (
    DownloadName,
    Mailbox,
    Markdown,
    Number,
    PagePath,
    Phone,
    PictureName,
    Reference,
    Unknown,
    Url,
    Uuid,
    Word,
)
from synlighed.model.item import Item
from synlighed.model.metrics import Metric, Scale
from synlighed.model.newsletters import Newsletter
from synlighed.model.published import Published
from synlighed.model.trends import Trend
from synlighed.visibility import Edition

WORDS = [
    "appen",
    "patienten",
    "viser",
    "svar",
    "fra",
    "sygehuset",
    "og",
    "giver",
    "overblik",
    "over",
    "forløb",
    "med",
    "aftaler",
    "på",
    "telefonen",
    "så",
    "afdelingen",
    "kan",
    "se",
    "data",
    "hjemme",
    "hos",
    "borgeren",
    "uden",
    "at",
    "ringe",
    "når",
    "læger",
    "skal",
    "måle",
    "blodtryk",
    "følge",
    "sår",
    "dele",
    "billeder",
    "med",
    "kommunen",
    "samtykke",
    "login",
    "enhed",
    "drift",
    "test",
]
SHARES = {
    "apps": 0.364,
    "projects": 0.19,
    "services": 0.15,
    "terms": 0.09,
    "ambassadors": 0.03,
    "organisations": 0.03,
    "contacts": 0.03,
    "lessons": 0.02,
    "news": 0.02,
    "events": 0.01,
    "criteria": 0.01,
    "guidelines": 0.01,
    "notices": 0.01,
    "groups": 0.004,
    "newsletters": 0.004,
    "policies": 0.004,
    "processes": 0.004,
    "references": 0.004,
    "routes": 0.004,
    "metrics": 0.004,
    "tools": 0.004,
    "trends": 0.004,
}
"""They come to one, so that a corpus is as large as it is said to be."""
TODAY = date(2026, 11, 23)
BIG_OWNER = "contacts-0"
WORKING_DAYS = [
    day
    for day in (TODAY + timedelta(days=number) for number in range(-300, 300))
    # A Tuesday is followed by a day when nothing is closed but for 5 June, and is never a holiday.
    if day.weekday() == 1
]
"""Days on which something can begin, before and after today."""

SITE = """\
name: Prøve
organisation: En region
purpose: Et sted at prøve, hvad siden kan rumme.
contact: contacts-0
doors:
  - {title: Findes det?, text: Se efter her., to: apps}
vocabularies:
  focus_areas:
    - {id: synlighed, name: Synlighed, summary: Kendskab til det der findes.}
    - id: sikkerhed
      name: Sikkerhed
      missing:
        - {what: Et svar., help: Spørg., contact: contacts-0}
  challenges:
    - {id: a, name: Adgang}
    - {id: b, name: Deling}
  tags:
    - {id: telemedicin, name: Telemedicin}
    - {id: login, name: Login}
  roles:
    - {id: projektleder, name: Projektleder}
    - id: kliniker
      name: Kliniker
      heading: Til klinikere
      opening: Til dig, der har travlt.
      jobs:
        - {label: Findes det?, help: Se efter her., to: apps}
        - {label: Hvem svarer?, contact: contacts-0}
  sectors:
    - {id: kommune, name: Kommune, values: [kommune, kommuner]}
  subjects:
    - {id: virker-ikke, name: Noget virker ikke}
  news_categories:
    - {id: drift, name: Drift}
    - {id: vaerktoejer, name: Værktøjer}
"""

LIST = "tjekliste.csv"
CHECKLIST = "Punkt;Gjort\nAppen er prøvet af på en delt telefon;\n"
"""What readers take home, and its name."""

Text = Callable[[random.Random, Field], str]


def write_corpus(
    folder: Path,
    size: int,
    *,
    model: Model | None = None,
    shares: Mapping[str, float] = SHARES,
    seed: int = 1,
    text: Text | None = None,
) -> Path:
    """Writes a data folder of about `size` items.

    Args:
        folder: Where; made if it is not there.
        size: How many items, spread over the kinds.
        model: The kinds; all of them by default.
        shares: Of the items, how many are of each kind; of every kind there are a few.
        seed: Another seed gives other items.
        text: Makes the free texts; words about apps by default.
    """
    model = model or discover()
    ids = {
        kind.kind.key: [
            f"{kind.kind.key}-{number}"
            for number in range(max(3, round(size * shares.get(kind.kind.key, 0.05))))
        ]
        for kind in model
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "site.yml").write_text(SITE, encoding="utf-8")
    (folder / "pictures").mkdir(exist_ok=True)
    (folder / "pictures" / "prik.png").write_bytes(dot())
    (folder / "files").mkdir(exist_ok=True)
    (folder / "files" / LIST).write_text(CHECKLIST, encoding="utf-8")
    for kind in model:
        (folder / kind.kind.key).mkdir(exist_ok=True)
        for id in ids[kind.kind.key]:
            maker = _Maker(random.Random(f"{seed}{id}"), ids, text or _words)
            file = folder / kind.kind.key / f"{id}.yml"
            file.write_text(maker.item(kind, id), encoding="utf-8")
    return folder


class _Maker:
    def __init__(self, rng: random.Random, ids: dict[str, list[str]], text: Text) -> None:
        self.rng, self.ids, self.text = rng, ids, text
        self.id = ""
        self.must_stand = False
        """Whether the item cannot do without the field being made."""

    def item(self, kind: type[Item], id: str) -> str:
        self.id = id
        fields = self.fields(kind)
        if self.rng.random() < 0.5:
            fields["owner"] = BIG_OWNER
        text = yaml.dump(fields, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        return f"# yaml-language-server: $schema=../schema/{kind.kind.key}.json\n{text}"

    def fields(self, part: type[Part]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        ones = [key for key in part.only_one if key != "next"]
        one = self.rng.choice(ones) if ones else ""
        for field in fields_of(part):
            if issubclass(part, Item):
                # The first of those of which one must stand; so the others may all be lost.
                self.must_stand = (
                    field.required
                    or bool(field.declared.needed)
                    or field.key in part.kind.one_of[:1]
                )
            if part.only_one and field.key in part.only_one and field.key != one:
                continue
            if not field.declared.acyclic and field.key != "former_ids":
                made[field.key] = self.field(field)
        if part is Event:
            self.at_a_time(made)
        if issubclass(part, Published):
            self.come_out(made, part)
        if part is Metric:
            self.in_order(made)
        if part is Scale:
            made |= {"least": "0", "most": "100"}
        if part is Trend:
            self.as_moved(made)
        if "visibility" in made:
            made["visibility"] = visibility_of(self.id).value
        if "title" in made:
            made["title"] = f"{made['title'][:60]} {self.id.rpartition('-')[2]}"
        return made

    def at_a_time(self, event: dict[str, Any]) -> None:
        """Sees to that what an event says of its times fits together; every second is a series."""
        starts = self.rng.choice(WORKING_DAYS)
        event["starts"] = f"{format_date(starts)} kl. {self.rng.randint(8, 14)}.00"
        event["ends"] = f"kl. {self.rng.randint(15, 17)}.00"
        event["repeats"] = {
            "every": "uge",
            "until": format_date(starts + timedelta(weeks=6)),
            "exceptions": [format_date(starts + timedelta(weeks=2))],
        }
        event["registration"]["deadline"] = format_date(starts - timedelta(days=9))
        change = event["changes"][0]
        event["changes"] = [change]
        for part in (change, *event["materials"]):
            part["occurrence"] = format_date(starts)
        change |= {"what": "flyttet", "ends": "kl. 18.00", "online_only": "nej", "onwards": "nej"}
        change["starts"] = f"{format_date(starts + timedelta(days=1))} kl. 10.00"
        change["date"] = format_date(TODAY - timedelta(days=2))
        if int(self.id.rpartition("-")[2]) % 2:
            del event["repeats"]
            for part in (change, *event["materials"]):
                del part["occurrence"]

    def in_order(self, metric: dict[str, Any]) -> None:
        """Sees to that a series is one: a point a month, and only the last expected."""
        for months, point in enumerate(metric["points"]):
            point |= {"date": f"2026-{months + 3:02}", "forecast": "nej"}
        metric["points"][-1] |= {"date": "2027", "forecast": "ja"}

    def as_moved(self, trend: dict[str, Any]) -> None:
        """Sees to that a trend is what it was moved to, after somebody saw it."""
        words = [trend["assessment"], "følg" if trend["assessment"] != "følg" else "afvent"]
        for number, move in enumerate(trend["moves"]):
            move["date"] = format_date(TODAY - timedelta(days=400 - number))
            move["assessment"] = words[(len(trend["moves"]) - 1 - number) % 2]
        trend["first_seen"] = "2019"
        trend["assessed_on"] = format_date(TODAY - timedelta(days=self.rng.randint(0, 300)))
        trend["next_review"] = format_date(TODAY + timedelta(days=self.rng.randint(0, 300)))

    def come_out(self, item: dict[str, Any], kind: type[Item]) -> None:
        """Sees to that every newsletter comes out after the news it brings, and has its number."""
        item["content_status"] = "klar"
        key = "contents" if kind is Newsletter else "about"
        # By what it names, and not by the words beside that.
        named = {next(iter(part.items())): part for part in reversed(item[key])}
        item[key] = list(reversed(named.values()))
        if kind is Newsletter:
            number = int(self.id.rpartition("-")[2])
            item["number"] = number + 1
            item["date"] = format_date(TODAY - timedelta(days=300 - number % 300))

    def field(self, field: Field) -> Any:
        if not field.many:
            return self.one(field)
        if field.declared.vocabulary == "challenges":
            # Draws nothing: of what comes after it, another draw may name only what is hidden.
            return ["ab"[int(self.id.rpartition("-")[2]) % 2]]
        values = [self.one(field) for _ in range(self.rng.randint(1, 3))]
        if field.key == "updates":
            values.sort(key=lambda update: update["at"])
        return [v for n, v in enumerate(values) if v not in values[:n]]

    def one(self, field: Field) -> Any:
        type_ = field.type
        if field.part:
            return self.fields(field.part)
        if field.choices:
            return self.rng.choice(field.choices)
        if type_ is Reference:
            others = [id for id in self.ids[field.declared.to][:50] if id != self.id]
            if self.must_stand:
                readers = visibility_of(self.id)
                seen = [id for id in others if readers.shows(visibility_of(id))]
                return self.rng.choice(seen or [BIG_OWNER])
            return self.rng.choice(others)
        if type_ is Word:
            vocabulary = {
                "focus_areas": ["synlighed", "sikkerhed"],
                "tags": ["telemedicin", "login"],
                "roles": ["projektleder", "kliniker"],
                "subjects": ["virker-ikke"],
                "news_categories": ["drift", "vaerktoejer"],
            }
            return self.rng.choice(vocabulary[field.declared.vocabulary])
        if type_ in _FIXED:
            return _FIXED[type_](self.rng, field)
        if field.declared.unique:
            return f"dk.{self.id}.a{self.rng.randrange(10**9)}"
        return self.text(self.rng, field)


def _words(rng: random.Random, field: Field) -> str:
    if field.type is Markdown:
        paragraphs = [" ".join(rng.choices(WORDS, k=40)).capitalize() for _ in range(3)]
        return ".\n\n".join(paragraphs) + f".\n\n- {rng.choice(WORDS)}\n- **{rng.choice(WORDS)}**\n"
    return " ".join(rng.choices(WORDS, k=5 if field.key != "summary" else 12)).capitalize()


def _day(rng: random.Random, field: Field) -> str:
    """A day in the past, in the order that pairs of dates must have."""
    late = field.key in ("last_reviewed", "valid_until", "valid_to", "end")
    return format_date(TODAY - timedelta(days=rng.randint(0, 300) + (0 if late else 400)))


def _moment(rng: random.Random, field: Field) -> str:
    """A minute in the past, in the same order, and written so that texts sort by time."""
    days = rng.randint(1, 300) + (0 if field.key == "ends" else 400)
    # Never in the night, when the clocks change.
    of_day = timedelta(minutes=rng.randint(4 * 60, 23 * 60))
    moment = datetime.combine(TODAY, time()) - timedelta(days=days) + of_day
    return f"{moment:%Y-%m-%d %H.%M}"


_FIXED: dict[Any, Callable[[random.Random, Field], Any]] = {
    date: _day,
    datetime: _moment,
    PartialDate: lambda rng, field: "2019" if field.key in ("start", "in_use_from") else "2027",
    HalfYear: lambda rng, field: f"{rng.choice((1, 2))}. halvår 2027",
    Decimal: lambda rng, field: f"{rng.randint(0, 99)},{rng.randint(1, 9)}",
    DownloadName: lambda rng, field: LIST,
    bool: lambda rng, field: rng.choice(("ja", "nej")),
    int: lambda rng, field: rng.randint(1, 24),
    Url: lambda rng, field: f"https://www.example.org/{rng.choice(WORDS)[:4].replace('å', 'a')}",
    Mailbox: lambda rng, field: "apps@enhed.example",
    Number: lambda rng, field: (
        f"{''.join(rng.choices(string.ascii_uppercase, k=4))}-{rng.randint(100, 999)}"
    ),
    PagePath: lambda rng, field: "hjaelp/",
    Phone: lambda rng, field: "70 00 00 00",
    PictureName: lambda rng, field: "prik.png",
    Uuid: lambda rng, field: str(uuid.UUID(int=rng.getrandbits(128), version=4)),
    Unknown: lambda rng, field: "ukendt",
}


def dot(says: str = "") -> bytes:
    """The smallest picture: one black dot, as PNG, with a text that nobody sees."""

    def chunk(name: bytes, content: bytes) -> bytes:
        sum_ = zlib.crc32(name + content).to_bytes(4, "big")
        return len(content).to_bytes(4, "big") + name + content + sum_

    header = chunk(b"IHDR", bytes((0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0"))
    text = chunk(b"tEXt", f"Comment\0{says}".encode())
    return b"\x89PNG\r\n\x1a\n" + header + text + pixels + chunk(b"IEND", b"")


def visibility_of(id: str) -> Edition:
    """Who may see an item: of three in a row everyone, partners, and only those inside."""
    return list(Edition)[2 - int(id.rpartition("-")[2]) % 3]


def is_free_text(field: Field) -> bool:
    """Whether a field takes any text an editor can think of."""
    return field.type is Markdown or (
        (field.type is str and not field.declared.unique)
        and get_origin(field.type) is None
        and not get_args(field.type)
    )
