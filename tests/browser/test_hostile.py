"""Trust no text: what editors write is only ever shown, in pages, search, redirects and exports.

The site is built of data in which every free text is meant to do harm; see `hostile.py`.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from playwright.sync_api import Browser, Page

from synlighed.model import discover
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.fields import Markdown
from tests.browser.conftest import Hostile, Open, Visit, record
from tests.browser.families import items_of, redirects
from tests.browser.hostile import TEXTS
from tests.browser.test_site import policy
from tests.corpus import is_free_text
from tests.serving import serve

KINDS = [kind.kind.key for kind in discover()]

PLANTED = (Path(__file__).parent / "planted.js").read_text(encoding="utf-8")
SEEN = """() => ({
    title: document.title,
    description: document.querySelector("meta[name=description]").content,
    h1: document.querySelector("h1").textContent,
    lead: document.querySelector(".sl-lead").textContent,
    text: document.querySelector(".md-content__inner").textContent,
})"""

# Writes a text in the search, and waits until what is listed is the answer to it.
ASKED = """async (text) => {
    const field = document.querySelector(".sl-find__field");
    const foot = document.querySelector(".sl-find__foot a");
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event("input"));
    const written = field.value.trim();
    if (written.length < 2) return;
    const isAnswered = () => new URL(foot.href).searchParams.get("q") === written;
    while (!isAnswered()) await new Promise((done) => setTimeout(done));
}"""


@pytest.fixture
def bare_page(browser: Browser) -> Iterator[Page]:
    """A page whose own scripts run, but that is spared the theme's files, so that it opens fast."""
    context = browser.new_context(locale="da-DK")
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.setBlockedURLs", {"urls": ["*/assets/*"]})
    yield page
    context.close()


@pytest.mark.parametrize("key", KINDS)
def test_every_item_shows_its_texts_and_runs_none(
    bare_page: Page, hostile: Hostile, served_hostile: str, key: str
) -> None:
    for item in items_of(hostile.site, key):
        bare_page.goto(served_hostile + item["path"])
        assert bare_page.evaluate(PLANTED, ".md-content__inner") == []
        seen = bare_page.evaluate(SEEN)
        title, summary = item["fields"]["title"], item["fields"]["summary"]
        assert seen["title"] == f"{visible(title)} - Synlighed"
        assert seen["h1"] == title
        assert seen["lead"] == seen["description"] == summary
        # What a picture shows is told to those who do not see it.
        pictures = bare_page.locator(".sl-picture > img").evaluate_all("all => all.map(i => i.alt)")
        shown = visible(" ".join([seen["text"], *pictures]))
        for field, text in texts_of(discover()[key], item["fields"]):
            if not issubclass(field.type, Markdown):
                assert visible(text) in shown


def test_every_list_shows_names_and_runs_none(
    bare_page: Page, hostile: Hostile, served_hostile: str
) -> None:
    pages = [""]
    for kind in discover():
        pages += [page.parent for page in (hostile.site / kind.kind.path).glob("index.html")]
        pages += [page.parent for page in (hostile.site / kind.kind.path).glob("side/*/index.html")]
        pages += [page.parent for page in (hostile.site / kind.kind.path).glob("*/*/index.html")]
    names = ""
    for page in pages:
        path = page and page.relative_to(hostile.site).as_posix() + "/"
        bare_page.goto(f"{served_hostile}/{path}")
        assert bare_page.evaluate(PLANTED, ".md-content__inner") == []
        names += visible(bare_page.locator(".md-content__inner").text_content())
    for key in KINDS:
        for item in items_of(hostile.site, key):
            assert visible(item["fields"]["title"]) in names


def test_redirects_lead_on_and_run_nothing(
    bare_page: Page, hostile: Hostile, served_hostile: str
) -> None:
    paths = redirects(hostile.site)
    titles = {item["fields"]["title"] for item in items_of(hostile.site, "apps")}
    assert len(paths) == len(titles)
    bare_page.goto(served_hostile)
    for path in paths:
        html = (hostile.site / path[1:] / "index.html").read_text(encoding="utf-8")
        bare_page.set_content(html.replace('http-equiv="refresh"', ""))
        assert bare_page.evaluate(PLANTED, "main") == []
        link = bare_page.locator("a")
        assert link.text_content().removeprefix("Gå til ") in titles
        target = bare_page.locator("meta[content^='0;']").get_attribute("content")
        assert target.partition("url=")[2] == link.get_attribute("href")


def test_the_theme_runs_none_either(open_page: Open, hostile: Hostile, served_hostile: str) -> None:
    for path in ("/", "/apps/", "/apps/apps-1/", "/ordliste/", "/hjaelp/contacts-0/ansvarlig-for/"):
        visit = open_page(served_hostile + path)
        assert visit.page.evaluate(PLANTED, ".md-content__inner") == []
        assert visit.errors == []
        assert len(visit.hosts) == 1


def test_the_search_shows_texts_as_they_are(
    open_page: Open, hostile: Hostile, served_hostile: str
) -> None:
    """Whatever is found, and whatever is asked."""
    visit = open_page(served_hostile)
    page, names, summaries = visit.page, set(), set()
    for text in TEXTS:
        page.evaluate(ASKED, text)
        assert page.evaluate(PLANTED, ".sl-find__list") == []
        names |= {visible(name) for name in page.locator(".sl-find__title").all_text_contents()}
        told = page.locator(".sl-find__summary").all_text_contents()
        summaries |= {visible(summary) for summary in told}
    items = [item["fields"] for key in KINDS for item in items_of(hostile.site, key)]
    written = {visible(item["title"]) for item in items}
    words = yaml.safe_load((hostile.data / "site.yml").read_text("utf-8"))["vocabularies"]
    named = (word.get("heading") or word["name"] for list_ in words.values() for word in list_)
    own = {visible(name) for name in named}
    names = {name.removeprefix("Indsatsområde: ") for name in names} - own
    assert len(names & written) >= 100
    assert len(summaries & {visible(item["summary"]) for item in items}) >= 100
    assert not [name for name in names - written if "plantet" in name.lower()]
    assert visit.errors == []


def test_a_strict_policy_fits_hostile_pages(browser: Browser, hostile: Hostile) -> None:
    headers = {"Content-Security-Policy": policy(hostile.site)}
    with serve(hostile.site, headers) as address:
        context = browser.new_context(locale="da-DK")
        visit = Visit(context.new_page())
        record(visit)
        for path in ("/", "/apps/", "/apps/apps-2/", "/services/services-3/", "/ordliste/"):
            visit.page.goto(address + path)
        context.close()
    assert visit.errors == []


@pytest.mark.parametrize("key", KINDS)
def test_exports_give_back_the_texts_that_were_written(hostile: Hostile, key: str) -> None:
    items = {item["id"]: item["fields"] for item in items_of(hostile.site, key)}
    for file in sorted((hostile.data / key).glob("*.yml")):
        written = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        before = [as_read(text) for _, text in texts_of(discover()[key], written)]
        after = [text for _, text in texts_of(discover()[key], items[file.stem])]
        assert before == after


@pytest.mark.parametrize("key", KINDS)
def test_no_cell_is_a_formula_or_breaks_its_row(hostile: Hostile, key: str) -> None:
    raw = (hostile.site / "api" / "v1" / f"{key}.csv").read_bytes().decode("utf-8-sig")
    heads, *rows = csv.reader(io.StringIO(raw, newline=""), delimiter=";", strict=True)
    titles = {item["id"]: item["fields"]["title"] for item in items_of(hostile.site, key)}
    assert len(rows) == len(titles)
    for row in rows:
        assert len(row) == len(heads)
        assert row[heads.index("Navn")].removeprefix("'") == titles[row[0]].removeprefix("'")
        for cell in row:
            assert not cell.lstrip().startswith(tuple("=+-@|%\t\r\n＝＋－＠"))


@pytest.mark.parametrize("name", [*(f"{key}.json" for key in KINDS), "schema/apps.json"])
def test_an_export_is_no_page(open_page: Open, served_hostile: str, name: str) -> None:
    page = open_page(f"{served_hostile}/api/v1/{name}").page
    assert page.evaluate("() => document.contentType") == "application/json"
    assert page.evaluate("() => window.plantet === undefined")
    assert page.locator("body :not(pre, .json-formatter-container)").count() == 0


def texts_of(part: type[Part], written: dict[str, Any]) -> Iterator[tuple[Field, str]]:
    """Every free text of an item or part, as a data file or an export has it."""
    for field in fields_of(part):
        value = written.get(field.key, [])
        for member in value if isinstance(value, list) else [value]:
            if field.part and isinstance(member, dict):
                yield from texts_of(field.part, member)
            elif is_free_text(field) and field.key != "former_ids":
                yield field, member


def as_read(text: str) -> str:
    """A text as the loader reads it."""
    return normalize("NFC", text).strip()


def visible(text: str) -> str:
    """A text as a browser shows it: one space for several."""
    return " ".join(text.split())
