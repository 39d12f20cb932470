"""The feeds of a site: which there are, what is in them, and when a byte of them changes."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import listparser
import pytest

from synlighed.addresses import Addresses
from synlighed.catalogue import Catalogue, with_board
from synlighed.danish.times import ZONE
from synlighed.edition import narrow
from synlighed.feeds.archives import CURRENT, IN_ARCHIVE
from synlighed.memo import Once
from synlighed.model.organisations import Organisation
from synlighed.model.wordlists import Vocabularies
from synlighed.pages.feed_files import feed_files
from synlighed.site import compile_site
from synlighed.sitepage import Settings
from synlighed.status import published
from synlighed.status.board import Board
from synlighed.visibility import Edition
from tests.export.sample import COMMON, TODAY
from tests.feeds.feed_readers import by_feedparser
from tests.newsletter.issues import SETTINGS, catalogue_of, news, newsletter, picture
from tests.pages.real import app, contact

ALL = "nyhedsbrev/rss.xml"


def unit(**fields: Any) -> Organisation:
    given = {"id": "ouh", "source": "data/organisations/ouh.yml", "title": "OUH"}
    given["type"] = "sygehusenhed"
    return Organisation.model_validate({**COMMON, **given, **fields})


def words(*categories: str, role: str) -> Vocabularies:
    """The words of a site."""
    return Vocabularies.model_validate(
        {
            "news_categories": [{"id": id, "name": id.capitalize()} for id in categories],
            "roles": [{"id": role, "name": role.capitalize()}],
        }
    )


def many(number: int) -> list[Any]:
    """News with the oldest first."""
    first = date(2024, 1, 1)
    return [
        news(f"nyt-{n}", n, title=f"Nyhed {n}", date=(first + timedelta(days=n)).isoformat())
        for n in range(1, number + 1)
    ]


def site_of(*items: Any, **settings: Any) -> Catalogue:
    return catalogue_of(*items, contact(), pictures=(picture(),), **settings)


def files_of(catalogue: Catalogue, settings: Settings = SETTINGS) -> dict[str, bytes]:
    found = feed_files(catalogue, Addresses(catalogue), settings, Once(catalogue))
    return {file.uri: file.content for file in found}


def ids_of(content: bytes) -> list[str]:
    return [entry.id for entry in by_feedparser(content).entries]


# ---- Which there are


def test_each_list_has_its_documents() -> None:
    """Of a value only when some news has it, and under the ids that a unit had before too."""
    files = files_of(
        site_of(
            news(units=["ouh"]),
            newsletter(),
            app(description="En plan."),
            unit(former_ids=["odense"]),
        )
    )
    lists = (
        "nyhedsbrev/",
        "nyhedsbrev/kun-nyhedsbrevet/",
        "nyhedsbrev/nyt-i-kataloget/",
        "nyheder/kategori/drift/",
        "nyheder/for-enheder/ouh/",
        "nyheder/for-enheder/odense/",
    )
    expected = {f"{folder}{name}" for folder in lists for name in ("rss.xml", "atom.xml")}
    assert files.keys() == expected | {"nyhedsbrev/feed.json", "abonner/feeds.opml"}
    before, now = (
        by_feedparser(files[f"nyheder/for-enheder/{id}/rss.xml"]) for id in ("odense", "ouh")
    )
    assert before == now
    # Each says where it lies itself.
    atom = files["nyheder/for-enheder/odense/atom.xml"].decode()
    assert (
        'rel="self" type="application/atom+xml" href="https://intra.example/nyheder/for-enheder/odense/'
        in atom
    )


def test_a_list_of_all_feeds_leads_to_each_of_them_once() -> None:
    catalogue = site_of(news(units=["ouh"]), newsletter(), unit())
    files = files_of(catalogue)
    feeds = listparser.parse(files["abonner/feeds.opml"]).feeds
    to = [feed.url.removeprefix(SETTINGS.site_url) for feed in feeds]
    followed = {uri for uri in files if uri.endswith("/rss.xml")}
    assert sorted(to) == sorted({*followed, published.FEED})


def test_a_site_without_news_has_no_feeds_of_them() -> None:
    narrowed = narrow(site_of(news()), Edition.PUBLIC, TODAY)
    assert files_of(narrowed) == {}


# ---- What is in them


def test_what_is_for_all_is_in_the_feed_of_each() -> None:
    """Who follows a unit or a role hears of it too; a category holds its own only."""
    everybody = news("alle", 1, date="2. november 2026", category="drift")
    one = news("ouh", 2, date="3. november 2026", units=["ouh"], roles=["leder"])
    files = files_of(
        site_of(everybody, one, unit(), vocabularies=words("drift", "strategi", role="leder"))
    )
    for folder in ("for-enheder/ouh", "for-roller/leder"):
        assert ids_of(files[f"nyheder/{folder}/rss.xml"]) == [one.urn, everybody.urn]


def test_on_one_day_a_correction_comes_after_and_the_issue_last() -> None:
    """Whatever their ids are."""
    day = "3. november 2026"
    for first, second in ((1, 2), (2, 1)):
        old = news("gammel", first, date=day)
        new = news("ny", second, date=day, corrects="gammel")
        issue = newsletter(number=7, date=day, contents=[{"news": "ny"}])
        content = files_of(site_of(old, new, issue))[ALL]
        assert ids_of(content) == [issue.urn, new.urn, old.urn]


def test_nothing_lies_in_the_future_when_it_is_built_in_the_night() -> None:
    moments = [news(number=n, date="3. november 2026").published_at for n in range(50)]
    assert max(moments) < datetime(2026, 11, 3, 0, 1, tzinfo=ZONE)


def test_the_newest_comes_first_and_an_issue_among_the_news() -> None:
    old, new = news("a", 1, date="2. november 2026"), news("b", 2, date="4. november 2026")
    between = newsletter(number=7, date="3. november 2026")
    content = files_of(site_of(old, between, new))[ALL]
    assert ids_of(content) == [new.urn, between.urn, old.urn]


def test_an_entry_says_all_that_its_page_says() -> None:
    item = news(
        text="Læs **den** & [appen](apps/min-plan).\n\n- Ét\n- To",
        picture={"file": "telefon.png", "alt": 'En "telefon"'},
        about=[{"app": "min-plan"}],
        urgent="ja",
        example="ja",
    )
    files = files_of(site_of(item, app(description="En plan.")))
    [entry] = json.loads(files["nyhedsbrev/feed.json"])["items"]
    assert entry["title"] == "Eksempel: Vægten kan låne"
    assert entry["url"] == "https://intra.example/nyheder/nyheden/"
    assert entry["attachments"][0]["size_in_bytes"] == len(picture().content)
    html = entry["content_html"]
    assert '<a href="https://intra.example/apps/min-plan/">appen</a>' in html
    assert (
        '<img src="https://intra.example/billeder/telefon.png" alt="En &quot;telefon&quot;"' in html
    )
    assert "class=" not in html and "<svg" not in html
    for words in ("Haster:", "Læs den & appen", "- Ét", "Det handler om:", "Min Plan", "(app)"):
        assert words in entry["content_text"], words


def test_what_is_corrected_and_what_corrects_it_lead_to_each_other() -> None:
    """A correction worth reading is news of its own; the old one stays the entry it was."""
    old = news("gammel", 1, title="Login på mandag", date="2. november 2026")
    new = news("ny", 2, title="Login er på tirsdag", corrects="gammel", date="3. november 2026")
    files = files_of(site_of(old, new))
    assert ids_of(files[ALL]) == [new.urn, old.urn]
    latest, first = json.loads(files["nyhedsbrev/feed.json"])["items"]
    assert "Retter nyheden Login på mandag" in latest["content_text"]
    assert "Rettet af Login er på tirsdag" in first["content_text"]


def test_new_in_the_catalogue() -> None:
    """News is no news of itself, and what nobody dated is not new."""
    files = files_of(
        site_of(
            news(),
            app(description="En plan.", created="2. november 2026"),
            unit(created="3. november 2026"),
            contact("uden-dag", created="ukendt"),
        )
    )
    read = by_feedparser(files["nyhedsbrev/nyt-i-kataloget/rss.xml"])
    titles = [entry.title for entry in read.entries]
    assert titles[:2] == ["OUH", "Min Plan"] and "Vægten kan låne" not in titles
    assert {entry.categories for entry in read.entries[:2]} == {("Organisation",), ("App",)}


def test_the_whole_history_is_reached_from_the_document_that_readers_follow() -> None:
    items = many(CURRENT + 2 * IN_ARCHIVE + 3)
    files = files_of(site_of(*items))
    document, seen = json.loads(files["nyhedsbrev/feed.json"]), []
    seen += document["items"]
    while address := document.get("next_url"):
        document = json.loads(files[address.removeprefix(SETTINGS.site_url)])
        seen += document["items"]
    assert [entry["id"] for entry in seen] == [item.urn for item in reversed(items)]


# ---- What stays


def test_an_entry_stays_the_same_one() -> None:
    """Under a new id, another title, another host, and https instead of http."""
    was = site_of(news("gammel", 1, title="Før"), newsletter("nr-7"), app(description="En plan."))
    renamed = site_of(
        news("ny", 1, title="Efter", former_ids=["gammel"]),
        newsletter("brev-7", former_ids=["nr-7"], title="Et andet"),
        app(id="vores-plan", former_ids=["min-plan"], title="Vores Plan", description="Ja."),
    )
    before = files_of(was, Settings("http://intra.example/"))
    after = files_of(renamed, Settings("https://et-andet-sted.example/sti/"))
    for uri in (ALL, "nyhedsbrev/nyt-i-kataloget/atom.xml"):
        assert sorted(ids_of(before[uri])) == sorted(ids_of(after[uri]))
    [issue] = by_feedparser(after["nyhedsbrev/kun-nyhedsbrevet/rss.xml"]).entries
    assert issue.link == "https://et-andet-sted.example/sti/nyhedsbrev/brev-7/"


def test_a_day_later_no_byte_is_another() -> None:
    catalogue = site_of(*many(CURRENT + IN_ARCHIVE), newsletter(), app(description="En plan."))
    days = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in (23, 24))
    first, second = (files_of(with_board(catalogue, Board(day))) for day in days)
    assert first == second and len(first) > 4


def test_what_comes_later_leaves_the_archives_alone() -> None:
    items = many(CURRENT + 2 * IN_ARCHIVE + 1)
    before, after = files_of(site_of(*items[:-1])), files_of(site_of(*items))
    archives = [uri for uri in before if "-1." in uri or "-2." in uri]
    assert len(archives) == 2 * (2 + 3)
    for uri in archives:
        assert before[uri] == after[uri], uri
    assert before[ALL] != after[ALL]


# ---- What is still to come


@pytest.mark.parametrize(
    "hidden", [{"date": "24. november 2026"}, {"content_status": "udkast"}], ids=["day", "draft"]
)
def test_what_is_to_come_is_nowhere(hidden: dict[str, str]) -> None:
    """In no page, feed, export or list, and no word of it where others name it."""
    words = "zqkommer"
    whole = site_of(
        news("ude", 1, date="20. november 2026", text="Se [den](news/zqkommer-id)."),
        news(
            f"{words}-id", 2, title=words, summary=f"{words} kommer snart ud.", text=words, **hidden
        ),
        newsletter(contents=[{"news": "ude"}, {"news": f"{words}-id", "text": words}]),
    )
    assert any(words in page.body for page in compile_site(whole, SETTINGS).pages)
    site = compile_site(narrow(whole, Edition.INTERNAL, TODAY), SETTINGS)
    for page in site.pages:
        assert words not in repr(page), page.uri
    for file in site.files:
        assert words.encode() not in file.content and words not in file.uri, file.uri
    assert len(ids_of(next(file.content for file in site.files if file.uri == ALL))) == 2


def test_it_comes_when_its_day_has_come() -> None:
    item = news(date="24. november 2026")
    days = (narrow(site_of(item), Edition.INTERNAL, date(2026, 11, day)) for day in (23, 24))
    before, after = (files_of(catalogue)[ALL] for catalogue in days)
    assert ids_of(before) == [] and ids_of(after) == [item.urn]


@pytest.mark.parametrize(("day", "is_shown"), [("23. november 2026", True), ("22.11.2026", False)])
def test_what_cannot_wait_stands_out_on_the_front_page_on_its_day(day: str, is_shown: bool) -> None:
    catalogue = with_board(
        site_of(news(title="Ring direkte", date=day, urgent="ja")),
        Board(datetime(2026, 11, 23, 9, tzinfo=UTC)),
    )
    front = next(page for page in compile_site(catalogue, SETTINGS).pages if page.url == "")
    assert ("sl-notice--urgent" in front.body) is is_shown
    assert "Ring direkte" in front.body
