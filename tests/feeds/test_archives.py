"""An archive never changes when there is something new, and nothing is lost between two."""

from hypothesis import given
from hypothesis import strategies as st

from synlighed.feeds.archives import CURRENT, IN_ARCHIVE, cut

NUMBERS = st.integers(0, 2_000)


def test_how_feeds_are_cut() -> None:
    """The current document grows from 20 entries to 69, and gives away the oldest 50."""
    assert cut(0).current == slice(0, 0) and not cut(0).archives
    assert cut(69).current == slice(0, 69) and not cut(69).archives
    assert cut(70).current == slice(0, 20) and cut(70).archives == (slice(20, 70),)
    assert cut(121).current == slice(0, 21)
    assert cut(121).archives == (slice(71, 121), slice(21, 71))


@given(NUMBERS, st.integers(0, 200))
def test_what_is_archived_stays_as_it_is(number: int, more: int) -> None:
    before, after = list(range(number, 0, -1)), list(range(number + more, 0, -1))
    archives = [before[part] for part in cut(number).archives]
    assert [after[part] for part in cut(number + more).archives][: len(archives)] == archives


@given(NUMBERS)
def test_nothing_is_lost_and_nothing_is_there_twice(number: int) -> None:
    """From the current document back through the archives, the order is that of the whole."""
    entries = list(range(number))
    parts = cut(number)
    assert [
        one for part in (parts.current, *reversed(parts.archives)) for one in entries[part]
    ] == entries
    assert all(len(entries[part]) == IN_ARCHIVE for part in parts.archives)
    current = len(entries[parts.current])
    assert min(number, CURRENT) <= current < CURRENT + IN_ARCHIVE
