#!/usr/bin/env python3
"""Serves the status of the registered apps, by a scenario: an example for who makes the real one.

It answers on 127.0.0.1 only, and everything it says is marked as an example.
"""

import inside  # noqa: I001 - must come first
import contextlib
import os
import signal
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

import synlighed.map
from arguments import Arguments
from synlighed import environment
from synlighed.catalogue import Catalogue
from synlighed.cataloguing import compile_catalogue
from synlighed.danish.times import ZONE
from synlighed.load import load
from synlighed.map.reference.answers import Service
from synlighed.map.reference.faults import Fault
from synlighed.map.reference.serving import ReferenceServer
from synlighed.map.reference.world import World
from synlighed.map.registered import registered_apps
from synlighed.map.scenario import Scenario, ScenarioError, parse_scenario
from synlighed.model import discover
from synlighed.problems import Problem, as_text

SCENARIOS = Path(synlighed.map.__file__).parent / "scenarios"
DEFAULT = "hverdag"
PORT = 8010


STOPPING = {signal.SIGTERM, signal.SIGINT}


def main() -> int:
    given = _arguments()
    # Before there are threads, so that only the one that waits for these is told; and whoever asks
    # it to stop before it is ready need not ask again.
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    try:
        start = _start(given.now)
        scenario = _scenario(given.scenario)
        wrong = _mistake_in_call(given.port, given.cycle, given.token)
    except ScenarioError as error:
        wrong = str(error)
    if wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    catalogue, problems = _catalogue(given.data)
    if catalogue is None:
        sys.stderr.write(as_text(problems))
        return 1
    apps = registered_apps(catalogue)
    fault = Fault(given.fault) if given.fault else None
    service = Service(World(scenario, apps, start, given.cycle), given.token, fault)
    try:
        server = ReferenceServer(given.port, service, _from(start))
    except OSError as error:
        sys.stderr.write(f"Port {given.port} kan ikke bruges: {error.strerror}.\n")
        return 1
    # Only now is it known, when any port may be used.
    server.service = replace(service, world=replace(service.world, url=server.url))
    if given.until_closed:
        Thread(target=_stop_when_closed, daemon=True).start()
    return _serve(server, f"{scenario.title}, {len(apps)} registrerede apps")


def _arguments() -> Namespace:
    arguments = Arguments("Viser opdigtet status for de registrerede apps. Stop med Ctrl+C.")
    names = ", ".join(sorted(file.stem for file in SCENARIOS.glob("*.yml")))
    arguments.add_argument(
        "--port", type=int, default=PORT, metavar="PORT", help=f"en anden port end {PORT}"
    )
    arguments.add_argument(
        "--scenario", default=DEFAULT, metavar="NAVN", help=f"en fil, eller en af: {names}"
    )
    arguments.add_argument("--token", default="", metavar="NØGLE", help="kræv den for at læse")
    arguments.add_argument("--data", metavar="MAPPE", help="en anden mappe end data/")
    arguments.add_argument(
        "--cycle", type=int, default=60, metavar="SEKUNDER", help="tid mellem to målerunder"
    )
    arguments.add_argument("--now", metavar="TID", help="begynd da, som 2026-11-23T09:42:00+01:00")
    arguments.add_argument(
        "--fault",
        choices=[fault.value for fault in Fault],
        metavar="FEJL",
        help=f"gør med vilje noget forkert: {', '.join(Fault)}",
    )
    arguments.add_argument(
        "--until-closed", action="store_true", help="stop også, når det, der står for input, lukker"
    )
    given = arguments.parse_args()
    if given.data == "":
        arguments.error("Der mangler noget efter --data.")
    return given


def _catalogue(data: str | None) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    if data is not None:
        folder, shown_as = Path(data), Path(data).as_posix()
    else:
        folder, shown_as = environment.data_folder(inside.ROOT)
    loaded = load(folder, discover(), shown_as=shown_as)
    return compile_catalogue(loaded, environment.today())


def _serve(server: ReferenceServer, about: str) -> int:
    """Answers until somebody asks it to stop."""
    with server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1})
        thread.start()
        print(f"Eksempelstatus på {server.url} ({about}). Stop med Ctrl+C.", flush=True)
        signal.sigwait(STOPPING)
        server.shutdown()
        thread.join()
    return 0


def _stop_when_closed() -> None:
    """So that a server which another program started ends with it, however that ends."""
    with contextlib.suppress(OSError):
        sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


def _start(text: str | None) -> datetime:
    """When the scenario begins: now, or when `--now` says.

    Raises:
        ScenarioError: that is no time.
    """
    if text is None:
        return datetime.now(ZONE).replace(microsecond=0)
    try:
        start = datetime.fromisoformat(text)
    except ValueError:
        raise ScenarioError(f"»{text}« er ikke en tid som 2026-11-23T09:42:00+01:00.") from None
    return start if start.tzinfo else start.replace(tzinfo=ZONE)


def _from(start: datetime) -> Callable[[], datetime]:
    """A clock that shows a time now, and goes on from there."""
    began = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - began)


def _scenario(name: str) -> Scenario:
    """The scenario of a name or a file.

    Raises:
        ScenarioError: there is none, or it cannot be used.
    """
    file = SCENARIOS / f"{name}.yml"
    if "/" in name or not file.is_file():
        file = Path(name)
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        raise ScenarioError(f"Scenariet »{name}« findes ikke, eller kan ikke læses.") from None
    return parse_scenario(text, file.name)


def _mistake_in_call(port: int, cycle: int, token: str) -> str:
    """What is wrong with the numbers or the token, in a sentence; empty when nothing is."""
    if not 0 <= port < 2**16:
        return f"Port {port} findes ikke: vælg et tal fra 1 til {2**16 - 1}, eller 0 for en ledig."
    if not 1 <= cycle <= 86400:
        return "Der skal være 1 til 86400 sekunder mellem to målerunder."
    if not token.isascii() or any(sign.isspace() for sign in token):
        return "Nøglen må kun have bogstaver a-z, tal og tegn, og ingen mellemrum."
    return ""


if __name__ == "__main__":
    inside.run(main)
