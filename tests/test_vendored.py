"""The code from npm that is installed, and what the environment says of where it is fetched."""

import base64
from pathlib import Path

import pytest

from synlighed.environment import SettingError, certificates, npm_registry
from synlighed.vendored import LOCK, VendoredError, as_lock, licenses, packages, vendored
from tests.conftest import ROOT


def test_the_projects_own_are_installed() -> None:
    """With a licence beside each, which is published with it."""
    found = vendored()
    assert b"export { MiniSearch as default }" in found["minisearch.js"]
    assert b"export function stemmer(" in found["stemmer.js"]
    code = [name for name in found if name.endswith(".js")]
    assert {f"{name.removesuffix('.js')}.LICENSE.txt" for name in code} == found.keys() - set(code)
    assert all(content.strip() for content in found.values())


def test_the_lock_is_as_it_would_be_written() -> None:
    """And has a checksum of full length for each."""
    text = (ROOT / LOCK).read_text(encoding="utf-8")
    assert as_lock(packages(text)) == text
    for package in packages(text):
        kind, _, sum = package.integrity.partition("-")
        assert (kind, len(base64.b64decode(sum, validate=True))) == ("sha512", 64)


@pytest.mark.parametrize("missing", [LOCK, "a.js", "."])
def test_something_is_missing(tmp_path: Path, missing: str) -> None:
    folder = tmp_path / "npm"
    folder.mkdir()
    for name, text in ((LOCK, '{"a": {"files": {"a.js": "package/a.js"}}}'), ("a.js", "")):
        if missing not in (name, "."):
            (folder / name).write_text(text)
    with pytest.raises(VendoredError) as told:
        vendored(folder)
    assert str(told.value).endswith(" kan ikke læses: kør »make install«, og prøv igen.")
    assert str(folder) in str(told.value)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', '{"a": {"other": 1}}', '{"a": {}}'])
def test_no_lock(text: str) -> None:
    with pytest.raises(VendoredError, match=r"^npm-lock\.json er ikke til at læse"):
        packages(text)


@pytest.mark.parametrize(
    ("environ", "found"),
    [
        ({}, "https://registry.npmjs.org/"),
        ({"npm_config_registry": ""}, "https://registry.npmjs.org/"),
        ({"npm_config_registry": "https://npm.example/a/npm"}, "https://npm.example/a/npm/"),
        ({"NPM_CONFIG_REGISTRY": "http://npm.example:4873/"}, "http://npm.example:4873/"),
    ],
)
def test_which_registry(environ: dict[str, str], found: str) -> None:
    assert npm_registry(environ) == found


@pytest.mark.parametrize(
    "url", ["npm.example", "file:///etc/", "https://a:hemmelig@npm.example/", "http://[", "x y"]
)
def test_no_address_of_a_registry(url: str) -> None:
    """What is wrong is told without the address, which may hold a password."""
    with pytest.raises(SettingError) as told:
        npm_registry({"npm_config_registry": url})
    assert str(told.value).startswith("npm_config_registry skal være som https://")
    assert "hemmelig" not in str(told.value)


def test_which_certificates() -> None:
    named = {"REQUESTS_CA_BUNDLE": "/etc/ssl/certs", "PIP_CERT": "", "SSL_CERT_FILE": "/other"}
    assert certificates(named) == ("/etc/ssl/certs",)


def test_the_licences_that_npm_lacks_come_whole() -> None:
    found = licenses()
    assert b"Snowball project" in found["snowball.LICENSE.txt"]
    assert b"9. Accepting Warranty or Additional Liability." in found["apache-2.0.LICENSE.txt"]
