"""The checked whole: look-up by id, relations both ways, Danish order. Immutable."""

from collections.abc import Collection, Iterable, Mapping
from copy import copy
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import chain
from operator import attrgetter
from types import MappingProxyType

from synlighed.abbreviations import Abbreviation, abbreviations_of
from synlighed.alphabet import Alphabet, Contents
from synlighed.calendar.schedule import Day, Schedule
from synlighed.calendar.slots import Slot
from synlighed.danish.times import ZONE
from synlighed.digest import digest
from synlighed.downloads import Download
from synlighed.gaps import Coverage, Duty, Gaps
from synlighed.inverse import Key, Links, turned_round
from synlighed.kept import by_day, rows_of
from synlighed.lists import Lists
from synlighed.model import Model
from synlighed.model.events import Event
from synlighed.model.item import Item
from synlighed.model.relation import named_by
from synlighed.model.site import Site
from synlighed.model.terms import Term
from synlighed.owned import owned_among
from synlighed.pictures import Picture
from synlighed.prose import Prose
from synlighed.roadmap import Half, Planned, Roadmap
from synlighed.similar.alike import Alike, Similar
from synlighed.status.board import Board
from synlighed.status.listed import Listing, listings_of
from synlighed.status.state import State
from synlighed.synonyms import telling_nothing, text_of
from synlighed.visibility import Edition

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a board was made that nobody made."""


class Catalogue:
    """Every item of the site, checked, each kind in its order."""

    def __init__(
        self,
        model: Model,
        site: Site,
        items: Iterable[Item],
        digests: Mapping[Key, bytes] = MappingProxyType({}),
        edition: Edition = Edition.INTERNAL,
        board: Board | None = None,
        shared: frozenset[str] = frozenset(),
        pictures: Mapping[str, Picture] = MappingProxyType({}),
        downloads: Mapping[str, Download] = MappingProxyType({}),
        synonyms: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        """Orders and links the items, which must have passed the rules.

        Args:
            model: The kinds.
            site: The settings of the site.
            items: All there is.
            digests: What tells an item from every other version of it, where that is known
                already; must not be given for an item that was changed after it was read.
            edition: Whom it is for.
            board: How its items work.
            shared: What the platform calls those of its items that it measures as one with an item
                which these readers may not know of.
            pictures: The pictures that items show, by their names.
            downloads: The files that items lead to, by their names.
            synonyms: The words that mean the same to whoever searches, group by group.
        """
        self.pictures, self.downloads = pictures, downloads
        self._synonyms = synonyms
        self.shared = shared
        self._board = board or Board(NEVER)
        self._listings: tuple[Listing, ...] | None = None
        self._schedule: Schedule | None = None
        self._by_hand: Mapping[str, str] = {}
        self._prose: Mapping[str, Prose] = {}
        self.model = model
        self.edition = edition
        self._site = site
        ordered: dict[str, list[Item]] = {kind.kind.key: [] for kind in model}
        for item in items:
            ordered[item.kind.key].append(item)
        for all_ in ordered.values():
            all_.sort(key=attrgetter("order"))
        self._by_kind = MappingProxyType({key: tuple(all_) for key, all_ in ordered.items()})
        self._by_id: Mapping[Key, Item] = MappingProxyType(
            {item.identity: item for all_ in ordered.values() for item in all_}
        )
        # By object, since the items live as long as this does, and their keys take time to make.
        self._digests = {
            id(item): digests[key] for key, item in self._by_id.items() if key in digests
        }
        self._incoming = turned_round(self._by_kind, model)
        self.abbreviations = abbreviations_of(self._by_kind.get(Term.kind.key, ()))
        self._lists = {kind.kind.key: Lists(kind, self._by_kind[kind.kind.key]) for kind in model}
        self._owned: dict[Key, tuple[Item, ...]] = {}
        self._likeness: Similar | None = None
        self._gaps: Gaps | None = None

    def __len__(self) -> int:
        return len(self._by_id)

    @property
    def board(self) -> Board:
        """How everything works."""
        return self._board

    @property
    def by_hand(self) -> Mapping[str, str]:
        """The titles of the pages that are written by hand, by their addresses and in order."""
        return self._by_hand

    @property
    def prose(self) -> Mapping[str, Prose]:
        """The pages that are written by hand, by their addresses and in order."""
        return self._prose

    @property
    def synonyms(self) -> tuple[tuple[str, ...], ...]:
        """The words that mean the same to whoever searches, group by group."""
        return self._synonyms

    def status(self, kind: str, id: str) -> State | None:
        """How an item works; nothing when that is no question to ask of it."""
        return self._board.shown.get(f"{kind}/{id}")

    def listed(self, page: int) -> Listing:
        """What one page of the status lists."""
        if self._listings is None:
            self._listings = listings_of(self._board)
        return self._listings[page - 1]

    def slots(self, name: str, start: int, stop: int) -> tuple[Slot, ...]:
        """Of one list of the calendar, the slots from one place in it up to another, as a slice.

        Args:
            name: What the list is called, by `calendar.schedule`.
            start: The first place.
            stop: The place after the last.
        """
        return self._scheduled.lists.get(name, ())[start:stop]

    def count_slots(self, name: str) -> int:
        """How many slots one list of the calendar holds."""
        return len(self._scheduled.lists.get(name, ()))

    def days(self, name: str, month: str) -> tuple[Day, ...]:
        """The days of a month, as 2026-11, on which a list of the calendar has something."""
        return self._scheduled.days(name, date.fromisoformat(f"{month}-01"))

    def years(self) -> tuple[int, ...]:
        """The years in which the calendar has anything."""
        return self._scheduled.years

    @property
    def _scheduled(self) -> Schedule:
        if self._schedule is None:
            events = self._by_kind.get(Event.kind.key, ())
            is_event = (event for event in events if isinstance(event, Event))
            self._schedule = Schedule(is_event, self._board.now)
        return self._schedule

    def day(self) -> date:
        """The day on which the board was made."""
        return self._board.now.astimezone(ZONE).date()

    def gap(self, id: str, start: int, stop: int) -> tuple[Item, ...]:
        """Of the items that have a gap, those from one place to another, as a slice."""
        return self._missing.lacking(id)[start:stop]

    def count_gap(self, id: str) -> tuple[int, int]:
        """How many items have a gap, and among how many it was looked for."""
        return self._missing.count(id)

    def coverage(self, kind: str) -> Coverage:
        """How well the items of a kind are kept."""
        return self._missing.coverage(kind)

    def reviews(self) -> tuple[tuple[str, int], ...]:
        """The days on which reviews are due, and how many on each."""
        return self._missing.reviews

    def duties(self) -> tuple[Duty, ...]:
        """What each contact point answers for, and how much of it should be seen to."""
        return self._missing.duties

    @property
    def _missing(self) -> Gaps:
        if self._gaps is None:
            self._gaps = Gaps(rows_of(self._by_kind), self.day())
        return self._gaps

    def is_past(self, day: str) -> bool:
        """Whether a day, written as 2026-11-23, was over when the board was made."""
        return day < self.day().isoformat()

    @property
    def site(self) -> Site:
        """The settings of the site."""
        return self._site

    def digest(self, item: Item) -> bytes:
        """What tells an item of this catalogue from every other version of it."""
        found = self._digests.get(id(item))
        if found is None:
            found = self._digests[id(item)] = digest(repr(item))
        return found

    def count(self, kind: str) -> int:
        """How many items of a kind there are."""
        return len(self._by_kind[kind])

    def window(self, kind: str, start: int, stop: int) -> tuple[Item, ...]:
        """The items of a kind from one place in the order up to another, as a slice."""
        return self._by_kind[kind][start:stop]

    def items(self, kind: str) -> tuple[Item, ...]:
        """All items of a kind."""
        return self._by_kind[kind]

    def alphabet(self, page: int) -> tuple[Item, ...]:
        """The items of all kinds by their titles, those on one page of them."""
        return self._alphabet.page(page)

    def alphabet_contents(self) -> Contents:
        """Where what is among the items of all kinds by their titles."""
        return self._alphabet.contents

    @cached_property
    def _alphabet(self) -> Alphabet:
        return Alphabet(self._by_id.values())

    def get(self, kind: str, id: str) -> Item:
        """The item of that kind and id.

        Raises:
            KeyError: there is none.
        """
        return self._by_id[kind, id]

    def find(self, kind: str, id: str) -> Item | None:
        """The item of that kind and id, if there is one."""
        return self._by_id.get((kind, id))

    def years_out(self, kind: str) -> tuple[int, ...]:
        """The years in which anything of a kind came out, the last first."""
        return tuple(self._lists[kind].by_year)

    def count_out(self, kind: str, year: int) -> int:
        """How many of a kind came out in a year."""
        return len(self._lists[kind].by_year.get(year, ()))

    def out(self, kind: str, year: int, start: int, stop: int) -> tuple[Item, ...]:
        """Of what of a kind came out in a year, those from one place to another, as a slice."""
        return self._lists[kind].by_year.get(year, ())[start:stop]

    def beside(self, kind: str, id: str) -> tuple[Item | None, Item | None]:
        """The items before and after one in the order of its kind, where there are any."""
        return self._lists[kind].beside[id]

    def picture(self, name: str) -> Picture:
        """A picture by its name.

        Raises:
            KeyError: there is none.
        """
        return self.pictures[name]

    def download(self, name: str) -> Download:
        """A file to take home by its name.

        Raises:
            KeyError: there is none.
        """
        return self.downloads[name]

    def abbreviation(self, word: str) -> Abbreviation | None:
        """What a word stands for, if it is an abbreviation with a term of its own."""
        return self.abbreviations.get(word)

    def incoming(self, item: Item) -> tuple[Links, ...]:
        """The items that name an item, by the name the relation has from this side."""
        return self._incoming.get(item.identity, ())

    def facet_counts(self, kind: str) -> tuple[tuple[str, str, int], ...]:
        """How many items of a kind have each value of each facet, by the names in addresses."""
        return tuple(
            (facet, value, len(items))
            for (facet, value), items in self._lists[kind].by_facet.items()
        )

    def narrowed(
        self, kind: str, facet: str, value: str, start: int, stop: int
    ) -> tuple[Item, ...]:
        """Of the items of a kind with one value of a facet, those from one place to another."""
        return self._lists[kind].by_facet.get((facet, value), ())[start:stop]

    def count_narrowed(self, kind: str, facet: str, value: str) -> int:
        """How many items of a kind have one value of a facet."""
        return len(self._lists[kind].by_facet.get((facet, value), ()))

    def count_examples(self, kind: str, facet: str, value: str) -> int:
        """How many of those are examples."""
        return self._lists[kind].count_examples(facet, value)

    def linked(self, kind: str, id: str, slug: str, start: int, stop: int) -> tuple[Item, ...]:
        """Of the items that name an item, those under one name and from one place to another."""
        found = (links.items for links in self.incoming(self.get(kind, id)) if links.slug == slug)
        return next(found, ())[start:stop]

    def count_linked(self, kind: str, id: str, slug: str) -> int:
        """How many items name an item, under one name."""
        return len(self.linked(kind, id, slug, 0, len(self)))

    def owned(self, kind: str, id: str, start: int, stop: int) -> tuple[Item, ...]:
        """Of what a contact point answers for, by the day it falls due, those from one place on."""
        return self._owned_by((kind, id))[start:stop]

    def count_owned(self, kind: str, id: str) -> int:
        """How many items a contact point answers for."""
        return len(owned_among(self._incoming.get((kind, id), ())))

    def _owned_by(self, key: Key) -> tuple[Item, ...]:
        found = self._owned.get(key)
        if found is None:
            owned = owned_among(self._incoming.get(key, ()))
            found = self._owned[key] = by_day(owned)
        return found

    def count_precedents(self) -> int:
        """How many items there are to look through before one begins."""
        return len(self._precedents)

    def precedents(self, start: int, stop: int) -> tuple[Item, ...]:
        """Of those, all kinds in one order, from one place to another, as a slice."""
        return self._precedents[start:stop]

    def similar(self, kind: str, id: str) -> tuple[Alike, ...]:
        """Those of them most like one, the likest first, and none that it has a relation to."""
        item = self.get(kind, id)
        if self._likeness is None:
            self._likeness = Similar(self._precedents)
        named = (other.identity for links in self.incoming(item) for other in links.items)
        return self._likeness.to(item, named_by(item).union(named))

    def planned(self, start: int, stop: int) -> tuple[Planned, ...]:
        """What is expected and what ends, in order of time, as a slice."""
        return self._roadmap.entries[start:stop]

    def planned_halves(self) -> tuple[Half, ...]:
        """Each half year in which anything is planned, and how much; last what has no date."""
        return self._roadmap.halves

    @cached_property
    def _roadmap(self) -> Roadmap:
        kinds = (kind.kind.key for kind in self.model if kind.kind.is_planned)
        return Roadmap(item for key in kinds for item in self._by_kind[key])

    @cached_property
    def _precedents(self) -> tuple[Item, ...]:
        kinds = (kind.kind.key for kind in self.model if kind.kind.precedent)
        items = (item for key in kinds for item in self._by_kind[key])
        return tuple(sorted(items, key=attrgetter("order")))


def with_board(catalogue: Catalogue, board: Board) -> Catalogue:
    """The same items, with how they work."""
    watched = copy(catalogue)
    watched._board, watched._listings, watched._schedule = board, None, None
    watched._gaps = None
    return watched


def with_pages(
    catalogue: Catalogue, by_hand: Mapping[str, Prose], hidden: Collection[str] = ()
) -> Catalogue:
    """The same items, beside pages written by hand, and without synonyms that tell of other pages.

    Args:
        catalogue: The items.
        by_hand: The pages by their addresses.
        hidden: The texts of those that readers may not know of.
    """
    beside = copy(catalogue)
    beside._prose = by_hand
    beside._by_hand = {address: page.title for address, page in by_hand.items()}
    if hidden:
        pages = (f"{page.title}\n{page.text}" for page in by_hand.values())
        items = (item for all_ in catalogue._by_kind.values() for item in all_)
        shown = chain(pages, map(text_of, items))
        beside._synonyms = telling_nothing(catalogue.synonyms, hidden, shown)
    return beside
