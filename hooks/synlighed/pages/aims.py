"""What is worked for, area by area and challenge by challenge: what answers it, what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from synlighed.catalogue import Catalogue
from synlighed.danish.numbers import count
from synlighed.danish.words import join_words
from synlighed.entrances import (
    Claim,
    area_url,
    areas_of,
    challenges_of,
    claims_of_word,
    count_examples,
)
from synlighed.model.contacts import Contact
from synlighed.model.groups import Group
from synlighed.model.guidelines import Guideline
from synlighed.model.item import Item
from synlighed.model.lessons import Lesson
from synlighed.model.policies import Policy
from synlighed.model.processes import Process
from synlighed.model.projects import Project
from synlighed.model.services import Service
from synlighed.model.wordlists import Aim, Gap
from synlighed.pages.claims import ShownClaim, shown_claims
from synlighed.pages.here import Here, render
from synlighed.pages.recipe import Recipe
from synlighed.places import AREAS, CHALLENGES, SUMMARIES, TITLES
from synlighed.sitepage import Heading, SitePage
from synlighed.urls import page_uri

_ANSWERS: tuple[type[Item], ...] = (
    Policy, Guideline, Process, Service, Project, Lesson, Group,
)  # fmt: skip
"""The kinds with which something can be done about an aim: of each there should be something."""


@dataclass(frozen=True)
class ShownGap:
    """What is missing, and whom to write to about it."""

    gap: Gap
    contact: Contact | None


@dataclass(frozen=True)
class ShownAim:
    """An aim with what answers it."""

    aim: Aim
    href: str
    """Its own page; empty when it has none."""
    told: str
    """How many items claim it: `70 bidrag, heraf 35 opdigtede`."""
    claims: tuple[ShownClaim, ...]
    gaps: tuple[ShownGap, ...]
    nothing: str
    """Of which kinds nothing claims it: `retningslinjer eller processer`."""


def aim_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """A page for each area after a list of them, and one for all challenges."""
    if areas := areas_of(catalogue):
        yield Recipe(AREAS, _areas)
        yield from (Recipe(area_url(area), partial(_area, area)) for area in areas)
    if challenges_of(catalogue):
        yield Recipe(CHALLENGES, _challenges)


def _areas(here: Here) -> SitePage:
    areas = [_in_short(area, here) for area in areas_of(here.catalogue)]
    other = here.link(CHALLENGES) if here.has(CHALLENGES) else ""
    body = render("areas.html", here, title=TITLES[AREAS], areas=areas, challenges=other)
    return _page(TITLES[AREAS], SUMMARIES[AREAS], body, here)


def _area(area: Aim, here: Here) -> SitePage:
    shown = _shown(area, "focus_areas", here)
    body = render("area.html", here, shown=shown, all=here.link(AREAS))
    return _page(area.name, area.summary or "", body, here, page_uri(AREAS))


def _challenges(here: Here) -> SitePage:
    shown = [_shown(one, "challenges", here) for one in challenges_of(here.catalogue)]
    areas = here.link(AREAS) if here.has(AREAS) else ""
    body = render("challenges.html", here, title=TITLES[CHALLENGES], challenges=shown, areas=areas)
    headings = tuple(Heading(one.aim.id, one.aim.name) for one in shown)
    return _page(TITLES[CHALLENGES], SUMMARIES[CHALLENGES], body, here, headings=headings)


def _page(
    title: str,
    description: str,
    body: str,
    here: Here,
    section: str = "",
    headings: tuple[Heading, ...] = (),
) -> SitePage:
    return SitePage(
        uri=page_uri(here.url),
        title=title,
        body=body,
        meta={"description": description, "hide": ("navigation", "toc")},
        headings=headings,
        source=here.catalogue.site.source,
        section=section,
    )


def _in_short(area: Aim, here: Here) -> ShownAim:
    claims = tuple(claims_of_word("focus_areas", area.id, here.catalogue))
    return ShownAim(area, here.link(area_url(area)), _told(claims, here), (), (), "")


def _shown(aim: Aim, vocabulary: str, here: Here) -> ShownAim:
    claims = tuple(sorted(claims_of_word(vocabulary, aim.id, here.catalogue), key=_place))
    return ShownAim(
        aim=aim,
        href="",
        told=_told(claims, here),
        claims=shown_claims(claims, here),
        gaps=tuple(_gap(gap, here) for gap in aim.missing),
        nothing=_nothing(claims, here),
    )


def _told(claims: tuple[Claim, ...], here: Here) -> str:
    """How many there are, and how many of them somebody made up."""
    number = sum(claim.number for claim in claims)
    examples = sum(count_examples(claim, here.catalogue) for claim in claims)
    told = count(number, "bidrag", "bidrag")
    return f"{told}, heraf {count(examples, 'opdigtet', 'opdigtede')}" if examples else told


def _place(claim: Claim) -> int:
    return _ANSWERS.index(claim.kind) if claim.kind in _ANSWERS else len(_ANSWERS)


def _gap(gap: Gap, here: Here) -> ShownGap:
    key = Contact.kind.key
    there = gap.contact and key in here.catalogue.model
    found = here.catalogue.find(key, gap.contact or "") if there else None
    return ShownGap(gap, found if isinstance(found, Contact) else None)


def _nothing(claims: tuple[Claim, ...], here: Here) -> str:
    """Outside nothing is said of it: there may be something that these readers may not see."""
    if not here.catalogue.edition.is_internal:
        return ""
    claimed = {claim.kind for claim in claims}
    unclaimed = [kind for kind in _ANSWERS if kind in here.catalogue.model.kinds]
    missing = [kind.kind.several for kind in unclaimed if kind not in claimed]
    return join_words(missing, "eller")
