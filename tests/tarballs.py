"""Tarballs as npm packs them, and a registry on 127.0.0.1 that has them."""

import gzip
import io
import json
import sys
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from synlighed.vendored import Package
from tests.conftest import ROOT
from tests.serving import serve

sys.path.insert(0, str(ROOT / "scripts"))
from tarball import integrity_of


def packed(members: Mapping[str, bytes | tarfile.TarInfo]) -> bytes:
    """A tarball with these members: what each holds, or what else it is than a file."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for path, member in members.items():
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
            else:
                header = tarfile.TarInfo(path)
                header.size = len(member)
                archive.addfile(header, io.BytesIO(member))
    # Without the time, so that the same members have the same checksum.
    return gzip.compress(content.getvalue(), mtime=0)


@dataclass(frozen=True)
class Registry:
    """A registry of npm whose answers are files."""

    folder: Path
    url: str = ""

    def publish(self, package: Package, content: bytes) -> Package:
        """Takes a version of a package; gives it back with the checksum of its tarball."""
        base = package.name.rpartition("/")[2]
        self._write(f"{package.name}/-/{base}-{package.version}.tgz", content)
        about = {
            "name": package.name,
            "version": package.version,
            "license": package.license,
            "dist": {"integrity": integrity_of(content), "tarball": "https://npm.example/"},
        }
        self._write(f"{package.name}/{package.version}", json.dumps(about).encode())
        return Package(
            name=package.name,
            version=package.version,
            license=package.license,
            integrity=integrity_of(content),
            files=package.files,
        )

    def _write(self, path: str, content: bytes) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


@contextmanager
def registry(folder: Path) -> Iterator[Registry]:
    """A registry with nothing in it."""
    folder.mkdir()
    with serve(folder) as url:
        yield Registry(folder, f"{url}/")
