"""Items that were read before, by the content of their files."""

from dataclasses import dataclass, field

from synlighed.load.datafile import DataFile
from synlighed.load.loaded import LoadedItem


@dataclass
class Known:
    """What an earlier load by the same program made of files without mistakes.

    A file is known by its place and all its bytes, and never by its time, which a clock or a
    copy can set wrong.
    """

    by_path: dict[str, tuple[bytes, LoadedItem]] = field(default_factory=dict)

    def __getstate__(self) -> list[tuple[str, bytes, str, object]]:
        """Without what is worked out when it is needed."""
        return [
            (path, digest, entry.file.text, entry.item)
            for path, (digest, entry) in self.by_path.items()
        ]

    def __setstate__(self, state: list[tuple[str, bytes, str, object]]) -> None:
        self.by_path = {
            path: (digest, LoadedItem(item, DataFile(path, text)))  # type: ignore[arg-type]
            for path, digest, text, item in state
        }
