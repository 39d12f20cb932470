"""What is missing, or overdue, in a catalogue: each gap with the items it is found in.

A number says nothing by itself, so every gap also says among which items it was looked for.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from synlighed.danish.dates import add_months
from synlighed.model.ambassadors import Ambassador
from synlighed.model.app_parts import Approval
from synlighed.model.apps import App
from synlighed.model.declare import fields_of
from synlighed.model.fields import UNKNOWN
from synlighed.model.guidelines import Guideline
from synlighed.model.item import Item
from synlighed.model.organisations import Organisation
from synlighed.model.policies import Policy
from synlighed.model.services import Service
from synlighed.model.values import has_unknown
from synlighed.model.vocabulary import ENDED

Items = Mapping[str, tuple[Item, ...]]
"""All items, by the key of their kind."""

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
    judge: Callable[[Items, date], Judged]
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
    """How many of these should have been; nobody knows when they were counts as that."""
    incomplete: int
    """How many have a fact that nobody has found out."""


class Gaps:
    """The gaps of one catalogue on one day; each is looked for when it is first asked for."""

    def __init__(self, items: Items, today: date) -> None:
        """Knows the items, each kind in its order."""
        self._items = items
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
            judged = list(BY_ID[id].judge(self._items, self._today))
            lacking = tuple(item for item, is_lacking in judged if is_lacking)
            found = self._found[id] = len(judged), lacking
        return found

    def coverage(self, kind: str) -> Coverage:
        """How well the items of a kind are kept."""
        items = self._items[kind]
        due = [item for item in items if is_reviewed(item)]
        return Coverage(
            total=len(items),
            examples=sum(bool(item.example) for item in items),
            reviewable=len(due),
            overdue=sum(is_overdue(item, self._today) for item in due),
            incomplete=sum(map(has_unknown, items)),
        )

    @cached_property
    def reviews(self) -> tuple[tuple[str, int], ...]:
        """The days on which reviews are due, as 2026-11-23, and how many; in order of time.

        Those of which nobody knows come first, under the empty day.
        """
        numbers: dict[str, int] = {}
        for item in _all(self._items):
            if is_reviewed(item):
                day = item.review_due.isoformat() if item.review_due else ""
                numbers[day] = numbers.get(day, 0) + 1
        return tuple(sorted(numbers.items()))


def is_reviewed(item: Item) -> bool:
    """Whether an item is to be reviewed now and then: not what is over."""
    return bool(item.months_between_reviews) and not item.is_over


def is_overdue(item: Item, today: date) -> bool:
    """Whether it should have been reviewed before a day, or nobody knows when it was."""
    return item.review_due is None or item.review_due < today


def _all(items: Items) -> Iterator[Item]:
    for of_kind in items.values():
        yield from of_kind


def _of(items: Items, kind: type[Item]) -> tuple[Item, ...]:
    return items.get(kind.kind.key, ())


def _reviews(items: Items, today: date) -> Judged:
    for item in _all(items):
        if is_reviewed(item):
            yield item, is_overdue(item, today)


def _soon(items: Items, today: date) -> Judged:
    month = add_months(today, 1)
    for item in _all(items):
        if is_reviewed(item):
            due = item.review_due
            yield item, bool(due and today <= due <= month)


def _examples(items: Items, today: date) -> Judged:
    for item in _all(items):
        yield item, bool(item.example)


def _approvals(items: Items, today: date) -> Judged:
    for app in _of(items, App):
        if isinstance(app, App) and isinstance(app.approval, Approval) and not app.is_over:
            until = app.approval.valid_until
            if app.approval.status == "godkendt":
                yield app, bool(until and until < today)


_STATEMENT = next(field for field in fields_of(App) if field.key == "accessibility_statement")


def _statements(items: Items, today: date) -> Judged:
    needed = _STATEMENT.declared.needed
    for app in _of(items, App):
        if needed and needed.holds(app):
            yield app, getattr(app, _STATEMENT.key) in (None, UNKNOWN)


def _units(items: Items, today: date) -> Judged:
    covered = {str(getattr(one, "unit", "")) for one in _of(items, Ambassador)}
    for unit in _of(items, Organisation):
        if isinstance(unit, Organisation) and needs_ambassador(unit):
            yield unit, unit.id not in covered


def needs_ambassador(unit: Organisation) -> bool:
    """Whether the people of a unit should have one of their own to ask."""
    return unit.type == "sygehusenhed" and not unit.valid_to


def _policies(items: Items, today: date) -> Judged:
    practised = {
        str(policy)
        for guideline in _of(items, Guideline)
        if isinstance(guideline, Guideline) and not guideline.is_over
        for policy in guideline.implements
    }
    for policy in _of(items, Policy):
        if not policy.is_over:
            yield policy, policy.id not in practised


def _ended_services(items: Items, today: date) -> Judged:
    used = {
        str(used.service)
        for app in _of(items, App)
        if isinstance(app, App) and app.lifecycle not in ENDED
        for used in app.uses_services
    }
    for service in _of(items, Service):
        if isinstance(service, Service) and has_ended(service, today):
            yield service, service.id in used


def has_ended(service: Service, today: date) -> bool:
    """Whether the last day of a service has passed."""
    last = service.deprecation.date if service.deprecation else None
    return service.is_over or bool(last and last < today)


def _facts(items: Items, today: date) -> Judged:
    for item in _all(items):
        yield item, has_unknown(item)


def _owners(items: Items, today: date) -> Judged:
    for item in _all(items):
        yield item, item.owner is UNKNOWN


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
        "Apps uden tilgængelighedserklæring",
        "egne apps i drift til borgere, som loven kræver en erklæring for",
        "Lav erklæringen, og skriv dens adresse på appen.",
        _statements,
    ),
    Gap(
        "ambassadoer",
        "Enheder uden ambassadør",
        "sygehusenheder",
        "Find en på enheden, der vil være den nærmeste at spørge.",
        _units,
    ),
    Gap(
        "retningslinje",
        "Politikker uden retningslinje",
        "politikker, der ikke er ophævet",
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
