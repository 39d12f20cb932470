"""What stands under which letter of a list from A to Å."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from synlighed.danish.ordering import initial
from synlighed.danish.slugs import slugify

T = TypeVar("T")


@dataclass(frozen=True)
class Letter(Generic[T]):
    """The entries under one letter."""

    id: str
    title: str
    entries: tuple[T, ...]


def under_letters(entries: Iterable[T], title_of: Callable[[T], str]) -> tuple[Letter[T], ...]:
    """Entries under the letters that their titles begin with, in the order they come in."""
    # Digits come before a, other alphabets after å, and both stand under #: once.
    by_letter: dict[str, list[T]] = {}
    for entry in entries:
        by_letter.setdefault(initial(title_of(entry)), []).append(entry)
    return tuple(
        Letter(letter_id(letter), letter, tuple(under)) for letter, under in by_letter.items()
    )


def letter_id(letter: str) -> str:
    """The id of the heading of a letter."""
    return f"bogstav-{slugify(letter) or 'andre'}"
