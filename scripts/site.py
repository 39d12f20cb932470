#!/usr/bin/env python3
"""Builds the site and serves it at http://127.0.0.1:8000, renewed whenever something is edited."""

import inside  # noqa: I001 - must come first
import os
import socket
import sys

from arguments import Arguments

HOST, PORT = "127.0.0.1", 8000


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
    # In our own place, so that whoever stops us stops the server.
    os.execve(sys.executable, command, os.environ | {"NO_MKDOCS_2_WARNING": "1"})


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
