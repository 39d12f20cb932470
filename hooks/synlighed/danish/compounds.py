"""Danish compounds, taken apart where both halves are words that are known.

`samtykkeerklæring` is found by `erklæring`, and `patientsikkerhed` by `patient`. The words are the
site's own, so no list of another's is needed, and nothing is taken apart into what nobody can be
looking for. The browser does the same to what a reader types.
"""

from collections.abc import Callable, Collection, Iterable, Iterator

from synlighed.danish.searching import SMALL_STEMS, stem

SHORTEST = 3
"""Letters of a half; shorter ones are found by chance."""

_LINKS = ("", "s", "e", "er", "n")
_ENDINGS = frozenset(
    [
        "bar",
        "dom",
        "else",
        "els",
        "ent",
        "hed",
        "ing",
        "ling",
        "ment",
        "ning",
        "ring",
        "sen",
        "skab",
        "som",
        "vis",
    ]
)
"""What words end in and are not made of, though it may be a word or a name by itself."""
_LONGEST_ENDING = 8


def compounds(words: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The words that are made of others among them, with what they are made of.

    Args:
        words: As `searching.words_of` gives them.
    """
    known = {word for word in words if _can_be_half(word)}
    parts = ((word, parts_of(word, known.__contains__)) for word in sorted(words))
    return {word: found for word, found in parts if found}


def parts_of(word: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """The words that a word is made of, the halves before what they are made of themselves.

    Args:
        word: As `searching.words_of` gives it.
        is_known: Whether there is a word of that stem.
    """
    if len(word) < 2 * SHORTEST or not word.isalpha():
        return ()
    # Where one half ends with an a that the other begins with: `dataansvarlig`.
    written = dict.fromkeys((word, word.replace("å", "aa")))
    found = (halves for one in written for halves in _halves(one, is_known))
    halves = max(found, key=_evenness, default=())
    # A half is shorter than the whole, so this ends.
    smaller = (part for half in halves for part in parts_of(half, is_known))
    return tuple(dict.fromkeys((*halves, *smaller)))


def _halves(word: str, is_known: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    for end in range(SHORTEST, len(word) - SHORTEST + 2):
        if tail := _known(word[end:], is_known):
            heads = (word[: end - len(link)] for link in _LINKS if word[:end].endswith(link))
            if head := next(filter(None, (_known(head, is_known) for head in heads)), ""):
                yield head, tail


def _known(part: str, is_known: Callable[[str], bool]) -> str:
    """The stem of a part, if it is that of a word.

    The stemmer takes the second of two consonants from the end of a long word: `sundhedsap`.
    """
    for written in (part, part + part[-1:]):
        # A stem is how its word begins: most that cannot have a known one need not be stemmed.
        if len(written) >= SHORTEST and any(
            is_known(written[:length])
            for length in range(len(written), max(len(written) - _LONGEST_ENDING, 1), -1)
        ):
            found = stem(written)
            if _can_be_half(found) and is_known(found):
                return found
    return ""


def _can_be_half(word: str) -> bool:
    return (
        len(word) >= SHORTEST
        and word.isalpha()
        and word not in SMALL_STEMS
        and word not in _ENDINGS
    )


def _evenness(halves: Iterable[str]) -> int:
    return min(map(len, halves))
