"""What each reader comes to do is done within two clicks of the front page, without a script."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import pytest
import yaml

from synlighed.load import load
from synlighed.model import discover
from tests.conftest import ROOT
from tests.site.html import Page, read_page, read_text, text_of

TABLE: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "jobs.yml").read_text(encoding="utf-8")
)
JOBS = [(of["reader"], job) for of in TABLE for job in of["jobs"]]
MOST = 2
"""Clicks."""


@pytest.fixture(scope="session")
def pages(built_site: Path) -> Mapping[str, Page]:
    """Every page of the built site, by its address."""
    return {
        file.relative_to(built_site).as_posix().removesuffix("index.html"): read_page(file)
        for file in built_site.rglob("*.html")
    }


@pytest.fixture(scope="session")
def near(pages: Mapping[str, Page]) -> Mapping[str, int]:
    """How many clicks each address is from the front page."""
    return clicks(pages)


def clicks(pages: Mapping[str, Page]) -> dict[str, int]:
    """The fewest clicks to each address, as far as that is not too many."""
    found, ahead = {"": 0}, [""]
    for number in range(1, MOST + 1):
        reached = {to for at in ahead if at in pages for to in ways_on(at, pages[at])}
        ahead = sorted(reached - found.keys())
        found |= dict.fromkeys(ahead, number)
    return found


def ways_on(at: str, page: Page) -> Iterator[str]:
    """Where links lead from an address, and forms that ask for a page."""
    for element in page.root.iter():
        href = href_of(element)
        parts = urlsplit(href) if href else None
        if parts and not parts.scheme and not parts.netloc:
            yield unquote(urlsplit(urljoin(f"/{at}", href)).path.removeprefix("/"))


def href_of(element: Element) -> str:
    if element.tag == "form" and element.get("method", "get").lower() == "get":
        return element.get("action", "")
    return element.get("href", "") if element.tag == "a" else ""


@pytest.mark.parametrize(
    "job", [job for _, job in JOBS], ids=[f"{reader}, {job['job']}" for reader, job in JOBS]
)
def test_a_job_is_done_within_two_clicks(
    built_site: Path, pages: Mapping[str, Page], near: Mapping[str, int], job: dict[str, Any]
) -> None:
    address, _, part = job["at"].partition("#")
    assert address in near, f"{address} is more than {MOST} clicks away"
    if address in pages:
        found = text_of(pages[address].root)
        assert not part or part in pages[address].ids
    else:
        found = (built_site / address).read_text(encoding="utf-8-sig")
    missing = [word for word in job["says"] if word.lower() not in found.lower()]
    assert not missing, f"{address} does not say {missing}"


@pytest.mark.parametrize("of", TABLE, ids=lambda of: of["reader"])
def test_a_reader_has_a_door(near: Mapping[str, int], of: dict[str, Any]) -> None:
    """In sight on the front page."""
    assert near[of["door"]] == 1


def test_each_role_and_sector_has_its_jobs_here() -> None:
    """A new one is no reader until somebody has said what it comes for."""
    site = load(ROOT / "data", discover(), shown_as="data").site
    assert site
    words = site.vocabularies
    doors = {f"roller/{one.id}/" for one in words.roles}
    doors |= {f"sektorer/{one.id}/" for one in words.sectors}
    assert doors <= {of["door"] for of in TABLE}


def site_of(links: Mapping[str, Collection[str]]) -> dict[str, Page]:
    """Pages of nothing but links."""
    return {
        at: read_text(
            "<!doctype html><title>x</title>" + "".join(f'<a href="{to}">x</a>' for to in to_all)
        )
        for at, to_all in links.items()
    }


def test_a_click_is_a_link_that_a_reader_can_follow() -> None:
    site = site_of(
        {"": ["a/", "https://x.example/b/"], "a/": ["../b/", "c/"], "a/c/": ["../../d/"]}
    )
    assert clicks(site) == {"": 0, "a/": 1, "b/": 2, "a/c/": 2}


def test_when_a_link_goes_a_job_is_too_far_away() -> None:
    site = site_of({"": ["a/"], "a/": ["../b/"], "b/": []})
    assert "b/" in clicks(site)
    assert "b/" not in clicks({**site, **site_of({"a/": []})})


def test_a_form_that_asks_for_a_page_leads_there() -> None:
    form = '<!doctype html><title>x</title><form action="soeg/"><input name="q"></form>'
    asks = read_text(form)
    sends = read_text(form.replace("<form", '<form method="post"'))
    assert "soeg/" in clicks({"": asks})
    assert "soeg/" not in clicks({"": sends})
