"""Mistakes that cannot lie as files in git: links, pipes, huge files, odd names, broken disks.

Each is made in a data folder in which nothing else is wrong, and is named by the code it shows.
"""

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from synlighed.load import syntax
from tests.corpus import dot

Maker = Callable[[Path], None]
Pretence = Callable[[Path, pytest.MonkeyPatch], None]


def _file_is_20_megabytes(data: Path) -> None:
    (data / "terms" / "byod.yml").write_text("# æøå\n" * 2_500_000, encoding="utf-8")


def _picture_is_2_megabytes(data: Path) -> None:
    (data / "pictures").mkdir()
    (data / "pictures" / "stort.png").write_bytes(dot() + bytes(2_000_000))


def _download_is_a_megabyte(data: Path) -> None:
    (data / "files").mkdir()
    (data / "files" / "tjekliste.csv").write_bytes(b"Punkt;Gjort\n" * 100_000)


def _file_is_a_link(data: Path) -> None:
    secret = data.parent / "secret.yml"
    shutil.copy(data / "terms" / "byod.yml", secret)
    (data / "terms" / "hemmelig.yml").symlink_to(secret)
    (data / "terms" / "ingen-steder.yml").symlink_to(data / "findes-ikke")


def _folder_of_a_kind_is_a_link(data: Path) -> None:
    (data / "contacts").rename(data.parent / "contacts")
    (data / "contacts").symlink_to(data.parent / "contacts")


def _site_is_a_link(data: Path) -> None:
    (data / "site.yml").rename(data.parent / "site.yml")
    (data / "site.yml").symlink_to(data.parent / "site.yml")


def _synonyms_are_a_link(data: Path) -> None:
    (data.parent / "ord.yml").write_text("groups:\n  - [mobil, telefon]\n", encoding="utf-8")
    (data / "synonyms.yml").symlink_to(data.parent / "ord.yml")


def _names_are_odd(data: Path) -> None:
    for name in (
        "Ny app.yml",
        "aa--bb.yml",
        "esc\x1b[2J\x1b]0;title\x07.yml",
        "linje\nskift.yml",
        "lang" * 60 + ".yml",
        "omvendt\u202elmy.exe.yml",
        "sår.yml",
        "sa\u030ar-nfd.yml",
    ):
        shutil.copy(data / "terms" / "byod.yml", data / "terms" / name)
    # æ in Latin-1, as an old zip file leaves it.
    shutil.copy(
        os.fsencode(data / "terms" / "byod.yml"), os.fsencode(data / "terms") + b"/\xe6.yml"
    )


def _data_is_empty(data: Path) -> None:
    shutil.rmtree(data)
    data.mkdir()


def _there_is_no_data(data: Path) -> None:
    shutil.rmtree(data)


def _data_is_a_file(data: Path) -> None:
    shutil.rmtree(data)
    data.write_text("title: Prøve\n", encoding="utf-8")


def _file_is_a_pipe(data: Path) -> None:
    os.mkfifo(data / "terms" / "pibe.yml")


def _file_is_a_socket(data: Path) -> None:
    here = Path.cwd()
    os.chdir(data / "terms")
    try:
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind("stik.yml")
    finally:
        os.chdir(here)


def _site_is_a_pipe(data: Path) -> None:
    (data / "site.yml").unlink()
    os.mkfifo(data / "site.yml")


def _site_is_a_folder(data: Path) -> None:
    (data / "site.yml").unlink()
    (data / "site.yml").mkdir()


def _synonyms_are_a_folder(data: Path) -> None:
    (data / "synonyms.yml").mkdir()


def _nested(text: str, name: str = "terms/dyb.yml") -> Maker:
    def make(data: Path) -> None:
        (data / name).write_text(text, encoding="utf-8")

    return make


MADE: dict[str, Maker] = {
    "F004-20-megabytes": _file_is_20_megabytes,
    "F022-2-megabytes": _picture_is_2_megabytes,
    "F027-a-megabyte": _download_is_a_megabyte,
    "F008-link-for-a-file": _file_is_a_link,
    "F008-link-for-a-folder": _folder_of_a_kind_is_a_link,
    "F008-link-for-site": _site_is_a_link,
    "F008-link-for-synonyms": _synonyms_are_a_link,
    "F009-odd-names": _names_are_odd,
    "F012-empty-folder": _data_is_empty,
    "F015-no-folder": _there_is_no_data,
    "F015-file-for-folder": _data_is_a_file,
    "F018-pipe": _file_is_a_pipe,
    "F018-socket": _file_is_a_socket,
    "F018-pipe-for-site": _site_is_a_pipe,
    "F018-folder-for-site": _site_is_a_folder,
    "F018-folder-for-synonyms": _synonyms_are_a_folder,
    "F108-100000-brackets": _nested("title: " + "[" * 100_000),
    "F108-100000-closed-brackets": _nested("title: " + "[" * 100_000 + "]" * 100_000),
    "F108-100000-brackets-in-synonyms": _nested("groups: " + "[" * 100_000, "synonyms.yml"),
    "F108-60000-braces": _nested("title: " + "{a: " * 60_000),
    "F108-100000-dashes": _nested("- " * 100_000),
    "F114-100000-questions": _nested("? " * 100_000),
    "F108-500-indented": _nested("".join(f"{' ' * depth}a:\n" for depth in range(500))),
    "F108-500-indented-lists": _nested("".join(f"{' ' * depth}-\n" for depth in range(500))),
}


def _file_may_not_be_read(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fail(monkeypatch, "stat", data / "terms" / "byod.yml", PermissionError(13, "denied"))


def _file_vanishes(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fail(monkeypatch, "stat", data / "terms" / "byod.yml", FileNotFoundError(2, "gone"))


def _disk_fails(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fail(monkeypatch, "stat", data / "site.yml", OSError(5, "input/output error"))


def _folder_may_not_be_read(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fail(monkeypatch, "scandir", data / "contacts", PermissionError(13, "denied"))


def _data_may_not_be_read(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fail(monkeypatch, "scandir", data, PermissionError(13, "denied"))


def _libyaml_says_something_new(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syntax, "_CAUSES", ())
    with (data / "terms" / "byod.yml").open("a", encoding="utf-8") as file:
        file.write("see_also: [byod\n")


def _fail(monkeypatch: pytest.MonkeyPatch, call: str, path: Path, error: OSError) -> None:
    """Lets the disk refuse one path; root, who runs most tests, is refused nothing."""
    works = getattr(os, call)

    def fails(asked: Any, **given: Any) -> Any:
        if asked in (path, str(path)):
            raise error
        return works(asked, **given)

    monkeypatch.setattr(os, call, fails)


PRETENDED: dict[str, Pretence] = {
    "F001-file-not-allowed": _file_may_not_be_read,
    "F001-file-vanishes": _file_vanishes,
    "F001-broken-disk": _disk_fails,
    "F001-folder-not-allowed": _folder_may_not_be_read,
    "F001-data-not-allowed": _data_may_not_be_read,
    "F105-other-words": _libyaml_says_something_new,
}
