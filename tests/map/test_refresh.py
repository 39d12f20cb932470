"""A published site is renewed from whatever the platform answers, and never claims too much."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from synlighed.map import client, platform
from synlighed.map.connection import Connection
from synlighed.map.platform import Platform
from synlighed.map.reference.faults import Fault
from synlighed.map.refresh import NoSite, refresh
from synlighed.map.store import Store
from synlighed.status.board import Board
from synlighed.status.published import HISTORY, STATUS, WATCHED, status_files
from synlighed.status.watched import Watched
from synlighed.status.words import Status
from tests.map.asking import TOKEN, Running, running
from tests.status.boards import ITEMS, NOW, board
from tests.status.boards import document as measured

WATCHING = Watched(ITEMS, (), "Prøve", "MAP", site_url="https://a.example/", shows_drift=True)


@dataclass
class Published:
    """A site that is out, the platform it asks, and what is kept of that."""

    map: Running
    site: Path
    state: Path
    token: str = TOKEN

    def now(self) -> datetime:
        return self.map.now[0].astimezone(UTC)

    def refresh(self, minutes: float = 0) -> Board:
        """Renews the site so many minutes later."""
        self.map.pass_minutes(minutes)
        source = Platform(Connection(self.map.server.url, self.token))
        return refresh(self.site, Store(self.state), lambda watched: source, self.now)

    def told(self) -> dict[str, Any]:
        """What browsers are told."""
        found: dict[str, Any] = json.loads((self.site / STATUS).read_bytes())
        return found

    def words(self) -> dict[str, str]:
        """What is said of each item."""
        return {key: item["status"] for key, item in self.told()["items"].items()}

    def files(self) -> dict[str, tuple[bytes, int]]:
        """Every file, and which on the disk it is: a replaced one is another."""
        return {
            file.relative_to(self.site).as_posix(): (file.read_bytes(), file.stat().st_ino)
            for file in self.site.rglob("*")
            if file.is_file()
        }


def site_in(folder: Path, watched: Watched = WATCHING) -> Path:
    """What a build puts there of the status, before anything is known."""
    for uri, content in status_files(Board(NOW, watched)):
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        (folder / uri).write_bytes(content)
    return folder


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Published]:
    """On a normal day, with one clock for all."""
    with running("normal-dag") as server:
        clock = partial(client.get, clock=lambda: server.now[0], sleep=lambda seconds: None)
        monkeypatch.setattr(platform, "get", clock)
        yield Published(server, site_in(tmp_path / "site"), tmp_path / "state")


GOOD = {
    "apps/dagbog": "operational",
    "apps/koerebog": "operational",
    "apps/maaleren": "operational",
    "apps/gammel": "unknown",
    "services/opslag": "unknown",
}
"""One is not measured at all, and one the platform does not know."""

UNKNOWN = dict.fromkeys(GOOD, "unknown")


def test_what_is_measured_is_told(published: Published) -> None:
    assert published.words() == UNKNOWN
    found = published.refresh()
    told = published.told()
    assert published.words() == GOOD
    assert told["status"] == "unknown" and told["example"] is True
    assert told["summary"] == found.summary
    assert told["summary"].startswith(
        "Alt, der er målt, er i drift. Én service ved vi ikke noget om"
    )
    assert told["checked"] == told["made"] == published.now().isoformat(timespec="seconds")
    dagbog = told["items"]["apps/dagbog"]
    times = [dagbog["checked"], told["checked"], dagbog["expires"], told["due"]]
    looked, heard, expires, due = map(datetime.fromisoformat, times)
    assert looked < heard < due < expires


def test_only_what_changed_is_replaced(published: Published) -> None:
    """Each file whole, and readable to a web server that somebody else runs."""
    published.refresh()
    found = published.refresh(1)
    before = published.files()
    assert before.keys() == {uri for uri, _ in status_files(found)}
    for name in before.keys() - {WATCHED}:
        assert (published.site / name).stat().st_mode & 0o777 == 0o644
    published.refresh(1)
    after = published.files()
    changed = {name for name in before if before[name] != after[name]}
    assert {STATUS} <= changed <= {STATUS, HISTORY}
    assert after.keys() == before.keys()


def test_what_somebody_else_changed_is_put_right(published: Published) -> None:
    """As when a new build has taken the place of the site."""
    published.refresh()
    expected = published.files()
    for name in ("badges/apps/dagbog.svg", "historik/apps/dagbog.svg"):
        (published.site / "status" / name).write_text("<svg/>", encoding="utf-8")
    (published.site / "status" / "badges" / "apps" / "koerebog.svg").unlink()
    published.refresh()
    for name, (content, _) in published.files().items():
        assert content == expected[name][0]


def test_what_a_killed_run_left_is_removed(published: Published) -> None:
    left = published.site / "status" / "badges" / "apps" / ".dagbog.svg.x1.unfinished"
    left.write_bytes(b"<sv")
    published.refresh()
    assert not left.exists()


FAULTS = {
    Fault.PARTIAL: {**GOOD, "apps/dagbog": "unknown", "apps/maaleren": "unknown"},
    Fault.GARBAGE_WORDS: UNKNOWN,
    Fault.INVALID: {**GOOD, "apps/dagbog": "unknown", "apps/koerebog": "unknown"},
    # Its own time is on the answer, so that the age of everything can be told.
    Fault.SKEWED: GOOD,
    Fault.HTML: UNKNOWN,
    Fault.TRUNCATED: UNKNOWN,
    Fault.DENIED: UNKNOWN,
    Fault.BUSY: UNKNOWN,
    Fault.LIMITED: UNKNOWN,
}
"""What the site says when a platform does this from the beginning."""


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_not_known_never_works(published: Published, fault: Fault) -> None:
    published.map.fault(fault)
    found = published.refresh(30)
    assert published.words() == FAULTS[fault]
    assert found.problems
    assert published.told()["status"] == "unknown"
    assert not published.told()["summary"].startswith("Alt er")


LOSING = [Fault.HTML, Fault.TRUNCATED, Fault.DENIED, Fault.BUSY, Fault.LIMITED, Fault.OLDER]
"""What makes an answer useless."""


@pytest.mark.parametrize("fault", LOSING)
def test_the_last_good_answer_stays_with_its_age(published: Published, fault: Fault) -> None:
    """While it holds; then it says what was known last, and that it is too old."""
    published.refresh(120)
    good = published.told()
    published.map.fault(fault)
    found = published.refresh(1)
    assert found.answer.problem and found.answer.problem in found.problems
    assert published.words() == GOOD
    assert published.told()["checked"] == good["checked"] != published.told()["made"]
    published.refresh(30)
    assert published.words() == UNKNOWN
    dagbog = published.told()["items"]["apps/dagbog"]
    assert dagbog["last"] == "operational"
    assert dagbog["checked"] == good["items"]["apps/dagbog"]["checked"]
    assert dagbog["told"].startswith("Målingen er for gammel. MAP målte »I drift« ")
    published.map.fault(None)
    published.refresh(10)
    assert published.words() == GOOD


def test_who_asks_for_a_pause_is_not_asked_in_it(published: Published) -> None:
    published.map.fault(Fault.BUSY)
    assert "beder om en pause" in published.refresh().answer.problem
    published.map.fault(None)
    assert "spørges først igen" in published.refresh(1).answer.problem
    assert published.words() == UNKNOWN
    assert published.refresh(2).answer.problem == ""
    assert published.words() == GOOD


def test_a_platform_that_stopped_measuring(published: Published) -> None:
    """It answers, also with 304, and nothing works for that."""
    published.map.fault(Fault.FROZEN)
    published.refresh()
    assert published.words() == GOOD
    found = published.refresh(30)
    assert found.answer.problem == ""
    assert found.answer.fetched == published.now()
    assert published.words() == UNKNOWN
    # The oldest of the five minutes that a measurement holds were over when it was told.
    assert found.days["nord.dagbog"][-1].seconds == {Status.OPERATIONAL: 271}
    # What is over is told of day by day, by what was measured on it.
    published.refresh(24 * 60)
    history = json.loads((published.site / HISTORY).read_bytes())["items"]["apps/dagbog"]
    assert history["2026-11-23"] == {"operational": 271}
    assert published.words() == UNKNOWN


def test_what_only_one_side_knows_is_told(published: Published) -> None:
    drift = published.refresh().drift
    assert [item.component for item in drift.not_measured] == ["nord.opslag"]
    assert drift.not_in_catalogue == ("nord.vagtplan",)


def test_outside_nothing_is_told_of_what_is_not_shown(published: Published) -> None:
    """Not its name, nor that there is one, nor what hits it too."""
    site_in(published.site, replace(WATCHING, items=ITEMS[1:], shows_drift=False))
    raw = measured(dagbog="major_outage", koerebog="operational")
    hit = {"started_at": NOW.isoformat(), "title": "Kørebog virker, dagbog ikke"}
    both = {"id": "h1", "components": ["nord.koerebog", "nord.dagbog"], **hit}
    own = {"id": "h2", "components": ["nord.koerebog"], **hit, "title": "Langsom kørebog"}
    planned = {
        "starts_at": NOW.isoformat(),
        "ends_at": (NOW + timedelta(hours=1)).isoformat(),
        "title": "Dagbog flyttes",
    }
    raw |= {
        "incidents": [both, own],
        "maintenances": [{**planned, "id": "v1", "components": both["components"]}],
        "missing": ["nord.dagbog"],
    }
    found = board(raw)
    inside = replace(found, days={"nord.dagbog": (), "nord.koerebog": ()})
    outside = replace(inside, watched=replace(WATCHING, items=ITEMS[1:], shows_drift=False))
    assert [one.id for one in inside.incidents] == ["h2", "h1"]
    assert [one.id for one in inside.maintenances] == ["v1"]
    assert [one.id for one in outside.incidents] == ["h2"]
    assert outside.maintenances == () and outside.states["apps/koerebog"].maintenances == ()
    assert outside.drift.not_in_catalogue == outside.drift.not_measured == ()
    told = b"".join(content for _, content in status_files(outside)).lower()
    assert b"langsom" in told and b"dagbog" not in told


def test_the_token_is_in_no_file(published: Published) -> None:
    for fault in (None, *LOSING):
        published.map.fault(fault)
        found = published.refresh(5)
        assert TOKEN not in repr(found)
    files = [*published.site.rglob("*"), *published.state.rglob("*")]
    assert len(files) > 15
    assert [file for file in files if file.is_file() and TOKEN.encode() in file.read_bytes()] == []


def test_nobody_to_ask(published: Published) -> None:
    """Then nothing is known, whatever was kept from a time when there was."""
    published.refresh()
    assert published.words() == GOOD
    refresh(published.site, Store(published.state), lambda watched: None, published.now)
    assert published.words() == UNKNOWN


def test_a_history_that_is_gone_is_shown_no_more(published: Published) -> None:
    """Its picture is on pages that were built when there was one; it says that nothing is known."""
    published.refresh()
    pictures = published.site / "status" / "historik"
    before = {file.name: file.read_bytes() for file in (pictures / "apps").iterdir()}
    assert len(before) == 3
    refresh(published.site, Store(published.state), lambda watched: None, published.now)
    for file in (pictures / "apps").iterdir():
        told = file.read_text(encoding="utf-8")
        assert "ikke målt i 90 dage" in told
    # What no page shows is not made for that.
    assert not (pictures / "services").exists()
    published.refresh()
    assert {file.name: file.read_bytes() for file in (pictures / "apps").iterdir()} == before


@pytest.mark.parametrize("content", [None, b"", b"[]", b'{"items": [{"navn": "x"}]}', b"\xff"])
def test_a_folder_that_is_no_site(published: Published, content: bytes | None) -> None:
    """Is left as it was, and told of."""
    watched = published.site / WATCHED
    watched.unlink()
    if content is not None:
        watched.write_bytes(content)
    before = published.files()
    with pytest.raises(NoSite, match="Byg sitet igen"):
        published.refresh()
    assert published.files() == before


def test_a_site_that_cannot_be_written(published: Published) -> None:
    badges = published.site / "status" / "badges" / "apps"
    for file in badges.iterdir():
        file.unlink()
    badges.rmdir()
    badges.write_text("ingen mappe", encoding="utf-8")
    with pytest.raises(OSError, match="badges"):
        published.refresh()
