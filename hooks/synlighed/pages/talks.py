"""Talks to order: what each ambassador tells about, with an e-mail that is almost written."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from synlighed.catalogue import Catalogue
from synlighed.made import talks_of
from synlighed.model.ambassadors import Ambassador
from synlighed.model.fields import UNKNOWN
from synlighed.pages.here import Here, render
from synlighed.pages.recipe import Recipe
from synlighed.places import TALKS, TITLES
from synlighed.sitepage import SitePage
from synlighed.urls import page_uri


@dataclass(frozen=True)
class Talk:
    """Something that an ambassador tells about."""

    topic: str
    mail: str
    """The address that begins an e-mail; empty when none can be sent."""


@dataclass(frozen=True)
class Speaker:
    """An ambassador, and what can be ordered."""

    ambassador: Ambassador
    unit: str
    talks: tuple[Talk, ...]


def talks_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """The page, if there is anybody to ask."""
    if talks_of(catalogue):
        yield Recipe(TALKS, _page)


def _page(here: Here) -> SitePage:
    title = TITLES[TALKS]
    found = here.catalogue.items(Ambassador.kind.key)
    speakers = [speaker_of(one, here) for one in found if isinstance(one, Ambassador)]
    body = render(
        "talks.html",
        here,
        title=title,
        speakers=[one for one in speakers if one.talks],
    )
    return SitePage(
        uri=page_uri(here.url),
        title=title,
        body=body,
        meta={
            "description": "Find et emne, og skriv til den ambassadør, der fortæller om det.",
            "hide": ("navigation", "toc"),
        },
    )


def speaker_of(ambassador: Ambassador, here: Here) -> Speaker:
    """What can be ordered of an ambassador."""
    unit = here.catalogue.find("organisations", str(ambassador.unit))
    topics = () if ambassador.topics is UNKNOWN else ambassador.topics
    takes_orders = isinstance(ambassador.mailbox, str) and ambassador.available is not False
    return Speaker(
        ambassador,
        unit.title if unit else "",
        tuple(Talk(topic, _mail(ambassador, topic) if takes_orders else "") for topic in topics),
    )


def _mail(ambassador: Ambassador, topic: str) -> str:
    """An e-mail with what the one who answers must know (RFC 6068)."""
    subject, body = f"Vi vil gerne høre: {topic}", _LETTER.format(topic=topic)
    return f"mailto:{ambassador.mailbox}?subject={quote(subject)}&body={quote(body)}"


# Line breaks as RFC 6068, 5, has them.
_LETTER = """\
Hej\r
\r
Vi vil gerne høre oplægget »{topic}«.\r
\r
Hvem vi er (afdeling og sted): \r
Hvor mange vi er: \r
Hvornår det passer os: \r
Hvor længe vi har: \r
På stedet eller online: \r
Det vil vi især gerne vide noget om: \r
"""
