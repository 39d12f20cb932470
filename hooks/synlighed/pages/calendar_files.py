"""The calendar as files: each event, each series, all of it, and what there is of one value."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from functools import partial
from heapq import merge

from synlighed.calendar.schedule import coming_list, of_value, past_list
from synlighed.calendar.slots import Slot, slots_of
from synlighed.calendar.spans import Span
from synlighed.calendar.told import Piece, revised, told
from synlighed.catalogue import Catalogue
from synlighed.danish.words import join_words
from synlighed.feeds.icalendar import Entry, entry, feed, together
from synlighed.memo import Recall
from synlighed.model.contacts import Contact
from synlighed.model.events import Event
from synlighed.model.facets import facets_of
from synlighed.pages.facets import former_values, title_of_value
from synlighed.pages.here import Here
from synlighed.sitepage import Settings, SiteFile
from synlighed.urls import calendar_url, feed_url, series_url, slot_file_url, slot_url

KIND = Event.kind


def calendar_files(
    catalogue: Catalogue, settings: Settings, here: Here, recall: Recall
) -> Iterator[SiteFile]:
    """Every file that a calendar program can read.

    Each slot is written once, and remembered as long as its event is what it was; the rest is put
    together of that.
    """
    if KIND.key not in catalogue.model:
        return
    written = dict(_written(catalogue, settings, recall))
    name = catalogue.site.name
    for event in catalogue.items(KIND.key):
        if isinstance(event, Event) and event.is_announced:
            yield from _of_event(event, written)
    yield SiteFile(calendar_url(KIND), _feed(catalogue, "", written, f"{name}: {KIND.many}"))
    facets = {facet.slug: facet for facet in facets_of(Event)}
    for slug, value, _ in catalogue.facet_counts(KIND.key):
        title = f"{name}: {title_of_value(Event, facets[slug], value, here)}"
        content = _feed(catalogue, of_value(slug, value), written, title)
        for id in (value, *former_values(facets[slug], value, catalogue)):
            yield SiteFile(feed_url(KIND, slug, id), content)


def _written(
    catalogue: Catalogue, settings: Settings, recall: Recall
) -> Iterator[tuple[str, bytes]]:
    """Every slot as a VEVENT, by its key."""
    for event in catalogue.items(KIND.key):
        if isinstance(event, Event) and event.is_announced:
            make = partial(_entries, event.id, settings)
            slots = (slot.key for slot in slots_of(event))
            yield from zip(slots, recall.make(f"vevent/{event.id}", make), strict=True)


def _entries(id: str, settings: Settings, catalogue: Catalogue) -> tuple[bytes, ...]:
    event = catalogue.get(KIND.key, id)
    assert isinstance(event, Event)
    return tuple(entry(calendar_entry(slot, settings, catalogue)) for slot in slots_of(event))


def _of_event(event: Event, written: Mapping[str, bytes]) -> Iterator[SiteFile]:
    """Its files at its own address, and at those that it had: calendars do not follow it there."""
    slots = slots_of(event)
    for id in (event.id, *event.former_ids):
        for slot in slots:
            yield SiteFile(slot_file_url(slot, id), together([written[slot.key]]))
        if event.repeats:
            vevents = (written[slot.key] for slot in slots)
            yield SiteFile(series_url(event, id), together(vevents))


def _feed(catalogue: Catalogue, of: str, written: Mapping[str, bytes], name: str) -> bytes:
    """What has been and what is coming: who subscribes keeps what was, as it was."""
    past, coming = (
        catalogue.slots(list_, 0, catalogue.count_slots(list_))
        for list_ in (past_list(of), coming_list(of))
    )
    # By time alone: what is over today would else change places, and every feed with it.
    slots = merge(reversed(past), coming, key=lambda slot: slot.order)
    return feed((written[slot.key] for slot in slots), name)


def calendar_entry(slot: Slot, settings: Settings, catalogue: Catalogue) -> Entry:
    """A slot as calendars show it."""
    event = slot.event
    url = settings.site_url + slot_url(slot)
    return Entry(
        uid=slot.uid,
        revised=datetime.combine(slot.revised, time(), UTC),
        sequence=len(slot.revisions),
        starts=slot.span.starts,
        ends=slot.span.ends,
        title=_title(slot),
        text="\n".join([*_text(slot, catalogue), "", f"Læs mere: {url}"]),
        url=url,
        categories=(event.type.capitalize(), *(("Eksempel",) if event.example else ())),
        place=slot.place or "",
        # Nobody is led into a meeting that is not held.
        video="" if slot.is_cancelled else slot.url or "",
        organiser=_organiser(event, catalogue),
        is_cancelled=slot.is_cancelled,
        takes_time=event.type != "frist",
    )


def _title(slot: Slot) -> str:
    title = f"{slot.mark}: {slot.event.title}" if slot.mark else slot.event.title
    return f"{title} (Eksempel)" if slot.event.example else title


def _text(slot: Slot, catalogue: Catalogue) -> Iterator[str]:
    """What one wants to know in the calendar itself, a line for each."""
    event = slot.event
    if event.example:
        yield "Eksempel: arrangementet er opdigtet."
    yield event.summary
    yield from (_line(revised(revision)) for revision in slot.revisions)
    if slot.is_cancelled:
        return
    if slot.url:
        yield f"Deltag online: {slot.url}"
    if event.registration:
        where = event.registration.url or event.registration.mailbox or ""
        deadline = event.registration.deadline
        until = f" senest {told(Span(deadline, None))}" if deadline else ""
        yield f"Tilmelding{until}{f': {where}' if where else ''}"
        if event.registration.note:
            yield event.registration.note
    speakers = [catalogue.get("ambassadors", id).title for id in event.speakers]
    words = {word.id: word.name for word in catalogue.site.vocabularies.roles}
    speakers += [words[role].lower() for role in event.speaker_roles if role in words]
    if speakers:
        yield f"Oplæg ved {join_words(speakers, 'og')}"


def _line(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces).strip()


def _organiser(event: Event, catalogue: Catalogue) -> tuple[str, str] | None:
    """The mailbox of a function; nothing else may stand there, least of all a person."""
    contact = catalogue.find(Contact.kind.key, str(event.contact or event.owner))
    if isinstance(contact, Contact) and isinstance(contact.mailbox, str):
        return contact.title, contact.mailbox
    return None
