"""What there is, how it is kept, and what is missing: one page to be read by whoever decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from synlighed.addresses import LINKS_PER_PAGE, duty_pages, gap_pages
from synlighed.catalogue import Catalogue
from synlighed.danish.ordering import sort_key
from synlighed.gaps import BY_ID, GAPS, Coverage, Duty, Gap
from synlighed.made import has_overview
from synlighed.model.contacts import Contact
from synlighed.model.facets import facets_of
from synlighed.model.item import Item, Kind
from synlighed.model.metrics import SATISFACTION, Metric
from synlighed.oversight.owners import owner_url
from synlighed.pages.contact import owner_of
from synlighed.pages.here import Here, render
from synlighed.pages.metric import Numbers, in_short, numbers_of
from synlighed.pages.paging import page_links
from synlighed.pages.recipe import Recipe
from synlighed.pages.roadmap import half_links
from synlighed.pages.status import as_html
from synlighed.places import OVERVIEW, ROADMAP, SUMMARIES, TITLES, duties_url, gap_url
from synlighed.sitepage import SitePage
from synlighed.status.board import Drift
from synlighed.status.told import heard_of
from synlighed.urls import facet_url, page_uri

OWNERS_SHOWN = 8
"""So many of those who answer for something, those with most to do first."""

SERIES_SHOWN = 3

PURPOSE = next(facet for facet in facets_of(Metric) if facet.field.key == "purpose")

REVIEWS, EXAMPLES, FACTS = BY_ID["gennemgang"], BY_ID["eksempel"], BY_ID["ikke-oplyst"]


@dataclass(frozen=True)
class ShownKind:
    """How the items of a kind are kept, and where the lists are."""

    kind: Kind
    coverage: Coverage
    examples: str
    """The link to those that are made up."""
    overdue: str
    """The link to those that were not reviewed."""
    incomplete: str
    """The link to those with a fact that nobody has found out."""


@dataclass(frozen=True)
class ShownGap:
    """A gap, with how often it is found, and where."""

    gap: Gap
    number: int
    among: int
    href: str


@dataclass(frozen=True)
class ShownOwner:
    """Who answers for something, and for how much."""

    title: str
    href: str
    duty: Duty


@dataclass(frozen=True)
class Lacking:
    """The items of one kind that have a gap."""

    kind: Kind
    items: tuple[Item, ...]


def overview_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """The overview, and the lists behind its numbers."""
    if has_overview(catalogue):
        yield Recipe(OVERVIEW, _overview)
        for gap in GAPS:
            for page in range(1, gap_pages(catalogue, gap) + 1):
                yield Recipe(gap_url(gap.id, page), partial(_gap, gap, page))
        for page in range(1, duty_pages(catalogue) + 1):
            yield Recipe(duties_url(page), partial(_duties, page))


def _overview(here: Here) -> SitePage:
    catalogue = here.catalogue
    today = catalogue.day()
    body = render(
        "overview.html",
        here,
        title=TITLES[OVERVIEW],
        site=catalogue.site,
        today=today,
        kinds=_kinds(here),
        gaps=[_shown(gap, here) for gap in GAPS],
        reviews=catalogue.reviews(),
        drift=_drift(here),
        halves=list(half_links(catalogue.planned_halves(), here)),
        roadmap=here.link(ROADMAP) if here.has(ROADMAP) else "",
        series=_satisfaction(here),
        told=in_short,
        all_series=_all_of_satisfaction(here),
        owners=_owners(catalogue.duties()[:OWNERS_SHOWN], here),
        owners_in_all=len(catalogue.duties()),
        all_owners=here.link(duties_url()) if duty_pages(catalogue) else "",
    )
    return SitePage(
        uri=page_uri(here.url),
        title=TITLES[OVERVIEW],
        body=body,
        meta={"description": SUMMARIES[OVERVIEW], "hide": ("navigation", "toc")},
    )


def _kinds(here: Here) -> list[ShownKind]:
    """The kinds that there is anything of, in the order of their names."""
    shown = []
    before = dict.fromkeys((REVIEWS, EXAMPLES, FACTS), 0)
    for kind in (kind.kind for kind in here.catalogue.model):
        coverage = here.catalogue.coverage(kind.key)
        numbers = (coverage.examples, coverage.overdue, coverage.incomplete)
        places = []
        for gap, number in zip((EXAMPLES, REVIEWS, FACTS), numbers, strict=True):
            places.append(_place(gap, kind, before[gap], here) if number else "")
            before[gap] += number
        if coverage.total:
            shown.append(ShownKind(kind, coverage, *places))
    return sorted(shown, key=lambda one: sort_key(one.kind.many))


def _place(gap: Gap, kind: Kind, before: int, here: Here) -> str:
    """The link to where the items of a kind begin, after so many others."""
    return here.link(f"{gap_url(gap.id, before // LINKS_PER_PAGE + 1)}#{kind.path}")


def _shown(gap: Gap, here: Here) -> ShownGap:
    number, among = here.catalogue.count_gap(gap.id)
    return ShownGap(gap, number, among, here.link(gap_url(gap.id)))


def _satisfaction(here: Here) -> list[Numbers]:
    """The series of answers, those that are not made up first."""
    found = [item for item in _asked(here) if isinstance(item, Metric)]
    found.sort(key=lambda metric: bool(metric.example))
    return [numbers_of(metric, here) for metric in found[:SERIES_SHOWN]]


def _asked(here: Here) -> tuple[Item, ...]:
    if Metric.kind.key not in here.catalogue.model:
        return ()
    number = here.catalogue.count_narrowed(Metric.kind.key, PURPOSE.slug, SATISFACTION)
    return here.catalogue.narrowed(Metric.kind.key, PURPOSE.slug, SATISFACTION, 0, number)


def _all_of_satisfaction(here: Here) -> str:
    return here.link(facet_url(Metric.kind, PURPOSE.slug, SATISFACTION)) if _asked(here) else ""


@dataclass(frozen=True)
class ShownDrift:
    """What the platform and the catalogue do not both know."""

    heard: Markup
    is_known: bool
    """Whether the platform has ever answered."""
    not_measured: int
    registered: int
    not_in_catalogue: int
    measured: int
    href: str


def _drift(here: Here) -> ShownDrift:
    board = here.catalogue.board
    drift, document = board.drift, board.answer.document
    return ShownDrift(
        heard=as_html(heard_of(board)),
        is_known=document is not None,
        not_measured=len(drift.not_measured),
        registered=sum(bool(item.component) for item in board.watched.items),
        not_in_catalogue=len(drift.not_in_catalogue),
        measured=len(document.components) if document else 0,
        href=here.to_status() + ("#uenighed" if drift != Drift() else ""),
    )


def _owners(duties: tuple[Duty, ...], here: Here) -> list[ShownOwner]:
    contacts = (here.catalogue.get(Contact.kind.key, duty.contact) for duty in duties)
    return [
        ShownOwner(contact.title, here.link(owner_url(contact)), duty)
        for contact, duty in zip(contacts, duties, strict=True)
    ]


def _duties(page: int, here: Here) -> SitePage:
    """One page of all who answer for something."""
    duties, start = here.catalogue.duties(), (page - 1) * LINKS_PER_PAGE
    title = "Ansvarlige"
    body = render(
        "duties.html",
        here,
        title=title,
        today=here.catalogue.day(),
        owners=_owners(duties[start : start + LINKS_PER_PAGE], here),
        total=len(duties),
        page=page,
        pages=page_links(here, page, duty_pages(here.catalogue), duties_url),
        back=here.link(OVERVIEW),
    )
    return SitePage(
        uri=page_uri(here.url),
        title=title if page == 1 else f"{title}, side {page}",
        body=body,
        meta={"hide": ("navigation", "toc"), "search": False},
        section=page_uri(OVERVIEW),
    )


def _gap(gap: Gap, page: int, here: Here) -> SitePage:
    """One page of the items that have a gap, kind by kind."""
    start = (page - 1) * LINKS_PER_PAGE
    items = here.catalogue.gap(gap.id, start, start + LINKS_PER_PAGE)
    number, among = here.catalogue.count_gap(gap.id)
    body = render(
        "gap.html",
        here,
        gap=gap,
        number=number,
        among=among,
        today=here.catalogue.day(),
        page=page,
        pages=page_links(
            here, page, gap_pages(here.catalogue, gap), lambda one: gap_url(gap.id, one)
        ),
        kinds=[
            Lacking(kind, tuple(of_kind))
            for kind, of_kind in groupby(items, key=lambda item: item.kind)
        ],
        back=here.link(OVERVIEW),
        contact=lambda item: owner_of(item, here),
    )
    return SitePage(
        uri=page_uri(here.url),
        title=gap.title if page == 1 else f"{gap.title}, side {page}",
        body=body,
        meta={"hide": ("navigation", "toc"), "search": False},
        section=page_uri(OVERVIEW),
    )
