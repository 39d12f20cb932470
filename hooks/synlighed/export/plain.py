"""Values as programs read them: dates as ISO 8601, numbers as numbers, lists as lists."""

from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any

from synlighed.danish.dates import PartialDate
from synlighed.danish.half_years import HalfYear, format_half_year
from synlighed.model.declare import Part, fields_of


def plain(value: Any) -> Any:
    """A value of an item as JSON holds it; an unknown fact is the word `ukendt`."""
    if isinstance(value, Part):
        return {
            field.key: plain(getattr(value, field.key))
            for field in fields_of(type(value))
            if getattr(value, field.key) not in (None, ())
        }
    if isinstance(value, tuple):
        return [plain(member) for member in value]
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, (date, PartialDate)):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, HalfYear):
        return format_half_year(value)
    if isinstance(value, Enum):
        return value.value
    return value
