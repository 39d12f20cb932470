"""Expected files: what a page or an export should be, byte for byte, kept beside its test.

`UPDATE_EXPECTED=1 pytest tests/export tests/pages` writes them anew; read the difference before
committing it.
"""

import os
from pathlib import Path


def assert_expected(text: str, file: Path) -> None:
    """The text is what the file holds."""
    if os.environ.get("UPDATE_EXPECTED"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.is_file(), f"{file} is missing: see {__name__}"
    assert text == file.read_text(encoding="utf-8")
