"""What only npm has: which packages and files of them are wanted, and the files once installed.

`scripts/npm.py` installs them, since nobody who builds the site needs Node.
"""

import dataclasses
import json
import sys
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path

LOCK = "npm-lock.json"
"""The packages by their names. A copy of it lies beside the files that were installed by it."""

FOLDER = Path(sys.prefix) / "npm"
"""Where the files are installed."""


class VendoredError(Exception):
    """A file from npm that cannot be had, told in Danish."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Package:
    """A package on npm, in one version."""

    name: str
    """With its scope: `@orama/stemmers`."""
    version: str = ""
    license: str = ""
    """As SPDX calls it."""
    integrity: str = ""
    """The SHA-512 of its tarball, as `sha512-` and base64.

    Source: W3C Subresource Integrity, 3.5; `dist.integrity` of the npm registry.
    """
    files: Mapping[str, str]
    """The member of the tarball that each published file is: its name, and its path there."""

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


def packages(lock: str) -> tuple[Package, ...]:
    """The packages that a lock asks for.

    Args:
        lock: The text of `npm-lock.json`.

    Raises:
        VendoredError: it is no lock.
    """
    try:
        return tuple(Package(name=name, **entry) for name, entry in json.loads(lock).items())
    except (ValueError, TypeError, AttributeError):
        raise VendoredError(f"{LOCK} er ikke til at læse: hent filen igen med git.") from None


def as_lock(found: Iterable[Package]) -> str:
    """The text of the lock that asks for these packages."""
    entries = {package.name: dataclasses.asdict(package) for package in found}
    for entry in entries.values():
        del entry["name"]
    return json.dumps(entries, indent=2, ensure_ascii=False) + "\n"


def vendored(folder: Path = FOLDER) -> Mapping[str, bytes]:
    """Every file that is installed from npm, the licences included, by its published name.

    Args:
        folder: Where they are installed.

    Raises:
        VendoredError: one of them is missing.
    """
    try:
        lock = packages((folder / LOCK).read_text(encoding="utf-8"))
        return {name: (folder / name).read_bytes() for package in lock for name in package.files}
    except OSError as error:
        message = f"{error.filename} kan ikke læses: kør »make install«, og prøv igen."
        raise VendoredError(message) from None


def licenses() -> Mapping[str, bytes]:
    """The licences that files from npm are under without bringing the text of them.

    The stemmer is compiled from Snowball, whose licence its Python package has; and names the
    Apache License, of which that of requests is a copy.

    Raises:
        VendoredError: one of the packages is not whole.
    """
    return {
        "snowball.LICENSE.txt": _file_of("snowballstemmer", "COPYING"),
        "apache-2.0.LICENSE.txt": _file_of("requests", "LICENSE"),
    }


def _file_of(package: str, name: str) -> bytes:
    for file in metadata.files(package) or ():
        if file.name == name:
            return file.read_binary()
    raise VendoredError(f"{name} fra pakken {package} mangler: kør »make install«, og prøv igen.")
