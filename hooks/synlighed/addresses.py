"""Where everything is, and links that only lead to what exists.

A link is written relative to the page it stands on, so the site can be moved to any folder of any
host, and be read from a disk.
"""

from collections.abc import Callable, Iterator, Mapping
from math import ceil

from synlighed import made
from synlighed.calendar.schedule import coming_list, of_value, past_list, year_list
from synlighed.catalogue import Catalogue
from synlighed.downloads import download_url
from synlighed.entrances import areas_of, challenges_of, entrance_urls, roles_of, sectors_of
from synlighed.gaps import GAPS, Gap
from synlighed.made import (
    approval_of,
    follows,
    has_overview,
    is_searched,
    lost_device_of,
    talks_of,
    tells_status,
)
from synlighed.model.item import Kind
from synlighed.model.news import News
from synlighed.model.newsletters import Newsletter
from synlighed.model.tools import Tool
from synlighed.newsfeeds import documents, has_news, newsfeeds
from synlighed.oversight.owners import owner_urls
from synlighed.pictures import Picture
from synlighed.places import (
    APPROVAL,
    AREAS,
    CHALLENGES,
    CHECKLIST,
    LOST,
    OPML,
    OVERVIEW,
    PREVIEW,
    ROLES,
    SECTORS,
    SUBSCRIBE,
    TALKS,
    duties_url,
    gap_url,
    precedents_url,
    roadmap_url,
    search_url,
    status_url,
)
from synlighed.status import published
from synlighed.urls import (
    calendar_url,
    example_url,
    export_url,
    facet_url,
    feed_url,
    handbook_url,
    item_url,
    kind_url,
    links_url,
    narrowing_url,
    page_uri,
    picture_url,
    preview_mail_url,
    preview_url,
    schema_url,
    series_url,
    slot_file_url,
    slot_url,
    year_url,
)

LINKS_SHOWN = 20
"""A page shows so many items of one relation; the rest have a page of their own."""

PER_PAGE = {
    "cards": 48,
    "guide": 48,
    "long cards": 24,
    "definitions": 100,
    "calendar": 48,
    "issues": 24,
}
"""Items on one page of a catalogue: what a phone opens at once and a thumb can scroll."""

LINKS_PER_PAGE = 200

FAVICON = "assets/images/favicon.png"
"""The theme's; a page of our own that names none makes browsers ask for one at the root."""


def catalogue_pages(catalogue: Catalogue, kind: Kind) -> int:
    """How many pages a kind's catalogue takes; at least one, also when it is empty.

    A calendar holds what is coming; of issues the newest, and where the others are.
    """
    if kind.listing == "calendar":
        return listed_pages(kind, catalogue.count_slots(coming_list()))
    if kind.listing == "issues":
        return 1
    return listed_pages(kind, catalogue.count(kind.key))


def listed_pages(kind: Kind, number: int) -> int:
    """How many pages so many items of a kind take, listed as its catalogue lists them."""
    return max(1, ceil(number / PER_PAGE[kind.listing]))


def facet_page_count(catalogue: Catalogue, kind: Kind, facet: str, value: str) -> int:
    """How many pages a kind's catalogue takes when it is narrowed by one value."""
    if kind.listing == "calendar":
        of = of_value(facet, value)
        number = catalogue.count_slots(coming_list(of)) + catalogue.count_slots(past_list(of))
    else:
        number = catalogue.count_narrowed(kind.key, facet, value)
    return listed_pages(kind, number)


def precedents_pages(catalogue: Catalogue) -> int:
    """How many pages all that there is already takes; none when there is nothing."""
    return ceil(catalogue.count_precedents() / PER_PAGE["cards"])


def gap_pages(catalogue: Catalogue, gap: Gap) -> int:
    """How many pages the items with a gap take; at least one, which says that there are none."""
    return max(1, ceil(catalogue.count_gap(gap.id)[0] / LINKS_PER_PAGE))


def duty_pages(catalogue: Catalogue) -> int:
    """How many pages all who answer for something take."""
    return ceil(len(catalogue.duties()) / LINKS_PER_PAGE)


def roadmap_pages(catalogue: Catalogue) -> int:
    """How many pages all that is on its way takes; none when there is nothing."""
    number = sum(number for _, number in catalogue.planned_halves())
    return ceil(number / PER_PAGE["cards"])


def links_pages(number: int) -> int:
    """How many pages of their own so many links take: none when all fit on the item's page."""
    return 0 if number <= LINKS_SHOWN else ceil(number / LINKS_PER_PAGE)


class Addresses:
    """Every address the compiled site has."""

    def __init__(self, catalogue: Catalogue, *, is_preview: bool = False) -> None:
        """Lists the addresses of a catalogue, and of the pages written by hand.

        Args:
            catalogue: What the site is made of.
            is_preview: Whether it has the pages that no published site has.
        """
        more = _of_preview(catalogue) if is_preview else ()
        self._known = frozenset((*_all(catalogue), *catalogue.by_hand, *more))

    def __contains__(self, url: object) -> bool:
        return url in self._known

    def link(self, to: str, at: str) -> str:
        """The link to an address, as it is written on the page at another.

        Raises:
            LookupError: the site has no such address.
        """
        if to not in self._known:
            raise LookupError(f"no such address: {to}")
        return "../" * at.count("/") + to or "./"


def hidden_addresses(whole: Catalogue, narrowed: Catalogue) -> set[str]:
    """What has an address in a catalogue, but none in a narrower one: as address and as uri."""
    if narrowed.edition == whole.edition and len(narrowed) == len(whole):
        return set()
    urls = set(_all(whole)) - set(_all(narrowed))
    return urls | {page_uri(url) for url in urls if url.endswith("/")}


def _all(catalogue: Catalogue) -> Iterator[str]:
    yield from ("", FAVICON)
    if tells_status(catalogue):
        yield from (published.STATUS, published.HISTORY, published.FEED, published.MAINTENANCE)
        yield from map(status_url, range(1, catalogue.listed(1).of + 1))
    if talks_of(catalogue):
        yield TALKS
    if has_overview(catalogue):
        yield OVERVIEW
        for gap in GAPS:
            yield from (gap_url(gap.id, page) for page in range(1, gap_pages(catalogue, gap) + 1))
        yield from map(duties_url, range(1, duty_pages(catalogue) + 1))
    if Tool.kind.key in catalogue.model:
        tools = catalogue.items(Tool.kind.key)
        yield from (download_url(one.file) for one in tools if isinstance(one, Tool) and one.file)
    yield from map(precedents_url, range(1, precedents_pages(catalogue) + 1))
    yield from map(roadmap_url, range(1, roadmap_pages(catalogue) + 1))
    if approval_of(catalogue):
        yield APPROVAL
        yield CHECKLIST
    if lost_device_of(catalogue):
        yield LOST
    if follows(catalogue):
        yield SUBSCRIBE
    if is_searched(catalogue):
        yield from map(search_url, range(1, catalogue.alphabet_contents().pages + 1))
    yield from entrance_urls(catalogue)
    yield from _of_news(catalogue)
    yield from owner_urls(catalogue)
    for kind in (kind.kind for kind in catalogue.model):
        pages = catalogue_pages(catalogue, kind)
        yield from (kind_url(kind, page) for page in range(1, pages + 1))
        facets = catalogue.facet_counts(kind.key)
        if kind.listing == "calendar":
            yield from _of_calendar(catalogue, kind)
        elif facets:
            yield from (narrowing_url(kind, page) for page in range(1, pages + 1))
        for facet, value, _ in facets:
            for page in range(1, facet_page_count(catalogue, kind, facet, value) + 1):
                yield facet_url(kind, facet, value, page)
        if catalogue.edition.is_internal:
            yield from (handbook_url(kind), example_url(kind))
        yield from (export_url(kind, "json"), export_url(kind, "csv"), schema_url(kind))
        for item in catalogue.items(kind.key):
            yield item_url(item)
            if item.is_watched:
                yield from _status_urls("/".join(item.identity))
            for links in catalogue.incoming(item):
                for page in range(1, links_pages(len(links.items)) + 1):
                    yield links_url(item, links.slug, page)


def _of_calendar(catalogue: Catalogue, kind: Kind) -> Iterator[str]:
    """What a calendar has beside the pages that every catalogue has."""
    yield calendar_url(kind)
    for facet, value, _ in catalogue.facet_counts(kind.key):
        yield feed_url(kind, facet, value)
    for year in catalogue.years():
        for page in range(1, listed_pages(kind, catalogue.count_slots(year_list(year))) + 1):
            yield year_url(kind, year, page)
    for name in (coming_list(), past_list()):
        for slot in catalogue.slots(name, 0, catalogue.count_slots(name)):
            yield slot_file_url(slot)
            if slot.planned:
                yield slot_url(slot)
                yield series_url(slot.event)


def _of_news(catalogue: Catalogue) -> Iterator[str]:
    """What there is of news beside their pages."""
    for feed in newsfeeds(catalogue):
        yield from documents(feed, catalogue)
    if has_news(catalogue):
        yield OPML
    yield from map(picture_url, pictures_of(catalogue))
    if Newsletter.kind.key in catalogue.model:
        for year in catalogue.years_out(Newsletter.kind.key):
            number = catalogue.count_out(Newsletter.kind.key, year)
            for page in range(1, listed_pages(Newsletter.kind, number) + 1):
                yield year_url(Newsletter.kind, year, page)


def _of_preview(catalogue: Catalogue) -> Iterator[str]:
    """What only those who write it see."""
    if Newsletter.kind.key in catalogue.model:
        yield PREVIEW
        for issue in catalogue.items(Newsletter.kind.key):
            if isinstance(issue, Newsletter):
                yield from (preview_url(issue), preview_mail_url(issue))


def pictures_of(catalogue: Catalogue) -> list[Picture]:
    """The pictures that some item shows."""
    if News.kind.key not in catalogue.model:
        return []
    news = (item for item in catalogue.items(News.kind.key) if isinstance(item, News))
    names = {item.picture.file for item in news if item.picture}
    return [catalogue.picture(name) for name in sorted(names)]


def _status_urls(key: str) -> tuple[str, str]:
    return published.badge_url(key), published.bars_url(key)


MADE_OF: Mapping[str, Callable[[Catalogue], object]] = {
    **made.MADE_OF,
    ROLES: roles_of,
    SECTORS: sectors_of,
    AREAS: areas_of,
    CHALLENGES: challenges_of,
}
"""What the pages of no single item are made of; where there is nothing of it, there is no page."""
