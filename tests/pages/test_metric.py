"""The page of a metric: a picture, and a table that says the same."""

import re
from pathlib import Path

import pytest

from synlighed.addresses import Addresses
from synlighed.pages.here import Here
from synlighed.pages.metric import in_short, line_chart
from tests.export.expected import assert_expected
from tests.pages.builder import read
from tests.pages.numbers import metric
from tests.pages.real import catalogue_of, page_with

GOLDEN = Path(__file__).parent / "golden"

SMARTPHONES = [
    {"date": "2017", "value": "7.200"},
    {"date": "2018", "value": "8.100"},
    {"date": "2019", "value": "9.500", "approximate": "ja", "note": "Talt i foråret."},
    {"date": "31. december 2020", "value": "12.000", "forecast": "ja"},
]
SATISFACTION = {
    "title": "Hjalp siden dig?",
    "purpose": "tilfredshed",
    "unit": "%",
    "question": "Hjalp siden dig?",
    "scale": {"least": "0", "most": "100", "most_means": "Alle svarede ja"},
}
ANSWERS = [
    {"date": "januar 2026", "value": "58", "n": "41"},
    {"date": "februar 2026", "value": "61,5", "n": "54"},
    {"date": "marts 2026", "value": "63", "n": "52"},
    {"date": "juni 2026", "value": "70", "n": "1.060"},
]


@pytest.mark.parametrize(
    ("name", "points", "fields"),
    [("metric", SMARTPHONES, {}), ("satisfaction", ANSWERS, SATISFACTION)],
)
def test_a_metric_is_as_expected(
    name: str, points: list[dict[str, str]], fields: dict[str, object]
) -> None:
    body = page_with("tal/svar/", metric(points, **fields)).body
    shown = re.search(r'<figure class="sl-chart">.*</table></div>', body, re.DOTALL)
    assert shown
    assert_expected(f"{shown[0]}\n", GOLDEN / f"{name}.html")


def test_the_table_says_all_that_the_picture_does() -> None:
    """And more: what is said of single numbers."""
    body = page_with("tal/svar/", metric(SMARTPHONES)).body
    text = re.sub(r"<[^>]+>|\s+", " ", body)
    for told in ("7.200", "8.100", "ca. 9.500", "12.000", "forventet", "Talt i foråret."):
        assert told in text
    assert "31. december 2020" in text


def test_in_short() -> None:
    assert in_short(metric(SMARTPHONES)) == (
        "Fra 7.200 smartphones (2017) til ca. 9.500 smartphones (2019), lavest 7.200 smartphones, "
        "højest ca. 9.500 smartphones. Forventet 12.000 smartphones (31. december 2020)."
    )
    assert in_short(metric([{"date": "2019", "value": "-3,5"}], unit="%")) == "2019: -3,5 %."


def test_a_card_says_the_last_that_was_measured_and_not_what_is_expected() -> None:
    body = page_with("tal/", metric(SMARTPHONES)).body
    assert "<span>Senest målt:</span> ca. 9.500 smartphones (2019) <svg" in body
    assert "Senest målt" not in page_with("tal/", metric(SMARTPHONES[-1:])).body


def test_where_numbers_are_missing_it_says_so() -> None:
    body = page_with("tal/svar/", metric(ANSWERS, **SATISFACTION)).body
    assert body.index("marts 2026</th>") < body.index("Ingen tal imellem")
    assert body.index("Ingen tal imellem") < body.index("juni 2026</th>")
    assert "Hvor linjen er brudt, mangler der tal." in body
    assert "Antal svar bag hvert tal: 41 til 1.060." in body


def test_a_long_table_is_folded_up() -> None:
    points = [{"date": f"{1900 + number}", "value": f"{number}"} for number in range(120)]
    body = page_with("tal/svar/", metric(points)).body
    assert "<summary>Vis alle 120 tal i en tabel</summary>" in body
    assert body.count('<th scope="row">') == 120


def test_a_small_one_says_the_same_to_those_who_do_not_see_it() -> None:
    one = metric(ANSWERS, **SATISFACTION)
    catalogue = catalogue_of(one)
    drawn = line_chart(one, Here(catalogue, Addresses(catalogue), "tal/"), small=True)
    assert 'aria-label="Hjalp siden dig? Fra 58 % (januar 2026) til 70 % (juni 2026)' in drawn
    assert "<text" not in drawn


HOSTILE = '"><script>alert(1)</script>'


def test_no_text_is_markup() -> None:
    points = [{"date": "2019", "value": "1", "note": HOSTILE}]
    page = page_with("tal/svar/", metric(points, title=HOSTILE, unit=HOSTILE, definition=HOSTILE))
    assert "<script" not in page.body
    assert read(page)
