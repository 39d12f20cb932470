"""What only npm has is installed whole or not at all, by the lock alone."""

import errno
import socket
import ssl
import subprocess
import sys
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from synlighed.vendored import LOCK, Package, VendoredError, as_lock, packages, vendored
from tests.conftest import ROOT
from tests.serving import serve
from tests.site.project import files_of
from tests.tarballs import Registry, packed, registry

sys.path.insert(0, str(ROOT / "scripts"))
import npm as command
from npm import install, renew
from registry import Unavailable
from tarball import LARGEST, Unfit

SEARCH = Package(
    name="search",
    version="1.0.0",
    license="MIT",
    files={"search.js": "package/dist/search.js", "search.LICENSE.txt": "package/LICENSE"},
)
STEMS = Package(
    name="@other/stems", version="2.1.0", license="MIT", files={"stems.js": "package/da.js"}
)
MEMBERS = {"package/dist/search.js": b"1.0.0\n", "package/LICENSE": b"MIT\n"}
NEWER = {"package/dist/search.js": b"1.1.0\n", "package/LICENSE": b"MIT\n"}
INSTALLED = {
    "search.js": b"1.0.0\n",
    "search.LICENSE.txt": b"MIT\n",
    "stems.js": b"stems\n",
}
NOBODY = "http://127.0.0.1:9/"
"""The port of `discard`, where nobody listens."""

INSTALLER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import npm
write = Path.write_bytes
def stop(*arguments):
    print("there", flush=True)
    sys.stdin.read()
def write_half(path, content):
    write(path, content[:1])
    stop()
if sys.argv[2] == "writing":
    Path.write_bytes = write_half
else:
    setattr(npm, sys.argv[2], stop)
npm.install(Path(sys.argv[3]), Path(sys.argv[4]), sys.argv[5])
"""


@pytest.fixture(autouse=True)
def direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever proxy this machine has, it is not asked for what is on the machine itself."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Registry]:
    """A registry with both packages, and a newer version of one of them."""
    with registry(tmp_path / "registry") as found:
        publish(found)
        yield found


def publish(registry: Registry) -> tuple[Package, ...]:
    newer = Package(name="search", version="1.1.0", license="ISC", files=SEARCH.files)
    registry.publish(newer, packed(NEWER))
    return (
        registry.publish(SEARCH, packed(MEMBERS)),
        registry.publish(STEMS, packed({"package/da.js": b"stems\n"})),
    )


@pytest.fixture
def lock(tmp_path: Path, there: Registry) -> Path:
    """A lock that asks for both."""
    lock = tmp_path / LOCK
    lock.write_text(as_lock(publish(there)), encoding="utf-8")
    return lock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "venv" / "npm"


def test_what_is_asked_for_is_installed(lock: Path, folder: Path, there: Registry) -> None:
    install(lock, folder, there.url)
    assert vendored(folder) == INSTALLED
    assert [path.name for path in folder.parent.iterdir()] == ["npm"]


def test_nothing_is_fetched_that_is_there(lock: Path, folder: Path, there: Registry) -> None:
    install(lock, folder, there.url)
    install(lock, folder, NOBODY)
    assert vendored(folder) == INSTALLED


@pytest.mark.parametrize("name", [LOCK, *INSTALLED])
def test_what_is_missing_is_fetched_again(
    lock: Path, folder: Path, there: Registry, name: str
) -> None:
    install(lock, folder, there.url)
    (folder / name).unlink()
    install(lock, folder, there.url)
    assert vendored(folder) == INSTALLED


def test_another_version(lock: Path, folder: Path, there: Registry) -> None:
    """What the version before had is gone."""
    install(lock, folder, there.url)
    (folder / "of-before.js").touch()
    renew(lock, "search@1.1.0", there.url)
    install(lock, folder, there.url)
    assert vendored(folder) == INSTALLED | {"search.js": b"1.1.0\n"}
    assert not (folder / "of-before.js").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (packed(NEWER), "search 1.0.0 passer ikke til sin kontrolsum og blev ikke installeret"),
        (b"<html>Log ind</html>", "search 1.0.0 passer ikke til sin kontrolsum"),
    ],
    ids=["another", "a page"],
)
def test_a_wrong_checksum(
    lock: Path, folder: Path, there: Registry, content: bytes, told: str
) -> None:
    install(lock, folder, there.url)
    (folder / "search.js").unlink()
    before = files_of(folder)
    there.publish(SEARCH, content)
    with pytest.raises(Unfit, match=told):
        install(lock, folder, there.url)
    assert files_of(folder) == before


def test_a_link_in_the_place_of_a_file(lock: Path, folder: Path, there: Registry) -> None:
    link = tarfile.TarInfo("package/dist/search.js")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    found = there.publish(SEARCH, packed(MEMBERS | {"package/dist/search.js": link}))
    lock.write_text(as_lock([found]), encoding="utf-8")
    with pytest.raises(Unfit, match=r"search 1\.0\.0 har ingen almindelig fil package/dist"):
        install(lock, folder, there.url)
    assert not folder.exists()


def test_too_large(lock: Path, folder: Path, there: Registry) -> None:
    """No more of it is read than may be."""
    there.publish(SEARCH, bytes(LARGEST + 1))
    told = r"search 1\.0\.0 fylder mere end 16 MB og hentes ikke\."
    with pytest.raises(Unavailable, match=told):
        install(lock, folder, there.url)


def test_cut_short(lock: Path, folder: Path) -> None:
    """A connection that breaks is not told as a wrong checksum."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            with listening.accept()[0] as connection:
                connection.recv(4096)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of it")

        thread = threading.Thread(target=answer)
        thread.start()
        told = r"\(Forbindelsen til 127\.0\.0\.1:\d+ blev afbrudt, før svaret var helt\)"
        with pytest.raises(Unavailable, match=told):
            install(lock, folder, f"http://127.0.0.1:{listening.getsockname()[1]}/")
        thread.join()


def test_nobody_answers(lock: Path, folder: Path) -> None:
    with pytest.raises(Unavailable) as refused:
        install(lock, folder, NOBODY)
    assert str(refused.value) == (
        "search 1.0.0 kunne ikke hentes (127.0.0.1:9 tager ikke imod forbindelser): "
        "kontrollér forbindelsen til 127.0.0.1:9, og prøv igen."
    )


def test_a_registry_without_the_package(lock: Path, folder: Path, there: Registry) -> None:
    with pytest.raises(Unavailable, match=r"^search 1\.0\.0 kunne ikke hentes: .* svarede 404\.$"):
        install(lock, folder, f"{there.url}another/")


def test_through_a_proxy(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the environment names one."""
    behind = Registry(tmp_path / "registry" / "http:" / "npm.example")
    lock = tmp_path / LOCK
    lock.write_text(as_lock(publish(behind)), encoding="utf-8")
    with serve(tmp_path / "registry") as proxy:
        monkeypatch.setenv("http_proxy", proxy)
        install(lock, folder, "http://npm.example/")
    assert vendored(folder) == INSTALLED


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "PIP_CERT"])
def test_a_certificate_of_the_workplace(
    lock: Path, folder: Path, there: Registry, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """It is believed where the environment names it, and nowhere else."""
    authority = trustme.CA()
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(tls)
    with serve(there.folder, tls=tls) as url:
        with pytest.raises(Unavailable, match="Ingen sikker forbindelse til"):
            install(lock, folder, f"{url}/")
        with authority.cert_pem.tempfile() as file:
            monkeypatch.setenv(name, file)
            install(lock, folder, f"{url}/")
    assert vendored(folder) == INSTALLED


def test_a_certificate_that_is_not_there(
    lock: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_CERT", "/findes/ikke.pem")
    with pytest.raises(Unavailable, match=r"^Filen med rodcertifikater kan ikke læses"):
        install(lock, folder, NOBODY)


@pytest.mark.parametrize("where", ["take", "writing", "put_in_place"])
def test_killed_in_between(lock: Path, folder: Path, there: Registry, where: str) -> None:
    """What was there is whole, and the next run ends what was begun and leaves nothing of it."""
    install(lock, folder, there.url)
    before = files_of(folder)
    renew(lock, "search@1.1.0", there.url)
    scripts = str(ROOT / "scripts")
    with subprocess.Popen(
        [sys.executable, "-c", INSTALLER, scripts, where, str(lock), str(folder), there.url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as run:
        assert run.stdout and run.stdout.readline() == b"there\n"
        run.kill()
    assert files_of(folder) == before
    install(lock, folder, there.url)
    assert vendored(folder) == INSTALLED | {"search.js": b"1.1.0\n"}
    assert [path.name for path in folder.parent.iterdir()] == ["npm"]


# ---- Another version in the lock


def test_renewing_a_version(lock: Path, there: Registry) -> None:
    """Its number, licence and checksum are the registry's; the files that are wanted stay."""
    renew(lock, "search@1.1.0", there.url)
    search, stems = packages(lock.read_text(encoding="utf-8"))
    assert (search.version, search.license, search.files) == ("1.1.0", "ISC", SEARCH.files)
    assert stems == publish(there)[1]


def test_a_package_that_is_new_in_the_lock(lock: Path, there: Registry) -> None:
    """Only the files that are wanted of it need to be written by hand."""
    lock.write_text('{"@other/stems": {"files": {"stems.js": "package/da.js"}}}', encoding="utf-8")
    renew(lock, "@other/stems@2.1.0", there.url)
    assert packages(lock.read_text(encoding="utf-8")) == (publish(there)[1],)


@pytest.mark.parametrize("wanted", ["search", "@other/stems", "another@1.0.0", ""])
def test_no_package_of_the_lock(lock: Path, there: Registry, wanted: str) -> None:
    told = rf"»{wanted}« er ikke en pakke i npm-lock.json \(search, @other/stems\) med @ og en "
    with pytest.raises(VendoredError, match=told):
        renew(lock, wanted, there.url)


def test_a_version_that_lost_a_file(lock: Path, there: Registry) -> None:
    """Then the lock is as it was."""
    before = lock.read_bytes()
    moved = Package(name="search", version="2.0.0", files=SEARCH.files)
    there.publish(moved, packed({"package/search.js": b"", "package/LICENSE": b""}))
    with pytest.raises(Unfit, match=r"search 2\.0\.0 har ingen fil package/dist/search\.js"):
        renew(lock, "search@2.0.0", there.url)
    assert lock.read_bytes() == before


def test_no_registry_of_npm(lock: Path, there: Registry) -> None:
    (there.folder / "search" / "3.0.0").write_text("<html>Log ind</html>")
    with pytest.raises(Unavailable, match=r"svarede ikke som npm: kontrollér adressen\.$"):
        renew(lock, "search@3.0.0", there.url)


# ---- The command


@pytest.fixture
def checkout(
    lock: Path, folder: Path, there: Registry, monkeypatch: pytest.MonkeyPatch
) -> pytest.MonkeyPatch:
    """The command as it is run in the folder of the lock."""
    monkeypatch.setattr(command.inside, "ROOT", lock.parent)
    monkeypatch.setattr(command, "FOLDER", folder)
    monkeypatch.setattr("sys.argv", ["npm.py"])
    monkeypatch.setenv("npm_config_registry", there.url.rstrip("/"))
    return monkeypatch


def test_the_command(checkout: pytest.MonkeyPatch, folder: Path) -> None:
    assert command.main() == 0
    assert vendored(folder) == INSTALLED
    checkout.setattr("sys.argv", ["npm.py", "search@1.1.0"])
    assert command.main() == 0
    assert vendored(folder)["search.js"] == b"1.1.0\n"


def test_a_lock_that_cannot_be_read(
    checkout: pytest.MonkeyPatch, lock: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    assert command.main() == 1
    assert (
        capsys.readouterr().err == "npm-lock.json er ikke til at læse: hent filen igen med git.\n"
    )


def test_a_full_disk(
    checkout: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(path: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    checkout.setattr(Path, "write_bytes", full)
    assert command.main() == 1
    assert capsys.readouterr().err == "Disken er fuld: gør plads, og prøv igen.\n"
    assert list(folder.parent.iterdir()) == []


def test_a_folder_that_may_not_be_written(
    checkout: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.parent.write_text("no folder")
    assert command.main() == 1
    told = " kan ikke læses eller skrives: ret rettighederne, og prøv igen.\n"
    assert capsys.readouterr().err.endswith(told)
