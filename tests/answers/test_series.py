"""Points added to a file as an editor wrote it."""

import pytest

from synlighed.danish.dates import PartialDate
from synlighed.series import Point, SeriesError, with_points

AUGUST = Point(PartialDate(2026, 8), 60, 5)
OCTOBER = Point(PartialDate(2026, 10), 75, 4)
DECEMBER = Point(PartialDate(2026, 12), 80, 10)

WRITTEN = """\
# Tælles den første i måneden.
title: "Hjalp siden dig?"
purpose: tilfredshed
points:
  # Det første år.
  - {date: september 2026, value: 50, n: 2}  # kun ét sygehus

  - date: november 2026
    value: "62,5"
    # Mange svar.
    n: 80
owner: mobile-apps  # svarer for tallene
"""


def test_each_point_comes_in_its_place() -> None:
    text, added = with_points(WRITTEN, (AUGUST, OCTOBER, DECEMBER))
    assert added == (AUGUST, OCTOBER, DECEMBER)
    assert (
        text
        == """\
# Tælles den første i måneden.
title: "Hjalp siden dig?"
purpose: tilfredshed
points:
  # Det første år.
  - {date: august 2026, value: 60, n: 5}
  - {date: september 2026, value: 50, n: 2}  # kun ét sygehus
  - {date: oktober 2026, value: 75, n: 4}

  - date: november 2026
    value: "62,5"
    # Mange svar.
    n: 80
  - {date: december 2026, value: 80, n: 10}
owner: mobile-apps  # svarer for tallene
"""
    )


def test_a_point_that_is_there_stays_as_it_is() -> None:
    there = Point(PartialDate(2026, 11), 1, 1)
    assert with_points(WRITTEN, (there,)) == (WRITTEN, ())


def test_a_file_keeps_its_line_ends() -> None:
    about = "purpose: tilfredshed\r\npoints:\r\n- date: 2026\r\n  value: 1"
    text, _ = with_points(about, (OCTOBER,))
    assert text == f"{about}\r\n- {{date: oktober 2026, value: 75, n: 4}}\r\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title: Tal\n", "der står ingen »points« i den"),
        ("points: []\n", "der står ingen »points« i den"),
        (WRITTEN.replace("tilfredshed", "brug"), "den er ikke en måling af tilfredshed"),
        (
            "purpose: tilfredshed\npoints: [{date: 2026, value: 1}]\n",
            "en linje, der begynder med »- «",
        ),
        ("purpose: tilfredshed\npoints:\n  - value: 1\n", "har ingen »date«"),
        ("purpose: tilfredshed\npoints:\n  - date: snart\n", "»snart« er ikke en dato"),
        ("points:\n  - [\n", "filen kan ikke læses"),
        ("example: ja\n" + WRITTEN, "den er et eksempel"),
    ],
)
def test_a_file_that_cannot_be_added_to_says_why(text: str, why: str) -> None:
    with pytest.raises(SeriesError, match=f".*{why}"):
        with_points(text, (OCTOBER,))
