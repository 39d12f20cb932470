"""How everything works, as files of a build: what says the same as before is not made again."""

from collections.abc import Iterator

from synlighed.catalogue import Catalogue
from synlighed.digest import digest
from synlighed.filed import filed
from synlighed.memo import Recall
from synlighed.sitepage import SiteFile
from synlighed.status.board import Board
from synlighed.status.published import StatusFile, needed_files


def status_files(board: Board, recall: Recall) -> Iterator[SiteFile]:
    """Every file that tells of the status; a refresh renews them."""
    for file in needed_files(board):
        if file.of and not file.says_when:
            yield from _remembered(file, recall)
        else:
            yield SiteFile(file.uri, file.make())


def _remembered(file: StatusFile, recall: Recall) -> Iterator[SiteFile]:
    def make(catalogue: Catalogue) -> tuple[SiteFile]:
        return (SiteFile(file.uri, file.make()),)

    # Thousands of them, so what they are made of is told in short.
    return filed(recall, f"{file.uri} {digest(file.of).hex()}", make)
