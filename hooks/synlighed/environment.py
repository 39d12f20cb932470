"""What a run is told by its environment; read by the hook and the scripts, and by nothing else."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from synlighed.danish.words import join_words
from synlighed.visibility import Edition

ZONE = ZoneInfo("Europe/Copenhagen")


class SettingError(Exception):
    """A setting that cannot be used, told in Danish."""


def data_folder(root: Path, environ: Mapping[str, str] = os.environ) -> tuple[Path, str]:
    """The folder of data, and what problems and edit links call it.

    `SYNLIGHED_DATA` names another folder than `data/`.

    Args:
        root: The root of the repository.
        environ: The environment.
    """
    folder = Path(environ.get("SYNLIGHED_DATA") or "data")
    root = root.absolute()
    # Without "..", which would make every folder seem to be inside.
    absolute = Path(os.path.normpath(root / folder))
    inside = absolute.is_relative_to(root)
    return absolute, (absolute.relative_to(root) if inside else absolute).as_posix()


def state_folder(root: Path, environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of what a build keeps for the next: `SYNLIGHED_STATE`, or `.state/`.

    Args:
        root: The root of the repository.
        environ: The environment.
    """
    return root / (environ.get("SYNLIGHED_STATE") or ".state")


def edition(environ: Mapping[str, str] = os.environ) -> Edition:
    """Whom the site is made for: `SYNLIGHED_EDITION`, or else those inside the organisation.

    Raises:
        SettingError: `SYNLIGHED_EDITION` names no edition.
    """
    name = environ.get("SYNLIGHED_EDITION") or Edition.INTERNAL
    try:
        return Edition(name)
    except ValueError:
        allowed = join_words([f"»{edition}«" for edition in Edition], "eller")
        message = f"SYNLIGHED_EDITION skal være {allowed}, men er »{name}«."
        raise SettingError(message) from None


def today(environ: Mapping[str, str] = os.environ) -> date:
    """The day in Denmark; `SOURCE_DATE_EPOCH` fixes it.

    Source: https://reproducible-builds.org/specs/source-date-epoch/

    Raises:
        SettingError: `SOURCE_DATE_EPOCH` is no point in time.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH skal være et antal sekunder siden 1970, men er »{epoch}«."
        raise SettingError(message) from None
    return now.astimezone(ZONE).date()
