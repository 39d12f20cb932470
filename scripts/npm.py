#!/usr/bin/env python3
"""Installs the files that only npm has, as `npm-lock.json` asks; and renews what that asks for."""

import inside  # noqa: I001 - must come first
import errno
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import registry as npm
from arguments import Arguments
from publication import put_in_place, recover
from synlighed import environment, wholefile
from synlighed.vendored import FOLDER, LOCK, Package, VendoredError, as_lock, packages, vendored
from tarball import Unfit, take


def main() -> int:
    arguments = Arguments("Henter de filer til .venv, som kun findes på npm.")
    arguments.add_argument(
        "package", nargs="?", metavar="PAKKE@VERSION", help=f"skriv først den version i {LOCK}"
    )
    wanted = arguments.parse_args().package
    registry = environment.npm_registry()
    lock = inside.ROOT / LOCK
    try:
        if wanted:
            renew(lock, wanted, registry)
        install(lock, FOLDER, registry)
    except (npm.Unavailable, Unfit, VendoredError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{_of_disk(error)}\n")
        return 1
    return 0


def install(lock: Path, folder: Path, registry: str) -> None:
    """Puts the files that a lock asks for in a folder, all or none; fetches nothing it has.

    Args:
        lock: `npm-lock.json`.
        folder: Where; it holds nothing else.
        registry: The address of the registry, with a slash at its end.

    Raises:
        Unavailable: a package could not be fetched.
        Unfit: a package is not the one that was asked for, or lacks a file.
        VendoredError: the lock cannot be read.
        OSError: the files could not be written.
    """
    work = folder.with_name(f".{folder.name}-build")
    recover(folder, work)
    asked = lock.read_text(encoding="utf-8")
    if _is_installed(asked, folder):
        return
    files = {LOCK: asked.encode()}
    for package in packages(asked):
        files |= _files(package, registry)
    _replace(folder, work, files)


def renew(lock: Path, wanted: str, registry: str) -> None:
    """Lets a lock ask for another version of a package, which must have the files that it names.

    Args:
        lock: `npm-lock.json`.
        wanted: `minisearch@7.2.0`, or with a tag: `minisearch@latest`.
        registry: The address of the registry, with a slash at its end.

    Raises:
        Unavailable: the version could not be fetched.
        Unfit: it lacks a file, or is not what the registry says it is.
        VendoredError: the lock does not have the package, or cannot be read.
        OSError: the lock could not be written.
    """
    asked = {package.name: package for package in packages(lock.read_text(encoding="utf-8"))}
    name, _, version = wanted.rpartition("@")
    if name not in asked:
        known = ", ".join(asked)
        message = f"»{wanted}« er ikke en pakke i {LOCK} ({known}) med @ og en version efter."
        raise VendoredError(message)
    asked[name] = npm.published(registry, asked[name], version)
    _files(asked[name], registry)
    wholefile.replace(lock, as_lock(asked.values()).encode(), mode=0o644)


def _is_installed(asked: str, folder: Path) -> bool:
    try:
        vendored(folder)
    except VendoredError:
        return False
    return (folder / LOCK).read_text(encoding="utf-8") == asked


def _files(package: Package, registry: str) -> dict[str, bytes]:
    content = npm.tarball(registry, package)
    try:
        return take(content, package.integrity, package.files)
    except Unfit as unfit:
        raise Unfit(f"{package} {unfit}") from None


def _replace(folder: Path, work: Path, files: Mapping[str, bytes]) -> None:
    new = work / "new"
    try:
        new.mkdir(parents=True)
        for name, content in files.items():
            (new / name).write_bytes(content)
        put_in_place(folder, work)
    finally:
        recover(folder, work)
        with suppress(OSError):
            work.rmdir()


def _of_disk(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Disken er fuld: gør plads, og prøv igen."
    place = error.filename or FOLDER
    return f"{place} kan ikke læses eller skrives: ret rettighederne, og prøv igen."


if __name__ == "__main__":
    inside.run(main)
