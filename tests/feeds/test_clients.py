"""The whole calendar in programs from Debian, driven as their users drive them."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from synlighed.calendar.slots import Slot, slots_of
from synlighed.model.events import Event
from tests.calendar.events import files_of, shipped
from tests.feeds.clients import (
    MISSING,
    Shown,
    as_shown,
    is_missing,
    shown_by_calcurse,
    shown_by_khal,
)
from tests.feeds.test_readers import EVENTS, expected
from tests.pages.real import catalogue_of

# Debian's khal takes an escaped backslash before an n for a new line.
CHANGING = tuple(made for made in EVENTS if "\\" not in made.title)


def own() -> tuple[Event, ...]:
    """All of our own that is announced."""
    events = (made for made in shipped().items("events") if isinstance(made, Event))
    return tuple(made for made in events if made.is_announced)


CALENDARS = {
    "over the change of clocks": lambda: (CHANGING, files_of(catalogue_of(*CHANGING))),
    "our own": lambda: (own(), files_of(shipped())),
}


@pytest.fixture(params=CALENDARS)
def calendar(request: pytest.FixtureRequest) -> tuple[tuple[Event, ...], bytes]:
    """Events, and the file of all of them."""
    events, files = CALENDARS[request.param]()
    return events, files["kalender/kalender.ics"]


def slots(events: tuple[Event, ...]) -> Iterator[tuple[Slot, Shown]]:
    """Every slot that has an end, as programs should show it."""
    for made in events:
        for slot in slots_of(made):
            if slot.span.ends:
                times = as_shown(slot.span.starts), as_shown(slot.span.ends)
                yield slot, Shown(*times, expected(slot).title)


@pytest.mark.skipif(is_missing("khal"), reason=MISSING.format("khal"))
def test_khal_imports_and_lists_all_of_it(
    calendar: tuple[tuple[Event, ...], bytes], tmp_path: Path
) -> None:
    events, content = calendar
    found = shown_by_khal(content, tmp_path)
    assert {shown for _, shown in slots(events)} - found == set()
    assert len({shown.title for shown in found}) == len(
        {expected(slot).title for made in events for slot in slots_of(made)}
    )


@pytest.mark.skipif(is_missing("calcurse"), reason=MISSING.format("calcurse"))
def test_calcurse_imports_and_shows_all_of_it(
    calendar: tuple[tuple[Event, ...], bytes], tmp_path: Path
) -> None:
    """It knows no zone of the file, only those of the machine by their names."""
    events, content = calendar
    found = shown_by_calcurse(content, tmp_path)
    for slot, shown in slots(events):
        if not slot.span.is_all_day:
            assert shown in found
            continue
        day = slot.span.first_day
        while day <= slot.span.last_day:
            assert Shown(str(day), str(day), shown.title) in found
            day += timedelta(days=1)
