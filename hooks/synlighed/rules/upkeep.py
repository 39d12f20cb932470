"""What time has overtaken: warnings for those who own the items."""

from collections.abc import Iterator

from synlighed.danish.dates import format_date
from synlighed.gaps import needs_ambassador
from synlighed.load import LoadedItem
from synlighed.model.app_parts import Approval
from synlighed.model.apps import App
from synlighed.model.organisations import Organisation
from synlighed.model.vocabulary import ENDED
from synlighed.problems import Problem
from synlighed.rules.around import Around


def check_upkeep(entry: LoadedItem, around: Around) -> Iterator[Problem]:
    """Expired approvals, services that end while they are used, units with nobody to ask."""
    if isinstance(entry.item, App):
        yield from _expired_approval(entry, entry.item, around)
        yield from _ending_services(entry, entry.item, around)
    if isinstance(entry.item, Organisation):
        yield from _unit_without_ambassador(entry, entry.item, around)


def _expired_approval(entry: LoadedItem, app: App, around: Around) -> Iterator[Problem]:
    if isinstance(app.approval, Approval) and app.approval.status == "godkendt":
        until = app.approval.valid_until
        if until and until < around.today:
            args = {"value": format_date(until)}
            yield entry.problem("A503", ("approval", "valid_until"), args=args)


def _ending_services(entry: LoadedItem, app: App, around: Around) -> Iterator[Problem]:
    if app.lifecycle not in ENDED:
        for number, used in enumerate(app.uses_services):
            if used.service in around.ending:
                args = {"value": used.service, "state": around.ending[used.service]}
                yield entry.problem("A504", ("uses_services", number, "service"), args=args)


def _unit_without_ambassador(
    entry: LoadedItem, unit: Organisation, around: Around
) -> Iterator[Problem]:
    if around.covered is None or not needs_ambassador(unit, around.today):
        return
    if unit.id not in around.covered:
        yield entry.problem("A505", ("title",), args={"value": unit.id})
