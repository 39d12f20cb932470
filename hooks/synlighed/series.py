"""New points in the file of a series; no line that an editor wrote is touched."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from synlighed.danish.dates import DateError, PartialDate, format_partial_date, parse_partial_date
from synlighed.load.datafile import DataFile
from synlighed.load.nodes import Mapping as MappingNode
from synlighed.load.nodes import Scalar, Sequence, parse
from synlighed.model.metrics import SATISFACTION

_NOTHING = re.compile(r"\s*(#.*)?$")


class SeriesError(ValueError):
    """The file is not one that points can be written in; says why, in Danish."""


@dataclass(frozen=True)
class Point:
    """What was found at one time."""

    date: PartialDate
    value: int
    n: int

    def __str__(self) -> str:
        """The line that it is in a file."""
        return f"- {{date: {format_partial_date(self.date)}, value: {self.value}, n: {self.n}}}"


def with_points(text: str, points: tuple[Point, ...]) -> tuple[str, tuple[Point, ...]]:
    """Adds the points whose dates are not there, each in its place by time.

    Returns:
        The text with them, and those that were added.

    Raises:
        SeriesError: the text has no list of points to add to, or is about something else.
    """
    there = _there(text)
    new = tuple(point for point in points if point.date not in there)
    lines = text.splitlines(keepends=True)
    ending = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if not lines[-1].endswith("\n"):
        lines[-1] += ending
    starts = sorted((date, line) for date, line in there.items())
    first = min(there.values())
    indent = re.match(r"\s*", lines[first - 1])
    assert indent
    # From the end, so that the numbers of the lines before hold.
    for point in sorted(new, key=lambda one: one.date, reverse=True):
        before = [line for date, line in starts if date < point.date]
        after = _end(lines, max(before)) if before else first - 1
        lines.insert(after, f"{indent[0]}{point}{ending}")
    return "".join(lines), new


def _there(text: str) -> Mapping[PartialDate, int]:
    """The dates of the points there are, and the lines that they begin on."""
    root, problems = parse(DataFile("", text))
    if root is None or problems:
        raise SeriesError("filen kan ikke læses; kør scripts/check.py")
    points = root.entries.get("points")
    if points is None or not isinstance(points[1], Sequence) or not points[1].items:
        raise SeriesError("der står ingen »points« i den, med en linje for hver måling")
    example = root.entries.get("example")
    if example and isinstance(example[1], Scalar) and example[1].text.strip().lower() == "ja":
        raise SeriesError("den er et eksempel, så rigtige tal hører ikke til i den")
    purpose = root.entries.get("purpose")
    if not purpose or not isinstance(purpose[1], Scalar) or purpose[1].text != SATISFACTION:
        raise SeriesError(f"den er ikke en måling af tilfredshed (»purpose: {SATISFACTION}«)")
    found: dict[PartialDate, int] = {}
    for point in points[1].items:
        entries = point.entries if isinstance(point, MappingNode) else {}
        date = entries.get("date")
        if date is None or not isinstance(date[1], Scalar):
            raise SeriesError("en af målingerne har ingen »date«")
        if "forecast" in entries:
            raise SeriesError(f"tallet for {date[1].text} er kun forventet; slet det først")
        try:
            found[parse_partial_date(date[1].text)] = point.line
        except DateError:
            raise SeriesError(f"»{date[1].text}« er ikke en dato") from None
    rows = text.splitlines()
    if not all(rows[line - 1].lstrip().startswith("- ") for line in found.values()):
        raise SeriesError("»points« skal have en linje, der begynder med »- «, for hver måling")
    return found


def _end(lines: list[str], start: int) -> int:
    """How many lines there are to the end of the point that begins on one, without comments."""
    own = len(lines[start - 1]) - len(lines[start - 1].lstrip())
    end = start
    for number, line in enumerate(lines[start:], start + 1):
        if _NOTHING.match(line):
            continue
        if len(line) - len(line.lstrip()) <= own:
            break
        end = number
    return end
