"""Who may read what: the scale that items and pages are marked with, and editions made by."""

from enum import StrEnum


class Edition(StrEnum):
    """An edition of the site, and at the same time the visibility of what it is the first to show.

    Each holds all that those below it hold: intern, partner, offentlig.
    """

    INTERNAL = "intern"
    PARTNER = "partner"
    PUBLIC = "offentlig"

    @property
    def is_internal(self) -> bool:
        """Whether this is the edition that holds everything."""
        return self is Edition.INTERNAL

    @property
    def called(self) -> str:
        """What the edition calls itself to its readers; the internal one says nothing."""
        return _CALLED[self]

    @property
    def readers(self) -> str:
        """Who may read what has this visibility, in Danish."""
        return _READERS[self]

    def shows(self, visibility: str | None) -> bool:
        """Whether what has this visibility is in the edition; nothing said means internal.

        Raises:
            ValueError: there is no such visibility.
        """
        return _WIDTH[Edition(visibility or Edition.INTERNAL)] >= _WIDTH[self]


_WIDTH = {edition: width for width, edition in enumerate(Edition)}
_CALLED = {
    Edition.INTERNAL: "",
    Edition.PARTNER: "Udgave for partnere",
    Edition.PUBLIC: "Offentlig udgave",
}
_READERS = {
    Edition.INTERNAL: "Kun os selv",
    Edition.PARTNER: "Os selv og partnere",
    Edition.PUBLIC: "Alle",
}
