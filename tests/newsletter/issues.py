"""An issue that brings something of everything, and its mail read as another program reads it."""

import struct
import zlib
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from typing import Any

from synlighed.addresses import Addresses
from synlighed.catalogue import Catalogue
from synlighed.edition import narrow
from synlighed.model import discover
from synlighed.model.lessons import Lesson
from synlighed.model.news import News
from synlighed.model.newsletters import Newsletter
from synlighed.model.notices import Notice
from synlighed.model.site import Mailing, Site
from synlighed.model.wordlists import Vocabularies
from synlighed.newsletter.html import html_of
from synlighed.newsletter.letter import Letter, letter_of
from synlighed.newsletter.message import message_of
from synlighed.newsletter.text import text_of
from synlighed.pictures import Picture
from synlighed.sitepage import Settings
from synlighed.visibility import Edition
from tests.calendar.events import event, moved
from tests.export.sample import COMMON, TODAY, site
from tests.pages.calendars import SERIES
from tests.pages.real import app, contact

SETTINGS = Settings("https://intra.example/")

MAILING = Mailing.model_validate(
    {
        "sender": "nyhedsbrev@maaleriet.example",
        "list": "alle@maaleriet.example",
        "list_id": "nyhedsbrev.maaleriet.example",
        "unsubscribe": "afmeld@maaleriet.example",
    }
)


def news(id: str = "nyheden", number: int = 1, **fields: Any) -> News:
    given = {"title": "Vægten kan låne", "category": "drift", "text": "Hele nyheden."}
    return News.model_validate(
        {**COMMON, **_published(id, "news", number), **given, "owner": "hjaelpen", **fields}
    )


def newsletter(id: str = "nyhedsbrev-7", number: int = 7, **fields: Any) -> Newsletter:
    given = {"title": "Vagttelefonen viser vagten", "number": str(number), "intro": "Læs det hele."}
    return Newsletter.model_validate(
        {**COMMON, **_published(id, "newsletters", number), **given, "owner": "hjaelpen", **fields}
    )


def _published(id: str, kind: str, number: int) -> dict[str, Any]:
    uid = f"5b0a6c1e-7f0d-4a52-9d1c-{number:012d}"
    place = {"id": id, "source": f"data/{kind}/{id}.yml"}
    return {**place, "uid": uid, "date": "20. november 2026"}


def lesson(id: str = "laert", **fields: Any) -> Lesson:
    unknown = {
        name: "ukendt"
        for name, field in Lesson.model_fields.items()
        if field.is_required() and name not in {*COMMON, "id", "source", "title"}
    }
    given = {"id": id, "source": f"data/lessons/{id}.yml", "title": "Spørg den første uge"}
    given["confidence"] = "gentaget"
    return Lesson.model_validate({**COMMON, **unknown, **given, **fields})


def notice(id: str = "vedligehold", **fields: Any) -> Notice:
    given = {
        "id": id,
        "source": f"data/notices/{id}.yml",
        "title": "Ny server",
        "type": "vedligehold",
        "impact": "nede",
        "text": "Vent til bagefter.",
        "apps": ["min-plan"],
        "starts": "2. december 2026 kl. 22",
        "ends": "3. december 2026 kl. 1",
    }
    return Notice.model_validate({**COMMON, **given, **fields})


def picture(name: str = "telefon.png", width: int = 1200, height: int = 2) -> Picture:
    """A real PNG, grey all over."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        sum_ = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", sum_)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)), 9)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b""))
    return Picture(name, b"\x89PNG\r\n\x1a\n" + b"".join(parts), width, height)


RICH = newsletter(
    title="Vagttelefonen viser, hvem der har vagten, og æ, ø & å kommer helt frem",
    summary="En ny app, et seminar og det, tre projekter lærte i efteråret; alt <i> orden.",
    date="23. november 2026",
    example="ja",
    intro="""Denne gang handler det mest om **vagttelefonen**.

- Har du kun et minut, så læs om [den nye app](apps/min-plan).
- Skriv til [os](mailto:hjaelp@maaleriet.example), eller se <https://www.dst.dk/>.

> Nogen sagde: 1 < 2 & 3.
""",
    contents=[
        {"news": "haster"},
        {"news": "billede", "text": "Se selv, og prøv den, før I laver jeres egen & anden."},
        {"app": "min-plan"},
        {"event": "apps-i-ambulatoriet"},
        {"event": "moede"},
        {"event": "kladde"},
        {"notice": "vedligehold"},
        {"lesson": "laert"},
    ],
    planned_work=[
        {"title": "Opdatering af <serveren>", "starts": "5. december 2026 kl. 22"},
        {
            "title": "Nye certifikater på alle de maskiner, der står i kælderen under sygehuset",
            "starts": "6. december 2026 kl. 22",
            "ends": "7. december 2026 kl. 2",
        },
    ],
)

ITEMS = (
    RICH,
    news("haster", 2, title="Ring direkte til vagten", urgent="ja", example="ja"),
    news("billede", 3, picture={"file": "telefon.png", "alt": 'En telefon, som siger "Vagt".'}),
    app(description="En plan.", visibility="offentlig"),
    event(
        "apps-i-ambulatoriet",
        place="Auditoriet, Odense",
        url="https://video.example/moede",
        changes=[moved("25. november 2026 kl. 9", ends="kl. 10")],
        example="ja",
    ),
    event(**SERIES),
    event("kladde", title="Kladden", content_status="udkast"),
    notice(),
    lesson(visibility="partner"),
    contact(mailbox="hjaelp@maaleriet.example"),
)


def catalogue_of(*items: Any, pictures: tuple[Picture, ...] = (), **settings: Any) -> Catalogue:
    """A catalogue of these items in a site that mails its newsletter."""
    words = {"news_categories": [{"id": "drift", "name": "Drift"}]}
    update = {
        "doors": (),
        "contact": "hjaelpen",
        "newsletter": MAILING,
        "vocabularies": Vocabularies.model_validate(words),
        **settings,
    }
    given = Site.model_copy(site(), update=update)
    return Catalogue(discover(), given, items, pictures={one.name: one for one in pictures})


@cache
def rich() -> Catalogue:
    """All that the issue brings, as those inside see it on a day."""
    return narrow(catalogue_of(*ITEMS, pictures=(picture(),)), Edition.INTERNAL, TODAY)


def letter_in(catalogue: Catalogue, id: str = RICH.id) -> Letter:
    issue = catalogue.get(Newsletter.kind.key, id)
    assert isinstance(issue, Newsletter)
    return letter_of(issue, catalogue, Addresses(catalogue), SETTINGS)


def mail_in(catalogue: Catalogue, id: str = RICH.id) -> bytes:
    """The mail of an issue."""
    return message_of(letter_in(catalogue, id), catalogue, SETTINGS)


def html_in(catalogue: Catalogue, id: str = RICH.id) -> str:
    return html_of(letter_in(catalogue, id))


def text_in(catalogue: Catalogue, id: str = RICH.id) -> str:
    return text_of(letter_in(catalogue, id))


def read(mail: bytes) -> EmailMessage:
    """A mail, without a fault in it or in any part of it."""
    message = message_from_bytes(mail, policy=policy.default)
    assert isinstance(message, EmailMessage)
    for part in message.walk():
        assert not part.defects, part.defects
        for name, value in part.items():
            assert not value.defects, (name, value.defects)
    return message


def parts(message: EmailMessage) -> list[str]:
    """The types of all parts, each as deep as it lies."""

    def below(part: EmailMessage, depth: int) -> list[str]:
        found = [f"{'  ' * depth}{part.get_content_type()}"]
        for inner in part.iter_parts():
            assert isinstance(inner, EmailMessage)
            found += below(inner, depth + 1)
        return found

    return below(message, 0)


def part(message: EmailMessage, type_: str) -> EmailMessage:
    """The first part of a type."""
    found = next(one for one in message.walk() if one.get_content_type() == type_)
    assert isinstance(found, EmailMessage)
    return found


def text_of_part(message: EmailMessage, type_: str) -> str:
    """What the first part of a type says, with lines that end as they do here."""
    content = part(message, type_).get_content()
    assert isinstance(content, str)
    return content.replace("\r\n", "\n")
