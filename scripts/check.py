#!/usr/bin/env python3
"""Checks the data: every mistake at once, with its place and a way to mend it.

With `--report`, it also writes what each owner should see to, as text and as JSON.

Exit code 0 when there is none (warnings do not count), 1 when there is, 2 when called wrongly.
"""

import inside  # noqa: I001 - must come first
import io
import sys
from datetime import date
from pathlib import Path

from arguments import Arguments
from configuration import site_url
from synlighed import environment, prose
from synlighed.catalogue import Catalogue
from synlighed.cataloguing import compile_catalogue
from synlighed.edition import narrow
from synlighed.export.report import as_json, as_text, report_of
from synlighed.load import load
from synlighed.memory import making_what_is_kept
from synlighed.model import discover
from synlighed.problems import FORMATS
from synlighed.visibility import Edition
from synlighed.wholefile import replace


def main() -> int:
    arguments = Arguments("Kontrollerer alle filer med data og viser, hvad der skal rettes.")
    arguments.add_argument("--data", metavar="MAPPE", help="en anden mappe end data/")
    arguments.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text til mennesker (vælges ellers), eller json, github, gitlab til programmer",
    )
    arguments.add_argument(
        "--report",
        metavar="MAPPE",
        help="skriv også, hvad hver ansvarlig skal se efter, i report.txt og report.json her",
    )
    asked = arguments.parse_args()
    for name in ("data", "report"):
        if getattr(asked, name) == "":
            arguments.error(f"Der mangler noget efter --{name}.")
    if asked.data is not None:
        folder, shown_as = Path(asked.data), Path(asked.data).as_posix()
    else:
        folder, shown_as = environment.data_folder(inside.ROOT)
    today = environment.today()
    with making_what_is_kept():
        loaded = load(folder, discover(), shown_as=shown_as)
        pages = environment.pages_by_hand(inside.ROOT / "docs")
        by_hand = tuple(map(prose.address_of, pages))
        catalogue, problems = compile_catalogue(loaded, today, by_hand=by_hand)
    if asked.format != "text" and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(FORMATS[asked.format](problems))
    if asked.report and not _write_report(catalogue, today, Path(asked.report)):
        return 1
    return int(any(problem.is_error for problem in problems))


def _write_report(catalogue: Catalogue | None, today: date, folder: Path) -> bool:
    """Writes what owners should see to, and says whether it could."""
    if catalogue is None:
        sys.stderr.write(
            f"Rapporten i {folder} er ikke skrevet: Ret fejlene først. "
            "Ligger der en, er den fra før.\n"
        )
        return False
    # What no reader sees yet is nobody's to mend.
    shown = narrow(catalogue, Edition.INTERNAL, today)
    report = report_of(shown, site_url(Edition.INTERNAL), today)
    try:
        for name, text in (("report.txt", as_text(report)), ("report.json", as_json(report))):
            replace(folder / name, text.encode(), mode=0o644)
    except OSError as error:
        sys.stderr.write(f"Der kan ikke skrives i {folder}: {error.strerror or error}.\n")
        return False
    return True


if __name__ == "__main__":
    inside.run(main)
