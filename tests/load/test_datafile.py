"""What is read silently equals the clean file; what is not has a place."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synlighed.load.datafile import INVISIBLE, DataFile, decode, read
from synlighed.load.disk import LARGEST
from synlighed.problems import Problem

CLEAN = "title: Tryghed på tværs\ndefinition: |\n  Én linje.\n\n  Og én til.\n"

SILENT = {
    "byte order mark": b"\xef\xbb\xbf" + CLEAN.encode(),
    "CRLF": CLEAN.replace("\n", "\r\n").encode(),
    "CR": CLEAN.replace("\n", "\r").encode(),
    "all three kinds of line": CLEAN.replace("\n", "\r\n", 2).replace("til.\n", "til.\r").encode(),
    "NFD": unicodedata.normalize("NFD", CLEAN).encode(),
    "a tab on an empty line": CLEAN.replace("\n\n", "\n\t\n").encode(),
    "hard spaces at the end": CLEAN.replace("tværs", "tværs\u00a0 \u00a0").encode(),
    "everything": b"\xef\xbb\xbf"
    + unicodedata.normalize("NFD", CLEAN).replace("\n", "\r\n").encode(),
}


@pytest.mark.parametrize("raw", SILENT.values(), ids=list(SILENT))
def test_what_is_no_fault_of_the_editor_is_read_silently(raw: bytes, tmp_path: Path) -> None:
    file, problems = read_bytes(raw, tmp_path)
    assert not problems
    assert file == DataFile("data/x.yml", CLEAN)


@pytest.mark.parametrize(
    "text",
    [
        "title: 👩‍⚕️ og ❤️",  # a sequence held together by a joiner that is not seen
        "title: Måler du 5\u00a0mg?",
        "definition: |\n  Bemærk:\u00a0det gør ikke noget her.\n  \u00a0Heller ikke her.",
        "title: Ærø, Ørsted og Ålborg",
    ],
)
def test_honest_text_is_left_alone(text: str, tmp_path: Path) -> None:
    file, problems = read_bytes(text.encode(), tmp_path)
    assert not problems
    assert file and file.text == text


@pytest.mark.parametrize("space", "\u00a0\u2002\u2009\u202f\u3000")
def test_a_space_that_is_none_is_read_as_one_and_told(space: str, tmp_path: Path) -> None:
    file, (problem,) = read_bytes(f"title:{space}Prøve".encode(), tmp_path)
    assert file and file.text == "title: Prøve"
    assert (problem.code, problem.line, problem.column) == ("F103", 1, 7)


@pytest.mark.parametrize(
    "sign", "\x00\x07\x1b\x7f\x85\x9b\u00ad\u200b\u200e\u2028\u202e\u2066\ufeff"
)
def test_a_sign_that_cannot_be_seen_has_a_place(sign: str, tmp_path: Path) -> None:
    raw = f"title: Prøve\n\nsummary: På tv{sign}ærs".encode()
    file, (problem,) = read_bytes(raw, tmp_path)
    assert (problem.code, problem.line, problem.column) == ("F115", 3, 15)
    assert f"U+{ord(sign):04X}" in problem.message
    assert file and file.text.endswith("På tv ærs")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_first_letter_that_is_not_utf_8_has_a_place(
    newline: str, mark: bytes, tmp_path: Path
) -> None:
    text = newline.join(["title: Test", "summary: æ", "definition: På tværs"])
    utf8, latin1 = text[:-2].encode(), "ø".encode("latin-1")
    file, (problem,) = read_bytes(mark + utf8 + latin1 + b"!" + newline.encode(), tmp_path)
    assert file is None
    assert (problem.code, problem.line, problem.column) == ("F002", 3, 19)
    assert problem.line_text == "definition: På tvæø!"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["a: b", CLEAN, "title: " + "æøå" * 30])
def test_utf_16_is_known_with_and_without_its_mark(
    encoding: str, text: str, tmp_path: Path
) -> None:
    file, (problem,) = read_bytes(text.encode(encoding), tmp_path)
    assert (file, problem.code) == (None, "F003")


def test_the_largest_file_is_read_and_one_larger_is_not(tmp_path: Path) -> None:
    file, problems = read_bytes(b"#" * LARGEST, tmp_path)
    assert file and not problems
    file, (problem,) = read_bytes(b"#" * (LARGEST + 1), tmp_path)
    assert (file, problem.code) == (None, "F004")


@settings(deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_told_of(raw: bytes) -> None:
    file, problems = decode(raw, "x")
    assert file or problems
    for problem in problems:
        assert problem.message
        assert 1 <= problem.column <= max(1, len(problem.line_text))


@settings(deadline=None)
@given(
    st.text(
        st.sampled_from("aå: -|\n\r\t\u00a0\u200b\u2003\u030a\ufeff\ufffd\U0001f600"), max_size=60
    )
)
def test_a_tidied_file_is_tidy(text: str) -> None:
    """Nothing is left that could trouble those who read on, and no line is lost."""
    file, _ = decode(text.encode(), "x")
    assert file
    assert "\r" not in file.text
    assert not INVISIBLE.search(file.text)
    assert unicodedata.is_normalized("NFC", file.text)
    assert len(file.lines) == len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def read_bytes(raw: bytes, tmp_path: Path) -> tuple[DataFile | None, list[Problem]]:
    (tmp_path / "x.yml").write_bytes(raw)
    return read(str(tmp_path / "x.yml"), "data/x.yml")
