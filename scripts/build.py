#!/usr/bin/env python3
"""Builds the site into `site/`: beside it first, so that a failed build leaves what was there."""

import inside  # noqa: I001 - must come first
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from arguments import Arguments


def main() -> int:
    arguments = Arguments("Bygger sitet i mappen site/. Går noget galt, bliver det gamle stående.")
    arguments.parse_args()
    site = inside.ROOT / "site"
    try:
        beside = Path(tempfile.mkdtemp(prefix=".site-", dir=inside.ROOT))
    except OSError as error:
        sys.stderr.write(f"Der kan ikke skrives i {inside.ROOT}: {error.strerror}.\n")
        return 1
    try:
        if _build(beside / "new"):
            sys.stderr.write("\nSitet blev ikke bygget. Det, der lå i site/, er ikke rørt.\n")
            return 1
        _swap(beside / "new", site, beside / "old")
    except KeyboardInterrupt:
        sys.stderr.write("\nAfbrudt. Det, der lå i site/, er ikke rørt.\n")
        return 1
    except OSError as error:
        sys.stderr.write(
            f"\nDet nye site kan ikke flyttes til {site}: {error.strerror}. "
            "Det, der lå der, er ikke rørt.\n"
        )
        return 1
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    print(f"Sitet ligger i {site}")
    return 0


def _build(folder: Path) -> int:
    """Builds strictly: a broken link is a mistake. Not with -q, which hides what strict counts."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=inside.ROOT, env=environment, check=False).returncode


def _swap(new: Path, site: Path, old: Path) -> None:
    """Puts the new folder where the old one was, in two renames; both or none."""
    try:
        if site.exists():
            site.rename(old)
        new.rename(site)
    except BaseException:
        if old.exists() and not site.exists():
            old.rename(site)
        raise


if __name__ == "__main__":
    inside.run(main)
