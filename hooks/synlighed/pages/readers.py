"""Pages to those who do the same, or come from one place: their jobs first, then what is theirs."""

from collections.abc import Iterator, Sequence
from functools import partial

from synlighed.addresses import LINKS_SHOWN
from synlighed.catalogue import Catalogue
from synlighed.entrances import (
    Claim,
    claims_of_role,
    claims_of_sector,
    narrowed_by,
    role_url,
    roles_of,
    sector_url,
    sectors_of,
)
from synlighed.model.apps import App
from synlighed.model.contacts import Contact
from synlighed.model.events import Event
from synlighed.model.groups import Group
from synlighed.model.guidelines import Guideline
from synlighed.model.item import Item
from synlighed.model.news import News
from synlighed.model.processes import Process
from synlighed.model.routes import Answer
from synlighed.model.services import Service
from synlighed.model.wordlists import FromSector, Job, Reader, Role
from synlighed.oversight.owners import deadlines_url, owner_url, owners_of
from synlighed.pages.claims import shown_claims
from synlighed.pages.facets import title_of_value
from synlighed.pages.guide import ShownAnswer, shown_answer
from synlighed.pages.here import Here, render
from synlighed.pages.recipe import Recipe
from synlighed.places import ROLES, SECTORS, SUMMARIES, TITLES, duties_url
from synlighed.sitepage import SitePage
from synlighed.urls import page_uri

_FIRST: tuple[type[Item], ...] = (Process, Guideline, Event, Group, Service, News, App)
"""The kinds in the order that readers want them; the others come after."""


def reader_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """The page of each role and sector, after a list of them."""
    if roles := roles_of(catalogue):
        yield Recipe(ROLES, _roles)
        yield from (Recipe(role_url(role), partial(_role, role)) for role in roles)
    if sectors := sectors_of(catalogue):
        yield Recipe(SECTORS, _sectors)
        yield from (Recipe(sector_url(one), partial(_sector, one)) for one in sectors)


def _roles(here: Here) -> SitePage:
    shown = [(role, here.link(role_url(role))) for role in roles_of(here.catalogue)]
    other = here.link(SECTORS) if here.has(SECTORS) else ""
    return _list(ROLES, shown, other, TITLES[SECTORS], here)


def _sectors(here: Here) -> SitePage:
    shown = [(sector, here.link(sector_url(sector))) for sector in sectors_of(here.catalogue)]
    other = here.link(ROLES) if here.has(ROLES) else ""
    return _list(SECTORS, shown, other, TITLES[ROLES], here)


def _list(
    url: str, shown: Sequence[tuple[Reader, str]], other: str, other_title: str, here: Here
) -> SitePage:
    body = render(
        "words.html",
        here,
        title=TITLES[url],
        summary=SUMMARIES[url],
        words=shown,
        other=other,
        other_title=other_title,
    )
    return SitePage(
        uri=page_uri(url),
        title=TITLES[url],
        body=body,
        meta={"description": SUMMARIES[url], "hide": ("navigation", "toc")},
        source=here.catalogue.site.source,
    )


def _role(role: Role, here: Here) -> SitePage:
    owners = owners_of(here.catalogue) if role.responsible else ()
    return _page(role, claims_of_role(role, here.catalogue), ROLES, owners, here)


def _sector(sector: FromSector, here: Here) -> SitePage:
    return _page(sector, claims_of_sector(sector, here.catalogue), SECTORS, (), here)


def _page(
    reader: Reader,
    claims: Iterator[Claim],
    listed_at: str,
    owners: Sequence[Contact],
    here: Here,
) -> SitePage:
    body = render(
        "reader.html",
        here,
        reader=reader,
        opening=here.prose(reader.opening) if reader.opening else "",
        jobs=[shown for job in reader.jobs if (shown := shown_job(job, here))],
        owners=[
            (one.title, here.link(owner_url(one)), here.link(deadlines_url(one)))
            for one in owners[:LINKS_SHOWN]
        ],
        all_owners=here.link(duties_url()) if owners else "",
        claims=shown_claims(sorted(claims, key=_place), here),
        all=here.link(listed_at),
    )
    return SitePage(
        uri=page_uri(here.url),
        title=reader.title,
        body=body,
        meta={"description": reader.summary or "", "hide": ("navigation", "toc")},
        source=here.catalogue.site.source,
        section=page_uri(listed_at),
    )


def _place(claim: Claim) -> int:
    return _FIRST.index(claim.kind) if claim.kind in _FIRST else len(_FIRST)


def shown_job(job: Job, here: Here) -> ShownAnswer | None:
    """A job and where it is done; nothing when that is nothing that readers may see."""
    if job.to:
        if job.to not in here.catalogue.model:
            return None
        kind = here.catalogue.model[job.to].kind
        return _shown(job, here.to_kind(kind), kind.many)
    if job.page and (narrowed := narrowed_by(job.page, here.catalogue)):
        return _shown(job, here.link(job.page), title_of_value(*narrowed, here))
    return shown_answer(job, here)


def _shown(job: Answer, href: str, to: str) -> ShownAnswer:
    return ShownAnswer(job.label, job.help or "", href, to, is_example=False, next=None)
