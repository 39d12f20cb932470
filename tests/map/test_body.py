"""A body is unpacked without more memory than it may have."""

import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.map.answers import Failed, Kind
from synlighed.map.body import whole
from tests.map.faulty import zeros

LARGEST = 1024 * 1024


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_bomb_takes_no_more_memory_than_a_body_may(packing: str) -> None:
    bomb = zeros(packing)
    tracemalloc.start()
    try:
        with pytest.raises(Failed) as caught:
            whole([bomb], {"Content-Encoding": packing}, LARGEST, "status.example")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert caught.value.fault.kind is Kind.TOO_LARGE
    assert most < 4 * LARGEST


@given(st.binary(max_size=300), st.integers(1, 50), st.sampled_from(["", "gzip", "deflate"]))
def test_a_body_is_the_same_however_it_is_cut_and_packed(
    body: bytes, size: int, packing: str
) -> None:
    packed = {"": bytes, "gzip": gzip.compress, "deflate": zlib.compress}[packing](body)
    chunks = [packed[at : at + size] for at in range(0, len(packed), size)]
    headers = {"Content-Encoding": packing} if packing else {}
    assert whole(chunks, headers, 300 + 100, "status.example") == body


@given(st.lists(st.binary(max_size=40)), st.sampled_from(["gzip", "deflate", "zstd", "gzip, br"]))
def test_any_bytes_are_a_body_or_a_fault(chunks: list[bytes], packing: str) -> None:
    try:
        whole(chunks, {"Content-Encoding": packing}, LARGEST, "status.example")
    except Failed as failed:
        assert failed.fault.kind in (Kind.BROKEN, Kind.UNEXPECTED)
