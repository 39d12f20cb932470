"""The mail of an issue: what is in it, and that two programs read it alike."""

import hashlib
import os
import re
import subprocess
import sys
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path

import mailparser
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from synlighed.edition import narrow
from synlighed.feeds.texts import line
from synlighed.newsletter.message import message_of
from synlighed.visibility import Edition
from tests.conftest import ROOT
from tests.export.expected import assert_expected
from tests.export.sample import TODAY
from tests.newsletter.issues import (
    ITEMS,
    RICH,
    SETTINGS,
    catalogue_of,
    html_in,
    letter_in,
    mail_in,
    news,
    newsletter,
    part,
    parts,
    picture,
    read,
    rich,
    text_in,
    text_of_part,
)
from tests.pages.real import contact

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (lambda: mail_in(rich()).decode("ascii").replace("\r\n", "\n"), "rich.eml"),
        (lambda: html_in(rich()), "rich.html"),
        (lambda: text_in(rich()), "rich.txt"),
    ],
    ids=["eml", "html", "txt"],
)
def test_a_rich_issue_is_as_expected(made, name: str) -> None:  # type: ignore[no-untyped-def]
    assert_expected(made(), GOLDEN / name)


def test_what_is_in_it_lies_where_programs_look_for_it() -> None:
    assert parts(read(mail_in(rich()))) == [
        "multipart/mixed",
        "  multipart/alternative",
        "    text/plain",
        "    multipart/related",
        "      text/html",
        "      image/png",
        "  text/calendar",
        "  text/calendar",
    ]
    plain = catalogue_of(newsletter(), contact())
    only = ["multipart/alternative", "  text/plain", "  text/html"]
    assert parts(read(mail_in(plain, "nyhedsbrev-7"))) == only


def test_its_text_and_html_are_those_of_the_letter() -> None:
    message = read(mail_in(rich()))
    assert text_of_part(message, "text/plain") == text_in(rich())
    told = text_of_part(message, "text/html")
    # Its pictures are in the mail; where no mail is, they are on the site.
    here = re.sub(r'src="[^"]*"', "", told)
    assert here == re.sub(r'src="[^"]*"', "", html_in(rich()))
    assert re.findall(r'src="([^:"]+):', told) == ["cid"]
    assert re.findall(r'src="([^"]+)"', html_in(rich())) == [
        "https://intra.example/billeder/telefon.png"
    ]


def test_each_picture_is_found_by_its_name() -> None:
    message = read(mail_in(rich()))
    image, html = part(message, "image/png"), text_of_part(message, "text/html")
    assert image.get_content() == picture().content
    assert image.get_content_disposition() == "inline"
    assert image["Content-ID"].strip("<>") in re.findall(r'src="cid:([^"]+)"', html)


def test_each_event_is_a_file_and_no_invitation() -> None:
    found = {one.get_filename(): one for one in read(mail_in(rich())).iter_attachments()}
    assert list(found) == ["apps-i-ambulatoriet.ics", "moede-2027-02-02.ics"]
    for name, attached in found.items():
        content = attached.get_payload(decode=True)
        assert isinstance(content, bytes)
        assert b"METHOD" not in content and attached.get_param("method") is None
        [event] = Calendar.from_ical(content).walk("VEVENT")
        assert str(event["URL"]).removeprefix("https://intra.example/kalender/").rstrip(
            "/"
        ).replace("/", "-") == name.removesuffix(".ics")
        assert attached.get_content_disposition() == "attachment"


def test_headers_say_who_and_when_by_the_data_alone() -> None:
    message = read(mail_in(rich()))
    assert dict(message.items()) | {"Content-Type": ""} == {
        "From": "Måleriet <nyhedsbrev@maaleriet.example>",
        "To": "alle@maaleriet.example",
        "Subject": f"Eksempel: Nyhedsbrev 7: {RICH.title}",
        "Date": "Mon, 23 Nov 2026 08:00:00 +0100",
        "Message-ID": f"<{RICH.uid}@nyhedsbrev.maaleriet.example>",
        "List-Id": "<nyhedsbrev.maaleriet.example>",
        "List-Unsubscribe": "<mailto:afmeld@maaleriet.example>",
        "MIME-Version": "1.0",
        "Content-Type": "",
        "Content-Language": "da",
    }


@settings(max_examples=100)
@given(st.text(min_size=1, max_size=90).filter(line))
@example("Synlighed")
@example('Apps, services & søn: "Ærø" <x@y.example>; (a) @ b\\')
@example("=?utf-8?q?x?=")
@example("Ældre " * 15)
def test_whatever_the_site_is_called_it_is_from_that(name: str) -> None:
    """And from no other: no sign of a name is taken for an address or for another header."""
    message = message_from_bytes(mail_in(catalogue_of(newsletter(), contact(), name=name)))
    words, _, address = message["From"].rpartition(" ")
    assert address == "<nyhedsbrev@maaleriet.example>"
    assert str(make_header(decode_header(words))) == line(name)
    assert all(len(line) <= 78 for line in message["From"].splitlines())
    [(_, found)] = getaddresses([message["From"]])
    assert found == "nyhedsbrev@maaleriet.example"


@pytest.mark.parametrize("name", ["Synlighed", "Apps, ting & søn", "Den røde by: nyt fra os"])
def test_another_program_reads_who_it_is_from(name: str) -> None:
    mail = mailparser.parse_from_bytes(mail_in(catalogue_of(newsletter(), contact(), name=name)))
    assert mail.from_ == [(name, "nyhedsbrev@maaleriet.example")]
    [sender] = read(mail_in(catalogue_of(newsletter(), contact(), name=name)))["From"].addresses
    assert sender.display_name == name


def test_an_hour_is_that_of_denmark_in_summer_too() -> None:
    summer = newsletter(date="6. juli 2026")
    date = read(mail_in(catalogue_of(summer, contact())))["Date"]
    assert parsedate_to_datetime(date).isoformat() == "2026-07-06T08:00:00+02:00"


def test_a_title_that_has_the_number_does_not_say_it_twice() -> None:
    titled = newsletter(title="Nyhedsbrev 7: Vagttelefonen")
    assert letter_in(catalogue_of(titled, contact())).subject == "Nyhedsbrev 7: Vagttelefonen"
    titled = newsletter(title="Nyhedsbrev 70 år")
    assert letter_in(catalogue_of(titled, contact())).subject == "Nyhedsbrev 7: Nyhedsbrev 70 år"


def test_without_a_list_it_is_still_a_letter() -> None:
    """To be sent by hand to whom one likes."""
    letter = letter_in(catalogue_of(newsletter(), contact(), newsletter=None))
    message = read(message_of(letter, rich(), SETTINGS, as_draft=True))
    assert not {"From", "To", "List-Id", "List-Unsubscribe"} & set(message.keys())
    assert message["Message-ID"] == f"<{letter.newsletter.uid}@intra.example>"


def test_only_the_file_opens_as_a_draft() -> None:
    letter = letter_in(rich())
    file = message_of(letter, rich(), SETTINGS, as_draft=True)
    assert file == b"X-Unsent: 1\r\n" + mail_in(rich())


def test_another_program_reads_the_same() -> None:
    mail, ours = mailparser.parse_from_bytes(mail_in(rich())), read(mail_in(rich()))
    assert not mail.has_defects
    assert mail.subject == str(ours["Subject"])
    assert mail.from_ == [("Måleriet", "nyhedsbrev@maaleriet.example")]
    assert mail.message_id == ours["Message-ID"]
    assert mail.date.isoformat().startswith("2026-11-23T07:00:00")
    assert [text.replace("\r\n", "\n") for text in (*mail.text_plain, *mail.text_html)] == [
        text_of_part(ours, type_) for type_ in ("text/plain", "text/html")
    ]
    names = [attached["filename"] for attached in mail.attachments]
    assert names == ["telefon.png", "apps-i-ambulatoriet.ics", "moede-2027-02-02.ics"]


def test_no_server_has_to_mend_it() -> None:
    """ASCII, in lines of 76 characters but for ids, that end as mail does (RFC 5322, 2.1.1)."""
    mail = mail_in(rich())
    assert mail.isascii()
    assert re.search(rb"[^\r]\n|\r[^\n]", mail) is None
    lines = mail.split(b"\r\n")
    long = [line for line in lines if len(line) > 78]
    assert all(re.match(rb"(Message-ID|Content-ID|List-[A-Za-z-]+): <", line) for line in long)
    assert max(map(len, lines)) < 998
    assert not [line for line in lines if line.startswith(b"--=_") and line.count(b" ")]


def test_the_same_data_are_the_same_bytes() -> None:
    """In another process, with another seed, zone and language."""
    code = (
        "import hashlib; from tests.newsletter.issues import mail_in, rich;"
        "print(hashlib.sha256(mail_in(rich())).hexdigest())"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert run.stdout.strip() == hashlib.sha256(mail_in(rich())).hexdigest()


def test_a_hidden_story_is_in_no_part_of_it() -> None:
    whole = catalogue_of(
        *(item.model_copy(update={"visibility": "offentlig"}) if item is RICH else item
          for item in ITEMS if item.kind.key != "contacts"),
        contact(mailbox="hjaelp@maaleriet.example", visibility="offentlig"),
        pictures=(picture(),),
    )  # fmt: skip
    outside = narrow(whole, Edition.PUBLIC, TODAY)
    message = read(mail_in(outside))
    assert parts(message) == ["multipart/alternative", "  text/plain", "  text/html"]
    uid = f"{RICH.uid}.offentlig@nyhedsbrev.maaleriet.example"
    assert message["Message-ID"] == f"<{uid}>"
    for type_ in ("text/plain", "text/html"):
        text = text_of_part(message, type_)
        assert "Min Plan" in text
        for hidden in ("Ring direkte", "Vægten", "ambulatoriet", "moede", "Spørg den første"):
            assert hidden not in text


def test_what_is_to_come_is_in_no_part_of_it() -> None:
    story = news("senere", 4, title="Kommer senere", date="1. december 2026")
    issue = newsletter(contents=[{"news": "senere"}])
    shown = narrow(catalogue_of(issue, story, contact()), Edition.INTERNAL, TODAY)
    assert b"senere" not in mail_in(shown)
