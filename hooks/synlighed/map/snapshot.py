"""The last good answer of the platform, kept with what must be known of it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from synlighed.status.document import (
    AHEAD,
    Document,
    Head,
    NotADocument,
    moment,
    read_document,
    read_head,
)
from synlighed.status.measured import Answer
from synlighed.wholefile import replace


@dataclass(frozen=True)
class Snapshot:
    """What was heard last, and what came of the last attempt."""

    url: str = ""
    """Whom it was heard from."""
    raw: Mapping[str, Any] | None = None
    """The last good document as JSON values."""
    etag: str = ""
    fetched: datetime | None = None
    """When it was confirmed to be the newest, by our clock."""
    skew: timedelta = timedelta()
    """How far the platform's clock was ahead of ours."""
    problem: str = ""
    """Why the last attempt gave nothing."""
    not_before: datetime | None = None
    """When the platform wants to be asked again, at the earliest."""
    understood: Document | None = field(default=None, repr=False, compare=False)
    """The document of `raw`, if somebody has read it already."""

    @cached_property
    def document(self) -> Document | None:
        """The document, if there is one that can be read."""
        if self.understood:
            return self.understood
        try:
            return read_document(self.raw) if self.raw is not None else None
        except NotADocument:
            return None

    @property
    def head(self) -> Head | None:
        """Its head, which is enough to tell whether another is newer."""
        try:
            return read_head(self.raw) if self.raw is not None else None
        except NotADocument:
            return None

    def answer(self) -> Answer:
        """What can be judged by."""
        return Answer(self.document, self.fetched, self.skew, self.problem, self.url)

    def is_older(self, new: Document, skew: timedelta, now: datetime) -> bool:
        """Whether a new document was made before the one that is kept, so that it is a replay.

        One that claims to be of the future is no measure of that; nor is one from before the
        platform's clock was put back, which is of the future by the clock as it is now.

        Args:
            new: What was heard.
            skew: How far the clock of whoever said it is ahead of ours.
            now: By our clock.
        """
        old = self.head
        # A clock that is behind excuses nothing: a copy from a cache has an old time with it.
        ahead = min(self.skew, max(skew, timedelta()))
        return old is not None and new.made < old.made and old.made - ahead <= now + AHEAD


def read_snapshot(file: Path, url: str) -> Snapshot:
    """What is kept of a platform; nothing when it is of another, or not as it was written."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        meta, raw = json.loads(head), json.loads(body)
        if meta["url"] != url or meta["sha256"] != hashlib.sha256(body).hexdigest():
            return Snapshot(url)
        return Snapshot(
            url,
            raw,
            meta["etag"],
            moment(meta["fetched"]),
            timedelta(seconds=meta["skew"]),
            meta["problem"],
            moment(meta["not_before"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Snapshot(url)


def write_snapshot(file: Path, snapshot: Snapshot) -> None:
    """Keeps a snapshot in place of the last, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    body = json.dumps(snapshot.raw, ensure_ascii=False, separators=(",", ":")).encode()
    meta = {
        "url": snapshot.url,
        "etag": snapshot.etag,
        "fetched": _time(snapshot.fetched),
        "skew": snapshot.skew.total_seconds(),
        "problem": snapshot.problem,
        "not_before": _time(snapshot.not_before),
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    replace(file, json.dumps(meta, ensure_ascii=False).encode() + b"\n" + body)


def _time(when: datetime | None) -> str | None:
    return when.isoformat() if when else None
