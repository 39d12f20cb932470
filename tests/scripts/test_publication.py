"""A published folder is the old site or the new one, whatever happens meanwhile."""

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import publication as publication_
from publication import exchange, in_two_steps, publication, recover

FILES = 40

PUBLISHER = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import publication as p
if sys.argv[4] == "two steps":
    p.exchange = lambda one, other: False
with p.publication(Path(sys.argv[2]), Path(sys.argv[1]), lambda process: None) as making:
    for number in range(int(sys.argv[5])):
        file = making.new / str(number % 7) / f"{number}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(sys.argv[3])
        time.sleep(0.001)
    for name in ("index.html", "404.html", "sitemap.xml"):
        (making.new / name).write_text(sys.argv[3])
    print("made", flush=True)
    making.publish()
"""


def publisher(folder: Path, version: str, how: str = "one step") -> "subprocess.Popen[bytes]":
    """A process that publishes a site, every file of which names its version."""
    scripts = str(ROOT / "scripts")
    return subprocess.Popen(
        [sys.executable, "-c", PUBLISHER, scripts, str(folder), version, how, str(FILES)],
        stdout=subprocess.PIPE,
    )


def publish(folder: Path, version: str, how: str = "one step") -> None:
    """Publishes a site, and waits until that is done."""
    with publisher(folder, version, how) as run:
        assert run.wait() == 0


def versions(folder: Path) -> set[str]:
    """The versions that the files of a folder name; one, and all its files, if it is whole."""
    found = [file.read_text() for file in folder.rglob("*") if file.is_file()]
    assert len(found) == FILES + 3
    return set(found)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    publish(folder, "0")
    return folder


@pytest.mark.parametrize("how", ["one step", "two steps"])
def test_killed_at_any_moment(folder: Path, how: str) -> None:
    """Whatever a killed run leaves, the folder is whole, and the next run leaves nothing of it."""
    at_random = random.Random(20)
    shown = "0"
    for number in range(1, 26):
        with publisher(folder, str(number), how) as run:
            assert run.stdout
            if number % 2:
                # Around the swap itself.
                run.stdout.readline()
                threading.Event().wait(at_random.random() * 0.004)
            else:
                threading.Event().wait(at_random.random() * 0.2)
            run.kill()
        if how == "two steps":
            recover(folder, folder.parent / ".site-build")
        found = versions(folder)
        assert found in ({shown}, {str(number)})
        (shown,) = found
    publish(folder, "sidste", how)
    assert versions(folder) == {"sidste"}
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_whoever_reads_sees_one_version(folder: Path) -> None:
    """Through a folder held open, as a web server may, and by its name: it is always there."""
    stop, wrong = threading.Event(), []

    def read() -> None:
        while not stop.is_set():
            try:
                held = os.open(folder, os.O_RDONLY)
            except FileNotFoundError as error:
                wrong.append(error)
                return
            names = os.listdir(held)  # noqa: PTH208 - the folder that is open, not its name
            # Once another has its name it is being removed, and nobody finds it any more.
            is_found = os.path.samestat(os.fstat(held), os.stat(folder))  # noqa: PTH116
            os.close(held)
            if is_found and len(names) != 7 + 3:
                wrong.append(names)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(8):
        publish(folder, str(number))
    stop.set()
    reader.join()
    assert not wrong


def test_two_at_once_take_turns(folder: Path) -> None:
    """The second waits, and the folder is that of one of them."""
    runs = [publisher(folder, version) for version in ("a", "b", "c")]
    for run in runs:
        with run:
            assert run.wait() == 0
    assert len(versions(folder) & {"a", "b", "c"}) == 1 and len(versions(folder)) == 1
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_the_second_hears_whom_it_waits_for(folder: Path) -> None:
    heard: list[str] = []
    work = folder.parent / ".site-build"
    with publisher(folder, "første") as first:
        # Stopped with the lock, until the second has said so.
        while not (work / "new").exists():
            pass
        first.send_signal(signal.SIGSTOP)

        def waiting(process: str) -> None:
            heard.append(process)
            first.send_signal(signal.SIGCONT)

        with publication(folder, ROOT / "scripts", waiting):
            assert versions(folder) == {"første"}
    assert heard == [str(first.pid)] and first.returncode == 0


@pytest.mark.parametrize("crash", ["before", "between", "after"])
def test_two_steps_are_put_right(tmp_path: Path, crash: str) -> None:
    """From wherever a killed run left them."""
    folder, work = tmp_path / "site", tmp_path / ".site-build"
    for path, text in ((folder, "old"), (work / "new", "new")):
        path.mkdir(parents=True)
        (path / "index.html").write_text(text)
    if crash != "before":
        folder.rename(work / "old")
    if crash == "after":
        (work / "new").rename(folder)
    recover(folder, work)
    assert (folder / "index.html").read_text() == ("new" if crash == "after" else "old")
    assert list(work.iterdir()) == []


def test_two_steps_are_both_or_none(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(FileNotFoundError):
        in_two_steps(tmp_path / "gone", tmp_path / "site", tmp_path / "old")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_stop_between_two_steps_loses_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is that stops it: the site that was there comes back."""
    monkeypatch.setattr(publication_, "exchange", lambda one, other: False)
    rename = Path.rename

    def stopped(self: Path, target: Path) -> Path:
        moved = rename(self, target)
        if target.name == "old":
            raise KeyboardInterrupt
        return moved

    with pytest.raises(KeyboardInterrupt), publication(folder, ROOT / "scripts", print) as making:
        making.new.mkdir()
        monkeypatch.setattr(Path, "rename", stopped)
        making.publish()
    assert versions(folder) == {"0"}
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_this_machine_exchanges_in_one_step(tmp_path: Path) -> None:
    """Else the tests above say less than they seem to."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchange(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "a" / "b").exists() and (tmp_path / "b" / "a").exists()
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "a", tmp_path / "c")
