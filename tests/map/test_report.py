"""What whoever runs the site is told of an answer."""

import pytest

from synlighed.map.report import MOST_LINES, MOST_NAMED, in_short, report_of
from tests.status.boards import board, document


def test_everything_that_only_one_side_knows() -> None:
    lines = list(report_of(board(document(koerebog="operational", ny="operational"))))
    assert lines[-1] == "Målt, men ikke i kataloget: nord.ny."
    assert lines[-2].startswith("Registreret, men ikke målt: Dagbog (nord.dagbog), ")


def test_what_is_made_up_is_told_first() -> None:
    assert next(report_of(board())) == "Alt er eksempeldata."


@pytest.mark.parametrize(
    ("more", "end"), [(0, " og nord.19"), (1, " og 1 anden"), (1480, " og 1.480 andre")]
)
def test_a_line_names_no_more_than_can_be_read(more: int, end: str) -> None:
    named = {f"{number:02}": "operational" for number in range(MOST_NAMED + more)}
    lines = list(report_of(board(document(**named))))
    [line] = [line for line in lines if line.startswith("Målt, men ikke i kataloget: nord.00, ")]
    assert line.endswith(f"{end}.")
    assert line.count("nord.") == MOST_NAMED


def test_a_build_says_no_more_than_can_be_read() -> None:
    lines = [f"Komponent nr. {number} har intet id." for number in range(MOST_LINES + 2000)]
    assert in_short(lines[:MOST_LINES]) == lines[:MOST_LINES]
    *first, last = in_short(lines)
    assert first == lines[:MOST_LINES]
    assert last.startswith("Og 2.000 linjer mere om målingerne: ")
