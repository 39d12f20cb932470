"""How things have worked, counted from what was measured."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.status.document import read_document
from synlighed.status.history import Day, line_of, lines_of, state_after, tally, uptime
from synlighed.status.words import Status
from tests.status.boards import NOW, document

ZONE = ZoneInfo("Europe/Copenhagen")
UP, DOWN, WORK = Status.OPERATIONAL, Status.MAJOR, Status.UNDER_MAINTENANCE

LINES = """\
{"at":"2026-11-23T08:00:00Z","good_for":300,"changed":{"a":"operational","b":"major_outage"},"whole":true}
{"at":"2026-11-23T08:01:00Z","good_for":300,"changed":{}}
{"at":"2026-11-23T08:02:00Z","good_for":300,"changed":{"b":"operational"}}
{"at":"2026-11-23T08:30:00Z","good_for":300,"changed":{"a":"unknown"}}
"""


def test_a_day_is_counted() -> None:
    """28 minutes without a line are 5 that were measured; what is unknown counts as nothing."""
    until = datetime(2026, 11, 23, 8, 31, tzinfo=UTC)
    assert tally(lines_of(LINES), until) == {
        "a": {UP: 60 + 60 + 300},
        "b": {DOWN: 120, UP: 300 + 60},
    }


@pytest.mark.parametrize("torn", range(0, 100, 7))
def test_a_torn_line_is_passed_over(torn: int) -> None:
    """And so is what follows it on the same line; the rest stands."""
    until = datetime(2026, 11, 23, 8, 31, tzinfo=UTC)
    first, *rest = LINES.splitlines(keepends=True)
    text = f"{LINES}{first[:torn]}\n{rest[0]}"
    assert tally(lines_of(text), until) == tally(lines_of(LINES), until)


def test_lines_say_what_changed() -> None:
    first = line_of(read_document(document(a="operational", b="operational")), None)
    known = state_after(lines_of(first))
    second = line_of(read_document(document(a="operational", b="major_outage")), known)
    [line] = lines_of(second)
    assert line.changed == {"nord.b": DOWN} and not line.is_whole
    # What is not measured any more is not what it was.
    [gone] = lines_of(line_of(read_document(document(a="operational")), known | line.changed))
    assert gone.changed == {"nord.b": Status.UNKNOWN}


def test_what_is_too_old_was_not_measured() -> None:
    """A platform that lives on while a probe is stuck tells nothing of what that probes."""
    stuck = document(a="operational", b="operational")
    stuck["generated_at"] = (NOW + timedelta(minutes=5)).isoformat()
    stuck["components"][0]["observed_at"] = (NOW + timedelta(minutes=5)).isoformat()
    [line] = lines_of(line_of(read_document(stuck), None))
    assert line.changed == {"nord.a": UP, "nord.b": Status.UNKNOWN}


def test_a_line_holds_no_longer_than_what_was_measured() -> None:
    """A measurement that was old already when the document was made is not young in the history."""
    said = document(a="operational", b="operational", c="unknown")
    said["components"][0]["observed_at"] = (NOW - timedelta(seconds=280)).isoformat()
    said["components"][2]["observed_at"] = (NOW - timedelta(seconds=299)).isoformat()
    [line] = lines_of(line_of(read_document(said), None))
    assert line.good_for == timedelta(seconds=20)
    assert tally([line], NOW + timedelta(hours=1))["nord.b"] == {UP: 20}
    ahead = document(a="operational")
    ahead["components"][0]["observed_at"] = (NOW + timedelta(seconds=30)).isoformat()
    [line] = lines_of(line_of(read_document(ahead), None))
    assert line.good_for == timedelta(seconds=300)
    [line] = lines_of(line_of(read_document(document(a="unknown")), None))
    assert line.good_for == timedelta()


def days(*seconds: dict[Status, float]) -> list[Day]:
    first = date(2026, 11, 23) - timedelta(days=len(seconds) - 1)
    return [Day(first + timedelta(days=n), own) for n, own in enumerate(seconds)]


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ([], "Ikke målt endnu"),
        ([{}], "Ikke målt endnu"),
        # From midnight to 9.42.
        ([{UP: 34920}], "Oppe 100,0 % af den tid, der er målt (100 % af tiden siden midnat)"),
        (
            [{UP: 86400}, {UP: 17460, DOWN: 17460}],
            "Oppe 85,6 % af den tid, der er målt (100 % af 2 dage)",
        ),
        # Planned work is neither; and 99,96 is not 100.
        (
            [{UP: 86365, DOWN: 35, WORK: 0}, {WORK: 34920}],
            "Oppe 99,9 % af den tid, der er målt (100 % af 2 dage)",
        ),
        ([{UP: 43200}, {}], "Oppe 100,0 % af den tid, der er målt (35 % af 2 dage)"),
    ],
)
def test_uptime_comes_with_its_coverage(found: list[dict[Status, float]], text: str) -> None:
    assert uptime(days(*found), NOW, ZONE).text == text


times = st.lists(st.integers(0, 86_399), min_size=1, max_size=12, unique=True).map(sorted)
statuses = st.sampled_from([status.value for status in Status])


@given(times, st.data())
def test_no_more_time_is_counted_than_passed(when: list[int], data: st.DataObject) -> None:
    text = ""
    for second in when:
        at = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(seconds=second)
        changed = data.draw(st.dictionaries(st.sampled_from("ab"), statuses))
        text += f'{{"at":"{at.isoformat()}","good_for":900,"changed":{changed}}}\n'.replace(
            "'", '"'
        )
    end = datetime(2026, 11, 24, tzinfo=UTC)
    for seconds in tally(lines_of(text), end).values():
        assert sum(seconds.values()) <= min(86_400 - when[0], 900 * len(when))
        assert Status.UNKNOWN not in seconds
