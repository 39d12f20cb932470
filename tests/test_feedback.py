"""The links that begin an answer, as mail programs and forms read them."""

from email.message import EmailMessage
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.edition import narrow
from synlighed.feedback import way_to_tell, ways_to_answer
from synlighed.model.fields import HostAddress, Mailbox
from synlighed.model.site import Feedback
from synlighed.visibility import Edition
from tests.pages.real import app, catalogue_of, contact, page_with

MAIL = Feedback(mailbox=Mailbox("svar@enhed.example"))
FORM = Feedback(form=HostAddress("/formularer/svar"))
HERE = "https://synlighed.example/apps/maaleren/"


def read(link: str) -> tuple[str, dict[str, str]]:
    """Whom a link writes to, and what: by RFC 6068, in which `+` is a plus."""
    scheme, _, rest = link.partition(":")
    assert scheme == "mailto"
    to, _, query = rest.partition("?")
    fields = (field.partition("=") for field in query.split("&"))
    return unquote(to), {name: unquote(value) for name, _, value in fields}


def test_a_reader_is_asked_what_was_missing() -> None:
    to, mail = read(ways_to_answer(MAIL, "Måleren", HERE).did_not_help)
    assert to == "svar@enhed.example"
    assert mail["subject"] == "Siden hjalp mig ikke: Måleren"
    assert mail["body"].split("\r\n") == [
        "Hvad manglede du?",
        "",
        "",
        "Side: Måleren",
        "Adresse: https://synlighed.example/apps/maaleren/",
    ]


def test_a_yes_needs_no_words() -> None:
    to, mail = read(ways_to_answer(MAIL, "Måleren", HERE, "ejer@enhed.example").helped)
    assert to == "svar@enhed.example"
    assert mail["subject"] == "Siden hjalp mig: Måleren"
    assert mail["body"] == "Side: Måleren\r\nAdresse: https://synlighed.example/apps/maaleren/"


def test_a_mistake_is_told_to_whoever_answers_for_the_page() -> None:
    to, mail = read(ways_to_answer(MAIL, "Måleren", HERE, "ejer@enhed.example").wrong)
    assert to == "ejer@enhed.example"
    assert mail["subject"] == "Fejl på siden: Måleren"
    assert mail["body"].startswith("Hvad er forkert?\r\n")
    assert read(ways_to_answer(MAIL, "Måleren", HERE).wrong)[0] == "svar@enhed.example"


def test_a_page_that_is_not_there_is_told_of_with_its_address_at_the_end() -> None:
    link = way_to_tell(MAIL) + quote("https://synlighed.example/væk/", safe="")
    to, mail = read(link)
    assert to == "svar@enhed.example"
    assert mail["subject"] == "Fejl på siden: Siden findes ikke"
    assert mail["body"].startswith("Hvad ledte du efter")
    assert mail["body"].endswith("\r\nAdresse: https://synlighed.example/væk/")
    asked = parse_qs(urlsplit(way_to_tell(FORM) + quote("https://a.example/væk/", safe="")).query)
    assert asked == {
        "svar": ["fejl"],
        "titel": ["Siden findes ikke"],
        "side": ["https://a.example/væk/"],
    }


def test_signs_that_mean_something_in_links_are_text() -> None:
    link = ways_to_answer(MAIL, 'Æ & "ø" + å? #1', HERE).helped
    assert link.startswith(
        "mailto:svar@enhed.example?subject=Siden%20hjalp%20mig%3A%20"
        "%C3%86%20%26%20%22%C3%B8%22%20%2B%20%C3%A5%3F%20%231&body="
    )
    plus = Feedback(mailbox=Mailbox("svar+sider@enhed.example"))
    assert ways_to_answer(plus, "x", HERE).helped.startswith("mailto:svar%2Bsider@enhed.example?")


def test_a_form_is_told_the_answer_and_the_page() -> None:
    ways = ways_to_answer(FORM, "Mål & vægt", HERE, "ejer@enhed.example")
    for link, answer in ((ways.wrong, "fejl"), (ways.helped, "ja"), (ways.did_not_help, "nej")):
        there = urlsplit(link)
        assert (there.scheme, there.netloc, there.path) == ("", "", "/formularer/svar")
        asked = {"svar": [answer], "titel": ["Mål & vægt"], "side": [HERE]}
        assert parse_qs(there.query) == asked


@pytest.mark.parametrize("title", ["ord " * 100, "å" * 500, "\N{FAMILY}" * 90])
def test_a_very_long_title_is_cut(title: str) -> None:
    ways = ways_to_answer(MAIL, title, HERE)
    assert max(map(len, (ways.wrong, ways.helped, ways.did_not_help))) < 1500
    subject = read(ways.helped)[1]["subject"]
    assert subject.endswith(" …")
    assert title.startswith(subject.removeprefix("Siden hjalp mig: ").removesuffix(" …"))


@given(st.text())
def test_no_title_can_add_to_a_mail(title: str) -> None:
    """Neither a receiver, nor a line of its own in the head; and it is ASCII, as links are."""
    link = ways_to_answer(MAIL, title, HERE).did_not_help
    assert link.isascii()
    assert link.count("?") == 1 and link.count("&") == 1
    to, mail = read(link)
    assert to == "svar@enhed.example"
    assert set(mail) == {"subject", "body"}
    EmailMessage()["Subject"] = mail["subject"]


# ---- Whom an item's page writes to


def test_an_items_page_knows_who_mends_it() -> None:
    owner = contact(mailbox="hjaelpen@enhed.example")
    assert page_with("apps/min-plan/", app(owner="hjaelpen"), owner).meta["mailbox"] == (
        "hjaelpen@enhed.example"
    )
    assert page_with("apps/min-plan/", app(owner="ukendt")).meta["mailbox"] == ""
    assert page_with("apps/min-plan/", app(owner="hjaelpen"), contact()).meta["mailbox"] == ""


@pytest.mark.parametrize(
    ("visibility", "asked"),
    [(None, {"intern"}), ("partner", {"intern", "partner"}), ("offentlig", set(Edition))],
)
def test_only_those_are_asked_who_may_know_where_answers_go(
    visibility: str | None, asked: set[str]
) -> None:
    feedback = MAIL.model_copy(update={"visibility": visibility})
    whole = catalogue_of(contact(visibility="offentlig"), feedback=feedback)
    assert asked == {one for one in Edition if narrow(whole, one, None).site.feedback}
