"""Other programs read in our calendars what we wrote, before and after the clocks change."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from synlighed.calendar.slots import Slot, slots_of
from synlighed.danish.times import ZONE
from synlighed.feeds.icalendar import entry, feed
from synlighed.model.events import Event
from tests.calendar.events import CANCELLED, MONTHLY, event, files_of, moved, shipped
from tests.conftest import ROOT
from tests.feeds.readers import READERS, Found, when
from tests.feeds.test_icalendar import REVISED, TEXTS, cleaned, made
from tests.pages.real import catalogue_of

WEEKLY = {"every": "uge", "until": "30. april 2027"}

EVENTS = (
    # Over 29 March 2026, 25 October 2026 and 28 March 2027.
    event("hver-soendag", starts="1. marts 2026 kl. 9.30", ends="kl. 11", repeats=WEEKLY),
    event("hver-fjerde-loerdag", starts="28. marts 2026 kl. 22", ends="29. marts 2026 kl. 6"),
    event("natten-til-vinter", starts="24. oktober 2026 kl. 22", ends="25. oktober 2026 kl. 6"),
    event("natten-til-sommer", starts="27. marts 2027 kl. 22", ends="28. marts 2027 kl. 6"),
    event("foerste", starts="25. oktober 2026 kl. 2.30", ends="kl. 2.45", title="Den første"),
    event("anden", starts="25. oktober 2026 kl. 2.30 vintertid", ends="kl. 4", title="Den anden"),
    event("lige-foer", starts="29. marts 2026 kl. 1.30", ends="kl. 3.30"),
    event("hele-dage", starts="28. marts 2026", ends="29. marts 2026", place="Sal 1, Odense; 2."),
    event("hel-dag", starts="25. oktober 2026", ends=None, title='Æ\\n, "ø"; å'),
    event("uden-slut", starts="25. oktober 2026 kl. 13", ends=None),
    event("flyttet", changes=[moved("25. oktober 2026 kl. 13", place="Vejle")]),
    event("aflyst", changes=[CANCELLED], repeats=None, url="https://video.example/a;b,c"),
    event("hver-maaned", repeats=MONTHLY),
)


@cache
def whole(events: tuple[Event, ...] = EVENTS) -> str:
    return files_of(catalogue_of(*events))["kalender/kalender.ics"].decode()


def expected(slot: Slot) -> Found:
    """A slot, as a program should know it."""
    starts, ends = slot.span.starts, slot.span.ends
    last = ends + timedelta(days=1) if ends and not isinstance(ends, datetime) else ends
    mark = f"{slot.mark}: " if slot.mark else ""
    # Nobody is led into a meeting that is not held.
    place = slot.place or ("" if slot.is_cancelled else slot.url) or ""
    example = " (Eksempel)" if slot.event.example else ""
    title = f"{mark}{slot.event.title}{example}"
    return Found(slot.uid, when(starts), when(last) if last else "", title, place)


def without_guesses(found: Found, of: dict[str, Found]) -> Found:
    """What a program found, without the end it makes up for what has none."""
    return found if of[found.uid].ends else found._replace(ends="")


@pytest.mark.parametrize("name", READERS)
def test_a_program_reads_what_we_wrote(name: str) -> None:
    slots = {slot.uid: expected(slot) for made in EVENTS for slot in slots_of(made)}
    found = [without_guesses(one, slots) for one in READERS[name](whole())]
    assert sorted(found) == sorted(slots.values())


@pytest.mark.parametrize("name", READERS)
def test_a_program_reads_our_own(name: str) -> None:
    text = files_of(shipped())["kalender/kalender.ics"].decode()
    slots = {
        slot.uid: expected(slot)
        for made in shipped().items("events")
        if isinstance(made, Event) and made.is_announced
        for slot in slots_of(made)
    }
    found = [without_guesses(one, slots) for one in READERS[name](text)]
    assert sorted(found) == sorted(slots.values())


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_a_program_reads_the_same_wherever_it_is(zone: str, tmp_path: Path) -> None:
    file = tmp_path / "kalender.ics"
    file.write_bytes(whole().encode())
    run = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.feeds.readers", str(file)],
        cwd=ROOT,
        env={**os.environ, "TZ": zone},
        capture_output=True,
        check=True,
    )
    here = {name: sorted(map(list, read(whole()))) for name, read in READERS.items()}
    assert json.loads(run.stdout) == here


def test_every_program_shows_the_same_clock_in_summer_and_winter() -> None:
    """Half past nine, in two winters and a summer."""
    [series] = (made for made in EVENTS if made.id == "hver-soendag")
    uids = {slot.uid for slot in slots_of(series)}
    for name, read in READERS.items():
        found = [one for one in read(whole()) if one.uid in uids]
        clocks = {
            f"{datetime.fromisoformat(time).astimezone(ZONE):%A %H.%M}"
            for one in found
            for time in (one.starts, one.ends)
        }
        assert clocks == {"Sunday 09.30", "Sunday 11.00"}, name
        in_utc = {datetime.fromisoformat(one.starts).astimezone(UTC).hour for one in found}
        assert (len(found), in_utc) == (61, {7, 8}), name


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=50)
@given(TEXTS, TEXTS)
def test_any_text_is_read_as_it_was_written(name: str, title: str, place: str) -> None:
    days = {"starts": date(2027, 2, 2), "ends": None}
    vevent = entry(made(title=f"»{title}«", place=f"»{place}«", revised=REVISED, **days))
    [found] = READERS[name](feed((vevent,), title).decode())
    assert (found.title, found.place) == (cleaned(f"»{title}«"), cleaned(f"»{place}«"))
