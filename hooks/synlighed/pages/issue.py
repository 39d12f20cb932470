"""An issue of the newsletter as it is told everywhere: on its page, in feeds and in mails."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from synlighed.calendar.slots import Slot, slots_of
from synlighed.calendar.spans import Span, span
from synlighed.calendar.told import told
from synlighed.danish.slugs import slugify
from synlighed.danish.times import ZONE
from synlighed.model.declare import fields_of
from synlighed.model.events import Event
from synlighed.model.item import Item
from synlighed.model.mentions import Mention
from synlighed.model.news import News
from synlighed.model.newsletters import Newsletter, Story
from synlighed.model.notices import Notice
from synlighed.pages.here import Here
from synlighed.pictures import Picture
from synlighed.urls import item_url, picture_url, slot_url


@dataclass(frozen=True)
class ShownPicture:
    """A picture, ready to be shown."""

    src: str
    alt: str
    picture: Picture


@dataclass(frozen=True)
class ShownStory:
    """What an issue brings, ready to be shown."""

    item: Item
    anchor: str
    """Its place on the page of the issue."""
    label: str
    """What it is: `Nyhed`, `Arrangement`."""
    title: str
    href: str
    text: str
    facts: tuple[str, ...]
    """What one wants to know at once, in a line for each: when and where."""
    is_urgent: bool
    picture: ShownPicture | None
    slot: Slot | None
    """Of an event, the time it tells of."""

    @property
    def is_example(self) -> bool:
        """Whether it is made up."""
        return bool(self.item.example)


@dataclass(frozen=True)
class ShownWork:
    """Planned maintenance, ready to be shown."""

    title: str
    when: str


@dataclass(frozen=True)
class Issue:
    """An issue, ready to be shown."""

    newsletter: Newsletter
    href: str
    intro: Markup
    stories: tuple[ShownStory, ...]
    works: tuple[ShownWork, ...]


def issue_of(newsletter: Newsletter, here: Here) -> Issue:
    """An issue, with its links written for a page or for those who are elsewhere."""
    return Issue(
        newsletter=newsletter,
        href=here.to_item(newsletter),
        intro=here.prose(newsletter.intro),
        stories=tuple(
            _story(story, item, newsletter.date, here)
            for story in newsletter.contents
            if (item := mentioned(story, here))
        ),
        works=tuple(
            ShownWork(work.title, told(span(work.starts, work.ends)))
            for work in newsletter.planned_work
        ),
    )


def mentioned(mention: Mention, here: Here) -> Item | None:
    """The item that a mention names."""
    for field in fields_of(Mention):
        if id := getattr(mention, field.key):
            return here.catalogue.find(field.declared.to, id)
    return None


def picture_of(news: News, here: Here) -> ShownPicture | None:
    """The picture of a piece of news."""
    if news.picture is None:
        return None
    picture = here.catalogue.picture(news.picture.file)
    return ShownPicture(here.link(picture_url(picture)), news.picture.alt, picture)


def _story(story: Story, item: Item, day: date, here: Here) -> ShownStory:
    slot = _next_slot(item, day) if isinstance(item, Event) else None
    mark = f"{slot.mark}: " if slot and slot.mark else ""
    return ShownStory(
        item=item,
        anchor=f"{slugify(item.kind.one)}-{item.id}",
        label=item.kind.one.capitalize(),
        title=mark + item.title,
        href=here.link(
            slot_url(slot) if slot and item.content_status != "udkast" else item_url(item)
        ),
        text=story.text or item.summary,
        facts=tuple(_facts(item, slot)),
        is_urgent=isinstance(item, News) and bool(item.urgent),
        picture=picture_of(item, here) if isinstance(item, News) else None,
        slot=slot,
    )


def _next_slot(event: Event, day: date) -> Slot:
    """The first time of an event that is not over on the day of the issue, or else the last.

    Not on the day of whoever reads: an issue says the same ever after.
    """
    slots = sorted(slots_of(event), key=lambda slot: slot.order)
    to_come = (slot for slot in slots if not slot.is_cancelled and slot.span.last_day >= day)
    return next(to_come, slots[-1])


def _facts(item: Item, slot: Slot | None) -> Iterator[str]:
    if slot:
        yield _begun(told(slot.span))
        where = [slot.place] if slot.place else []
        if slot.url and not slot.is_cancelled:
            where.append("online")
        if where:
            yield _begun(" og ".join(where))
    elif isinstance(item, Notice):
        yield _begun(told(Span(_here(item.starts), _here(item.ends) if item.ends else None)))


def _begun(text: str) -> str:
    """A text as it begins a line."""
    return text[:1].upper() + text[1:]


def _here(moment: datetime) -> datetime:
    return moment.astimezone(ZONE)
