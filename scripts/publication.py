"""A published folder, replaced whole: it is the old site or the new, and never a mixture.

The new site is made in a folder beside it and takes its place in one step (`renameat2` with
RENAME_EXCHANGE on Linux, `renamex_np` with RENAME_SWAP on macOS). Where the file system knows no
such step, it takes two, and between them there is no folder; a run that is killed just there is put
right by the next.
"""

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2
"""RENAME_EXCHANGE (linux/fs.h) and RENAME_SWAP (sys/stdio.h of macOS): both are 2."""

_NOT_HERE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


class Refused(Exception):
    """A folder that nothing may be published in, told in Danish."""


class Publication:
    """The making of a new site for a folder; nobody else makes one for it meanwhile."""

    def __init__(self, folder: Path, work: Path, lock: int) -> None:
        """Begins in a work folder that is locked."""
        self.folder = folder
        self.work = work
        self.new = work / "new"
        self.lock = lock
        """The open lock file. A child that inherits it keeps the lock, should we be killed."""
        self.is_published = False
        """Whether the new site is in the place of the old."""

    def publish(self) -> None:
        """Puts the new site in the place of the old.

        Raises:
            OSError: it could not be done; the old site stands.
        """
        _write_to_disk(self.new)
        put_in_place(self.folder, self.work)
        self.is_published = True
        _write_to_disk(self.folder.parent)


@contextmanager
def publication(folder: Path, root: Path, waiting: Callable[[str], None]) -> Iterator[Publication]:
    """Begins to make a new site for a folder, and removes what is left in the end.

    Args:
        folder: The published folder, or a link to it; it need not be there yet.
        root: The project, which must not be written over.
        waiting: Is told which process makes a site for the folder already, before waiting for it.

    Raises:
        Refused: the folder is no place for a site.
        OSError: nothing can be made beside it.
    """
    folder = folder.resolve()
    check(folder, root)
    work = folder.parent / f".{folder.name}-build"
    lock = _locked(work, waiting)
    try:
        recover(folder, work)
        making = Publication(folder, work, lock)
        if making.new.exists():
            # Of what a killed run left, files may be one with what is published.
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(making.new))
        yield making
    finally:
        # The lock goes last, while it is held: who waits for it sees that it is gone.
        recover(folder, work)
        with suppress(OSError):
            (work / "lock").unlink()
            work.rmdir()
        os.close(lock)


def check(folder: Path, root: Path) -> None:
    """Sees to it that nothing but a site is ever replaced.

    Raises:
        Refused: it is no place for a site.
    """
    if root.is_relative_to(folder):
        raise Refused(f"{folder} rummer selve projektet. Vælg en anden mappe.")
    if folder.is_relative_to(root) and folder.relative_to(root).parts[0] in _kept(root):
        inside = folder.relative_to(root).parts[0]
        raise Refused(
            f"{folder} ligger i {inside}/, som er en del af projektet. Vælg en anden mappe."
        )
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder} er ikke en mappe. Vælg en anden.")
    if folder.exists() and any(folder.iterdir()) and not is_site(folder):
        raise Refused(
            f"{folder} rummer andet end et site, og det ville gå tabt. Vælg en tom eller ny mappe."
        )
    if os.path.ismount(folder):
        raise Refused(
            f"{folder} er et drev for sig og kan ikke skiftes ud. Vælg en mappe på drevet i stedet."
        )
    if not folder.parent.is_dir():
        raise Refused(f"Mappen {folder.parent} findes ikke. Lav den først, eller vælg en anden.")


def is_site(folder: Path) -> bool:
    """Whether a folder is a site that was built here, and can be built again."""
    return all((folder / name).exists() for name in ("404.html", "sitemap.xml", "index.html"))


def _kept(root: Path) -> set[str]:
    """The folders of the project itself."""
    return {path.name for path in root.iterdir() if path.is_dir() and not is_site(path)} - {"site"}


def put_in_place(folder: Path, work: Path) -> None:
    """Puts the new folder that was made in a work folder where it belongs, whatever is there.

    Raises:
        OSError: it could not be done; what was there stays.
    """
    new = work / "new"
    if not folder.exists():
        new.rename(folder)
    elif not exchange(new, folder):
        in_two_steps(new, folder, work / "old")


def exchange(one: Path, other: Path) -> bool:
    """Lets two folders change places in one step; false where that cannot be done.

    Raises:
        OSError: it can be done, but was not.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        failed = libc.renamex_np(*names, _EXCHANGE)
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE)
    else:
        return False
    if failed and ctypes.get_errno() in _NOT_HERE:
        return False
    if failed:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
    return True


def in_two_steps(new: Path, folder: Path, old: Path) -> None:
    """Moves a folder aside, and another in its place; both or none.

    Raises:
        OSError: it could not be done.
    """
    try:
        folder.rename(old)
        new.rename(folder)
    except BaseException:
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise


def recover(folder: Path, work: Path) -> None:
    """Puts right what a killed run left: the old site comes back if no new one took its place."""
    if (work / "old").exists() and not folder.exists():
        (work / "old").rename(folder)
    _clear(work)


def _clear(work: Path) -> None:
    for name in ("new", "old"):
        shutil.rmtree(work / name, ignore_errors=True)


def _locked(work: Path, waiting: Callable[[str], None]) -> int:
    while True:
        work.mkdir(exist_ok=True)
        try:
            lock = os.open(work / "lock", os.O_RDWR | os.O_CREAT, 0o644)
        except FileNotFoundError:
            # Whoever had it has just removed the folder.
            continue
        try:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waiting(os.pread(lock, 20, 0).decode("ascii", "replace"))
                fcntl.flock(lock, fcntl.LOCK_EX)
            with suppress(FileNotFoundError):
                if os.path.samestat((work / "lock").stat(), os.fstat(lock)):
                    os.ftruncate(lock, 0)
                    os.pwrite(lock, str(os.getpid()).encode(), 0)
                    return lock
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)


def _write_to_disk(folder: Path) -> None:
    """Has the file system write what it still holds in memory, so that power may fail after."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if hasattr(libc, "syncfs"):
            if libc.syncfs(opened):
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
        else:
            os.sync()
    finally:
        os.close(opened)
