"""Nothing is taken of a tarball but the files that were asked for, as they were locked."""

import gzip
import random
import sys
import tarfile
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.tarballs import packed

sys.path.insert(0, str(ROOT / "scripts"))
from tarball import LARGEST, Unfit, integrity_of, take

CODE, LICENSE = b"export default 1\n", "Må bruges af alle.\n".encode()
MEMBERS = {
    "package/dist/index.js": CODE,
    "package/LICENSE": LICENSE,
    "package/../../escape.js": b"never asked for",
}


def member(path: str, type: bytes, to: str = "") -> tarfile.TarInfo:
    """Something else than a file."""
    found = tarfile.TarInfo(path)
    found.type, found.linkname = type, to
    return found


def taken(content: bytes, files: Mapping[str, str]) -> dict[str, bytes]:
    """Takes files of a tarball that is the one that was locked."""
    return take(content, integrity_of(content), files)


def test_the_files_that_are_wanted() -> None:
    files = {"kode.js": "package/dist/index.js", "kode.LICENSE.txt": "package/LICENSE"}
    assert taken(packed(MEMBERS), files) == {"kode.js": CODE, "kode.LICENSE.txt": LICENSE}


def test_the_checksum_is_the_one_of_npm() -> None:
    """SHA-512 of the packed bytes in base64: the example was worked out by openssl."""
    assert integrity_of(b"abc") == (
        "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=="
    )


@pytest.mark.parametrize(
    "integrity",
    ["", integrity_of(b"another"), integrity_of(packed(MEMBERS)).replace("sha512", "sha1")],
)
def test_another_tarball(integrity: str) -> None:
    """Also when the lock has no checksum, or one that is not strong enough."""
    with pytest.raises(Unfit, match=r"^passer ikke til sin kontrolsum"):
        take(packed(MEMBERS), integrity, {})


def test_nothing_is_read_before_the_checksum_is() -> None:
    """What is no tarball at all is not even tried."""
    with pytest.raises(Unfit, match="kontrolsum"):
        take(b"<html>", integrity_of(packed(MEMBERS)), {})


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({}, "har ingen fil package/a.js: ret, hvilke filer der hentes."),
        ({"./package/a.js": b""}, "har ingen fil package/a.js"),
        (
            {"": member("package/a.js", tarfile.SYMTYPE, "/etc/passwd")},
            "har ingen almindelig fil package/a.js: ret, hvilke filer der hentes.",
        ),
        (
            {"package/b.js": b"", "": member("package/a.js", tarfile.LNKTYPE, "package/b.js")},
            "har ingen almindelig fil package/a.js",
        ),
        ({"": member("package/a.js", tarfile.DIRTYPE)}, "har ingen almindelig fil package/a.js"),
        ({"": member("package/a.js", tarfile.FIFOTYPE)}, "har ingen almindelig fil package/a.js"),
        (
            {"package/a.js": b"", "package/b": bytes(LARGEST)},
            "fylder pakket ud mere end 16 MB og blev ikke installeret.",
        ),
    ],
    ids=["missing", "other name", "symlink", "hard link", "folder", "pipe", "bomb"],
)
def test_what_is_not_taken(found: Mapping[str, bytes | tarfile.TarInfo], told: str) -> None:
    with pytest.raises(Unfit) as refused:
        taken(packed(found), {"a.js": "package/a.js"})
    assert str(refused.value).startswith(told)


def test_a_sparse_file() -> None:
    """It would be far larger than its tarball."""
    sparse = member("package/a.js", tarfile.REGTYPE)
    sparse.pax_headers = {
        "GNU.sparse.major": "0",
        "GNU.sparse.minor": "1",
        "GNU.sparse.size": str(2**40),
        "GNU.sparse.map": f"{2**40},0",
    }
    with pytest.raises(Unfit, match=r"har ingen almindelig fil package/a\.js"):
        taken(packed({"": sparse}), {"a.js": "package/a.js"})


@given(st.binary() | st.binary().map(gzip.compress))
def test_what_is_no_tarball(content: bytes) -> None:
    with pytest.raises(Unfit, match=r"^(er ikke pakket|har ingen fil)"):
        taken(content, {"a.js": "package/a.js"})


@given(st.integers(), st.integers(1, 20))
def test_damaged(seed: int, times: int) -> None:
    """A tarball that was made badly gives what it can, or is refused; nothing else is raised."""
    at_random = random.Random(seed)
    content = bytearray(gzip.decompress(packed(MEMBERS)))
    for _ in range(times):
        content[at_random.randrange(2048)] = at_random.randrange(256)
    try:
        found = taken(gzip.compress(content), {"a.js": "package/dist/index.js"})
    except Unfit:
        return
    assert len(found["a.js"]) <= len(content)
