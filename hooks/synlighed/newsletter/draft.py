"""The first draft of an issue: the file with all there is to tell, for an editor to cut down."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from synlighed.calendar.slots import slots_of
from synlighed.catalogue import Catalogue
from synlighed.danish.dates import format_date
from synlighed.danish.times import ZONE, format_moment
from synlighed.draft import WIDTH, scalar
from synlighed.load.datafile import INVISIBLE
from synlighed.model.declare import fields_of
from synlighed.model.events import Event
from synlighed.model.item import Item
from synlighed.model.mentions import Mention
from synlighed.model.news import News
from synlighed.model.newsletters import UNWRITTEN, Newsletter
from synlighed.model.notices import Notice
from synlighed.model.published import Published
from synlighed.status.document import Maintenance

AHEAD = timedelta(days=60)
"""How far ahead an issue looks, and how far back the first one does."""

FIRST = ("apps", "services", "projects", "lessons")
"""The kinds whose new items most readers have a use for, the most useful first."""

_KEYS = {field.declared.to: field.key for field in fields_of(Mention)}
"""How a story names an item of each kind."""


@dataclass(frozen=True)
class Draft:
    """The next issue, as it is known before anybody has written it."""

    number: int
    day: date
    uid: str
    made: date
    """The day it is written."""
    after: Newsletter | None
    """The issue before it, if there is one."""

    @property
    def id(self) -> str:
        """The name of its file."""
        return f"nyhedsbrev-{self.number}"

    @property
    def since(self) -> date:
        """The day from which all is new that the issue before did not bring."""
        return self.after.date if self.after else self.day - AHEAD

    def is_new(self, item: Item, day: date) -> bool:
        """Whether an item that is there from a day on is for this issue to tell of.

        What came on the day of the issue before may have come after that was written.
        """
        return self.since <= day <= self.day and item.identity not in self._told

    @cached_property
    def _told(self) -> set[tuple[str, str]]:
        """What the issue before brought."""
        stories = self.after.contents if self.after else ()
        return {
            (kind, id)
            for story in stories
            for kind, key in _KEYS.items()
            if (id := getattr(story, key))
        }


def next_issue(
    catalogue: Catalogue, today: date, uid: str, day: date | None = None, number: int = 0
) -> Draft:
    """What the next issue is known by.

    Args:
        catalogue: All there is, also what is still to come out.
        today: The day.
        uid: An id that nothing has.
        day: The day it is to come out, if that is not today.
        number: Its number, if it is not to be the next.
    """
    day = day or today
    issues = [item for item in catalogue.items(Newsletter.kind.key) if isinstance(item, Newsletter)]
    before = [issue for issue in issues if issue.is_out(day)]
    following = max((issue.number for issue in issues), default=0) + 1
    after = max(before, key=lambda issue: (issue.date, issue.number), default=None)
    return Draft(number or following, day, uid, today, after)


def draft_of(
    draft: Draft,
    catalogue: Catalogue,
    maintenances: Iterable[Maintenance] = (),
    *,
    made_up: bool = False,
) -> str:
    """The text of the file.

    Args:
        draft: What the issue is known by.
        catalogue: All there is.
        maintenances: The work that the platform tells of.
        made_up: Whether that is from an example.
    """
    sections = {
        "Nyheder": _news(draft, catalogue),
        "Nyt på sitet": _new(draft, catalogue),
        f"Det sker i de næste {AHEAD.days} dage": _events(draft, catalogue),
        "Planlagt vedligehold": _notices(draft, catalogue),
    }
    works = [work for work in maintenances if work.ends.astimezone(ZONE).date() >= draft.day]
    blocks = (
        _about(draft),
        _head(draft),
        _contents(sections),
        _works(works, made_up),
        _foot(draft, catalogue),
    )
    return "\n\n".join(filter(None, blocks)) + "\n"


Line = tuple[Item, str]
"""An item, and what else the editor should know of it."""


def _news(draft: Draft, catalogue: Catalogue) -> list[Line]:
    return [
        (item, "haster" if isinstance(item, News) and item.urgent else "")
        for item in catalogue.items(News.kind.key)
        if isinstance(item, Published) and draft.is_new(item, item.date) and item.is_out(draft.day)
    ]


def _new(draft: Draft, catalogue: Catalogue) -> list[Line]:
    kinds = [kind.kind.key for kind in catalogue.model if kind.kind.told_when_new]
    kinds = [key for key in kinds if key in _KEYS and key != Notice.kind.key]
    in_order = sorted(kinds, key=lambda key: FIRST.index(key) if key in FIRST else len(FIRST))
    return [
        (item, item.kind.one)
        for kind in in_order
        for item in catalogue.items(kind)
        if isinstance(item.created, date)
        and draft.is_new(item, item.created)
        and item.content_status not in ("udkast", "arkiveret")
    ]


def _events(draft: Draft, catalogue: Catalogue) -> list[Line]:
    """Each event once, at the next time it is."""
    found = []
    for event in catalogue.items(Event.kind.key):
        if not isinstance(event, Event) or not event.is_announced:
            continue
        coming = [
            slot
            for slot in slots_of(event)
            if not slot.is_cancelled and draft.day <= slot.span.first_day <= draft.day + AHEAD
        ]
        if coming:
            found.append(min(coming, key=lambda slot: slot.order))
    found.sort(key=lambda slot: slot.order)
    return [(slot.event, format_date(slot.span.first_day)) for slot in found]


def _notices(draft: Draft, catalogue: Catalogue) -> list[Line]:
    found = [
        item
        for item in catalogue.items(Notice.kind.key)
        if isinstance(item, Notice)
        and item.type == "vedligehold"
        and item.content_status not in ("udkast", "arkiveret")
        and (item.ends or item.starts).astimezone(ZONE).date() >= draft.day
    ]
    found.sort(key=lambda notice: notice.starts)
    return [(notice, format_moment(notice.starts)) for notice in found]


def _about(draft: Draft) -> str:
    """What the editor is to do."""
    after = (
        f"siden nyhedsbrev {draft.after.number} ({format_date(draft.after.date)})"
        if draft.after
        else f"siden {format_date(draft.since)}"
    )
    steps = (
        f"Et udkast med alt, der er kommet til {after}. Gør fire ting:",
        "1. Slet de linjer, læserne kan undvære: 6 til 10 er nok. Efter # står, hvad det er.",
        "2. Flyt resten, så det vigtigste står øverst. Læserne ser dem i den rækkefølge.",
        "3. Skriv titlen, den korte beskrivelse og indledningen, hvor der står "
        f"»{UNWRITTEN.strip()}«.",
        f"4. Se det under /forhaandsvisning/{draft.id}/, når make site kører. Er det godt, så slet "
        "linjen »content_status: udkast«.",
    )
    lines = [line for step in steps for line in textwrap.wrap(step, WIDTH)]
    schema = f"# yaml-language-server: $schema=../schema/{Newsletter.kind.key}.json"
    return "\n".join((schema, *(f"# {line}" for line in lines)))


def _head(draft: Draft) -> str:
    title = f"{UNWRITTEN}det vigtigste i brevet"
    summary = f"{UNWRITTEN}hvad læseren får ud af brevet, i én sætning"
    fields = (
        f"title: {scalar(title)}",
        f"summary: {scalar(summary)}",
        f"uid: {draft.uid}",
        f"date: {format_date(draft.day)}",
        f"number: {draft.number}",
        "intro: |",
        f"  {UNWRITTEN}to til fire linjer om, hvorfor netop det her er værd at læse",
    )
    return "\n".join(fields)


def _contents(sections: dict[str, list[Line]]) -> str:
    if not any(sections.values()):
        return "# Der er intet nyt at fortælle; skriv selv punkter under »contents«."
    lines = ["contents:"]
    for heading, items in sections.items():
        if items:
            lines += [f"  # {heading}", *(_story(*line) for line in items)]
    return "\n".join(lines)


def _story(item: Item, more: str) -> str:
    about = f"{item.title} ({more})" if more else item.title
    return f"  - {_KEYS[item.kind.key]}: {item.id}  # {_on_a_line(about)}"


def _works(works: Sequence[Maintenance], made_up: bool) -> str:
    if not works:
        return ""
    lines = ["# Det, platformen selv melder. Har det også en driftsmeddelelse, så slet det her."]
    lines.append("planned_work:")
    for work in sorted(works, key=lambda work: (work.starts, work.ends, work.id)):
        lines += _work(work, made_up)
    return "\n".join(lines)


def _work(work: Maintenance, made_up: bool) -> Iterator[str]:
    is_marked = not made_up or work.title.startswith("Eksempel")
    title = _on_a_line(work.title if is_marked else f"Eksempel: {work.title}")
    yield f"  - title: {scalar(title[:200].strip() or 'Vedligehold')}"
    starts, ends = format_moment(work.starts), format_moment(work.ends)
    yield f"    starts: {starts}"
    if ends != starts:
        yield f"    ends: {ends}"


def _on_a_line(text: str) -> str:
    """What others wrote, without what no data file may hold."""
    plain = INVISIBLE.sub(" ", text)
    return " ".join("".join(sign if sign.isprintable() else " " for sign in plain).split())


def _foot(draft: Draft, catalogue: Catalogue) -> str:
    today = format_date(draft.made)
    return "\n".join(
        (
            f"owner: {catalogue.site.contact}",
            f"last_reviewed: {today}",
            f"created: {today}",
            "content_status: udkast",
        )
    )
