"""What was made before, and is what it was as long as its catalogue gives the same answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from synlighed.asking import Answers, Asking, Question
from synlighed.catalogue import Catalogue
from synlighed.changes import Changes, Traces, traces_of

T = TypeVar("T")


class Made(NamedTuple):
    """Something made of a catalogue, and what was asked to make it."""

    value: Any
    asked: tuple[Question, ...]
    parts: tuple[str, ...] = ()
    """The keys of what was made on the way, whose questions are among its own."""


@dataclass
class Memo:
    """What one compile made, and the answers it made it of; nothing else is remembered."""

    made: dict[str, Made] = field(default_factory=dict)
    answers: dict[Question, bytes] = field(default_factory=dict)
    traces: Traces = field(default_factory=dict)


class Recall:
    """A memo, seen from another catalogue: what of it is still true, and what is made now."""

    def __init__(self, before: Memo, catalogue: Catalogue) -> None:
        """Asks the catalogue again what may have another answer than in the memo."""
        self._before = before
        self._answers = Answers(catalogue)
        self._traces = traces_of(catalogue, before.traces)
        changes = Changes(before.traces, self._traces)
        self._changed: set[Question] = set()
        for question, answer in before.answers.items():
            if not changes.may_touch(question):
                self._answers[question] = answer
            elif self._answers.to(question) != answer:
                self._changed.add(question)
        self._made: dict[str, Made] = {}
        self._parts: list[list[str]] = []
        """For each thing that is being made, the innermost last, the parts of it until now."""
        self._questions = dict(zip(before.answers, before.answers, strict=True))

    def memo(self) -> Memo:
        """What this compile made; what nobody asked for in it is forgotten."""
        asked = set[Question]().union(*(made.asked for made in self._made.values()))
        answers = {question: self._answers[question] for question in asked}
        # What is made later, as the content of a file, is made of this, and no part of it.
        self._before = Memo(dict(self._made), answers, self._traces)
        return self._before

    def known(self, key: str) -> Any | None:
        """What was made under a key, if it is what would be made now."""
        if key in self._made:
            return self._made[key].value
        made = self._before.made.get(key)
        if made is None or not self._changed.isdisjoint(made.asked):
            return None
        self._made[key] = made
        for part in made.parts:
            self._made[part] = self._before.made[part]
        return made.value

    def asking(self) -> Catalogue:
        """The catalogue for one who makes something new of it."""
        return Asking(self._answers.catalogue)

    def keep(self, key: str, value: Any, asking: Catalogue, parts: Sequence[str] = ()) -> None:
        """Remembers what was made of the answers to one who asked, and of some parts."""
        assert isinstance(asking, Asking)
        # One object for what many ask, as most is: it takes less room, and is sooner compared.
        own = (self._questions.setdefault(question, question) for question in asking.asked)
        made = [self._made[part] for part in parts]
        asked = dict.fromkeys(chain(own, *(part.asked for part in made)))
        inner = dict.fromkeys(chain(parts, *(part.parts for part in made)))
        self._made[key] = Made(value, tuple(asked), tuple(inner))

    def make(self, key: str, make: Callable[[Catalogue], T]) -> T:
        """What is known under a key, or else made now; it may be made of others made so."""
        value: T | None = self.known(key)
        if value is None:
            asking = self.asking()
            self._parts.append([])
            try:
                value = make(asking)
            finally:
                parts = self._parts.pop()
            self.keep(key, value, asking, parts)
        if self._parts:
            self._parts[-1].append(key)
        return value

    def share(self, key: str, make: Callable[[Catalogue], T]) -> T:
        """The same of what many are made of, each of which asks for it."""
        return self.make(key, make)


class Once(Recall):
    """For a compile that nothing comes after: what it asks is not noted, which takes much room."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Takes the catalogue as it is."""
        self._catalogue = catalogue
        self._shared: dict[str, Any] = {}

    def memo(self) -> Memo:
        """Nothing."""
        return Memo()

    def known(self, key: str) -> Any | None:
        """Nothing."""
        return None

    def asking(self) -> Catalogue:
        """The catalogue itself."""
        return self._catalogue

    def keep(self, key: str, value: Any, asking: Catalogue, parts: Sequence[str] = ()) -> None:
        """Lets go of it."""

    def make(self, key: str, make: Callable[[Catalogue], T]) -> T:
        """What is made now."""
        return make(self._catalogue)

    def share(self, key: str, make: Callable[[Catalogue], T]) -> T:
        """What was made the first time somebody asked."""
        if key not in self._shared:
            self._shared[key] = make(self._catalogue)
        shared: T = self._shared[key]
        return shared
