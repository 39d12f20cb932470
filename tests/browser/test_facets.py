"""Narrowing a catalogue, as staff do it: by mouse, keyboard and address, and without scripts."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from synlighed.danish.slugs import slugify
from tests.browser.conftest import Hostile, Open
from tests.browser.families import fullest_facet, items_of
from tests.browser.test_accessibility import DESKTOP, PHONE

Items = list[dict[str, Any]]


@pytest.fixture
def apps(built_site: Path) -> Items:
    return items_of(built_site, "apps")


def having(items: Items, **wanted: str) -> list[str]:
    """The titles of the items that have a value in every field named."""

    def has(item: dict[str, Any], key: str, value: str) -> bool:
        found = item["fields"].get(key)
        return value in found if isinstance(found, list) else found == value

    return [
        item["fields"]["title"]
        for item in items
        if all(has(item, key, value) for key, value in wanted.items())
    ]


def shown(page: Page) -> list[str]:
    return page.locator(".sl-card__title:visible").all_inner_texts()


def value(page: Page, facet: str, name: str) -> Any:
    group = page.get_by_role("group", name=facet, exact=True)
    return group.get_by_role("checkbox", name=re.compile(rf"^{name} "))


def query(page: Page) -> str:
    return page.evaluate("location.search")


def is_soon(page: Page, true: Callable[[], bool]) -> None:
    """Waits for what follows a choice."""
    for _ in range(100):
        if true():
            return
        page.wait_for_timeout(20)
    assert true()


def test_several_facets_at_once(open_page: Open, apps: Items) -> None:
    """Values of one facet widen, and facets narrow; the counts say what each choice would give."""
    page = open_page("/apps/").page
    value(page, "Livscyklus", "I drift").check()
    is_soon(page, lambda: shown(page) == having(apps, lifecycle="i drift"))
    value(page, "Målgrupper", "Patient").check()
    expected = having(apps, lifecycle="i drift", audiences="patient")
    is_soon(page, lambda: shown(page) == expected)
    status = page.get_by_role("status").filter(has_text="af")
    expect(status).to_have_text(f"{len(expected)} af {len(apps)} apps")
    assert query(page) == "?livscyklus=i-drift&maalgrupper=patient"
    more = having(apps, lifecycle="under afprøvning", audiences="patient")
    expect(value(page, "Livscyklus", "Under afprøvning")).to_have_accessible_name(
        f"Under afprøvning {len(more)}"
    )
    value(page, "Livscyklus", "Under afprøvning").check()
    is_soon(page, lambda: set(shown(page)) == {*expected, *more})


def test_the_address_can_be_shared_and_gone_back_to(open_page: Open, apps: Items) -> None:
    page = open_page("/apps/?livscyklus=i-drift&findes=ikke&livscyklus=heller-ikke").page
    in_use = having(apps, lifecycle="i drift")
    is_soon(page, lambda: shown(page) == in_use)
    expect(value(page, "Livscyklus", "I drift")).to_be_checked()
    value(page, "Oprindelse", "Regional").check()
    is_soon(page, lambda: shown(page) == having(apps, lifecycle="i drift", origin="regional"))
    page.locator(".sl-card__title a:visible").first.click()
    page.go_back()
    is_soon(page, lambda: shown(page) == having(apps, lifecycle="i drift", origin="regional"))
    page.go_back()
    is_soon(page, lambda: shown(page) == in_use)
    expect(value(page, "Oprindelse", "Regional")).not_to_be_checked()


def test_one_click_clears(open_page: Open, apps: Items) -> None:
    page = open_page("/apps/?livscyklus=i-drift&maalgrupper=patient").page
    page.get_by_role("button", name="Fjern Målgrupper: Patient").click()
    is_soon(page, lambda: shown(page) == having(apps, lifecycle="i drift"))
    page.get_by_role("button", name="Ryd alle valg").click()
    is_soon(page, lambda: len(shown(page)) == len(apps))
    assert query(page) == ""
    expect(page.get_by_text(f"{len(apps)} apps", exact=True)).to_be_focused()


def test_sorting(open_page: Open, apps: Items) -> None:
    page = open_page("/apps/").page
    days = {item["fields"]["title"]: item["fields"] for item in apps}
    for label, key in (("nyeste først", "created"), ("senest gennemgået", "last_reviewed")):
        page.get_by_label("Sortér efter").select_option(label)
        known = [day for day in (days[title][key] for title in shown(page)) if day != "ukendt"]
        assert known == sorted(known, reverse=True)
        assert len(shown(page)) == len(apps)
    assert query(page) == "?sorter=gennemgaaet"
    page.get_by_label("Sortér efter").select_option("navn")
    assert shown(page) == list(days)


def test_nothing_left(open_page: Open, apps: Items) -> None:
    page = open_page("/apps/?livscyklus=ide&oprindelse=kommerciel&maalgrupper=kliniker").page
    expect(page.get_by_text("Ingen apps passer til alle dine valg.")).to_be_visible()
    assert shown(page) == []
    expect(page.get_by_role("button", name="Ryd alle valg")).to_be_visible()


def test_by_keyboard(open_page: Open, apps: Items) -> None:
    page = open_page("/apps/", width=PHONE).page
    page.locator(".sl-narrow > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    first = page.locator(".sl-facet__value").first.inner_text().split("\n")[0]
    is_soon(page, lambda: shown(page) == having(apps, lifecycle=first.lower()))
    expect(page.locator(".sl-facet input").first).to_be_focused()


def test_on_a_phone_one_comes_to_the_list(open_page: Open, apps: Items) -> None:
    page = open_page("/apps/", width=PHONE).page
    expect(page.locator(".sl-facet").first).to_be_hidden()
    page.get_by_text("Afgræns listen").click()
    value(page, "Målgrupper", "Patient").check()
    number = len(having(apps, audiences="patient"))
    page.get_by_role("button", name=f"Vis {number} apps").click()
    expect(page.locator(".sl-facet").first).to_be_hidden()
    expect(page.get_by_text("Afgræns listen (1)")).to_be_visible()
    expect(page.locator(".sl-card__title:visible").first).to_be_in_viewport()


def test_words_are_narrowed_as_well(open_page: Open, built_site: Path) -> None:
    facet, wanted = fullest_facet(built_site, "terms")
    page = open_page(f"/ordliste/?{facet}={wanted}").page
    key = {"emner": "tags", "indsatsomraader": "focus_areas"}[facet]
    titles = having(items_of(built_site, "terms"), **{key: wanted})
    expect(page.locator(".sl-term:visible")).to_have_count(min(len(titles), 24))
    assert page.locator(".sl-term:visible dt a").all_inner_texts() == titles[:24]


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_without_javascript_a_value_is_a_page(open_page: Open, apps: Items, width: int) -> None:
    page = open_page("/apps/", width=width, javascript=False).page
    page.get_by_text("Afgræns listen").click()
    page.get_by_role("link", name="I drift", exact=True).click()
    assert page.url.endswith("/apps/livscyklus/i-drift/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Apps, livscyklus: I drift")
    assert shown(page) == having(apps, lifecycle="i drift")
    page.get_by_role("link", name="Alle apps").click()
    assert page.url.endswith("/apps/")


def test_cards_from_all_over_a_long_list(
    open_page: Open, served_hostile: str, hostile: Hostile
) -> None:
    """The names are there at once, and the rest of each card is that of the list itself."""
    page = open_page(f"{served_hostile}/apps/?sorter=nyeste").page
    expect(page.locator(".sl-card:visible")).to_have_count(24)
    is_soon(page, lambda: page.locator(".sl-card__summary:visible").count() == 24)
    page.get_by_role("button", name="Vis flere").click()
    expect(page.locator(".sl-card:visible")).to_have_count(48)
    expect(page.locator(".sl-card:visible").nth(24).locator("h2 a")).to_be_focused()
    is_soon(page, lambda: page.locator(".sl-card__summary:visible").count() == 48)
    links = page.locator(".sl-card:visible a").evaluate_all("all => all.map(a => a.pathname)")
    assert [link for link in links if not (hostile.site / link[1:] / "index.html").exists()] == []
    names = shown(page)
    created = {i["fields"]["title"]: i["fields"]["created"] for i in items_of(hostile.site, "apps")}
    days = [created[name] for name in names if created.get(name) != "ukendt" and name in created]
    assert days == sorted(days, reverse=True)


def test_when_the_list_cannot_be_fetched(open_page: Open) -> None:
    """It says so, and the next choice tries again."""
    page = open_page("/apps/").page
    page.route("**/afgraens/*.json", lambda route: route.abort())
    value(page, "Livscyklus", "I drift").check()
    expect(page.get_by_text("Listen kan ikke afgrænses lige nu.")).to_be_visible()
    page.unroute_all()
    value(page, "Livscyklus", "I drift").uncheck()
    value(page, "Livscyklus", "I drift").check()
    expect(page.get_by_role("button", name="Ryd alle valg")).to_be_visible()


def test_every_value_has_a_page_and_every_page_a_value(built_site: Path) -> None:
    """What is counted in the box is what its page lists."""
    checked = 0
    for file in sorted((built_site / "afgraens").glob("*.json")):
        kind = json.loads((built_site / "api" / "v1" / file.name).read_bytes())
        if not kind["items"]:
            continue
        path = kind["items"][0]["url"].split("/")[-3]
        for facet, values in json.loads(file.read_bytes())["facets"].items():
            pages = {p.parent.name for p in (built_site / path / facet).glob("*/index.html")}
            assert pages == set(values) and all(slugify(name) == name for name in pages)
            checked += len(pages)
    assert checked > 100
