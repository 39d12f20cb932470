"""What is kept of the platform's answers from one run to the next, in the state folder."""

import fcntl
import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from synlighed.danish.times import ZONE
from synlighed.map.answers import Unreachable
from synlighed.map.diary import Diary
from synlighed.map.snapshot import Snapshot, read_snapshot, write_snapshot
from synlighed.map.source import Source
from synlighed.status.board import Board, Days
from synlighed.status.document import AHEAD, Document, NotADocument, read_document
from synlighed.status.history import Day, Seconds
from synlighed.status.measured import Answer
from synlighed.status.watched import Watched
from synlighed.wholefile import remove_unfinished

MOST_ASKED = 100
"""Of so many components the past is asked for: one question each, once."""

PATIENCE = timedelta(seconds=30)
"""How long it is asked for at most; others wait for the lock meanwhile."""


class Store:
    """The folder of one site's status."""

    def __init__(self, state: Path) -> None:
        """Finds it in the state folder."""
        self._folder = state / "status"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Waits for its turn: builds and refreshes publish one at a time.

        What a run that was killed has not finished is removed.

        Raises:
            OSError: the state folder cannot be written.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(self._folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            remove_unfinished(self._folder)
            yield
        finally:
            os.close(lock)

    def answer(self, url: str) -> Answer:
        """What was last heard from a platform."""
        return read_snapshot(self._file(url), url).answer()

    def board(self, watched: Watched, answer: Answer, now: datetime) -> Board:
        """How everything works now, by an answer; only under the lock.

        Raises:
            OSError: the state folder cannot be written.
        """
        return self._board(watched, answer, now, keep=True)

    def seen(self, watched: Watched, answer: Answer, now: datetime) -> Board:
        """The same without the lock, since nothing that is counted is kept.

        So nobody who only wants to see a page waits for the platform.
        """
        return self._board(watched, answer, now, keep=False)

    def _board(self, watched: Watched, answer: Answer, now: datetime, *, keep: bool) -> Board:
        if answer.document is None:
            return Board(now, watched, answer)
        diary = self.diary(answer.url, answer.is_example)
        sums, past = diary.sums(now, keep=keep)
        return Board(now, watched, answer, _WhenAsked(lambda: diary.days(now), past), sums, past)

    def diary(self, url: str, is_example: bool = False) -> Diary:
        """The history of one platform: what one measured is never told as having been another's.

        Nor is what was made up ever told as having been measured.
        """
        name = f"history-example-{_name(url)}" if is_example else f"history-{_name(url)}"
        return Diary(self._folder / name)

    def written(self, site: Path) -> Path:
        """The file that tells what was written into a published site."""
        name = hashlib.sha256(os.fsencode(site.resolve())).hexdigest()[:12]
        return self._folder / f"written-{name}.json"

    def renew(self, source: Source, clock: Callable[[], datetime]) -> Answer:
        """Asks a source, and keeps what it says; only under the lock.

        Whatever goes wrong, the last good answer stays, and says what went wrong.

        Raises:
            OSError: the state folder cannot be written.
        """
        file = self._file(source.url)
        before = read_snapshot(file, source.url)
        after = self._asked(source, before, clock)
        write_snapshot(file, after)
        return after.answer()

    def _asked(self, source: Source, before: Snapshot, clock: Callable[[], datetime]) -> Snapshot:
        try:
            reply = source.ask(before.etag if before.head else "", before.not_before)
        except Unreachable as error:
            return replace(before, problem=error.reason, not_before=error.not_before)
        heard = replace(before, fetched=reply.fetched, skew=reply.skew, problem="", not_before=None)
        # A kept copy brings its own time with it: what is heard again grows no younger.
        aged = replace(heard, skew=max(before.skew, reply.skew)) if before.head else heard
        if reply.raw is None:
            return aged
        try:
            new = read_document(reply.raw)
        except NotADocument as error:
            return replace(before, problem=str(error), not_before=None)
        if before.is_older(new, reply.skew, clock()):
            return replace(before, problem="Svaret er ældre end det, vi har.", not_before=None)
        old = before.head
        if old is not None and old.made == new.made:
            heard = aged
        # The same cycle is the same measuring: it tells nothing new of how things work.
        if old is None or (old.cycle or old.made) != (new.cycle or new.made):
            self._note(source, new, reply.skew, clock)
        return replace(heard, raw=reply.raw, etag=reply.etag, understood=new)

    def _note(
        self, source: Source, document: Document, skew: timedelta, clock: Callable[[], datetime]
    ) -> None:
        if document.made - skew > clock() + AHEAD:
            # A day that has not come cannot be noted.
            return
        diary = self.diary(source.url, document.is_example)
        if not diary.has_begun:
            diary.begin(_past(source, document, clock), document.made.astimezone(ZONE).date())
        diary.add(document)

    def _file(self, url: str) -> Path:
        """One for each platform: who mistypes an address loses nothing."""
        return self._folder / f"snapshot-{_name(url)}.json"


class _WhenAsked(Mapping[str, tuple[Day, ...]]):
    """Days that are read when somebody wants to see them one by one."""

    def __init__(self, read: Callable[[], Days], past: str) -> None:
        self._read, self._past = read, past

    def __repr__(self) -> str:
        """What tells those that are over, all that does not change with the board's own sums."""
        return self._past

    @cached_property
    def _days(self) -> Days:
        return self._read()

    def __getitem__(self, component: str) -> tuple[Day, ...]:
        return self._days[component]

    def __iter__(self) -> Iterator[str]:
        return iter(self._days)

    def __len__(self) -> int:
        return len(self._days)


def _name(url: str) -> str:
    """What a platform's files are called: by its host, which people know, and its whole address."""
    host = re.sub(r"[^a-z0-9.-]", "-", urlsplit(url).netloc.lower())[:60]
    return f"{host}-{hashlib.sha256(url.encode()).hexdigest()[:12]}"


def _past(
    source: Source, document: Document, clock: Callable[[], datetime]
) -> dict[str, Mapping[date, Seconds]]:
    """Lets a source tell how things were before; without it, we know from today on."""
    past: dict[str, Mapping[date, Seconds]] = {}
    ends = clock() + PATIENCE
    try:
        for component in list(document.components)[:MOST_ASKED]:
            if clock() > ends:
                break
            past[component] = source.past(component)
    except Unreachable:
        # What it told until then is as good.
        pass
    return past
