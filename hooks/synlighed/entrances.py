"""The ways in by who one is and by what is worked for: which there are, and what is behind them."""

from collections.abc import Iterator
from dataclasses import dataclass

from synlighed.calendar.schedule import coming_list, of_value
from synlighed.catalogue import Catalogue
from synlighed.made import MADE_OF
from synlighed.model.declare import fields_of
from synlighed.model.facets import SECTORS as SECTOR_FIELDS
from synlighed.model.facets import Facet, facets_of, value_slug
from synlighed.model.fields import Reference
from synlighed.model.item import Item
from synlighed.model.routes import Answer
from synlighed.model.wordlists import Aim, FromSector, Job, Reader, Role
from synlighed.places import AREAS, CHALLENGES, ROLES, SECTORS
from synlighed.urls import handbook_url, kind_url

FEWEST_JOBS = 3
"""Outside, a page on which fewer of its jobs can be done leads readers about and nowhere."""


@dataclass(frozen=True)
class Claim:
    """The items of a kind that name a word."""

    kind: type[Item]
    facet: Facet
    value: str
    """The word as addresses name it."""
    number: int
    """How many; of a calendar, how many are still to come."""


def role_url(role: Role) -> str:
    """The address of the page that is written to a role: `roller/kliniker/`."""
    return f"{ROLES}{role.id}/"


def sector_url(sector: FromSector) -> str:
    """The address of the page that is written to a sector: `sektorer/kommune/`."""
    return f"{SECTORS}{sector.id}/"


def area_url(area: Aim) -> str:
    """The address of the page of an area: `omraader/synlighed/`."""
    return f"{AREAS}{area.id}/"


def roles_of(catalogue: Catalogue) -> tuple[Role, ...]:
    """The roles to whom something is left to tell."""
    roles = catalogue.site.vocabularies.roles
    return tuple(role for role in roles if _leads(role, claims_of_role(role, catalogue), catalogue))


def sectors_of(catalogue: Catalogue) -> tuple[FromSector, ...]:
    """The sectors to whom something is left to tell."""
    sectors = catalogue.site.vocabularies.sectors
    return tuple(
        sector
        for sector in sectors
        if _leads(sector, claims_of_sector(sector, catalogue), catalogue)
    )


def areas_of(catalogue: Catalogue) -> tuple[Aim, ...]:
    """The areas; inside also those that nothing claims yet, since that is worth saying."""
    return _aims("focus_areas", catalogue.site.vocabularies.focus_areas, catalogue)


def challenges_of(catalogue: Catalogue) -> tuple[Aim, ...]:
    """The challenges; inside also those that nothing answers yet."""
    return _aims("challenges", catalogue.site.vocabularies.challenges, catalogue)


def _aims(vocabulary: str, aims: tuple[Aim, ...], catalogue: Catalogue) -> tuple[Aim, ...]:
    if catalogue.edition.is_internal:
        return aims
    claims = {aim.id: claims_of_word(vocabulary, aim.id, catalogue) for aim in aims}
    return tuple(aim for aim in aims if next(claims[aim.id], None))


def entrance_urls(catalogue: Catalogue) -> Iterator[str]:
    """The addresses of all their pages, each list before the pages on it."""
    listed = (
        (ROLES, map(role_url, roles_of(catalogue))),
        (SECTORS, map(sector_url, sectors_of(catalogue))),
        (AREAS, map(area_url, areas_of(catalogue))),
    )
    for url, pages in listed:
        if found := tuple(pages):
            yield from (url, *found)
    if challenges_of(catalogue):
        yield CHALLENGES


def claims_of_role(role: Role, catalogue: Catalogue) -> Iterator[Claim]:
    """What is written to a role, kind by kind."""
    return claims_of_word("roles", role.id, catalogue)


def claims_of_word(vocabulary: str, id: str, catalogue: Catalogue) -> Iterator[Claim]:
    """What names a word of a vocabulary, kind by kind."""
    for kind in catalogue.model:
        for facet in facets_of(kind):
            if facet.field.declared.vocabulary == vocabulary:
                yield from _claim(kind, facet, id, catalogue)


def claims_of_sector(sector: FromSector, catalogue: Catalogue) -> Iterator[Claim]:
    """What is for a sector, kind by kind."""
    for kind in catalogue.model:
        for facet in facets_of(kind):
            if facet.field.key in SECTOR_FIELDS:
                for value in sector.values:
                    yield from _claim(kind, facet, value_slug(value), catalogue)


def _claim(kind: type[Item], facet: Facet, value: str, catalogue: Catalogue) -> Iterator[Claim]:
    if kind.kind.listing == "calendar":
        number = catalogue.count_slots(coming_list(of_value(facet.slug, value)))
    else:
        number = catalogue.count_narrowed(kind.kind.key, facet.slug, value)
    if number:
        yield Claim(kind, facet, value, number)


def count_examples(claim: Claim, catalogue: Catalogue) -> int:
    """How many of what a claim counts are examples."""
    key, slug = claim.kind.kind.key, claim.facet.slug
    if claim.kind.kind.listing == "calendar":
        slots = catalogue.slots(coming_list(of_value(slug, claim.value)), 0, claim.number)
        return sum(bool(slot.event.example) for slot in slots)
    return catalogue.count_examples(key, slug, claim.value)


def narrowed_by(url: str, catalogue: Catalogue) -> tuple[type[Item], Facet, str] | None:
    """The kind, facet and value of a narrowed catalogue, if that is what has an address."""
    path, _, rest = url.partition("/")
    slug, _, value = rest.removesuffix("/").partition("/")
    for kind in catalogue.model:
        for facet in facets_of(kind) if kind.kind.path == path else ():
            if facet.slug == slug and catalogue.count_narrowed(kind.kind.key, slug, value):
                return kind, facet, value
    return None


def item_of(answer: Answer, catalogue: Catalogue) -> Item | None:
    """The item that an answer leads to, if it does to one that readers may see."""
    for field in fields_of(Answer):
        id = getattr(answer, field.key)
        if isinstance(id, Reference):
            return catalogue.find(field.declared.to, id)
    return None


def _leads(reader: Reader, claims: Iterator[Claim], catalogue: Catalogue) -> bool:
    """Whether a page to these readers would lead anywhere."""
    left = sum(_is_there(job, catalogue) for job in reader.jobs)
    if catalogue.edition.is_internal or not reader.jobs:
        return left > 0 or next(claims, None) is not None
    return left >= min(FEWEST_JOBS, len(reader.jobs))


def _is_there(job: Job, catalogue: Catalogue) -> bool:
    if job.page:
        return _is_page(job.page, catalogue)
    return bool(job.url or job.to in catalogue.model or item_of(job, catalogue))


def _is_page(url: str, catalogue: Catalogue) -> bool:
    """Whether something can be done at an address; at the door of other readers nothing is."""
    if url in MADE_OF:
        return bool(MADE_OF[url](catalogue))
    if url == CHALLENGES:
        return bool(challenges_of(catalogue))
    if url.startswith(AREAS):
        areas = areas_of(catalogue)
        return bool(areas) and url in (AREAS, *map(area_url, areas))
    if url in catalogue.by_hand or narrowed_by(url, catalogue):
        return True
    kinds = [kind.kind for kind in catalogue.model]
    explained = map(handbook_url, kinds if catalogue.edition.is_internal else ())
    return url in (*map(kind_url, kinds), *explained)
