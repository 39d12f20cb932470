"""What another renderer makes of the compiled pages: told, since nothing is promised of it yet."""

import sys
from pathlib import Path

from tests.bench.compiling import stage
from tests.bench.running import ROOT, build, run

CONFIG = """\
[project]
site_name = "Plain"
site_url = "https://synlighed.example/"
docs_dir = "staged"
site_dir = "zensical"
# Without one, all pages are in the navigation of each: 16 times the memory at 1,000 items.
nav = [
    "index.md", "apps/index.md", "services/index.md", "projekter/index.md", "hjaelp/index.md",
    "ambassadoerer/index.md", "organisationer/index.md", "ordliste/index.md",
]

[project.theme]
language = "da"
font = false
"""


def zensical(scratch: Path, data: Path) -> str:
    """Zensical, by the makers of Material, builds the staged folder."""
    staged = stage(scratch / "for-zensical", data)
    config = staged.parent / "zensical.toml"
    config.write_text(CONFIG, encoding="utf-8")
    # In an environment of its own, with the versions of the lock file.
    command = [str(ROOT / ".venv" / "bin" / "uv"), "run", "--isolated", "--locked"]
    command += ["--project", str(ROOT), "--only-group", "bench", "--python", sys.executable]
    command += ["zensical"]
    # What is not installed yet is not counted.
    run([*command, "--version"])
    made, ours = run([*command, "build", "-f", str(config)]), build(scratch / "ours", data)
    sources = sum(1 for _ in staged.rglob("*.md"))
    pages = sum(1 for _ in (staged.parent / "zensical").rglob("index.html"))
    return (
        f"told {pages} of {sources} staged pages built by Zensical: {made.seconds:.1f} s, "
        f"{made.megabytes:.0f} MB (MkDocs: {ours.seconds:.1f} s, {ours.megabytes:.0f} MB)"
    )
