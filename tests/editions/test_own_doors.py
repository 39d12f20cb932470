"""Those outside who have a page of our own site find on it all that they come for."""

import pytest

from synlighed.addresses import Addresses
from synlighed.catalogue import with_pages
from synlighed.edition import narrow
from synlighed.model.wordlists import FromSector
from synlighed.pages.here import Here
from synlighed.pages.readers import shown_job
from synlighed.prose import hidden_texts, pages_of
from synlighed.visibility import Edition
from tests.conftest import ROOT
from tests.editions.test_own_guide import OUTSIDE, whole

PAGES = {
    file.relative_to(ROOT / "docs").as_posix(): file.read_text(encoding="utf-8")
    for file in (ROOT / "docs").rglob("*.md")
}


def here_in(edition: Edition) -> Here:
    shown, hidden = pages_of(PAGES, edition), hidden_texts(PAGES, edition)
    catalogue = with_pages(narrow(whole(), edition, None), shown, hidden)
    return Here(catalogue, Addresses(catalogue), "")


@pytest.mark.parametrize("edition", OUTSIDE)
@pytest.mark.parametrize("sector", ["kommune", "almen-praksis", "anden-region"])
def test_a_sector_finds_all_of_its_jobs(edition: Edition, sector: str) -> None:
    here = here_in(edition)
    assert here.has(f"sektorer/{sector}/")
    found = {one.id: one for one in here.catalogue.site.vocabularies.sectors}[sector]
    assert isinstance(found, FromSector) and len(found.jobs) >= 3
    assert [job.label for job in found.jobs if not shown_job(job, here)] == []


@pytest.mark.parametrize("edition", OUTSIDE)
def test_no_page_is_there_for_one_job(edition: Edition) -> None:
    """Nor for two: whoever opens one would look for the rest in vain."""
    here, words = here_in(edition), whole().site.vocabularies
    pages = [(f"roller/{role.id}/", role) for role in words.roles]
    pages += [(f"sektorer/{sector.id}/", sector) for sector in words.sectors]
    left = {
        url: sum(bool(shown_job(job, here)) for job in reader.jobs)
        for url, reader in pages
        if here.has(url)
    }
    assert left and min(left.values()) >= 3, left
