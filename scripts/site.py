#!/usr/bin/env python3
"""Builds the site and serves it at http://127.0.0.1:8000, renewed whenever something is edited."""

import inside  # noqa: I001 - must come first
import os
import re
import socket
import subprocess
import sys

from arguments import Arguments
from measuring import ask
from synlighed import environment
from synlighed.map.connection import ConnectionSettingError
from synlighed.map.sources import CONTRACT
from synlighed.map.store import Store

HOST, PORT = "127.0.0.1", 8000
EXAMPLE_PORT = 8010


def main() -> int:
    arguments = Arguments("Bygger sitet og viser det, også mens du retter. Stop med Ctrl+C.")
    arguments.add_argument(
        "--port", type=int, default=PORT, metavar="PORT", help=f"en anden port end {PORT}"
    )
    port = arguments.parse_args().port
    if not 0 < port < 2**16:
        sys.stderr.write(f"Port {port} findes ikke: vælg et tal fra 1 til {2**16 - 1}.\n")
        return 2
    if not _is_free(port):
        sys.stderr.write(
            f"Port {port} er optaget, måske af et site, der allerede kører: stop det, eller vælg "
            f"en anden port med: scripts/site.py --port {port + 1}\n"
        )
        return 1
    # Without --livereload, MkDocs 1.6 and click may agree that nothing is watched.
    # Only what changed is built; the digests of the hook see to it that nothing else has.
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dirty"]
    command += ["--dev-addr", f"{HOST}:{port}"]
    os.chdir(inside.ROOT)
    try:
        os.environ.update(_measuring())
    except ConnectionSettingError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    # In our own place, so that whoever stops us stops the server.
    os.execve(sys.executable, command, os.environ | {"NO_MKDOCS_2_WARNING": "1"})


def _measuring() -> dict[str, str]:
    """Tells the preview whom to ask: the platform that is set up, or else the example's server.

    What that makes up is kept apart from what was really measured.
    """
    if environment.platform()[0]:
        state, found = environment.state_folder(inside.ROOT), {}
    else:
        state = environment.state_folder(inside.ROOT) / "eksempel"
        found = {
            "MAP_URL": _start_example(),
            "MAP_TOKEN": "",
            # Whatever the site's own measurements speak.
            "MAP_ADAPTER": CONTRACT,
            "SYNLIGHED_STATE": str(state),
        }
        os.environ.update(found)
    if environment.platform()[0]:
        try:
            heard = ask(Store(state))
            problem = heard.problem if heard else ""
        except OSError as error:
            problem = f"Der kan ikke skrives i {error.filename or state}: {error.strerror}."
        if problem:
            sys.stderr.write(f"{problem}\n")
    return found


def _start_example() -> str:
    """Starts the reference server, to end when this process does; empty when it would not start."""
    port = next((port for port in range(EXAMPLE_PORT, EXAMPLE_PORT + 20) if _is_free(port)), 0)
    reading, writing = os.pipe()
    # The preview takes the place of this process and keeps the pipe open; nobody writes to it.
    os.set_inheritable(writing, True)
    command = [sys.executable, str(inside.ROOT / "scripts" / "map_server.py"), "--until-closed"]
    server = subprocess.Popen(
        [*command, "--port", str(port)],
        stdin=reading,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        # Ctrl+C is for the preview; when that ends, so does this.
        start_new_session=True,
    )
    os.close(reading)
    assert server.stdout
    line = server.stdout.readline()
    found = re.search(rf"http://{re.escape(HOST)}:\d+", line)
    # When the data hold a mistake there is no example yet, and the preview tells of the mistake.
    return found[0] if found else ""


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


if __name__ == "__main__":
    inside.run(main)
