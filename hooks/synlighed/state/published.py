"""The published folder, whose files a new one beside it shares as long as they are the same.

A file with a name in both folders (a hard link) need not be written, nor removed later, and keeps
its time, by which web servers tell browsers that they have it already. Neither folder is touched
when the other goes; what is written anew takes the place of a file, and never writes into one.
"""

import os
import stat
from pathlib import Path

from synlighed.digest import digest

_OURS_AND_THEIRS = 2
"""Names of a file that is in both folders, and that nobody else may change by a name of theirs."""


class Published:
    """What is published while a new site is made."""

    def __init__(self, folder: Path) -> None:
        """Notes how a file that we write would be kept."""
        self._folder = folder
        mask = os.umask(0o077)
        os.umask(mask)
        self._kept = stat.S_IFREG | 0o666 & ~mask, os.geteuid(), _OURS_AND_THEIRS

    def share(self, uri: str, content: bytes, file: Path) -> bool:
        """Makes a file one with the published file, if that is what we would write.

        Somebody may have changed anything there, so it is read; by its new name, since nobody else
        knows that one.

        Args:
            uri: What it is called in the published folder.
            content: The digest of what it is to hold.
            file: The new name; its folder is there, and it is not.
        """
        try:
            os.link(self._folder / uri, file, follow_symlinks=False)
        except OSError:
            # It is not there, or the file system or the rights of somebody do not allow it.
            return False
        found = file.lstat()
        is_kept = (found.st_mode, found.st_uid, found.st_nlink) == self._kept
        if is_kept and digest(file.read_bytes()) == content:
            return True
        file.unlink()
        return False
