"""Files that are replaced whole: whoever reads one sees the old or the new, at any moment."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

_UNFINISHED = ".unfinished"


def replace(file: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Writes a file, whole or not at all; its folder is made if it is not there.

    Args:
        file: Where.
        content: What it is to hold.
        mode: Who may read it.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        dir=file.parent, prefix=f".{file.name}.", suffix=_UNFINISHED, delete=False
    ) as beside:
        try:
            beside.write(content)
            beside.close()
            Path(beside.name).chmod(mode)
            Path(beside.name).replace(file)
        except BaseException:
            Path(beside.name).unlink(missing_ok=True)
            raise


def remove_unfinished(folder: Path) -> None:
    """Removes what runs that were killed left in a folder and those in it, when nobody writes.

    Raises:
        OSError: it cannot be removed.
    """
    for entry in list(os.scandir(folder)):
        if entry.name.endswith(_UNFINISHED):
            Path(entry).unlink()
        elif entry.is_dir(follow_symlinks=False):
            remove_unfinished(Path(entry))
