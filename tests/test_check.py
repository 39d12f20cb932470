"""scripts/check.py as a person or a program runs it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import NOW, ROOT, is_setting

BASE = ROOT / "tests" / "cases" / "base"
FORMATS = ("text", "json", "github", "gitlab")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with nothing wrong in it."""
    return Path(shutil.copytree(BASE, tmp_path / "data"))


@pytest.fixture
def spoilt(data: Path) -> Path:
    """A folder with one mistake and one warning."""
    with (data / "terms" / "byod.yml").open("a", encoding="utf-8") as file:
        file.write("see_also: [byodd]\nsources: [{title: Test, url: http://example.org/}]\n")
    return data


def test_the_project_s_own_data_has_no_mistakes() -> None:
    run = check()
    assert run.stdout.endswith("Ingen fejl.\n")
    assert (run.returncode, run.stderr) == (0, "")


def test_nothing_wrong_ends_with_0(data: Path) -> None:
    run = check("--data", data)
    assert (run.returncode, run.stdout) == (0, "Ingen fejl.\n")


def test_a_warning_ends_with_0_too(data: Path) -> None:
    shutil.rmtree(data / "ambassadors")
    run = check("--data", data)
    assert run.returncode == 0
    assert run.stdout.endswith("Ingen fejl og 1 advarsel.\n")


def test_a_mistake_ends_with_1(spoilt: Path) -> None:
    run = check("--data", spoilt)
    assert run.returncode == 1
    assert run.stdout.startswith(f"{spoilt}/terms/byod.yml:7:12  fejl F301\n")
    assert "Mente du »byod«?" in run.stdout
    assert run.stdout.endswith("1 fejl og 1 advarsel.\n")


def test_paths_are_told_as_they_were_given(spoilt: Path) -> None:
    """So that a terminal can open them from where the command was run."""
    run = check("--data", "data", folder=spoilt.parent)
    assert run.stdout.startswith("data/terms/byod.yml:7:12  ")
    run = check("--data", "../data/", folder=spoilt)
    assert run.stdout.startswith("../data/terms/byod.yml:7:12  ")


def test_another_folder_can_be_set_in_the_environment(spoilt: Path) -> None:
    run = check(SYNLIGHED_DATA=str(spoilt))
    assert run.returncode == 1
    assert run.stdout.startswith(f"{spoilt}/terms/byod.yml:7:12  ")


def test_it_is_the_same_day_wherever_the_clock_is_set(data: Path) -> None:
    with (data / "terms" / "byod.yml").open("r+", encoding="utf-8") as file:
        text = file.read().replace("reviewed: 1. november", "reviewed: 24. november")
        file.seek(0)
        file.write(text)
    assert "F402" in check("--data", data).stdout
    tomorrow = str(int(NOW) + 24 * 60 * 60)
    assert check("--data", data, SOURCE_DATE_EPOCH=tomorrow).returncode == 0


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    run = check("--data", tmp_path / "intet")
    assert run.returncode == 1
    assert "findes ikke" in run.stdout


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_ends_as_text_does(format: str, data: Path, spoilt: Path) -> None:
    run = check("--data", spoilt, "--format", format)
    assert (run.returncode, run.stderr) == (1, "")
    (spoilt / "terms" / "byod.yml").unlink()
    assert check("--data", spoilt, "--format", format).returncode == 0


def test_json_can_be_read_by_programs(spoilt: Path) -> None:
    mistake, warning = json.loads(
        check("--data", "data", "--format", "json", folder=spoilt.parent).stdout
    )
    assert mistake["path"] == "data/terms/byod.yml"
    assert (mistake["line"], mistake["column"], mistake["code"]) == (7, 12, "F301")
    assert mistake["suggestions"] == ["byod"]
    assert warning["severity"] == "warning"
    assert json.loads(check("--data", BASE, "--format", "json").stdout) == []


def test_github_shows_each_problem_at_its_line(spoilt: Path) -> None:
    mistake, warning = check(
        "--data", "data", "--format", "github", folder=spoilt.parent
    ).stdout.splitlines()
    assert mistake.startswith("::error file=data/terms/byod.yml,line=7,col=12,title=F301::»byodd«")
    assert warning.startswith("::warning file=data/terms/byod.yml,line=8,col=")
    assert check("--data", BASE, "--format", "github").stdout == ""


def test_gitlab_knows_a_problem_again(spoilt: Path) -> None:
    before = json.loads(check("--data", "data", "--format", "gitlab", folder=spoilt.parent).stdout)
    file = spoilt / "terms" / "byod.yml"
    file.write_text("# En bemærkning\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    after = json.loads(check("--data", "data", "--format", "gitlab", folder=spoilt.parent).stdout)
    assert [entry["fingerprint"] for entry in before] == [entry["fingerprint"] for entry in after]
    assert len({entry["fingerprint"] for entry in before}) == 2
    assert [entry["location"]["lines"]["begin"] for entry in after] == [8, 9]
    assert json.loads(check("--data", BASE, "--format", "gitlab").stdout) == []


def test_the_help_is_in_danish() -> None:
    run = check("--help")
    assert run.returncode == 0
    assert run.stdout.startswith("Brug: check.py ")
    assert "--data MAPPE" in run.stdout
    assert not re.search(r"usage|options|show this|positional", run.stdout)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--data"], "Der mangler noget efter --data."),
        (["--format"], "Der mangler noget efter --format."),
        (["--format", "xml"], "»xml« kan ikke bruges som --format. Vælg mellem"),
        (["--dato", "x"], "Jeg forstår ikke »--dato x«."),
        (["--dat", "x"], "Jeg forstår ikke »--dat x«."),
        (["data"], "Jeg forstår ikke »data«."),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_why_in_danish(arguments: list[str], said: str) -> None:
    run = check(*arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(said)
    assert "\nBrug: check.py " in run.stderr


def check(
    *arguments: object, folder: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    ours = {name: value for name, value in os.environ.items() if not is_setting(name)}
    return subprocess.run(
        [sys.executable, ROOT / "scripts" / "check.py", *map(str, arguments)],
        cwd=folder,
        env=ours | {"SOURCE_DATE_EPOCH": NOW, "COLUMNS": "80"} | environment,
        capture_output=True,
        timeout=120,
        encoding="utf-8",
    )


def test_a_report_is_written_beside_what_is_said(data: Path, tmp_path: Path) -> None:
    run = check("--data", data, "--report", tmp_path / "new" / "folder")
    assert (run.returncode, run.stdout, run.stderr) == (0, "Ingen fejl.\n", "")
    document = json.loads((tmp_path / "new" / "folder" / "report.json").read_text("utf-8"))
    assert (document["schema"], document["day"]) == ("synlighed-report/1", "2026-11-23")
    text = (tmp_path / "new" / "folder" / "report.txt").read_text("utf-8")
    assert text.startswith("Prøvesiden: det, der skal ses efter, 23. november 2026\n")


def test_with_a_mistake_the_last_report_stays(spoilt: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("fra sidst", "utf-8")
    run = check("--data", spoilt, "--report", tmp_path)
    assert run.returncode == 1
    assert "er ikke skrevet: Ret fejlene først." in run.stderr
    assert (tmp_path / "report.txt").read_text("utf-8") == "fra sidst"
    assert not (tmp_path / "report.json").exists()


def test_a_report_that_cannot_be_written_is_told(data: Path) -> None:
    run = check("--data", data, "--report", data / "site.yml")
    assert run.returncode == 1
    assert run.stderr.startswith(f"Der kan ikke skrives i {data}/site.yml: ")
