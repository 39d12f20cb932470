"""The public holidays of Denmark."""

from collections.abc import Mapping
from datetime import date
from functools import cache


def holiday(day: date) -> str:
    """What the public holiday on a day is called, as `Anden påskedag`; empty on other days.

    Days when many are free anyway, as 24 December and 5 June, are not among them. None are known
    after 2100.
    """
    return _of_year(day.year).get(day, "")


@cache
def _of_year(year: int) -> Mapping[date, str]:
    # It takes longer to import than most checks have, and few of them have a day to ask about.
    from holidays import country_holidays

    return dict(country_holidays("DK", years=year, language="da"))
