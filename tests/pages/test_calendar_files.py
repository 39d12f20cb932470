"""The calendar's files: which there are, and when a byte of them changes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from synlighed.calendar.slots import slots_of
from synlighed.catalogue import Catalogue, with_board
from synlighed.sitepage import Settings
from synlighed.status.board import Board
from tests.calendar.events import event, files_of, moved, shipped
from tests.export.expected import assert_expected
from tests.feeds.lint import entries, plain, read, unfolded
from tests.pages.calendars import FULL, SERIES, WHOLE, full
from tests.pages.real import catalogue_of

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        (WHOLE, "kalender"),
        ("kalender/apps-i-ambulatoriet.ics", "seminar"),
        ("kalender/moede.ics", "series"),
    ],
)
def test_a_file_is_as_expected(uri: str, name: str) -> None:
    """Its lines end as text files do here; that they do not there is another test's."""
    assert_expected(full()[uri].decode().replace("\r\n", "\n"), GOLDEN / f"{name}.ics")


def test_each_slot_each_series_and_each_value_has_a_file() -> None:
    """Also where it had its address before, since calendars do not follow it."""
    days = ("2027-02-02", "2027-03-02", "2027-04-06", "2027-05-04", "2027-06-01")
    single = {
        "kalender/apps-i-ambulatoriet.ics",
        "kalender/ambulatoriet.ics",
        "kalender/frist.ics",
        "kalender/dage.ics",
        *(f"kalender/moede/{day}.ics" for day in days),
    }
    feeds = {
        WHOLE,
        *(f"kalender/slags/{type}.ics" for type in ("seminar", "gruppemoede", "frist", "webinar")),
        "kalender/grupper/vidensgruppe.ics",
        "kalender/grupper/gruppen.ics",
    }
    files = full()
    # A series is taken home, as a single event is, and not followed.
    series = {"kalender/moede.ics"}
    assert set(files) == single | series | feeds
    for uri, content in files.items():
        head = read(content)
        assert bool(head.value("NAME")) is (uri in feeds), uri
        assert len(entries(content)) == 1 or uri in series | feeds, uri


def test_a_feed_holds_what_there_is_of_its_value() -> None:
    files = full()
    uids = {made.id: {slot.uid for slot in slots_of(made)} for made in FULL}
    assert entries(files["kalender/moede.ics"]).keys() == uids["moede"]
    assert entries(files["kalender/slags/frist.ics"]).keys() == uids["frist"]
    of_group = uids["moede"] | uids["apps-i-ambulatoriet"]
    assert entries(files["kalender/grupper/vidensgruppe.ics"]).keys() == of_group
    assert files["kalender/grupper/gruppen.ics"] == files["kalender/grupper/vidensgruppe.ics"]
    assert entries(files[WHOLE]).keys() == of_group | uids["frist"] | uids["dage"]


def test_an_entry_is_the_same_in_every_file() -> None:
    files = full()
    whole = entries(files[WHOLE])
    for content in files.values():
        for uid, entry in entries(content).items():
            assert entry == whole[uid]


def test_a_draft_is_in_no_file() -> None:
    for uri, content in full().items():
        assert b"kladde" not in unfolded(content).lower() and "kladde" not in uri


def test_names_of_feeds_say_whose_they_are() -> None:
    files = full()
    names = {uri: plain(read(content).value("NAME")) for uri, content in files.items()}
    assert names[WHOLE] == "Måleriet: Kalender"
    assert names["kalender/grupper/vidensgruppe.ics"].startswith("Måleriet: ")
    assert "Vidensgruppe" in names["kalender/grupper/vidensgruppe.ics"]


def test_every_file_of_our_own_is_without_a_fault() -> None:
    files = files_of(shipped())
    assert len(files) > 5
    for content in files.values():
        read(content)


def test_a_rename_and_another_host_leave_what_calendars_know() -> None:
    before = entries(full()[WHOLE])
    elsewhere = entries(full(Settings("https://et-andet-sted.example/x/"))[WHOLE])
    assert before.keys() == elsewhere.keys()
    for uid, entry in before.items():
        other = {name for name, _, value in entry.lines if value != elsewhere[uid].value(name)}
        assert other == {"URL", "DESCRIPTION"}
    renamed = event(**{**SERIES, "id": "nyt-moede", "former_ids": ["moede"], "title": "Nyt"})
    files = files_of(catalogue_of(renamed))
    uids = {slot.uid for slot in slots_of(event(**SERIES))}
    assert entries(files["kalender/moede.ics"]).keys() == uids
    assert files["kalender/moede.ics"] == files["kalender/nyt-moede.ics"]
    assert files["kalender/moede/2027-03-02.ics"] == files["kalender/nyt-moede/2027-03-02.ics"]


MOVED_BEFORE = moved("3. februar 2027 kl. 9", occurrence="2. februar 2027")


@pytest.mark.parametrize(
    "change",
    [
        {"what": "flyttet", "starts": "7. april 2027 kl. 13"},
        {"what": "flyttet", "place": "Et andet lokale"},
        {"what": "aflyst"},
    ],
)
def test_a_change_of_one_changes_that_one_and_nothing_else(change: dict[str, Any]) -> None:
    """One line of an editor, and one VEVENT: nobody is told of the others again."""
    added = {"date": "23. november 2026", "occurrence": "6. april 2027", **change}
    before, after = (
        files_of(catalogue_of(event(**SERIES, changes=changes), event()))
        for changes in ([MOVED_BEFORE], [MOVED_BEFORE, added])
    )
    own = "kalender/moede/2027-04-06.ics"
    old, new = (pieces(files[own])[1] for files in (before, after))
    assert old != new and before.keys() == after.keys()
    for uri in before:
        as_before = [new if piece == old else piece for piece in pieces(before[uri])]
        assert pieces(after[uri]) == as_before, uri
    [was], [now] = (entries(files[own]).values() for files in (before, after))
    assert (was.value("SEQUENCE"), now.value("SEQUENCE")) == ("0", "1")
    assert (was.value("DTSTAMP"), now.value("DTSTAMP")) == ("20261101T000000Z", "20261123T000000Z")
    assert was.value("UID") == now.value("UID")


def pieces(content: bytes) -> list[bytes]:
    """A file, cut where an entry begins; the end of the last is that of the file."""
    head, *found = content.removesuffix(b"END:VCALENDAR\r\n").split(b"BEGIN:VEVENT\r\n")
    return [head, *found]


def test_only_its_own_time_is_of_consequence() -> None:
    """Today it is the same file as tomorrow, whatever is over by then."""
    long = event("lang", title="En uge", starts="1. februar 2027", ends="7. februar 2027")
    catalogue = catalogue_of(long, event(), event(**SERIES))
    files = files_of(catalogue)
    for day in range(0, 200, 3):
        assert files_of(at(catalogue, day)) == files


def at(catalogue: Catalogue, day: int) -> Catalogue:
    """The same, some days into 2027."""
    return with_board(catalogue, Board(datetime(2027, 1, 1, tzinfo=UTC) + timedelta(days=day)))


def test_entries_stand_in_the_order_of_time() -> None:
    found = [entry.value("DTSTART")[:8] for entry in entries(full()[WHOLE]).values()]
    assert found == sorted(found)
