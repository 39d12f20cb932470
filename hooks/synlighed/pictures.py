"""Pictures, as they are published beside what they belong to."""

from dataclasses import dataclass

from synlighed.digest import digest

TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
}
"""The media types of the pictures that every browser shows, by the endings of their names."""


@dataclass(frozen=True)
class Picture:
    """A picture of the data."""

    name: str
    content: bytes
    width: int
    """Pixels, as `height`."""
    height: int

    @property
    def type(self) -> str:
        """Its media type (RFC 6838)."""
        return TYPES[self.name.rpartition(".")[2]]

    def __repr__(self) -> str:
        """Short, and another for every other picture."""
        return f"Picture({self.name!r}, {digest(self.content).hex()})"
