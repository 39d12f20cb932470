"""What is for staff alone is in no calendar file of those outside, folded or not."""

from typing import Any

import pytest

from synlighed.calendar.slots import slots_of
from synlighed.catalogue import Catalogue
from synlighed.edition import narrow
from synlighed.feeds.icalendar import feed
from synlighed.model.events import Event
from synlighed.model.item import Item
from synlighed.visibility import Edition
from tests.calendar.events import MONTHLY, event, files_of
from tests.editions.searching import found_in
from tests.feeds.lint import entries
from tests.pages.calendars import AROUND, group, roles
from tests.pages.real import catalogue_of, contact

OUTSIDE = [Edition.PARTNER, Edition.PUBLIC]

LONG = "hemmeligt " * 8
"""So long that every line with it is folded, and the word with it somewhere."""

HIDDEN: dict[str, Any] = {
    "title": f"{LONG}møde",
    "summary": f"Et hemmeligt møde, som er {LONG}.",
    "place": f"{LONG}lokale",
    "url": f"https://video.example/{LONG.replace(' ', '')}",
    "registration": {"mailbox": "hemmeligt@region.example"},
    "speakers": ["ambassadoer-ouh"],
    "contact": "mobile-apps",
}


def events(visibility: str) -> tuple[Event, ...]:
    """One for all and a series for all, and the same for fewer."""
    few = {**HIDDEN, "visibility": visibility}
    return (
        event("for-alle", visibility="offentlig", groups=["for-alle"]),
        event("raekke", visibility="offentlig", repeats=MONTHLY),
        event("hemmeligt-moede", **few, type="oplæg", groups=["for-alle", "hemmelig-gruppe"]),
        event("hemmelig-raekke", **few, type="webinar", repeats=MONTHLY, roles=["projektleder"]),
    )


def whole(*made: Item) -> Catalogue:
    others = (group("for-alle", visibility="offentlig"), group("hemmelig-gruppe"))
    return catalogue_of(*made, *others, *AROUND, **roles("Projektleder"))


@pytest.mark.parametrize(
    ("edition", "visibility"),
    [(Edition.PARTNER, "intern"), (Edition.PUBLIC, "intern"), (Edition.PUBLIC, "partner")],
)
def test_no_file_has_any_of_it(edition: Edition, visibility: str) -> None:
    """Not a slot of it, no feed of what it alone is, and no name."""
    made = events(visibility)
    inside, outside = (
        files_of(narrow(whole(*made), to, None)) for to in (Edition.INTERNAL, edition)
    )
    hidden = {slot.uid for one in made[2:] for slot in slots_of(one)}
    assert [*found_in(inside, "hemmelig")]
    assert [*found_in(outside, "hemmelig")] == []
    for uri, content in outside.items():
        assert entries(content).keys().isdisjoint(hidden), uri
    assert inside.keys() - outside.keys() == {
        "kalender/hemmeligt-moede.ics",
        "kalender/hemmelig-raekke.ics",
        *(f"kalender/hemmelig-raekke/{slot.planned}.ics" for slot in slots_of(made[3])),
        "kalender/slags/oplaeg.ics",
        "kalender/slags/webinar.ics",
        "kalender/for-roller/projektleder.ics",
        "kalender/grupper/hemmelig-gruppe.ics",
    }


@pytest.mark.parametrize("edition", OUTSIDE)
def test_what_all_may_see_is_there_without_what_it_names(edition: Edition) -> None:
    """By the same UIDs, so that who moves inside gets none of it twice."""
    open_ = event(
        "aabent",
        visibility="offentlig",
        speakers=["ambassadoer-ouh"],
        contact="mobile-apps",
        owner="ansvarlig",
        groups=["for-alle", "hemmelig-gruppe"],
    )
    owner = contact("ansvarlig", mailbox="ansvarlig@region.example", visibility="offentlig")
    made = whole(open_, owner)
    inside, outside = (files_of(narrow(made, to, None)) for to in (Edition.INTERNAL, edition))
    uri = "kalender/aabent.ics"
    [here], [there] = entries(inside[uri]).values(), entries(outside[uri]).values()
    assert here.value("UID") == there.value("UID")
    assert here.value("ORGANIZER") == "mailto:apps@region.example"
    assert there.value("ORGANIZER") == "mailto:ansvarlig@region.example"
    assert "OUH" in here.value("DESCRIPTION") and "OUH" not in there.value("DESCRIPTION")
    assert "kalender/grupper/hemmelig-gruppe.ics" not in outside
    assert [*found_in(outside, "apps@region.example")] == []


def test_a_word_is_found_where_a_line_is_folded() -> None:
    """Or the search of an edition would prove nothing of its calendars."""
    folded = feed((), LONG)
    assert LONG.rstrip().encode() not in folded
    assert [*found_in({"kalender.ics": folded}, LONG.rstrip())] == ["kalender.ics"]


def test_no_calendar_for_those_who_may_see_no_event() -> None:
    made = whole(event(visibility="intern", contact="mobile-apps"))
    assert files_of(narrow(made, Edition.PUBLIC, None)) == {}
