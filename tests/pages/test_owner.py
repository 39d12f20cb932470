"""What somebody answers for, and what a page says of its own freshness."""

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from synlighed.catalogue import Catalogue, with_pages
from synlighed.edition import narrow
from synlighed.memo import Memo, Recall
from synlighed.oversight.owners import OWNED_PER_PAGE
from synlighed.prose import pages_of
from synlighed.site import compile_site, plan_site
from synlighed.visibility import Edition
from tests.export.expected import assert_expected
from tests.export.sample import TODAY
from tests.pages.builder import SETTINGS, as_kept, compile_small, file_of, page_of, read
from tests.pages.real import app, catalogue_of, contact

GOLDEN = Path(__file__).parent / "golden"

APPROVED = {"status": "godkendt", "valid_until": "31. marts 2027"}
SITE = {"contact": "hjaelpen"}


def owner(**fields: object) -> object:
    return contact(owner="hjaelpen", mailbox="hjaelp@region.example", **fields)


def small() -> Catalogue:
    return catalogue_of(
        app(
            id="plan",
            source="data/apps/plan.yml",
            owner="hjaelpen",
            system_owner="hjaelpen",
            approval=APPROVED,
            last_reviewed="1. november 2026",
            example="ja",
        ),
        app(id="ved-ikke", title="Ved ikke", system_manager="hjaelpen", last_reviewed="ukendt"),
        app(id="forbi", title="Forbi", owner="hjaelpen", lifecycle="ikke i drift"),
        owner(),
        **SITE,
    )


def test_the_page_in_full() -> None:
    page = page_of(compile_small(small()), "overblik/hjaelpen/")
    assert_expected(as_kept(page.body), GOLDEN / "owner.html")


def test_a_letter_says_what_was_reviewed() -> None:
    body = page_of(compile_small(small()), "overblik/hjaelpen/").body
    letters = re.findall(r'href="(mailto:[^"]*)"', body)
    assert len(letters) == 3
    parts = urlsplit(letters[0].replace("&amp;", "&"))
    assert parts.path == "hjaelp@region.example"
    told = parse_qs(parts.query)
    assert told["subject"] == ["Gennemgået: Min Plan"]
    assert "data/apps/plan.yml" in unquote(told["body"][0])


def test_nobody_is_written_to_where_nobody_has_a_mailbox() -> None:
    site = compile_small(catalogue_of(app(owner="hjaelpen"), contact(owner="hjaelpen"), **SITE))
    assert "mailto:" not in page_of(site, "overblik/hjaelpen/").body


def test_the_way_there_and_back() -> None:
    site = compile_small(small())
    there, back = (
        {link.to for link in read(page_of(site, url)).links}
        for url in ("hjaelp/hjaelpen/", "overblik/hjaelpen/")
    )
    assert "../../overblik/hjaelpen/" in there and "../../hjaelp/hjaelpen/" in back


def test_a_long_list_is_on_several_pages() -> None:
    apps = [app(id=f"app-{n}", title=f"App {n}", owner="hjaelpen") for n in range(OWNED_PER_PAGE)]
    site = compile_small(catalogue_of(owner(), *apps, **SITE))
    first, second = (
        page_of(site, url).body for url in ("overblik/hjaelpen/", "overblik/hjaelpen/side/2/")
    )
    assert first.count('class="sl-duty"') == OWNED_PER_PAGE
    assert second.count('class="sl-duty"') == 1
    assert "side 2 af 2" in second


def test_its_old_address_leads_to_the_new() -> None:
    site = compile_small(catalogue_of(owner(former_ids=["servicedesk"]), **SITE))
    assert "overblik/hjaelpen/" in file_of(site, "overblik/servicedesk/index.html")


def test_nobody_outside_has_a_page() -> None:
    seen = {"visibility": "offentlig"}
    whole = catalogue_of(
        app(owner="hjaelpen", **seen), owner(former_ids=["servicedesk"], **seen), **SITE
    )
    site = compile_site(narrow(whole, Edition.PUBLIC, TODAY), SETTINGS)
    assert not [page.url for page in site.pages if page.url.startswith("overblik/")]
    assert not [file.uri for file in site.files if file.uri.startswith("overblik/")]
    assert "har ansvar for" not in page_of(site, "hjaelp/hjaelpen/").body


def test_an_edit_makes_again_the_page_that_shows_it_and_no_other() -> None:
    """Of many pages with the same owner; another day moves an item to another page."""
    days = [f"{1 + n % 28}. {month} 2025" for month in ("maj", "juni") for n in range(140)]

    def site(**edited: str) -> Catalogue:
        given = [{"last_reviewed": day} for day in days]
        given[0] |= edited
        apps = (
            app(id=f"app-{n}", title=f"App {n}", owner="hjaelpen", **fields)
            for n, fields in enumerate(given)
        )
        return catalogue_of(owner(), *apps, **SITE)

    def compiled(catalogue: Catalogue, before: Memo) -> Memo:
        recall = Recall(before, catalogue)
        plan_site(catalogue, SETTINGS, recall)
        return recall.memo()

    def made(after: Catalogue) -> set[str]:
        again = compiled(after, first).made
        urls = {key for key, value in again.items() if value is not first.made.get(key)}
        theirs = ("/overblik/hjaelpen/", "due/")
        return {url for url in urls if url.startswith(theirs)}

    first = compiled(site(), Memo())
    assert made(site()) == set()
    assert made(site(review_months="12")) == {
        "/overblik/hjaelpen/",
        "due/apps/app-0",
    }
    assert made(site(last_reviewed="1. juni 2026")) == {
        "/overblik/hjaelpen/",
        "/overblik/hjaelpen/side/2/",
        "/overblik/hjaelpen/side/3/",
        "due/apps/app-0",
    }


# ---- Freshness


def test_a_page_carries_the_day_and_the_browser_decides() -> None:
    """Hidden at first, so whoever has no script is told when, as before, and nothing false."""
    body = page_of(compile_small(small()), "apps/plan/").body
    banner = body[body.index('<div class="sl-due"') :]
    banner = banner[: banner.index("</div>")]
    assert banner.startswith('<div class="sl-due" data-sl-from="2027-10-01T00:00+02:00" hidden>')
    assert '<p data-sl-until="2027-11-02T00:00+01:00">Skal gennemgås senest' in banner
    assert 'data-sl-from="2027-11-02T00:00+01:00" hidden>Skulle have været gennemgået' in banner
    assert 'Spørg <a href="../../hjaelp/hjaelpen/">Hjælpen</a>, om det stadig passer.' in banner
    assert "Gennemgås igen senest" in body


@pytest.mark.parametrize("url", ["apps/ved-ikke/", "apps/forbi/"])
def test_what_nobody_knows_or_need_review_has_no_banner(url: str) -> None:
    assert "sl-due" not in page_of(compile_small(small()), url).body


def test_what_answers_for_itself_sends_nobody_to_itself() -> None:
    body = page_of(compile_small(small()), "hjaelp/hjaelpen/").body
    assert "Regn ikke med, at alt stadig passer." in body


def test_a_page_by_hand_says_it_too_below_its_heading() -> None:
    text = "---\nlast_reviewed: 25. november 2026\n---\n# Om\n\nVi.\n"
    catalogue = with_pages(small(), pages_of({"om.md": text, "ny.md": "# Ny"}, Edition.INTERNAL))
    plan = plan_site(catalogue, SETTINGS, Recall(Memo(), catalogue))
    shown = plan.explained("<h1>Om</h1>\n<p>Vi.</p>", "om/")
    assert shown.startswith('<h1>Om</h1><div class="sl-due" data-sl-from="2027-10-25T00:00+02:00"')
    assert 'href="../hjaelp/hjaelpen/"' in shown and shown.endswith("\n<p>Vi.</p>")
    assert plan.explained("<h1>Ny</h1>", "ny/") == "<h1>Ny</h1>"
