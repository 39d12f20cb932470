"""The editor these tests stand in for reads plain scalars as YAML 1.2 says."""

from typing import Any

import pytest

from tests.export.yaml12 import as_editor


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2014", 2014), ("0123", 123), ("1.10", 1.1), ("true", True), ("", None), ("~", None),
        ("0x1F", 31), ("0o17", 15), ("1e3", 1000.0),
        ("ja", "ja"), ("NO", "NO"), ("yes", "yes"), ("13:00", "13:00"), ("1_000", "1_000"),
        ("2026-11-23", "2026-11-23"), ("70 00 00 00", "70 00 00 00"), ("9.500,5", "9.500,5"),
    ],
)  # fmt: skip
def test_scalars(written: str, read: Any) -> None:
    """Numbers and `true` are guessed; dates, times and Norway are not."""
    value = as_editor(f"a: {written}\n")["a"]
    assert value == read and type(value) is type(read)
