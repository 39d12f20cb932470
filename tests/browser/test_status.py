"""Pages that tell of the status, while it changes, grows old, or cannot be had."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from synlighed.danish.times import format_moment
from tests.browser.conftest import Visit, record
from tests.browser.watched import APP, DOWN, FINE, NOW, SEEN, SLOW, WELL, incident, status

MINUTE = timedelta(minutes=1)

Answer = dict[str, Any] | Callable[[Route], None]


@dataclass
class Watch:
    """A page under somebody's eyes, the clock of the server behind it, and what that says."""

    visit: Visit
    site: Path
    address: str
    now: datetime = NOW
    answer: Answer = field(default_factory=dict)
    asked: int = 0

    @property
    def page(self) -> Page:
        return self.visit.page

    @property
    def panel(self) -> Locator:
        return self.page.locator("section[data-sl-status]")

    @property
    def word(self) -> Locator:
        return self.panel.locator(".sl-live")

    @property
    def told(self) -> Locator:
        return self.panel.locator(".sl-status__told")

    @property
    def voice(self) -> Locator:
        return self.page.locator("body > .sl-hidden[role=status]")

    def open(self, path: str) -> Page:
        """Opens a page, and waits until it has asked once."""
        self.page.goto(self.address + path)
        self.page.wait_for_function("rests > 0")
        return self.page

    def pass_time(self, time: timedelta) -> None:
        """Lets time pass by both clocks."""
        self.now += time
        self.page.clock.run_for(int(time.total_seconds() * 1000))

    def pass_minute(self) -> None:
        """Lets a minute pass, and waits until the page has come to rest again."""
        before = self.page.evaluate("rests")
        self.pass_time(MINUTE)
        self.page.wait_for_function("before => rests > before", arg=before)

    def minute_later(self, words: dict[str, str] | None = None, /, **document: Any) -> None:
        """A minute later, the platform has measured again, and says this."""
        self.answer = status(self.site, self.now + MINUTE, words, **document)
        self.pass_minute()

    def look_again(self) -> None:
        """Comes back to the page, which asks at once."""
        before = self.page.evaluate("rests")
        self.page.evaluate("hide(false)")
        self.page.wait_for_function("before => rests > before", arg=before)

    def say(self, words: dict[str, str] | None = None, /, **document: Any) -> dict[str, Any]:
        """From now on, the site's file is what the platform says now."""
        self.answer = status(self.site, self.now, words, **document)
        return self.answer

    def reply(self, route: Route) -> None:
        self.asked += 1
        if callable(self.answer):
            self.answer(route)
        else:
            self.send(route, json.dumps(self.answer))

    def send(self, route: Route, body: str | bytes, code: int = 200, **headers: str) -> None:
        date = format_datetime(self.now, usegmt=True)
        found = {"Content-Type": "application/json", "Date": date, **headers}
        route.fulfill(status=code, headers=found, body=body)


@pytest.fixture
def watch(browser: Browser, built_site: Path, served_site: str) -> Iterator[Watch]:
    yield from _watch(browser, built_site, served_site)


@pytest.fixture
def disturbed(browser: Browser, disturbed_site: Path, served_disturbed: str) -> Iterator[Watch]:
    """The same of the site that was built while an app was down."""
    yield from _watch(browser, disturbed_site, served_disturbed)


def _watch(browser: Browser, site: Path, address: str) -> Iterator[Watch]:
    context = browser.new_context(locale="en-US", timezone_id="Pacific/Auckland")
    visit = Visit(context.new_page())
    record(visit)
    watch = Watch(visit, site, address)
    # The clock of the page stands still, but where a test moves it.
    watch.page.clock.install(time=NOW - MINUTE)
    watch.page.clock.pause_at(NOW)
    watch.page.add_init_script(SEEN)
    watch.page.route("**/status/status.json", watch.reply)
    watch.say()
    yield watch
    assert visit.errors == []
    context.close()


def forgive_the_network(watch: Watch) -> None:
    """The browser itself tells of what it could not fetch, and nobody else says a word."""
    noise = "Failed to load resource"
    watch.visit.errors[:] = [one for one in watch.visit.errors if not one.startswith(noise)]


def test_a_status_changes_under_the_reader(watch: Watch) -> None:
    watch.open(APP)
    expect(watch.word).to_have_text("I drift")
    expect(watch.panel.locator(".sl-status__fallback")).to_be_hidden()
    expect(watch.panel.locator(".sl-status__now .sl-example")).to_be_visible()
    outage = incident("uheld", DOWN, title="Ingen forbindelse")
    watch.minute_later({DOWN: "major_outage"}, incidents=[outage])
    expect(watch.word).to_have_text("Nede")
    expect(watch.word).to_have_class("sl-live sl-live--major_outage")
    expect(watch.told).to_contain_text("MAP målte »Nede« 23. november 2026 kl. 13.01")
    expect(watch.panel.locator(".sl-status__fallback")).to_be_visible()
    expect(watch.panel.locator(".sl-status__news li")).to_have_text(
        "Ingen forbindelse Eksempel Undersøges: Vi leder efter årsagen. 23. november 2026 kl. 12.52"
    )
    watch.minute_later({DOWN: "partial_outage"})
    expect(watch.word).to_have_text("Delvist nede")
    expect(watch.panel.locator(".sl-status__news")).to_be_hidden()
    watch.say()["items"][APP[1:-1]]["example"] = False
    watch.look_again()
    expect(watch.word).to_have_text("I drift")
    expect(watch.panel.locator(".sl-status__fallback")).to_be_hidden()
    expect(watch.panel.locator(".sl-status__now .sl-example")).to_be_hidden()


def test_planned_work_comes_and_goes(watch: Watch) -> None:
    watch.open(WELL)
    plans = watch.panel.locator(".sl-status__plans")
    expect(plans).to_be_hidden()
    work = {
        "id": "arbejde",
        "title": "Ny server",
        "status": "scheduled",
        "starts_at": "2026-11-25T22:00:00+01:00",
        "ends_at": "2026-11-25T23:30:00+01:00",
        "components": [FINE],
    }
    watch.minute_later(maintenances=[work])
    expect(plans.get_by_role("listitem")).to_have_text(
        "Planlagt: Ny server, 25. november 2026 kl. 22.00 til 25. november 2026 kl. 23.30. Eksempel"
    )
    watch.minute_later()
    expect(plans).to_be_hidden()


def test_only_changes_are_said(watch: Watch) -> None:
    """Once and politely; not what the page says when it opens, nor that a text has a new time."""
    watch.open(APP)
    expect(watch.word).to_have_text("I drift")
    assert watch.voice.get_attribute("role") == "status"
    expect(watch.voice).to_be_empty()
    watch.minute_later({DOWN: "major_outage"})
    expect(watch.voice).to_have_text("Kørselsregistrering: Nede.")
    watch.page.evaluate("look()")
    watch.minute_later({DOWN: "major_outage"})
    expect(watch.told).to_contain_text("kl. 13.02.")
    assert watch.page.evaluate("changes") == ["P"]


def test_many_changes_are_counted(watch: Watch) -> None:
    watch.open("/status/")
    watch.minute_later(dict.fromkeys(_components(watch), "major_outage"))
    expect(watch.voice).to_have_text(
        "Vagttelefon: Nede. Kørselsregistrering: Nede. Ledige vagter: Nede. Andre ændringer: 1."
    )


def test_the_front_page_tells_the_whole(watch: Watch) -> None:
    page = watch.open("/")
    section = page.locator("[data-sl-overview]")
    watch.minute_later({DOWN: "degraded_performance", FINE: "major_outage"})
    lines = section.locator(".sl-status__row")
    # The worst first.
    assert [line.inner_text().split("\n")[0:2] for line in lines.all()] == [
        ["Ventetid i akutmodtagelsen Eksempel", "Nede"],
        ["Vagttelefon Eksempel", "Delvist nede"],
        ["Kørselsregistrering Eksempel", "Nedsat drift"],
    ]
    expect(section).to_contain_text("Målt af MAP, hentet 23. november 2026 kl. 13.01.")
    expect(section.locator("[data-sl=more]")).to_be_hidden()
    expect(watch.voice).to_contain_text("virker ikke, som de skal.")
    lines.first.get_by_role("link").click()
    expect(page).to_have_url(watch.address + WELL)


def test_the_front_page_leads_to_what_it_does_not_name(watch: Watch) -> None:
    page = watch.open("/")
    more = page.get_by_role("link", name="og 2 mere")
    expect(more).to_be_hidden()
    watch.say()["more"] = "og 2 mere"
    watch.look_again()
    more.click()
    expect(page).to_have_url(f"{watch.address}/status/")


def test_what_is_measured_grows_too_old(watch: Watch) -> None:
    """Nothing new comes: neither a file that stands still nor a good memory makes it true."""
    watch.open(APP)
    expect(watch.word).to_have_text("I drift")
    for _ in range(5):
        watch.pass_minute()
    expect(watch.word).to_have_text("I drift")
    watch.pass_minute()
    expect(watch.word).to_have_text("Ukendt")
    expect(watch.told).to_have_text(
        "Målingen er for gammel. MAP målte »I drift« 23. november 2026 kl. 13.00."
    )
    expect(watch.voice).to_have_text("Kørselsregistrering: Ukendt.")
    watch.minute_later()
    expect(watch.word).to_have_text("I drift")


def test_what_editors_tell_does_not_grow_old(watch: Watch) -> None:
    """Whatever was measured: they say the same until they take it back."""
    watch.say({SLOW: "partial_outage"})
    watch.open("/apps/eksempel-vagttelefon/")
    for _ in range(6):
        watch.pass_minute()
    expect(watch.word).to_have_text("Delvist nede")


@pytest.mark.parametrize("path", ["/", "/status/"])
def test_what_should_have_been_renewed_is_called_old(watch: Watch, path: str) -> None:
    page = watch.open(path)
    late = page.get_by_text("Målingerne er gamle")
    summary = page.locator(".sl-status__summary")
    expect(late).to_be_hidden()
    expect(summary).to_contain_text("er i drift")
    for _ in range(3):
        watch.pass_minute()
    expect(late).to_be_visible()
    for _ in range(3):
        watch.pass_minute()
    expect(summary).to_have_text("Vi ved ikke nok lige nu. For gamle målinger: 3.")
    watch.minute_later()
    expect(late).to_be_hidden()
    expect(summary).to_contain_text("er i drift")


@pytest.mark.parametrize("path", ["/", "/status/", APP])
def test_what_was_told_of_is_called_the_last_that_is_known(watch: Watch, path: str) -> None:
    """When it should have been renewed, and was not; and lately again when it is."""
    watch.say({DOWN: "major_outage"}, incidents=[incident("et", DOWN)])
    page = watch.open(path)
    now = page.get_by_role("heading", name="Hændelser lige nu")
    last = page.get_by_role("heading", name="Sidst kendte hændelser")
    for _ in range(3):
        expect(now).to_be_visible()
        expect(last).to_be_hidden()
        watch.pass_minute()
    expect(last).to_be_visible()
    expect(now).to_be_hidden()
    expect(page.get_by_text("Målingerne er gamle")).to_be_visible()
    watch.minute_later({DOWN: "major_outage"}, incidents=[incident("et", DOWN)])
    expect(now).to_be_visible()
    expect(last).to_be_hidden()


@pytest.mark.parametrize("hours", [-7, 7])
def test_the_clock_of_the_reader_may_be_wrong(watch: Watch, hours: int) -> None:
    watch.page.clock.set_system_time(NOW + timedelta(hours=hours))
    watch.open(APP)
    for _ in range(5):
        watch.pass_minute()
    expect(watch.word).to_have_text("I drift")
    watch.pass_minute()
    expect(watch.word).to_have_text("Ukendt")


def test_a_kept_copy_grows_no_younger(watch: Watch) -> None:
    """It brings its own time with it, by which it would have been measured just now for ever."""
    kept = {"body": json.dumps(watch.answer), "Date": format_datetime(NOW, usegmt=True)}
    watch.open(APP)
    watch.answer = partial(watch.send, **kept)
    for _ in range(5):
        watch.pass_minute()
    expect(watch.word).to_have_text("I drift")
    watch.pass_minute()
    expect(watch.word).to_have_text("Ukendt")
    expect(watch.told).to_contain_text("Målingen er for gammel.")
    watch.minute_later()
    expect(watch.word).to_have_text("I drift")


def test_a_copy_that_says_how_long_it_was_kept_is_as_old(watch: Watch) -> None:
    kept = {"body": json.dumps(watch.answer), "Date": format_datetime(NOW, usegmt=True)}
    watch.pass_time(6 * MINUTE)
    watch.answer = partial(watch.send, **kept, Age="360")
    watch.open(APP)
    expect(watch.word).to_have_text("Ukendt")


def test_an_older_file_is_no_news(watch: Watch) -> None:
    older = watch.say({DOWN: "major_outage"})
    watch.now += MINUTE
    watch.say()
    watch.open(APP)
    watch.answer = older
    watch.pass_minute()
    expect(watch.word).to_have_text("I drift")


def test_a_file_from_the_future_does_not_stay(watch: Watch) -> None:
    """A clock that was wrong for a moment does not shut out all that comes after."""
    watch.answer = status(watch.site, NOW + timedelta(days=1), {DOWN: "major_outage"})
    watch.open(APP)
    expect(watch.word).to_have_text("Nede")
    watch.minute_later()
    expect(watch.word).to_have_text("I drift")


GOOD = '{"schema": "synlighed-status/1", "made": "2026-11-23T13:00:59Z", '
GARBAGE = {
    "a page to log in": "<!doctype html><title>Log ind</title>",
    "cut off": GOOD + '"items": {"apps/ek',
    "empty": "",
    "nothing": "null",
    "a list": "[]",
    "another schema": GOOD.replace("/1", "/2") + '"items": {}, "incidents": []}',
    "no items": GOOD + '"summary": "Alt er i drift."}',
    "items of nothing": GOOD + '"items": {"apps/eksempel-koerselsregistrering": null}}',
    "no time": '{"schema": "synlighed-status/1", "made": "i går", "items": {}, "incidents": []}',
    "bytes": b"\xff\xfe\x00{",
}


@pytest.mark.parametrize("path", [APP, "/status/"])
def test_garbage_neither_blanks_nor_reassures(watch: Watch, path: str) -> None:
    watch.say({DOWN: "major_outage"})
    content = watch.open(path).locator("article.md-content__inner")
    before = content.inner_text()
    assert "Nede" in before
    for name, body in GARBAGE.items():
        watch.answer = partial(watch.send, body=body)
        watch.look_again()
        assert content.inner_text() == before, name
    watch.say()
    watch.look_again()
    assert content.inner_text() != before


FAILURES: dict[str, Callable[[Watch, Route], None]] = {
    "404": lambda watch, route: watch.send(route, json.dumps(status(watch.site)), 404),
    "503": lambda watch, route: watch.send(route, "Vent lidt", 503),
    "no network": lambda watch, route: route.abort("internetdisconnected"),
    "reset": lambda watch, route: route.abort("connectionreset"),
}


@pytest.mark.parametrize("fail", FAILURES.values(), ids=FAILURES)
def test_what_fails_lets_the_last_word_grow_old(
    watch: Watch, fail: Callable[[Watch, Route], None]
) -> None:
    watch.say({DOWN: "degraded_performance"})
    watch.open(APP)
    watch.answer = lambda route: fail(watch, route)
    for _ in range(5):
        watch.pass_minute()
    expect(watch.word).to_have_text("Nedsat drift")
    watch.pass_minute()
    expect(watch.word).to_have_text("Ukendt")
    expect(watch.told).to_contain_text("MAP målte »Nedsat drift«")
    forgive_the_network(watch)


@pytest.mark.parametrize("path", [APP, "/", "/status/"])
def test_a_page_that_never_hears_anything(disturbed: Watch, path: str) -> None:
    """What it was built with grows old as well."""
    disturbed.answer = lambda route: route.abort("internetdisconnected")
    page = disturbed.open(path)
    content = page.locator("article.md-content__inner")
    expect(content).to_contain_text("Nede")
    for _ in range(6):
        disturbed.pass_minute()
    if path == APP:
        expect(disturbed.word).to_have_text("Ukendt")
        expect(disturbed.told).to_contain_text("Målingen er for gammel. MAP målte »Nede«")
    else:
        expect(content).to_contain_text("Vi ved ikke nok lige nu.")
    expect(page.get_by_text("Målingerne er gamle")).to_be_visible()
    expect(page.get_by_role("heading", name="Sidst kendte hændelser")).to_be_visible()
    forgive_the_network(disturbed)


@pytest.mark.parametrize("path", ["/", "/status/"])
@pytest.mark.parametrize(
    ("due", "minutes"), [("", 0), ("snart", 0), ("2026-12-24T12:00:00+00:00", 5)]
)
def test_a_page_that_was_not_told_when_there_is_more(
    disturbed: Watch, path: str, due: str, minutes: int
) -> None:
    """Or late: what it says is old with the first of its measurements, at the latest."""
    disturbed.answer = lambda route: route.abort("internetdisconnected")

    def rewritten(route: Route) -> None:
        answer = route.fetch()
        body = re.sub(r'data-sl-due="[^"]+"', f'data-sl-due="{due}"', answer.text(), count=1)
        assert f'data-sl-due="{due}"' in body
        route.fulfill(response=answer, body=body)

    disturbed.page.route(disturbed.address + path, rewritten)
    page = disturbed.open(path)
    late = page.get_by_text("Målingerne er gamle")
    summary = page.locator(".sl-status__summary")
    for _ in range(minutes):
        expect(late).to_be_hidden()
        expect(summary).to_contain_text("er i drift")
        disturbed.pass_minute()
    expect(late).to_be_visible()
    expect(summary).to_have_text("Vi ved ikke nok lige nu.")
    forgive_the_network(disturbed)


@pytest.mark.parametrize("path", ["/", "/status/", APP])
@pytest.mark.parametrize("due", [None, "snart"])
def test_who_does_not_say_when_there_is_more_is_late(
    watch: Watch, path: str, due: str | None
) -> None:
    watch.say(next_update_due=due)
    page = watch.open(path)
    expect(page.get_by_text("Målingerne er gamle")).to_be_visible()
    watch.say()
    watch.look_again()
    expect(page.get_by_text("Målingerne er gamle")).to_be_hidden()


@pytest.mark.parametrize("expires", [None, "", "i morgen"])
def test_what_works_and_does_not_say_how_long_is_too_old(watch: Watch, expires: object) -> None:
    watch.say()["items"][APP[1:-1]]["expires"] = expires
    watch.open(APP)
    expect(watch.word).to_have_text("Ukendt")
    expect(watch.told).to_contain_text("Målingen er for gammel. MAP målte »I drift«")


def test_that_nothing_is_noticed_does_not_keep_it_young(watch: Watch) -> None:
    """Editors tell of something that nobody notices; 30 hours later nobody knows how it works."""
    watch.answer = status(watch.site, NOW, nothing_of=APP[1:-1])
    page = watch.open(APP)
    expect(watch.word).to_have_text("I drift")
    page.evaluate("hide(true)")
    watch.pass_time(timedelta(hours=30))
    watch.look_again()
    expect(watch.word).to_have_text("Ukendt")


@pytest.mark.parametrize("is_hidden", [True, False])
def test_what_was_left_is_old_before_it_is_answered(watch: Watch, is_hidden: bool) -> None:
    """Who comes back to it, or wakes the machine, sees no word of half an hour ago meanwhile."""
    held: list[Route] = []
    page = watch.open(APP)
    expect(watch.word).to_have_text("I drift")
    watch.answer = held.append
    if is_hidden:
        page.evaluate("hide(true)")
        watch.pass_time(timedelta(minutes=30))
        page.evaluate("hide(false)")
    else:
        watch.now += timedelta(minutes=30)
        page.clock.fast_forward(30 * 60 * 1000)
    expect(watch.word).to_have_text("Ukendt")
    page.wait_for_timeout(50)
    assert len(held) == 1
    watch.say()
    watch.look_again()
    expect(watch.word).to_have_text("I drift")


def test_failures_make_it_ask_more_seldom(watch: Watch) -> None:
    watch.open(APP)
    watch.answer = lambda route: route.abort("connectionrefused")
    asked = []
    for _ in range(40):
        before = watch.asked
        watch.pass_minute()
        asked.append(watch.asked - before)
    after = [minute for minute, times in enumerate(asked, 1) if times]
    assert after == [1, 3, 7, 15, 25, 35]
    watch.say()
    for _ in range(5):
        watch.pass_minute()
    before = watch.asked
    watch.pass_minute()
    assert watch.asked == before + 1
    forgive_the_network(watch)


def test_silence_is_waited_for_eight_seconds(watch: Watch) -> None:
    held: list[Route] = []
    watch.open(APP)
    watch.answer = held.append
    with watch.page.expect_request("**/status/status.json") as request:
        watch.pass_time(MINUTE)
    watch.pass_time(timedelta(seconds=7))
    assert request.value.failure is None
    with watch.page.expect_event("requestfailed") as failed:
        watch.pass_time(timedelta(seconds=2))
    assert failed.value.failure == "net::ERR_ABORTED"
    expect(watch.word).to_have_text("I drift")


HOSTILE = '<img src=x onerror="plantet()"><script>plantet()</script>{{ plantet }}'
ADDRESSES = [
    "javascript:plantet()",
    "javascript:plantet()//a/",
    "//ond.example/",
    "https://ond.example/",
    "../../ud/",
    "data:,plantet",
    "apps/x/?plantet",
    "apps/\njavascript:plantet()/",
]


@pytest.mark.parametrize("path", [APP, "/", "/status/"])
def test_hostile_text_stays_text(watch: Watch, path: str) -> None:
    """Every text of the file means harm; nothing of it becomes more than text."""
    work = {
        "id": "arbejde",
        "starts_at": "2026-11-25T22:00:00+01:00",
        "ends_at": "2026-11-25T23:30:00+01:00",
        "components": [DOWN],
    }
    answer = watch.say(
        {DOWN: "major_outage"}, incidents=[incident("uheld", DOWN)], maintenances=[work]
    )
    page = watch.open(path)
    content = page.locator("article.md-content__inner")
    # In a picture, an address is an object.
    links = "all => all.map((one) => one.href.baseVal ?? one.href)"
    before = set(page.eval_on_selector_all("a", links))
    for url in ADDRESSES:
        watch.answer = _poisoned(answer, url) | {"schema": answer["schema"]}
        watch.look_again()
        expect(content).to_contain_text(HOSTILE)
        assert content.locator(":is(img[onerror], script)").count() == 0
        assert set(page.eval_on_selector_all("a", links)) <= before
    for word in page.locator("[data-sl-status] .sl-live").all():
        expect(word).to_have_class("sl-live sl-live--unknown")


def _poisoned(value: Any, url: str) -> Any:
    """The same with every text replaced, but for the keys of items and the times."""
    if isinstance(value, dict):
        return {
            key: url if key == "url" else child if key == "items" and isinstance(child, list)
            else _poisoned(child, url)
            for key, child in value.items()
        }  # fmt: skip
    if isinstance(value, list):
        return [_poisoned(child, url) for child in value]
    is_time = isinstance(value, str) and value[:4] == "2026"
    return HOSTILE if isinstance(value, str) and not is_time else value


def test_incidents_come_and_go(watch: Watch) -> None:
    page = watch.open("/status/")
    section = page.locator("[data-sl=open]")
    incidents = section.locator("article[id^=haendelse]")
    expect(incidents).to_have_count(0)
    first, second = incident("et", DOWN, SLOW), incident("to", FINE, impact="minor")
    watch.minute_later(incidents=[first])
    expect(incidents.get_by_role("heading", level=3)).to_have_text("Hændelsen et Eksempel")
    expect(section).to_contain_text("Berører Kørselsregistrering og Vagttelefon.")
    page.get_by_role("article").get_by_role("link", name="Vagttelefon").last.focus()
    incidents.evaluate("one => { window.kept = one }")
    watch.minute_later(incidents=[first, second])
    expect(section.locator("article article")).to_have_count(0)
    expect(incidents).to_have_count(2)
    assert page.evaluate("kept.isConnected")
    resolved = {**first, "resolved_at": watch.now.isoformat(), "status": "resolved"}
    watch.minute_later(incidents=[resolved, second])
    expect(incidents).to_have_count(1)
    expect(section).to_contain_text("Hændelsen to")
    watch.minute_later()
    expect(incidents).to_have_count(0)


@pytest.mark.parametrize(
    ("started", "told"),
    [
        ("2026-10-25T02:30:00+02:00", "25. oktober 2026 kl. 02.30 (sommertid)"),
        ("2026-10-25T02:30:00+01:00", "25. oktober 2026 kl. 02.30 (vintertid)"),
        ("2026-11-23T11:52:00Z", "23. november 2026 kl. 12.52"),
    ],
)
def test_a_time_is_told_as_the_build_tells_it(watch: Watch, started: str, told: str) -> None:
    """In Danish time wherever the reader is; of the hour that comes twice, also which."""
    assert format_moment(datetime.fromisoformat(started)) == told
    watch.say(incidents=[incident("nat", DOWN, started_at=started)])
    article = watch.open("/status/").locator("#haendelse-nat")
    expect(article).to_contain_text(f"Begyndte {told}.")


def test_an_app_leads_to_all_that_is_told_of_its_incident(watch: Watch) -> None:
    """Also to one that was not there when the page was built."""
    more = {"at": NOW.isoformat(), "status": "identified", "body": "Årsagen er fundet."}
    outage = incident("ø", DOWN)
    watch.say({DOWN: "major_outage"}, incidents=[{**outage, "updates": [*outage["updates"], more]}])
    page = watch.open(APP)
    watch.panel.get_by_role("link", name="Hændelsen ø").click()
    article = page.locator("article:target")
    expect(article).to_contain_text("Årsagen er fundet.")
    expect(article).to_contain_text("Vi leder efter årsagen.")
    expect(article).to_be_in_viewport()


def test_what_is_resolved_moves_to_what_was(watch: Watch) -> None:
    page = watch.open("/status/")
    outage = incident("et", DOWN)
    watch.minute_later(incidents=[outage])
    expect(page.locator("[data-sl=open] #haendelse-et")).to_be_visible()
    watch.minute_later(incidents=[{**outage, "status": "resolved"}])
    expect(page.locator("[data-sl=open] #haendelse-et")).to_have_count(0)
    expect(page.locator("[data-sl=past] #haendelse-et")).to_contain_text("kl. 12.51, og er løst.")
    watch.minute_later(incidents=[{**outage, "resolved_at": NOW.isoformat()}])
    expect(page.locator("[data-sl=open] #haendelse-et")).to_have_count(0)
    past = page.get_by_role("heading", name="Løst for nylig").locator("..")
    expect(past.locator("#haendelse-et")).to_contain_text(
        "Begyndte 23. november 2026 kl. 12.51, løst 23. november 2026 kl. 13.00."
    )
    watch.minute_later()
    expect(past).to_be_hidden()


def test_who_reads_a_line_is_not_thrown_off_it(watch: Watch) -> None:
    watch.say(incidents=[incident("b", DOWN)])
    page = watch.open("/status/")
    link = page.locator("[data-sl=open] article[id^=haendelse] a")
    link.focus()
    watch.minute_later(incidents=[incident("a", SLOW), incident("b", DOWN), incident("c", FINE)])
    expect(page.locator("[data-sl=open] article[id^=haendelse]")).to_have_count(3)
    expect(page.locator("[data-sl=open] a:focus")).to_have_text("Kørselsregistrering")


@pytest.mark.parametrize("path", ["/", "/status/", APP])
def test_nothing_moves_when_nothing_is_new(disturbed: Watch, path: str) -> None:
    """What the file says at the build is what the pages say: not a node is touched."""
    disturbed.answer = lambda route: route.abort()
    page = disturbed.open(path)
    page.wait_for_load_state("networkidle")
    page.evaluate("look()")
    file = disturbed.site / "status" / "status.json"
    disturbed.answer = json.loads(file.read_bytes())
    disturbed.look_again()
    disturbed.pass_minute()
    assert page.evaluate("[changes, shifts]") == [[], 0]
    forgive_the_network(disturbed)


def test_nothing_runs_while_nobody_looks(watch: Watch) -> None:
    page = watch.open(APP)
    asked = watch.asked
    page.evaluate("hide(true)")
    assert page.evaluate("[...timers.values()]") == []
    watch.pass_time(timedelta(minutes=30))
    assert watch.asked == asked
    watch.say({DOWN: "major_outage"})
    before = page.evaluate("rests")
    page.evaluate("hide(false)")
    page.wait_for_function("before => rests > before", arg=before)
    assert watch.asked == asked + 1
    expect(watch.word).to_have_text("Nede")


def test_who_leaves_while_it_asks_waits_for_nothing(watch: Watch) -> None:
    held: list[Route] = []
    page = watch.open(APP)
    watch.answer = held.append
    with page.expect_request("**/status/status.json"):
        watch.pass_time(MINUTE)
    page.evaluate("hide(true)")
    page.wait_for_function("timers.size === 0")
    watch.say({DOWN: "major_outage"})
    before = page.evaluate("rests")
    page.evaluate("hide(false)")
    page.wait_for_function("before => rests > before", arg=before)
    expect(watch.word).to_have_text("Nede")


def test_without_javascript_it_says_how_old_it_is(browser: Browser, served_disturbed: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served_disturbed + APP)
    panel = page.locator("section[data-sl-status]")
    expect(panel.locator(".sl-live")).to_have_text("Nede")
    expect(panel).to_contain_text("MAP målte »Nede« 23. november 2026 kl. 12.59.")
    expect(panel.locator(".sl-status__fallback")).to_be_visible()
    for path in ("/", "/status/"):
        page.goto(served_disturbed + path)
        overview = page.locator("[data-sl-overview]")
        expect(overview).to_contain_text("virker ikke, som de skal.")
        expect(overview).to_contain_text("Målt af MAP, hentet 23. november 2026 kl. 13.00.")
    context.close()


def _components(watch: Watch) -> list[str]:
    items = json.loads((watch.site / "status" / "watched.json").read_bytes())["items"]
    return [one["component"] for one in items if one["component"]]
