"""What should have been reviewed, by the clock of whoever reads, long after the site was built."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from synlighed.danish.dates import add_months, format_date
from synlighed.danish.times import ZONE
from tests.browser.conftest import Open
from tests.browser.families import find_families, items_of

At = Callable[[str, datetime], Page]


@pytest.fixture
def at(browser: Browser, served_site: str) -> Iterator[At]:
    """Opens a page of the site at a time of the reader's clock, which is elsewhere."""
    contexts = []

    def open_at(path: str, now: datetime) -> Page:
        context = browser.new_context(timezone_id="America/New_York")
        contexts.append(context)
        page = context.new_page()
        page.clock.install(time=now)
        page.goto(served_site + path)
        return page

    yield open_at
    for context in contexts:
        context.close()


@pytest.fixture
def reviewed(built_site: Path) -> tuple[str, date]:
    """The path of an app, and the day by which it is to be reviewed."""
    app = next(item for item in items_of(built_site, "apps") if not item["example"])
    text = (built_site / app["path"].strip("/") / "index.html").read_text(encoding="utf-8")
    over = re.search(r'data-sl-until="(\d{4}-\d\d-\d\d)T00:00', text[text.index("sl-due") :])
    assert over
    return app["path"], date.fromisoformat(over[1]) - timedelta(1)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), ZONE)


def told(page: Page) -> Locator:
    """What is seen of the banner."""
    return page.locator(".sl-due p:visible")


def test_a_page_is_fresh_until_a_month_before(at: At, reviewed: tuple[str, date]) -> None:
    path, due = reviewed
    near = add_months(due, -1)
    expect(told(at(path, noon(near - timedelta(1))))).to_have_count(0)
    expect(told(at(path, noon(near)))).to_have_text(f"Skal gennemgås senest {format_date(due)}.")


def test_on_the_day_itself_it_is_not_late(at: At, reviewed: tuple[str, date]) -> None:
    """The day is over at midnight in Denmark, wherever the reader is."""
    path, due = reviewed
    midnight = datetime.combine(due + timedelta(1), time(), ZONE)
    page = at(path, midnight - timedelta(minutes=2))
    expect(told(page)).to_have_text(f"Skal gennemgås senest {format_date(due)}.")
    page.clock.fast_forward(4 * 60 * 1000)
    expect(told(page)).to_have_text(re.compile(f"^Skulle have været .* {format_date(due)}. Spørg "))


def test_a_year_later_it_says_whom_to_ask(at: At, reviewed: tuple[str, date]) -> None:
    path, due = reviewed
    page = at(path, noon(add_months(due, 12)))
    expect(told(page)).to_have_count(1)
    expect(told(page)).to_contain_text("om det stadig passer.")
    told(page).get_by_role("link").click()
    assert "/hjaelp/" in page.url


def test_without_scripts_it_says_when_and_does_not_judge(
    open_page: Open, reviewed: tuple[str, date]
) -> None:
    path, due = reviewed
    page = open_page(path, javascript=False).page
    expect(told(page)).to_have_count(0)
    fact = page.locator(".sl-about .sl-fact", has_text="Gennemgås igen senest")
    expect(fact).to_contain_text(format_date(due))


def test_on_paper_it_is_one_line(at: At, reviewed: tuple[str, date]) -> None:
    path, due = reviewed
    page = at(path, noon(add_months(due, 12)))
    page.emulate_media(media="print")
    box = told(page).bounding_box()
    assert box and box["height"] < 30


def test_a_page_written_by_hand_says_it_too(at: At) -> None:
    page = at("/tilgaengelighed/", noon(date(2028, 1, 1)))
    expect(told(page)).to_contain_text("Skulle have været gennemgået senest 25. november 2027.")
    expect(page.locator("h1 + .sl-due")).to_be_visible()


# ---- Whoever answers for something


def groups(page: Page) -> dict[str, int]:
    """What is seen, heading by heading."""
    sections = page.locator(".sl-section:has(.sl-duties):visible")
    return {
        re.sub(r" \(.*", "", section.get_by_role("heading").inner_text()): section.locator(
            ".sl-duty"
        ).count()
        for section in sections.all()
    }


def test_it_stands_under_what_it_is_today(at: At, built_site: Path) -> None:
    path = find_families(built_site)["owner"]
    fresh = groups(at(path, noon(date(2026, 11, 23))))
    assert "Overskredet" not in fresh and fresh["Senere"] > 1
    old = at(path, noon(date(2040, 1, 1)))
    assert groups(old)["Overskredet"] == fresh["Senere"] + fresh.get("Inden for en måned", 0)
    assert "Senere" not in groups(old)
    heading = old.get_by_role("heading", name="Overskredet")
    expect(heading).to_have_text(f"Overskredet ({groups(old)['Overskredet']})")


def test_it_changes_heading_when_its_day_is_past(at: At, built_site: Path) -> None:
    path = find_families(built_site)["owner"]
    first = at(path, noon(date(2026, 11, 23))).locator("[data-sl-due]").first
    near, over = (first.get_attribute(f"data-sl-{name}") for name in ("told", "due"))
    for moment, heading in ((near, "Inden for en måned"), (over, "Overskredet")):
        assert moment
        before, after = (
            groups(at(path, datetime.fromisoformat(moment) + timedelta(minutes=minutes)))
            for minutes in (-1, 1)
        )
        assert before.get(heading, 0) < after[heading]


def test_without_scripts_it_is_one_list_by_day(open_page: Open, built_site: Path) -> None:
    page = open_page(find_families(built_site)["owner"], javascript=False).page
    seen = groups(page)
    assert seen.keys() - {"Dag ikke oplyst", "Ingen frist"} == {"Efter dag"}
    times = page.locator("[data-sl-dated] .sl-duty")
    days = [row.locator("time").first.get_attribute("datetime") for row in times.all()]
    assert days == sorted(days) and len(days) > 1
