"""Asks a registry of npm, by what it promises to every client, for packages and what they are.

Source: https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md
"""

import dataclasses
import json
import ssl
from http.client import HTTPException, IncompleteRead
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

import certifi
from tarball import LARGEST

from synlighed import environment
from synlighed.map import faults
from synlighed.vendored import Package

PATIENCE = 30
"""Seconds of silence."""


class Unavailable(Exception):
    """Something that the registry did not give, told in Danish."""


def tarball(registry: str, package: Package) -> bytes:
    """The tarball of a package, of which nothing is checked.

    Args:
        registry: Its address, with a slash at the end.
        package: Which.

    Raises:
        Unavailable: it could not be had.
    """
    file = f"{package.name.rpartition('/')[2]}-{package.version}.tgz"
    return _fetched(f"{registry}{package.name}/-/{file}", str(package))


def published(registry: str, package: Package, version: str) -> Package:
    """What the registry says of another version of a package; the same files are wanted of it.

    Args:
        registry: Its address, with a slash at the end.
        package: Which.
        version: Its number, or a tag for it, such as `latest`.

    Raises:
        Unavailable: it could not be had.
    """
    url = f"{registry}{quote(package.name, safe='@')}/{quote(version)}"
    content = _fetched(url, f"{package.name} {version}")
    try:
        about = json.loads(content)
        return dataclasses.replace(
            package,
            version=about["version"],
            license=about["license"],
            integrity=about["dist"]["integrity"],
        )
    except (ValueError, LookupError, TypeError):
        raise Unavailable(f"{registry} svarede ikke som npm: kontrollér adressen.") from None


def _fetched(url: str, what: str) -> bytes:
    host = urlsplit(url).netloc
    request = Request(url, headers={"User-Agent": "synlighed"})
    try:
        with urlopen(request, timeout=PATIENCE, context=_trusted()) as answer:
            content: bytes = answer.read(LARGEST + 1)
            if len(content) > LARGEST:
                raise Unavailable(f"{what} fylder mere end {LARGEST // 2**20} MB og hentes ikke.")
            if answer.length:
                raise IncompleteRead(content)
    except HTTPError as error:
        raise Unavailable(f"{what} kunne ikke hentes: {host} svarede {error.code}.") from None
    except (OSError, HTTPException) as error:
        reason = faults.of_error(error, host).reason.removesuffix(".")
        raise Unavailable(
            f"{what} kunne ikke hentes ({reason}): "
            f"kontrollér forbindelsen til {host}, og prøv igen."
        ) from None
    return content


def _trusted() -> ssl.SSLContext:
    """The certificates of the system, the public ones, and those that the environment names."""
    context = ssl.create_default_context()
    # Since Python 3.13 it also refuses what some workplaces' own certificates lack.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    for named in (certifi.where(), *environment.certificates()):
        try:
            if Path(named).is_dir():
                context.load_verify_locations(capath=named)
            else:
                context.load_verify_locations(cafile=named)
        except OSError:
            raise Unavailable(faults.no_certificates().reason) from None
    return context
