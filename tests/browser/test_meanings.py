"""What a question is taken to mean, among a few pages whose words are all to be seen."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from synlighed.danish.compounds import compounds
from synlighed.danish.searching import SMALL_WORDS
from synlighed.search.document import Page as Found
from synlighed.search.document import document_of
from tests.conftest import ROOT

CASES = yaml.safe_load((ROOT / "tests/search/meanings.yml").read_text(encoding="utf-8"))
ASKED: list[dict[str, Any]] = CASES["asked"]

FIND = """async ([built, text]) => {
    const { Index } = await import("./assets/search/index.js");
    const { hits, corrected, isVague } = new Index(built).find(text);
    return { first: hits[0]?.page.shown.title ?? "", meant: corrected, vague: isVague };
}"""


def built() -> dict[str, Any]:
    """The index of the pages, as the site has it."""
    documents = [
        document_of(
            Found(
                url=f"{number}/",
                kind="sider",
                title=page["name"],
                state="",
                summary=page["says"],
                names=tuple(page.get("also", ())),
                text=(),
                facets=(),
                weight=100,
                day=0,
            )
        )
        for number, page in enumerate(CASES["pages"])
    ]
    words = {word for document in documents for word in document.words()}
    return {
        "kinds": {"sider": ["side", "Sider"]},
        "small": sorted(SMALL_WORDS),
        "compounds": {word: " ".join(parts) for word, parts in compounds(words).items()},
        "synonyms": [],
        "pages": [json.loads(document.row()) for document in documents],
    }


@pytest.fixture(scope="module")
def page(browser: Browser, served_site: str) -> Any:
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(f"{served_site}/")
    yield opened
    context.close()


@pytest.mark.parametrize("case", ASKED, ids=[case["q"] for case in ASKED])
def test_it_finds_what_is_meant(page: Page, case: dict[str, Any]) -> None:
    assert page.evaluate(FIND, [built(), case["q"]]) == {
        "first": case["first"],
        "meant": case.get("meant", ""),
        "vague": case.get("vague", False),
    }


def test_no_word_of_ours_is_taken_for_another(page: Page, built_site: Path) -> None:
    """Whoever writes what stands on a page shall find that page, however seldom it is said."""
    index = json.loads((built_site / "soeg" / "indeks.json").read_bytes())
    words = {word for row in index["pages"] for field in row[8:] for word in field.split()}
    taken = page.evaluate(
        """async (words) => {
            const { Index } = await import("./assets/search/index.js");
            const index = new Index(await (await fetch("./soeg/indeks.json")).json());
            return words.filter((word) => index.words.meantBy(word).length);
        }""",
        sorted(word for word in words if "|" not in word),
    )
    assert taken == []
