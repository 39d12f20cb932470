"""Imported first by every script: sees to it that it runs in the checkout's own `.venv`.

So `scripts/check.py` can be typed as it is, also in a bare clone: what is missing is installed.
"""

import io
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"

if Path(sys.prefix).resolve() != (ROOT / ".venv").resolve():
    if subprocess.run(["sh", ROOT / "scripts" / "install.sh"], check=False).returncode:
        sys.exit(2)
    os.execv(PYTHON, [str(PYTHON), *sys.argv])

# A terminal that lacks our letters shows others in their place: no reason to stop.
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
