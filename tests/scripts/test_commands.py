"""What every command owes its user: Danish help, plain mistakes, a line in the README."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.conftest import SMALL
from tests.site.project import Project, copy_project, files_of

HELPERS = (
    "inside",
    "arguments",
    "configuration",
    "measuring",
    "posting",
    "publication",
    "registry",
    "sending",
    "sent",
    "tarball",
)
COMMANDS = sorted(file.stem for file in (ROOT / "scripts").glob("*.py") if file.stem not in HELPERS)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return copy_project(tmp_path_factory.mktemp("commands") / "project", SMALL)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_danish(project: Project, command: str) -> None:
    """`--help` says what a command does and how it is called, and does nothing."""
    said = project.script(command, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Brug: {command}.py")
    assert "vis denne hjælp" in said.out
    english = r"\b(usage|options|positional|arguments|show this|help message|default|the|and)\b"
    assert not re.search(english, said.out), said.out


@pytest.mark.parametrize("command", COMMANDS)
def test_a_wrong_call_is_told_in_danish(project: Project, command: str) -> None:
    """With exit code 2, as distinct from 1 for what is wrong with the data."""
    said = project.script(command, "--findes-ikke")
    assert said.code == 2
    assert said.err.startswith(("Jeg forstår ikke »--findes-ikke«.", "Der mangler "))
    assert f"Brug: {command}.py" in said.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "--format", "xml"], "»xml« kan ikke bruges som --format. Vælg mellem"),
        (["check", "--data"], "Der mangler noget efter --data."),
        (["site", "--port", "otte"], "»otte« kan ikke bruges som --port"),
        (["site", "--port", "70000"], "Port 70000 findes ikke: vælg et tal fra 1 til 65535."),
        (["stage"], "Der mangler --out."),
        (["stage", "--ou", "x"], "Der mangler --out."),
    ],
)
def test_wrong_arguments(project: Project, arguments: list[str], told: str) -> None:
    """Nothing of what argparse says in English is left."""
    said = project.script(*arguments)
    assert said.code == 2
    assert said.err.startswith(told)
    assert not re.search(r"\b(argument|invalid|expected|required|choose)\b", said.err)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_mentions_every_command(command: str) -> None:
    """With what it is for."""
    readme = ROOT / "README.md"
    if readme.exists():
        lines = [
            line
            for line in readme.read_text(encoding="utf-8").splitlines()
            if f"scripts/{command}.py" in line and line.startswith("|")
        ]
        assert lines and len(lines[0].split("|")[2].split()) >= 3


def test_the_readme_names_only_what_exists() -> None:
    """Every script, make target and file it mentions is there."""
    for name in ("README.md", "ARCHITECTURE.md"):
        text = (ROOT / name).read_text(encoding="utf-8") if (ROOT / name).exists() else ""
        for path in re.findall(r"(?<![\w/])(?:scripts|hooks|docs)/[\w./-]+\w", text):
            assert (ROOT / path).exists(), f"{name}: {path}"
        targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
        assert set(re.findall(r"`make ([a-z-]+)`", text)) <= set(targets)


def test_a_terminal_without_our_letters(project: Project) -> None:
    """Shows others in their place."""
    there = Project(project.root, {"PYTHONIOENCODING": "ascii"})
    said = there.script("stage", "--out", str(project.root))
    assert said.code == 2 and "er ikke tom: v?lg en ny" in said.err
    assert there.script("check", "--help").code == 0


# ---- check


def test_check(project: Project) -> None:
    """0 when nothing is wrong; the last line counts."""
    said = project.script("check")
    assert (said.code, said.err) == (0, "")
    assert said.out.rstrip().splitlines()[-1].startswith("Ingen fejl")


@pytest.mark.parametrize("format", ["text", "json", "github", "gitlab"])
def test_check_says_the_same_to_programs(project: Project, format: str, tmp_path: Path) -> None:
    """In every format, with exit code 1, and the path as it was given."""
    broken = copy_project(tmp_path / "p", SMALL)
    broken.change("data/apps/maaleren.yml", "origin: regional", "origin: her")
    said = project.script("check", "--data", str(broken.data), "--format", format)
    assert (said.code, said.err) == (1, "")
    assert "F204" in said.out and f"{broken.data}/apps/maaleren.yml" in said.out
    if format in ("json", "gitlab"):
        assert len(json.loads(said.out)) >= 1


# ---- schema


def test_schema(project: Project) -> None:
    """Writes a schema for each kind and for the site, and says which."""
    said = project.script("schema")
    assert said.code == 0, said.all
    written = said.out.splitlines()
    assert "data/schema/apps.json" in written and "data/schema/site.json" in written
    for path in written:
        assert json.loads((project.root / path).read_text(encoding="utf-8"))["title"]
    # The words of this site, not of another.
    schema = json.loads((project.data / "schema" / "apps.json").read_text(encoding="utf-8"))
    assert schema["properties"]["tags"]["items"]["enum"] == ["login"]


def test_schema_without_a_site(tmp_path: Path) -> None:
    """One sentence; the schemas that were there stay."""
    project = copy_project(tmp_path / "project", SMALL)
    project.write("data/schema/apps.json", "{}")
    project.write("data/site.yml", "name: [\n")
    said = project.script("schema")
    assert said.code == 1
    assert said.err == "site.yml kan ikke læses: kør scripts/check.py, og ret den først.\n"
    assert files_of(project.data / "schema") == {"apps.json": b"{}"}


# ---- stage


def test_stage_says_what_it_wrote(project: Project, tmp_path: Path) -> None:
    """Pages and files from data, and those of docs/."""
    out = tmp_path / "ny" / "mappe"
    said = project.script("stage", "--out", str(out))
    assert said.code == 0, said.all
    [(from_data, by_hand)] = re.findall(r"Skrev (\d+) .* fra data, og (\d+) fra docs/", said.out)
    assert len(files_of(out)) == int(from_data) + int(by_hand)
    written = [file for file in files_of(project.root / "docs") if "/." not in f"/{file}"]
    assert int(by_hand) == len(written)


def test_stage_writes_over_nothing(project: Project, tmp_path: Path) -> None:
    """Neither into a folder that holds something, nor in the place of a file."""
    file = project.write(str(tmp_path / "out" / "vigtig.txt"), "vigtigt")
    said = project.script("stage", "--out", str(file.parent))
    assert said.code == 2
    assert said.err == f"Mappen {file.parent} er ikke tom: vælg en ny, eller tøm den først.\n"
    said = project.script("stage", "--out", str(file))
    assert said.code == 2
    assert said.err == f"{file} er ikke en mappe: vælg en anden.\n"
    assert files_of(tmp_path) == {"out/vigtig.txt": b"vigtigt"}


def test_stage_into_an_empty_folder(project: Project, tmp_path: Path) -> None:
    """Is what one would expect of it."""
    (tmp_path / "tom").mkdir()
    assert project.script("stage", "--out", str(tmp_path / "tom")).code == 0


def test_stage_into_its_own_source(project: Project) -> None:
    """Would copy without end."""
    said = project.script("stage", "--out", str(project.root / "docs" / "ud"))
    assert said.code == 2
    assert "Vælg en mappe uden for docs/." in said.err
    assert not (project.root / "docs" / "ud").exists()


def test_stage_with_a_mistake_in_the_data(tmp_path: Path) -> None:
    """Nothing is written; the report is the check's."""
    project = copy_project(tmp_path / "project", SMALL)
    project.change("data/apps/maaleren.yml", "origin: regional", "origin: her")
    said = project.script("stage", "--out", str(tmp_path / "ud"))
    assert said.code == 1 and "fejl F204" in said.err
    assert not (tmp_path / "ud").exists()


def test_stage_where_no_folder_can_be(project: Project, tmp_path: Path) -> None:
    """One sentence."""
    (tmp_path / "fil").touch()
    said = project.script("stage", "--out", str(tmp_path / "fil" / "ud"))
    assert said.code == 1
    assert said.err.startswith(f"Der kan ikke skrives i {tmp_path}/fil/ud:")


def test_stage_knows_where_the_site_is(tmp_path: Path) -> None:
    """Addresses in the exports are those of mkdocs.yml, with or without a slash at the end."""
    project = copy_project(tmp_path / "project", SMALL)
    project.change("mkdocs.yml", "https://synlighed.example/", "https://intra.example/apps")
    project.script("stage", "--out", str(tmp_path / "ud"))
    document = json.loads((tmp_path / "ud" / "api" / "v1" / "apps.json").read_text("utf-8"))
    assert document["items"][0]["url"] == "https://intra.example/apps/apps/maaleren/"
    assert project.mkdocs("build").code == 0
    built = project.site / "api" / "v1" / "apps.json"
    assert built.read_bytes() == (tmp_path / "ud" / "api" / "v1" / "apps.json").read_bytes()
