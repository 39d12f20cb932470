"""The status of an edition holds no byte of what its readers may not see, also when it is renewed.

All that the platform says of a hidden app has a word of its own in it, as the data do.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from filelock import FileLock

from synlighed.danish.times import ZONE
from synlighed.map.reference.world import World
from synlighed.map.scenario import Registered, parse_scenario
from synlighed.visibility import Edition
from tests.conftest import shared_folder
from tests.editions.planting import plant_data, planted
from tests.editions.searching import found_in
from tests.map.asking import TOKEN, running
from tests.prose import forget_its_items
from tests.site.project import Project, copy_project, files_of

SIZE = 60

WORDS = {
    Edition.PUBLIC: "zqalle",
    Edition.PARTNER: planted(Edition.PARTNER),
    Edition.INTERNAL: planted(Edition.INTERNAL),
}
"""In all that is said of an app, by the fewest who may see it."""


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder with a site for each edition, and beside each how it was before it was renewed."""
    shared = shared_folder(tmp_path_factory, worker_id) / "status-editions"
    with FileLock(f"{shared}.lock"):
        if not shared.exists():
            project = copy_project(shared / "project", SOURCE_DATE_EPOCH="")
            forget_its_items(project.root)
            shutil.rmtree(project.data)
            plant_data(project.data, SIZE)
            with running(world_of(registered(project))) as server:
                server.now[0] = datetime.now(ZONE)
                known = {"MAP_URL": server.server.url, "MAP_TOKEN": TOKEN}
                there = replace(project, environ={**project.environ, **known})
                for edition in Edition:
                    publish(there, edition, shared / edition)
    return shared


def publish(project: Project, edition: Edition, out: Path) -> None:
    """Builds an edition, keeps a copy, and renews it."""
    said = project.script("build", "--edition", edition, "--out", str(out))
    assert said.code == 0, said.all
    shutil.copytree(out, out.with_name(f"{edition}-before"))
    said = project.script("status", "refresh", "--site", str(out))
    assert said.code == 0, said.all


def registered(project: Project) -> dict[str, Edition]:
    """The platform's name of every app that it knows, and the fewest who may see it."""
    found = {}
    for file in sorted((project.data / "apps").glob("*.yml")):
        app = yaml.safe_load(file.read_text(encoding="utf-8"))
        if (app.get("map") or {}).get("registration") == "registreret":
            found[app["map"]["app_id"]] = Edition(app["visibility"])
    return found


def world_of(apps: dict[str, Edition]) -> World:
    """A platform on which every app, and every two of unlike visibility, are hit by something."""
    first = {edition: next(id for id in apps if apps[id] is edition) for edition in Edition}
    groups = [*((one,) for one in Edition), *PAIRS]
    scenario = {"title": "Eksempel", "about": "Alt sker.", "incidents": [], "maintenances": []}
    for group in groups:
        name = "-og-".join(WORDS[edition] for edition in group)
        hit = {"id": f"eksempel-{name}", "title": f"Om {name}", "apps": [first[e] for e in group]}
        incident = {**hit, "impact": "minor", "becomes": "degraded_performance", "starts": -30}
        update = {"at": -20, "status": "investigating", "body": f"Der er noget med {name}."}
        scenario["incidents"].append({**incident, "updates": [update]})
        planned = {**hit, "id": f"v-{name}", "starts": 600, "ends": 700, "updated": -100}
        scenario["maintenances"].append(planned)
    for number, edition in enumerate(Edition):
        message = {"da": f"Den om {WORDS[edition]} er langsom."}
        scenario["incidents"][number]["message"] = message
    text = yaml.safe_dump(scenario, allow_unicode=True)
    known = tuple(Registered(id, f"App {WORDS[edition]}") for id, edition in apps.items())
    start = datetime.now(ZONE).replace(microsecond=0)
    return World(parse_scenario(text, "prøve"), known, start)


PAIRS = [
    (Edition.PUBLIC, Edition.INTERNAL),
    (Edition.PUBLIC, Edition.PARTNER),
    (Edition.PARTNER, Edition.INTERNAL),
]

HIDDEN = [(edition, one) for edition in Edition for one in Edition if not edition.shows(one)]


def status_of(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "status" / "status.json").read_bytes())
    return found


def all_of(published: Path, edition: Edition) -> Iterator[Path]:
    """An edition as it was built, and as it was renewed."""
    yield published / f"{edition}-before"
    yield published / edition


@pytest.mark.parametrize(("edition", "hidden"), HIDDEN)
def test_no_byte_of_it(published: Path, edition: Edition, hidden: Edition) -> None:
    """Pages, data, badges, pictures, history and feed; ids, names, incidents and messages."""
    for site in all_of(published, edition):
        assert (site / "status" / "status.json").is_file()
        assert list(found_in(files_of(site), WORDS[hidden])) == []


@pytest.mark.parametrize("edition", Edition)
def test_what_readers_may_see_is_told(published: Path, edition: Edition) -> None:
    """All that hits only what is shown, and nothing that hits more: its text is of both."""
    groups = [*((one,) for one in Edition), *PAIRS]
    shown = {
        "-og-".join(WORDS[one] for one in group)
        for group in groups
        if all(edition.shows(one) for one in group)
    }
    for site in all_of(published, edition):
        told = status_of(site)
        assert {one["id"] for one in told["incidents"]} == {f"eksempel-{name}" for name in shown}
        assert {one["id"] for one in told["maintenances"]} == {f"v-{name}" for name in shown}
        feed = (site / "status" / "atom.xml").read_text(encoding="utf-8")
        page = (site / "status" / "index.html").read_text(encoding="utf-8")
        assert all(f"Om {name}" in feed and f"Om {name}" in page for name in shown)
        messages = "".join(item["told"] for item in told["items"].values())
        assert all(
            (f"Den om {WORDS[one]} er langsom." in messages) is edition.shows(one)
            for one in Edition
        )


@pytest.mark.parametrize("edition", Edition)
def test_what_only_the_platform_knows_is_told_inside(published: Path, edition: Edition) -> None:
    watched = json.loads((published / edition / "status" / "watched.json").read_bytes())
    assert watched["shows_drift"] is edition.is_internal
    measured = [item for item in watched["items"] if item["component"]]
    everything = registered(Project(published / "project"))
    apps = {item["component"] for item in measured if item["key"].startswith("apps/")}
    assert apps == {id for id, one in everything.items() if edition.shows(one)}
    history = json.loads((published / edition / "status" / "historik.json").read_bytes())
    assert history["items"].keys() == {item["key"] for item in measured}
