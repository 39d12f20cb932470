"""Numbers: points between thousands, a comma before decimals, nothing guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.danish.numbers import (
    NumberError,
    count,
    format_number,
    in_words,
    parse_int,
    parse_number,
)

NUMBERS = st.one_of(
    st.integers(-(10**25), 10**25),
    st.decimals(-(10**12), 10**12, allow_nan=False, places=6),
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (999, "999"),
        (9500, "9.500"),
        (-1234567, "-1.234.567"),
        (Decimal("0.5"), "0,5"),
        (Decimal("12000.25"), "12.000,25"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_a_number_is_written_and_read(number: int | Decimal, text: str) -> None:
    """The same text both ways."""
    assert format_number(number) == text
    assert parse_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("9500", 9500), ("12000,25", Decimal("12000.25")), (" -3 ", -3), ("2,50", Decimal("2.5"))],
)
def test_points_may_be_left_out(text: str, number: int | Decimal) -> None:
    """As most people type."""
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "ti",
        "1.5",
        "1.50",
        "12.34",
        "0.500",
        "1,5,0",
        "1.0000",
        "1234.567",
        "1..000",
        ",5",
        "5,",
        "1,000.5",
        "NaN",
        "1e3",
        "1_000",
        "+3",
        "٣",
        "9" * 5000,
    ],
)
def test_what_is_ambiguous_is_refused(text: str) -> None:
    """A point that is not between thousands may be an English decimal."""
    with pytest.raises(NumberError):
        parse_number(text)
    with pytest.raises(NumberError):
        parse_int(text)


def test_whole_numbers() -> None:
    """A whole number has no comma."""
    assert parse_int("9.500") == 9500
    with pytest.raises(NumberError):
        parse_int("3,0")


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("-Infinity")])
def test_what_is_not_a_number_is_not_written(number: Decimal) -> None:
    """No page shows NaN."""
    with pytest.raises(NumberError):
        format_number(number)


@given(NUMBERS)
def test_what_is_written_can_be_read(number: int | Decimal) -> None:
    """Round trip, without loss of decimals."""
    assert parse_number(format_number(number)) == number


@given(st.one_of(st.text(), st.text("0123456789.,-", max_size=12)))
def test_no_text_raises_anything_else(text: str) -> None:
    """What is read can be written and read again."""
    try:
        number = parse_number(text)
    except NumberError:
        return
    assert parse_number(format_number(number)) == number


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 apps"), (1, "1 app"), (2, "2 apps"), (9500, "9.500 apps")]
)
def test_count(number: int, text: str) -> None:
    """One is the only singular."""
    assert count(number, "app", "apps") == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (1, "én"), (2, "to"), (10, "ti"), (12, "tolv"), (13, "13"), (9500, "9.500")],
)
def test_small_numbers_in_words(number: int, text: str) -> None:
    assert in_words(number) == text
