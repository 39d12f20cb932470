"""Small Danish words: lists, yes and no, and the word an editor probably meant.

A message that names the likely word spares the editor a search through the data.
"""

from bisect import insort
from collections.abc import Iterable, Sequence

from synlighed.danish.slugs import slugify

_ANSWERS = {"ja": True, "nej": False}
_SHORTEST_BEGINNING = 3
_LONGEST_ENDING = len("ernes")
_MOST_COMPARED = 1000


def join_words(words: Sequence[str], conjunction: str = "og") -> str:
    """Write a list as a sentence does: ``a, b og c``; an empty list gives ``""``."""
    *first, last = words or [""]
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def parse_yes_no(text: str) -> bool:
    """Read ``ja`` or ``nej``, in any case.

    Raises:
        ValueError: for every other text; ``yes``, ``true`` and ``1`` are not Danish.
    """
    answer = _ANSWERS.get(text.strip().lower())
    if answer is None:
        raise ValueError(text)
    return answer


def closest(word: str, choices: Iterable[str], limit: int = 1) -> list[str]:
    """Give the choices a mistyped word may have meant, the nearest first.

    Finds mistakes of a letter or two, other spellings of æ, ø and å, other endings, and a
    beginning of three letters or more. Case, spaces, hyphens and underscores do not matter.
    Empty when nothing is near.
    """
    folded = _fold(word)
    if not folded or limit < 1:
        return []
    # Most who join words have none that are mistyped.
    from difflib import SequenceMatcher

    # A third of a short word may be wrong, and a quarter of a long one.
    needed = min(0.75, max(0.66, (len(folded) - 2) / len(folded)))
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(folded)
    # Comparing is slow, so the likeliest come first, and the rest need not be compared.
    folds = ((choice, _fold(choice)) for choice in set(choices))
    likeliest = sorted(
        (-bound, choice, other)
        for choice, other in folds
        if (bound := _most_alike(folded, other)) >= needed or _is_beginning(folded, other)
    )
    near: list[tuple[float, str]] = []
    for bound, choice, other in likeliest[:_MOST_COMPARED]:
        if len(near) >= limit and bound > near[limit - 1][0]:
            break
        if _is_beginning(folded, other):
            shorter, both = min(len(folded), len(other)), len(folded) + len(other)
            insort(near, (-2 * shorter / both, choice))
            continue
        matcher.set_seq1(other)
        if matcher.quick_ratio() >= needed and (ratio := matcher.ratio()) >= needed:
            insort(near, (-ratio, choice))
    return [choice for _, choice in near[:limit]]


def _fold(word: str) -> str:
    return slugify(word).replace("-", "")


def _most_alike(word: str, other: str) -> float:
    """Bound difflib's ratio from above: a letter the other lacks cannot match."""
    letters, others = set(word), set(other)
    shared = min(len(word) - len(letters - others), len(other) - len(others - letters))
    return 2 * shared / (len(word) + len(other))


def _is_beginning(word: str, other: str) -> bool:
    if len(word) <= len(other):
        return len(word) >= _SHORTEST_BEGINNING and other.startswith(word)
    ending = len(word) - len(other)
    return ending < len(other) and ending <= _LONGEST_ENDING and word.startswith(other)
