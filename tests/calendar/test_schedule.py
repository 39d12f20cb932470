"""The lists of the calendar: which slots are in which, and in what order."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from synlighed.calendar.schedule import (
    Schedule,
    coming_list,
    days_of,
    of_item,
    of_value,
    past_list,
    year_list,
)
from synlighed.model.events import Event
from tests.calendar.events import CANCELLED, MONTHLY, event, moved

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)

EVENTS = (
    event("raekke", repeats=MONTHLY, groups=["gruppen"], contact="hjaelpen"),
    event("moede", starts="1. marts 2027 kl. 13", ends="kl. 14", type="oplæg"),
    event("dage", starts="27. februar 2027", ends="2. marts 2027"),
    event("kladde", content_status="udkast"),
    event("aflyst", starts="3. marts 2027", ends=None, changes=[CANCELLED]),
    event("flyttet", changes=[moved("31. december 2026 kl. 9")]),
)


def keys(name: str, *events: Event, now: datetime = NOW) -> list[str]:
    return [slot.key for slot in Schedule(events or EVENTS, now).lists.get(name, ())]


def test_what_is_coming_stands_the_next_first_and_what_is_over_the_last_first() -> None:
    assert keys(coming_list()) == [
        "dage",
        "moede",
        "raekke/2027-03-02",
        "aflyst",
        "raekke/2027-04-06",
        "raekke/2027-05-04",
        "raekke/2027-06-01",
    ]
    assert keys(past_list()) == ["raekke/2027-02-02", "flyttet"]


def test_it_is_over_when_it_ends() -> None:
    """At one o'clock UTC on 1 March, and not a moment before."""
    end = datetime(2027, 3, 1, 13, tzinfo=UTC)
    assert "moede" in keys(coming_list(), now=end - timedelta(microseconds=1))
    assert "moede" in keys(past_list(), now=end)


def test_a_slot_is_in_the_lists_of_what_its_event_names() -> None:
    assert keys(coming_list(of_value("slags", "oplaeg"))) == ["moede"]
    assert keys(past_list(of_item("groups", "gruppen"))) == ["raekke/2027-02-02"]
    assert len(keys(coming_list(of_value("grupper", "gruppen")))) == 4
    # Who keeps its description has nothing to do with when it is; whom one asks has.
    assert keys(coming_list(of_item("contacts", "hjaelpen"))) != []
    assert keys(coming_list(of_item("contacts", "ukendt"))) == []


def test_a_slot_is_in_the_year_that_it_is_in_now() -> None:
    assert keys(year_list(2026)) == ["flyttet"]
    assert len(keys(year_list(2027))) == 8
    assert Schedule(EVENTS, NOW).years == (2026, 2027)


def test_a_draft_is_in_no_list() -> None:
    lists = Schedule(EVENTS, NOW).lists.values()
    assert "kladde" not in {slot.event.id for slots in lists for slot in slots}


def test_what_lasts_is_on_each_of_its_days() -> None:
    made = Schedule(EVENTS, NOW)
    february, march = (made.days(coming_list(), date(2027, month, 1)) for month in (2, 3))
    assert [(day.day.day, day.number) for day in february] == [(27, 1), (28, 1)]
    assert [(day.day.day, day.number) for day in march] == [(1, 2), (2, 2), (3, 1)]
    # It stands in the list under the day that it begins on.
    assert {day.anchor for day in (*february, *march[:2])} == {date(2027, 2, 27)}


@given(
    st.lists(
        st.tuples(st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.integers(0, 60)), max_size=8
    ),
    st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)),
)
def test_each_slot_is_over_or_coming_and_found_by_its_day(
    spans: list[tuple[date, int]], now: datetime
) -> None:
    """Of both lists, every day leads to the first slot of the list that is on it."""
    events = [
        event(f"e{n}", starts=str(day), ends=str(day + timedelta(days=long)))
        for n, (day, long) in enumerate(spans)
    ]
    made = Schedule(events, now)
    coming, past = (made.lists.get(name, ()) for name in (coming_list(), past_list()))
    assert {slot.key for slot in (*coming, *past)} == {one.id for one in events}
    assert not {slot.key for slot in coming} & {slot.key for slot in past}
    assert all(slot.span.over > now for slot in coming)
    assert all(slot.span.over <= now for slot in past)
    for name, slots in ((coming_list(), coming), (past_list(), past)):
        days = {day for slot in slots for day in days_of(slot)}
        found = [
            day for month in {day.replace(day=1) for day in days} for day in made.days(name, month)
        ]
        assert {day.day for day in found} == days
        for day in found:
            on_it = [place for place, slot in enumerate(slots) if day.day in days_of(slot)]
            assert (day.place, day.number) == (on_it[0], len(on_it))
