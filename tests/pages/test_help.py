"""Help: what one can ask, whom, and how to reach them; nobody is led to call an example."""

import pytest

from synlighed.model.contacts import Contact
from synlighed.model.wordlists import VocabularyWord
from synlighed.pages.topics import subjects_of
from tests.export.expected import assert_expected
from tests.export.sample import site
from tests.pages.builder import as_kept, read
from tests.pages.real import app, contact, page_with
from tests.pages.test_expected import GOLDEN
from tests.site.html import text_of

NUMBER = "70 00 00 00"


def desk(**fields: object) -> Contact:
    given = {
        "title": "Servicedesk",
        "answers": ("Åbning af en låst telefon", "Mistet telefon", "Login, der driller"),
        "not_for": ("Nye idéer: skriv til Hjælpen",),
        "mailbox": "hjaelp@servicedesk.example",
        "phone": NUMBER,
        "hours": "Hele døgnet",
        "reply_within_days": "1",
    }
    return contact("servicedesk", **{**given, **fields})


WORDS = site().vocabularies.model_copy(
    update={"subjects": (VocabularyWord(id="virker-ikke", name="Noget virker ikke"),)}
)
SITE = site().model_copy(update={"vocabularies": WORDS})
HELP = contact(answers=("Ønsker til nye apps", "Zoner på sygehuset"))


def test_topics_are_in_danish_order_whoever_answers_them() -> None:
    [others] = subjects_of([desk(), HELP, contact("tavs")], SITE)
    assert [(topic.text, topic.contact.title) for topic in others.topics] == [
        ("Login, der driller", "Servicedesk"),
        ("Mistet telefon", "Servicedesk"),
        ("Zoner på sygehuset", "Hjælpen"),
        ("Ønsker til nye apps", "Hjælpen"),
        ("Åbning af en låst telefon", "Servicedesk"),
    ]


def test_topics_stand_under_what_they_are_about_in_the_order_of_the_list() -> None:
    found = subjects_of([HELP, desk(subject="virker-ikke"), contact("b", subject="ny")], SITE)
    assert [subject.name for subject in found] == ["Noget virker ikke", "Andet"]


def test_the_page_is_as_expected() -> None:
    page = page_with("hjaelp/", desk(example="ja"), HELP)
    text = as_kept(page.body)
    topics = text[text.index("<nav") : text.index("</nav>")]
    cards = text[text.index('<ul class="sl-cards"') :].partition("</section>")[0]
    assert_expected(f"{topics}</nav>\n{cards}", GOLDEN / "help.html")


@pytest.mark.parametrize("url", ["hjaelp/", "hjaelp/servicedesk/", "apps/min-plan/"])
@pytest.mark.parametrize("example", ["ja", "nej"])
def test_the_number_of_an_example_cannot_be_called(url: str, example: str) -> None:
    """It stands there to be seen."""
    page = page_with(url, desk(example=example), app(owner="servicedesk"))
    assert NUMBER in text_of(read(page).main)
    assert ("tel:" in page.body) is (example == "nej")


def test_nor_can_one_that_its_text_links_to() -> None:
    text = "Ring på [70 00 00 00](tel:70000000), eller [skriv](mailto:a@b.example)."
    page = page_with("apps/min-plan/", app(description=text, example="ja"))
    assert "tel:" not in page.body and "mailto:" in page.body


def test_a_page_tells_of_the_contact_points_it_shows() -> None:
    """So it stays small, however many there are in all."""
    many = [
        contact(f"nummer-{n}", title=f"Nummer {n}", answers=(f"Emne {n}",)) for n in range(1, 26)
    ]
    first, second = (page_with(url, *many) for url in ("hjaelp/", "hjaelp/side/2/"))
    assert "på denne side" in text_of(read(first).main)
    assert first.body.count("Emne 24") == 2 and "Emne 25" not in first.body
    assert second.body.count("Emne 25") == 2 and "Emne 24" not in second.body
