"""What every owner should see to, as text for a mail and as JSON for the program that sends it.

The gaps are those of the overview, which shows the same numbers on the same day.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from synlighed.catalogue import Catalogue
from synlighed.danish.dates import format_date
from synlighed.danish.numbers import format_number
from synlighed.gaps import BY_ID, GAPS, Gap, Gaps
from synlighed.kept import rows_of
from synlighed.model.contacts import Contact
from synlighed.model.item import Item
from synlighed.urls import item_url

SCHEMA = "synlighed-report/1"

NOBODY = "Ingen ansvarlig er oplyst"


@dataclass(frozen=True)
class Found:
    """The items of one owner that have a gap."""

    gap: Gap
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Owner:
    """What one owner should see to."""

    contact: Contact | None
    """Who it is; nobody, of what has no owner."""
    found: tuple[Found, ...]

    @property
    def title(self) -> str:
        """What the owner is called."""
        return self.contact.title if self.contact else NOBODY


@dataclass(frozen=True)
class Report:
    """What is to be seen to on one day."""

    name: str
    """What the site is called."""
    site_url: str
    today: date
    totals: tuple[tuple[Gap, int, int], ...]
    """Each gap, how many items have it, and among how many it was looked for."""
    owners: tuple[Owner, ...]
    """Those with something to see to, in the order of their names."""


def report_of(catalogue: Catalogue, site_url: str, today: date) -> Report:
    """What all owners should see to.

    Args:
        catalogue: All there is.
        site_url: Where the site is published; ends with `/`.
        today: The day to look from.
    """
    items = {kind.kind.key: catalogue.items(kind.kind.key) for kind in catalogue.model}
    gaps = Gaps(rows_of(items), today)
    by_owner: dict[str, dict[str, list[Item]]] = {}
    for gap in GAPS:
        for item in gaps.lacking(gap.id) if gap.is_asked else ():
            owner = item.owner if isinstance(item.owner, str) else ""
            by_owner.setdefault(owner, {}).setdefault(gap.id, []).append(item)
    contacts = (_contact(id, catalogue) for id in by_owner)
    owners = {
        id: Owner(
            contact, tuple(Found(BY_ID[gap], tuple(items)) for gap, items in by_owner[id].items())
        )
        for id, contact in zip(by_owner, contacts, strict=True)
    }
    known = [contact.id for contact in catalogue.items(Contact.kind.key) if contact.id in owners]
    return Report(
        name=catalogue.site.name,
        site_url=site_url,
        today=today,
        totals=tuple((gap, *gaps.count(gap.id)) for gap in GAPS),
        owners=tuple(owners[id] for id in (*known, *sorted(owners.keys() - set(known)))),
    )


def _contact(id: str, catalogue: Catalogue) -> Contact | None:
    found = catalogue.find(Contact.kind.key, id) if id else None
    return found if isinstance(found, Contact) else None


def as_text(report: Report) -> str:
    """The report as plain text, to be mailed as it is."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"{report.name}: det, der skal ses efter, {format_date(report.today)}"
    yield ""
    for gap, number, among in report.totals:
        yield f"{gap.title}: {format_number(number)} af {format_number(among)} {gap.among}"
    for owner in report.owners:
        mailbox = owner.contact.mailbox if owner.contact else None
        yield from ("", f"{owner.title} <{mailbox}>" if mailbox else owner.title)
        for found in owner.found:
            yield from ("", f"  {found.gap.title} ({format_number(len(found.items))})")
            yield f"  {found.gap.mend}"
            for item in found.items:
                yield f"  - {item.title} ({item.kind.one}){_due(found.gap, item)}"
                yield f"    {report.site_url}{item_url(item)}"


def _due(gap: Gap, item: Item) -> str:
    """When it should be reviewed, where that is what the gap is about."""
    if not gap.tells_day:
        return ""
    return f", senest {format_date(item.review_due)}" if item.review_due else ", dag ikke oplyst"


def as_json(report: Report) -> str:
    """The report as JSON, which says the same with addresses and ids for programs."""
    return json.dumps(_document(report), ensure_ascii=False, indent=2) + "\n"


def _document(report: Report) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "name": report.name,
        "site_url": report.site_url,
        "day": report.today.isoformat(),
        "gaps": [
            {
                "id": gap.id,
                "title": gap.title,
                "among": gap.among,
                "mend": gap.mend,
                "number": number,
                "of": among,
            }
            for gap, number, among in report.totals
        ],
        "owners": [
            {
                "id": owner.contact.id if owner.contact else None,
                "title": owner.title,
                "mailbox": owner.contact.mailbox if owner.contact else None,
                "gaps": [
                    {
                        "id": found.gap.id,
                        "items": [
                            {
                                "kind": item.kind.key,
                                "id": item.id,
                                "title": item.title,
                                "url": report.site_url + item_url(item),
                                "source": item.source,
                                "review_due": item.review_due.isoformat()
                                if item.review_due
                                else None,
                                "example": bool(item.example),
                            }
                            for item in found.items
                        ],
                    }
                    for found in owner.found
                ],
            }
            for owner in report.owners
        ],
    }
