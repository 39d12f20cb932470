"""Planned work as a calendar to subscribe to (iCalendar)."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from uuid import UUID, uuid5

from synlighed.danish.words import join_words
from synlighed.feeds.icalendar import Entry, entry, feed
from synlighed.status.atom import PAGE, anchor
from synlighed.status.board import Board
from synlighed.status.document import Maintenance
from synlighed.status.watched import Item, Notice

_NAMESPACE = UUID("7c0e1c53-8e2b-5f43-8c3e-0f1d2ab5c9e6")


def maintenance_of(board: Board) -> tuple[Entry, ...]:
    """The work that the platform plans and editors tell of; of the latter also what is over."""
    return tuple(sorted(_entries(board), key=lambda one: (one.starts.isoformat(), one.uid)))


def maintenance_feed(entries: Iterable[Entry], name: str) -> bytes:
    """The calendar of it, for a site of that name."""
    return feed(map(entry, entries), f"{name}: planlagt vedligehold")


def _entries(board: Board) -> Iterator[Entry]:
    yield from (_planned(one, board) for one in board.maintenances)
    yield from (_notice(one, board) for one in board.watched.notices if one.is_maintenance)


def _planned(work: Maintenance, board: Board) -> Entry:
    # A platform that does not say when it planned anew has planned once, for all that can be known.
    revised = work.updated or work.starts
    url = f"{board.watched.site_url}{PAGE}#{anchor('vedligehold', work.id)}"
    return Entry(
        uid=str(uuid5(_NAMESPACE, f"vedligehold/{work.id}")),
        revised=revised,
        sequence=_minutes(revised) if work.updated else 0,
        starts=work.starts.astimezone(UTC),
        ends=work.ends.astimezone(UTC),
        title=_title(work.title, is_example=board.answer.is_example),
        text=_text(board.items_of(work.components), "", url),
        url=url,
        categories=("Vedligehold",),
        takes_time=False,
    )


def _notice(notice: Notice, board: Board) -> Entry:
    items = {item.key: item for item in board.watched.items}
    url = board.watched.site_url + notice.url
    return Entry(
        uid=str(uuid5(_NAMESPACE, f"driftsmeddelelse/{notice.known_as}")),
        revised=max([notice.created, *(at for at, _ in notice.updates)]),
        sequence=len(notice.updates),
        starts=notice.starts.astimezone(UTC),
        ends=notice.ends,
        title=_title(notice.title, is_example=notice.is_example),
        text=_text([items[key] for key in notice.items if key in items], notice.summary, url),
        url=url,
        categories=("Vedligehold",),
        takes_time=False,
    )


def _title(title: str, *, is_example: bool) -> str:
    return f"{title} (Eksempel)" if is_example and "ksempel" not in title else title


def _text(hits: list[Item] | tuple[Item, ...], summary: str, url: str) -> str:
    told = f"Berører {join_words([item.title for item in hits], 'og')}." if hits else ""
    return "\n\n".join(filter(None, (summary, told, f"Læs mere: {url}")))


def _minutes(moment: datetime) -> int:
    """A number that grows with time, and fits in the 31 bits that calendars count with."""
    return int(moment.timestamp()) // 60
