"""`scripts/status.py`, and what a build makes of the status: as operations run them."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from synlighed.map.reference.faults import Fault
from tests.editions.searching import found_in
from tests.map.asking import TOKEN, Running, running
from tests.site.conftest import SMALL
from tests.site.project import Project, copy_project, files_of

REGISTERED = """\
map: {{registration: registreret, app_id: {id}}}
visibility: {visibility}
"""


@pytest.fixture
def platform() -> Iterator[Running]:
    with running("normal-dag") as server:
        yield server


@pytest.fixture
def project(tmp_path: Path, platform: Running) -> Project:
    """Two registered apps: everyone may see one of them."""
    project = copy_project(tmp_path / "project", SMALL)
    text = (project.data / "apps" / "maaleren.yml").read_text(encoding="utf-8")
    plain = text.replace("former_ids:\n  - gammel-maaler\n", "")
    for id, visibility in (("dagbog", "offentlig"), ("koerebog", "intern")):
        more = REGISTERED.format(id=f"nord.{id}", visibility=visibility)
        project.write(f"data/apps/{id}.yml", plain.replace("Måler &", f"{id} &") + more)
    for path in ("contacts/hjaelpen.yml", "organisations/sygehuset.yml"):
        file = project.data / path
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("visibility: partner", "visibility: offentlig"))
    # Near the real time, which the answers come by: a minute either way is no matter.
    soon = str(int(time.time()) + 60)
    environ = {"MAP_URL": platform.server.url, "MAP_TOKEN": TOKEN, "SOURCE_DATE_EPOCH": soon}
    return Project(project.root, environ)


def with_settings(project: Project, **settings: str) -> Project:
    return Project(project.root, {**project.environ, **settings})


def told(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "status" / "status.json").read_bytes())
    return found


def words(site: Path) -> dict[str, str]:
    return {key: item["status"] for key, item in told(site)["items"].items()}


WELL = {"apps/dagbog": "operational", "apps/koerebog": "operational"}
UNKNOWN = dict.fromkeys(WELL, "unknown")


def test_a_build_asks_and_a_refresh_renews(project: Project, platform: Running) -> None:
    said = project.script("build")
    assert said.code == 0, said.all
    assert words(project.site) == WELL
    page = (project.site / "apps" / "dagbog" / "index.html").read_text(encoding="utf-8")
    assert re.search('<span class="sl-live sl-live--operational"[^>]*>I drift</span>', page)

    platform.fault(Fault.GARBAGE_WORDS)
    platform.pass_minutes(1)
    said = project.script("status", "refresh")
    assert said.code == 0, said.all
    assert "Alt er eksempeldata." in said.err
    assert "operational" not in words(project.site).values()
    # The page is as it was built; the browser renews it.
    assert (project.site / "apps" / "dagbog" / "index.html").read_text(encoding="utf-8") == page


def test_what_only_one_side_knows_is_told(project: Project) -> None:
    project.write("data/apps/koerebog.yml", _renamed(project, "koerebog", "nord.ny"))
    assert project.script("build").code == 0
    said = project.script("status", "refresh")
    assert "Registreret, men ikke målt: koerebog" in said.err and "(nord.ny)" in said.err
    assert "Målt, men ikke i kataloget: nord.koerebog, nord.maaleren og nord.vagtplan." in said.err


@pytest.mark.parametrize("fault", [Fault.GARBAGE_WORDS, Fault.PARTIAL, Fault.INVALID])
def test_a_build_says_of_the_answer_what_a_refresh_does(
    project: Project, platform: Running, fault: Fault
) -> None:
    """What could not be read, or is missing; and each thing once."""
    project.write("data/apps/koerebog.yml", _renamed(project, "koerebog", "nord.ny"))
    platform.fault(fault)
    said = project.script("build")
    assert said.code == 0, said.all
    told = project.script("status", "refresh").err.splitlines()
    # The platform's clock stands still, so it falls behind meanwhile.
    lines = [re.sub(r"\d+ minutter .*", "", line) for line in told]
    for expected in (TOLD[fault], "Målingernes ur er ", "Registreret, men ", "Målt, men ikke i "):
        assert any(line.startswith(expected) for line in lines)
    for line in lines:
        assert said.err.count(line) == 1, said.err


TOLD = {
    Fault.GARBAGE_WORDS: "nord.dagbog har en status, vi ikke kender: ",
    Fault.PARTIAL: "Målingen er ikke hel: ",
    Fault.INVALID: "Komponent nr. 1 har intet id",
}


def test_a_build_without_an_answer_says_why_once(project: Project, platform: Running) -> None:
    platform.fault(Fault.HTML)
    said = project.script("build")
    assert said.code == 0, said.all
    assert said.err.count("en webside i stedet for data") == 1


def _renamed(project: Project, app: str, id: str) -> str:
    text = (project.data / "apps" / f"{app}.yml").read_text(encoding="utf-8")
    return text.replace(f"nord.{app}", id)


@pytest.mark.parametrize(
    ("fault", "token", "reason"),
    [
        (Fault.HTML, TOKEN, "en webside i stedet for data"),
        (Fault.DENIED, TOKEN, "Adgang afvist"),
        (None, "en-forkert-noegle", "Adgang afvist"),
    ],
)
def test_without_an_answer_the_last_one_stands(
    project: Project, platform: Running, fault: Fault | None, token: str, reason: str
) -> None:
    assert project.script("build").code == 0
    platform.fault(fault)
    said = with_settings(project, MAP_TOKEN=token).script("status", "refresh")
    assert said.code == 3 and reason in said.err
    assert token not in said.all
    assert words(project.site) == WELL
    everything = files_of(project.site) | files_of(project.root / ".state")
    assert list(found_in(everything, token)) == []


def test_nobody_to_ask(project: Project) -> None:
    """A build needs no platform, and then nothing is known."""
    alone = with_settings(project, MAP_URL="")
    said = alone.script("build")
    assert said.code == 0, said.all
    assert words(project.site) == UNKNOWN
    for command in ("fetch", "refresh"):
        said = alone.script("status", command)
        assert said.code == 2 and "Sæt MAP_URL" in said.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("refresh", "--site", "/findes/ikke"), "er ikke et site, der kan fornyes"),
        (("hent",), "»hent« kan ikke bruges"),
        ((), "Der mangler fetch|refresh."),
    ],
)
def test_a_wrong_call(project: Project, arguments: tuple[str, ...], told: str) -> None:
    said = project.script("status", *arguments)
    assert said.code == 2 and told in said.err


def test_a_build_may_insist_on_a_fresh_answer(project: Project, platform: Running) -> None:
    assert project.script("build").code == 0
    before = files_of(project.site)
    platform.fault(Fault.HTML)
    said = project.script("build", "--strict-status")
    assert said.code == 1 and "Der er ingen nye målinger." in said.err
    assert files_of(project.site) == before
    said = project.script("build")
    assert said.code == 0 and "Status er fra " in said.err
    assert words(project.site) == WELL


def test_an_edition_tells_nothing_of_what_it_does_not_show(project: Project) -> None:
    said = project.script("build", "--edition", "offentlig", "--out", str(project.root / "ud"))
    assert said.code == 0, said.all
    said = project.script("status", "refresh", "--site", str(project.root / "ud"))
    assert said.code == 0, said.all
    files = files_of(project.root / "ud")
    assert words(project.root / "ud") == {"apps/dagbog": "operational"}
    for hidden in ("koerebog", "nord.maaleren", "nord.vagtplan"):
        assert list(found_in(files, hidden)) == []
    assert "status/watched.json" in found_in(files, "nord.dagbog")
