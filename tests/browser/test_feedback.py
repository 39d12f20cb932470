"""What a reader may answer, at the end of every page: by links alone, and never by itself."""

from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.families import IN_FRAME, find_families
from tests.browser.test_accessibility import PHONE

ANSWERS = {"Ja, siden hjalp mig", "Nej, siden hjalp mig ikke", "Ret en fejl"}
ASKING = [name for name in IN_FRAME if name != "missing page"]


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("family", ASKING)
def test_every_page_asks_once(open_family: Open, family: str, javascript: bool) -> None:
    page = open_family(family, javascript=javascript).page
    answers = page.locator(".sl-feedback")
    expect(answers).to_have_count(1)
    mails = [a for a in answers.get_by_role("link").all() if _to(a).startswith("mailto:")]
    named = {mail.get_attribute("aria-label") or mail.inner_text() for mail in mails}
    assert named == ANSWERS
    assert all("@" in _to(mail) and "subject=" in _to(mail) for mail in mails)


def _to(link: object) -> str:
    return link.get_attribute("href") or ""  # type: ignore[attr-defined, no-any-return]


def test_nothing_is_sent_before_the_reader_sends_it(open_family: Open) -> None:
    """A mail program is asked for when one answers, and no host at any time."""
    visit = open_family("one of apps")
    asked: list[tuple[str, str]] = []
    visit.page.on("request", lambda request: asked.append((request.method, request.url)))
    for name in ("Ja", "Nej", "Ret en fejl"):
        link = visit.page.locator(".sl-feedback").get_by_text(name, exact=True)
        link.hover()
        link.focus()
    visit.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    visit.page.wait_for_load_state("networkidle")
    # What the browser fetches of the site itself tells it nothing.
    assert [(method, url) for method, url in asked if method != "GET" or "?" in url] == []
    assert visit.hosts == {urlsplit(visit.page.url).netloc}
    assert visit.errors == []


def test_the_keyboard_comes_by_each(open_family: Open) -> None:
    page = open_family("one of apps").page
    page.locator(".sl-feedback a").first.focus()
    for name in ("Nej", "Ret en fejl", "Ret selv"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == name


def test_there_is_room_for_a_thumb(open_family: Open) -> None:
    page = open_family("one of apps", width=PHONE).page
    for link in page.locator(".sl-feedback a").all():
        box = link.bounding_box()
        assert box and box["height"] >= 40 and box["width"] >= 32


def test_a_page_of_several_files_is_not_mended_by_the_reader(open_family: Open) -> None:
    """There is no file to lead to, and whoever reads it should not meet one."""
    page = open_family("catalogue of apps").page
    expect(page.locator(".sl-feedback")).not_to_contain_text("Ret selv")
    expect(page.locator(".sl-footer")).not_to_contain_text("Ret denne side")


def test_the_mail_names_the_page_as_it_is_published(built_site: Path) -> None:
    page = find_families(built_site)["one of apps"]
    html = (built_site / page[1:] / "index.html").read_text(encoding="utf-8")
    address = f"https://synlighed.example{page}"
    assert address.replace(":", "%3A").replace("/", "%2F") in html


@pytest.mark.parametrize("javascript", [True, False])
def test_what_is_not_there_is_told_of(open_page: Open, javascript: bool) -> None:
    """With the address, but for what stood after it: that may be what somebody searched for."""
    page = open_page("/404.html?q=hemmeligt#her", javascript=javascript).page
    expect(page.get_by_role("link", name="Fortæl os om det")).to_be_visible()
    link = _to(page.get_by_role("link", name="Fortæl os om det"))
    assert link.startswith("mailto:") and "Siden%20findes%20ikke" in link
    address = quote(page.url.partition("?")[0], safe="")
    assert link.endswith(f"Adresse%3A%20{address}" if javascript else "Adresse%3A%20")
