"""What a large calendar costs: to write all its files, and to open its month grids."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar

from synlighed.addresses import Addresses
from synlighed.calendar.slots import slots_of
from synlighed.catalogue import Catalogue, with_board
from synlighed.danish.dates import format_date
from synlighed.feeds.icalendar import entry
from synlighed.memo import Once
from synlighed.model import discover
from synlighed.model.contacts import Contact
from synlighed.model.events import Event
from synlighed.model.groups import Group
from synlighed.model.site import Site
from synlighed.pages.calendar_files import calendar_entry, calendar_files
from synlighed.pages.here import Here
from synlighed.sitepage import Settings
from synlighed.status.board import Board
from tests.bench.running import Measure, build
from tests.corpus import SITE, write_corpus

SETTINGS = Settings("https://synlighed.example/")
NOW = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
COMMON = {
    "summary": "Et arrangement, som er lavet for at se, hvor lang tid det tager at skrive det.",
    "owner": "hjaelpen",
    "last_reviewed": "1. november 2026",
    "created": "1. november 2026",
}


def calendar(scratch: Path) -> Iterator[Measure]:
    """All files of 5,000 events; and what a reader waits for in a year with 500."""
    yield _files()
    yield _page(scratch)


def _files() -> Measure:
    """Each VEVENT is written once, for its own file and for every feed that has it."""
    catalogue = _catalogue(5_000)
    slots = [slot for event in catalogue.items("events") for slot in slots_of(event)]
    entries = [calendar_entry(slot, SETTINGS, catalogue) for slot in slots]
    alone = icalendar.Calendar()
    for one in entries:
        alone.add_component(icalendar.Event.from_ical(entry(one)))
    made: list[int] = []

    def ours() -> None:
        fresh = with_board(catalogue, Board(NOW))
        here = Here(fresh, Addresses(fresh), "")
        made[:] = [len(file.content) for file in calendar_files(fresh, SETTINGS, here, Once(fresh))]

    rounds = [(_seconds(ours), _seconds(alone.to_ical)) for _ in range(3)]
    took, once = (min(column) for column in zip(*rounds, strict=True))
    return Measure(
        "all calendar files of 5,000 events, against icalendar writing them once",
        took / once,
        2.5,
        "x",
        f"{took:.2f} / {once:.2f} s, {len(made)} files, {sum(made) / 1e6:.0f} MB",
    )


def _page(scratch: Path) -> Measure:
    data, site = scratch / "calendar-data", scratch / "calendar"
    write_corpus(data, 30)
    (data / "site.yml").write_text(SITE, encoding="utf-8")
    for number in range(500):
        text = f"""\
title: Et møde om noget nummer {number}
summary: {COMMON["summary"]}
type: seminar
starts: {format_date(date(2027, 1, 1) + timedelta(days=number % 364))} kl. 13.00
ends: kl. 15.00
place: Auditoriet, bygning 12
groups: [groups-{number % 3}]
units: [organisations-{number % 3}]
roles: [kliniker]
open_to: [region, kommune]
owner: contacts-0
last_reviewed: 1. november 2026
created: 1. november 2026
"""
        (data / "events" / f"moede-{number}.yml").write_text(text, encoding="utf-8")
    build(site, data)
    pages = [site / "kalender" / "index.html", *(site / "kalender" / "aar").rglob("index.html")]
    largest = max(pages, key=lambda page: page.stat().st_size)
    return Measure(
        "the largest page with month grids of a year with 500 events",
        largest.stat().st_size / 1000,
        100,
        " kB",
        f"{largest.relative_to(site).parent}, not compressed",
    )


def _catalogue(size: int) -> Catalogue:
    """Events of every kind, each for one of fifty groups."""
    groups = [
        Group.model_validate(
            {
                **COMMON,
                "id": f"gruppe-{number}",
                "source": "x",
                "title": f"Gruppe {number}",
                "type": "forum",
                "purpose": "At mødes.",
                "can_ask": "ukendt",
                "how_to_join": "ukendt",
                "meets": "ukendt",
                "contact": "ukendt",
            }
        )
        for number in range(50)
    ]
    kinds = ("seminar", "oplæg", "gruppemøde", "webinar")
    events = [
        Event.model_validate(
            {
                **COMMON,
                "id": f"moede-{number}",
                "source": "x",
                "title": f"Et møde om noget nummer {number}",
                "type": kinds[number % 4],
                "starts": f"{format_date(date(2026, 6, 1) + timedelta(days=number % 364))} kl. 13",
                "ends": "kl. 15",
                "place": "Auditoriet, bygning 12",
                "url": "https://video.example/moede",
                "groups": (f"gruppe-{number % 50}",),
                "roles": ("kliniker",),
            }
        )
        for number in range(size)
    ]
    contact = Contact.model_validate(
        {
            **COMMON,
            "id": "hjaelpen",
            "source": "x",
            "title": "Hjælpen",
            "answers": "ukendt",
            "organisation": "ukendt",
            "mailbox": "hjaelpen@enhed.example",
        }
    )
    site = Site.model_validate(
        {
            "source": "data/site.yml",
            "name": "Prøve",
            "organisation": "En region",
            "purpose": "Et sted at prøve.",
            "contact": "hjaelpen",
            "vocabularies": {"roles": ({"id": "kliniker", "name": "Kliniker"},)},
        }
    )
    return Catalogue(discover(), site, (*groups, *events, contact))


def _seconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start
