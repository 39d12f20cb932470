"""How a feed is cut into documents (RFC 5005, section 4).

Old entries lie in archives, fifty in each from the oldest on, so an archive never changes when
there is something new. What is in none yet is in the document that readers follow.
"""

from dataclasses import dataclass

IN_ARCHIVE = 50
"""Entries of an archive."""

CURRENT = 20
"""So many of the newest entries are always in the document that readers follow, if there are."""


@dataclass(frozen=True)
class Cut:
    """Where entries, sorted with the newest first, are cut."""

    current: slice
    archives: tuple[slice, ...]
    """The oldest first. Each has the one before it as its previous, and the current document has
    the last."""


def cut(number: int) -> Cut:
    """How so many entries are cut: `entries[cut(len(entries)).current]`."""
    archives = max(0, number - CURRENT) // IN_ARCHIVE
    ends = [number - IN_ARCHIVE * archive for archive in range(archives + 1)]
    return Cut(
        current=slice(0, ends[-1]),
        archives=tuple(slice(end - IN_ARCHIVE, end) for end in ends[:-1]),
    )
