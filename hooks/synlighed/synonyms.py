"""Which synonyms may stand where some items may not be known of."""

from collections.abc import Iterable

from synlighed.danish.searching import words_of
from synlighed.model.item import Item
from synlighed.model.values import values_of

Groups = tuple[tuple[str, ...], ...]


def telling_nothing(groups: Groups, hidden: Iterable[str], shown: Iterable[str]) -> Groups:
    """The groups without what could tell of something hidden.

    A word or name goes when one of its words stands in a hidden text and in no shown one; a group
    goes when fewer than two are left.

    Args:
        groups: All that means the same.
        hidden: What readers may not know of.
        shown: What they see, without what names anything hidden.
    """
    words = {word for group in groups for name in group for word in words_of(name)}
    secret = _used(words, hidden)
    secret -= _used(secret, shown)
    kept = (tuple(name for name in group if secret.isdisjoint(words_of(name))) for group in groups)
    return tuple(group for group in kept if len(group) > 1)


def _used(words: set[str], texts: Iterable[str]) -> set[str]:
    """Those of some words that stand anywhere in some texts."""
    left = set(words)
    for text in texts:
        if not left:
            break
        left.difference_update(words_of(text))
    return words - left


def text_of(item: Item) -> str:
    """All that an item says, and its id."""
    said = (value.value for value in values_of(item) if isinstance(value.value, str))
    return "\n".join((item.id, *said))
