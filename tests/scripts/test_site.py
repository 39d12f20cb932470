"""`scripts/site.py`: serves the site, and shows an edit by itself."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.site.conftest import SMALL
from tests.site.project import Project, copy_project, interrupt

PATIENCE = 60
"""Seconds until an edit that does not show is given up; it takes about one."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return copy_project(tmp_path / "project", SMALL)


@contextmanager
def taken_port() -> Iterator[int]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def free_port() -> int:
    with taken_port() as port:
        return port


def served_at(project: Project, port: int) -> list[str]:
    return [str(project.root / "scripts" / "site.py"), "--port", str(port)]


def fetch(url: str) -> str:
    try:
        with urlopen(url, timeout=5) as answer:
            return answer.read().decode()
    except (URLError, ConnectionError, TimeoutError):
        return ""


def until(holds: Callable[[], bool], log: Path) -> None:
    """Waits for what must come about, and tells what the server said when it does not."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, log.read_text(encoding="utf-8")
        time.sleep(0.1)


def test_an_edit_shows_by_itself(project: Project, tmp_path: Path) -> None:
    """In data, prose and theme; a mistake is told, and waited for until it is mended."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    log = tmp_path / "log"
    with log.open("w") as out:
        run = project.start(*served_at(project, port), stdout=out, stderr=out)
    try:
        until(lambda: "Sygehuset" in fetch(f"{address}/organisationer/sygehuset/"), log)
        # The page asks this server, and no other, whether it has grown old.
        assert "livereload" in fetch(f"{address}/organisationer/sygehuset/")

        project.change("data/organisations/sygehuset.yml", "title: Sygehuset", "title: Klinikken")
        project.write("data/terms/puls.yml", TERM)
        until(lambda: "Klinikken" in fetch(f"{address}/organisationer/sygehuset/"), log)
        until(lambda: "Slag i minuttet" in fetch(f"{address}/ordliste/puls/"), log)

        project.write("docs/om/index.md", "# Om\n\nNyskrevet prosa.\n")
        until(lambda: "Nyskrevet prosa." in fetch(f"{address}/om/"), log)

        project.change("hooks/theme/main.html", "Om websitet", "Om det hele")
        until(lambda: "Om det hele" in fetch(f"{address}/om/"), log)

        project.change("data/apps/maaleren.yml", "origin: regional", "origin: her")
        until(lambda: "fejl F204" in log.read_text(encoding="utf-8"), log)
        # Whoever reads in the meantime sees the last good site.
        assert "Klinikken" in fetch(f"{address}/organisationer/sygehuset/")
        assert "Regional" in fetch(f"{address}/apps/maaleren/")
        project.change("data/apps/maaleren.yml", "origin: her", "origin: national")
        until(lambda: "National" in fetch(f"{address}/apps/maaleren/"), log)
    finally:
        code = interrupt(run)
    assert code == 0
    assert "Traceback" not in log.read_text(encoding="utf-8")
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


TERM = """\
title: Puls
summary: Slag i minuttet, som hjertet slår dem.
definition: Slag i minuttet.
owner: hjaelpen
last_reviewed: 1. november 2026
created: 1. november 2026
"""


MEASURED = """\
monitoring:
  name: Overvågningen
  adapter: prometheus
"""


def test_the_example_works_whatever_a_site_speaks(project: Project, tmp_path: Path) -> None:
    """It speaks the contract, and the site's own measurements are not set up yet."""
    settings = project.data / "site.yml"
    project.write("data/site.yml", settings.read_text(encoding="utf-8") + MEASURED)
    registered = "map: {registration: registreret, app_id: nord.maaleren}"
    app = project.data / "apps" / "maaleren.yml"
    project.write("data/apps/maaleren.yml", f"{app.read_text(encoding='utf-8')}{registered}\n")
    port, log = free_port(), tmp_path / "log"
    # By the real time, as the example is.
    there = Project(project.root, {"SOURCE_DATE_EPOCH": ""})
    with log.open("w") as out:
        run = there.start(*served_at(there, port), stdout=out, stderr=out)
    try:
        file = f"http://127.0.0.1:{port}/status/status.json"
        until(lambda: fetch(file) != "", log)
        told = json.loads(fetch(file))
        assert told["example"] is True
        assert told["items"]["apps/maaleren"]["measured"] != "unknown"
    finally:
        interrupt(run)


def test_what_is_missing_in_the_measuring_is_said_once(project: Project, tmp_path: Path) -> None:
    """Not at every edit."""
    app = project.data / "apps" / "maaleren.yml"
    registered = "map: {registration: registreret, app_id: nord.maaleren}"
    project.write("data/apps/maaleren.yml", f"{app.read_text(encoding='utf-8')}{registered}\n")
    port, log = free_port(), tmp_path / "log"
    with log.open("w") as out:
        run = project.start(*served_at(project, port), stdout=out, stderr=out)
    try:
        page = f"http://127.0.0.1:{port}/organisationer/sygehuset/"
        until(lambda: "Sygehuset" in fetch(page), log)
        project.change("data/organisations/sygehuset.yml", "title: Sygehuset", "title: Klinikken")
        until(lambda: "Klinikken" in fetch(page), log)
    finally:
        interrupt(run)
    assert log.read_text(encoding="utf-8").count("Alt er eksempeldata.") == 1


def test_a_stopped_command_leaves_no_server(project: Project, tmp_path: Path) -> None:
    """Whoever ends the command ends all of it."""
    port = free_port()
    log = tmp_path / "log"
    with log.open("w") as out:
        run = project.start(*served_at(project, port), stdout=out, stderr=out)
    try:
        page = f"http://127.0.0.1:{port}/organisationer/sygehuset/"
        until(lambda: "Sygehuset" in fetch(page), log)
    finally:
        run.terminate()
        run.wait(timeout=PATIENCE)
    assert fetch(f"http://127.0.0.1:{port}/") == ""


def test_a_port_in_use(project: Project) -> None:
    """One sentence that says how to go on."""
    with taken_port() as port:
        said = project.script("site", "--port", str(port))
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"Port {port} er optaget, måske af et site, der allerede kører: stop det, eller vælg en "
        f"anden port med: scripts/site.py --port {port + 1}\n"
    )


def test_a_mistake_from_the_start(project: Project, tmp_path: Path) -> None:
    """There is no site to show yet: every page tells what to mend, until it is mended."""
    project.change("data/apps/maaleren.yml", "origin: regional", "origin: her")
    port = free_port()
    log = tmp_path / "log"
    with log.open("w") as out:
        run = project.start(*served_at(project, port), stdout=out, stderr=out)
    try:
        page = f"http://127.0.0.1:{port}/apps/maaleren/"
        until(lambda: "fejl F204" in log.read_text(encoding="utf-8"), log)
        until(lambda: "data/apps/maaleren.yml, linje" in told(page), log)
        assert "Siden kan først vises, når alt er rettet." in told(f"http://127.0.0.1:{port}/")
        project.change("data/apps/maaleren.yml", "origin: her", "origin: national")
        until(lambda: "National" in fetch(page), log)
    finally:
        interrupt(run)
    assert "Traceback" not in log.read_text(encoding="utf-8")


def told(url: str) -> str:
    """What is answered while there is no site."""
    try:
        with urlopen(url, timeout=5):
            return ""
    except HTTPError as answer:
        assert answer.code == 503
        return answer.read().decode()
    except (URLError, ConnectionError, TimeoutError):
        return ""
