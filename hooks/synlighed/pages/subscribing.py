"""How to follow: which calendars there are, and what each program can do with them."""

from collections.abc import Iterator
from dataclasses import dataclass

from synlighed.addresses import calendar_url, feed_url, has_calendar, page_uri, tells_status
from synlighed.catalogue import Catalogue
from synlighed.feeds.icalendar import RENEWED_EVERY
from synlighed.model.events import Event
from synlighed.pages.facets import shown_facets
from synlighed.pages.here import Here, render
from synlighed.pages.recipe import Recipe
from synlighed.places import SUBSCRIBE, TITLES
from synlighed.sitepage import SitePage
from synlighed.status import published

_BY = ("type", "groups", "units", "roles")
"""The facets that people follow the calendar by."""


@dataclass(frozen=True)
class Follow:
    """A calendar to follow."""

    name: str
    href: str


@dataclass(frozen=True)
class Choice:
    """Calendars that differ in one thing."""

    slug: str
    label: str
    calendars: tuple[Follow, ...]


def subscribing_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """The page, if there is anything to follow."""
    if has_calendar(catalogue):
        yield Recipe(SUBSCRIBE, _page)


def _page(here: Here) -> SitePage:
    title = TITLES[SUBSCRIBE]
    body = render(
        "subscribe.html",
        here,
        title=title,
        everything=here.link(calendar_url(Event.kind)),
        maintenance=here.link(published.MAINTENANCE) if tells_status(here.catalogue) else "",
        choices=tuple(_choices(here)),
        hours=RENEWED_EVERY,
        kind=Event.kind,
    )
    return SitePage(
        uri=page_uri(here.url),
        title=title,
        body=body,
        meta={
            "description": "Få kalenderen og planlagt vedligehold i Outlook eller på din telefon.",
            "hide": ("navigation", "toc"),
        },
    )


def _choices(here: Here) -> Iterator[Choice]:
    for facet in shown_facets(Event, here):
        if facet.key in _BY:
            yield Choice(
                facet.slug,
                facet.label,
                tuple(
                    Follow(value.name, here.link(feed_url(Event.kind, facet.slug, value.slug)))
                    for value in facet.values
                ),
            )
