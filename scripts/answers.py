#!/usr/bin/env python3
"""Counts what readers answered by mail, and writes it in a series; keeps nothing of the mails."""

import inside  # noqa: I001 - must come first
import mailbox
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from arguments import Arguments
from synlighed import environment
from synlighed.answers import Month, by_month, read, told_once
from synlighed.danish.dates import PartialDate, format_partial_date
from synlighed.danish.numbers import count
from synlighed.series import Point, SeriesError, with_points
from synlighed.wholefile import replace


def main() -> int:
    arguments = Arguments("Tæller læsernes svar på »Hjalp siden dig?« måned for måned.")
    arguments.add_argument(
        "mails", type=Path, metavar="MAILS", help="en mbox-fil, eller en mappe med .eml-filer"
    )
    arguments.add_argument(
        "--metric",
        metavar="TAL",
        help="skriv nye måneder i data/metrics/TAL.yml; ellers bliver de kun vist",
    )
    given = arguments.parse_args()
    try:
        return _count(given)
    except OSError as error:
        sys.stderr.write(
            f"{error.filename or given.mails} kan ikke læses eller skrives: {_why(error)}.\n"
        )
        return 1


def _why(error: OSError) -> str:
    """What stood in the way, for those things that happen."""
    if isinstance(error, FileNotFoundError):
        return "den findes ikke"
    if isinstance(error, PermissionError):
        return "adgang nægtet"
    return error.strerror or str(error)


def _count(given: Namespace) -> int:
    answers = [answer for mail in _mails(given.mails) if (answer := read(mail))]
    once = told_once(answers)
    months = by_month(once)
    today = environment.today()
    over = {month: told for month, told in months.items() if month.last_day() < today}
    undated = sum(answer.month is None for answer in once)
    for month, told in over.items():
        print(f"{format_partial_date(month)}: {told.yes} ja og {told.number - told.yes} nej")
    if not over:
        print("Ingen svar fra en måned, der er gået.")
    if rest := sum(told.number for told in months.values()) - _number(over):
        print(f"{count(rest, 'svar', 'svar')} venter, til måneden er gået.")
    if repeated := len(answers) - len(once):
        print(f"{count(repeated, 'mail', 'mails')} er talt med i en anden.")
    if undated:
        print(f"{count(undated, 'svar', 'svar')} uden en dato, der kan læses, er ikke talt med.")
    points = tuple(Point(month, told.percent, told.number) for month, told in over.items())
    return _write(points, given.metric) if given.metric else _show(points)


def _mails(place: Path) -> Iterator[bytes]:
    """Every mail of an mbox file, or of a folder and those in it."""
    if place.is_dir():
        for file in sorted(place.rglob("*")):
            if file.suffix.lower() == ".eml" and file.is_file():
                yield file.read_bytes()
        return
    # It would say so in English, and without the name.
    place.open("rb").close()
    box = mailbox.mbox(place, create=False)
    try:
        for key in box.iterkeys():
            yield box.get_bytes(key)
    finally:
        box.close()


def _number(months: Mapping[PartialDate, Month]) -> int:
    return sum(told.number for told in months.values())


def _show(points: tuple[Point, ...]) -> int:
    if points:
        print("\nTil »points« i en fil under data/metrics:\n")
    for point in points:
        print(f"  {point}")
    return 0


def _write(points: tuple[Point, ...], id: str) -> int:
    """Writes the months that the series lacks, or says why it cannot be."""
    folder, shown_as = environment.data_folder(inside.ROOT)
    shown = f"{shown_as}/metrics/{id}.yml"
    file = folder / "metrics" / f"{id}.yml"
    if Path(id).name != id or not file.is_file():
        sys.stderr.write(f"{shown} findes ikke. Lav den med scripts/new.py metrics {id}.\n")
        return 1
    try:
        text, new = with_points(file.read_bytes().decode(), points)
    except (SeriesError, UnicodeDecodeError) as error:
        why = error if isinstance(error, SeriesError) else "filen er ikke UTF-8"
        sys.stderr.write(f"{shown} er ikke rettet: {why}.\n")
        return 1
    if new:
        replace(file, text.encode(), mode=file.stat().st_mode & 0o777)
        print(f"Skrev {count(len(new), 'måned', 'måneder')} i {shown}.")
    else:
        print(f"Alle måneder står i {shown} allerede.")
    return 0


if __name__ == "__main__":
    inside.run(main)
