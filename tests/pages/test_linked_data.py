"""Events as other programs read them on a page."""

import json
import re
from datetime import datetime
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.calendar.slots import slots_of
from synlighed.danish.times import ZONE
from synlighed.pages.linked_data import escaped, linked_data
from tests.calendar.events import CANCELLED, MONTHLY, event, moved, slot
from tests.pages.real import page_with

SCHEMA = "https://schema.org/"

SIGNS = ("</script", ">", "<!--", "<script", "-->", "]]>", "&lt;", '"', "\\", "\u2028")
HOSTILE = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from(SIGNS), max_size=20).map("".join)
)


def found(html: str) -> Any:
    """What a program finds in a page: the JSON of its only script element."""
    tree = html5lib.parse(f"<!doctype html><title>x</title>{html}<p id=after>", treebuilder="dom")
    [script] = tree.getElementsByTagName("script")
    assert script.getAttribute("type") == "application/ld+json"
    assert not tree.getElementsByTagName("b") and len(tree.getElementsByTagName("p")) == 1
    return json.loads(script.firstChild.data)


def data(**fields: Any) -> Any:
    return found(linked_data(slot(**fields), ("En region",)))


def test_what_it_is_and_when() -> None:
    assert data(place="Odense", seats="40") == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Apps i ambulatoriet",
        "description": "Et punkt, som er lavet til en prøve.",
        "inLanguage": "da",
        "startDate": "2027-02-02T13:00+01:00",
        "endDate": "2027-02-02T15:00+01:00",
        "eventStatus": f"{SCHEMA}EventScheduled",
        "eventAttendanceMode": f"{SCHEMA}OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": "Odense", "address": "Odense"},
        "organizer": {"@type": "Organization", "name": "En region"},
        "maximumAttendeeCapacity": 40,
    }


@pytest.mark.parametrize(
    ("starts", "ends", "begins", "over"),
    [
        ("2. februar 2027 kl. 13", "kl. 15", "2027-02-02T13:00+01:00", "2027-02-02T15:00+01:00"),
        ("6. juli 2027 kl. 13", "kl. 15", "2027-07-06T13:00+02:00", "2027-07-06T15:00+02:00"),
        ("25. oktober 2026 kl. 2.30", None, "2026-10-25T02:30+02:00", None),
        ("25. oktober 2026 kl. 2.30 vintertid", None, "2026-10-25T02:30+01:00", None),
        ("28. marts 2026", "29. marts 2026", "2026-03-28", "2026-03-29"),
    ],
)
def test_times_say_how_far_they_are_from_utc(
    starts: str, ends: str | None, begins: str, over: str | None
) -> None:
    made = data(starts=starts, ends=ends)
    assert (made["startDate"], made.get("endDate")) == (begins, over)


@pytest.mark.parametrize(
    ("changes", "status", "previous"),
    [
        ([], "EventScheduled", None),
        ([moved()], "EventRescheduled", "2027-02-02T13:00+01:00"),
        # Of several moves, the first is from what was planned.
        ([moved(), moved("10. juli 2027 kl. 9")], "EventRescheduled", "2027-02-02T13:00+01:00"),
        ([CANCELLED], "EventCancelled", None),
        ([moved(), CANCELLED], "EventCancelled", "2027-02-02T13:00+01:00"),
        # To another place at the same time.
        ([{"date": "20. november 2026", "what": "flyttet", "place": "B"}], "EventScheduled", None),
    ],
)
def test_what_became_of_it(changes: list[Any], status: str, previous: str | None) -> None:
    made = data(changes=changes)
    assert made["eventStatus"] == SCHEMA + status
    assert made.get("previousStartDate") == previous


PLACE = {"@type": "Place", "name": "Odense", "address": "Odense"}
ONLINE = {"@type": "VirtualLocation", "url": "https://video.example/a?b=1&c=2"}


@pytest.mark.parametrize(
    ("where", "mode", "location"),
    [
        ({"place": "Odense"}, "Offline", PLACE),
        ({"url": ONLINE["url"]}, "Online", ONLINE),
        ({"place": "Odense", "url": ONLINE["url"]}, "Mixed", [PLACE, ONLINE]),
        # What nobody has told is left out, and not called unknown.
        ({}, None, None),
    ],
)
def test_where_one_can_be_there(where: dict[str, str], mode: str | None, location: Any) -> None:
    made = data(**where)
    assert made.get("eventAttendanceMode") == (mode and f"{SCHEMA}{mode}EventAttendanceMode")
    assert made.get("location") == location


def test_one_of_a_series_tells_of_itself() -> None:
    slots = slots_of(event(repeats=MONTHLY, changes=[moved(occurrence="2. marts 2027")]))
    made = [found(linked_data(one, ("En region",))) for one in slots]
    assert [one["eventStatus"].removeprefix(f"{SCHEMA}Event") for one in made] == [
        "Scheduled",
        "Rescheduled",
        "Scheduled",
        "Scheduled",
        "Scheduled",
    ]
    assert made[1]["previousStartDate"] == "2027-03-02T13:00+01:00"
    # In summer at the same time by the clock.
    times = [datetime.fromisoformat(one["startDate"]).astimezone(ZONE) for one in made]
    assert {time.hour for time in times[:1] + times[2:]} == {13}


JSON = st.recursive(
    st.one_of(HOSTILE, st.integers(), st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(HOSTILE, inner)),
    max_leaves=10,
)


@given(JSON)
def test_no_text_ends_the_element_or_begins_another(document: Any) -> None:
    """And it is the same document when it is read again."""
    text = escaped(document)
    assert not re.search("[<>&]", text)
    script = f'<script type="application/ld+json">{text}</script>'
    assert json.loads(text) == document
    assert found(script) == document


@given(HOSTILE)
def test_an_event_of_any_text_is_read_back(text: str) -> None:
    told = " ".join(f"»{text}«".split())
    made = slot().event.model_copy(update={"title": told, "summary": told, "place": told})
    [one] = slots_of(made)
    again = found(linked_data(one, (told,)))
    names = again["name"], again["description"], again["location"]["name"]
    assert {*names, again["organizer"]["name"]} == {told}


def test_a_page_holds_it_once() -> None:
    page = page_with("kalender/seminar/", event(title="A </script><b>x</b> & co."))
    assert page.body.count("application/ld+json") == 1
    [script] = re.findall(r"<script type=.application/ld\+json.>(.*?)</script>", page.body)
    assert json.loads(script)["name"] == "A </script><b>x</b> & co."
