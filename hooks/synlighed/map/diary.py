"""What was measured, day by day, in files that are only added to.

`2026-11-25.jsonl` holds the cycles of a day. When the day is over it becomes one line of
`2026-11.days.jsonl`, and goes. A line that was torn when the power failed is passed over. Should a
day be summed up twice, because the power failed or a clock was put back, the sum that knows more
of a component counts. `before-2026-11-25.days.jsonl` holds what another knew of the days before
that one, when we began.

Whoever notes something holds the lock of the store. Whoever only reads needs none: a file is added
to or replaced whole, and a day stands in its sum before its lines go, so those are read first.
"""

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path

from synlighed.danish.times import ZONE
from synlighed.map.sums import read_sums, write_sums
from synlighed.status.board import Days
from synlighed.status.document import Document
from synlighed.status.history import (
    DAYS,
    Day,
    Seconds,
    Sum,
    line_of,
    lines_of,
    seconds_of,
    state_after,
    summed,
    tally,
)
from synlighed.wholefile import replace

_BEFORE, _MONTHS = "before-*.days.jsonl", "????-??.days.jsonl"


class Diary:
    """The history that is kept in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def has_begun(self) -> bool:
        """Whether it has taken in what another knew, be it nothing."""
        return any(self._folder.glob(_BEFORE))

    def begin(self, past: Mapping[str, Mapping[date, Seconds]], today: date) -> None:
        """Takes in what another knows of the days before we began, by component and day.

        All or nothing of it: it is a file of its own, so a run that is killed has not begun.

        Raises:
            OSError: it cannot be written.
        """
        first = today - timedelta(days=DAYS)
        lines = []
        for day in sorted({day for own in past.values() for day in own if first < day < today}):
            tallied = {
                component: Day(day, own[day]) for component, own in past.items() if day in own
            }
            lines.append(_line_of_day(day, tallied))
        replace(self._begun_on(today), "".join(lines).encode())

    def add(self, document: Document) -> None:
        """Notes what one cycle found, and puts the days that are over in order.

        Raises:
            OSError: it cannot be written.
        """
        today = document.made.astimezone(ZONE).date()
        self._folder.mkdir(parents=True, exist_ok=True)
        self._roll_over(today)
        file = self._folder / f"{today}.jsonl"
        lines = list(lines_of(_text_of(file)))
        _append(file, line_of(document, state_after(lines) if lines else None))

    def days(self, now: datetime) -> Days:
        """For each component its days until a moment, as far back as is shown."""
        found = self._until(now.astimezone(ZONE).date(), now)
        days: defaultdict[str, list[Day]] = defaultdict(list)
        for day in sorted(found):
            for component, own in found[day].items():
                days[component].append(own)
        return {component: tuple(own) for component, own in days.items()}

    def sums(self, now: datetime, *, keep: bool) -> tuple[Mapping[str, Sum], str]:
        """For each component all of that in short, and a name for the days that are over.

        Those are counted once a day: 90 days of 2,000 components are ten megabytes.

        Args:
            now: The moment.
            keep: Whether what is counted is kept for the next time; only under the lock.

        Raises:
            OSError: what was counted cannot be kept.
        """
        today = now.astimezone(ZONE).date()
        files = [file for file in self._folder.glob("*.jsonl") if file.stem != str(today)]
        seen = [mark for file in sorted(files) if (mark := _mark(file))]
        past = hashlib.sha256(repr((today, seen)).encode()).hexdigest()
        file = self._folder / "sums.json"
        sums = read_sums(file, past)
        if sums is None:
            sums = self._sums_until(today - timedelta(days=1), now)
            if keep:
                write_sums(file, past, sums)
        measured = _tallied(today, self._folder / f"{today}.jsonl", now)
        if any(day > today for day, _ in self._open_days()):
            # By another clock today is over, and may be summed up already.
            return {one: summed(own, today) for one, own in self.days(now).items()}, past
        nothing = Day(today, {})
        return {
            component: sums.get(component, Sum()).with_day(measured.get(component, nothing))
            for component in sums.keys() | measured.keys()
        }, past

    def _sums_until(self, last: date, now: datetime) -> dict[str, Sum]:
        days: defaultdict[str, list[Day]] = defaultdict(list)
        for tallied in self._until(last, now).values():
            for component, day in tallied.items():
                days[component].append(day)
        return {component: summed(own, last) for component, own in days.items()}

    def _until(self, last: date, now: datetime) -> defaultdict[date, dict[str, Day]]:
        """The days that are shown, until one of them."""
        first = now.astimezone(ZONE).date() - timedelta(days=DAYS)
        found: defaultdict[date, dict[str, Day]] = defaultdict(dict)
        # In this order: a day that another sums up meanwhile is found twice then, and never missed.
        for day, file in self._open_days():
            if first < day <= last:
                _add_known(found[day], _tallied(day, file, min(_end_of(day), now)))
        for file in self._sums_since(first):
            for day, tallied in _days_of(_text_of(file)):
                if first < day <= last:
                    _add_known(found[day], tallied)
        return found

    def _open_days(self) -> Iterator[tuple[date, Path]]:
        for file in sorted(self._folder.glob("????-??-??.jsonl")):
            try:
                yield date.fromisoformat(file.stem), file
            except ValueError:
                continue

    def _sums_since(self, first: date) -> Iterator[Path]:
        """The files that may hold the sums of days after one."""
        for pattern, oldest in (
            (_BEFORE, self._begun_on(first)),
            (_MONTHS, self._of_month(first)),
        ):
            yield from (file for file in self._folder.glob(pattern) if file.name >= oldest.name)

    def _begun_on(self, day: date) -> Path:
        return self._folder / f"before-{day}.days.jsonl"

    def _of_month(self, day: date) -> Path:
        return self._folder / f"{day:%Y-%m}.days.jsonl"

    def _roll_over(self, today: date) -> None:
        for day, file in list(self._open_days()):
            if day < today:
                tallied = _tallied(day, file, _end_of(day))
                _append(self._of_month(day), _line_of_day(day, tallied))
                # Only now: should the power fail in between, the day stands twice, and once counts.
                file.unlink()


def _mark(file: Path) -> tuple[str, int, int] | None:
    """What tells a file from what it was; nothing when it was put together with others just now."""
    try:
        found = file.stat()
    except OSError:
        return None
    return file.name, found.st_size, found.st_mtime_ns


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), ZONE)


def _add_known(known: dict[str, Day], tallied: Mapping[str, Day]) -> None:
    for component, day in tallied.items():
        if component not in known or known[component].measured < day.measured:
            known[component] = day


def _tallied(day: date, file: Path, until: datetime) -> dict[str, Day]:
    counted = tally(lines_of(_text_of(file)), until)
    return {component: Day(day, seconds) for component, seconds in counted.items()}


def _line_of_day(day: date, tallied: dict[str, Day]) -> str:
    seconds = {
        component: {status.value: round(number) for status, number in own.seconds.items()}
        for component, own in tallied.items()
    }
    raw = {"day": day.isoformat(), "seconds": seconds}
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":")) + "\n"


def _days_of(text: str) -> Iterator[tuple[date, dict[str, Day]]]:
    for row in text.splitlines():
        try:
            raw = json.loads(row)
            day = date.fromisoformat(raw["day"])
            yield (
                day,
                {
                    str(component): Day(day, seconds_of(own))
                    for component, own in raw["seconds"].items()
                },
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            continue


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _append(file: Path, line: str) -> None:
    with file.open("a+b") as opened:
        if opened.tell() and not _ends_a_line(opened.fileno(), opened.tell()):
            # What was torn stays a line of its own.
            opened.write(b"\n")
        opened.write(line.encode())
        opened.flush()
        os.fsync(opened.fileno())


def _ends_a_line(opened: int, size: int) -> bool:
    return os.pread(opened, 1, size - 1) == b"\n"
