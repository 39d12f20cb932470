"""A catalogue that notes what it is asked, so that what was made of the answers can be kept.

A page reads data through its catalogue and in no other way. When every question it asked has the
answer it had, the page is what it was, and need not be made again ("verifying traces" in Mokhov,
Mitchell and Peyton Jones, "Build Systems à la Carte", 2018).
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from synlighed.abbreviations import Abbreviation
from synlighed.alphabet import Contents
from synlighed.calendar.schedule import Day
from synlighed.calendar.slots import Slot
from synlighed.catalogue import Catalogue
from synlighed.digest import digest
from synlighed.downloads import Download
from synlighed.gaps import Coverage, Duty
from synlighed.inverse import Links
from synlighed.model import Model
from synlighed.model.item import Item
from synlighed.model.site import Site
from synlighed.pictures import Picture
from synlighed.prose import Prose
from synlighed.roadmap import Half, Planned
from synlighed.similar.alike import Alike
from synlighed.status.board import Board
from synlighed.status.listed import Listing
from synlighed.status.state import State

Question = tuple[str | int, ...]
"""The name of a method of the catalogue, and what it was given."""


class Answers(dict[Question, bytes]):
    """The digest of a catalogue's answer to every question; each is worked out once."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue

    def __missing__(self, question: Question) -> bytes:
        name, *given = question
        if name in ("model", "site", "board", "by_hand", "prose", "synonyms"):
            answer: Any = repr(getattr(self.catalogue, name))
        elif name == "incoming":
            answer = self.catalogue.incoming(self.catalogue.get(*map(str, given)))
        else:
            answer = getattr(self.catalogue, str(name))(*given)
        found = self[question] = self._digest(answer)
        return found

    def to(self, question: Question) -> bytes:
        """The digest of the answer; empty when what is asked about is gone."""
        try:
            return self[question]
        except LookupError:
            return b""

    def _digest(self, answer: Any) -> bytes:
        if isinstance(answer, Item):
            return self.catalogue.digest(answer)
        if isinstance(answer, Slot):
            return digest(answer.key, self.catalogue.digest(answer.event))
        if isinstance(answer, Planned):
            return digest(_told_of(answer.plan), self.catalogue.digest(answer.item))
        if isinstance(answer, (State, Listing)):
            return answer.digest
        if isinstance(answer, Links):
            return digest(answer.label, answer.slug, self._digest(answer.items))
        if isinstance(answer, tuple):
            # Most are of items alone.
            of = (
                self.catalogue.digest
                if all(isinstance(one, Item) for one in (*answer[:1], *answer[-1:]))
                else self._digest
            )
            # All of one length, so that their row is read in one way only.
            return digest(b"".join(map(of, answer)))
        return digest(str(answer))


# Thousands of items are planned for the same few half years.
_told_of = lru_cache(maxsize=4096)(repr)


class Asking(Catalogue):
    """The catalogue, as one page sees it."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Makes a catalogue that nothing was asked of yet."""
        self._catalogue = catalogue
        self.edition = catalogue.edition
        self._asked: dict[Question, None] = {}

    @property
    def asked(self) -> tuple[Question, ...]:
        """Every question that was asked."""
        return tuple(self._asked)

    @property
    def model(self) -> Model:  # type: ignore[override]
        """The kinds; outside, one comes with the first of its items that readers may see."""
        self._asked["model",] = None
        return self._catalogue.model

    @property
    def site(self) -> Site:
        """The settings of the site."""
        self._asked["site",] = None
        return self._catalogue.site

    @property
    def board(self) -> Board:
        """How everything works."""
        self._asked["board",] = None
        return self._catalogue.board

    @property
    def by_hand(self) -> Mapping[str, str]:
        """The titles of the pages that are written by hand."""
        self._asked["by_hand",] = None
        return self._catalogue.by_hand

    @property
    def prose(self) -> Mapping[str, Prose]:
        """The pages that are written by hand."""
        self._asked["prose",] = None
        return self._catalogue.prose

    @property
    def synonyms(self) -> tuple[tuple[str, ...], ...]:
        """The words that mean the same to whoever searches."""
        self._asked["synonyms",] = None
        return self._catalogue.synonyms

    def status(self, kind: str, id: str) -> State | None:
        """How an item works."""
        self._asked["status", kind, id] = None
        return self._catalogue.status(kind, id)

    def listed(self, page: int) -> Listing:
        """What one page of the status lists."""
        self._asked["listed", page] = None
        return self._catalogue.listed(page)

    def slots(self, name: str, start: int, stop: int) -> tuple[Slot, ...]:
        """Of one list of the calendar, the slots from one place in it up to another."""
        self._asked["slots", name, start, stop] = None
        return self._catalogue.slots(name, start, stop)

    def count_slots(self, name: str) -> int:
        """How many slots one list of the calendar holds."""
        self._asked["count_slots", name] = None
        return self._catalogue.count_slots(name)

    def days(self, name: str, month: str) -> tuple[Day, ...]:
        """The days of a month on which a list of the calendar has something."""
        self._asked["days", name, month] = None
        return self._catalogue.days(name, month)

    def years(self) -> tuple[int, ...]:
        """The years in which the calendar has anything."""
        self._asked["years",] = None
        return self._catalogue.years()

    def day(self) -> date:
        """The day on which the board was made."""
        self._asked["day",] = None
        return self._catalogue.day()

    def gap(self, id: str, start: int, stop: int) -> tuple[Item, ...]:
        """Of the items that have a gap, those from one place to another."""
        self._asked["gap", id, start, stop] = None
        return self._catalogue.gap(id, start, stop)

    def count_gap(self, id: str) -> tuple[int, int]:
        """How many items have a gap, and among how many it was looked for."""
        self._asked["count_gap", id] = None
        return self._catalogue.count_gap(id)

    def coverage(self, kind: str) -> Coverage:
        """How well the items of a kind are kept."""
        self._asked["coverage", kind] = None
        return self._catalogue.coverage(kind)

    def reviews(self) -> tuple[tuple[str, int], ...]:
        """The days on which reviews are due, and how many on each."""
        self._asked["reviews",] = None
        return self._catalogue.reviews()

    def duties(self) -> tuple[Duty, ...]:
        """What each contact point answers for, and how much of it should be seen to."""
        self._asked["duties",] = None
        return self._catalogue.duties()

    def is_past(self, day: str) -> bool:
        """Whether a day was over; the day itself is not asked for, so only its end is news."""
        self._asked["is_past", day] = None
        return self._catalogue.is_past(day)

    def __len__(self) -> int:
        self._asked["__len__",] = None
        return len(self._catalogue)

    def digest(self, item: Item) -> bytes:
        """What tells an item from every other version of it."""
        self._asked["find", *item.identity] = None
        return self._catalogue.digest(item)

    def count(self, kind: str) -> int:
        """How many items of a kind there are."""
        self._asked["count", kind] = None
        return self._catalogue.count(kind)

    def window(self, kind: str, start: int, stop: int) -> tuple[Item, ...]:
        """The items of a kind from one place in the order up to another, as a slice."""
        self._asked["window", kind, start, stop] = None
        return self._catalogue.window(kind, start, stop)

    def items(self, kind: str) -> tuple[Item, ...]:
        """All items of a kind."""
        self._asked["items", kind] = None
        return self._catalogue.items(kind)

    def alphabet(self, page: int) -> tuple[Item, ...]:
        """The items of all kinds by their titles, those on one page of them."""
        self._asked["alphabet", page] = None
        return self._catalogue.alphabet(page)

    def alphabet_contents(self) -> Contents:
        """Where what is among the items of all kinds by their titles."""
        self._asked["alphabet_contents",] = None
        return self._catalogue.alphabet_contents()

    def get(self, kind: str, id: str) -> Item:
        """The item of that kind and id."""
        self._asked["find", kind, id] = None
        return self._catalogue.get(kind, id)

    def find(self, kind: str, id: str) -> Item | None:
        """The item of that kind and id, if there is one."""
        self._asked["find", kind, id] = None
        return self._catalogue.find(kind, id)

    def abbreviation(self, word: str) -> Abbreviation | None:
        """What a word stands for, if it is an abbreviation with a term of its own."""
        self._asked["abbreviation", word] = None
        return self._catalogue.abbreviation(word)

    def years_out(self, kind: str) -> tuple[int, ...]:
        """The years in which anything of a kind came out."""
        self._asked["years_out", kind] = None
        return self._catalogue.years_out(kind)

    def count_out(self, kind: str, year: int) -> int:
        """How many of a kind came out in a year."""
        self._asked["count_out", kind, year] = None
        return self._catalogue.count_out(kind, year)

    def out(self, kind: str, year: int, start: int, stop: int) -> tuple[Item, ...]:
        """Of what of a kind came out in a year, those from one place to another."""
        self._asked["out", kind, year, start, stop] = None
        return self._catalogue.out(kind, year, start, stop)

    def beside(self, kind: str, id: str) -> tuple[Item | None, Item | None]:
        """The items before and after one in the order of its kind."""
        self._asked["beside", kind, id] = None
        return self._catalogue.beside(kind, id)

    def picture(self, name: str) -> Picture:
        """A picture by its name."""
        self._asked["picture", name] = None
        return self._catalogue.picture(name)

    def download(self, name: str) -> Download:
        """A file to take home by its name."""
        self._asked["download", name] = None
        return self._catalogue.download(name)

    def incoming(self, item: Item) -> tuple[Links, ...]:
        """The items that name an item."""
        self._asked["incoming", *item.identity] = None
        return self._catalogue.incoming(item)

    def facet_counts(self, kind: str) -> tuple[tuple[str, str, int], ...]:
        """How many items of a kind have each value of each facet."""
        self._asked["facet_counts", kind] = None
        return self._catalogue.facet_counts(kind)

    def narrowed(
        self, kind: str, facet: str, value: str, start: int, stop: int
    ) -> tuple[Item, ...]:
        """Of the items of a kind with one value of a facet, those from one place to another."""
        self._asked["narrowed", kind, facet, value, start, stop] = None
        return self._catalogue.narrowed(kind, facet, value, start, stop)

    def count_narrowed(self, kind: str, facet: str, value: str) -> int:
        """How many items of a kind have one value of a facet."""
        self._asked["count_narrowed", kind, facet, value] = None
        return self._catalogue.count_narrowed(kind, facet, value)

    def count_examples(self, kind: str, facet: str, value: str) -> int:
        """How many of those are examples."""
        self._asked["count_examples", kind, facet, value] = None
        return self._catalogue.count_examples(kind, facet, value)

    def linked(self, kind: str, id: str, slug: str, start: int, stop: int) -> tuple[Item, ...]:
        """Of the items that name an item, those under one name and from one place to another."""
        self._asked["linked", kind, id, slug, start, stop] = None
        return self._catalogue.linked(kind, id, slug, start, stop)

    def count_linked(self, kind: str, id: str, slug: str) -> int:
        """How many items name an item, under one name."""
        self._asked["count_linked", kind, id, slug] = None
        return self._catalogue.count_linked(kind, id, slug)

    def owned(self, kind: str, id: str, start: int, stop: int) -> tuple[Item, ...]:
        """Of what a contact point answers for, by the day it falls due, those from one place on."""
        self._asked["owned", kind, id, start, stop] = None
        return self._catalogue.owned(kind, id, start, stop)

    def count_owned(self, kind: str, id: str) -> int:
        """How many items a contact point answers for."""
        self._asked["count_owned", kind, id] = None
        return self._catalogue.count_owned(kind, id)

    def count_precedents(self) -> int:
        """How many items there are to look through before one begins."""
        self._asked["count_precedents",] = None
        return self._catalogue.count_precedents()

    def precedents(self, start: int, stop: int) -> tuple[Item, ...]:
        """Of those, all kinds in one order, from one place to another."""
        self._asked["precedents", start, stop] = None
        return self._catalogue.precedents(start, stop)

    def similar(self, kind: str, id: str) -> tuple[Alike, ...]:
        """Those of them most like one, and none that it has a relation to."""
        self._asked["similar", kind, id] = None
        return self._catalogue.similar(kind, id)

    def planned(self, start: int, stop: int) -> tuple[Planned, ...]:
        """What is expected and what ends, in order of time, as a slice."""
        self._asked["planned", start, stop] = None
        return self._catalogue.planned(start, stop)

    def planned_halves(self) -> tuple[Half, ...]:
        """Each half year in which anything is planned, and how much."""
        self._asked["planned_halves",] = None
        return self._catalogue.planned_halves()
