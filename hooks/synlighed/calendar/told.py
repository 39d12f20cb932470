"""When something is, in words."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from synlighed.calendar.slots import Revision
from synlighed.calendar.spans import Span
from synlighed.danish.date_parts import WEEKDAYS
from synlighed.danish.dates import format_weekday_date
from synlighed.danish.times import ZONE, format_clock, format_time, which_of_two
from synlighed.model.events import CANCELLED, Repeats, Start


class Piece(NamedTuple):
    """A piece of a sentence, and the time it says as programs read it, if it says one."""

    text: str
    machine: str = ""


def told(span: Span) -> str:
    """When, in Danish time: `tirsdag den 2. februar 2027 kl. 13.00-15.00`."""
    return "".join(piece.text for piece in pieces(span))


def pieces(span: Span) -> tuple[Piece, ...]:
    """The same, with each time in a piece of its own."""
    starts, ends = span.starts, span.ends
    if ends is None or ends == starts:
        return (_piece(starts),)
    if span.first_day != span.last_day:
        return Piece("fra "), _piece(starts), Piece(" til "), _piece(ends)
    assert isinstance(ends, datetime)
    return _piece(starts), Piece("-"), Piece(format_clock(ends) + which_of_two(ends), machine(ends))


def revised(revision: Revision) -> tuple[Piece, ...]:
    """What was changed: from what, to what, and why."""
    change = revision.change
    if change.what == CANCELLED:
        told = [Piece("Aflyst: "), *_from(revision.was), Piece(".")]
    elif revision.span != revision.was:
        told = [Piece("Flyttet fra "), *_from(revision.was), Piece(" til ")]
        told += [*_from(revision.span), Piece(".")]
    else:
        told = [Piece("Gælder "), *_from(revision.span), Piece(".")]
    return (*told, *_besides(revision))


def _besides(revision: Revision) -> Iterator[Piece]:
    """What a change says beside its time."""
    change = revision.change
    if change.place:
        before = f" i stedet for {revision.place}" if revision.place else ""
        yield Piece(f" Nyt sted: {change.place}{before}.")
    if change.online_only:
        yield Piece(" Det er nu kun online.")
    if change.url:
        yield Piece(" Nyt link til at deltage.")
    if change.reason:
        yield Piece(f" {change.reason}")


def revised_onwards(revision: Revision) -> tuple[Piece, ...]:
    """The same of the first of all times that a change is of, for all of them."""
    change, day = revision.change, revision.was.first_day
    told = [Piece("Fra og med "), Piece(_told(day), machine(day))]
    if change.what == CANCELLED:
        told.append(Piece(" er resten af rækken aflyst."))
    elif revision.span != revision.was:
        told.append(Piece(f" er det{_at(revision.span)}."))
    else:
        told.append(Piece("."))
    return (*told, *_besides(revision))


def _from(span: Span) -> tuple[Piece, ...]:
    """When, after a »fra« or »til«: of several days the first."""
    return pieces(span) if span.first_day == span.last_day else (_piece(span.starts),)


def repeated(repeats: Repeats, first: Span) -> str:
    """How a series comes again: `Den første tirsdag i hver måned kl. 13.00-14.00`."""
    return _on(repeats, first.first_day) + _at(first)


def _on(repeats: Repeats, day: date) -> str:
    weekday = WEEKDAYS[day.weekday()]
    match repeats.every:
        case "uge":
            return f"Hver {weekday}"
        case "anden uge":
            return f"Hver anden {weekday}"
        case "sidste i måneden":
            return f"Den sidste {weekday} i hver måned"
        case every:
            which = {"måned": "hver måned", "anden måned": "hver anden måned"}
            nth = _NTH[(day.day - 1) // 7]
            return f"Den {nth} {weekday} i {which.get(every, 'hver tredje måned')}"


def _at(first: Span) -> str:
    if not isinstance(first.starts, datetime):
        return ""
    if not isinstance(first.ends, datetime) or first.first_day != first.last_day:
        return f" {format_time(first.starts)}"
    return f" {format_time(first.starts)}-{format_clock(first.ends)}"


_NTH = ("første", "anden", "tredje", "fjerde", "sidste")


def machine(value: Start) -> str:
    """A moment with its offset, or a day, as ISO 8601."""
    if isinstance(value, datetime):
        return value.astimezone(ZONE).isoformat(timespec="minutes")
    return value.isoformat()


def _piece(value: Start) -> Piece:
    return Piece(_told(value), machine(value))


def _told(value: datetime | date) -> str:
    if isinstance(value, datetime):
        day = format_weekday_date(value.astimezone(ZONE).date())
        return f"{day} {format_time(value)}{which_of_two(value)}"
    return format_weekday_date(value)
