"""Files that readers may take home, as they are published."""

from dataclasses import dataclass

from synlighed.digest import digest

TYPES = {"csv": "text/csv", "txt": "text/plain"}
"""Their media types by the endings of their names: text only, so that what is in them can be read
by whoever checks the data, and no program runs any of it."""


@dataclass(frozen=True)
class Download:
    """A file of the data, byte for byte as somebody laid it there."""

    name: str
    content: bytes

    @property
    def type(self) -> str:
        """Its media type (RFC 6838)."""
        return TYPES[self.name.rpartition(".")[2]]

    def __repr__(self) -> str:
        """Short, and another for every other file."""
        return f"Download({self.name!r}, {digest(self.content).hex()})"


def download_url(name: str) -> str:
    """The address of a file by its name: `filer/tjekliste.csv`."""
    return f"filer/{name}"
