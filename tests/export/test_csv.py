"""CSV for a Danish Excel: opens right with a double click, and no cell is run as a formula."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from synlighed.catalogue import Catalogue
from synlighed.danish.words import join_words
from synlighed.export.csv import csv_files
from synlighed.memo import Memo, Recall
from synlighed.model import discover
from synlighed.model.declare import fields_of
from synlighed.model.fields import Unknown
from synlighed.model.item import Item
from synlighed.sitepage import Settings
from tests.export.expected import assert_expected
from tests.export.sample import catalogue, catalogue_of, instrument

SETTINGS = Settings("https://maaleriet.example/")
GOLDEN = Path(__file__).parent / "golden"

SIGNS = tuple("=+-@|%\uff1d\uff0b\uff0d\uff20")
"""What makes a spreadsheet read a cell as a formula, or a command; also in full width."""


def exported(catalogue: Catalogue, kind: str) -> bytes:
    files = {
        file.uri: file.content for file in csv_files(catalogue, SETTINGS, Recall(Memo(), catalogue))
    }
    return files[f"api/v1/{kind}.csv"]


def rows(content: bytes) -> list[dict[str, str]]:
    """What a spreadsheet shows."""
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";", strict=True))


@pytest.mark.parametrize("kind", ["instruments", "words", "contacts"])
def test_a_file_is_as_expected(kind: str) -> None:
    """In full, with its lines ended as git keeps them."""
    text = exported(catalogue(), kind).decode("utf-8-sig").replace("\r\n", "\n")
    assert_expected(text, GOLDEN / f"{kind}.csv")


def test_excel_sees_utf8_and_columns() -> None:
    """A byte order mark, CRLF after each row, and a newline inside a cell left alone."""
    content = exported(catalogue(), "instruments")
    assert content.startswith("\ufeffId;Adresse;Navn;".encode())
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == 1 + len(catalogue().items("instruments"))
    assert b"lyt?a=1&b=2).\n\n- Varm" in content


def test_values_as_a_spreadsheet_reads_them() -> None:
    """Dates as ISO 8601, numbers bare, names instead of ids, lists in one cell."""
    _, full, unknown = rows(exported(catalogue(), "instruments"))
    assert full["Id"] == "stetoskop"
    assert full["Adresse"] == "https://maaleriet.example/instrumenter/stetoskop/"
    assert full["Købt"] == "2019-03-06"
    assert full["Bygget"] == "2014-03"
    assert full["Fornyes"] == "2. halvår 2027"
    assert full["Pris"] == "365"
    assert full["Kan vaskes"] == "nej"
    assert full["Farver"] == "rød, blå"
    assert full["Afdeling"] == "Aabenraa Klinik"
    assert full["Indsatsområder"] == "Måling & vægt"
    assert full["Batterier"].endswith("batterier; Størrelse: AAA")
    assert unknown["Afdeling"] == unknown["Farver"] == unknown["Må jeg låne det?"] == "ukendt"
    assert unknown["Pris"] == unknown["Batterier"] == ""
    assert unknown["Reserve for"] == "Stetoskop"


def test_danish_order() -> None:
    """As in the catalogue of the site: Aabenraa is under Å."""
    titles = [row["Navn"] for row in rows(exported(catalogue(), "words"))]
    assert titles == ["5G", "BYOD", "Data", "Dataansvarlig", "Øre", "Aabenraa", "Ω"]


def test_a_kind_without_items_has_its_headings() -> None:
    """So a program finds its columns."""
    content = exported(catalogue_of(), "instruments")
    assert content.count(b"\r\n") == 1 and rows(content) == []


@pytest.mark.parametrize("kind", list(discover()), ids=lambda kind: kind.kind.key)
def test_no_two_columns_have_one_heading(kind: type[Item]) -> None:
    """A filter or a program could not tell them apart."""
    labels = ["Id", "Adresse", *(field.label for field in fields_of(kind))]
    twice = sorted({label for label in labels if labels.count(label) > 1})
    assert not twice, f"{join_words(twice)}: two fields, or a field and a fixed column"


LETTERS = st.sampled_from(list("=+-@|%;\"',\t\r\n \u00a0\u2003\u3000\uff1d\uff0b\uff0d\uff20aæø1("))


@settings(deadline=None)
@given(st.text(LETTERS, min_size=1, max_size=30))
@example("=1+1")
@example(" =1+1")
@example("\u00a0\u2003=1+1")
@example("\uff1dcmd|' /C calc'!A0")
@example('";=1+1')
@example("a\n=1+1")
@example("a;=1+1;b")
def test_no_cell_can_start_a_formula(text: str) -> None:
    """Whatever a text begins with, and whatever it does to break out of its cell."""
    # Past the types of the fields, which would take spaces away.
    item = instrument(1).model_copy(update={"title": text, "nickname": text, "aliases": (text,)})
    [row] = rows(exported(catalogue_of(item), "instruments"))
    assert None not in row and None not in row.values(), "the row has other columns"
    for cell in row.values():
        assert not cell.lstrip().startswith(SIGNS)
        assert not cell.startswith(("\t", "\r", "\n"))
    # Nothing is lost: at most the sign of a text is put before it.
    assert row["Kælenavn"] in (text, f"'{text}")
    assert row["Id"] == "maaler-1"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@example("UKENDT")
def test_every_text_comes_back(text: str) -> None:
    """Quotation marks, separators and every letter of every alphabet."""
    if not text.strip() or "\0" in text:
        return
    try:
        item = instrument(1, description=text)
    except ValueError:
        return
    [row] = rows(exported(catalogue_of(item), "instruments"))
    # The one text that means something else: the word for what nobody knows.
    read = item.description.value if isinstance(item.description, Unknown) else item.description
    assert row["Beskrivelse"] in (read, f"'{read}")


def test_only_what_needs_it_is_marked() -> None:
    """The apostrophe that makes a cell text is seen by readers, so it is rare."""
    item = instrument(1, title="Måler", nickname="a=b", story="5-6 stykker", steps=["x", "-y"])
    [row] = rows(exported(catalogue_of(item), "instruments"))
    assert (row["Navn"], row["Kælenavn"], row["Historie"]) == ("Måler", "a=b", "5-6 stykker")
    assert row["Sådan gør du"] == "x, -y"
