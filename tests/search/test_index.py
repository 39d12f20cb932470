"""The index that browsers search in: what it says of a page, and that it says nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.catalogue import Catalogue
from synlighed.memo import Memo, Once, Recall
from synlighed.search.index import INDEX, index_files
from tests.export.expected import assert_expected
from tests.export.sample import catalogue, catalogue_of, instrument, word

GOLDEN = Path(__file__).parent / "golden"
NAME = "maaler-1"
HARM = '<img src=x onerror="plantet()"> "],["x"] </script> \u2028 \\u003c &'


def written(catalogue: Catalogue, recall: Recall | None = None) -> str:
    [file] = index_files(catalogue, recall or Once(catalogue))
    assert file.uri == INDEX
    return file.content.decode()


def index_of(*items: Any) -> dict[str, Any]:
    index: dict[str, Any] = json.loads(written(catalogue_of(*items)))
    return index


def row_of(title: str, index: dict[str, Any]) -> list[Any]:
    [row] = [row for row in index["pages"] if row[2] == title]
    return row


def words_in(row: list[Any]) -> Iterator[str]:
    for words in row[8:11]:
        yield from words.replace("|", " ").split()


def test_it_is_as_expected() -> None:
    """Of a small catalogue; a page on each line, so that a difference can be read."""
    assert_expected(written(catalogue()), GOLDEN / "index.json")


def test_a_page_is_found_by_its_names() -> None:
    """The title first, then what else it is called; several words also as one."""
    item = instrument(
        1, aliases=["Stort ur"], former_names=[{"name": "Uret"}], former_ids=["gammelt-ur"]
    )
    names = row_of("Måler 1", index_of(item))[8]
    assert names.split("|") == [
        "mål 1", "måler1", "stort ur", "stortur", "uret", "gammeltur",
    ]  # fmt: skip


def test_a_text_is_found_by_its_words() -> None:
    """Each once, without the small ones; what the summary says is not said again."""
    item = instrument(
        1,
        summary="Til patienter og deres pårørende.",
        story="En patient og en anden: alle patienterne.",
    )
    row = row_of("Måler 1", index_of(item))
    assert row[9] == "patient pårør"
    assert "patient" not in row[10].split() and "og" not in row[10].split()


@pytest.mark.parametrize("field", ["title", "summary", "story", "aliases"])
def test_nothing_in_it_is_markup(field: str) -> None:
    """What is shown is the text as it was written; what is searched in is letters and digits."""
    value = [HARM] if field == "aliases" else HARM
    [row] = [row for row in index_of(instrument(1, **{field: value}))["pages"] if NAME in row[0]]
    assert all(word.isalnum() for word in words_in(row))
    assert "onerror" in [*words_in(row)]
    assert field not in ("title", "summary") or HARM in row


@given(st.text(min_size=1).map(str.strip).filter(bool))
def test_any_text_leaves_it_whole(text: str) -> None:
    """One row of eleven for each page."""
    item = instrument(1).model_copy(update={"title": text, "summary": text, "story": text})
    content = written(catalogue_of(item))
    index = json.loads(content)
    assert {len(row) for row in index["pages"]} == {11}
    [row] = [row for row in index["pages"] if NAME in row[0]]
    assert row[2] == text and row[4] == text


def test_what_is_remembered_changes_no_byte() -> None:
    """Of one item that changed, one that came and one that went."""
    before = catalogue_of(instrument(1), instrument(2), word("Ur", id="ur"))
    after = catalogue_of(instrument(1, story="Noget nyt."), instrument(3), word("Ur", id="ur"))
    recall = Recall(Memo(), before)
    written(before, recall)
    assert written(after, Recall(recall.memo(), after)) == written(after)


def test_no_compound_of_what_is_not_there() -> None:
    """What a word is made of is read off the words of this edition alone."""
    together = [instrument(1, story="patientsikkerhed"), instrument(2, story="patient sikkerhed")]
    assert index_of(*together)["compounds"]["patientsikker"] == "patient sikker"
    assert "patientsikker" not in index_of(together[0])["compounds"]
