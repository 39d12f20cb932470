"""Imported first by every script: sees to it that it runs in the checkout's own `.venv`.

So `scripts/check.py` can be typed as it is, also in a bare clone: what is missing is installed.
"""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"

if Path(sys.prefix).resolve() != (ROOT / ".venv").resolve():
    import subprocess

    if subprocess.run(["sh", ROOT / "scripts" / "install.sh"], check=False).returncode:
        sys.exit(2)
    os.execv(PYTHON, [str(PYTHON), *sys.argv])

from synlighed.environment import SettingError  # noqa: E402 - only .venv has it

# A terminal that lacks our letters shows others in their place: no reason to stop.
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


def run(main: Callable[[], int]) -> NoReturn:
    """Runs a command to its end, and says in a sentence what keeps it from getting there."""
    try:
        code = main()
        sys.stdout.flush()
    except SettingError as error:
        sys.stderr.write(f"{error}\n")
        code = 2
    except BrokenPipeError:
        # Whoever read what we wrote has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
