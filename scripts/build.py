#!/usr/bin/env python3
"""Builds the site, and puts it in the published folder whole, or leaves what was there."""

import inside  # noqa: I001 - must come first
import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType

from arguments import Arguments
from measuring import ask, renewed
from publication import Publication, Refused, publication
from synlighed import environment
from synlighed.danish.times import format_moment
from synlighed.map.connection import ConnectionSettingError
from synlighed.map.store import Store
from synlighed.status.measured import Answer
from synlighed.visibility import Edition

SITE = inside.ROOT / "site"


class Stopped(BaseException):
    """Somebody asked the build to stop."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def main() -> int:
    arguments = Arguments("Bygger sitet. Går noget galt, bliver det gamle site stående.")
    arguments.add_argument(
        "--edition",
        choices=[edition.value for edition in Edition],
        metavar="UDGAVE",
        help="hvem sitet er til: intern, partner eller offentlig",
    )
    arguments.add_argument(
        "--out", type=Path, default=SITE, metavar="MAPPE", help="hvor sitet skal ligge (site/)"
    )
    arguments.add_argument(
        "--strict-status",
        action="store_true",
        help="byg ikke, når der ikke kan hentes nye målinger af, hvad der virker",
    )
    given = arguments.parse_args()
    store = Store(environment.state_folder(inside.ROOT))
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    making = None
    try:
        heard = ask(store)
        if heard and heard.problem:
            sys.stderr.write(f"{heard.problem} {_last(heard)}\n")
        if given.strict_status and (heard is None or heard.problem):
            sys.stderr.write(f"Der er ingen nye målinger. {_outcome(given.out, None)}\n")
            return 1
        with publication(given.out, inside.ROOT, _wait) as making:
            if _build(making, given.edition):
                sys.stderr.write(f"\nSitet blev ikke bygget. {_outcome(given.out, making)}\n")
                return 1
            # Refreshes of the old site may know more by now than this build did.
            with renewed(making.new, store):
                making.publish()
    except (Refused, ConnectionSettingError) as refused:
        sys.stderr.write(f"{refused}\n")
        return 2
    except Stopped as stopped:
        sys.stderr.write(f"\nAfbrudt. {_outcome(given.out, making)}\n")
        return 128 + stopped.number
    except OSError as error:
        sys.stderr.write(f"\n{_cause(error, given.out)} {_outcome(given.out, making)}\n")
        return 1
    print(f"Sitet ligger i {given.out}")
    return 0


def _build(making: Publication, edition: str | None) -> int:
    """Builds strictly: a broken link is a mistake. Not with -q, which hides what strict counts."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--dirty"]
    environment = os.environ | {
        "NO_MKDOCS_2_WARNING": "1",
        "SYNLIGHED_PUBLISHED": str(making.folder),
    }
    if edition:
        environment["SYNLIGHED_EDITION"] = edition
    child = subprocess.Popen(
        [*command, "--site-dir", str(making.new)],
        cwd=inside.ROOT,
        env=environment,
        pass_fds=(making.lock,),
        # What stops us from the keyboard must reach it through us, so that it ends before we do.
        start_new_session=True,
    )
    try:
        return child.wait()
    except BaseException:
        child.terminate()
        child.wait()
        raise


def _last(heard: Answer) -> str:
    """How old the status of the site will be."""
    if heard.fetched is None:
        return "Status bliver vist som ukendt."
    return f"Status er fra {format_moment(heard.fetched)}."


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped(number)


def _wait(process: str) -> None:
    sys.stderr.write(f"En anden bygning til samme mappe er i gang (proces {process}). Venter ...\n")


def _cause(error: OSError, out: Path) -> str:
    if error.errno == errno.ENOSPC:
        return "Disken er fuld: gør plads, og prøv igen."
    where = error.filename
    if where and Path(where).is_relative_to(environment.state_folder(inside.ROOT)):
        return f"Der kan ikke skrives i {where}: {error.strerror}."
    return f"Det nye site kan ikke lægges i {out}: {error.strerror}."


def _outcome(out: Path, making: Publication | None) -> str:
    if making and making.is_published:
        return f"Det nye site ligger i {out}."
    return f"Det, der lå i {out}, er ikke rørt."


if __name__ == "__main__":
    inside.run(main)
