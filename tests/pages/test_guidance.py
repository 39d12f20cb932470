"""What everybody must be able to find: the guide, the processes, the approval, a lost device."""

import shutil
from functools import cache
from pathlib import Path

import pytest

from synlighed.catalogue import Catalogue, with_pages
from synlighed.cataloguing import compile_catalogue
from synlighed.edition import narrow
from synlighed.load import load
from synlighed.memo import Memo, Recall
from synlighed.model import discover
from synlighed.prose import Prose
from synlighed.site import Settings, Site, compile_site, plan_site
from synlighed.visibility import Edition
from tests.export.expected import assert_expected
from tests.export.sample import TODAY
from tests.pages.builder import as_kept, page_of, read

DATA = Path(__file__).parent / "guidance"
GOLDEN = Path(__file__).parent / "golden"
SETTINGS = Settings("https://vejledning.example/")
BY_HAND = {"om/": Prose("Om huset", "", "")}


@cache
def catalogue() -> Catalogue:
    """A catalogue with one of everything, and nothing wrong in it."""
    loaded = load(DATA, discover(), shown_as="data")
    found, problems = compile_catalogue(loaded, TODAY, by_hand=BY_HAND)
    assert found and not [problem for problem in problems if problem.is_error], problems
    return with_pages(found, BY_HAND)


@cache
def site() -> Site:
    """The site of it."""
    return compile_site(catalogue(), SETTINGS)


def changed_site(folder: Path, file: str, before: str, after: str) -> Site:
    """The site when one thing is written otherwise."""
    path = Path(shutil.copytree(DATA, folder / "data")) / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    return site_of(folder / "data")


def site_of(data: Path) -> Site:
    found, problems = compile_catalogue(load(data, discover()), TODAY, by_hand=BY_HAND)
    assert found, problems
    return compile_site(with_pages(found, BY_HAND), SETTINGS)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("godkendelse/", "approval"),
        ("mistet-enhed/", "lost"),
        ("find-vej/", "guide"),
        ("find-vej/findes-den/", "question"),
        ("processer/bliv-godkendt/", "process"),
        ("retningslinjer/rl-01/", "guideline"),
    ],
)
def test_a_page_is_as_expected(url: str, name: str) -> None:
    assert_expected(as_kept(page_of(site(), url).body), GOLDEN / f"{name}.html")


def test_the_criteria_can_be_copied_in_the_order_of_their_numbers() -> None:
    files = {file.uri: file.content for file in site().files}
    assert_expected(
        files["godkendelse/kriterier.csv"].decode("utf-8-sig").replace("\r\n", "\n"),
        GOLDEN / "kriterier.csv",
    )


def test_a_question_without_answers_is_asked_of_nobody() -> None:
    """When all it leads to is written by hand, and left out for these readers."""
    asked = page_of(site(), "find-vej/hvad-vil-du/").body
    assert "Læs mere om stedet" in asked
    without = compile_site(with_pages(catalogue(), {}), SETTINGS)
    assert "Læs mere om stedet" not in page_of(without, "find-vej/hvad-vil-du/").body


def test_the_picture_of_a_process_says_the_same_as_its_steps() -> None:
    body = page_of(site(), "godkendelse/").body
    picture = body[body.index('<svg class="sl-flow__picture"') :].partition("</svg>")[0]
    for words in ("1. Skriv &lt;b&gt;kort", "2. Vagten ser på den: Vagten", "3. Få svar: Vagten"):
        assert words in picture
    assert "<b>" not in body.replace("<b>Hvorfor", "")


def test_an_example_number_cannot_be_called() -> None:
    """Whoever is in a hurry must not end at a number that nobody answers."""
    links = [link.to for link in read(page_of(site(), "mistet-enhed/")).links]
    assert "tel:70112233" in links
    assert "tel:00000000" not in links


@pytest.mark.parametrize("number", ["00 00 00 00", "00000000", "+45 00 00 00 00"])
def test_a_number_of_zeros_cannot_be_called(number: str, tmp_path: Path) -> None:
    """Also when somebody has taken the mark of the example away, and nothing else."""
    changed = changed_site(tmp_path, "contacts/vagten.yml", "70 11 22 33", number)
    for url in ("mistet-enhed/", "hjaelp/", "hjaelp/vagten/"):
        body = page_of(changed, url).body
        assert number in body
        assert "tel:0" not in body and "tel:+450" not in body


def test_a_criterion_that_is_an_example_is_marked(tmp_path: Path) -> None:
    """By itself, unless all of the page is marked."""
    created = "created: 1. november 2026\n"
    marked = f"{created}example: ja\n"
    one = changed_site(tmp_path / "one", "criteria/ak-01.yml", created, marked)
    body = page_of(one, "godkendelse/").body
    assert body.count("Eksempel</span>") == 1
    row = body[body.index('<li id="ak-01">') :].partition("</li>")[0]
    assert '<span class="sl-example">Eksempel</span>' in row
    process = tmp_path / "one" / "data" / "processes" / "bliv-godkendt.yml"
    process.write_text(process.read_text(encoding="utf-8") + "example: ja\n", encoding="utf-8")
    body = page_of(site_of(tmp_path / "one" / "data"), "godkendelse/").body
    assert body.count("Eksempel</span>") == 1
    assert "Eksempel" not in body[body.index('<li id="ak-01">') :].partition("</li>")[0]


def test_a_door_can_lead_to_a_page() -> None:
    links = [link.to for link in read(page_of(site(), "")).links]
    assert {"godkendelse/", "mistet-enhed/", "om/", "find-vej/"} <= set(links)


def test_what_a_page_leads_to_is_left_out_where_it_is_not() -> None:
    """An edition may lack a page that is written by hand."""
    without = compile_site(with_pages(catalogue(), {}), SETTINGS)
    for url in ("", "find-vej/", "find-vej/hvad-vil-du/"):
        assert "om/" not in [
            link.to.replace("../", "") for link in read(page_of(without, url)).links
        ]
    assert "Læse om huset" not in page_of(without, "find-vej/hvad-vil-du/").body


def test_nothing_stands_where_readers_may_see_none_of_it() -> None:
    outside = narrow(catalogue(), Edition.PUBLIC, None)
    urls = {page.url for page in compile_site(outside, SETTINGS).pages}
    assert not {"godkendelse/", "mistet-enhed/", "find-vej/"} & urls


def test_a_page_that_comes_or_goes_is_news_to_what_leads_to_it() -> None:
    """Though nothing in the data has changed."""
    before, after = catalogue(), with_pages(catalogue(), {})
    first = Recall(Memo(), before)
    plan_site(before, SETTINGS, first)
    again = plan_site(after, SETTINGS, Recall(first.memo(), after))
    clean = compile_site(after, SETTINGS)
    assert [page.compose() for page in again.pages] == list(clean.pages)
