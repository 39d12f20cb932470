"""What time has overtaken: warnings for those who own the items."""

from collections.abc import Iterator
from datetime import date

from synlighed.danish.dates import format_date
from synlighed.load import Loaded
from synlighed.model.ambassadors import Ambassador
from synlighed.model.app_parts import Approval
from synlighed.model.apps import App
from synlighed.model.organisations import Organisation
from synlighed.model.services import Service
from synlighed.problems import Problem

ENDED = ("under udfasning", "ikke i drift")


def check_upkeep(loaded: Loaded, today: date) -> Iterator[Problem]:
    """Expired approvals, services that end while they are used, units with nobody to ask."""
    yield from _expired_approvals(loaded, today)
    yield from _ending_services(loaded)
    yield from _units_without_ambassador(loaded)


def _expired_approvals(loaded: Loaded, today: date) -> Iterator[Problem]:
    for entry in loaded.items:
        if isinstance(entry.item, App) and isinstance(entry.item.approval, Approval):
            until = entry.item.approval.valid_until
            if until and until < today and entry.item.approval.status == "godkendt":
                args = {"value": format_date(until)}
                yield entry.problem("A503", ("approval", "valid_until"), args=args)


def _ending_services(loaded: Loaded) -> Iterator[Problem]:
    ending = {
        entry.item.id: entry.item.lifecycle
        for entry in loaded.items
        if isinstance(entry.item, Service) and entry.item.lifecycle in ENDED
    }
    for entry in loaded.items:
        if isinstance(entry.item, App) and entry.item.lifecycle not in ENDED:
            for number, used in enumerate(entry.item.uses_services):
                if used.service in ending:
                    args = {"value": used.service, "state": ending[used.service]}
                    yield entry.problem("A504", ("uses_services", number, "service"), args=args)


def _units_without_ambassador(loaded: Loaded) -> Iterator[Problem]:
    ambassadors = [e.item for e in loaded.all_items if isinstance(e.item, Ambassador)]
    key = Ambassador.kind.key
    if key in loaded.unread or len(ambassadors) < len(loaded.ids.get(key, ())):
        # One that cannot be read may be the unit's own.
        return
    covered = {ambassador.unit for ambassador in ambassadors}
    for entry in loaded.items:
        unit = entry.item
        if not isinstance(unit, Organisation) or unit.type != "sygehusenhed" or unit.valid_to:
            continue
        if unit.id not in covered:
            yield entry.problem("A505", ("title",), args={"value": unit.id})
