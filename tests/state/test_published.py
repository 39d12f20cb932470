"""A new site shares with the published one what is the same, and nothing else."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from synlighed.digest import digest
from synlighed.state.published import Published

HTML = b"<p>Mit Sygehus</p>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A published page."""
    page = tmp_path / "site" / "apps" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_bytes(HTML)
    return page


def share(page: Path, content: bytes = HTML) -> Path | None:
    """Where a new site has the page, if it shares it."""
    new = page.parents[2] / "new.html"
    published = Published(page.parents[1])
    is_shared = published.share("apps/index.html", digest(content), new)
    assert is_shared == os.path.lexists(new), "what is not shared may not be there either"
    return new if is_shared else None


def test_a_page_that_is_the_same_is_one_file(page: Path) -> None:
    """With the time it had, and still there when the old site goes."""
    made = page.stat().st_mtime_ns
    new = share(page)
    assert new and new.samefile(page)
    page.unlink()
    assert new.read_bytes() == HTML and new.stat().st_mtime_ns == made


def test_a_page_that_is_another_is_not_shared(page: Path) -> None:
    assert share(page, HTML + b"\n") is None
    assert page.read_bytes() == HTML


def rewritten(page: Path) -> None:
    """With the size and the time it had, as nobody could tell without reading."""
    was = page.stat()
    page.write_bytes(HTML.swapcase())
    os.utime(page, ns=(was.st_atime_ns, was.st_mtime_ns))


def hidden(page: Path) -> None:
    page.chmod(0o600)


def removed(page: Path) -> None:
    page.unlink()


def named_elsewhere(page: Path) -> None:
    """Whoever writes to the other name would write on the site."""
    (page.parents[2] / "kopi.html").hardlink_to(page)


def linked_to(page: Path) -> None:
    elsewhere = page.rename(page.parents[2] / "flyttet.html")
    page.symlink_to(elsewhere)


def made_a_folder(page: Path) -> None:
    page.unlink()
    page.mkdir()


def made_a_pipe(page: Path) -> None:
    """Which nobody writes to, so that whoever reads it waits for ever."""
    page.unlink()
    os.mkfifo(page)


@pytest.mark.parametrize(
    "change", [rewritten, hidden, removed, named_elsewhere, linked_to, made_a_folder, made_a_pipe]
)
def test_what_somebody_changed_is_not_shared(page: Path, change: Callable[[Path], None]) -> None:
    """It is as a new site would have it, to the rights, or is made anew."""
    change(page)
    assert share(page) is None


def test_what_somebody_else_owns_is_not_shared(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They could change it."""
    monkeypatch.setattr(os, "geteuid", lambda: page.stat().st_uid + 1)
    assert share(page) is None


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP])
def test_a_file_system_without_hard_links(
    page: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Then nothing is shared, and nobody need hear of it."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", refuse)
    assert share(page) is None
