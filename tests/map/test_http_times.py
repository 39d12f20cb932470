"""Times as HTTP writes them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.map.http_times import pause_asked, read_date, server_time

NOW = datetime(2026, 11, 23, 8, 42, tzinfo=UTC)
DAY = timedelta(days=1)

# What a header can hold.
LINES = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"))
NEARLY = st.from_regex(
    r"\A[A-Za-z]{0,3},? [0-9-]{0,5} [A-Z][a-z]{2} -?[0-9]{1,6} [0-9:.+]{0,9} ?[A-Z+0-9-]{0,6}\Z"
)


@pytest.mark.parametrize(
    "text",
    [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ],
)
def test_the_three_forms_of_a_date(text: str) -> None:
    assert read_date(text) == datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)


@given(LINES | NEARLY, LINES | st.from_regex(r"\A[0-9]*\Z"))
def test_any_header_is_a_time_or_none(text: str, age: str) -> None:
    headers = {"Retry-After": text, "Date": text, "Age": age}
    date = server_time(headers)
    assert date is None or date.tzinfo is UTC
    pause = pause_asked(headers, NOW, DAY)
    assert pause is None or timedelta() <= pause <= DAY


def test_a_date_that_has_been_is_no_pause() -> None:
    headers = {"Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"}
    assert pause_asked(headers, NOW, DAY) == timedelta()
