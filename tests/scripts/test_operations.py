"""The files that operations get with the handbook: they fit each other, and the program."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from synlighed import environment
from tests.conftest import ROOT
from tests.map.asking import TOKEN, running
from tests.site.conftest import SMALL
from tests.site.project import copy_project

FILES = ROOT / "docs" / "haandbog" / "drift"
SETTINGS = FILES / "synlighed.env"
HANDBOOK = (ROOT / "docs" / "haandbog" / "drift.md").read_text(encoding="utf-8")


def service(name: str) -> configparser.SectionProxy:
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(FILES / f"{name}.service", encoding="utf-8")
    return unit["Service"]


def settings() -> dict[str, str]:
    """Also those that are not in use."""
    lines = SETTINGS.read_text(encoding="utf-8").splitlines()
    return dict(line.lstrip("#").split("=") for line in lines if re.match("#?[A-Z_]+=", line))


def test_build_and_refresh_run_as_one_user_with_one_file_of_settings() -> None:
    build, refresh = service("synlighed-byg"), service("synlighed-status")
    for same in ("User", "WorkingDirectory", "EnvironmentFile", "StateDirectory"):
        assert build[same] == refresh[same]
    assert build["ExecStart"].split()[-1] == refresh["ExecStart"].split()[-1]
    assert build["EnvironmentFile"] == f"/etc/synlighed/{SETTINGS.name}"
    # Refreshes are shut in, and this is where they write.
    assert settings()["SYNLIGHED_STATE"] == f"/var/lib/{refresh['StateDirectory']}"
    assert Path(refresh["ExecStart"].split()[-1]).parent == Path(refresh["ReadWritePaths"])


def test_every_setting_of_the_measuring_is_in_the_file() -> None:
    asked = {name: name for name in settings()}
    assert sorted(environment.platform(asked)) == sorted(asked.keys() - {"SYNLIGHED_STATE"})
    assert all(environment.platform(asked))


def test_the_commands_name_files_that_there_are() -> None:
    for name in re.findall(r"docs/haandbog/drift/([\w.*-]+)", HANDBOOK):
        assert list(FILES.glob(name)), name
    for file in FILES.iterdir():
        assert f"(drift/{file.name})" in HANDBOOK


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_knows_every_line(tmp_path: Path) -> None:
    for file in FILES.glob("synlighed-*"):
        # Who runs it and from where is another on this machine.
        text = re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", file.read_text(), flags=re.M)
        (tmp_path / file.name).write_text(text)
    run = subprocess.run(
        ["systemd-analyze", "verify", *sorted(map(str, tmp_path.iterdir()))],
        capture_output=True,
        encoding="utf-8",
    )
    assert not [line for line in run.stderr.splitlines() if str(tmp_path) in line]


def test_a_build_by_the_file_knows_what_a_refresh_by_it_does(tmp_path: Path) -> None:
    """As the handbook's line for those without systemd reads it."""
    project = copy_project(tmp_path / "project", SMALL, SOURCE_DATE_EPOCH="")
    app = project.data / "apps" / "maaleren.yml"
    registered = "map: {registration: registreret, app_id: nord.maaleren}"
    project.write("data/apps/maaleren.yml", f"{app.read_text(encoding='utf-8')}{registered}\n")
    with running("normal-dag") as platform:
        own = {
            "MAP_URL": platform.server.url,
            "MAP_TOKEN": TOKEN,
            "SYNLIGHED_STATE": str(tmp_path / "state"),
        }
        text = SETTINGS.read_text(encoding="utf-8")
        for name, value in own.items():
            text = re.sub(f"^{name}=.*", f"{name}={value}", text, flags=re.M)
        (tmp_path / "synlighed.env").write_text(text, encoding="utf-8")
        lines = re.findall(r"runuser -u synlighed -- sh -c '(.*)'", HANDBOOK)
        assert len(lines) == 2
        for line in lines:
            here = line.replace("/etc/synlighed", str(tmp_path))
            here = here.replace("/opt/synlighed", str(project.root))
            here = here.replace("/var/www/synlighed", str(project.site))
            run = subprocess.run(
                ["sh", "-c", here],
                env=project.environment(),
                capture_output=True,
                encoding="utf-8",
            )
            assert run.returncode == 0, run.stderr
    page = (project.site / "status" / "index.html").read_text(encoding="utf-8")
    assert "<code>nord.dagbog</code> bliver målt, men er ikke i kataloget." in page
    assert (tmp_path / "state" / "status").is_dir()
    assert not (project.root / ".state").exists()
