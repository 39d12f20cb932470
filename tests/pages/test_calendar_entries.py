"""What an event says in a calendar."""

from typing import Any

import pytest

from tests.calendar.events import CANCELLED, event, files_of, moved
from tests.feeds.lint import Component, entries, plain
from tests.pages.calendars import AROUND, WHOLE, full, roles
from tests.pages.real import catalogue_of, contact


def one(*others: Any, **fields: Any) -> Component:
    """The only entry of a calendar of one event."""
    settings = fields.pop("settings", {})
    files = files_of(catalogue_of(event(**fields), *others, **settings))
    [found] = entries(files[WHOLE]).values()
    return found


def text_of(found: Component) -> list[str]:
    return plain(found.value("DESCRIPTION")).split("\n")


def test_it_is_as_new_as_its_last_change_and_as_often_changed() -> None:
    new = one(created="3. november 2026")
    assert (new.value("DTSTAMP"), new.value("SEQUENCE")) == ("20261103T000000Z", "0")
    changes = [moved(), moved("10. februar 2027 kl. 9", date="22. november 2026")]
    changed = one(created="3. november 2026", changes=changes)
    assert changed.value("DTSTAMP") == changed.value("LAST-MODIFIED") == "20261122T000000Z"
    assert changed.value("SEQUENCE") == "2"
    assert changed.value("STATUS") == "CONFIRMED"
    assert plain(changed.value("SUMMARY")) == "FLYTTET: Apps i ambulatoriet"


def test_what_is_cancelled_stays_and_says_so() -> None:
    """Where it was, for programs that would otherwise keep it as it was."""
    before, found = one(), one(changes=[{**CANCELLED, "reason": "Lokalet er lukket."}])
    assert (found.value("STATUS"), found.value("TRANSP")) == ("CANCELLED", "TRANSPARENT")
    assert plain(found.value("SUMMARY")) == "AFLYST: Apps i ambulatoriet"
    assert found.value("SEQUENCE") == "1"
    for name in ("UID", "DTSTART", "DTEND"):
        assert found.value(name) == before.value(name)
    told = "Aflyst: tirsdag den 2. februar 2027 kl. 13.00-15.00. Lokalet er lukket."
    assert told in text_of(found)


def test_nobody_is_asked_to_join_what_is_cancelled() -> None:
    fields: dict[str, Any] = {
        "url": "https://video.example/",
        "registration": {"mailbox": "apps@region.example"},
    }
    assert {"Deltag online: https://video.example/", "Tilmelding: apps@region.example"} <= {
        *text_of(one(**fields))
    }
    cancelled = "\n".join(text_of(one(**fields, changes=[CANCELLED])))
    assert "Deltag" not in cancelled and "Tilmelding" not in cancelled


def test_the_text_is_enough_in_a_calendar() -> None:
    """The link is there too, for programs that show no URL and no CONFERENCE."""
    found = one(
        *AROUND,
        url="https://video.example/a;b",
        speakers=["ambassadoer-ouh"],
        speaker_roles=["projektleder"],
        registration={"url": "https://kurser.example/", "deadline": "20. januar 2027 kl. 12"},
        changes=[moved(place="Sal 2", reason="Salen var for lille.")],
        settings=roles("Projektleder"),
    )
    assert text_of(found) == [
        "Et punkt, som er lavet til en prøve.",
        "Flyttet fra tirsdag den 2. februar 2027 kl. 13.00-15.00 til tirsdag den 9. februar 2027 "
        "kl. 14.00-16.00. Nyt sted: Sal 2. Salen var for lille.",
        "Deltag online: https://video.example/a;b",
        "Tilmelding senest onsdag den 20. januar 2027 kl. 12.00: https://kurser.example/",
        "Oplæg ved Ambassadør på OUH og projektleder",
        "",
        "Læs mere: https://intra.example/kalender/seminar/",
    ]
    assert found.value("URL") == "https://intra.example/kalender/seminar/"
    assert plain(found.value("LOCATION")) == "Sal 2"
    assert found.value("CONFERENCE") == "https://video.example/a;b"


def test_one_of_a_series_leads_to_its_own_page() -> None:
    found = entries(full()["kalender/moede/2027-03-02.ics"])
    [url] = {entry.value("URL") for entry in found.values()}
    assert url == "https://intra.example/kalender/moede/2027-03-02/"


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"contact": "team", "owner": "ansvarlig"}, "team@region.example"),
        ({"owner": "ansvarlig"}, "ansvarlig@region.example"),
        ({"contact": "uden-postkasse", "owner": "ansvarlig"}, ""),
        ({"owner": "ukendt"}, ""),
    ],
)
def test_only_a_functional_mailbox_organises(about: dict[str, str], expected: str) -> None:
    contacts = (
        contact("team", title="Team", mailbox="team@region.example"),
        contact("ansvarlig", mailbox="ansvarlig@region.example"),
        contact("uden-postkasse", phone="70 00 00 00"),
    )
    registration = {"mailbox": "tilmelding@region.example"}
    found = one(*contacts, **about, registration=registration)
    assert found.value("ORGANIZER") == (expected and f"mailto:{expected}")


def test_it_is_of_its_kind_and_an_example_says_so() -> None:
    assert one(type="oplæg").value("CATEGORIES") == "Oplæg"
    example = one(type="oplæg", example="ja")
    assert example.value("CATEGORIES") == "Oplæg,Eksempel"
    assert plain(example.value("SUMMARY")) == "Apps i ambulatoriet (Eksempel)"
    assert text_of(example)[0] == "Eksempel: arrangementet er opdigtet."


def test_a_deadline_takes_no_time() -> None:
    assert one(type="frist").value("TRANSP") == "TRANSPARENT"
    assert one(type="seminar").value("TRANSP") == "OPAQUE"
