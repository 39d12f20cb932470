"""What is missing, or overdue, in a catalogue: each gap with the items it is found in.

A number says nothing by itself, so every gap also says among which items it was looked for.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain

from synlighed.danish.dates import add_months
from synlighed.kept import Row, Rows
from synlighed.model.ambassadors import Ambassador
from synlighed.model.app_parts import Approval
from synlighed.model.apps import App
from synlighed.model.declare import fields_of
from synlighed.model.due import NOTICE_MONTHS
from synlighed.model.fields import UNKNOWN
from synlighed.model.guidelines import Guideline
from synlighed.model.item import Item
from synlighed.model.organisations import Organisation
from synlighed.model.policies import Policy
from synlighed.model.projects import Project
from synlighed.model.services import Service
from synlighed.model.vocabulary import ENDED

Judged = Iterator[tuple[Item, bool]]
"""Each item that a gap is looked for in, and whether it is there."""


@dataclass(frozen=True)
class Gap:
    """One thing that some items lack."""

    id: str
    """Its name in addresses."""
    title: str
    among: str
    """The items that it is looked for in: »af 15 …«."""
    mend: str
    """What their owner can do about it."""
    judge: Callable[[Rows, date], Judged]
    tells_day: bool = False
    """Whether it is about the day that an item is due for review."""
    is_asked: bool = True
    """Whether owners are asked, again and again, to mend it."""


@dataclass(frozen=True)
class Coverage:
    """How well the items of one kind are kept."""

    total: int
    examples: int
    """How many are made up."""
    reviewable: int
    """How many are to be reviewed now and then."""
    overdue: int
    """How many of these should have been; those of which nobody knows when are among them."""
    incomplete: int
    """How many have a fact that nobody has found out."""


@dataclass(frozen=True)
class Duty:
    """What one contact point answers for, in whatever capacity."""

    contact: str
    total: int
    overdue: int
    """How many of the items should have been seen to, or nobody knows when."""
    soon: int
    """How many of the others must be within a month."""


_LONGEST_MONTH = timedelta(days=31)


class Gaps:
    """The gaps of one catalogue on one day; each is looked for when it is first asked for."""

    def __init__(self, rows: Rows, today: date) -> None:
        """Knows the items, each kind in its order."""
        self._rows = rows
        self._today = today
        self._found: dict[str, tuple[int, tuple[Item, ...]]] = {}

    def count(self, id: str) -> tuple[int, int]:
        """How many items have a gap, and among how many it was looked for."""
        among, lacking = self._judged(id)
        return len(lacking), among

    def lacking(self, id: str) -> tuple[Item, ...]:
        """The items that have a gap."""
        return self._judged(id)[1]

    def _judged(self, id: str) -> tuple[int, tuple[Item, ...]]:
        found = self._found.get(id)
        if found is None:
            judged = list(BY_ID[id].judge(self._rows, self._today))
            lacking = tuple(item for item, is_lacking in judged if is_lacking)
            found = self._found[id] = len(judged), lacking
        return found

    def coverage(self, kind: str) -> Coverage:
        """How well the items of a kind are kept."""
        kept = [row.kept for row in self._rows[kind]]
        today = self._today.isoformat()
        return Coverage(
            total=len(kept),
            examples=sum(one.is_example for one in kept),
            reviewable=sum(one.review is not None for one in kept),
            overdue=sum(one.review is not None and one.review < today for one in kept),
            incomplete=sum(one.is_incomplete for one in kept),
        )

    @cached_property
    def reviews(self) -> tuple[tuple[str, int], ...]:
        """The days on which reviews are due, as 2026-11-23, and how many; in order of time.

        Those of which nobody knows come first, under the empty day.
        """
        days = (row.kept.review for row in _all(self._rows))
        return tuple(sorted(Counter(day for day in days if day is not None).items()))

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """What each contact point answers for: those with most overdue first."""
        today = self._today.isoformat()
        total, overdue, soon = Counter[str](), Counter[str](), Counter[str]()
        for _, kept in _all(self._rows):
            total.update(kept.owners)
            if kept.first_due is not None:
                if kept.first_due < today:
                    overdue.update(kept.owners)
                elif is_soon(kept.first_due, self._today):
                    soon.update(kept.owners)
        found = (Duty(id, total[id], overdue[id], soon[id]) for id in total)
        return tuple(
            sorted(found, key=lambda one: (-one.overdue, -one.soon, -one.total, one.contact))
        )


def _all(rows: Rows) -> Iterator[Row]:
    return chain.from_iterable(rows.values())


def _of(rows: Rows, kind: type[Item]) -> Iterator[Item]:
    return (row.item for row in rows.get(kind.kind.key, ()))


def _reviews(rows: Rows, today: date) -> Judged:
    day = today.isoformat()
    for item, kept in _all(rows):
        if kept.review is not None:
            yield item, kept.review < day


def _soon(rows: Rows, today: date) -> Judged:
    for item, kept in _all(rows):
        if kept.review is not None:
            yield item, is_soon(kept.review, today)


def is_soon(day: str, today: date) -> bool:
    """Whether a day, as 2026-11-23, is a month ahead or less, as whoever must act is told."""
    # Most are far off, which is told by the text.
    if not today.isoformat() <= day <= (today + _LONGEST_MONTH).isoformat():
        return False
    return add_months(date.fromisoformat(day), -NOTICE_MONTHS) <= today


def _examples(rows: Rows, today: date) -> Judged:
    for item, kept in _all(rows):
        yield item, kept.is_example


def _approvals(rows: Rows, today: date) -> Judged:
    for app in _of(rows, App):
        if isinstance(app, App) and isinstance(app.approval, Approval) and not app.is_over:
            until = app.approval.valid_until
            if app.approval.status == "godkendt":
                yield app, bool(until and until < today)


_STATEMENT = next(field for field in fields_of(App) if field.key == "accessibility_statement")


def _statements(rows: Rows, today: date) -> Judged:
    needed = _STATEMENT.declared.needed
    for app in _of(rows, App):
        if needed and needed.holds(app):
            yield app, getattr(app, _STATEMENT.key) in (None, UNKNOWN)


def _units(rows: Rows, today: date) -> Judged:
    covered = {
        (str(one.unit), bool(one.example))
        for one in _of(rows, Ambassador)
        if isinstance(one, Ambassador) and not one.is_over
        if one.valid_to is None or one.valid_to >= today
    }
    for unit in _of(rows, Organisation):
        if isinstance(unit, Organisation) and needs_ambassador(unit, today):
            yield unit, not _is_met(unit, covered)


def _is_met(item: Item, met: set[tuple[str, bool]]) -> bool:
    """Whether anything does what an item calls for; what is made up does so for its like only.

    Args:
        item: What calls for something.
        met: The ids of those that something was found for, and whether that is made up.
    """
    return (item.id, False) in met or bool(item.example and (item.id, True) in met)


def needs_ambassador(unit: Organisation, today: date) -> bool:
    """Whether the people of a unit should have one of their own to ask on a day."""
    is_there = unit.valid_to is None or unit.valid_to.last_day() >= today
    return unit.type == "sygehusenhed" and is_there and not unit.is_over


def _policies(rows: Rows, today: date) -> Judged:
    practised = {
        (str(policy), bool(guideline.example))
        for guideline in _of(rows, Guideline)
        if isinstance(guideline, Guideline) and guideline.status == "gældende"
        for policy in guideline.implements
    }
    for policy in _of(rows, Policy):
        if not policy.is_over:
            yield policy, not _is_met(policy, practised)


def _ended_services(rows: Rows, today: date) -> Judged:
    used = {
        str(used.service)
        for app in _of(rows, App)
        if isinstance(app, App) and app.lifecycle not in ENDED
        for used in app.uses_services
    }
    used |= {
        str(id)
        for project in _of(rows, Project)
        if isinstance(project, Project) and project.stage not in _OVER
        for id in project.needs_services
    }
    for service in _of(rows, Service):
        if isinstance(service, Service) and has_ended(service, today):
            yield service, service.id in used


_OVER = ("afsluttet", "stoppet")


def has_ended(service: Service, today: date) -> bool:
    """Whether the last day of a service has passed."""
    last = service.deprecation.date if service.deprecation else None
    return service.is_over or bool(last and last < today)


def _facts(rows: Rows, today: date) -> Judged:
    for item, kept in _all(rows):
        yield item, kept.is_incomplete


def _owners(rows: Rows, today: date) -> Judged:
    for item, kept in _all(rows):
        yield item, kept.is_ownerless


GAPS = (
    Gap(
        "gennemgang",
        "Ikke gennemgået til tiden",
        "punkter, der skal gennemgås jævnligt",
        "Læs punktet igennem, ret det, og skriv dagens dato i »Sidst gennemgået«.",
        _reviews,
        tells_day=True,
    ),
    Gap(
        "snart",
        "Skal gennemgås inden for en måned",
        "punkter, der skal gennemgås jævnligt",
        "Læs punktet igennem, ret det, og skriv dagens dato i »Sidst gennemgået«.",
        _soon,
        tells_day=True,
    ),
    Gap(
        "godkendelse",
        "Apps, hvis godkendelse er udløbet",
        "apps, der er godkendt",
        "Få appen godkendt igen, eller skriv, at den ikke er godkendt mere.",
        _approvals,
    ),
    Gap(
        "tilgaengelighedserklaering",
        "Apps uden erklæring om tilgængelighed",
        "egne apps i drift til borgere, som loven kræver en erklæring for",
        "Lav erklæringen, og skriv dens adresse på appen.",
        _statements,
    ),
    Gap(
        "ambassadoer",
        "Enheder uden ambassadør",
        "sygehusenheder; en opdigtet ambassadør tæller ikke",
        "Find en på enheden, der vil være den nærmeste at spørge.",
        _units,
    ),
    Gap(
        "retningslinje",
        "Politikker uden gældende retningslinje",
        "politikker, der ikke er ophævet; en opdigtet retningslinje tæller ikke",
        "Skriv en retningslinje, der gør politikken til praksis, og nævn den under »Udmønter«.",
        _policies,
    ),
    Gap(
        "lukket-service",
        "Lukkede services, der stadig bliver brugt",
        "services, hvis sidste dag er gået",
        "Aftal med dem, der bruger servicen, hvad de skal bruge i stedet.",
        _ended_services,
    ),
    Gap(
        "ikke-oplyst",
        "Punkter med noget, der ikke er oplyst",
        "punkter i alt",
        "Find svaret, og skriv det i stedet for »ukendt«.",
        _facts,
    ),
    Gap(
        "ansvarlig",
        "Punkter uden en ansvarlig",
        "punkter i alt",
        "Find den rolle, der svarer for, at oplysningerne er rigtige.",
        _owners,
    ),
    Gap(
        "eksempel",
        "Opdigtede punkter",
        "punkter i alt",
        "Skriv det rigtige i stedet, eller slet punktet, før læserne stoler på det.",
        _examples,
        is_asked=False,
    ),
)
"""What is looked for, the most pressing first."""

BY_ID: Mapping[str, Gap] = {gap.id: gap for gap in GAPS}
