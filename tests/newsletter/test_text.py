"""The text of a mail is pleasant to read where nothing but text is shown."""

from tests.newsletter.issues import RICH, catalogue_of, newsletter, rich, text_in
from tests.pages.real import app, contact


def test_lines_are_short_but_for_addresses() -> None:
    for line in text_in(rich()).splitlines():
        assert len(line) <= 72 or line.startswith("https://"), line


def test_each_address_stands_alone_so_that_programs_make_a_link_of_it() -> None:
    """But for those within the introduction, which have marks around them."""
    stories = text_in(rich()).split("\n\n\n", 1)[1]
    for line in stories.splitlines():
        assert "://" not in line or (line.startswith("https://") and " " not in line)


def test_nothing_of_html_is_left() -> None:
    text = text_in(rich())
    assert "alt <i>\norden" in text and "&amp;" not in text
    assert "ø & å kommer" in text and "**" not in text and "](" not in text


def test_it_ends_with_who_and_where() -> None:
    text = text_in(rich())
    signature = text.split("\n-- \n")[1]
    assert signature.splitlines() == [
        "Nyhedsbrevet kommer fra Måleriet, Et hospital.",
        "Spørgsmål besvares af Hjælpen:",
        "hjaelp@maaleriet.example",
        "Vil du ikke have det mere, så skriv til:",
        "afmeld@maaleriet.example",
        "Se det i browseren:",
        f"https://intra.example/nyhedsbrev/{RICH.id}/",
    ]


def test_who_may_not_be_known_is_not_named() -> None:
    text = text_in(catalogue_of(newsletter(), contact(), newsletter=None))
    assert "besvares" not in text and "skriv til" not in text


def test_a_word_without_end_is_not_cut() -> None:
    word = "x" * 200
    issue = newsletter(contents=[{"app": "min-plan", "text": word}])
    assert f"\n{word}\n" in text_in(catalogue_of(issue, app(), contact()))
