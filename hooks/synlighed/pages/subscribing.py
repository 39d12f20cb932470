"""How to follow: which feeds and calendars there are, and what each program can do with them."""

from collections.abc import Iterator
from dataclasses import dataclass

from synlighed.catalogue import Catalogue
from synlighed.feeds.icalendar import RENEWED_EVERY
from synlighed.made import follows, has_calendar, tells_status
from synlighed.model.events import Event
from synlighed.model.news import News
from synlighed.model.site import Mailing
from synlighed.newsfeeds import NewsFeed, has_news, newsfeeds
from synlighed.pages.facets import shown_facets
from synlighed.pages.following import name_of, summary_of
from synlighed.pages.here import Here, render
from synlighed.pages.recipe import Recipe
from synlighed.places import OPML, SUBSCRIBE, TITLES
from synlighed.sitepage import SitePage
from synlighed.status import published
from synlighed.urls import calendar_url, feed_url, page_uri

FORMATS = {"rss.xml": "RSS", "atom.xml": "Atom", "feed.json": "JSON Feed"}
"""What the documents of a feed are called, by their names."""

_BY = ("type", "groups", "units", "roles")
"""The facets that people follow the calendar by."""


@dataclass(frozen=True)
class Follow:
    """A calendar to follow."""

    name: str
    href: str


@dataclass(frozen=True)
class ShownFeed:
    """A feed to follow, in each of its formats."""

    name: str
    summary: str
    formats: tuple[Follow, ...]


@dataclass(frozen=True)
class FeedGroup:
    """Feeds that differ in one thing."""

    label: str
    feeds: tuple[ShownFeed, ...]


@dataclass(frozen=True)
class Choice:
    """Calendars that differ in one thing."""

    slug: str
    label: str
    calendars: tuple[Follow, ...]


def subscribing_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """The page, if there is anything to follow."""
    if follows(catalogue):
        yield Recipe(SUBSCRIBE, _page)


def _page(here: Here) -> SitePage:
    title = TITLES[SUBSCRIBE]
    body = render(
        "subscribe.html",
        here,
        title=title,
        mail=_mail(here),
        feeds=tuple(_feeds(here)),
        opml=here.link(OPML) if has_news(here.catalogue) else "",
        has_calendar=has_calendar(here.catalogue),
        everything=here.link(calendar_url(Event.kind)) if has_calendar(here.catalogue) else "",
        maintenance=here.link(published.MAINTENANCE) if tells_status(here.catalogue) else "",
        choices=tuple(_choices(here)) if has_calendar(here.catalogue) else (),
        hours=RENEWED_EVERY,
        kind=Event.kind,
    )
    return SitePage(
        uri=page_uri(here.url),
        title=title,
        body=body,
        meta={
            "description": "Få nyheder, nyhedsbreve, kalender og drift til at komme af sig selv.",
            "hide": ("navigation", "toc"),
        },
    )


def _mail(here: Here) -> Mailing | None:
    """The list that the newsletter is mailed to, if those who read this can be on it."""
    mailing = here.catalogue.site.newsletter
    is_offered = here.catalogue.edition.is_internal and has_news(here.catalogue)
    return mailing if mailing and mailing.subscribe and is_offered else None


def _feeds(here: Here) -> Iterator[FeedGroup]:
    """The feeds of news, and that of how everything works."""
    of_value = {(feed.of, feed.value): feed for feed in newsfeeds(here.catalogue)}
    most = [_shown(feed, name_of(feed, here), here) for feed in of_value.values() if not feed.value]
    if most and tells_status(here.catalogue):
        status = Follow("Atom", here.link(published.FEED))
        most.append(ShownFeed("Driftsstatus", "Hændelser og planlagt arbejde.", (status,)))
    if most:
        yield FeedGroup("", tuple(most))
    for facet in shown_facets(News, here) if News.kind.key in here.catalogue.model else ():
        feeds = tuple(
            _shown(of_value[facet.slug, value.slug], value.name, here)
            for value in facet.values
            if (facet.slug, value.slug) in of_value
        )
        if feeds:
            yield FeedGroup(f"Nyheder, {facet.label[:1].lower()}{facet.label[1:]}", feeds)


def _shown(feed: NewsFeed, name: str, here: Here) -> ShownFeed:
    formats = (Follow(FORMATS[format], here.link(feed.document(format))) for format in feed.formats)
    return ShownFeed(name, summary_of(feed), tuple(formats))


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
