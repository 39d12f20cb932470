"""All items in one row: each on one page, and found where the contents say."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed import alphabet
from synlighed.alphabet import Alphabet
from tests.export.sample import instrument, word

TITLES = st.lists(st.sampled_from(["5G", "Abe", "abe", "Aabenraa", "Zoo", "Æble", "Ål", "Ωmega"]))


@pytest.fixture(scope="module", autouse=True)
def few_to_a_page() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alphabet, "PER_PAGE", 3)
        yield


def of(*titles: str) -> Alphabet:
    return Alphabet(word(title, id=f"ord-{number}") for number, title in enumerate(titles))


def pages(row: Alphabet) -> list[list[str]]:
    return [[item.title for item in row.page(n + 1)] for n in range(row.contents.pages)]


def test_kinds_stand_among_each_other() -> None:
    row = Alphabet([word("Åben måling", id="aaben"), instrument(1), word("Bo", id="bo")])
    assert pages(row) == [["Bo", "Måler 1", "Åben måling"]]


def test_pages_and_where_their_letters_are() -> None:
    row = of("Ål", "Abe", "Bi", "Bo", "5G", "Bavian", "Zoo")
    assert pages(row) == [["5G", "Abe", "Bavian"], ["Bi", "Bo", "Zoo"], ["Ål"]]
    assert row.contents.letters == (("#", 1), ("A", 1), ("B", 1), ("Z", 2), ("Å", 3))


@pytest.mark.parametrize(
    ("title", "page"),
    [("1", 1), ("Bad", 1), ("Bi", 2), ("Bibel", 2), ("Ø", 2), ("Ål", 3), ("Ω", 3)],
)
def test_the_place_of_what_is_no_item(title: str, page: int) -> None:
    row = of("Ål", "Abe", "Bi", "Bo", "5G", "Bavian", "Zoo")
    assert row.contents.page_of(title) == page


def test_nothing_takes_a_page() -> None:
    assert pages(of()) == [[]]
    assert of().contents.page_of("Hvad som helst") == 1


@given(TITLES)
def test_whatever_there_is_stands_in_one_place(titles: list[str]) -> None:
    row = of(*titles)
    found = pages(row)
    assert sorted(title for page in found for title in page) == sorted(titles)
    for number, page in enumerate(found, 1):
        for title in page:
            # Of several that are called the same, the last.
            assert number <= row.contents.page_of(title)
            assert title in found[row.contents.page_of(title) - 1]
