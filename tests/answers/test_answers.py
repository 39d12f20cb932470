"""The mails that come, and what is counted of them."""

import mailbox
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.answers import Month, by_month, read, told_once
from synlighed.danish.dates import PartialDate
from synlighed.feedback import ways_to_answer
from synlighed.model.fields import Mailbox
from synlighed.model.site import Feedback
from tests.conftest import ROOT
from tests.site.conftest import SMALL
from tests.site.project import Project, copy_project

MAILS = ROOT / "tests" / "answers" / "mails"
OCTOBER, JANUARY = PartialDate(2026, 10), PartialDate(2027, 1)

READ = {
    "yes": (True, OCTOBER),
    "no": (False, OCTOBER),
    "encoded": (False, OCTOBER),
    "encoded-and-folded": (False, OCTOBER),
    "folded": (False, OCTOBER),
    "utf-8": (True, OCTOBER),
    "latin-1": (False, OCTOBER),
    "reply": (True, OCTOBER),
    "replies": (False, OCTOBER),
    "forwarded": (False, OCTOBER),
    "answered-back": (False, OCTOBER),
    "copy": (True, OCTOBER),
    "without-title": (True, OCTOBER),
    "without-id": (True, OCTOBER),
    # By then it is the new year in Denmark.
    "new-year": (True, JANUARY),
    "without-date": (True, None),
    "nonsense-date": (True, None),
    "mistake": None,
    "about-it": None,
    "other-words": None,
    "in-the-text": None,
}


@pytest.mark.parametrize("name", READ)
def test_a_mail_is_known_by_its_subject(name: str) -> None:
    answer = read((MAILS / f"{name}.eml").read_bytes())
    assert (answer and (answer.helped, answer.month)) == READ[name]


def test_every_mail_is_an_example() -> None:
    assert {file.stem for file in MAILS.glob("*.eml")} == set(READ)


def test_what_the_links_begin_is_what_is_counted() -> None:
    ways = ways_to_answer(Feedback(mailbox=Mailbox("svar@enhed.example")), "ø", "/")
    for link, helped in ((ways.helped, True), (ways.did_not_help, False), (ways.wrong, None)):
        subject = link.partition("subject=")[2].partition("&")[0]
        coded = "=?utf-8?q?" + subject.replace("%", "=") + "?="
        answer = read(f"Subject: {coded}\r\n\r\n".encode())
        assert (answer and answer.helped) is helped


def test_each_answer_is_counted_once() -> None:
    """A copy is no answer more, and neither is what is written back; another mail is."""
    found = [read((MAILS / f"{name}.eml").read_bytes()) for name in ("yes", "copy", "no")]
    found += [read((MAILS / f"{name}.eml").read_bytes()) for name in ("answered-back", "reply")]
    found += [read((MAILS / "without-id.eml").read_bytes())] * 2
    once = told_once([answer for answer in found if answer])
    assert by_month(once) == {OCTOBER: Month(number=5, yes=4)}


@pytest.mark.parametrize(
    ("yes", "number", "percent"), [(0, 3, 0), (1, 3, 33), (2, 3, 67), (1, 200, 1), (7, 7, 100)]
)
def test_a_half_percent_goes_up(yes: int, number: int, percent: int) -> None:
    assert Month(number, yes).percent == percent


@given(st.binary() | st.binary().map(lambda head: b"Subject: " + head + b"\n\nx"))
def test_any_mail_can_be_read(mail: bytes) -> None:
    answer = read(mail)
    assert answer is None or isinstance(answer.helped, bool)


@given(st.sampled_from(["Date", "Message-ID", "In-Reply-To", "References"]), st.binary())
def test_any_other_header_can_be_read(name: str, value: bytes) -> None:
    head = b"Subject: Siden hjalp mig: x\n" + name.encode() + b": " + value.replace(b"\n", b" ")
    answer = read(head + b"\n\n")
    assert answer and answer.helped


# ---- The command

SERIES = """\
title: Hjalp siden dig?
purpose: tilfredshed
points:
  - {date: september 2026, value: 50, n: 2}  # den første måned
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = copy_project(tmp_path / "project", SMALL)
    project.write("data/metrics/hjalp.yml", SERIES)
    # The day after New Year, so that October is over and January is not.
    return Project(project.root, {"SOURCE_DATE_EPOCH": "1798891200"})


def test_a_folder_is_counted_and_shown(project: Project) -> None:
    said = project.script("answers", str(MAILS))
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "oktober 2026: 5 ja og 7 nej\n"
        "1 svar venter, til måneden er gået.\n"
        "2 mails er talt med i en anden.\n"
        "2 svar uden en dato, der kan læses, er ikke talt med.\n"
        "\nTil »points« i en fil under data/metrics:\n\n"
        "  - {date: oktober 2026, value: 42, n: 12}\n"
    )


def test_an_mbox_is_written_beside_what_was_there(project: Project, tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "svar.mbox")
    for file in sorted(MAILS.glob("*.eml")):
        box.add(file.read_bytes())
    box.close()
    before = (tmp_path / "svar.mbox").read_bytes()
    said = project.script("answers", str(tmp_path / "svar.mbox"), "--metric", "hjalp")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("Skrev 1 måned i data/metrics/hjalp.yml.\n")
    wanted = SERIES + "  - {date: oktober 2026, value: 42, n: 12}\n"
    file = project.data / "metrics" / "hjalp.yml"
    assert file.read_text("utf-8") == wanted
    again = project.script("answers", str(tmp_path / "svar.mbox"), "--metric", "hjalp")
    assert again.out.endswith("Alle måneder står i data/metrics/hjalp.yml allerede.\n")
    assert file.read_text("utf-8") == wanted
    assert (tmp_path / "svar.mbox").read_bytes() == before


def test_nobody_is_named(project: Project) -> None:
    assert "laeser" not in project.script("answers", str(MAILS)).all


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["svar.mbox"], "svar.mbox kan ikke læses eller skrives: den findes ikke."),
        (["{mails}", "--metric", "andet"], "findes ikke. Lav den med scripts/new.py metrics andet"),
        (["{mails}", "--metric", "../site"], "data/metrics/../site.yml findes ikke."),
    ],
)
def test_what_is_not_there_is_told(project: Project, arguments: list[str], told: str) -> None:
    said = project.script("answers", *(one.format(mails=MAILS) for one in arguments))
    assert said.code == 1
    assert told in said.err
