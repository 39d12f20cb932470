"""The program that builds: what another version of it made is not believed."""

import sys
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from synlighed.digest import digest

_HOOKS = Path(__file__).parents[2]


@cache
def program_digest() -> bytes:
    """What tells this program from every other: our code, the libraries, Python.

    Worked out once, since a running program does not change with its files.
    """
    return digest(sys.version, *_code(), *_libraries())


def _code() -> list[bytes]:
    files = sorted(file for file in _HOOKS.rglob("*") if file.suffix in (".py", ".html"))
    return [digest(file.relative_to(_HOOKS).as_posix(), file.read_bytes()) for file in files]


def _libraries() -> list[str]:
    return sorted(f"{found.name}=={found.version}" for found in distributions())
