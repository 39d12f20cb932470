"""The calendar: what is coming, what has been, and the same said of it wherever it is shown."""

import json
import re
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import icalendar
import pytest

from synlighed.catalogue import Catalogue, with_board
from synlighed.danish.times import ZONE
from synlighed.model.ambassadors import Ambassador
from synlighed.model.events import Event
from synlighed.model.groups import Group
from synlighed.model.item import Item
from synlighed.site import Site
from synlighed.status.board import Board
from tests.export.expected import assert_expected
from tests.export.sample import COMMON
from tests.pages.builder import as_kept, compile_small, file_of, page_of
from tests.pages.real import app, catalogue_of, contact
from tests.pages.test_expected import GOLDEN
from tests.site.html import read_text

NOW = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)


def event(id: str = "seminar", **fields: Any) -> Event:
    given = {
        **COMMON,
        "id": id,
        "source": f"data/events/{id}.yml",
        "title": id.capitalize(),
        "type": "seminar",
        "starts": "2. februar 2027 kl. 13.00",
        **fields,
    }
    return Event.model_validate(given)


AMBASSADOR = Ambassador.model_validate(
    {
        **COMMON,
        "id": "ambassadoeren",
        "source": "data/ambassadors/ambassadoeren.yml",
        "title": "Ambassadøren",
        "unit": "ukendt",
        "mailbox": "apps@enhed.example",
        "topics": ("Apps & ambulatoriet: 100 %?", "Fra idé til drift"),
    }
)
GROUP = Group.model_validate(
    {
        **COMMON,
        "id": "gruppen",
        "source": "data/groups/gruppen.yml",
        "title": "Gruppen",
        "type": "forum",
        "purpose": "At mødes.",
        "can_ask": "ukendt",
        "how_to_join": "ukendt",
        "meets": "ukendt",
        "contact": "ukendt",
    }
)
ABOUT = {"groups": ("gruppen",), "speakers": ("ambassadoeren",), "apps": ("min-plan",)}
MOVED = event(
    ends="kl. 15",
    place="Auditoriet",
    **ABOUT,
    changes=(
        {
            "date": "20. november 2026",
            "what": "flyttet",
            "starts": "9. februar 2027 kl. 10.30",
            "place": "Mødelokale 2",
        },
    ),
)
SERIES = event(
    "moede",
    type="gruppemøde",
    starts="6. oktober 2026 kl. 9",
    ends="9.45",
    repeats={"every": "måned", "until": "31. januar 2027"},
    url="https://video.example/moede",
    groups=("gruppen",),
    changes=(
        {"date": "1. november 2026", "what": "aflyst", "occurrence": "1. december 2026"},
        {
            "date": "2. november 2026",
            "what": "flyttet",
            "occurrence": "5. januar 2027",
            "starts": "7. januar 2027 kl. 9",
        },
    ),
)


def at(now: datetime, *items: Item) -> Catalogue:
    return with_board(catalogue_of(*items), Board(now))


@cache
def site() -> Site:
    return compile_small(at(NOW, MOVED, SERIES, AMBASSADOR, GROUP, app(), contact()))


def body(url: str, of: Site | None = None) -> str:
    return page_of(of or site(), url).body


def rows(html: str) -> list[str]:
    """Where the slots of a list lead, in order, from the calendar's own address."""
    return re.findall(r'sl-slot__title" href="(?:\.\./)*kalender/([^"]+)"', html)


def coming(*items: Item, now: datetime = NOW) -> list[str]:
    return rows(body("kalender/", compile_small(at(now, *items, GROUP, AMBASSADOR, app()))))


@pytest.mark.parametrize(
    "url",
    [
        "kalender/",
        "kalender/aar/2027/",
        "kalender/slags/seminar/",
        "",
        "ambassadoerer/ambassadoeren/",
        "grupper/gruppen/",
        "apps/min-plan/",
    ],
)
def test_every_list_says_the_same_time_and_place(url: str) -> None:
    """As the page of the event, its calendar files and its data do."""
    [row] = re.findall(r'kalender/seminar/">.*?</li>', body(url), re.DOTALL)
    assert re.findall(r'<time datetime="([^"]+)">', row) == [
        "2027-02-09T10:30+01:00",
        "2027-02-09T12:30+01:00",
    ]
    text = re.sub("<[^>]+>", "", row)
    assert "tirsdag den 9. februar 2027 kl. 10.30-12.30" in text
    assert "Mødelokale 2" in text and "FLYTTET" in text and "Auditoriet" not in text


def test_the_page_the_files_and_the_data_of_an_event_say_the_same() -> None:
    page = body("kalender/seminar/")
    assert page.count('<time datetime="2027-02-09T10:30+01:00">') == 2  # now, and moved to
    assert "Mødelokale 2" in page
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found
    data = json.loads(found[1])
    assert (data["startDate"], data["endDate"]) == (
        "2027-02-09T10:30+01:00",
        "2027-02-09T12:30+01:00",
    )
    assert data["previousStartDate"] == "2027-02-02T13:00+01:00"
    assert data["location"]["name"] == "Mødelokale 2"
    for file in ("seminar", "kalender", "slags/seminar", "grupper/gruppen"):
        calendar = icalendar.Calendar.from_ical(file_of(site(), f"kalender/{file}.ics"))
        [vevent] = [one for one in calendar.walk("VEVENT") if "Seminar" in one["summary"]]
        assert vevent.start.isoformat() == "2027-02-09T10:30:00+01:00"
        assert vevent.end.isoformat() == "2027-02-09T12:30:00+01:00"
        assert vevent["location"] == "Mødelokale 2"
        assert vevent["summary"].startswith("FLYTTET: ")


def test_the_grid_marks_the_days_of_the_list_and_leads_to_them() -> None:
    html = body("kalender/")
    marked = re.findall(r'<a href="([^"]+)" data-sl-day="([^"]+)">', html)
    assert marked == [
        ("#dag-2026-12-01", "2026-12-01"),
        ("#dag-2027-01-07", "2027-01-07"),
        ("#dag-2027-02-09", "2027-02-09"),
    ]
    assert all(f'id="{href[1:]}"' in html for href, _ in marked)
    january = html.partition('data-sl-month="2027-01"')[2].partition("</table>")[0]
    weeks = re.findall(r"Uge </span>(\d+)</th>", january)
    assert weeks == ["53", "1", "2", "3", "4"]


def test_a_list_of_what_is_coming_is_as_expected() -> None:
    html = as_kept(body("kalender/"))
    month = html[html.index('<section class="sl-month"') :].partition("</section>\n</div>")[0]
    assert_expected(month, GOLDEN / "month.html")


@pytest.mark.parametrize("name", ["seminar", "moede", "moede/2026-12-01"])
def test_the_page_of_an_event_is_as_expected(name: str) -> None:
    page = body(f"kalender/{name}/")
    assert_expected(as_kept(page), GOLDEN / f"event-{name.replace('/', '-')}.html")


def test_what_is_over_is_not_announced_and_stays_where_it_was() -> None:
    """To the minute when the site is built."""
    slot = event(starts="23. november 2026 kl. 9", ends="10.30")
    before, after = (datetime(2026, 11, 23, 10, minute, tzinfo=ZONE) for minute in (29, 30))
    assert coming(slot, now=before) == ["seminar/"]
    assert coming(slot, now=after) == []
    past = compile_small(at(after, slot))
    assert rows(body("kalender/aar/2026/", past)) == ["seminar/"]
    assert "Hvornår" in body("kalender/seminar/", past)


def test_a_day_is_over_when_it_ends_and_hours_without_an_end_with_their_day() -> None:
    night = datetime(2027, 2, 2, 23, 59, tzinfo=ZONE)
    day, hours = event("dag", starts="2. februar 2027"), event("tid")
    assert coming(day, hours, now=night) == ["dag/", "tid/"]
    assert coming(day, hours, now=datetime(2027, 2, 3, tzinfo=ZONE)) == []


def test_a_series_is_one_file_and_every_time_has_a_page_of_its_own() -> None:
    assert rows(body("kalender/moede/")) == [
        "moede/2026-12-01/",
        "moede/2027-01-05/",
        "moede/2026-11-03/",
        "moede/2026-10-06/",
    ]
    moved = body("kalender/moede/2027-01-05/")
    assert "FLYTTET" in moved and "torsdag den 7. januar 2027 kl. 09.00" in moved
    assert 'href="../../../kalender/moede/2027-01-05.ics"' in moved
    assert "AFLYST" in body("kalender/moede/2026-12-01/")


def test_another_time_of_the_same_day_is_enough() -> None:
    later = {"date": "2. november 2026", "what": "flyttet", "starts": "kl. 14.15"}
    online = {"date": "3. november 2026", "what": "flyttet", "online_only": "ja"}
    made = event(ends="kl. 14", place="Auditoriet", changes=(later, online))
    page = body("kalender/seminar/", compile_small(at(NOW, made)))
    assert "tirsdag den 2. februar 2027 kl. 14.15" in page and ">15.15</time>" in page
    assert "Det er nu kun online." in page and "</svg>Hvor</dt>" not in page


def test_what_is_changed_from_one_time_on_is_written_and_told_once() -> None:
    onwards = {
        "date": "2. november 2026",
        "what": "flyttet",
        "occurrence": "1. december 2026",
        "onwards": "ja",
        "starts": "kl. 10",
        "place": "Sal 2",
    }
    series = event(
        "moede",
        starts="6. oktober 2026 kl. 9",
        ends="9.45",
        repeats={"every": "måned", "until": "31. januar 2027"},
        changes=(onwards,),
    )
    made = compile_small(at(NOW, series))
    page = body("kalender/moede/", made)
    assert page.count("er det kl. 10.00-10.45. Nyt sted: Sal 2.") == 1
    # Who looks for where it is, looks for the next time.
    assert "<dd>Sal 2</dd>" in page
    vevents = icalendar.Calendar.from_ical(file_of(made, "kalender/kalender.ics")).walk("VEVENT")
    assert [(str(one.start)[:16], int(one["sequence"])) for one in vevents] == [
        ("2026-10-06 09:00", 0),
        ("2026-11-03 09:00", 0),
        ("2026-12-01 10:00", 1),
        ("2027-01-05 10:00", 1),
    ]


def test_a_cancelled_time_says_so_and_cannot_be_joined() -> None:
    page = body("kalender/moede/2026-12-01/")
    assert "Deltag i videomødet" not in page and "Aflyst: " in page
    assert "Deltag i videomødet" in body("kalender/moede/2027-01-05/")


def test_no_series_fills_a_short_list() -> None:
    """Of every event the next; and what was cancelled before it, since somebody meant to come."""
    shown = rows(body("grupper/gruppen/").partition('id="tidligere"')[0])
    assert shown == [
        "moede/2026-12-01/",
        "moede/2027-01-05/",
        "seminar/",
    ]


def test_a_draft_has_a_page_and_is_nowhere_else() -> None:
    draft = SERIES.model_copy(update={"content_status": "udkast"})
    made = compile_small(at(NOW, draft, GROUP, contact()))
    urls = {page.url for page in made.pages}
    assert "kalender/moede/" in urls and "kalender/moede/2026-12-01/" not in urls
    assert rows(body("kalender/", made)) == rows(body("", made)) == []
    assert "udkast" in body("kalender/moede/", made)
    assert not [file for file in made.files if b"BEGIN:VEVENT" in file.content]


def test_an_empty_calendar_says_so() -> None:
    made = compile_small(at(NOW))
    assert "Der er ikke noget på vej lige nu." in body("kalender/", made)
    assert "BEGIN:VTIMEZONE" in file_of(made, "kalender/kalender.ics")


def test_a_long_list_takes_several_pages_and_its_grid_knows_them_all() -> None:
    """A month that goes on to the next page has one grid, on each of them, of all its days."""
    days = range(1, 26)
    many = [
        event(f"m{day}-{n}", starts=f"{day}. marts 2027 kl. {9 + n}")
        for day in days
        for n in (0, 1, 2)
    ]
    made = compile_small(at(NOW, *many))
    first, second = body("kalender/", made), body("kalender/side/2/", made)
    assert len(rows(first)) + len(rows(second)) == 75
    for page in (first, second):
        assert [
            day for _, day in re.findall(r'<a href="([^"]+)" data-sl-day="([^"]+)">', page)
        ] == [f"2027-03-{day:02}" for day in days]
    assert 'href="../kalender/side/2/#dag-2027-03-25"' in first and 'id="dag-2027-03-25"' in second
    assert 'href="../../../kalender/#dag-2027-03-01"' in second


def test_what_goes_on_for_days_is_marked_on_each_of_them() -> None:
    days = event(starts="30. marts 2027", ends="1. april 2027")
    html = body("kalender/", compile_small(at(NOW, days)))
    assert re.findall(r'<a href="([^"]+)" data-sl-day="([^"]+)">', html) == [
        ("#dag-2027-03-30", "2027-03-30"),
        ("#dag-2027-03-30", "2027-03-31"),
    ]


def test_what_goes_on_for_months_is_in_the_grid_of_each() -> None:
    long = event("udstilling", starts="1. januar 2027", ends="31. marts 2027")
    others = [event(f"m{month}", starts=f"9. {month} 2027") for month in ("februar", "marts")]
    html = body("kalender/", compile_small(at(NOW, long, *others)))
    march = html.partition('data-sl-month="2027-03"')[2].partition("</table>")[0]
    assert march.count("data-sl-day") == 31
    assert '<a href="#dag-2027-01-01" data-sl-day="2027-03-08">' in march


def test_where_to_sign_up_is_told_as_far_as_it_is_known() -> None:
    def told(**registration: str) -> str:
        made = compile_small(at(NOW, event(registration=registration)))
        [vevent] = icalendar.Calendar.from_ical(file_of(made, "kalender/seminar.ics")).walk(
            "VEVENT"
        )
        return str(vevent["description"])

    until = "senest onsdag den 20. januar 2027"
    assert f"Tilmelding {until}: a@b.example\n" in told(
        deadline="20. januar 2027", mailbox="a@b.example"
    )
    assert f"Tilmelding {until}\nSig det." in told(deadline="20. januar 2027", note="Sig det.")
    assert "None" not in told(note="Sig det til din leder.")


def test_what_is_left_of_an_event_is_told_where_it_is_listed() -> None:
    slides = {"title": "A", "type": "præsentation", "url": "https://slides.example/"}
    coming = {"title": "B", "type": "optagelse"}
    past = event(starts="3. marts 2026", materials=(slides, coming))
    html = body("kalender/aar/2026/", compile_small(at(NOW, past)))
    assert "Med præsentation</p>" in html


def test_a_former_id_still_leads_to_the_page_and_gives_the_file() -> None:
    renamed = SERIES.model_copy(update={"former_ids": ("gammelt",)})
    made = compile_small(at(NOW, renamed, GROUP))
    redirect = file_of(made, "kalender/gammelt/2027-01-05/index.html")
    assert 'url=../../../kalender/moede/2027-01-05/"' in redirect
    for name in ("", "/2027-01-05"):
        now, before = (file_of(made, f"kalender/{id}{name}.ics") for id in ("moede", "gammelt"))
        assert now == before


def test_an_ordered_talk_is_a_letter_that_is_almost_written() -> None:
    html = body("oplaeg/")
    [first, _] = re.findall(r'href="(mailto:[^"]+)"', html)
    letter = urlsplit(first.replace("&amp;", "&"))
    said = parse_qs(letter.query)
    assert letter.path == "apps@enhed.example"
    assert said["subject"] == ["Vi vil gerne høre: Apps & ambulatoriet: 100 %?"]
    assert "»Apps & ambulatoriet: 100 %?«" in said["body"][0] and "\r\n" in said["body"][0]
    assert html.count("mailto:") == body("ambassadoerer/ambassadoeren/").count("?subject=") == 2


def test_nobody_is_led_to_write_to_who_takes_no_orders() -> None:
    busy = AMBASSADOR.model_copy(update={"available": False})
    html = body("oplaeg/", compile_small(at(NOW, busy)))
    assert "mailto:" not in html and "Tager ikke imod" in html and "Fra idé til drift" in html


def test_the_calendars_to_follow_are_those_there_are() -> None:
    html = body("abonner/")
    links = re.findall(r'href="([^"]+\.ics)"', html)
    assert links == [
        "../kalender/kalender.ics",
        "../status/vedligehold.ics",
        "../kalender/slags/seminar.ics",
        "../kalender/slags/gruppemoede.ics",
        "../kalender/grupper/gruppen.ics",
    ]
    assert {file.uri for file in site().files} >= {link[3:] for link in links}


def test_every_page_of_the_calendar_is_sound_html() -> None:
    for page in site().pages:
        if page.url.startswith(("kalender/", "abonner/", "oplaeg/")):
            read_text(f"<!doctype html><title>x</title><main>{page.body}</main>")
