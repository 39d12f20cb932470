"""What is written by hand in `docs/`, when only what changed is built."""

import filecmp
from collections.abc import Callable
from functools import partial
from pathlib import Path

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from synlighed.digest import digest


class ByHand:
    """The pages written by hand, as the builds of one preview made them.

    Kept no longer than the process: what is wrong with a page is told when it is rendered, and
    whoever starts anew wants to be told again.
    """

    def __init__(self) -> None:
        self._before: dict[str, tuple[bytes, Page]] = {}
        self._digests: dict[str, bytes] = {}

    def spare(self, files: Files, around: bytes, is_there: Callable[[str, bytes], bool]) -> None:
        """Tells which files MkDocs need not make again; the time of a file says too little.

        Args:
            files: Those of `docs/` and of the theme.
            around: The digest of everything that stands on such pages besides their own text.
            is_there: Whether a file, named as it is published, is there as its digest says.
        """
        self._digests = {}
        for file in files:
            if not file.is_documentation_page():
                modified = not _is_copied(file)
            else:
                content = self._digests[file.src_uri] = digest(around, file.content_bytes)
                before, page = self._before.get(file.src_uri, (b"", None))
                modified = before != content or not is_there(file.dest_uri, content)
                if page and not modified:
                    # Others need its title and the places in it.
                    _take_over(page, file)
            file.is_modified = partial(bool, modified)  # type: ignore[method-assign]

    def rendered(self, page: Page) -> bytes:
        """Keeps a page that was rendered; gives the digest of what it shows."""
        found = self._digests.get(page.file.src_uri, b"")
        self._before[page.file.src_uri] = found, page
        return found


def _take_over(page: Page, file: File) -> None:
    file.page, page.file = page, file
    page.parent, page.links_to_anchors = None, None


def _is_copied(file: File) -> bool:
    there = Path(file.abs_dest_path)
    source = file.abs_src_path
    return source is not None and there.is_file() and filecmp.cmp(source, there, shallow=False)
