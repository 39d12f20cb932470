"""The days that are public holidays in Denmark, and those that many only think are."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.danish.holidays import holiday

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def test_the_holidays_of_a_year() -> None:
    days = (date(2027, 1, 1) + timedelta(days=number) for number in range(365))
    assert {f"{day:%d.%m}": name for day in days if (name := holiday(day))} == {
        "01.01": "Nytårsdag",
        "25.03": "Skærtorsdag",
        "26.03": "Langfredag",
        "28.03": "Påskedag",
        "29.03": "Anden påskedag",
        "06.05": "Kristi himmelfartsdag",
        "16.05": "Pinsedag",
        "17.05": "Anden pinsedag",
        "25.12": "Juledag",
        "26.12": "Anden juledag",
    }


@pytest.mark.parametrize(("day", "name"), [("2023-05-05", "Store bededag"), ("2024-04-26", "")])
def test_store_bededag_was_abolished_in_2024(day: str, name: str) -> None:
    assert holiday(date.fromisoformat(day)) == name


@pytest.mark.parametrize("day", ["2026-12-24", "2026-12-31", "2026-06-05", "2026-05-01"])
def test_a_day_when_many_are_free_is_no_holiday(day: str) -> None:
    assert holiday(date.fromisoformat(day)) == ""


@given(DAYS)
def test_every_day_can_be_asked_about(day: date) -> None:
    """Also those after the last year that anybody has worked out."""
    name = holiday(day)
    assert isinstance(name, str)
    assert day.year <= 2100 or not name
