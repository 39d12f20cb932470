"""The project's prose, for other data than its own."""

import re
from pathlib import Path

_TO_A_PAGE = re.compile(r"(?<!!)\[([^\]]*)\]\(/[^)\s]+/[^)/\s]+\.md(?:#[^)]*)?\)")
_OF_ITS_SETTINGS = re.compile(r"^ +- [^\n]*: (?:godkendelse|mistet-enhed)/index\.md\n", re.M)


def forget_its_items(root: Path) -> None:
    """Takes the links to items out of the prose, and what its own settings make out of the menu.

    Args:
        root: A copy of the project, or of its `docs/` and `mkdocs.yml`.
    """
    for file in (root / "docs").rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(_TO_A_PAGE.sub(r"\1", text), encoding="utf-8")
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(_OF_ITS_SETTINGS.sub("", text), encoding="utf-8")
