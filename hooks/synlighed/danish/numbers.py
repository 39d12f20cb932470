"""Numbers as Danes write them: a comma before decimals, points between thousands.

Babel would round the decimals away and guess at misplaced points. Here 1.5 is refused,
since it may mean one and a half or fifteen.
"""

import re
from decimal import Decimal

_NUMBER = re.compile(r"-?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?", re.ASCII)
_LONGEST = 60
_TO_DANISH = str.maketrans(",.", ".,")
_FROM_DANISH = str.maketrans({".": None, ",": "."})
_WORDS = ["én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"]


class NumberError(ValueError):
    """A text that is not a number as Danes write it, or a number no Dane could write."""


def format_number(number: int | Decimal) -> str:
    """Write ``9.500``, ``0,5`` or ``12.000,25``, with every decimal the number has.

    Raises:
        NumberError: for infinity and NaN.
    """
    exact = Decimal(number)
    if not exact.is_finite():
        raise NumberError(str(number))
    return f"{exact:,f}".translate(_TO_DANISH)


def parse_number(text: str) -> Decimal:
    """Read ``9.500``, ``9500``, ``0,5``, ``12.000,25`` or ``-3``.

    Raises:
        NumberError: for every other text; a point only stands before a group of three digits.
    """
    stripped = text.strip()
    if len(stripped) > _LONGEST or not _NUMBER.fullmatch(stripped):
        raise NumberError(stripped[:_LONGEST])
    return Decimal(stripped.translate(_FROM_DANISH))


def parse_int(text: str) -> int:
    """Read a whole number: ``9.500``, ``9500`` or ``-3``.

    Raises:
        NumberError: for every other text, also one with decimals.
    """
    if "," in text:
        raise NumberError(text[:_LONGEST])
    return int(parse_number(text))


def in_words(number: int) -> str:
    """Write a number in a sentence: in letters up to twelve, from ``én``, and then in digits."""
    return _WORDS[number - 1] if 0 < number <= len(_WORDS) else format_number(number)


def count(number: int, one: str, many: str) -> str:
    """Write a number of things, with the word in the right form: ``1 app``, ``9.500 apps``."""
    return f"{format_number(number)} {one if number == 1 else many}"
