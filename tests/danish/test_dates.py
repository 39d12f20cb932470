"""Dates, partial dates and half years: what is read, what is refused and what is written."""

import random
from datetime import date

import pytest
from babel.dates import format_date as babel_date
from hypothesis import given
from hypothesis import strategies as st

from synlighed.danish.dates import (
    DateError,
    DateReason,
    HalfYear,
    PartialDate,
    format_date,
    format_half_year,
    format_partial_date,
    format_short_date,
    format_weekday_date,
    parse_date,
    parse_half_year,
    parse_partial_date,
)
from synlighed.danish.half_years import half_year_of

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
ODD_TEXTS = st.one_of(
    st.text(),
    st.text("0123456789.-/ \u00a0denhHmartsålv", max_size=30),
    st.from_regex(r"\A\d{1,2}[./-]\d{1,2}[./-]\d{1,4}\Z"),
)


@pytest.mark.parametrize(
    "text",
    [
        "6. marts 2019",
        "06. marts 2019",
        "d. 6. marts 2019",
        "d.6. marts 2019",
        "den 6. marts 2019",
        "onsdag den 6. marts 2019",
        "Onsdag d. 6. marts 2019",
        "onsdag, den 6. marts 2019",
        "onsdag 6. marts 2019",
        "6. mar. 2019",
        "6. mar 2019",
        "6 marts 2019",
        "6.marts 2019",
        "6. MARTS 2019",
        " 6.\u00a0marts \t 2019\n",
        "6.3.2019",
        "06.03.2019",
        "d. 6.3.2019",
        "06-03-2019",
        "6/3/2019",
        "6/3-2019",
        "2019-03-06",
    ],
)
def test_every_customary_form_is_read(text: str) -> None:
    """All the ways in which Danes write one day."""
    assert parse_date(text) == date(2019, 3, 6)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("1. jan. 2020", 1),
        ("1. feb 2020", 2),
        ("1. maj 2020", 5),
        ("1. jun. 2020", 6),
        ("1. juli 2020", 7),
        ("1. sep. 2020", 9),
        ("1. sept. 2020", 9),
        ("1. okt. 2020", 10),
        ("1. december 2020", 12),
    ],
)
def test_months_may_be_abbreviated(text: str, month: int) -> None:
    """By three letters, and sept."""
    assert parse_date(text) == date(2020, month, 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", DateReason.FORM),
        ("i morgen", DateReason.FORM),
        ("6. marts", DateReason.FORM),
        ("marts 2019", DateReason.FORM),
        ("2019", DateReason.FORM),
        ("6.3-2019", DateReason.FORM),
        ("2019-3-6", DateReason.FORM),
        ("2019/03/06", DateReason.FORM),
        ("6.3.20190", DateReason.FORM),
        ("٦.٣.٢٠١٩", DateReason.FORM),
        ("6. marts 2019 " * 1000, DateReason.FORM),
        ("30. februar 2020", DateReason.NO_SUCH_DAY),
        ("29.2.2019", DateReason.NO_SUCH_DAY),
        ("0.3.2019", DateReason.NO_SUCH_DAY),
        ("2019-04-31", DateReason.NO_SUCH_DAY),
        ("6. march 2019", DateReason.NO_SUCH_MONTH),
        ("3.13.2019", DateReason.NO_SUCH_MONTH),
        ("2019-00-06", DateReason.NO_SUCH_MONTH),
        ("6.3.19", DateReason.SHORT_YEAR),
        ("6. marts 19", DateReason.SHORT_YEAR),
        ("tirsdag den 6. marts 2019", DateReason.WRONG_WEEKDAY),
        ("6.3.1899", DateReason.YEAR),
        ("2200-01-01", DateReason.YEAR),
    ],
)
def test_a_refusal_says_why(text: str, reason: DateReason) -> None:
    """The reason is what a message to the editor is made from."""
    with pytest.raises(DateError) as refusal:
        parse_date(text)
    assert refusal.value.reason is reason


@given(ODD_TEXTS)
def test_no_text_raises_anything_else(text: str) -> None:
    """Whatever is typed gives a value or a DateError."""
    for parse in (parse_date, parse_partial_date, parse_half_year):
        try:
            parse(text)
        except DateError as error:
            assert isinstance(error.reason, DateReason)


@given(DAYS)
def test_what_is_written_can_be_read(day: date) -> None:
    """Round trip of every format."""
    for text in (format_date(day), format_weekday_date(day), format_short_date(day)):
        assert parse_date(text) == day
    assert parse_date(day.isoformat()) == day


@given(DAYS)
def test_dates_are_written_as_babel_writes_them(day: date) -> None:
    """CLDR's long and full Danish formats."""
    assert format_date(day) == babel_date(day, "long", locale="da")
    assert format_weekday_date(day) == babel_date(day, "full", locale="da")


@given(DAYS)
def test_short_names_of_months_are_read_as_babel_writes_them(day: date) -> None:
    """CLDR's medium Danish format has them: »6. mar. 2019«."""
    assert parse_date(babel_date(day, "d. MMM y", locale="da")) == day


def test_formats() -> None:
    """The three ways a page shows a day."""
    day = date(2026, 11, 2)
    assert format_date(day) == "2. november 2026"
    assert format_weekday_date(day) == "mandag den 2. november 2026"
    assert format_short_date(day) == "2.11.2026"


@pytest.mark.parametrize(
    ("text", "iso", "written", "first", "last"),
    [
        ("2019", "2019", "2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2020-02", "2020-02", "februar 2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("marts 2019", "2019-03", "marts 2019", date(2019, 3, 1), date(2019, 3, 31)),
        ("Sept. 2019", "2019-09", "september 2019", date(2019, 9, 1), date(2019, 9, 30)),
        ("6/3-2019", "2019-03-06", "6. marts 2019", date(2019, 3, 6), date(2019, 3, 6)),
    ],
)
def test_partial_dates(text: str, iso: str, written: str, first: date, last: date) -> None:
    """A date as precise as it is known."""
    partial = parse_partial_date(text)
    assert partial.isoformat() == iso
    assert format_partial_date(partial) == written
    assert (partial.first_day(), partial.last_day()) == (first, last)
    assert parse_partial_date(iso) == parse_partial_date(written) == partial


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("19", DateReason.FORM),
        ("03-2019", DateReason.FORM),
        ("marts 19", DateReason.SHORT_YEAR),
        ("march 2019", DateReason.NO_SUCH_MONTH),
        ("2019-13", DateReason.NO_SUCH_MONTH),
        ("1066", DateReason.YEAR),
    ],
)
def test_partial_dates_refused(text: str, reason: DateReason) -> None:
    """The same reasons as for whole dates."""
    with pytest.raises(DateError) as refusal:
        parse_partial_date(text)
    assert refusal.value.reason is reason


@pytest.mark.parametrize(
    "numbers", [(2019, None, 6), (2019, 0), (2019, 13), (2019, 2, 0), (2019, 2, 29), (1, 1, 1)]
)
def test_a_partial_date_is_always_in_the_calendar(numbers: tuple[int, ...]) -> None:
    """Also when it is made by code."""
    with pytest.raises(DateError):
        PartialDate(*numbers)


def test_partial_dates_sort_by_time() -> None:
    """A year stands before its months, and a month before its days."""
    in_order = ["2018-12-31", "2019", "2019-01", "2019-01-01", "2019-02", "2020"]
    shuffled = [parse_partial_date(text) for text in in_order]
    random.Random(1).shuffle(shuffled)
    assert [partial.isoformat() for partial in sorted(shuffled)] == in_order


@pytest.mark.parametrize(
    "text",
    ["2. halvår 2027", "2.halvår 2027", "2. Halva\u030ar 2027", "2027 H2", "h2 2027", "2027-H2"],
)
def test_half_years(text: str) -> None:
    """All spellings mean the same half."""
    assert parse_half_year(text) == HalfYear(2027, 2)


@pytest.mark.parametrize(
    ("half", "first", "last"),
    [(1, date(2027, 1, 1), date(2027, 6, 30)), (2, date(2027, 7, 1), date(2027, 12, 31))],
)
def test_a_half_year_has_its_days(half: int, first: date, last: date) -> None:
    found = HalfYear(2027, half)
    assert (found.first_day, found.last_day) == (first, last)
    assert half_year_of(first) == half_year_of(last) == found


def test_a_half_year_is_written_in_words_and_sorts_by_time() -> None:
    """Later halves are greater."""
    assert format_half_year(HalfYear(2027, 2)) == "2. halvår 2027"
    assert HalfYear(2026, 2) < HalfYear(2027, 1) < HalfYear(2027, 2)


@pytest.mark.parametrize("text", ["3. halvår 2027", "halvår 2027", "2027 H3", "H2 27", "1800 H1"])
def test_half_years_refused(text: str) -> None:
    """A year has two halves and four digits."""
    with pytest.raises(DateError):
        parse_half_year(text)
