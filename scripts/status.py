#!/usr/bin/env python3
"""Asks the platform how everything works: for the next build, or for a site that is published."""

import inside  # noqa: I001 - must come first
import sys
from pathlib import Path

from arguments import Arguments
from measuring import now, settings, source
from synlighed import environment
from synlighed.danish.times import format_moment
from synlighed.map.connection import ConnectionSettingError
from synlighed.map.refresh import NoSite, refresh
from synlighed.map.report import report_of
from synlighed.map.store import Store
from synlighed.memory import making_what_is_kept
from synlighed.status.board import Board
from synlighed.status.watched import Watched

NOTHING_NEW = 3
"""How the command ends when all is in order here, but the platform gave no new answer."""

NOT_SET_UP = "Der er ingen forbindelse til målingerne. Sæt MAP_URL, og MAP_TOKEN hvis den kræves."


def main() -> int:
    arguments = Arguments("Henter, hvad der virker lige nu.")
    arguments.add_argument(
        "command",
        choices=("fetch", "refresh"),
        metavar="fetch|refresh",
        help="fetch henter til næste bygning; refresh fornyer også et site, der er lagt ud",
    )
    arguments.add_argument(
        "--site", type=Path, metavar="MAPPE", help="det site, refresh fornyer (site/)"
    )
    given = arguments.parse_args()
    store = Store(environment.state_folder(inside.ROOT))
    try:
        if given.command == "fetch":
            return _fetch(store)
        return _refresh(store, given.site or inside.ROOT / "site")
    except (ConnectionSettingError, NoSite) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        where = error.filename or "mappen"
        sys.stderr.write(f"Der kan ikke skrives i {where}: {error.strerror or error}.\n")
        return 1


def _fetch(store: Store) -> int:
    # Only the settings are read here; what they are wrong about, the build tells.
    whom = source(settings())
    if whom is None:
        sys.stderr.write(f"{NOT_SET_UP}\n")
        return 2
    with store.locked():
        answer = store.renew(whom, now)
    board = Board(now(), Watched(), answer)
    number = len(answer.document.components) if answer.document else 0
    print(f"Der er målinger af {number}, hentet {_when(board)}.")
    return _told(board)


def _refresh(store: Store, site: Path) -> int:
    if not environment.platform()[0]:
        sys.stderr.write(f"{NOT_SET_UP}\n")
        return 2
    # A process of half a second need not look for garbage.
    with making_what_is_kept():
        board = refresh(site, store, source, now)
    print(f"{board.summary} Hentet {_when(board)}.")
    return _told(board)


def _told(board: Board) -> int:
    """Says what is to be known; whether there was a new answer is how the command ends."""
    for line in report_of(board):
        sys.stderr.write(f"{line}\n")
    return NOTHING_NEW if board.answer.problem else 0


def _when(board: Board) -> str:
    fetched = board.answer.fetched
    return format_moment(fetched) if fetched else "aldrig"


if __name__ == "__main__":
    inside.run(main)
