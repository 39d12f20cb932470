"""Readers find the page that they are looking for: what they write, and what is listed first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from tests.conftest import ROOT
from tests.search.queries import SETS, Query, queries, score

FIRST, AMONG, WORST = 0.90, 0.97, 0.80
"""Of all that is asked: found first, and among the first three; and first in any category."""

# Writes a text in the field, and gives the addresses that are listed when the answer is to it:
# »Bedste træf« are the first three.
WRITTEN = """async (text) => {
    const field = document.querySelector(".sl-find__field");
    const foot = document.querySelector(".sl-find__foot a");
    field.value = text;
    field.dispatchEvent(new Event("input"));
    const isAnswered = () => new URL(foot.href).searchParams.get("q") === text;
    const end = Date.now() + 30_000;
    while (!isAnswered() && Date.now() < end) await new Promise((done) => setTimeout(done));
    if (!isAnswered()) throw new Error(`no answer to ${text}`);
    return [...document.querySelectorAll(".sl-find__hit")].map((hit) => hit.pathname.slice(1));
}"""


@pytest.fixture(scope="module")
def found(browser: Browser, served_site: str) -> Iterator[dict[str, list[str]]]:
    """The addresses in the list for every query, best first."""
    context = browser.new_context(locale="da-DK")
    page = context.new_page()
    page.goto(served_site)
    page.locator(".sl-find__field").focus()
    texts = {query.text for name in SETS for query in queries(name)}
    yield {text: page.evaluate(WRITTEN, text) for text in sorted(texts)}
    context.close()


@pytest.mark.parametrize("name", SETS)
def test_what_is_looked_for_comes_first(found: dict[str, list[str]], name: str) -> None:
    asked = queries(name)
    whole, by_category = score(asked, found)
    report = [f"{category:>14}: {part}" for category, part in {"all": whole, **by_category}.items()]
    missed = [
        told(query, found[query.text]) for query in asked if query.place_in(found[query.text]) != 0
    ]
    print(f"\n{name}:", *report, *missed, sep="\n")
    assert whole.first >= FIRST * whole.asked
    assert whole.among >= AMONG * whole.asked
    assert all(part.first >= WORST * part.asked for part in by_category.values())


def told(query: Query, found: list[str]) -> str:
    """A query that does not find first what it should."""
    place = query.place_in(found)
    at = "not there" if place is None else f"number {place + 1}"
    return f"{query.category}: »{query.text}«: {' or '.join(query.wanted)} is {at}: {found[:3]}"


@pytest.mark.parametrize("name", SETS)
def test_each_asks_for_a_page_that_is_there(built_site: Path, name: str) -> None:
    missing = [
        (query.text, url)
        for query in queries(name)
        for url in query.wanted
        if not (built_site / url / "index.html").is_file()
    ]
    assert missing == []


def test_no_query_is_asked_twice() -> None:
    """In one set; the sets were made without each other."""
    for name in SETS:
        texts = [query.text.lower() for query in queries(name)]
        assert len(texts) == len(set(texts))


def test_no_synonym_is_a_whole_query() -> None:
    """Words mean the same as words; what is asked is not answered one by one."""
    text = (ROOT / "data" / "synonyms.yml").read_text(encoding="utf-8")
    synonyms = {name.lower() for group in yaml.safe_load(text)["groups"] for name in group}
    asked = {query.text.lower() for name in SETS for query in queries(name)}
    assert [text for text in sorted(asked & synonyms) if " " in text] == []
