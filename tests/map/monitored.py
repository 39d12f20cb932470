"""Prometheus, blackbox_exporter and Alertmanager as Debian ships them, on free ports of 127.0.0.1.

They look every second at a small web server, whose pages a test can take away.
"""

import json
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from synlighed.map.answers import Unreachable
from synlighed.map.connection import Connection
from synlighed.map.prometheus import Prometheus

PROGRAMS = ("prometheus", "prometheus-blackbox-exporter", "prometheus-alertmanager")

MISSING = (
    "Prometheus er ikke installeret (på Debian og Ubuntu: sudo apt install "
    f"--no-install-recommends {' '.join(PROGRAMS)})."
)

PATIENCE = 60
"""Seconds that something may take on a busy machine before a test gives up."""

CONFIGURATION: Mapping[str, Any] = {
    "prometheus": {
        "global": {"scrape_interval": "1s", "scrape_timeout": "1s", "evaluation_interval": "1s"},
        "rule_files": ["rules.yml"],
        "scrape_configs": [
            {
                "job_name": "apps",
                "metrics_path": "/probe",
                "params": {"module": ["http"]},
                "file_sd_configs": [{"files": ["targets.json"], "refresh_interval": "1s"}],
            }
        ],
    },
    "rules": {
        "groups": [
            {
                "name": "apps",
                "rules": [
                    {
                        "alert": "Langsom",
                        "expr": 'probe_success{app="eksempel.langsom"} == 1',
                        "labels": {"severity": "warning"},
                    },
                    {"record": "app_not_a_number", "expr": "probe_success * NaN"},
                ],
            }
        ]
    },
    "blackbox": {"modules": {"http": {"prober": "http", "http": {"preferred_ip_protocol": "ip4"}}}},
    "alertmanager": {
        "route": {"receiver": "ingen", "group_wait": "1s"},
        "receivers": [{"name": "ingen"}],
    },
}
"""JSON is YAML."""


def installed() -> bool:
    return all(map(shutil.which, PROGRAMS))


@dataclass
class Web:
    """What is monitored: pages that answer 200 until they are taken away."""

    port: int
    down: set[str] = field(default_factory=set)

    def page(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/{name}"


@dataclass
class Monitored:
    """All that runs."""

    web: Web
    folder: Path
    blackbox: str
    prometheus: Connection
    alertmanager: Connection

    @property
    def source(self) -> Prometheus:
        return Prometheus(self.prometheus, alertmanager=self.alertmanager)

    def watch(self, apps: Mapping[str, list[str]]) -> None:
        """From now on these apps are looked at, each by its pages; `""` is no app."""
        targets = [
            {
                "targets": [self.blackbox],
                "labels": {
                    "__param_target": page,
                    "instance": page,
                    **({"app": app} if app else {}),
                },
            }
            for app, pages in apps.items()
            for page in map(self.web.page, pages)
        ]
        file = self.folder / "targets.json"
        new = file.with_suffix(".new")
        new.write_text(json.dumps(targets))
        new.replace(file)

    def until(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first document of which something holds."""
        ends = time.monotonic() + PATIENCE
        last: object = None
        while time.monotonic() < ends:
            try:
                last = self.source.ask("", None).raw
                if isinstance(last, dict) and holds(last):
                    return last
            except Unreachable as error:
                last = error.reason
            time.sleep(0.5)
        raise AssertionError(last)

    def silence(self, app: str, comment: str) -> None:
        """As an operator does in the pages of Alertmanager."""
        now = datetime.now(UTC)
        silence = {
            "matchers": [{"name": "app", "value": app, "isRegex": False, "isEqual": True}],
            "startsAt": now.isoformat(),
            "endsAt": (now + timedelta(hours=1)).isoformat(),
            "createdBy": "driften",
            "comment": comment,
        }
        request = urllib.request.Request(
            f"{self.alertmanager.url}/api/v2/silences",
            json.dumps(silence).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answered:
            assert answered.status == 200


@contextmanager
def monitored(folder: Path) -> Iterator[Monitored]:
    """Everything started and answering; ended again by its process ids."""
    blackbox, prometheus, alertmanager = _free_ports(3)
    alerts = {"static_configs": [{"targets": [f"127.0.0.1:{alertmanager}"]}]}
    own = CONFIGURATION["prometheus"] | {"alerting": {"alertmanagers": [alerts]}}
    for name, content in (CONFIGURATION | {"prometheus": own}).items():
        (folder / f"{name}.yml").write_text(json.dumps(content))
    (folder / "targets.json").write_text("[]")
    with ExitStack() as stack:
        web = stack.enter_context(_web())
        for program, port, more in (
            ("prometheus-blackbox-exporter", blackbox, []),
            (
                "prometheus-alertmanager",
                alertmanager,
                [f"--storage.path={folder / 'alerts'}", "--cluster.listen-address="],
            ),
            ("prometheus", prometheus, [f"--storage.tsdb.path={folder / 'samples'}"]),
        ):
            stack.enter_context(_running(program, port, more, folder))
        yield Monitored(
            web,
            folder,
            f"127.0.0.1:{blackbox}",
            Connection(f"http://127.0.0.1:{prometheus}"),
            Connection(f"http://127.0.0.1:{alertmanager}"),
        )


@contextmanager
def _running(program: str, port: int, more: list[str], folder: Path) -> Iterator[None]:
    name = program.removeprefix("prometheus-").removesuffix("-exporter")
    command = [
        program,
        f"--config.file={folder / f'{name}.yml'}",
        f"--web.listen-address=127.0.0.1:{port}",
        *more,
    ]
    said = folder / f"{name}.log"
    with said.open("w") as log, subprocess.Popen(command, stderr=log, stdout=log) as run:
        try:
            _wait(port, run, said)
            yield
        finally:
            run.kill()


def _wait(port: int, run: subprocess.Popen[bytes], said: Path) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and run.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/-/healthy", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(said.read_text()[-2000:])


@contextmanager
def _web() -> Iterator[Web]:
    down: set[str] = set()

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(503 if self.path[1:] in down else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield Web(server.server_port, down)
        finally:
            server.shutdown()
            thread.join()


def _free_ports(number: int) -> list[int]:
    with ExitStack() as stack:
        held = [stack.enter_context(socket.socket()) for _ in range(number)]
        for one in held:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in held]
