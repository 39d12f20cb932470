"""A catalogue that notes what it is asked, so that what was made of the answers can be kept.

A page reads data through its catalogue and in no other way. When every question it asked has the
answer it had, the page is what it was, and need not be made again ("verifying traces" in Mokhov,
Mitchell and Peyton Jones, "Build Systems à la Carte", 2018).
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

from synlighed.calendar.slots import Slot
from synlighed.catalogue import Catalogue
from synlighed.digest import digest
from synlighed.inverse import Links
from synlighed.model import Model
from synlighed.model.item import Item
from synlighed.roadmap import Planned
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
        if name == "incoming":
            answer: Any = self.catalogue.incoming(self.catalogue.get(*map(str, given)))
        else:
            asked = getattr(self.catalogue, str(name))
            answer = asked(*given) if callable(asked) else repr(asked)
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

    def __len__(self) -> int:
        self._asked["__len__",] = None
        return len(self._catalogue)

    def digest(self, item: Item) -> bytes:
        """What tells an item from every other version of it."""
        self._asked["find", *item.identity] = None
        return self._catalogue.digest(item)

    def get(self, kind: str, id: str) -> Item:
        """The item of that kind and id."""
        self._asked["find", kind, id] = None
        return self._catalogue.get(kind, id)

    def incoming(self, item: Item) -> tuple[Links, ...]:
        """The items that name an item."""
        self._asked["incoming", *item.identity] = None
        return self._catalogue.incoming(item)


def _noted(name: str) -> Callable[..., Any]:
    """A question as the catalogue has it, that is noted with what it is given."""

    @wraps(getattr(Catalogue, name))
    def ask(self: Asking, *given: str | int) -> Any:
        self._asked[name, *given] = None
        return getattr(self._catalogue, name)(*given)

    return ask


def _noted_property(name: str) -> property:
    """The same of one that is given nothing, and asked as an attribute."""

    def ask(self: Asking) -> Any:
        self._asked[name,] = None
        return getattr(self._catalogue, name)

    return property(ask, doc=vars(Catalogue)[name].__doc__)


# Whatever else can be asked of a catalogue: a question that was not noted would leave pages as they
# were.
for _name in vars(Catalogue).keys() - vars(Asking).keys():
    if not _name.startswith("_"):
        _note = _noted_property if isinstance(vars(Catalogue)[_name], property) else _noted
        setattr(Asking, _name, _note(_name))
