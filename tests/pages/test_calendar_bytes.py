"""The same data gives the same calendars on any machine; told apart by processes of their own."""

import json
import os
import subprocess
import sys
from hashlib import sha256

import pytest

from tests.conftest import ROOT
from tests.pages.calendars import full
from tests.site.test_determinism import HERE, THERE


def digests() -> dict[str, str]:
    """What tells each file from any other."""
    return {uri: sha256(content).hexdigest() for uri, content in full().items()}


@pytest.mark.parametrize("machine", [HERE, THERE], ids=["here", "there"])
def test_another_machine_makes_the_same_bytes(machine: dict[str, str]) -> None:
    """Another order of hashes, another zone, another locale."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, **machine},
        capture_output=True,
        check=True,
    )
    assert json.loads(run.stdout) == digests()


PROGRAM = """
import json
from tests.pages.test_calendar_bytes import digests
print(json.dumps(digests()))
"""
