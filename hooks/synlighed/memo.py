"""What was made before, and is what it was as long as its catalogue gives the same answers."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from synlighed.asking import Answers, Asking, Question
from synlighed.catalogue import Catalogue

T = TypeVar("T")


class Made(NamedTuple):
    """Something made of a catalogue, and what was asked to make it."""

    value: Any
    asked: tuple[tuple[Question, bytes], ...]


class Memo:
    """What one compile makes, remembered for the next."""

    def __init__(self, before: dict[str, Made] | None = None) -> None:
        """Begins with what an earlier compile made, by its keys."""
        self._before = before or {}
        self.made: dict[str, Made] = {}

    def of(self, catalogue: Catalogue) -> "Recall":
        """What of this is still true of a catalogue."""
        return Recall(self, Answers(catalogue))

    def before(self, key: str) -> Made | None:
        """What was made under a key in an earlier compile."""
        return self._before.get(key)


class Recall:
    """A memo, seen from one catalogue. What nothing asked for in this compile is forgotten."""

    def __init__(self, memo: Memo, answers: Answers) -> None:
        self._memo = memo
        self._answers = answers

    def known(self, key: str) -> Any | None:
        """What was made under a key, if it is what would be made now."""
        made = self._memo.before(key)
        if made is None or not self._answers.are_still(made.asked):
            return None
        self._memo.made[key] = made
        return made.value

    def asking(self) -> Asking:
        """The catalogue for one who makes something new of it."""
        return Asking(self._answers)

    def keep(self, key: str, value: Any, asking: Asking) -> None:
        """Remembers what was made of the answers to one who asked."""
        self._memo.made[key] = Made(value, asking.asked)

    def make(self, key: str, make: Callable[[Catalogue], T]) -> T:
        """What is known under a key, or else made now."""
        known: T | None = self.known(key)
        if known is not None:
            return known
        asking = self.asking()
        value = make(asking)
        self.keep(key, value, asking)
        return value
