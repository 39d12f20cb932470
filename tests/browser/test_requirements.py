"""What the strategy asks for is on the site, and near: found by a reader in a browser."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

ROWS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "requirements.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']} {row['asks']}")
def test_what_is_asked_for_is_there(open_page: Open, row: dict[str, Any]) -> None:
    page = open_page(f"/{row['at']}", javascript=False).page
    assert page.locator("h1").count() == 1, f"there is no page at /{row['at']}"
    found = page.locator(row["find"])
    assert found.count() >= row.get("least", 1)
    if "says" in row:
        expect(found.first).to_contain_text(row["says"], ignore_case=True)


# ---- At most two clicks away


@pytest.mark.parametrize(
    ("way", "find"),
    [
        (["Mistet enhed"], ".sl-loss__number"),
        (["Få en app godkendt"], ".sl-process__step"),
        (["Spørg på dit sygehus", "Ambassadør for mobile apps, OUH"], "article a[href^='mailto:']"),
    ],
    ids=["the number for a lost device", "the steps of an approval", "the contact of a unit"],
)
def test_what_readers_come_for_is_two_clicks_away(
    open_page: Open, way: list[str], find: str
) -> None:
    """From the front page, on a phone and without JavaScript."""
    page = open_page("/", width=390, javascript=False).page
    for name in way:
        follow(page, name)
    expect(page.locator(find).first).to_be_visible()


def follow(page: Page, name: str) -> None:
    """Clicks the first link of a name in the content."""
    page.locator("article").get_by_role("link", name=name, exact=True).first.click()
