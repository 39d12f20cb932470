"""What names a word of a vocabulary, as a page shows it: some of each kind, and where all are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from synlighed.calendar.schedule import coming_list, of_value
from synlighed.danish.numbers import count
from synlighed.entrances import Claim
from synlighed.model.item import Item, Kind
from synlighed.pages.here import Here
from synlighed.pages.slots import ShownSlot, in_short
from synlighed.urls import facet_url

SHOWN = 5
"""A page shows so many of a kind; the rest are in the catalogue narrowed by the word."""


@dataclass(frozen=True)
class ShownClaim:
    """Some items of a kind that name a word, ready to be shown."""

    kind: Kind
    id: str
    items: tuple[Item, ...]
    coming: tuple[ShownSlot, ...]
    """The next of them instead, when they are in the calendar."""
    href: str
    """Where all are."""
    all: str
    """How many that is: `Alle 12 retningslinjer`; empty when all are shown."""


def shown_claims(claims: Iterable[Claim], here: Here) -> tuple[ShownClaim, ...]:
    """What names a word, kind by kind."""
    return tuple(_claims(claims, here))


def _claims(claims: Iterable[Claim], here: Here) -> Iterator[ShownClaim]:
    for claim in claims:
        kind, slug = claim.kind.kind, claim.facet.slug
        is_calendar = kind.listing == "calendar"
        name = coming_list(of_value(slug, claim.value))
        coming = tuple(in_short(name, SHOWN, here)) if is_calendar else ()
        items = (
            () if is_calendar else here.catalogue.narrowed(kind.key, slug, claim.value, 0, SHOWN)
        )
        rest = claim.number - len(items or coming)
        told = f"Alle {count(claim.number, kind.one, kind.several)}" if rest else ""
        yield ShownClaim(
            kind=kind,
            id=f"{kind.path}-{claim.value}",
            items=items,
            coming=coming,
            href=here.link(facet_url(kind, slug, claim.value)),
            all="Alle i kalenderen" if is_calendar and rest else told,
        )
