"""JSON read strictly: what two readers could understand differently is refused.

Source: RFC 8259; RFC 7493 (I-JSON) on keys, numbers and characters.
"""

import codecs
import json
import math
import re
from collections.abc import Iterator
from typing import NoReturn

Json = dict[str, object]
"""An object of JSON: of it only `str`, `int`, `float`, `bool`, `None`, lists and objects."""

DEEPEST = 32
"""Objects and lists within each other."""

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")


class NotJson(Exception):
    """Bytes that are not JSON as we read it; `reason` says why in Danish, quoting none of them."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read(body: bytes, deepest: int = DEEPEST) -> Json:
    """The object that the bytes are.

    Args:
        body: What was fetched.
        deepest: How many objects and lists may be within each other.

    Raises:
        NotJson: they are anything else, or could be read in two ways.
    """
    found = _read(body, deepest)
    if not isinstance(found, dict):
        raise NotJson("Svaret er ikke et JSON-objekt.")
    return found


def read_list(body: bytes, deepest: int = DEEPEST) -> list[object]:
    """The list that the bytes are, for whoever answers with one; else as `read`.

    Raises:
        NotJson: they are anything else, or could be read in two ways.
    """
    found = _read(body, deepest)
    if not isinstance(found, list):
        raise NotJson("Svaret er ikke en liste.")
    return found


def _read(body: bytes, deepest: int) -> object:
    text = _decoded(body)
    try:
        found = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_float=_float,
        )
    except json.JSONDecodeError as error:
        raise NotJson(_misread(text, error)) from None
    except RecursionError:
        raise NotJson(_TOO_DEEP) from None
    except ValueError:
        # A whole number of thousands of digits, which Python does not read.
        raise NotJson("Et tal i svaret er for stort.") from None
    if isinstance(found, (dict, list)):
        _check_depth(found, deepest)
    if _HALF_CHARACTER.search(text):
        _check_characters(found)
    return found


_TOO_DEEP = "Svaret er delt op i alt for mange lag."


def _decoded(body: bytes) -> str:
    if not body.strip():
        raise NotJson("Svaret er tomt.")
    if body.startswith(_MARKS):
        raise NotJson("Svaret begynder med et byte order mark, som JSON ikke må.")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotJson(f"Svaret er ikke UTF-8 (byte nummer {error.start + 1}).") from None


def _misread(text: str, error: json.JSONDecodeError) -> str:
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        return "Svaret er afkortet: slutningen mangler."
    return f"Svaret er ikke JSON (linje {error.lineno}, tegn {error.colno})."


def _object(pairs: list[tuple[str, object]]) -> Json:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotJson("Det samme navn står to gange i et af svarets objekter.")
    return found


def _no_number(_: str) -> NoReturn:
    raise NotJson("Svaret rummer NaN eller Infinity, som ikke er tal i JSON.")


def _float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise NotJson("Et tal i svaret er for stort.")
    return number


def _check_depth(found: object, deepest: int) -> None:
    level: list[object] = [found]
    for _ in range(deepest):
        level = [inner for outer in level for inner in _within(outer)]
        if not level:
            return
    raise NotJson(_TOO_DEEP)


def _within(outer: object) -> Iterator[object]:
    """The objects and lists right inside another."""
    values = outer.values() if isinstance(outer, dict) else outer
    assert not isinstance(values, str)
    yield from (value for value in values if isinstance(value, (dict, list)))  # type: ignore[attr-defined]


def _check_characters(found: object) -> None:
    """Refuses half a surrogate pair, which could not be written to a file again."""
    try:
        json.dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise NotJson("Svaret rummer et halvt tegn.") from None
