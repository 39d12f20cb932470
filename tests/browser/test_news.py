"""News and newsletters in a browser: read, narrowed, followed."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.families import IN_FRAME, find_families, items_of
from tests.browser.test_accessibility import PHONE
from tests.feeds.feed_readers import by_feedparser

FOLLOWED = {
    "application/rss+xml": "nyhedsbrev/rss.xml",
    "application/atom+xml": "nyhedsbrev/atom.xml",
    "application/feed+json": "nyhedsbrev/feed.json",
}


@pytest.mark.parametrize("family", IN_FRAME)
def test_every_page_says_what_can_be_followed(
    open_family: Open, served_site: str, family: str
) -> None:
    page = open_family(family).page
    found = [
        (link.get_attribute("type"), urljoin(page.url, link.get_attribute("href") or ""))
        for link in page.locator('link[rel~="alternate"]').all()
    ]
    # The hostile site, and the one that is disturbed, have hosts of their own.
    root = page.url.split("/", 3)[:3]
    expected = {(type_, "/".join([*root, path])) for type_, path in FOLLOWED.items()}
    assert expected <= set(found)


def test_a_list_of_one_value_has_a_feed_of_its_own(open_family: Open, built_site: Path) -> None:
    page = open_family("one value of news").page
    first = page.locator('link[rel~="alternate"][type="application/rss+xml"]').first
    address = urljoin(page.url, first.get_attribute("href") or "")
    assert address == page.url + "rss.xml"
    answer = page.request.get(address)
    entries = by_feedparser(answer.body()).entries
    shown = page.locator(".sl-card__title").all_inner_texts()
    assert [entry.title.removeprefix("Eksempel: ") for entry in entries] == shown
    assert first.get_attribute("title")
    page.get_by_role("link", name="RSS").first.wait_for()


def test_every_feed_that_is_listed_is_there(open_family: Open) -> None:
    page = open_family("subscribe").page
    links = page.locator(".sl-feeds a").all()
    assert len(links) > 20
    for link in links:
        answer = page.request.get(urljoin(page.url, link.get_attribute("href") or ""))
        assert answer.status == 200
        if link.inner_text().startswith("JSON Feed"):
            assert json.loads(answer.body())["version"].endswith("1.1")
        else:
            assert by_feedparser(answer.body()).entries is not None
    names = {link.inner_text().partition(":")[0].strip() for link in links}
    assert names == {"RSS", "Atom", "JSON Feed"}


def test_news_are_sorted_by_when_they_came_out(open_page: Open, built_site: Path) -> None:
    page = open_page("/nyheder/").page
    order = page.get_by_label("Sortér efter")
    expect(order).to_have_value("nyeste")
    titles = [item["fields"]["title"] for item in items_of(built_site, "news")]
    shown = page.locator(".sl-card:visible .sl-card__title").all_inner_texts()
    assert shown == titles[: len(shown)]
    order.select_option("navn")
    page.wait_for_url("**?sorter=navn*")
    by_name = page.locator(".sl-card:visible .sl-card__title")
    expect(by_name.first).not_to_have_text(titles[0])
    named = by_name.all_inner_texts()
    assert [title[0] for title in named] == sorted(title[0] for title in named)
    assert page.locator('select option[value="gennemgaaet"]').count() == 0


def test_news_can_be_narrowed(open_page: Open) -> None:
    page = open_page("/nyheder/").page
    page.get_by_role("checkbox", name=re.compile("^Drift ")).check()
    page.wait_for_url("**?kategori=drift*")
    expect(page.locator(".sl-card:visible").first).to_contain_text("Drift")
    dates = page.locator(".sl-card:visible time").evaluate_all(
        "all => all.map(one => one.dateTime)"
    )
    assert dates and dates == sorted(dates, reverse=True)


@pytest.mark.parametrize("javascript", [True, False])
def test_one_issue_after_another(open_page: Open, javascript: bool) -> None:
    """From the newest back to the first, and forward again."""
    page = open_page("/nyhedsbrev/", width=PHONE, javascript=javascript).page
    page.locator(".sl-newest > h2 a").click()
    expect(page.locator("h1")).to_be_visible()
    seen = [page.url]
    while (older := page.locator("a[rel=prev]")).count():
        older.click()
        page.wait_for_url(lambda url: url not in seen)
        seen.append(page.url)
    assert len(seen) >= 6
    page.locator("a[rel=next]").click()
    page.wait_for_url(seen[-2])


def test_each_story_has_a_place_of_its_own(open_page: Open, built_site: Path) -> None:
    path = items_of(built_site, "newsletters")[0]["path"]
    page = open_page(path).page
    ids = page.locator(".sl-story [id]").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids)) >= 5
    page.goto(f"{page.url}#{ids[-1]}")
    expect(page.locator(f"#{ids[-1]}")).to_be_in_viewport()


def test_news_stand_on_what_they_are_about(open_page: Open, built_site: Path) -> None:
    news = next(i for i in items_of(built_site, "news") if "app" in str(i["fields"].get("about")))
    app = next(one["app"] for one in news["fields"]["about"] if "app" in one)
    page = open_page(f"/apps/{app}/").page
    expect(page.get_by_role("link", name=news["fields"]["title"])).to_be_visible()


def test_every_family_of_news_is_there(built_site: Path) -> None:
    families = find_families(built_site)
    assert {"one of news", "one of newsletters", "issues of a year"} <= families.keys()
