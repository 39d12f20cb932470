"""The first draft of an issue holds all that is new, and passes the check as it is."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from synlighed.load.datafile import decode
from synlighed.load.items import build
from synlighed.load.nodes import parse
from synlighed.model.newsletters import UNWRITTEN, Newsletter
from synlighed.newsletter.draft import draft_of, next_issue
from synlighed.status.document import Maintenance
from tests.calendar.events import CANCELLED, event
from tests.export.expected import assert_expected
from tests.export.sample import TODAY
from tests.newsletter.issues import catalogue_of, lesson, news, newsletter, notice
from tests.pages.calendars import SERIES
from tests.pages.real import app, contact

GOLDEN = Path(__file__).parent / "golden"
UID = "5b0a6c1e-7f0d-4a52-9d1c-2f6c8a3e9b47"
NEW = {"created": "20. november 2026"}

ITEMS = (
    newsletter("nyhedsbrev-6", 6, date="10. november 2026", contents=[{"news": "samme-dag"}]),
    news("ny", 2, title="Ring direkte: # til vagten", urgent="ja", date="23. november 2026"),
    news("samme-dag", 3, date="10. november 2026"),
    news("i-morgen", 4, date="24. november 2026"),
    news("kladde", 5, date="20. november 2026", content_status="udkast"),
    lesson("ny-viden", title="En ny erfaring", **NEW),
    app(id="ny-app", title="En ny app", **NEW),
    app(id="gammel-app", title="En gammel app"),
    app(id="app-i-udkast", content_status="udkast", **NEW),
    contact("ny-hjaelp", title="Ny hjælp", **NEW),
    contact(),
    event("snart", title="Snart", starts="1. december 2026 kl. 13"),
    event("langt-vaek", title="Langt væk", starts="1. marts 2027"),
    event("aflyst", starts="1. december 2026 kl. 9", changes=[CANCELLED]),
    event("i-udkast", starts="1. december 2026 kl. 9", content_status="udkast"),
    event("forbi", starts="20. november 2026 kl. 9"),
    event(**{**SERIES, "starts": "3. november 2026 kl. 13", "title": "Hver måned"}),
    notice("vedligehold", title="Ny server"),
    notice("forbi", starts="1. november 2026 kl. 22", ends="2. november 2026 kl. 1"),
    notice("fejl", type="forstyrrelse", ends=None),
)


def work(title: str = "Opdatering", **fields: Any) -> Maintenance:
    starts = datetime(2026, 12, 2, 21, 0, tzinfo=UTC)
    given = {"id": "m1", "starts": starts, "ends": starts + timedelta(hours=2), "components": ()}
    return Maintenance(title=title, **{**given, **fields})


def drafted(*items: Any, works: tuple[Maintenance, ...] = (), **fields: Any) -> str:
    catalogue = catalogue_of(*items)
    return draft_of(next_issue(catalogue, TODAY, UID, **fields), catalogue, works)


def read(text: str) -> Newsletter:
    """The item of a file, in which nothing is wrong."""
    file, problems = decode(text.encode(), "data/newsletters/nyhedsbrev-7.yml")
    assert file and not problems
    node, problems = parse(file)
    assert node and not problems
    item, problems = build(Newsletter, file, node, id="nyhedsbrev-7", source=file.path)
    assert not problems, [problem.message for problem in problems]
    assert isinstance(item, Newsletter)
    return item


def test_a_draft_is_as_expected() -> None:
    works = (work(), work("Flytning: til »nyt« hus", id="m2"))
    assert_expected(drafted(*ITEMS, works=works), GOLDEN / "draft.yml")


def test_it_holds_what_is_new_the_most_useful_first() -> None:
    issue = read(drafted(*ITEMS))
    told = [next(filter(None, story.model_dump().values())) for story in issue.contents]
    assert told == [
        "ny", "ny-app", "ny-viden", "ny-hjaelp", "moede", "snart", "vedligehold",
    ]  # fmt: skip
    assert issue.number == 7 and issue.date == TODAY and issue.uid == UID
    assert (issue.content_status, issue.owner) == ("udkast", "hjaelpen")


def test_what_came_out_beside_the_last_issue_is_new_unless_that_brought_it() -> None:
    day = "10. november 2026"
    last = newsletter(
        "nyhedsbrev-6", 6, date=day, contents=[{"news": "bragt"}, {"app": "bragt-app"}]
    )
    came = (
        news("bragt", 2, date=day),
        news("senere-samme-dag", 3, date=day),
        news("dagen-efter", 4, date="11. november 2026"),
        news("dagen-foer", 5, date="9. november 2026"),
        app(id="bragt-app", created=day),
        app(id="oprettet-samme-dag", created=day),
    )
    found = read(drafted(last, *came, contact())).contents
    assert {story.news for story in found if story.news} == {"senere-samme-dag", "dagen-efter"}
    assert [story.app for story in found if story.app] == ["oprettet-samme-dag"]


def test_what_nobody_has_written_says_so() -> None:
    """As the check looks for, so that no reader gets it; and no list says its number twice."""
    issue = read(drafted(*ITEMS))
    for text in (issue.title, issue.summary, issue.intro):
        assert text.startswith(UNWRITTEN) and text != UNWRITTEN
    assert str(issue.number) not in issue.title


def test_every_line_says_what_it_is() -> None:
    lines = re.findall(r"^  - \w+: \S+  # (.+)$", drafted(*ITEMS), re.MULTILINE)
    assert lines == [
        "Ring direkte: # til vagten (haster)",
        "En ny app (app)",
        "En ny erfaring (erfaring)",
        "Ny hjælp (kontaktpunkt)",
        "Hver måned (1. december 2026)",
        "Snart (1. december 2026)",
        "Ny server (2. december 2026 kl. 22.00)",
    ]


def test_the_next_day_and_number_can_be_chosen() -> None:
    issue = read(drafted(*ITEMS, day=date(2026, 11, 24), number=12))
    assert issue.number == 12 and issue.date == date(2026, 11, 24)
    assert issue.created == issue.last_reviewed == TODAY
    assert [story.news for story in issue.contents][:2] == ["i-morgen", "ny"]


def test_before_the_first_issue_it_looks_back_as_far_as_ahead() -> None:
    old = news("gammel", 9, date="1. september 2026")
    issue = read(drafted(news("ny", 2, date="1. oktober 2026"), old, contact()))
    assert issue.number == 1
    assert [story.news for story in issue.contents if story.news] == ["ny"]


def test_when_nothing_is_new_it_says_so() -> None:
    text = drafted(newsletter(date="23. november 2026"), contact())
    assert "Der er intet nyt at fortælle" in text and "planned_work" not in text
    assert read(text).contents == ()


def test_what_the_platform_plans_is_told_in_danish_time() -> None:
    over = work(
        "Forbi", starts=datetime(2026, 11, 1, tzinfo=UTC), ends=datetime(2026, 11, 2, tzinfo=UTC)
    )
    [planned] = read(drafted(*ITEMS, works=(work(), over))).planned_work
    assert planned.title == "Opdatering"
    assert planned.starts == datetime(2026, 12, 2, 21, tzinfo=UTC)
    assert planned.ends == datetime(2026, 12, 2, 23, tzinfo=UTC)


def test_what_is_made_up_says_so() -> None:
    catalogue = catalogue_of(*ITEMS)
    issue = next_issue(catalogue, TODAY, UID)
    text = draft_of(issue, catalogue, [work()], made_up=True)
    assert read(text).planned_work[0].title == "Eksempel: Opdatering"


@settings(max_examples=150)
@given(st.text())
@example("- {a: b} # c")
@example("x" * 500)
@example("a\u2028b\u200b\x00\x85")
@example("ja")
@example("13:00")
@example("")
@example("0123456789")
@example("\u034f")
@example("Op\u3164datering")
def test_whatever_the_platform_calls_its_work_can_be_read(title: str) -> None:
    [planned] = read(drafted(*ITEMS, works=(work(title),))).planned_work
    seen = "".join(sign if sign.isprintable() else " " for sign in title).split()
    assert planned.title == (" ".join(seen)[:200].strip() or "Vedligehold") or not title.isascii()


@pytest.mark.parametrize("hour", [0, 1])
def test_the_hour_that_comes_twice(hour: int) -> None:
    starts = datetime(2027, 10, 31, hour, 30, tzinfo=UTC)
    [planned] = read(
        drafted(*ITEMS, works=(work(starts=starts, ends=starts + timedelta(minutes=10)),))
    ).planned_work
    assert planned.starts.timestamp() == starts.timestamp()
