"""JSON that could be read in two ways is not read at all."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.map.strict_json import DEEPEST, NotJson, read, read_list


def test_an_object_is_read() -> None:
    body = '{"a": [1, 2.5, true, null, "æ\\u00f8\\ud83d\\ude00"], "b": {}}\n'.encode()
    assert read(body) == {"a": [1, 2.5, True, None, "æø😀"], "b": {}}


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "Svaret er tomt."),
        (b" \n", "Svaret er tomt."),
        (b'\xef\xbb\xbf{"a": 1}', "byte order mark"),
        ('{"a": 1}'.encode("utf-16"), "byte order mark"),
        ('{"a": 1}'.encode("utf-32"), "byte order mark"),
        (b'{"a": "\xe6"}', "ikke UTF-8 (byte nummer 8)"),
        (b'{"a": "\xed\xa0\x80"}', "ikke UTF-8"),
        (b'{"a": 1', "afkortet"),
        (b'{"a": ', "afkortet"),
        (b'{"a": "b', "afkortet"),
        (b"{", "afkortet"),
        (b'{"a": 1}}', "ikke JSON (linje 1, tegn 9)"),
        (b"{'a': 1}", "ikke JSON (linje 1, tegn 2)"),
        (b'{"a": 1,}', "ikke JSON"),
        (b'{"a": "b\nc"}', "ikke JSON"),
        (b"<!doctype html>", "ikke JSON (linje 1, tegn 1)"),
        (b'{"a": 1, "a": 1}', "står to gange"),
        (b'{"b": [{"a": 1, "\\u0061": 2}]}', "står to gange"),
        (b'{"a": NaN}', "NaN eller Infinity"),
        (b'{"a": -Infinity}', "NaN eller Infinity"),
        (b'{"a": 1e999}', "for stort"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "for stort"),
        (b'{"a": "\\ud800"}', "halvt tegn"),
        (b'{"\\udfff": 1}', "halvt tegn"),
        (b"[]", "ikke et JSON-objekt"),
        (b'"a"', "ikke et JSON-objekt"),
        (b"null", "ikke et JSON-objekt"),
        (b"[" * 500_000, "for mange lag"),
        (b'{"a":' * 100_000, "for mange lag"),
    ],
)
def test_what_is_not_strict_is_refused(body: bytes, why: str) -> None:
    with pytest.raises(NotJson) as caught:
        read(body)
    assert why in caught.value.reason
    assert str(caught.value) == caught.value.reason


def nested(depth: int) -> bytes:
    """Objects and lists in turns, all in all `depth`."""
    pairs, odd = divmod(depth, 2)
    return (b'{"a": [' * pairs) + (b"{}" * odd) + (b"]}" * pairs)


def test_the_limit_of_depth_is_exact() -> None:
    assert read(nested(DEEPEST))
    with pytest.raises(NotJson, match="for mange lag"):
        read(nested(DEEPEST + 1))


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_an_object_or_refused(body: bytes) -> None:
    try:
        assert isinstance(read(body), dict)
    except NotJson as error:
        assert error.reason.endswith(".")


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), VALUES))
def test_what_is_written_is_read_back(value: dict[str, object]) -> None:
    assert read(json.dumps(value).encode()) == value


@given(st.dictionaries(st.text(), VALUES, min_size=1), st.data())
def test_a_damaged_object_is_an_object_or_refused(
    value: dict[str, object], data: st.DataObject
) -> None:
    """One byte is another, or everything after it is gone."""
    body = bytearray(json.dumps(value, ensure_ascii=False).encode())
    at = data.draw(st.integers(0, len(body) - 1))
    if data.draw(st.booleans()):
        body[at] = data.draw(st.integers(0, 255))
    else:
        del body[at:]
    try:
        assert isinstance(read(bytes(body)), dict)
    except NotJson as error:
        assert error.reason.endswith(".")


def test_a_list_is_read_by_who_expects_one() -> None:
    assert read_list(b'[{"a": 1}, "b"]') == [{"a": 1}, "b"]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b'{"a": []}', "Svaret er ikke en liste."),
        (b"7", "Svaret er ikke en liste."),
        (b"[1", "afkortet"),
        (b'[{"a": 1, "a": 1}]', "står to gange"),
        (b"[" * (DEEPEST + 2) + b"]" * (DEEPEST + 2), "for mange lag"),
    ],
)
def test_any_other_list_is_refused(body: bytes, why: str) -> None:
    with pytest.raises(NotJson) as caught:
        read_list(body)
    assert why in caught.value.reason
