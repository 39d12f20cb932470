#!/usr/bin/env python3
"""Checks the data: every mistake at once, with its place and a way to mend it.

Exit code 0 when there is none (warnings do not count), 1 when there is, 2 when called wrongly.
"""

import inside  # noqa: I001 - must come first
import io
import sys
from pathlib import Path

from arguments import Arguments
from synlighed import environment, prose
from synlighed.load import load
from synlighed.memory import making_what_is_kept
from synlighed.model import discover
from synlighed.problems import FORMATS
from synlighed.rules import check


def main() -> int:
    arguments = Arguments("Kontrollerer alle filer med data og viser, hvad der skal rettes.")
    arguments.add_argument("--data", metavar="MAPPE", help="en anden mappe end data/")
    arguments.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text til mennesker (vælges ellers), eller json, github, gitlab til programmer",
    )
    asked = arguments.parse_args()
    if asked.data == "":
        arguments.error("Der mangler noget efter --data.")
    if asked.data is not None:
        folder, shown_as = Path(asked.data), Path(asked.data).as_posix()
    else:
        folder, shown_as = environment.data_folder(inside.ROOT)
    with making_what_is_kept():
        loaded = load(folder, discover(), shown_as=shown_as)
        pages = environment.pages_by_hand(inside.ROOT / "docs")
        by_hand = tuple(map(prose.address_of, pages))
        problems = check(loaded, environment.today(), by_hand=by_hand)
    if asked.format != "text" and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(FORMATS[asked.format](problems))
    return int(any(problem.is_error for problem in problems))


if __name__ == "__main__":
    inside.run(main)
