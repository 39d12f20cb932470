"""Whatever an editor can type arrives as the text it is, and nothing of it becomes more."""

import re
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from hypothesis import example, given, settings
from hypothesis import strategies as st

from synlighed.catalogue import Catalogue
from synlighed.model.fields import Markdown
from tests.calendar.events import event
from tests.newsletter.issues import (
    catalogue_of,
    html_in,
    mail_in,
    news,
    newsletter,
    parts,
    picture,
    read,
    text_in,
)
from tests.pages.real import contact

EVIL = (
    "<script>alert(1)</script>",
    "\r\nBcc: alle@sygehus.example\r\n\r\nHej",
    "x\nX-Unsent: 1",
    '"><img src=x onerror=alert(1)>',
    "=?utf-8?q?Bcc:_a@b?=",
    "{{ 7*7 }}{% if 1 %}",
    "javascript:alert(1)",
    "[klik](javascript:alert(1))",
    "--=_5b0a6c1e-7f0d-4a52-9d1c-000000000007_1--",
    "-- \n.\n.\r\nQUIT",
    "From en ven",
    "æøå ÆØÅ \U0001f600 \u202e\u200b\x00\x1b[31m",
    "a" * 400,
    "ø" * 400,
)
TEXT = st.one_of(st.sampled_from(EVIL), st.text(min_size=1, max_size=120))


def hostile(text: str, intro: str = "") -> Catalogue:
    """An issue that brings one text only, in every place, also where the check would stop it."""
    story = news(picture={"file": "telefon.png", "alt": "x"})
    assert story.picture
    told: dict[str, Any] = {"title": text, "summary": text}
    evil_news = story.model_copy(
        update={**told, "picture": story.picture.model_copy(update={"alt": text})}
    )
    seminar = event(place="x").model_copy(update={**told, "place": text})
    issue = newsletter(
        contents=[{"news": "nyheden", "text": "x"}, {"news": "nyheden"}, {"event": "seminar"}],
        planned_work=[{"title": "x", "starts": "2. december 2026 kl. 22"}],
    )
    own, *stories = issue.contents
    issue = issue.model_copy(
        update={
            **told,
            "intro": Markdown(intro or text),
            "contents": (own.model_copy(update={"text": text}), *stories),
            "planned_work": (issue.planned_work[0].model_copy(update={"title": text}),),
        }
    )
    who = contact(mailbox="hjaelp@maaleriet.example").model_copy(update={"title": text})
    return catalogue_of(
        issue, evil_news, seminar, who,
        pictures=(picture(),), name=text, organisation=text,
    )  # fmt: skip


HARMLESS = hostile("Ufarlig tekst", "x")


@settings(max_examples=120)
@given(TEXT)
@example("\r\nBcc: alle@sygehus.example")
@example("æ" * 60 + "\n" + "ø" * 60)
@example("a" * 90)
def test_a_text_makes_no_header_and_no_part(text: str) -> None:
    message, plain = read(mail_in(hostile(text))), read(mail_in(HARMLESS))
    assert message.keys() == plain.keys()
    assert parts(message) == parts(plain)
    assert [one.get_filename() for one in message.walk()] == [
        one.get_filename() for one in plain.walk()
    ]
    assert words(message["Subject"]).startswith("Nyhedsbrev7:")
    # Text that looks like an encoded word is read as one: in a subject, where it is a text still.
    assert words(message["Subject"]).endswith(words(text)) or "=?" in text


@settings(max_examples=120)
@given(TEXT)
def test_a_text_makes_no_element_in_html(text: str) -> None:
    """But in the introduction, which is Markdown: what becomes of that is tested with pages."""
    found, plain = (
        html5lib.parse(html_in(catalogue), namespaceHTMLElements=False)
        for catalogue in (hostile(text, "x"), HARMLESS)
    )
    assert shape(found) == shape(plain)
    assert words("".join(found.itertext())).count(words(text)) >= 8
    for link in found.iter("a"):
        assert re.match("https://intra.example/|mailto:", link.get("href"))


@settings(max_examples=120)
@given(TEXT)
def test_a_text_is_there_to_read(text: str) -> None:
    """Every word of it, in the order it was written."""
    assert words(text) in words(text_in(hostile(text)))
    assert text_in(hostile(text)).count("\n-- \n") == 1


def shape(html: Element) -> list[tuple[object, list[str]]]:
    """The elements of a document, with the names of their attributes."""
    return [(element.tag, sorted(element.attrib)) for element in html.iter()]


def words(text: str) -> str:
    """The words of a text, without what no mail can hold, and however they are set in lines."""
    seen = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    return "".join(seen.split())
