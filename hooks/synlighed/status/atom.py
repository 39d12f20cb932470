"""Incidents, planned work and what editors tell, as a feed (Atom).

Ids never change, and `updated` is when something was last told of it: a reader shows an incident
again when there is news, and only then.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from uuid import UUID, uuid5

from synlighed.danish.times import format_moment as told_time
from synlighed.danish.words import join_words
from synlighed.feeds.atom import document, item
from synlighed.feeds.entries import Document, Entry
from synlighed.status.board import RECENT, Board
from synlighed.status.document import Incident, Maintenance
from synlighed.status.watched import Item, Notice

_NAMESPACE = UUID("2f1d8a52-5b0e-4c1c-9a57-6f6f0a3f7e51")

PAGE = "status/"


def feed(board: Board, uri: str) -> bytes:
    """The feed as it is at a moment.

    Args:
        board: How everything works.
        uri: Its address from the root of the site.
    """
    entries = sorted(_entries(board), key=lambda entry: (entry.updated, entry.id), reverse=True)
    address = board.watched.site_url + uri
    told = Document(
        title=f"{board.watched.name}: driftsstatus",
        summary="",
        author=board.watched.name,
        page=board.watched.site_url + PAGE,
        address=address,
        current=address,
    )
    return document(told, map(item, entries), entries[0].updated if entries else None)


def _entries(board: Board) -> Iterator[Entry]:
    yield from (_incident(incident, board) for incident in board.incidents)
    yield from (_maintenance(one, board) for one in board.maintenances)
    for notice in board.watched.notices:
        if notice.ends is None or notice.ends > board.now - RECENT:
            yield _notice(notice, board)


def _incident(incident: Incident, board: Board) -> Entry:
    told = [f"{told_time(update.at)}: {update.told}" for update in incident.updates]
    ends = [incident.resolved] if incident.resolved else []
    return _entry(
        id=_id("haendelse", incident.id),
        title=_title(incident.title, board.answer.is_example, is_over=incident.is_over),
        updated=max([incident.started, *ends, *(update.at for update in incident.updates)]),
        published=incident.started,
        link=f"{board.watched.site_url}{PAGE}#{anchor('haendelse', incident.id)}",
        text="\n\n".join([_hits(board.items_of(incident.components)), *told]),
        category="hændelse",
    )


def _maintenance(maintenance: Maintenance, board: Board) -> Entry:
    when = f"Fra {told_time(maintenance.starts)} til {told_time(maintenance.ends)}."
    # The platform does not say when it was planned; what is told must not change with the clock.
    told = maintenance.updated or maintenance.starts
    return _entry(
        id=_id("vedligehold", maintenance.id),
        title=_title(f"{maintenance.title} (planlagt)", board.answer.is_example),
        updated=told,
        published=told,
        link=f"{board.watched.site_url}{PAGE}#{anchor('vedligehold', maintenance.id)}",
        text=f"{when}\n\n{_hits(board.items_of(maintenance.components))}",
        category="vedligehold",
    )


def _notice(notice: Notice, board: Board) -> Entry:
    items = {item.key: item for item in board.watched.items}
    hit = [items[key] for key in notice.items if key in items]
    when = f"Fra {told_time(notice.starts)}"
    when += f" til {told_time(notice.ends)}." if notice.ends else "."
    told = [f"{told_time(at)}: {text}" for at, text in notice.updates]
    is_over = notice.ends is not None and notice.ends <= board.now
    return _entry(
        id=_id("driftsmeddelelse", notice.known_as),
        title=_title(notice.title, notice.is_example, is_over=is_over),
        updated=max([notice.created, *(at for at, _ in notice.updates)]),
        published=notice.created,
        link=board.watched.site_url + notice.url,
        text="\n\n".join([notice.summary, when, _hits(hit), *told]),
        category="vedligehold" if notice.is_maintenance else "driftsmeddelelse",
    )


def _entry(
    *,
    id: str,
    title: str,
    updated: datetime,
    published: datetime,
    link: str,
    text: str,
    category: str,
) -> Entry:
    """An entry whose text is plain, empty lines between its paragraphs."""
    paragraphs = [escape(one, quote=False) for one in text.split("\n\n") if one]
    return Entry(
        id=id,
        title=title,
        published=published,
        updated=updated,
        link=link,
        summary="",
        html="".join(f"<p>{one}</p>" for one in paragraphs),
        text=text,
        categories=(category,),
    )


def anchor(sort: str, id: str) -> str:
    """The id of an incident or maintenance on the page of the status, and of no other."""
    safe = (sign if sign.isalnum() or sign == "-" else f"_{ord(sign):x}_" for sign in id)
    return f"{sort}-{''.join(safe)}"


def _id(sort: str, id: str) -> str:
    """The same on any host, so that a site can move (RFC 9562, 5.5)."""
    return uuid5(_NAMESPACE, f"{sort}/{id}").urn


def _title(title: str, is_example: bool, *, is_over: bool = False) -> str:
    before = "Eksempel: " if is_example and not title.startswith("Eksempel") else ""
    return f"{before}{title}{' (løst)' if is_over else ''}"


def _hits(items: Iterable[Item]) -> str:
    names = [item.title for item in items]
    return f"Berører {join_words(names, 'og')}." if names else ""
